import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { makeLink, readLink } from '../../src/engine/link.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import type { Orders } from '../../src/engine/order.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { parseRecord } from '../../src/engine/record-check.ts';
import { decodeRecord, encodeRecord, replayRecord } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import type { CompiledProgram } from '../../src/engine/compiled-program.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { checkOf } from '../../src/engine/state.ts';
import { start, step } from '../../src/engine/turn.ts';
import { legalOrder, randomProgram, tapes } from './random-program.ts';
import type { Tape } from './random-program.ts';
import { smallProgram } from './small-program.ts';

const HASH = '0123456789abcdef'.repeat(4);
const rules = compileProgram(smallProgram(), HASH);

function played(given: CompiledProgram, tape: Tape, seed: string): GameRecord {
  const key = keyOf(seed);
  const setup = [[tape(3)], [0, 2].slice(0, given.program.setup[1]?.count)];
  let state = start(given, key, setup);
  const orders: Orders[] = [];
  while (state[1] === 0) {
    const turn = [legalOrder(tape, menu(given, state, 0)), ...given.seats.slice(1).map(() => undefined)];
    orders.push(turn);
    state = step(given, key, state, turn);
  }
  return { format: 1, scenario: given.program.id, rules: HASH, seed, setup, seats: [0], orders, check: checkOf(state) };
}

const tapeOf = (seed: number): Tape => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
};

function linkOf(given: CompiledProgram, record: GameRecord): string {
  const link = encodeRecord(given, record);
  if (!link.ok) throw new Error(link.problem.message);
  return link.value;
}

const game = played(rules, tapeOf(7), 'BAMB00D1PZ');
const link = linkOf(rules, game);

test('a link gives the game back: set-up, orders and check', () => {
  const packed = decodeRecord(link);
  if (!packed.ok) throw new Error(packed.problem.message);
  expect(packed.value).toMatchObject({ rules: '01234567', seed: 'BAMB00D1PZ', check: game.check });
  const replay = replayRecord(rules, packed.value);
  if (!replay.ok) throw new Error(replay.problem.message);
  expect(replay.value.record).toMatchObject(game);
  expect(replay.value.record.checks).toHaveLength(game.orders.length);
  expect(checkOf(replay.value.state)).toBe(game.check);
});

test('every game of every random program survives its link and its JSON', () => {
  fc.assert(
    fc.property(tapes, fc.bigInt({ min: 0n, max: (1n << 50n) - 1n }), (tape, number) => {
      const program = randomProgram(tape);
      fc.pre(parseProgram(program).ok);
      const given = compileProgram(program, HASH);
      const record = played(given, tape, makeSeed(number));
      const packed = decodeRecord(linkOf(given, record));
      if (!packed.ok) throw new Error(packed.problem.message);
      const replay = replayRecord(given, packed.value);
      if (!replay.ok) throw new Error(replay.problem.message);
      expect(replay.value.record).toMatchObject(record);
      const opened = parseRecord(JSON.parse(JSON.stringify(record)));
      if (!opened.ok) throw new Error(opened.problem.message);
      expect(replayRecord(given, opened.value)).toEqual(replay);
    }),
    { numRuns: 150 },
  );
});

test('every flipped bit of every letter is noticed', () => {
  for (let at = 0; at < link.length; at++) {
    for (let bit = 0; bit < 16; bit++) {
      const letter = String.fromCharCode(link.charCodeAt(at) ^ (1 << bit));
      expect(decodeRecord(link.slice(0, at) + letter + link.slice(at + 1)).ok).toBe(false);
    }
  }
});

test('every flipped bit of the bytes behind the letters is noticed', () => {
  const bytes = [...Buffer.from(link.slice(2), 'base64url')];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(decodeRecord(link.slice(0, 2) + Buffer.from(flipped).toString('base64url')).ok).toBe(false);
  }
});

test('every other letter in every place, every swap of neighbours, every letter more or less is noticed', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let at = 0; at < link.length; at++) {
    const [before, after] = [link.slice(0, at), link.slice(at + 1)];
    for (const letter of letters) if (letter !== link[at]) expect(decodeRecord(before + letter + after).ok).toBe(false);
    expect(decodeRecord(before + after).ok).toBe(false);
    expect(decodeRecord(`${before}A${link.slice(at)}`).ok).toBe(link.slice(0, at) + 'A' + link.slice(at) === link);
    const swapped = before + link.slice(at + 1, at + 2) + link.slice(at, at + 1) + link.slice(at + 2);
    if (swapped !== link) expect(decodeRecord(swapped).ok).toBe(false);
  }
});

test('every beginning of a link is told to be cut', () => {
  for (let length = 1; length < link.length; length++) {
    const read = decodeRecord(link.slice(0, length));
    expect(read.ok ? 'ok' : read.problem.code).toBe('cut');
  }
});

test('what is not a link, and what is from a newer format, is told apart from damage', () => {
  const code = (text: string): string => {
    const read = decodeRecord(text);
    return read.ok ? 'ok' : read.problem.code;
  };
  expect(['', 'hello', 'https://example.org', 'b1AAAA'].map(code)).toEqual(['foreign', 'foreign', 'foreign', 'foreign']);
  expect(decodeRecord('B2AAAA')).toMatchObject({ ok: false, problem: { code: 'newer-format', format: 2 } });
  expect([`${link}A`, `${link}=`, `${link} `, `B0${link.slice(2)}`].map(code)).toEqual(['damaged', 'damaged', 'damaged', 'damaged']);
});

