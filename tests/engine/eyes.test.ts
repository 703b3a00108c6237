import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imagine } from '../../src/engine/belief.ts';
import { bounded } from '../../src/engine/arith.ts';
import { draw, seedWords } from '../../src/engine/chance.ts';
import type { Key } from '../../src/engine/chance.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import type { CompiledProgram } from '../../src/engine/compiled-program.ts';
import { eyeOfId, idOfEye, lookerFor, rowsFor, seatOf, seenBy } from '../../src/engine/eye.ts';
import type { Eye, Sitter } from '../../src/engine/eye.ts';
import { newLedger, rowAt } from '../../src/engine/ledger.ts';
import type { Ledger, Row } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import type { Orders } from '../../src/engine/order.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { ENDING } from '../../src/engine/program.ts';
import type { Program } from '../../src/engine/program.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import type { State } from '../../src/engine/state.ts';
import { start, step } from '../../src/engine/turn.ts';
import { forecast } from '../../src/players/forecast.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { runs } from '../counts.ts';
import { EYES, plantEyes, twinOf } from './plant-eyes.ts';
import { randomOrder, randomProgram, tapes } from './random-program.ts';
import type { Tape } from './random-program.ts';

const seeds = fc.nat(1_000_000);

interface Played {
  readonly tape: Tape;
  readonly rules: CompiledProgram;
  readonly key: Key;
  readonly state: State;
}

/** Orders for the person and, now and then, for the powers. */
const someOrders = (tape: Tape, rules: CompiledProgram, state: State): Orders =>
  rules.seats.map(({ seat }) => (seat === 0 || tape(3) === 0 ? randomOrder(tape, menu(rules, state, seat)) : undefined));

const opened = (program: Program): Program | undefined => {
  const parsed = parseProgram(program);
  if (!parsed.ok && parsed.problem.code !== 'too-wide') throw new Error(JSON.stringify(parsed.problem));
  return parsed.ok ? parsed.value : undefined;
};

/** Games of random programs with planted masks, some turns on. */
const played = (look: (game: Played) => void, numRuns: number): void => {
  fc.assert(
    fc.property(tapes, seeds, (tape, seed) => {
      const program = opened(plantEyes(tape, randomProgram(tape)));
      fc.pre(program !== undefined);
      const rules = compileProgram(program);
      const key = seedWords(seed);
      let state = start(rules, key);
      for (let turn = tape(4); turn > 0; turn--) state = step(rules, key, state, someOrders(tape, rules, state));
      fc.pre(state[ENDING] === 0);
      look({ tape, rules, key, state });
    }),
    { numRuns },
  );
};

const policies = (program: Program) => [
  ...policiesOf({ program, catalogue: { situations: [], stances: [], groups: [], powers: [] } }).values(),
];

/** Numbers of their own, which do not run out as a tape does. */
const pickBy = (key: Key) => {
  let subject = 0;
  return (below: number): number => bounded(draw(key, 0, SITE, subject++, 0), below);
};
const SITE = 4711;

/** All that the engine and the players tell an eye of a state. */
const toldOf = (rules: CompiledProgram, key: Key, state: State, eye: Eye): unknown => {
  const view = seenBy(rules, state, eye);
  const seat = seatOf(eye);
  const told = {
    view: Array.from(view),
    odds: rules.seats.map((each) => oddsOf(rules, view, each.seat, eye)),
    imagined: Array.from(imagine(rules, view, key, eye)),
  };
  if (seat === undefined) return told;
  return {
    ...told,
    menu: menu(rules, view, seat),
    forecast: forecast(rules, view, eye as Sitter, PASS, { turns: 2, samples: 4, events: [{ rises: ['slot', 3], turns: 2 }] }),
    policies: typeof eye === 'number' ? policies(rules.program).map((policy) => orderOf(rules, policy, key, state, eye)) : [],
  };
};

const rowsOf = (ledger: Ledger): Row[] => Array.from({ length: ledger.count }, (_, row) => rowAt(ledger, row));

/** What a row says happened, without odds, draws and wishes. */
const effectsOf = (rows: readonly Row[]) => rows.map(({ kind, place, slot, before, after }) => [kind, place, slot, before, after]);

