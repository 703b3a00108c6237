import { withLens } from '../bundle/lens.ts';
import { compileProgram, type CompiledProgram } from '../engine/compiled-program.ts';
import { valueOf } from '../engine/expression.ts';
import type { Program } from '../engine/program.ts';
import { keyOf, makeSeed } from '../engine/seed.ts';
import { start, stepInPlace } from '../engine/turn.ts';
import { seenBy } from '../engine/eye.ts';
import type { Bond, TheoryCase, WeighedCase } from '../bundle/theory-case.ts';
import { choicesOf } from './draw.ts';

/** A case as a lens has it, beside what is reported of it. */
export interface CaseUnderLenses {
  readonly id: string;
  readonly title: string;
  readonly reported: Bond;
  readonly lenses: Readonly<Record<string, Bond>>;
}

/** A number on which the lenses differ. */
export interface Difference {
  readonly id: string;
  readonly title: string;
  readonly lenses: Readonly<Record<string, number>>;
}

export interface Theory {
  readonly cases: readonly CaseUnderLenses[];
  readonly difference: readonly Difference[];
}

/** The rules of a program in which nobody moves: what is read of them depends on the values they start from alone. */
const stillOf = (program: Program): CompiledProgram =>
  compileProgram({
    ...program,
    seats: program.seats.map(({ id, maxActs }) => ({ id, maxActs })),
    phases: { ...program.phases, reactions: [] },
  });

/** Puts each case to the rules of a scenario, once under each of these lenses. */
export const theoryOf = (program: Program, cases: readonly TheoryCase[], lenses: readonly string[]): Theory => {
  const rules = stillOf(program);
  const key = keyOf(makeSeed(0n));
  const under = <T>({ given }: TheoryCase, read: (value: (expr: Parameters<typeof valueOf>[2]) => number) => T) =>
    Object.fromEntries(
      lenses.map((lens): [string, T] => {
        const state = start(rules, key, withLens(rules.program, choicesOf(rules.program, key), lens));
        const give = () => given.forEach(({ slot, value }) => (state[slot] = value));
        give();
        stepInPlace(rules, key, state, []);
        // What is given holds: only what the rules made of it is new.
        give();
        const view = seenBy(rules, state, 'table');
        return [lens, read((expr) => valueOf(rules, view, expr))];
      }),
    );
  return {
    cases: cases.flatMap((each) => {
      const { id, title, asks } = each;
      if ('reads' in asks) return [];
      const lensed = under(each, (value): Bond => (value(asks.ally) !== 0 ? 'ally' : value(asks.partner) !== 0 ? 'partner' : 'none'));
      return [{ id, title, reported: asks.reported, lenses: lensed }];
    }),
    difference: cases.flatMap((each) => {
      const { id, title, asks } = each;
      return 'reads' in asks ? [{ id, title, lenses: under(each, (value) => value(asks.reads)) }] : [];
    }),
  };
};

/** The cases with a bond that is reported, as they are shown. */
export const weighedCases = (program: Program, cases: readonly TheoryCase[], lenses: readonly string[]): readonly WeighedCase[] => {
  const { cases: told } = theoryOf(program, cases, lenses);
  return told.flatMap(({ id, reported, lenses: by }) => {
    const found = cases.find((each) => each.id === id);
    return found === undefined ? [] : [{ id, shared: found.shared, reported, lenses: by, claims: found.claims }];
  });
};
