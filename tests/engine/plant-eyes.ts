import type { Expr, GuessSpec, HiddenSpec, Program, SlotSpec } from '../../src/engine/program.ts';
import { ENDING, TURN } from '../../src/engine/program.ts';
import type { Eye } from '../../src/engine/eye.ts';
import { lookerFor } from '../../src/engine/eye.ts';
import type { State } from '../../src/engine/state.ts';
import type { Tape } from './random-program.ts';

/** Eyes of `randomProgram`: its seats, two chairs of the first, the table. */
export const EYES: readonly Eye[] = [0, 1, 2, { seat: 0, chair: 'a' }, { seat: 0, chair: 'b' }, 'table'];
const IDS = ['person', 'power', 'other', 'person/a', 'person/b', 'table'];

const MASKED = new Set<SlotSpec['kind']>(['number', 'flag', 'stage', 'remainder', 'timer', 'hidden']);

/** Gives a program masks, guesses and minds. */
export function plantEyes(tape: Tape, program: Program): Program {
  const mask = (): number[] => IDS.slice(0, -1).flatMap((_, eye) => (tape(3) === 0 ? [eye] : []));
  const masks = program.slots.map(({ kind }, slot) =>
    slot !== TURN && slot !== ENDING && slot !== program.tick && MASKED.has(kind) && tape(3) === 0 ? mask() : undefined,
  );
  const open = program.slots.flatMap(({ kind }, slot) =>
    masks[slot] === undefined && (kind === 'number' || kind === 'flag') ? [slot] : [],
  );
  const read = (): Expr => (open.length === 0 || tape(2) === 0 ? tape(300) : ['slot', open[tape(open.length)] ?? TURN]);
  const guessOf = (kind: SlotSpec['kind'], slot: number): { guess?: GuessSpec } => {
    if (kind === 'hidden' || kind === 'timer' || kind === 'remainder') return {};
    const value: Expr = kind === 'flag' ? ['*', read(), tape(3000)] : read();
    return { guess: { value, ...(tape(2) === 0 ? {} : { spread: tape(60) }), luck: { site: 91 + slot, subject: 0 } } };
  };
  const slots = program.slots.map((spec, slot): SlotSpec => {
    const sees = masks[slot];
    return sees === undefined ? spec : { ...spec, sees, ...guessOf(spec.kind, slot) };
  });
  const which = IDS.slice(0, -1).map(() => tape(3));
  const minds = [1, 2].map((mind) => which.flatMap((own, eye) => (own === mind ? [eye] : []))).filter((own) => own.length > 0);
  const hidden = program.hidden.map((each): HiddenSpec => ({
    ...each,
    ...(minds.length === 0
      ? {}
      : {
          minds: minds.map((_, mind) => ({
            priors: mind === 0 ? each.priors : [...each.priors.slice(1), each.priors[0] ?? 0],
            beliefs: each.causes.map(
              () => slots.push({ name: `mind_${slots.length}`, min: 0, max: 1_000_000, start: 0, kind: 'belief', scale: 1 }) - 1,
            ),
          })),
        }),
  }));
  return { ...program, slots, hidden, eyes: IDS, ...(minds.length === 0 ? {} : { minds }) };
}

/** A state that differs in what an eye cannot see alone: hidden causes, masked slots and the odds of other minds. */
export function twinOf(program: Program, state: State, eye: Eye, pick: (below: number) => number): State {
  const twin = state.slice();
  const looker = lookerFor(program, eye);
  for (const { slot, causes } of looker?.unknown ?? program.hidden) twin[slot] = pick(causes.length);
  const now = state[program.tick ?? TURN] ?? 0;
  const origins = new Set(program.timers.flatMap(({ copies }) => copies.map(({ origin }) => origin)));
  for (const [slot, { sees, kind, min, max }] of program.slots.entries()) {
    if (sees === undefined || kind === 'hidden' || looker?.unseen[slot] !== true) continue;
    twin[slot] = origins.has(slot) ? pick(now + 1) : min + pick(max - min + 1);
  }
  for (const hidden of program.hidden) {
    for (const [mind, { beliefs }] of [hidden, ...(hidden.minds ?? [])].entries()) {
      if (mind === (looker?.mind ?? 0)) continue;
      const turned = pick(beliefs.length);
      for (const [i, slot] of beliefs.entries()) twin[slot] = state[beliefs[(i + turned) % beliefs.length] ?? slot] ?? 0;
    }
  }
  return twin;
}
