import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import { PASS } from '../../src/engine/order.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { seatOf } from '../../src/engine/eye.ts';
import { aimWords, briefingOf, moveOf, sourcesAt } from '../../src/desk/lesson/briefing.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { menuNow as menuIn, rowsByTurn, viewNow, type Chronicle } from '../../src/session/chronicle.ts';
import { isOver, menuNow, viewNow as viewOf, type Game } from '../../src/session/game.ts';
import { aimsFor, idOfAim } from '../../src/session/lesson/aims.ts';
import { aimIn, beginChairs, capitalsOf, readinessOf, sealed, sealedNow, seatingOf, uncovered } from '../../src/session/lesson/chairs.ts';
import { cornersOf, standing } from '../../src/session/lesson/lesson.ts';
import { readPublic } from '../../src/session/lesson/public.ts';
import { readChronicle } from '../../src/session/chronicle.ts';
import { presetOf } from '../../src/session/preset.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { openTable } from '../../src/session/table.ts';
import { briefOf } from '../../src/telling/brief.ts';
import { chosenOf, reactionsOf } from '../../src/telling/consequences.ts';
import { choiceOf } from '../../src/telling/options.ts';
import { readingsOf } from '../../src/telling/readings.ts';
import { tellerOf, type Teller } from '../../src/telling/teller.ts';
import { LOCALES } from '../../src/text/locales.ts';
import { speak } from '../../src/text/text.ts';
import { runs } from '../counts.ts';

const SCENARIOS = ['vanguard-bank-2019', 'customs-queue-2021'] as const;
const loaded = new Map<string, { readonly bundle: Bundle; readonly prose: Readonly<Partial<Record<Locale, Prose>>> }>();

beforeAll(() => {
  for (const id of SCENARIOS) {
    const { bundle, prose } = compileScenario(loadScenario(`scenarios/${id}`, 'scenarios').files);
    if (bundle === undefined) throw new Error(`${id} does not compile`);
    loaded.set(id, { bundle, prose });
  }
}, 120_000);

/** What is drawn of a lesson: its seed, the aims, decisions made before, and what lies sealed at the one at hand. */
interface Drawn {
  readonly seed: number;
  readonly aims: readonly number[];
  readonly stops: number;
  readonly votes: readonly (number | undefined)[];
}

const legal = (game: Game): readonly number[] =>
  menuNow(game, 0).situations[0]?.options.flatMap(({ option, legal: can }) => (can ? [option] : [])) ?? [];

/** A sealed ballot of a chair, or a move of a capital: the one that comes round. */
const orderOf = (game: Game, chair: string | undefined, nth: number, acts: readonly number[]): SeatOrder => {
  const situation = menuNow(game, 0).situations[0]!.situation;
  if (chair === undefined) return { answers: [], acts: acts.length === 0 ? [] : [acts[nth % acts.length]!] };
  const options = legal(game);
  return { answers: [{ situation, option: options[nth % options.length]! }], acts: [] };
};

const actsFor = (game: Game, id: string, eye: number): readonly number[] => {
  const { bundle } = game;
  const teller = tellerOf(bundle, game.rules, viewOf(game, eye), {}, 'en', eye);
  return moveOf(teller, { id, eye }, menuNow(game, eye)).acts.map(({ value }) => value);
};

const sealAll = (begun: Game, votes: readonly (number | undefined)[]): Game =>
  seatingOf(begun)!.posts.reduce<Game>((game, { id, chair, eye }, i) => {
    const vote = votes[i];
    if (vote === undefined) return game;
    return sealed(game, id, orderOf(game, chair, vote, chair === undefined ? actsFor(game, id, seatOf(eye)) : []))!;
  }, begun);

/** A lesson of four chairs and a capital, up to a decision at which some have sealed. Undefined where the game is over before. */
const lessonOf = (id: string, { seed, aims, stops, votes }: Drawn): Game | undefined => {
  const { bundle } = loaded.get(id)!;
  const choices = bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [setup.preset]));
  const all = aimsFor(bundle).map(idOfAim);
  const given = Object.fromEntries(cornersOf(bundle).map((chair, i) => [chair, all[(aims[i] ?? 0) % all.length]!]));
  const [capital = ''] = capitalsOf(bundle.program);
  const plan = { cut: 'long', way: 'majority', company: { people: 5, capitals: [capital] } } as const;
  let game = beginChairs(bundle, { seed: seedFromText(`chairs ${String(seed)}`), choices }, plan, given);
  const toStop = (): void => {
    while (!isOver(game) && legal(game).length === 0) game = standing(game, game.states.length);
  };
  toStop();
  for (let stop = 0; stop < stops && !isOver(game); stop++) {
    game = uncovered(sealAll(game, [stop, 0, 1, stop, 0]), stop)!;
    toStop();
  }
  return isOver(game) ? undefined : sealAll(game, votes);
};

const told = ({ moments, orders, notes }: Chronicle): string =>
  JSON.stringify([moments.map(({ view, rows, menu, check }) => [[...view], rows, menu, check]), orders, notes]);

