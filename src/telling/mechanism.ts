import { chainOf } from '../engine/eye.ts';
import { valueOf } from '../engine/expression.ts';
import type { Row } from '../engine/ledger.ts';
import type { Answer } from '../engine/order.ts';
import { ENDING, type Expr, type Slot } from '../engine/program.ts';
import type { State } from '../engine/state.ts';
import type { View } from '../engine/view.ts';
import { walkProgram } from '../engine/walk-ops.ts';
import { slotsIn } from '../bundle/slots.ts';
import { rowsByTurn, viewNow, viewsOf, type Chronicle } from '../session/chronicle.ts';
import { rt } from '../text/review.ts';
import { turnWithin } from './clock.ts';
import { didWords } from './deeds.ts';
import { boundsOf } from './looking-back.ts';
import { scaleOf, slotName } from './moved-by.ts';
import { starterOf, type Turns } from './starter.ts';
import type { Teller } from './teller.ts';
import { signedIn } from './wording.ts';
import { movesOf } from './why.ts';

/** What lies behind a row: an answer or an act of one's own, a move of a power, or a rule, told by its place. */
type Thing =
  | { readonly kind: 'answer'; readonly situation: number; readonly option: number }
  | { readonly kind: 'act' | 'move'; readonly act: number }
  | { readonly kind: 'rule'; readonly place: number };

/** A row of one of the two games, with the turn whose order or move lies behind it. */
interface Behind {
  readonly thing: Thing;
  readonly turn: number;
  readonly row: Row;
}

/** What moved a slot otherwise in the other game. */
export interface Moved {
  readonly thing: Thing;
  /** By how much less or more the slot came to by it in the other game, in the slot's units. */
  readonly by: number;
  /** In which of the two games it stands alone; `both`: it moved the slot in both, by another amount. */
  readonly side: 'own' | 'other' | 'both';
  /** Its first turn, and on how many it moved the slot. */
  readonly turn: number;
  readonly turns: number;
  /** Its weightiest row, and the game in which that stands. */
  readonly row: Row;
  readonly weightiest: 'own' | 'other';
}

const keyOf = (thing: Thing): string => JSON.stringify(thing);

const orderBehind = (turns: Turns, at: number, row: Row): Row | undefined => {
  const starter = starterOf(turns, at, row);
  if (starter !== undefined) return starter;
  const chain = chainOf(turns[at] ?? [], row.row);
  return chain.find(({ kind }) => kind === 'answer' || kind === 'act');
};

const behind = (teller: Teller, turns: Turns, at: number, row: Row): Behind => {
  const { program } = teller.bundle;
  const order = orderBehind(turns, at, row);
  if (order?.kind === 'answer')
    for (const [situation, { options }] of program.situations.entries()) {
      const option = options.findIndex((each) => each.at === order.place);
      if (option >= 0) return { thing: { kind: 'answer', situation, option }, turn: order.origin, row };
    }
  const act = order?.kind === 'act' ? program.acts.findIndex((each) => each.at === order.place) : -1;
  const seat = program.seats[program.acts[act]?.seat ?? -1];
  if (order !== undefined && seat !== undefined)
    return { thing: { kind: seat.policy === undefined ? 'act' : 'move', act }, turn: order.origin, row };
  return { thing: { kind: 'rule', place: row.place }, turn: at - 1, row };
};

/** Everything that moved a slot from a turn on, by what lies behind it. */
const behindAll = (teller: Teller, game: Chronicle, slot: Slot, from: number): readonly Behind[] => {
  const turns = rowsByTurn(game);
  return turns.flatMap((rows, at) => (at <= from ? [] : movesOf(rows, slot).map((row) => behind(teller, turns, at, row))));
};

const share = ({ row }: Behind): number => row.after - row.before;

