import type { BranchSpec, Expr, Op, Program, SlotSpec } from '../../src/engine/program.ts';
import { ENDING, FIRST_FREE_SLOT, TURN } from '../../src/engine/program.ts';
import type { State } from '../../src/engine/state.ts';

/** The toy game of the yardstick (`bench/toy/data.json`), as its file has it. */
export interface ToyData {
  readonly turns: number;
  readonly policySite: number;
  readonly variables: readonly { readonly name: string; readonly initial: number; readonly min: number; readonly max: number }[];
  readonly cards: readonly { readonly id: string; readonly choices: readonly ToyEffects[] }[];
  readonly rivals: readonly {
    readonly id: string;
    readonly noise: number;
    readonly noiseSite: number;
    readonly actions: readonly (ToyEffects & { readonly score: ToyExpression })[];
  }[];
  readonly events: readonly (ToyEffects & { readonly perMille: number; readonly chanceSite: number })[];
  readonly drift: readonly { readonly target: string; readonly add: ToyExpression }[];
}

interface ToyEffects {
  readonly id: string;
  readonly site: number;
  readonly effects: readonly { readonly target: string; readonly add: number; readonly spread: number }[];
}

type ToyExpression = number | string | readonly ['add' | 'sub' | 'mul' | 'min' | 'max' | 'fdiv', ToyExpression, ToyExpression];

const OPERATOR = { add: '+', sub: '-', mul: '*', min: 'min', max: 'max' } as const;

/** The toy as a program: the computer plays everything, so that a turn has no orders. */
export function toyProgram(data: ToyData): Program {
  const slotOf = new Map(data.variables.map(({ name }, i) => [name, FIRST_FREE_SLOT + i]));
  const slot = (name: string): number => slotOf.get(name) ?? Number.NaN;
  const expr = (e: ToyExpression): Expr => {
    if (typeof e === 'number') return e;
    if (typeof e === 'string') return ['slot', slot(e)];
    return e[0] === 'fdiv' ? ['div', expr(e[1]), expr(e[2]), 0] : [OPERATOR[e[0]], expr(e[1]), expr(e[2])];
  };
  let places = 0;
  const at = (): number => places++;
  const effects = ({ site, effects: list }: ToyEffects): Op[] =>
    list.map(({ target, add, spread }, subject) => ({ op: 'add', at: at(), slot: slot(target), by: add, spread, luck: { site, subject } }));
  const cards = data.cards.map((card, i): Op => {
    const from: BranchSpec[] = card.choices.map((choice) => ({ at: at(), weight: 1, does: effects(choice) }));
    const choose: Op = { op: 'choose', at: at(), mode: 'weighted', luck: { site: data.policySite, subject: 0 }, from, reveals: [] };
    return { op: 'if', at: at(), when: ['==', ['mod', ['slot', TURN], data.cards.length, 0], i], then: [choose], else: [] };
  });
  const rivals = data.rivals.map((rival): Op => ({
    op: 'choose',
    at: at(),
    mode: 'best',
    luck: { site: rival.noiseSite, subject: 0 },
    from: rival.actions.map((action) => ({ at: at(), weight: expr(action.score), noise: rival.noise, does: effects(action) })),
    reveals: [],
  }));
  const events = data.events.map((event): Op => ({
    op: 'chance',
    at: at(),
    p: event.perMille * 1000,
    luck: { site: event.chanceSite, subject: 0 },
    then: effects(event),
    else: [],
    reveals: [],
  }));
  const drift = data.drift.map(({ target, add }): Op => ({ op: 'add', at: at(), slot: slot(target), by: expr(add) }));
  const system = (name: string, max: number): SlotSpec => ({ name, min: 0, max, start: 0, kind: 'system', scale: 1 });
  return {
    format: 1,
    id: 'toy',
    slots: [
      system('turn', data.turns),
      system('ending', 1),
      ...data.variables.map(({ name, initial, min, max }): SlotSpec => ({ name, min, max, start: initial, kind: 'number', scale: 1000 })),
    ],
    setup: [],
    calendar: { start: '2000-01-01', segments: [{ id: 'game', turns: data.turns, unit: 'week' }] },
    seats: [],
    situations: [],
    acts: [],
    timers: [],
    hidden: [],
    tables: [],
    curves: [],
    readings: [],
    charges: [],
    endings: [{ id: 'end', early: false }],
    start: [],
    phases: { reactions: [...cards, ...rivals, ...events], drift, endings: [], calendar: [] },
  };
}

/** The published hash: FNV-1a over the variables, then the turn. */
export function toyHash(state: State): number {
  let h = 0x811c9dc5;
  for (let i = ENDING + 1; i < state.length; i++) h = Math.imul(h ^ (state[i] ?? 0), 16777619);
  return Math.imul(h ^ (state[TURN] ?? 0), 16777619) >>> 0;
}
