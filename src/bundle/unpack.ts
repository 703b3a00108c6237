import type { Op, Program } from '../engine/program.ts';
import type { Bundle, BundleRest, Column, PackedPlaces, SourceInfo } from './bundle.ts';

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
export const unpackBeginning = (packed: Bundle): Bundle => ({ ...packed, program: inFull(packed.program) });

/** The whole bundle; the beginning stays as it is. */
export function wholeBundle({ program: begun, rulesHash, catalogue }: Bundle, rest: BundleRest): Bundle {
  const program = structuredClone(begun);
  const ops = inFull(rest.ops);
  for (const [i, list] of laterLists(program).entries()) list.push(...(ops[i] ?? []));
  return { program, rulesHash, catalogue: { ...catalogue, ...rest.catalogue, places: placesOf(rest.places) } };
}

const placesOf = (packed: PackedPlaces): SourceInfo[] =>
  packed.file.index.map((_, i) => {
    const because = entry(packed.because, i);
    const luck = entry(packed.luck, i);
    return {
      file: entry(packed.file, i) ?? '',
      line: entry(packed.line, i) ?? 0,
      kind: entry(packed.kind, i) ?? '',
      owner: entry(packed.owner, i) ?? 'scenario.title',
      ...(because ? { because } : {}),
      claims: entry(packed.claims, i) ?? [],
      design: entry(packed.design, i) ?? false,
      ...(luck ? { luck } : {}),
    };
  });

const entry = <T>({ values, index }: Column<T>, i: number): T | undefined => values[index[i] ?? -1];
