import { describe, expect, test } from 'vitest';
import type { SeatOrder } from '../../src/engine/order.ts';
import { checkOf } from '../../src/engine/state.ts';
import {
  branchAt,
  explorationFrom,
  onLine,
  ordersNow,
  isOver,
  isStop,
  menuNow,
  newGame,
  playTurn,
  recordOf,
  turnNow,
  viewAt,
  viewNow,
} from '../../src/session/game.ts';
import type { Game } from '../../src/session/game.ts';
import { linkOf, openLink, openSaved } from '../../src/session/link.ts';
import { noteOf, predictionsOf } from '../../src/session/prediction.ts';
import { twoDoors } from './bundle.ts';

const bundle = twoDoors();
const find = (prefix: string) => Promise.resolve(bundle.rulesHash.startsWith(prefix) ? bundle : undefined);

/** Answers whatever stands open with the option of that number, or the first that is legal. */
const answer = (game: Game, wanted: number): SeatOrder => ({
  answers: menuNow(game).situations.map(({ situation, options }) => {
    const legal = options.filter((option) => option.legal);
    return { situation, option: (legal[wanted % legal.length] ?? legal[0])?.option ?? 0 };
  }),
  acts: [],
});

const play = (seed: string, turns: number, wanted = 0): Game => {
  let game = newGame(bundle, { seed, choices: [] });
  for (let i = 0; i < turns && !isOver(game); i++) game = playTurn(game, answer(game, wanted + i));
  return game;
};

const whole = (seed: string, wanted = 0): Game => play(seed, 200, wanted);

describe('a game', () => {
  test('is a value: playing on leaves the one before as it was', () => {
    const before = play('0123456789', 1);
    const check = checkOf(viewNow(before));
    const after = playTurn(before, answer(before, 1));
    expect(turnNow(after)).toBe(turnNow(before) + 1);
    expect(checkOf(viewNow(before))).toBe(check);
    expect(ordersNow(before)).toHaveLength(turnNow(before));
  });

  test('stays as it is once it is over', () => {
    const game = whole('0123456789');
    expect(isOver(game)).toBe(true);
    expect(playTurn(game, { answers: [], acts: [] })).toBe(game);
    expect(isStop(game)).toBe(false);
  });

  test('never shows a hidden cause in a view', () => {
    const game = whole('ABCDEFGHJK');
    for (let turn = 0; turn < game.states.length; turn++) {
      for (const { slot } of bundle.program.hidden) expect(viewAt(game, turn)[slot]).toBe(0);
    }
    expect(() => viewAt(game, game.states.length)).toThrow(RangeError);
  });

  test('comes back whole from its record, through JSON', async () => {
    const game = whole('ZYXWVTSRQP', 1);
    const saved: unknown = JSON.parse(JSON.stringify(recordOf(game)));
    const back = await openSaved(saved, find);
    expect(back.ok && back.value.states.map(checkOf)).toEqual(game.states.map(checkOf));
    expect(back.ok && back.value.ledgers.map(({ count }) => count)).toEqual(game.ledgers.map(({ count }) => count));
  });

  test('with one order changed in its record does not open', async () => {
    const record = recordOf(whole('ZYXWVTSRQP', 1));
    const lines = record.lines.map(({ orders, checks }) => ({
      orders: orders.map((turn, i) => (i === 0 ? turn.map((order) => order && { ...order, answers: [] }) : turn)),
      checks,
    }));
    const back = await openSaved(JSON.parse(JSON.stringify({ ...record, lines })), find);
    expect(back.ok || back.problem.code).toBe('check-differs');
  });

  test.each([
    ['of a newer format', { format: 7 }, 'newer-format', 'The game has format 7; this version reads formats 1 and 2.'],
    [
      'that names another scenario',
      { scenario: 'elsewhere' },
      'damaged',
      'The game names the scenario elsewhere, and its rules are those of two-doors.',
    ],
    [
      'whose last turns were cut off',
      { lines: [{ orders: [], checks: [1, 2, 3] }] },
      'damaged',
      /^The game has checks for \d+ turns and orders for 0\.$/,
    ],
    [
      'whose first check is another',
      { lines: [{ orders: [] }], start: 1 },
      'check-differs',
      'Before its first turn the game differs from the one recorded.',
    ],
  ] as const)('%s is refused for what it is', async (_, change, code, message) => {
    const back = await openSaved(JSON.parse(JSON.stringify({ ...recordOf(whole('ZYXWVTSRQP', 1)), ...change })), find);
    expect(back.ok || back.problem).toMatchObject({
      code,
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    });
    expect(!back.ok && 'turn' in back.problem ? back.problem.turn : 0).toBe(0);
  });
});