const eyesOf = async (game: Game): Promise<ReadonlyMap<string, Chronicle>> => {
  const table = openTable(game, () => Promise.resolve(false));
  const own = await Promise.all(seatingOf(game)!.posts.map(async ({ id, eye }) => [id, await readChronicle(table, eye)] as const));
  return new Map([['', await readPublic(table)] as const, ...own]);
};

const vote = fc.option(fc.nat(5), { nil: undefined });
const drawn = fc.record({
  seed: fc.nat(10_000),
  aims: fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }),
  stops: fc.nat(3),
  votes: fc.array(vote, { minLength: 5, maxLength: 5 }),
});

describe.each(SCENARIOS)('behind the covers of %s', (id) => {
  test('another aim or another sealed ballot of one chair changes nothing that anybody else has', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.nat(4), fc.nat(20), fc.nat(5), async (lesson, whose, aim, ballot) => {
        const sealedBefore = lesson.votes[whose] !== undefined;
        const other = {
          ...lesson,
          aims: lesson.aims.map((each, i) => (i === whose ? aim : each)),
          votes: lesson.votes.map((each, i) => (i === whose && sealedBefore ? ballot : each)),
        };
        const [one, two] = [lessonOf(id, lesson), lessonOf(id, other)];
        if (one === undefined || two === undefined) return;
        const [ours, theirs] = [await eyesOf(one), await eyesOf(two)];
        const own = seatingOf(one)!.posts[whose]!.id;
        for (const [eye, chronicle] of ours) if (eye !== own) expect(told(theirs.get(eye)!), eye).toBe(told(chronicle));
        expect([sealedNow(two), readinessOf(two, 0)]).toEqual([sealedNow(one), readinessOf(one, 0)]);
      }),
      { numRuns: runs(20, 200) },
    );
  });

  test.each(LOCALES)(
    'no words for one chair, nor for the table, hold the aim or the briefing of another (%s)',
    { timeout: 600_000 },
    async (locale) => {
      await speak(locale);
      const { bundle, prose } = loaded.get(id)!;
      let aims = 0;
      await fc.assert(
        fc.asyncProperty(drawn, async (lesson) => {
          const game = lessonOf(id, lesson);
          if (game === undefined) return;
          const eyes = await eyesOf(game);
          const { posts } = seatingOf(game)!;
          const teller = (of: Chronicle): Teller => tellerOf(bundle, game.rules, viewNow(of), prose[locale] ?? {}, locale, of.eye);
          const situation = menuNow(game, 0).situations[0]!.situation;
          const screens = new Map<string, unknown>();
          const secrets = new Map<string, readonly string[]>();
          const sources = sourcesAt(teller(eyes.get('')!), situation);
          for (const post of posts) {
            const of = eyes.get(post.id)!;
            if (post.chair === undefined) {
              screens.set(post.id, moveOf(teller(of), post, menuIn(of)));
              continue;
            }
            screens.set(post.id, briefingOf(teller(of), post, post.chair, situation, of.notes));
            const aim = aimWords(teller(of).say, aimIn(bundle, post, game.record.notes)!);
            const source = sources.get(post.chair)?.text ?? '';
            const shared = [...sources.values()].filter(({ text }) => text === source).length > 1;
            const view = teller(of).say(`situation.${bundle.program.situations[situation]!.id}.view.${post.chair}`);
            const same = posts.filter(
              (each) =>
                each.chair !== undefined &&
                idOfAim(aimIn(bundle, each, game.record.notes)!) === idOfAim(aimIn(bundle, post, game.record.notes)!),
            );
            secrets.set(post.id, [...(same.length > 1 ? [] : [aim]), view, ...(shared ? [] : [source])].filter(Boolean));
          }
          const open = eyes.get('')!;
          const all = teller(open);
          const turn = open.moments.length - 2;
          const rows = rowsByTurn(open)[turn + 1] ?? [];
          const { title, paragraphs } = briefOf(all, situation)!;
          screens.set('', [
            title,
            paragraphs,
            choiceOf(all, situation, menuIn(open).situations[0]!.options).options.map(({ title: answer, line, not }) => [
              answer,
              line,
              not,
            ]),
            turn < 0 ? [] : chosenOf(all, open.orders[turn] ?? PASS, rows),
            reactionsOf(all, rows),
            readingsOf(all, [], undefined, viewNow(open)),
          ]);
          for (const [whose, words] of secrets) {
            expect(words.length).toBeGreaterThan(0);
            for (const [eye, screen] of screens)
              for (const word of words) {
                const here = JSON.stringify(screen).includes(JSON.stringify(word).slice(1, -1));
                if (eye !== whose) expect(here, `${eye} is told of ${whose}: ${word}`).toBe(false);
                else if (here) aims++;
              }
          }
        }),
        { numRuns: runs(15, 100) },
      );
      // What is looked for is there, where it belongs.
      expect(aims).toBeGreaterThan(10);
    },
  );
});
