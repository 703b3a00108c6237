import { valueOf } from '../engine/expression.ts';
import { seatOf } from '../engine/eye.ts';
import type { Eye } from '../engine/eye.ts';
import type { Expr, SourceRef, Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Row } from '../engine/ledger.ts';
import type { View } from '../engine/view.ts';
import type { ProseKey } from '../bundle/prose-key.ts';
import { chanceWords } from './wording.ts';
import type { Bundle, Locale, SourceInfo, Prose } from '../bundle/bundle.ts';
import { figuresIn, sayOf } from '../bundle/spell.ts';

/** One moment of a game put into one language: everything a screen asks in order to speak. Knows nothing hidden. */
export interface Teller {
  readonly bundle: Bundle;
  readonly rules: CompiledProgram;
  readonly view: View;
  /** Whose view it is. */
  readonly eye: Eye;
  /** The seat it looks from; the first where it has none. */
  readonly seat: number;
  readonly locale: Locale;
  readonly read: (slot: Slot) => number;
  readonly value: (expr: Expr) => number;
  readonly holds: (expr: Expr | undefined) => boolean;
  /** A key's words; empty where there are none. */
  readonly say: (key: ProseKey) => string;
  /** The words of what came of a turn: odds in them are those of its own rows. */
  readonly sayOf: (key: ProseKey, rows: readonly Row[]) => string;
  readonly has: (key: ProseKey) => boolean;
  /** Slots whose figures a key's words show. */
  readonly figuresIn: (key: ProseKey) => readonly Slot[];
  readonly place: (place: SourceRef) => SourceInfo | undefined;
}

/** The odds of the chance that was drawn at one of these places, in words; empty where none was. */
const oddsIn = (rows: readonly Row[], places: readonly SourceRef[]): string => {
  const row = rows.find(({ kind, place }) => (kind === 'chance' || kind === 'choose') && places.includes(place));
  return row === undefined ? '' : chanceWords(row.seen >= 0 ? row.seen : row.p);
};

export const tellerOf = (bundle: Bundle, rules: CompiledProgram, view: View, prose: Prose, locale: Locale, eye: Eye = 0): Teller => {
  const value = (expr: Expr): number => valueOf(rules, view, expr);
  const say = sayOf(prose, value);
  return {
    bundle,
    rules,
    view,
    eye,
    seat: seatOf(eye) ?? 0,
    locale,
    value,
    read: (slot) => view[slot] ?? 0,
    holds: (expr) => expr === undefined || value(expr) !== 0,
    say: (key) => say(key) ?? '',
    sayOf: (key, rows) => sayOf(prose, value, (places) => oddsIn(rows, places))(key) ?? '',
    has: (key) => prose[key] !== undefined,
    figuresIn: (key) => figuresIn(prose[key] ?? ''),
    place: (place) => bundle.catalogue.places[place],
  };
};

/** A capital's name where the power has one, its own name otherwise. */
export const capitalName = (teller: Pick<Teller, 'say'>, power: string): string =>
  teller.say(`power.${power}.capital`) || teller.say(`power.${power}.name`) || teller.say(`group.${power}.name`) || power;