describe('a link', () => {
  test('opens as the same game, wherever in a sentence or address it stands', async () => {
    const game = whole('0A1B2C3D4E', 2);
    const link = linkOf(game);
    if (!link.ok) throw new Error(link.problem.message);
    for (const text of [
      link.value,
      `https://example.org/play/#g=${link.value}`,
      `  ${link.value}\n`,
      `(#g=${link.value}).`,
      `?g=${link.value}&from=chat`,
    ]) {
      const back = await openLink(text, find);
      expect(back.ok && back.value.states.map(checkOf)).toEqual(game.states.map(checkOf));
    }
  });

  test('made with rules that are not at hand says which', async () => {
    const link = linkOf(play('0A1B2C3D4E', 2));
    if (!link.ok) throw new Error(link.problem.message);
    const back = await openLink(link.value, () => Promise.resolve(undefined));
    expect(back.ok || back.problem).toMatchObject({ code: 'unknown-rules', rules: bundle.rulesHash.slice(0, 8) });
  });

  test('that is no link at all is foreign, and nothing is thrown', async () => {
    for (const text of ['', 'hello', '#g=', '<script>alert(1)</script>', 'A'.repeat(5000)]) {
      const back = await openLink(text, find);
      expect(back.ok).toBe(false);
    }
  });
});

describe('a branch', () => {
  test('shares the past and the luck, and is marked from the first turn that was left', () => {
    const game = whole('5555555555');
    const branch = branchAt(game, 2);
    expect(explorationFrom(branch)).toBe(2);
    expect(checkOf(viewNow(branch))).toBe(checkOf(viewAt(game, 2)));
    const again = ordersNow(game)
      .slice(2)
      .reduce((line, orders) => playTurn(line, orders[0] ?? { answers: [], acts: [] }), branch);
    expect(again.states.map(checkOf)).toEqual(game.states.map(checkOf));
    expect(explorationFrom(branchAt(again, 3))).toBe(2);
    expect(explorationFrom(branchAt(again, 1))).toBe(1);
    expect(onLine(again, 0).states.map(checkOf)).toEqual(game.states.map(checkOf));
  });
});

describe('predictions', () => {
  test('are notes that survive the record and never touch the state', async () => {
    const start = newGame(bundle, { seed: '7777777777', choices: [] });
    const order = answer(start, 0);
    const note = noteOf({ situation: 'porch', said: 30, odds: 250_000 }, 'you');
    const with_ = playTurn(start, order, note);
    expect(with_.states.map(checkOf)).toEqual(playTurn(start, order).states.map(checkOf));
    const back = await openSaved(JSON.parse(JSON.stringify(recordOf(with_))), find);
    expect(back.ok && predictionsOf(back.value.record)).toEqual([{ turn: 0, situation: 'porch', said: 30, odds: 250_000 }]);
  });

  test('are not read out of notes of another kind', () => {
    const start = newGame(bundle, { seed: '7777777777', choices: [] });
    const game = playTurn(start, answer(start, 0), {
      eye: '',
      kind: 'note',
      data: 'predicted porch 31 of 5',
    });
    expect(predictionsOf(game.record)).toEqual([]);
    const [odd] = [{ eye: '', kind: 'prediction', data: { situation: 'porch', said: 31, odds: 5 } }];
    expect(predictionsOf(playTurn(start, answer(start, 0), odd).record)).toEqual([]);
  });
});
