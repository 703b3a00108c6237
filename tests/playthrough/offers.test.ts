import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { rowsFor } from '../../src/engine/eye.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { movesIn } from '../../src/telling/moves.ts';
import { runs } from '../counts.ts';
import { shipped } from './shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const { program, catalogue } = bundle;
const rules = compileProgram(program);
const slot = (name: string): number => program.slots.findIndex((spec) => spec.name === name);
const actNamed = (id: string): number => program.acts.findIndex((act) => act.id === id);
const TAKES = program.acts.flatMap(({ id, about }) =>
  id.startsWith('take_') && !id.startsWith('take_pledge_') ? [{ id, power: about[0] ?? '' }] : [],
);

/** The first week of a game in which `power` has just made its offer, by move (`proposal`) or as a bid; with these acts ordered. */
const week = (seed: number, power: string, proposal: boolean, acts: readonly string[]) => {
  const key = keyOf(makeSeed(BigInt(seed)));
  const state = start(rules, key, choicesOf(program, key));
  state[slot(`offer.${power}`)] = 1;
  state[slot(`proposal.${power}`)] = proposal ? 1 : 0;
  for (const id of acts) state[slot(`act.${id}.offered`)] = 1;
  const offered = menu(rules, state, 0).acts.map(({ act }) => act);
  const ledger = newLedger();
  stepInPlace(rules, key, state, [{ answers: [], acts: acts.map(actNamed) }], ledger);
  const rows = rowsFor(rules, ledger, 0);
  return { state, offered, rows, moves: movesIn(program, catalogue, rows) };
};

describe('an offer that a capital has made', () => {
  it('can be taken up by name, of every power that makes one', () => {
    const made = catalogue.powers.flatMap(({ id, offer }) => (offer === undefined ? [] : [id]));
    expect(TAKES.map(({ power }) => power).toSorted()).toEqual(made.toSorted());
    for (const { id, power } of TAKES) {
      const { offered, rows, moves } = week(3, power, true, [id]);
      expect(offered).toContain(actNamed(id));
      // What it answers may be an offer again.
      for (const name of [`offer.${power}`, `proposal.${power}`]) expect(rows.find((row) => row.slot === slot(name))?.after, name).toBe(0);
      expect(moves.find((move) => move.power === power)?.answers?.what).toBe(id);
    }
  });

  it('is not on the table where it was a bid', () => {
    for (const { id, power } of TAKES) expect(week(3, power, false, [id]).offered).not.toContain(actNamed(id));
  });

  it('lapses when it is left lying, and its maker trusts Hanoi less for it', () => {
    let lapsed = 0;
    for (let seed = 0; seed < runs(80, 600); seed++) {
      const [left, bid] = [week(seed, 'japan', true, []), week(seed, 'japan', false, [])];
      const falls = (bid.state[slot('trust.japan')] ?? 0) - (left.state[slot('trust.japan')] ?? 0);
      if (left.state[slot('offer.japan')] === 1) expect(falls).toBe(0);
      else {
        lapsed++;
        expect(left.state[slot('proposal.japan')]).toBe(0);
        expect(falls).toBeGreaterThan(5);
      }
    }
    expect(lapsed).toBeGreaterThan(0);
  });
});

describe.each(['vanguard-bank-2019', 'customs-queue-2021'])('%s tells', (id) => {
  it('what every power with a request wants, whatever the state', () => {
    const { catalogue: told } = shipped(id);
    for (const { id: power, ask } of told.powers) {
      if (ask !== undefined) expect(told.wants?.find((each) => each.power === power)?.when.at(-1), power).toBe(1);
    }
  });
});
