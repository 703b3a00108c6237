import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { rowsFor } from '../../src/engine/eye.ts';
import { menu } from '../../src/engine/menu.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { start } from '../../src/engine/turn.ts';
import { oddsOf } from '../../src/engine/seat-policy.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { stepInPlace } from '../../src/engine/turn.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import { movesIn } from '../../src/telling/moves.ts';
import { runs } from '../counts.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const { program, catalogue } = bundle;
const rules = compileProgram(program);
const slot = (name: string): number => program.slots.findIndex((spec) => spec.name === name);
const KINDS = catalogue.answering.map(({ id }) => id);

/** The moves after an answer to the first stop, by power. */
const after = (seed: number, option: string) => {
  const key = keyOf(makeSeed(BigInt(seed)));
  const state = start(rules, key, choicesOf(program, key));
  const [open] = menu(rules, state, 0).situations;
  const spec = program.situations[open?.situation ?? 0]!;
  const chosen = spec.options.findIndex(({ id }) => id === option);
  const ledger = newLedger();
  stepInPlace(rules, key, state, [{ answers: [{ situation: open?.situation ?? 0, option: chosen }], acts: [] }], ledger);
  return { situation: spec.id, moves: movesIn(program, catalogue, rowsFor(rules, ledger, 0)) };
};

const kindOf = (act: number | undefined): string => (act === undefined ? '' : (catalogue.acts[act]?.answer?.kind ?? ''));

describe('powers answer what is done', () => {
  it('in the same turn, and say what it was', () => {
    for (let seed = 0; seed < runs(20, 400); seed++) {
      const { situation, moves } = after(seed, 'say_it');
      const beijing = moves.find(({ power }) => power === 'china');
      expect(beijing?.answers).toEqual({ what: `${situation}/say_it`, turn: 0, welcome: -280 });
      expect(KINDS).toContain(kindOf(beijing?.act));
    }
  });

  it('a group by its speaker alone', () => {
    const [group] = catalogue.groups;
    const act = program.acts.findIndex(({ about, stance }) => about.includes(group!.id) && stance === 'partner');
    const key = keyOf(makeSeed(11n));
    const state = start(rules, key, choicesOf(program, key));
    const ledger = newLedger();
    const order = { answers: [], acts: [act] };
    state[slot(`act.${program.acts[act]!.id}.offered`)] = 1;
    stepInPlace(rules, key, state, [order], ledger);
    const answered = movesIn(program, catalogue, rowsFor(rules, ledger, 0)).filter(({ answers }) => answers !== undefined);
    expect(answered.map(({ power }) => power)).toContain(group!.speaker);
    for (const { power } of answered) expect(group!.members.filter((member) => member !== group!.speaker)).not.toContain(power);
    expect(answered.map(({ answers }) => answers?.what)).toContain(program.acts[act]!.id);
  });

  it('so that defiance and courtesy are two worlds', () => {
    const many = runs(120, 2000);
    const share = (option: string, kinds: readonly string[]): number => {
      let count = 0;
      for (let seed = 0; seed < many; seed++)
        if (kinds.includes(kindOf(after(seed, option).moves.find(({ power }) => power === 'china')?.act))) count++;
      return count / many;
    };
    expect(share('say_it', ['protest', 'press'])).toBeGreaterThan(0.75);
    expect(share('letter', ['protest', 'press'])).toBeLessThan(0.15);
    expect(share('letter', ['reward', 'court'])).toBeGreaterThan(0.5);
  });

  it('and a less welcome act never makes a reward likelier or pressure rarer', () => {
    for (const power of program.seats.slice(1)) {
      const seat = program.seats.indexOf(power);
      const heard = slot(`heard.${power.id}`);
      const pending = slot(`heard_act.${power.id}`);
      const key = keyOf(makeSeed(7n));
      const shares = [-400, -250, -100, 0, 100, 250, 400].map((score) => {
        const state = start(rules, key, choicesOf(program, key));
        state[heard] = score;
        state[pending] = 1;
        // The shares are worked out after the reactions; a turn of passing does it.
        const next = state.slice();
        stepInPlace(
          rules,
          key,
          next,
          program.seats.map(() => ({ answers: [], acts: [] })),
        );
        const odds = oddsOf(rules, seenBy(rules, next, 0), seat, 0);
        const of = (kind: string) => odds.filter(({ act }) => act >= 0 && kindOf(act) === kind).reduce((sum, { ppm }) => sum + ppm, 0);
        return KINDS.map(of);
      });
      for (const [i, now] of shares.entries()) {
        const before = shares[i - 1];
        if (before === undefined) continue;
        // Whole per mille are rounded: one of them may go astray.
        expect(now[0]! + 2000, power.id).toBeGreaterThanOrEqual(before[0]!);
        expect(now[0]! + now[1]! + 3000, power.id).toBeGreaterThanOrEqual(before[0]! + before[1]!);
        expect(now.at(-1)! - 2000, power.id).toBeLessThanOrEqual(before.at(-1)!);
      }
    }
  });
});
