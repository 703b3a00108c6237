import { ENDING } from '../engine/program.ts';
import { rowsFor } from '../engine/eye.ts';
import { movesIn } from '../telling/moves.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Choices } from '../engine/setup.ts';
import { checkOf } from '../engine/state.ts';
import { choicesOf } from '../lab/draw.ts';
import { policiesOf } from '../players/policies.ts';
import { orderOf, type Policy } from '../players/policy.ts';
import type { Bundle, Locale } from '../bundle/bundle.ts';
import { LOCALES } from '../text/locales.ts';
import { isOver, newGame, ordersNow, playOrders, seatAt, stateNow, type Game } from '../session/game.ts';
import { linkOf } from '../session/link.ts';
import { newSeed } from '../session/seed.ts';
import { keyOf } from '../engine/seed.ts';
import { loadScenario } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { oneOf, seedOf, textOf } from './options.ts';
import { companyOf } from './seats.ts';
import { sitDown } from './sitting.ts';
import { UsageError } from './usage.ts';

/** `play SCENARIO`: by a policy, or in the terminal when none is named. */
export const play = async ({ words, options, out, root }: Call): Promise<boolean> => {
  const loaded = loadScenario(words[0] ?? '', root, out);
  if (loaded === undefined) return false;
  const { bundle, prose } = loaded;
  const name = textOf(options, 'policy');
  const policies = policiesOf(bundle);
  const policy = name === undefined ? undefined : policies.get(oneOf('policy', name, [...policies.keys()]));
  const seed = seedOf(options) ?? newSeed();
  const choices = chosen(bundle, choicesOf(bundle.program, keyOf(seed)), textOf(options, 'lens'), textOf(options, 'charges'));
  const seats = textOf(options, 'seats');
  if (policy !== undefined && seats !== undefined)
    throw new UsageError('--policy plays the first seat; beside --seats, name it there: --seats SEAT=POLICY.');
  const company = companyOf(bundle, seats, textOf(options, 'rule'));
  const begun = newGame(bundle, { seed, choices, held: company.held });
  const locale = localeOf(textOf(options, 'lang') ?? 'en', bundle);

  if (policy !== undefined) {
    const game = playOut(begun, new Map([...company.code, [seatAt(begun), policy]]));
    return report(
      game,
      (line) => out.say(line),
      (value) => out.tell(value),
    );
  }
  // Someone plays on the terminal; with --json the talk goes to the error output, so that the standard output stays one value.
  const talk = out.json ? process.stderr : process.stdout;
  const game = await sitDown(begun, company, prose[locale] ?? {}, locale, process.stdin, talk);
  return report(
    game,
    (line) => out.say(line),
    (value) => out.tell(value),
  );
};

/** A game in which policies hold every seat that is held. */
const playOut = (begun: Game, policies: ReadonlyMap<number, Policy>): Game => {
  let game = begun;
  while (!isOver(game)) {
    const { rules, key } = game;
    const state = stateNow(game);
    game = playOrders(
      game,
      rules.seats.map(({ seat }) => {
        const policy = policies.get(seat);
        return policy === undefined ? undefined : orderOf(rules, policy, key, state, seat);
      }),
    );
  }
  return game;
};

const localeOf = (text: string, { catalogue }: Bundle): Locale => {
  const locale = LOCALES.find((known) => known === text && catalogue.locales.includes(known));
  if (locale === undefined) throw new UsageError(`There is no language "${text}" here; there are ${catalogue.locales.join(', ')}.`);
  return locale;
};

/** The set-up with what the options name in the place of what was drawn. */
const chosen = ({ program }: Bundle, drawn: Choices, lens: string | undefined, charges: string | undefined): Choices => {
  for (const [id, given] of [
    ['lens', lens],
    ['charges', charges],
  ] as const) {
    if (given !== undefined && !program.setup.some((setup) => setup.id === id))
      throw new UsageError(`This scenario has no ${id} to choose.`);
  }
  return program.setup.map(({ id, options, count, kind }, i) => {
    const given = id === 'lens' ? lens : id === 'charges' ? charges : undefined;
    if (given === undefined) return drawn[i];
    const indices = given.split(',').map((name) => options.indexOf(oneOf(id === 'lens' ? 'lens' : 'charge', name.trim(), options)));
    const wanted = kind === 'one' ? 1 : count;
    if (new Set(indices).size !== wanted || indices.length !== wanted) throw new UsageError(`--${id} takes ${wanted}, each once.`);
    return indices.sort((a, b) => a - b);
  });
};

/** What a game came to: the contract of `play --json`. */
const report = (game: Game, say: (line: string) => void, tell: (value: unknown) => void): boolean => {
  const state = stateNow(game);
  const { program } = game.rules;
  const link = linkOf(game);
  if (!link.ok) throw new Error(link.problem.message);
  const ending = program.endings[state[ENDING]! - 1]?.id ?? null;
  const readings = Object.fromEntries(program.readings.map(({ id, slot }) => [id, state[slot]!]));
  const turns = ordersNow(game).length;
  tell({ record: link.value, check: checkOf(state), turns, ending, readings, orders: ordersOf(game.rules, game), moves: movesOf(game) });
  say(
    `Ending: ${ending ?? 'not yet'} after ${turns} turns. ${Object.entries(readings)
      .map(([id, value]) => `${id} ${value}`)
      .join(', ')}.`,
  );
  say(`Seed ${game.seed}, check ${checkOf(state)}. To play it again: bamboo replay ${link.value}`);
  return true;
};

/** Orders by turn, by id. */
const ordersOf = ({ program }: CompiledProgram, game: Game) =>
  ordersNow(game).map((orders, turn) => {
    const { answers = [], acts = [] } = orders[seatAt(game)] ?? {};
    return {
      turn,
      answers: answers.map(({ situation, option }) => ({
        situation: program.situations[situation]!.id,
        option: program.situations[situation]!.options[option]!.id,
      })),
      acts: acts.map((act) => program.acts[act]!.id),
    };
  });

/** Moves of the powers by turn; `answers`: the option or act that one answers, and the turn on which it was ordered. */
const movesOf = (game: Game) => {
  const { bundle, rules, ledgers } = game;
  return ledgers.slice(1).flatMap((ledger, turn) =>
    movesIn(rules.program, bundle.catalogue, rowsFor(rules, ledger, seatAt(game))).flatMap(({ power, act, answers }) =>
      act === undefined
        ? []
        : [
            {
              turn,
              power,
              move: rules.program.acts[act]!.id,
              ...(answers === undefined ? {} : { answers: { turn: answers.turn, act: answers.what } }),
            },
          ],
    ),
  );
};
