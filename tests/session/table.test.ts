import { describe, expect, test } from 'vitest';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { PASS } from '../../src/engine/order.ts';
import { PERSON, type GameRecord } from '../../src/engine/record.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { menu } from '../../src/engine/menu.ts';
import { newGame, onLine, ordersNow, personsAt, playTurn, stateNow, type Game } from '../../src/session/game.ts';
import { linkOf, openRecord } from '../../src/session/link.ts';
import { openTable } from '../../src/session/table.ts';
import { smallProgram } from '../engine/small-program.ts';
import { twoDoors } from './bundle.ts';

const always = () => Promise.resolve(true);

/** A game of two seats, both held by persons. */
const twoSeats = (): Game => {
  const program = smallProgram();
  const bundle = { ...twoDoors(), program, rulesHash: 'a'.repeat(64) } as Bundle;
  const game = newGame(bundle, { seed: '0123456789', choices: [[0], [0, 2]] });
  const held = [0, 1].map((seat) => ({ line: 0, turn: 0, seat, by: PERSON }));
  return { ...game, rules: compileProgram(program, bundle.rulesHash), record: { ...game.record, held } };
};

describe('a table', () => {
  test('makes a turn once every person has ordered, and each keeps the seat', async () => {
    const table = openTable(twoSeats(), always);
    expect(personsAt(table.game())).toEqual([0, 1]);
    const first = table.order(0, 0, PASS);
    await Promise.resolve();
    expect(ordersNow(table.game())).toHaveLength(0);
    const second = await table.order(1, 0, PASS);
    expect([await first, second].map((made) => made.ok && [made.value.turn, made.value.revision])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(ordersNow(table.game())).toEqual([[PASS, PASS]]);
    expect(personsAt(table.game())).toEqual([0, 1]);
  });

  test('takes what a seat gives last, and tells the order before that it was taken back', async () => {
    const table = openTable(twoSeats(), always);
    const before = table.order(0, 0, PASS);
    const [act] = menu(table.game().rules, stateNow(table.game()), 0).acts.filter(({ legal }) => legal);
    const last = table.order(0, 0, act === undefined ? PASS : { answers: [], acts: [act.act] });
    expect(await before).toMatchObject({ ok: false, problem: { code: 'not-kept' } });
    await table.order(1, 0, PASS);
    expect((await last).ok).toBe(true);
    expect(ordersNow(table.game())[0]?.[0]?.acts).toEqual(act === undefined ? [] : [act.act]);
  });

  test('refuses an old revision, a seat that nobody holds, an eye there is none of, and an open one while the game goes on', async () => {
    const table = openTable(newGame(twoDoors(), { seed: '0123456789', choices: [] }), always);
    expect(await table.order(7, 0, PASS)).toMatchObject({ ok: false, problem: { code: 'illegal' } });
    expect((await table.order(0, 0, PASS)).ok).toBe(true);
    expect(await table.order(0, 0, PASS)).toMatchObject({ ok: false, problem: { code: 'stale' } });
    for (const eye of [99, -1, 0.5]) expect(await table.moment(0, eye)).toMatchObject({ ok: false, problem: { code: 'no-such-eye' } });
    expect(await table.moment(9, 0)).toMatchObject({ ok: false, problem: { code: 'no-such-turn' } });
    expect(await table.moment(0, 'open')).toMatchObject({ ok: false, problem: { code: 'not-open' } });
  });

  test('gives no order that could not be kept', async () => {
    const table = openTable(newGame(twoDoors(), { seed: '0123456789', choices: [] }), () => Promise.resolve(false));
    expect(await table.order(0, 0, PASS)).toMatchObject({ ok: false, problem: { code: 'not-kept' } });
    expect(table.game().states).toHaveLength(1);
  });

  test('shows no hidden cause and no draw that one shaped', async () => {
    const bundle = twoDoors();
    const table = openTable(playTurn(newGame(bundle, { seed: '0123456789', choices: [] }), PASS), always);
    for (const turn of [0, 1]) {
      const moment = await table.moment(turn, 0);
      if (!moment.ok) throw new Error(moment.problem.message);
      for (const { slot } of bundle.program.hidden) {
        expect(moment.value.view[slot]).toBe(0);
        expect(moment.value.rows.filter((row) => row.slot === slot)).toEqual([]);
      }
      expect(moment.value.rows.every(({ row, parent }, i) => row === i && parent < i)).toBe(true);
    }
  });
});

describe('a record of several lines', () => {
  const bundle = twoDoors();
  const find = () => Promise.resolve(bundle);
  const begun = newGame(bundle, { seed: '0123456789', choices: [] });
  const played = playTurn(playTurn(begun, PASS), PASS);

  test('opens with every line good: one that is not is cut where it stops being so, and that is told', async () => {
    const { orders = [] } = played.record.lines[0] ?? {};
    const wrong = [{ answers: [{ situation: 0, option: 99 }], acts: [] }];
    const record: GameRecord = {
      ...played.record,
      lines: [
        { orders: [...orders.slice(0, 1), wrong] },
        { from: { line: 0, turn: 1 }, orders: [[PASS]] },
        { from: { line: 0, turn: 2 }, orders: [] },
      ],
    };
    const opened = await openRecord(JSON.parse(JSON.stringify(record)), find, 1);
    if (!opened.ok) throw new Error(opened.problem.message);
    expect(opened.value.tail?.code).toBe('illegal-order');
    const { game } = opened.value;
    expect([game.line, game.states.length, game.record.lines.length]).toEqual([1, 3, 2]);
    for (const [line] of game.record.lines.entries()) expect(linkOf(onLine(game, line)).ok).toBe(true);
  });

  test('opens soon, however many hands it names', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ line: i % 300, turn: 0, seat: i % 2, by: PERSON }));
    const lines = Array.from({ length: 300 }, (_, i) => ({
      ...(i === 0 ? {} : { from: { line: 0, turn: 0 } }),
      orders: Array.from({ length: 200 }, () => [PASS]),
    }));
    const opened = await openRecord({ ...begun.record, lines, held: many }, find);
    expect(opened.ok || opened.problem.code).toBe(true);
  });
});
