import { seedWords } from '../engine/chance.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import { menu } from '../engine/menu.ts';
import { start } from '../engine/turn.ts';
import type { Program } from '../engine/program.ts';
import type { Bundle, BundleBeginning, BundleRest, Prose, SituationInfo } from './bundle.ts';
import { columnsOf } from './columns.ts';
import { laterLists, type Unfinished } from './unpack.ts';

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
export function packBundle(bundle: Bundle): { readonly beginning: BundleBeginning; readonly rest: BundleRest } {
  const { peers, ...catalogue } = bundle.catalogue;
  const { places, variables, addressed, news, wants, voices, questions, cuts, situations, acts, claims } = catalogue;
  const { slots, ...program } = structuredClone(bundle.program) as Unfinished<Program>;
  const opening = openingOf(bundle.program);
  const opens = ({ id }: { readonly id: string }): boolean => opening.situations.has(id);
  const ops = laterLists({ ...program, slots } as Program).map((list) => list.splice(0));
  const options = program.situations.map((situation) => (opens(situation) ? null : situation.options.splice(0)));
  const weights = program.seats.map(({ policy }) => {
    if (policy === undefined) return [];
    return policy.weights.splice(0, policy.weights.length, ...policy.weights.map(() => 0));
  });
  const moves = program.acts.map((act) => {
    if (program.seats[act.seat]?.policy === undefined) return null;
    const { when, needs, cost } = act;
    Object.assign(act, { when: 0, needs: [], cost: 0 });
    return { when, needs, cost };
  });
  const shut = (info: SituationInfo): SituationInfo => ({ id: info.id, claims: [], deck: info.deck, views: [], options: [] });
  const shown = {
    ...catalogue,
    places: [],
    variables: [],
    addressed: [],
    news: [],
    ...(wants && { wants: [] }),
    voices: [],
    questions: [],
    ...(cuts && { cuts: [] }),
    situations: situations.map((info) => (opens(info) ? info : shut(info))),
    acts: acts.map((info) => (opening.acts.has(info.id) ? info : null)),
    claims: [],
  };
  const cited = JSON.stringify(shown);
  return {
    beginning: {
      ...bundle,
      program: inSteps(program as Omit<Program, 'slots'>),
      slots: columnsOf(bundle.program.slots, ['min', 'max', 'start', 'kind', 'scale', 'stages', 'sees', 'guess']),
      names: slots.map(({ name, stages }) => (stages === undefined ? null : name)),
      catalogue: { ...shown, claims: claims.filter(({ id }) => cited.includes(`"${id}"`)) },
      beginning: true,
    },
    rest: {
      rules: inSteps({ ops, options, moves } as BundleRest['rules']),
      weights: weights as BundleRest['weights'],
      names: slots.map(({ name }) => name),
      places: columnsOf(places, ['file', 'line', 'kind', 'owner', 'because', 'claims', 'design', 'luck']),
      catalogue: {
        variables,
        addressed,
        news,
        ...(wants && { wants }),
        acts,
        claims,
        ...(voices && { voices }),
        ...(questions && { questions }),
        ...(peers && { peers }),
        ...(cuts && { cuts }),
        situations: situations.map((info) => (opens(info) ? null : info)),
      },
    },
  };
}

/** Beginnings of games looked at: what more of them would find is rare, and then waited for. */
const BEGINNINGS = 64;
const LATER =
  /^(?:because|case|cause|claim|ending|news|question|rule|sign|voice)\.|^power\.\w+\.(?:about|goal|line|want)\b|^situation\..*\.(?:hook|outcome)$/;

/** Ids of the situations and acts that may be open at the first decision. */
interface Opening {
  readonly situations: ReadonlySet<string>;
  readonly acts: ReadonlySet<string>;
}

/** Each part of a scenario asks for it, and it is worked out by playing. */
const openings = new WeakMap<Program, Opening>();

function openingOf(program: Program): Opening {
  const known = openings.get(program);
  if (known !== undefined) return known;
  const rules = compileProgram(program);
  const situations = new Set<string>();
  const acts = new Set<string>();
  const seats = program.seats.flatMap(({ policy }, seat) => (policy === undefined ? [seat] : []));
  for (let seed = 0; seed < BEGINNINGS; seed++) {
    const state = start(rules, seedWords(seed), []);
    for (const { id, status } of program.situations) if (state[status] !== 0) situations.add(id);
    for (const seat of seats) for (const { act } of menu(rules, state, seat).acts) acts.add(program.acts[act]!.id);
  }
  const opening = { situations, acts };
  openings.set(program, opening);
  return opening;
}

/** The words that may be on screen before the first order is given, and all others. */
export function splitProse(prose: Prose, program: Program): { readonly first: Prose; readonly rest: Prose } {
  const { situations, acts } = openingOf(program);
  // What is said of a variable is asked for; a ladder names itself beside the chart.
  const ladders = program.slots.flatMap(({ name, stages }) => (stages === undefined ? [] : `variable.${name}.`));
  const opening = [...[...situations].map((id) => `situation.${id}.`), ...[...acts].map((id) => `act.${id}.`), ...ladders];
  const isOpening = (key: string): boolean => opening.some((stem) => key.startsWith(stem));
  const isFirst = (key: string): boolean => !LATER.test(key) && (!/^(?:situation|act|variable)\./.test(key) || isOpening(key));
  const part = (wanted: boolean): Prose => Object.fromEntries(Object.entries(prose).filter(([key]) => isFirst(key) === wanted));
  return { first: part(true), rest: part(false) };
}
