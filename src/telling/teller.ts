import { valueOf } from '../engine/expression.ts';
import type { Expr, SourceRef, Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { View } from '../engine/view.ts';
import type { Bundle, Locale, SourceInfo, Prose } from '../bundle/bundle.ts';
import { sayOf } from '../bundle/spell.ts';

/** One moment of a game put into one language: everything a screen asks in order to speak. Knows nothing hidden. */
export interface Teller {
  readonly bundle: Bundle;
  readonly rules: CompiledProgram;
  readonly view: View;
  /** Whose view it is: the seat that looks. */
  readonly seat: number;
  readonly locale: Locale;
  readonly read: (slot: Slot) => number;
  readonly value: (expr: Expr) => number;
  readonly holds: (expr: Expr | undefined) => boolean;
  /** A key's words; empty where there are none. */
  readonly say: (key: string) => string;
  readonly has: (key: string) => boolean;
  readonly place: (place: SourceRef) => SourceInfo | undefined;
}

export const tellerOf = (bundle: Bundle, rules: CompiledProgram, view: View, prose: Prose, locale: Locale, seat = 0): Teller => {
  const value = (expr: Expr): number => valueOf(rules, view, expr);
  const say = sayOf(prose, value);
  return {
    bundle,
    rules,
    view,
    seat,
    locale,
    value,
    read: (slot) => view[slot] ?? 0,
    holds: (expr) => expr === undefined || value(expr) !== 0,
    say: (key) => say(key) ?? '',
    has: (key) => prose[key] !== undefined,
    place: (place) => bundle.catalogue.places[place],
  };
};

/** A capital's name where the power has one, its own name otherwise. */
export const capitalName = (teller: Teller, power: string): string =>
  teller.say(`power.${power}.capital`) || teller.say(`power.${power}.name`) || power;