/** What moved a slot otherwise in the other game from a turn on, in the order of its first turn. The sum is the difference at the end. */
export const movedApart = (teller: Teller, own: Chronicle, other: Chronicle, slot: Slot, from: number): readonly Moved[] => {
  const sides = [behindAll(teller, own, slot, from), behindAll(teller, other, slot, from)] as const;
  const keys = new Set(sides.flat().map(({ thing }) => keyOf(thing)));
  return [...keys]
    .flatMap((key): Moved[] => {
      const [mine = [], theirs = []] = sides.map((all) => all.filter(({ thing }) => keyOf(thing) === key));
      const all = [...mine, ...theirs];
      const [first] = all;
      if (first === undefined) return [];
      const by = theirs.reduce((sum, each) => sum + share(each), 0) - mine.reduce((sum, each) => sum + share(each), 0);
      const weightiest = all.reduce((most, each) => (Math.abs(share(each)) > Math.abs(share(most)) ? each : most), first);
      return [
        {
          thing: first.thing,
          by,
          side: mine.length === 0 ? 'other' : theirs.length === 0 ? 'own' : 'both',
          turn: Math.min(...all.map(({ turn }) => turn)),
          turns: new Set(all.map(({ turn }) => turn)).size,
          row: weightiest.row,
          weightiest: mine.includes(weightiest) ? 'own' : 'other',
        },
      ];
    })
    .filter(({ by }) => by !== 0)
    .sort((a, b) => a.turn - b.turn);
};

/** Share of a difference from which something is named as what led to it, and from which it is so before all else. */
const COUNTS = 1 / 8;
const MOST = 1 / 2;

interface Both {
  readonly teller: Teller;
  readonly own: Chronicle;
  readonly other: Chronicle;
  readonly changed: Answer & { readonly turn: number };
}

const reasonOf = ({ teller }: Both, place: number): string => {
  const because = teller.place(place)?.because;
  return because === undefined ? '' : teller.say(because).replace(/\.$/u, '');
};

/** A change of a slot, in words: `Security −24`. */
const figure = ({ teller }: Both, slot: Slot, by: number): string => `${slotName(teller, slot)} ${signedIn(by, scaleOf(teller, slot))}`;

/** A thing that stands in one of the games alone, and what came of it, as one sentence; `undefined` where it is nothing that a player would know. */
const sentence = (both: Both, { thing, side, turn, row, weightiest }: Moved, came: string): string | undefined => {
  const { teller, changed, own } = both;
  const { program } = teller.bundle;
  const when = turnWithin(teller, turn);
  const because = reasonOf(both, row.place);
  switch (thing.kind) {
    case 'move': {
      if (side === 'both') return undefined;
      const act = program.acts[thing.act];
      const power = program.seats[act?.seat ?? -1]?.id;
      if (act === undefined || power === undefined) return undefined;
      const reason = teller.say(`act.${act.id}.reason`);
      const words = { did: didWords(teller, power, act.id), when, reason, because, came };
      return rt(side === 'other' ? 'mechanism.move' : 'mechanism.move_not', words);
    }
    case 'act': {
      if (side === 'both') return undefined;
      const title = teller.say(`act.${program.acts[thing.act]?.id ?? ''}.title`);
      return rt(side === 'other' ? 'mechanism.act' : 'mechanism.act_not', { title, when, because, came });
    }
    case 'answer': {
      const spec = program.situations[thing.situation];
      if (spec === undefined) return undefined;
      if (thing.situation === changed.situation)
        return rt(weightiest === 'other' ? 'mechanism.answer' : 'mechanism.answer_not', { because, came });
      const opened = ({ moments }: Chronicle): boolean => moments.some(({ view }) => (view[spec.seen] ?? 0) > 0);
      if (side === 'both' || opened(side === 'own' ? both.other : own)) return undefined;
      const words = {
        situation: teller.say(`situation.${spec.id}.title`),
        option: teller.say(`situation.${spec.id}.option.${spec.options[thing.option]?.id ?? ''}.title`),
        when,
        because,
        came,
      };
      return rt(side === 'other' ? 'mechanism.door' : 'mechanism.door_not', words);
    }
    case 'rule':
      return undefined;
  }
};

