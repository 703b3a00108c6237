import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { chanceWords, dates, signed } from '../telling/wording.ts';
import { tellerOf, type Teller } from '../telling/teller.ts';
import type { Menu, MenuEntry } from '../engine/menu.ts';
import { PASS, type Answer, type SeatOrder } from '../engine/order.ts';
import { ENDING, TURN } from '../engine/program.ts';
import { forecast } from '../players/forecast.ts';
import type { Locale, Prose } from '../bundle/bundle.ts';
import type { ProseKey } from '../bundle/prose-key.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { decide, noteOfBallot, type Ballot } from '../session/ballots.ts';
import { isOver, menuNow, playOrders, stateNow, viewAt, viewNow, type Game, type NoteHere } from '../session/game.ts';
import { hasDecision, orderOf } from '../players/policy.ts';
import type { Sitter } from '../engine/eye.ts';
import { viewsFor } from '../telling/brief.ts';
import { nameOfEye, type Company, type Held } from './seats.ts';
import { stanceOf } from '../telling/stance.ts';
import { speak } from '../text/text.ts';
import { shown } from './output.ts';
import { wordsOf, type Words } from './words.ts';

const WIDTH = 96;
const FORECAST = { turns: 3, samples: 80 } as const;

/**
 * Plays a game with people at a terminal, one after another where they are several: each is told what its own eye sees. Resolves to the game
 * when it is over, or as far as it came when the input ends.
 */
export const sitDown = async (
  begun: Game,
  { people, code }: Company,
  prose: Prose,
  locale: Locale,
  input: Readable,
  output: Writable,
): Promise<Game> => {
  await speak(locale);
  const words = wordsOf(locale);
  const lines = createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  const say = (text = ''): void => void output.write(`${shown(text)}\n`);
  // Where nobody reads any longer, nobody answers.
  let unread = false;
  output.once('error', () => (unread = true));
  const ask = async (question: string): Promise<string | undefined> => {
    output.write(`${question} `);
    const next = await lines.next();
    return next.done === true || unread ? undefined : next.value.trim();
  };

  let game = begun;
  const tell = (eye: Sitter) => tellerOf(game.bundle, game.rules, viewNow(game, eye), prose, locale, eye);
  const first: Sitter = people[0]?.eyes[0] ?? 0;
  const several = people.flatMap(({ eyes }) => eyes).length > 1;
  const call = (eye: Sitter): void => {
    if (several) say(heading(words.next(nameOfEye(game.bundle, eye))));
  };
  say(heading(tell(first).say('scenario.title')));
  say(wrapped(tell(first).say('scenario.role')));
  say(wrapped(tell(first).say('scenario.premise')));

  /** The order of a seat, with the ballots of its chairs; undefined when the input ends. */
  const orderFor = async ({
    seat,
    eyes,
    rule,
  }: Held): Promise<{ readonly order: SeatOrder; readonly notes: readonly NoteHere[] } | undefined> => {
    const ballots: Ballot[] = [];
    const notes: NoteHere[] = [];
    for (const eye of eyes) {
      call(eye);
      const teller = tell(eye);
      sayTurn(game, teller, words, say);
      const order = await asked(game, teller, menuNow(game, seat), words, say, ask);
      if (order === undefined) return undefined;
      if (typeof eye === 'number' || rule === undefined) return { order, notes };
      ballots.push({ chair: eye.chair, order });
      notes.push(noteOfBallot(game.rules.program, eye, order));
    }
    const order = (rule && decide(rule, ballots)) ?? PASS;
    sayDecided(tell(seat), order, words, say);
    return { order, notes };
  };

  while (!isOver(game)) {
    const stopped = people.filter(({ seat }) => hasDecision(game.rules, viewNow(game, seat), seat));
    const orders = game.rules.seats.map(({ seat }) => {
      const policy = code.get(seat);
      return policy === undefined ? undefined : orderOf(game.rules, policy, game.key, stateNow(game), seat);
    });
    for (const { seat } of people) orders[seat] = PASS;
    const notes: NoteHere[] = [];
    for (const held of stopped) {
      const given = await orderFor(held);
      if (given === undefined) return game;
      orders[held.seat] = given.order;
      notes.push(...given.notes);
    }
    const turn = game.states.length - 1;
    game = playOrders(game, orders, notes);
    for (const { seat, eyes } of stopped) {
      const [eye = seat] = eyes.length > 1 ? [seat] : eyes;
      call(eye);
      sayOutcome(game, orders[seat] ?? PASS, tell(eye), viewAt(game, turn, eye), words, say);
    }
  }
  const ending = game.rules.program.endings[stateNow(game)[ENDING]! - 1]?.id ?? '';
  say(heading(tell(first).say(`ending.${ending}.title`)));
  game.bundle.catalogue.endings
    .find(({ id }) => id === ending)
    ?.texts.forEach(({ when }, i) => {
      if (tell(first).holds(when)) say(wrapped(tell(first).say(`ending.${ending}.text.${i}`)));
    });
  return game;
};

