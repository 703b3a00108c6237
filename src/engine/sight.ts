import { clamp, floorDiv, MILLION } from './arith.ts';
import { compile, reads } from './expression.ts';
import type { CompiledExpr } from './expression.ts';
import type { Expr, HiddenSpec, Luck, Op, Program, Slot, SourceRef } from './program.ts';
import { assertNever } from './result.ts';
import type { State } from './state.ts';
import { opsWithin, walkProgram } from './walk-ops.ts';

/** A hidden cause with the odds that somebody holds about it. */
export type Cause = Pick<HiddenSpec, 'slot' | 'beliefs'>;

/** A probability as it is without knowing certain slots: their guesses stand in for them. */
export type Blur = (p: CompiledExpr) => CompiledExpr;

/** How a probability looks to somebody: averaged over these causes, and blurred where it reads what they do not see. */
export interface Outlook {
  readonly causes: readonly Cause[];
  readonly blur: Blur | undefined;
}

/** What a draw tells: whose odds about the causes its outcome moves, and how its probability looks to each looker. */
export interface Observation {
  readonly minds: readonly Outlook[];
  /** By looker; undefined where all eyes see alike: all have it as the one mind there is. */
  readonly lookers: readonly Outlook[] | undefined;
}

/** A slot that not every eye sees, and what it is taken for by those that do not. */
interface Guess {
  readonly slot: Slot;
  /** ppm for a flag, the value itself for others. */
  readonly value: CompiledExpr;
  readonly spread: CompiledExpr | undefined;
  readonly luck: Luck | undefined;
  readonly flag: boolean;
  readonly min: number;
  readonly max: number;
}

/** Eyes that see the same. */
export interface Looker {
  /** Index in `Sight.lookers`. */
  readonly looker: number;
  /** 0: the odds of all who have none of their own; i > 0: `Program.minds[i - 1]`. */
  readonly mind: number;
  /** By slot. */
  readonly unseen: readonly boolean[];
  /** Slots it does not see that are no hidden causes. */
  readonly guesses: readonly Guess[];
  /** Hidden causes it does not know. */
  readonly unknown: readonly HiddenSpec[];
  /** Places of draws of whose outcome it sees nothing. */
  readonly dark: ReadonlySet<SourceRef>;
  /** Places of ops that read something it does not see: how much and how likely would tell it. */
  readonly veiled: ReadonlySet<SourceRef>;
}

/** Who sees what, in a program whose eyes do not all see alike. */
export interface Sight {
  readonly lookers: readonly Looker[];
  /** Its looker, for each of `Program.eyes`. */
  readonly byEye: ReadonlyMap<string, Looker>;
  /** An eye that is not named anywhere sees what nobody is named for. */
  readonly stranger: Looker;
  readonly minds: readonly Mind[];
}

interface Mind {
  readonly lookers: readonly Looker[];
}

const known = new WeakMap<Program, Sight | null>();

/** Undefined where all eyes see alike. */
export function sightOf(program: Program): Sight | undefined {
  const found = known.get(program);
  if (found !== undefined) return found ?? undefined;
  const sight = program.eyes === undefined ? undefined : makeSight(program, program.eyes);
  known.set(program, sight ?? null);
  return sight;
}

/** No eye of the list. */
const STRANGER = -1;

function makeSight(program: Program, eyes: readonly string[]): Sight {
  const guesses = program.slots.flatMap(({ sees, guess, kind, start, min, max }, slot): Guess[] =>
    sees === undefined || kind === 'hidden'
      ? []
      : [
          {
            ...{ slot, min, max },
            value: compile(program, guess?.value ?? (kind === 'flag' ? start * MILLION : start)),
            spread: guess?.spread === undefined ? undefined : compile(program, guess.spread),
            luck: guess?.luck,
            flag: kind === 'flag',
          },
        ],
  );
  const lookers: Looker[] = [];
  const byText = new Map<string, Looker>();
  const lookerOf = (eye: number): Looker => {
    const unseen = unseenBy(program, eye);
    const mind = (program.minds ?? []).findIndex((own) => own.includes(eye)) + 1;
    const text = `${mind} ${unseen.map((each) => (each ? '1' : '0')).join('')}`;
    const same = byText.get(text);
    if (same !== undefined) return same;
    const { dark, veiled } = placesUnseen(program, unseen);
    const looker: Looker = {
      ...{ looker: lookers.length, mind, unseen, dark, veiled },
      guesses: guesses.filter(({ slot }) => unseen[slot]),
      unknown: program.hidden.filter(({ slot }) => unseen[slot]),
    };
    lookers.push(looker);
    byText.set(text, looker);
    return looker;
  };
  const stranger = lookerOf(STRANGER);
  const byEye = new Map(eyes.map((id, eye) => [id, lookerOf(eye)]));
  const minds = Array.from({ length: (program.minds?.length ?? 0) + 1 }, (_, mind) => ({
    lookers: lookers.filter((looker) => looker.mind === mind),
  }));
  return { lookers, byEye, stranger, minds };
}

