import { seedWords } from '../engine/chance.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { menu } from '../engine/menu.ts';
import { start } from '../engine/turn.ts';
import type { Program } from '../engine/program.ts';
import { laterLists } from './unpack.ts';
import type { Bundle, BundleRest, Column, PackedPlaces, SourceInfo, Prose } from './bundle.ts';

/** Numbers of places as steps from one to the next, which pack better. */
function inSteps<T>(value: T): T {
  let before = 0;
  const steps = (_key: string, each: unknown): unknown => {
    if (typeof each !== 'object' || each === null || !('at' in each) || typeof each.at !== 'number') return each;
    const step = each.at - before;
    before = each.at;
    return { ...each, at: step };
  };
  return JSON.parse(JSON.stringify(value, steps)) as T;
}

/** A bundle as it is sent: what a game needs up to its first decision, and the rest of it. */
export function packBundle(bundle: Bundle): { readonly beginning: Bundle; readonly rest: BundleRest } {
  const program = structuredClone(bundle.program);
  const ops = laterLists(program).map((list) => list.splice(0));
  const { places, variables, addressed, news, voices, questions } = bundle.catalogue;
  return {
    beginning: {
      ...bundle,
      program: inSteps(program),
      catalogue: { ...bundle.catalogue, places: [], variables: [], addressed: [], news: [], voices: [], questions: [] },
      beginning: true,
    },
    rest: {
      ops: inSteps(ops),
      places: packPlaces(places),
      catalogue: { variables, addressed, news, ...(voices && { voices }), ...(questions && { questions }) },
    },
  };
}

function packPlaces(places: readonly SourceInfo[]): PackedPlaces {
  const column = <K extends keyof SourceInfo>(key: K): Column<SourceInfo[K]> => {
    const values: SourceInfo[K][] = [];
    const numbers = new Map<string, number>();
    const index = places.map(({ [key]: value }) => {
      const text = JSON.stringify(value ?? null);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, values.push(value) - 1);
      return values.length - 1;
    });
    return { values, index };
  };
  return {
    file: column('file'),
    line: column('line'),
    kind: column('kind'),
    owner: column('owner'),
    because: column('because'),
    claims: column('claims'),
    design: column('design'),
    luck: column('luck'),
  };
}

/** Beginnings of games looked at: what more of them would find is rare, and then waited for. */
const BEGINNINGS = 64;
const LATER = /^(?:because|claim|ending|news|question|rule|voice)\.|^situation\..*\.(?:hook|outcome)$/;

/** The words that may be on screen before the first order is given, and all others. */
export function splitProse(prose: Prose, program: Program): { readonly first: Prose; readonly rest: Prose } {
  const rules = compileProgram(program);
  const opening = new Set<string>();
  const seats = program.seats.flatMap(({ policy }, seat) => (policy === undefined ? [seat] : []));
  for (let seed = 0; seed < BEGINNINGS; seed++) {
    const state = start(rules, seedWords(seed), []);
    for (const { id, status } of program.situations) if (state[status] !== 0) opening.add(`situation.${id}.`);
    for (const seat of seats) for (const { act } of menu(rules, state, seat).acts) opening.add(`act.${program.acts[act]!.id}.`);
  }
  const isOpening = (key: string): boolean => [...opening].some((stem) => key.startsWith(stem));
  const isFirst = (key: string): boolean => !LATER.test(key) && (!/^(?:situation|act)\./.test(key) || isOpening(key));
  const part = (wanted: boolean): Prose => Object.fromEntries(Object.entries(prose).filter(([key]) => isFirst(key) === wanted));
  return { first: part(true), rest: part(false) };
}