/** What the chairs came to, by title. */
const sayDecided = ({ bundle, say: text }: Teller, { answers, acts }: SeatOrder, words: Words, say: (text?: string) => void): void => {
  const { situations, acts: known } = bundle.program;
  const titles = [
    ...answers.map(({ situation, option }) => {
      const spec = situations[situation]!;
      return text(`situation.${spec.id}.option.${spec.options[option]!.id}.title`);
    }),
    ...acts.map((act) => text(`act.${known[act]!.id}.title`)),
  ];
  say();
  say(wrapped(`${words.decided} ${titles.length === 0 ? words.open : titles.join(' · ')}`));
};

const heading = (text: string): string => `\n${text}\n${'-'.repeat(Math.min(text.length, WIDTH))}`;

/** Prose in lines of a terminal's width. */
const wrapped = (text: string, indent = ''): string =>
  text
    .split('\n')
    .map((paragraph) => {
      let line = indent;
      const done: string[] = [];
      for (const word of paragraph.split(' ').filter((each) => each !== '')) {
        if (line.length + word.length + 1 > WIDTH && line.trim() !== '') {
          done.push(line);
          line = indent;
        }
        line += (line === indent ? '' : ' ') + word;
      }
      return [...done, line].join('\n');
    })
    .join('\n');

const sayTurn = (game: Game, teller: Teller, words: Words, say: (text?: string) => void): void => {
  const { rules, bundle } = game;
  const turn = teller.view[TURN]!;
  const { from, to } = datesOfTurn(bundle.program.calendar, turn);
  const before = turn === 0 ? undefined : viewAt(game, turn - 1, teller.eye);
  const readings = rules.program.readings.map(({ id, slot }) => {
    const change = before === undefined ? 0 : teller.read(slot) - before[slot]!;
    return `${teller.say(`reading.${id}.name`) || id} ${teller.read(slot)}${change === 0 ? '' : ` (${signed(change)})`}`;
  });
  say(heading(dates(from, to, teller.locale)));
  say(readings.join(' · '));
  const { capital, ladder, warnings } = bundle.catalogue;
  const stage = ladder === undefined ? undefined : rules.program.slots[ladder.rung]!;
  const rung = stage?.stages?.[teller.read(ladder?.rung ?? 0)];
  const parts = [
    capital === undefined ? '' : `${words.capital} ${teller.read(capital.slot)}`,
    stage === undefined || rung === undefined ? '' : teller.say(`stage.${stage.name}.${rung}`),
  ];
  say(parts.filter((part) => part !== '').join(' · '));
  for (const { id, when } of warnings) if (teller.holds(when)) say(wrapped(`! ${teller.say(`warning.${id}.text`)}`));
};

type Ask = (question: string) => Promise<string | undefined>;

const asked = async (
  game: Game,
  teller: Teller,
  now: Menu,
  words: Words,
  say: (text?: string) => void,
  ask: Ask,
): Promise<SeatOrder | undefined> => {
  const answers: Answer[] = [];
  for (const { situation, options } of now.situations) {
    const { id, options: specs } = game.rules.program.situations[situation]!;
    say(heading(teller.say(`situation.${id}.title`)));
    say(wrapped(teller.say(`situation.${id}.brief`)));
    for (const { viewpoint } of viewsFor(
      teller,
      game.bundle.catalogue.viewpoints.map((each) => ({ viewpoint: each.id })),
    )) {
      const view = teller.say(`situation.${id}.view.${viewpoint}`);
      if (view !== '') say(wrapped(`${teller.say(`viewpoint.${viewpoint}.name`)}: ${view}`, '  '));
    }
    say();
    const info = game.bundle.catalogue.situations.find((each) => each.id === id);
    for (const [i, entry] of options.entries()) {
      const spec = specs[entry.option]!;
      const key = `situation.${id}.option.${spec.id}` as const;
      say(wrapped(`${i + 1}  ${teller.say(`${key}.title`)} [${stanceOf(teller, spec.stance).word}${price(entry, words)}]`));
      say(wrapped(teller.say(`${key}.line`), '   '));
      if (!entry.legal) {
        say(wrapped(`${words.closed} ${entry.whyNot?.reason === 'need' ? teller.say(`${key}.not.${entry.whyNot.need}`) : ''}`, '   '));
        continue;
      }
      const tail = info?.options.find((each) => each.id === spec.id)?.tail;
      say(
        `   ${ranges(game, { answers: [...answers, { situation, option: entry.option }], acts: [] }, teller, tail && { ...tail, key: `${key}.tail` })}`,
      );
    }
    const option = await choose(options, words, say, ask);
    if (option === undefined) return undefined;
    answers.push({ situation, option });
  }
  const acts = await chooseActs(game, teller, now, words, say, ask);
  return acts === undefined ? undefined : { answers, acts };
};