/** Turns that both games came to: what one of them alone lived to see explains nothing. */
const commonTurns = ({ own, other }: Both): number => Math.min(own.orders.length, other.orders.length);

/** The first thing that differs and led a slot to another value, in a sentence. `told`: words for what came of it. */
const ledTo = (both: Both, moved: readonly Moved[], told: (by: number) => string): string | undefined => {
  const sum = sumOf(moved);
  const isOwn = ({ thing }: Moved): boolean => thing.kind === 'answer' && thing.situation === both.changed.situation;
  const weighs =
    (share: number) =>
    (each: Moved): boolean =>
      Math.abs(each.by) >= Math.abs(sum) * share;
  const towards = moved.filter((each) => each.by * sum > 0 && each.turn < commonTurns(both) && weighs(COUNTS)(each));
  const itself = towards.filter(isOwn);
  const order = [...itself.filter(weighs(MOST)), ...towards.filter((each) => !isOwn(each)), ...itself];
  for (const each of order) {
    const words = sentence(both, each, told(each.by));
    if (words !== undefined) return words;
  }
  return undefined;
};

const sumOf = (moved: readonly Moved[]): number => moved.reduce((sum, { by }) => sum + by, 0);

/** What the op at a place adds to a slot, or draws it to. */
const expressionAt = ({ teller }: Both, place: number): Expr | undefined => {
  let found: Expr | undefined;
  walkProgram(teller.bundle.program, (op) => {
    if (op.at === place && op.op === 'add') found = op.by;
  });
  return found;
};

const withSlot = (view: View, slot: Slot, value: number): State => {
  const changed = Int32Array.from(view);
  changed[slot] = value;
  return changed;
};

/** What a rule reads that made it come out otherwise: the variable that has a name and alone would have made the most of it. */
const readOtherwise = (both: Both, place: number, by: number): Slot | undefined => {
  const { teller, own, other } = both;
  const expr = expressionAt(both, place);
  if (expr === undefined) return undefined;
  const [mine, theirs] = [viewsOf(own), viewsOf(other)];
  const effect = (slot: Slot): number =>
    mine.reduce((sum, view, turn) => {
      const there = theirs[turn]?.[slot];
      return there === undefined ? sum : sum + valueOf(teller.rules, withSlot(view, slot, there), expr) - valueOf(teller.rules, view, expr);
    }, 0);
  return slotsIn(expr)
    .filter((slot) => slotName(teller, slot) !== '')
    .map((slot) => ({ slot, by: effect(slot) }))
    .filter((each) => each.by * by > 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0]?.slot;
};

/** By how much a slot stood higher in the other game, summed over the turns that both came to. */
const heldApart = (both: Both, slot: Slot): number => {
  const mine = viewsOf(both.own);
  return viewsOf(both.other)
    .slice(0, mine.length)
    .reduce((sum, view, turn) => sum + (view[slot] ?? 0) - (mine[turn]?.[slot] ?? 0), 0);
};

/** Where the ladder parts for good, as far as both games go, and why it moved there; undefined where it does not part that way. */
const ladderWords = (both: Both, way: number, came: string): string | undefined => {
  const { teller, own, other } = both;
  const rung = teller.bundle.catalogue.ladder?.rung;
  const spec = rung === undefined ? undefined : teller.bundle.program.slots[rung];
  if (rung === undefined || spec === undefined) return undefined;
  const [mine = [], theirs = []] = [own, other].map((game) => viewsOf(game).map((view) => view[rung] ?? 0));
  const common = Math.min(mine.length, theirs.length);
  let from = common;
  while (from > 0 && ((theirs[from - 1] ?? 0) - (mine[from - 1] ?? 0)) * way > 0) from--;
  if (from === common || from === 0) return undefined;
  const moved = (game: Chronicle, to: number): Row | undefined =>
    movesOf(rowsByTurn(game)[from] ?? [], rung).find(({ before, after }) => (after - before) * to > 0);
  const there = moved(other, way);
  const row = there ?? moved(own, -way);
  const because = row === undefined ? '' : reasonOf(both, row.place);
  if (because === '') return undefined;
  const stage = (at: number): string => teller.say(`stage.${spec.name}.${spec.stages?.[at] ?? ''}`);
  return rt(way > 0 ? 'mechanism.ladder_up' : 'mechanism.ladder_down', {
    when: turnWithin(teller, from - 1),
    there: stage(theirs[from] ?? 0),
    here: stage(mine[from] ?? 0),
    because: there === undefined ? rt('mechanism.in_yours', { because }) : because,
    came,
  });
};