/** The odds of a mind about a hidden cause. */
export const beliefsOf = (hidden: HiddenSpec, mind: number): readonly Slot[] =>
  mind === 0 ? hidden.beliefs : (hidden.minds?.[mind - 1]?.beliefs ?? hidden.beliefs);

/** Everything that decides how an op turns out. */
function readBy(op: Op): readonly Expr[] {
  switch (op.op) {
    case 'set':
      return [op.to];
    case 'add':
      return [op.by, op.spread ?? 0];
    case 'toward':
      return [op.to, op.ppm];
    case 'if':
      return [op.when];
    case 'chance':
      return [op.p];
    case 'choose':
      return op.from.flatMap(({ when = 1, weight, noise = 0 }) => [when, weight, noise]);
    case 'timer':
      return [op.turns];
    case 'signal':
    case 'cancel':
    case 'situation':
    case 'end':
      return [];
    default:
      return assertNever(op);
  }
}

/** Whether something of what an op does can be seen; a draw without effects is an event by itself. */
function shows(program: Program, op: Op, unseen: readonly boolean[]): boolean {
  switch (op.op) {
    case 'set':
    case 'add':
    case 'toward':
      return unseen[op.slot] !== true;
    case 'signal':
      return unseen[program.tables[op.table]!.slot] !== true;
    case 'timer':
    case 'cancel':
      return program.timers[op.timer]!.copies.some(({ left }) => unseen[left] !== true);
    case 'situation':
      return unseen[program.situations[op.situation]!.status] !== true;
    case 'end':
      return true;
    case 'if':
    case 'chance':
    case 'choose': {
      const inside = opsWithin(op).flat();
      return (op.op !== 'if' && inside.length === 0) || inside.some((each) => shows(program, each, unseen));
    }
    default:
      return assertNever(op);
  }
}

const readsUnseen = (exprs: readonly Expr[], unseen: readonly boolean[]): boolean =>
  exprs.some((expr) => reads(expr, (slot) => unseen[slot] === true));

function placesUnseen(program: Program, unseen: readonly boolean[]): Pick<Looker, 'dark' | 'veiled'> {
  const dark = new Set<SourceRef>();
  const veiled = new Set<SourceRef>();
  walkProgram(program, (op) => {
    const places = op.op === 'choose' ? [op.at, ...op.from.map(({ at }) => at)] : [op.at];
    if ((op.op === 'chance' || op.op === 'choose') && !shows(program, op, unseen)) for (const at of places) dark.add(at);
    const causes = op.op === 'signal' ? [program.tables[op.table]!.hidden] : op.op === 'chance' || op.op === 'choose' ? op.reveals : [];
    if (readsUnseen(readBy(op), unseen) || causes.some((i) => unseen[program.hidden[i]!.slot])) for (const at of places) veiled.add(at);
  });
  return { dark, veiled };
}

/** Places of the observations (draws that reveal a cause) of whose outcome an eye sees nothing. */
export function outcomesUnseen(program: Program, eye: number): readonly SourceRef[] {
  const unseen = unseenBy(program, eye);
  const places: SourceRef[] = [];
  walkProgram(program, (op) => {
    if (op.op === 'signal' || ((op.op === 'chance' || op.op === 'choose') && op.reveals.length > 0))
      if (!shows(program, op, unseen)) places.push(op.at);
  });
  return places;
}

/** By slot, whether an eye (its index) does not see it. */
const unseenBy = (program: Program, eye: number): readonly boolean[] =>
  program.slots.map(({ sees, kind }) => (sees === undefined ? kind === 'hidden' : !sees.includes(eye)));

/** Flags whose both sides are weighed; beyond, the likelier side stands for the rest. */
const MOST_FLAGS = 6;