const price = ({ cost }: MenuEntry, words: Words): string => (cost === 0 ? '' : `, ${words.costs} ${cost}`);

/** The three readings that move most, as ranges, and the tail in words. */
const ranges = (
  game: Game,
  order: SeatOrder,
  teller: Teller,
  tail: { readonly rises: Parameters<Teller['value']>[0]; readonly turns: number; readonly key: ProseKey } | undefined,
): string => {
  const told = forecast(game.rules, teller.view, sitterOf(teller), order, { ...FORECAST, events: tail === undefined ? [] : [tail] });
  const wide = ({ p10, p90 }: { readonly p10: number; readonly p90: number }) => Math.max(Math.abs(p10), Math.abs(p90));
  const most = [...told.readings].sort((a, b) => wide(b) - wide(a)).slice(0, 3);
  const parts = most.map(({ id, p10, p90 }) => `${teller.say(`reading.${id}.name`) || id} ${signed(p10)}..${signed(p90)}`);
  const [odds] = told.events;
  return [...parts, ...(tail === undefined || odds === undefined ? [] : [`${teller.say(tail.key)}: ${chanceWords(odds)}`])].join(' · ');
};

/** Who weighs an order here. */
const sitterOf = ({ eye, seat }: Teller): Sitter => (typeof eye === 'string' ? seat : eye);

const choose = async (
  options: Menu['situations'][number]['options'],
  words: Words,
  say: (text?: string) => void,
  ask: Ask,
): Promise<number | undefined> => {
  for (;;) {
    const text = await ask(words.answer(options.length));
    if (text === undefined || text === 'q') return undefined;
    const entry = /^\d+$/.test(text) ? options[Number(text) - 1] : undefined;
    if (entry?.legal === true) return entry.option;
    say(words.unknown);
  }
};

const chooseActs = async (
  game: Game,
  teller: Teller,
  { acts, maxActs }: Menu,
  words: Words,
  say: (text?: string) => void,
  ask: Ask,
): Promise<readonly number[] | undefined> => {
  const open = acts.filter(({ legal }) => legal);
  if (open.length === 0 || maxActs === 0) return [];
  say(heading(words.acts));
  for (const [i, entry] of open.entries()) {
    const { id } = game.rules.program.acts[entry.act]!;
    say(wrapped(`${i + 1}  ${teller.say(`act.${id}.title`)}${entry.cost === 0 ? '' : ` [${words.costs} ${entry.cost}]`}`));
    say(wrapped(teller.say(`act.${id}.line`), '   '));
  }
  for (;;) {
    const text = await ask(words.chooseActs(maxActs));
    if (text === undefined || text === 'q') return undefined;
    const chosen = text.split(/[\s,]+/).filter((each) => each !== '');
    const numbers = chosen.map((each) => (/^\d+$/.test(each) ? open[Number(each) - 1]?.act : undefined));
    const known = numbers.filter((act) => act !== undefined);
    if (known.length === chosen.length && new Set(known).size === known.length && known.length <= maxActs) return known;
    say(words.unknown);
  }
};

const sayOutcome = (
  game: Game,
  { answers, acts }: SeatOrder,
  teller: Teller,
  before: Teller['view'],
  words: Words,
  say: (text?: string) => void,
): void => {
  say();
  for (const { situation, option } of answers) {
    const { id, options } = game.rules.program.situations[situation]!;
    say(wrapped(teller.say(`situation.${id}.option.${options[option]!.id}.outcome`)));
    const hook = teller.say(`situation.${id}.hook`);
    if (hook !== '') say(wrapped(hook));
  }
  for (const act of acts) {
    const done = teller.say(`act.${game.rules.program.acts[act]!.id}.done`);
    if (done !== '') say(wrapped(done));
  }
  const moved = game.rules.program.readings.flatMap(({ id, slot }) => {
    const change = teller.read(slot) - before[slot]!;
    return change === 0 ? [] : [`${teller.say(`reading.${id}.name`) || id} ${signed(change)}`];
  });
  say(`${words.moved} ${moved.length === 0 ? words.nothing : moved.join(' · ')}`);
};