describe('eyes', () => {
  test('of states that differ only in what an eye cannot see it is told the same', { timeout: 120_000 }, () => {
    let blind = 0;
    played(
      ({ rules, key, state }) => {
        for (const eye of EYES) {
          const twin = twinOf(rules.program, state, eye, pickBy(key));
          if (twin.some((word, slot) => word !== state[slot])) blind++;
          expect(toldOf(rules, key, twin, eye)).toEqual(toldOf(rules, key, state, eye));
        }
      },
      runs(60, 4_000),
    );
    expect(blind).toBeGreaterThan(100);
  });

  test('rows that tell of the same events tell the same of them, whatever is behind', { timeout: 120_000 }, () => {
    let alike = 0;
    let betrayed = 0;
    played(
      ({ tape, rules, key, state }) => {
        const orders = someOrders(tape, rules, state);
        const ledger = newLedger();
        const after = step(rules, key, state, orders, ledger);
        for (const eye of EYES) {
          const other = newLedger();
          const twin = step(rules, key, twinOf(rules.program, state, eye, pickBy(key)), orders, other);
          const [one, two] = [rowsFor(rules, ledger, eye), rowsFor(rules, other, eye)];
          const same =
            JSON.stringify(effectsOf(one)) === JSON.stringify(effectsOf(two)) &&
            seenBy(rules, after, eye).every((word, slot) => word === seenBy(rules, twin, eye)[slot]);
          if (!same) continue;
          alike++;
          if (JSON.stringify(rowsOf(ledger)) !== JSON.stringify(rowsOf(other))) betrayed++;
          expect(two).toEqual(one);
        }
      },
      runs(150, 6_000),
    );
    // Not by never differing: the ledgers behind did.
    expect(alike).toBeGreaterThan(100);
    expect(betrayed).toBeGreaterThan(50);
  });

  test('masks change what is seen and nothing that happens', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(tapes, seeds, (tape, seed) => {
        const bare = randomProgram(tape);
        const [plain, masked] = [opened(bare), opened(plantEyes(tape, bare))];
        fc.pre(plain !== undefined && masked !== undefined);
        const [one, other] = [compileProgram(plain), compileProgram(masked)];
        const key = seedWords(seed);
        let [a, b, c] = [start(one, key), start(other, key), start(other, key)];
        const happened = (state: State) => plain.slots.flatMap(({ kind }, slot) => (kind === 'belief' ? [] : [state[slot]]));
        for (let turn = 0; turn < one.turns; turn++) {
          const orders = someOrders(tape, one, a);
          [a, b, c] = [step(one, key, a, orders), step(other, key, b, orders), step(other, key, c, orders, newLedger())];
          expect(happened(b)).toEqual(happened(a));
          expect(c).toEqual(b);
        }
        for (const hidden of masked.hidden)
          for (const { beliefs } of [hidden, ...(hidden.minds ?? [])])
            expect(beliefs.reduce((sum, slot) => sum + (b[slot] ?? 0), 0)).toBe(1_000_000);
      }),
      { numRuns: runs(60, 4_000) },
    );
  });

  test('a person who orders what the policy would have chosen leaves what the policy leaves', { timeout: 120_000 }, () => {
    let moves = 0;
    played(
      ({ rules, key, state, tape }) => {
        fc.pre(rules.ticks === undefined);
        const own = newLedger();
        const after = step(rules, key, state, [PASS], own);
        const chosen = rules.seats.map(({ policy, acts }) => {
          const row = rowsOf(own).find(({ kind, place }) => kind === 'policy' && place === policy?.at);
          return row === undefined ? undefined : row.after === 0 ? PASS : { answers: [], acts: [acts[row.after - 1] ?? 0] };
        });
        const held = 1 + tape(2);
        fc.pre(chosen[held] !== undefined);
        if (chosen[held].acts.length > 0) moves++;
        const ordered = newLedger();
        const same = step(
          rules,
          key,
          state,
          rules.seats.map(({ seat }) => (seat === 0 ? PASS : seat === held ? chosen[held] : undefined)),
          ordered,
        );
        expect(same).toEqual(after);
        for (const eye of EYES) if (seatOf(eye) !== held) expect(rowsFor(rules, ordered, eye)).toEqual(rowsFor(rules, own, eye));
      },
      runs(60, 4_000),
    );
    expect(moves).toBeGreaterThan(5);
  });

  test('have ids, and are found by them', () => {
    const { program } = compileProgram(randomProgram(() => 0));
    for (const eye of [...EYES, 'open'] as const) expect(eyeOfId(program, idOfEye(program, eye))).toEqual(eye);
    for (const id of ['', 'nobody', 'person/', 'person/a/b', 'nobody/a', '/']) expect(eyeOfId(program, id)).toBeUndefined();
  });

  test('that no mask names see what is public', () => {
    const program = plantEyes(
      () => 0,
      randomProgram(() => 0),
    );
    const stranger = lookerFor(program, { seat: 0, chair: 'nobody' });
    for (const [slot, { sees, kind }] of program.slots.entries())
      expect(stranger?.unseen[slot]).toBe(sees !== undefined || kind === 'hidden');
  });
});