test('a link of other rules names them', () => {
  const packed = decodeRecord(link);
  if (!packed.ok) throw new Error(packed.problem.message);
  const others = compileProgram(smallProgram(), 'f'.repeat(64));
  expect(replayRecord(others, packed.value)).toMatchObject({ ok: false, problem: { code: 'other-rules', rules: '01234567' } });
  expect(replayRecord(others, game)).toMatchObject({ ok: false, problem: { code: 'other-rules', rules: '01234567' } });
  expect(replayRecord(rules, { ...game, rules: HASH.replace(/.$/, '0') })).toMatchObject({ ok: false, problem: { code: 'other-rules' } });
});

test('a record that rules do not allow says at which turn', () => {
  const orders = game.orders.map((turn, i): Orders => (i === 3 ? [{ answers: [{ situation: 0, option: 3 }], acts: [] }] : turn));
  expect(replayRecord(rules, { ...game, orders })).toMatchObject({ ok: false, problem: { code: 'illegal-order', turn: 3, seat: 0 } });
  const more = [...game.orders, [PASS]];
  expect(replayRecord(rules, { ...game, orders: more })).toMatchObject({
    ok: false,
    problem: { code: 'illegal-order', turn: game.orders.length },
  });
  expect(replayRecord(rules, { ...game, seats: [] })).toMatchObject({ ok: false, problem: { code: 'illegal-order', turn: 0 } });
  for (const answers of [
    [
      { situation: 0, option: 0 },
      { situation: 0, option: 0 },
    ],
    [{ situation: 5, option: 0 }],
  ]) {
    expect(replayRecord(rules, { ...game, orders: [[{ answers, acts: [] }]] })).toMatchObject({ problem: { code: 'illegal-order' } });
  }
  for (const acts of [[0, 0], [2], [0, 1, 0], [-1], [0.5]]) {
    expect(replayRecord(rules, { ...game, orders: [[{ answers: [], acts }]] })).toMatchObject({ problem: { code: 'illegal-order' } });
  }
});

test('a record whose check differs says after which turn', () => {
  const told = (game.check ?? 0) ^ 1;
  expect(replayRecord(rules, { ...game, check: told })).toMatchObject({
    ok: false,
    problem: { code: 'check-differs', told, found: game.check },
  });
  const whole = replayRecord(rules, game);
  if (!whole.ok) throw new Error(whole.problem.message);
  const checks = whole.value.record.checks.map((check, turn) => (turn === 2 ? check ^ 1 : check));
  expect(replayRecord(rules, { ...game, checks })).toMatchObject({ ok: false, problem: { code: 'check-differs', turn: 2 } });
});

test('a set-up that the scenario does not offer is refused', () => {
  for (const change of [
    { setup: [[3]] },
    { setup: [[0], [0]] },
    { setup: [[0], [0, 0]] },
    { seed: 'OOOOOOOOOO' },
    { seats: [2] },
    { seats: [0, 0] },
  ]) {
    expect(replayRecord(rules, { ...game, ...change })).toMatchObject({ ok: false, problem: { code: 'illegal-setup' } });
  }
});

test('a turn with nothing to order costs no letter, and a game of decisions stays under 64', () => {
  const passive = compileProgram({ ...smallProgram(30), phases: { ...smallProgram().phases, endings: [], calendar: [] }, acts: [] }, HASH);
  const idle = (turns: number): string =>
    linkOf(passive, { ...game, setup: [], orders: Array.from({ length: turns }, () => [PASS]), check: undefined } as unknown as GameRecord);
  expect(idle(29).length).toBe(idle(16).length);
  expect(game.orders.length).toBe(12);
  expect(link.length).toBeLessThanOrEqual(64);
});

test('a link is read however long it is, and no text makes reading fail', () => {
  const bytes = Array.from({ length: 5000 }, (_, i) => (i * 7 + 1) & 255);
  expect(readLink(makeLink(bytes))).toEqual({ ok: true, value: bytes });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `B1${text}`),
      ),
      (text) => {
        expect(decodeRecord(text).ok).toBe(false);
      },
    ),
  );
});

test('no JSON makes reading a record fail, and only a record is one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(parseRecord(json).ok).toBe(false);
    }),
  );
  const keys = Object.keys(game);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (changed, json) => {
      const opened = parseRecord({ ...JSON.parse(JSON.stringify(game)), [changed]: json });
      if (opened.ok) replayRecord(rules, opened.value);
    }),
    { numRuns: 500 },
  );
  expect(parseRecord({ ...game, format: 2 })).toMatchObject({ ok: false, problem: { code: 'newer-format' } });
});

test('a link made by hand of any number is either refused or the link of the game it gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { maxLength: 40 }), (rest) => {
      const packed = decodeRecord(makeLink([0x01, 0x23, 0x45, 0x67, ...rest]));
      if (!packed.ok) return;
      const replay = replayRecord(rules, packed.value);
      if (replay.ok) expect(decodeRecord(linkOf(rules, replay.value.record))).toEqual(packed);
    }),
    { numRuns: 500 },
  );
  expect(seedWords(0)).toEqual(keyOf('0000000000'));
});