/** Takes the guesses about slots for the slots themselves: flags by their odds, numbers at the middle of what they may be. */
function blurOf(guesses: readonly Guess[]): Blur | undefined {
  if (guesses.length === 0) return undefined;
  const flags = guesses.filter(({ flag }) => flag).slice(0, MOST_FLAGS);
  return (p) => (s) => {
    const kept = guesses.map(({ slot }) => s[slot]!);
    for (const guess of guesses) s[guess.slot] = middleOf(guess, s);
    const value = overFlags(s, flags, 0, p);
    for (const [i, { slot }] of guesses.entries()) s[slot] = kept[i]!;
    return value;
  };
}

function overFlags(s: State, flags: readonly Guess[], next: number, p: CompiledExpr): number {
  const flag = flags[next];
  if (flag === undefined) return p(s);
  const up = clamp(flag.value(s), 0, MILLION);
  let sum = 0;
  for (const [value, odds] of [
    [0, MILLION - up],
    [1, up],
  ] as const) {
    if (odds === 0) continue;
    s[flag.slot] = value;
    sum += odds * overFlags(s, flags, next + 1, p);
  }
  return floorDiv(sum, MILLION);
}

/** What a slot is most plainly taken for. */
function middleOf({ value, flag, min, max }: Guess, s: State): number {
  const guessed = value(s);
  return clamp(flag ? (guessed * 2 >= MILLION ? 1 : 0) : guessed, min, max);
}

/** Writes what an eye takes its unseen slots for into a view. */
export function guessInto(program: Program, { guesses }: Looker, view: State): void {
  for (const { slot } of guesses) view[slot] = program.slots[slot]!.start;
  for (const guess of guesses) view[guess.slot] = middleOf(guess, view);
}

/** Draws the slots an eye does not see from its guesses. `luck`: a whole number from 0 up to below n, by the luck of a slot. */
export function drawGuesses({ guesses }: Looker, state: State, luck: (of: Luck, n: number) => number): void {
  const drawn = guesses.map(({ slot, value, spread, luck: own, flag, min, max }) => {
    if (own === undefined) return state[slot]!;
    if (flag) return luck(own, MILLION) < value(state) ? 1 : 0;
    const width = clamp(spread?.(state) ?? 0, 0, MOST_GUESS);
    return clamp(value(state) + luck(own, 2 * width + 1) - width, min, max);
  });
  for (const [i, { slot }] of guesses.entries()) state[slot] = drawn[i]!;
}
const MOST_GUESS = 1_000_000_000;

/**
 * Who learns what from a draw at some place. `read`: everything that decides its odds; `seen`: whether a looker sees its outcome.
 * Without `Program.eyes` there is one mind, and all have its odds.
 */
export function observationOf(
  program: Program,
  reveals: readonly number[],
  read: readonly Expr[],
  seen: (looker: Looker) => boolean,
): Observation {
  const causes = reveals.map((i) => program.hidden[i]!);
  const sight = sightOf(program);
  if (sight === undefined) return { minds: [{ causes, blur: undefined }], lookers: undefined };
  const blurFor = (guesses: readonly Guess[]): Blur | undefined =>
    blurOf(guesses.filter(({ slot }) => read.some((expr) => reads(expr, (each) => each === slot))));
  const held = (mind: number, of: readonly HiddenSpec[]): readonly Cause[] =>
    of.map((hidden) => ({ slot: hidden.slot, beliefs: beliefsOf(hidden, mind) }));
  return {
    // What one of those who share a mind does not see moves nobody's odds, and shapes none.
    minds: sight.minds.flatMap(({ lookers }, mind): Outlook[] => {
      if (lookers.length === 0 || !lookers.every(seen)) return [];
      const unseen = lookers.flatMap(({ guesses }) => guesses);
      return [
        { causes: held(mind, causes), blur: blurFor(unseen.filter(({ slot }, i) => unseen.findIndex((each) => each.slot === slot) === i)) },
      ];
    }),
    lookers: sight.lookers.map(({ mind, unseen, guesses }) => ({
      causes: held(
        mind,
        causes.filter(({ slot }) => unseen[slot]),
      ),
      blur: blurFor(guesses),
    })),
  };
}

/** The same for an op. */
export const observationAt = (program: Program, op: Extract<Op, { op: 'chance' | 'choose' }>): Observation =>
  observationOf(program, op.reveals, readBy(op), ({ dark }) => !dark.has(op.at));
