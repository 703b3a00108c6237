import type { Program } from '../engine/program.ts';
import { lensesOf } from '../bundle/lens.ts';
import { seedFromText } from '../session/seed.ts';
import type { Call } from './main.ts';
import { UsageError } from './usage.ts';

type Options = Call['options'];

/** The text of an option that can be given once. */
export const textOf = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** The texts of an option that can be given several times. */
export const textsOf = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

/** A whole number from 1 to `most`. */
export const countOf = (options: Options, name: string, most: number): number | undefined => {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > most)
    throw new UsageError(`--${name} must be a whole number from 1 to ${most}, not "${text}".`);
  return count;
};

/** The seed that --seed stands for. */
export const seedOf = (options: Options): string | undefined => {
  const text = textOf(options, 'seed');
  return text === undefined ? undefined : seedFromText(text);
};

/** One of the names known, or a complaint that lists them. */
export const oneOf = (what: string, name: string, known: readonly string[]): string => {
  if (known.includes(name)) return name;
  throw new UsageError(`There is no ${what} "${name}"; there are ${known.join(', ')}.`);
};

/** The lens that --lens names, or a complaint that lists those of the scenario. */
export const lensFor = (program: Pick<Program, 'setup'>, options: Options): string | undefined => {
  const name = textOf(options, 'lens');
  if (name === undefined) return undefined;
  const known = lensesOf(program);
  if (known.length === 0) throw new UsageError('This scenario has no lens to choose.');
  return oneOf('lens', name, known);
};