/** A rule that no order or move lies behind: on one turn of one game alone, or again and again. */
const ruleWords = ({ teller }: Both, { side, turn, turns }: Moved, because: string, came: string): string => {
  if (turns > 1 || side === 'both') return rt('mechanism.rule', { because, came });
  return rt(side === 'other' ? 'mechanism.once' : 'mechanism.once_not', { when: turnWithin(teller, turn), because, came });
};

/** Why a slot stands elsewhere at the end of the other game, in a sentence; undefined where nothing a player would know led there. */
const whySlot = (both: Both, slot: Slot): string | undefined => {
  const { teller, own, other, changed } = both;
  const moved = movedApart(teller, own, other, slot, changed.turn);
  const sum = sumOf(moved);
  const direct = ledTo(both, moved, (by) => figure(both, slot, by));
  const [rule] = moved.filter(({ thing, by }) => thing.kind === 'rule' && by * sum > 0).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (rule === undefined || (direct !== undefined && Math.abs(rule.by) < Math.abs(sum) * MOST)) return direct;
  const came = figure(both, slot, rule.by);
  const because = reasonOf(both, rule.row.place);
  const plainly = direct ?? (because === '' ? undefined : ruleWords(both, rule, because, came));
  const read = readOtherwise(both, rule.row.place, rule.by);
  if (read === undefined) return plainly;
  const held = heldApart(both, read);
  if (read === teller.bundle.catalogue.ladder?.rung) return ladderWords(both, Math.sign(held), rt('mechanism.helped', { came })) ?? plainly;
  const before = movedApart(teller, own, other, read, changed.turn);
  const told = (by: number): string => rt('mechanism.through', { cause: figure(both, read, by), came });
  return (sumOf(before) * held > 0 ? ledTo(both, before, told) : undefined) ?? plainly;
};

/**
 * The first thing that came otherwise because of another answer and led to the other ending, or to the other value of `slot` where both
 * ended for the same reason: a move of a power with its reason, a door that opened or shut, a rung of the ladder, or the answer itself.
 * One sentence, read off the rows of both games; empty where nothing that a player would know led there.
 */
export const mechanismOf = (
  teller: Teller,
  own: Chronicle,
  other: Chronicle,
  changed: Answer & { readonly turn: number },
  slot: Slot | undefined,
): string => {
  const both: Both = { teller, own, other, changed };
  const [mine, theirs] = [viewNow(own)[ENDING] ?? 0, viewNow(other)[ENDING] ?? 0];
  if (mine !== theirs) {
    const { endings } = teller.bundle.program;
    const [lost, way] = endings[theirs - 1]?.early === true ? [theirs, 1] : endings[mine - 1]?.early === true ? [mine, -1] : [0, 0];
    for (const bound of lost === 0 ? [] : boundsOf(teller, lost - 1)) {
      const up = bound.sign === '<' || bound.sign === '<=' ? -way : way;
      const words = bound.slot === teller.bundle.catalogue.ladder?.rung ? ladderWords(both, up, '') : whySlot(both, bound.slot);
      if (words !== undefined) return words;
    }
  }
  return (slot === undefined ? undefined : whySlot(both, slot)) ?? '';
};
