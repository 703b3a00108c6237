import type { ActSpec, Op, OptionSpec, Program } from '../engine/program.ts';
import type { Bundle, Catalogue, BundleBeginning, BundleRest } from './bundle.ts';
import { fromColumns } from './columns.ts';

/** A program that is being put together. */
export type Unfinished<T> = T extends (infer E)[] | readonly (infer E)[]
  ? Unfinished<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Unfinished<T[K]> }
    : T;

/** The lists of ops that run only once an order has been given, in one order. */
export const laterLists = ({ phases, situations, acts, timers }: Program): Op[][] =>
  [
    ...[phases.reactions, phases.drift, phases.endings],
    ...situations.flatMap(({ options }) => options.map(({ does }) => does)),
    ...acts.map(({ does }) => does),
    ...timers.flatMap(({ during, due }) => [during, due]),
  ] as Op[][];

/** The numbers of places as they were before they were packed. */
const inFull = <T>(packed: T): T => {
  let before = 0;
  const sum = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sum);
    if (typeof value !== 'object' || value === null) return value;
    const map = value as Readonly<Record<string, unknown>>;
    if (typeof map['at'] === 'number') before += map['at'];
    const at = before;
    return Object.fromEntries(Object.keys(map).map((key) => [key, key === 'at' && typeof map[key] === 'number' ? at : sum(map[key])]));
  };
  return sum(packed) as T;
};

/** The beginning of a bundle, from its packed form. */
export const unpackBeginning = ({ program, slots, names, catalogue, ...packed }: BundleBeginning): Bundle => ({
  ...packed,
  catalogue: { ...catalogue, acts: program.acts.map(({ id }, i) => catalogue.acts[i] ?? { id, claims: [], strains: [] }) },
  program: { ...inFull(program), slots: fromColumns(slots).map((slot, i) => ({ name: names[i] ?? '', ...slot })) },
});

/** Whether the first decision shows what only the whole bundle and all words can say: what others may do next, or what an act would cost. */
export const beginsWhole = ({ teaching, stops }: Catalogue): boolean => stops === undefined || teaching.signals <= 1 || teaching.acts <= 1;

/** The whole bundle; the beginning stays as it is. */
export function wholeBundle({ program: begun, rulesHash, catalogue }: Bundle, rest: BundleRest): Bundle {
  const program = structuredClone(begun) as Unfinished<Program>;
  const { ops, options, moves } = inFull(rest.rules);
  for (const [i, slot] of program.slots.entries()) slot.name = rest.names[i] ?? '';
  for (const [i, situation] of program.situations.entries()) situation.options.push(...((options[i] ?? []) as Unfinished<OptionSpec>[]));
  for (const [i, act] of program.acts.entries()) Object.assign(act, (moves[i] ?? {}) as Partial<ActSpec>);
  for (const [i, { policy }] of program.seats.entries()) {
    if (policy !== undefined) policy.weights = [...(rest.weights[i] ?? [])] as Unfinished<typeof policy.weights>;
  }
  for (const [i, list] of laterLists(program as Program).entries()) list.push(...(ops[i] ?? []));
  const situations = catalogue.situations.map((info, i) => rest.catalogue.situations[i] ?? info);
  const places = fromColumns(rest.places);
  return { program: program as Program, rulesHash, catalogue: { ...catalogue, ...rest.catalogue, situations, places } };
}
