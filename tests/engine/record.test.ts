import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { makeLink, readLink } from '../../src/engine/link.ts';
import { menu } from '../../src/engine/menu.ts';
import { PASS } from '../../src/engine/order.ts';
import type { Orders } from '../../src/engine/order.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { parseRecord } from '../../src/engine/parse-record.ts';
import { decodeLink, encodeLine, unpackLink } from '../../src/engine/record-link.ts';
import { heldBy, ordersOf, PERSON } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { replayLine } from '../../src/engine/replay.ts';
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

const held = [{ line: 0, turn: 0, seat: 0, by: PERSON }];
const oneLine = (scenario: string, seed: string, setup: number[][], orders: Orders[]): GameRecord => ({
  format: 2,
  scenario,
  rules: HASH,
  luck: { seed },
  setup,
  held,
  lines: [{ orders }],
  notes: [],
});

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
  return oneLine(given.program.id, seed, setup, orders);
}

const tapeOf = (seed: number): Tape => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
};

function linkOf(given: CompiledProgram, record: GameRecord): string {
  const link = encodeLine(given, record, record.lines.length - 1);
  if (!link.ok) throw new Error(link.problem.message);
  return link.value;
}

const game = played(rules, tapeOf(7), 'BAMB00D1PZ');
const link = linkOf(rules, game);

/** A link read, unpacked and played again. */
const readBack = (given: CompiledProgram, text: string) => {
  const packed = decodeLink(text);
  if (!packed.ok) throw new Error(packed.problem.message);
  const record = unpackLink(given, packed.value);
  if (!record.ok) throw new Error(record.problem.message);
  const replay = replayLine(given, record.value, record.value.lines.length - 1);
  if (!replay.ok) throw new Error(replay.problem.message);
  return { record: record.value, replay: replay.value };
};
const replayOf = (record: GameRecord) => replayLine(rules, record, 0);
const withOrders = (orders: readonly Orders[]): GameRecord => ({ ...game, lines: [{ orders }] });
const orders0 = ordersOf(game, 0);

test('a link gives the game back: set-up, orders and check', () => {
  const { record, replay } = readBack(rules, link);
  expect(record).toMatchObject({ ...game, lines: [{ orders: replay.orders }] });
  expect(replay.checks).toHaveLength(orders0.length);
  expect(decodeLink(link)).toMatchObject({
    ok: true,
    value: { format: 2, rules: '01234567', seed: 'BAMB00D1PZ', check: checkOf(replay.state) },
  });
});

test('every game of every random program survives its link and its JSON', () => {
  fc.assert(
    fc.property(tapes, fc.bigInt({ min: 0n, max: (1n << 50n) - 1n }), (tape, number) => {
      const program = randomProgram(tape);
      fc.pre(parseProgram(program).ok);
      const given = compileProgram(program, HASH);
      const record = played(given, tape, makeSeed(number));
      const back = readBack(given, linkOf(given, record));
      expect(back.replay.orders).toHaveLength(ordersOf(record, 0).length);
      const opened = parseRecord(JSON.parse(JSON.stringify(record)));
      if (!opened.ok) throw new Error(opened.problem.message);
      expect(replayLine(given, opened.value, 0)).toEqual({ ok: true, value: back.replay });
    }),
    { numRuns: 150 },
  );
});

test('every flipped bit of every letter is noticed', () => {
  for (let at = 0; at < link.length; at++) {
    for (let bit = 0; bit < 16; bit++) {
      const letter = String.fromCharCode(link.charCodeAt(at) ^ (1 << bit));
      expect(decodeLink(link.slice(0, at) + letter + link.slice(at + 1)).ok).toBe(false);
    }
  }
});

test('every flipped bit of the bytes behind the letters is noticed', () => {
  const bytes = [...Buffer.from(link.slice(2), 'base64url')];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(decodeLink(link.slice(0, 2) + Buffer.from(flipped).toString('base64url')).ok).toBe(false);
  }
});

test('every other letter in every place, every swap of neighbours, every letter more or less is noticed', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (let at = 0; at < link.length; at++) {
    const [before, after] = [link.slice(0, at), link.slice(at + 1)];
    for (const letter of letters) if (letter !== link[at]) expect(decodeLink(before + letter + after).ok).toBe(false);
    expect(decodeLink(before + after).ok).toBe(false);
    expect(decodeLink(`${before}A${link.slice(at)}`).ok).toBe(link.slice(0, at) + 'A' + link.slice(at) === link);
    const swapped = before + link.slice(at + 1, at + 2) + link.slice(at, at + 1) + link.slice(at + 2);
    if (swapped !== link) expect(decodeLink(swapped).ok).toBe(false);
  }
});

test('every beginning of a link is told to be cut', () => {
  for (let length = 1; length < link.length; length++) {
    const read = decodeLink(link.slice(0, length));
    expect(read.ok ? 'ok' : read.problem.code).toBe('cut');
  }
});

test('what is not a link, and what is from a newer format, is told apart from damage', () => {
  const code = (text: string): string => {
    const read = decodeLink(text);
    return read.ok ? 'ok' : read.problem.code;
  };
  expect(['', 'hello', 'https://example.org', 'b1AAAA'].map(code)).toEqual(['foreign', 'foreign', 'foreign', 'foreign']);
  expect(decodeLink('B3AAAA')).toMatchObject({ ok: false, problem: { code: 'newer-format', format: 3 } });
  expect([`${link}A`, `${link}=`, `${link} `, `B0${link.slice(2)}`].map(code)).toEqual(['damaged', 'damaged', 'damaged', 'damaged']);
});

test('a link of other rules names them', () => {
  const packed = decodeLink(link);
  if (!packed.ok) throw new Error(packed.problem.message);
  const others = compileProgram(smallProgram(), 'f'.repeat(64));
  expect(unpackLink(others, packed.value)).toMatchObject({ ok: false, problem: { code: 'other-rules', rules: '01234567' } });
  expect(replayLine(others, game, 0)).toMatchObject({ ok: false, problem: { code: 'other-rules', rules: '01234567' } });
  expect(replayOf({ ...game, rules: HASH.replace(/.$/, '0') })).toMatchObject({ ok: false, problem: { code: 'other-rules' } });
});

test('a record that rules do not allow says at which turn, and is good up to there', () => {
  const tail = (orders: readonly Orders[]) => {
    const replay = replayOf(withOrders(orders));
    return replay.ok ? [replay.value.orders.length, replay.value.tail?.code] : [replay.problem.code];
  };
  const third = orders0.map((turn, i): Orders => (i === 3 ? [{ answers: [{ situation: 0, option: 3 }], acts: [] }] : turn));
  expect(replayOf(withOrders(third))).toMatchObject({ ok: true, value: { tail: { code: 'illegal-order', turn: 3, seat: 0 } } });
  expect(tail(third)).toEqual([3, 'illegal-order']);
  expect(tail([...orders0, [PASS]])).toEqual([orders0.length, 'illegal-order']);
  for (const answers of [
    [
      { situation: 0, option: 0 },
      { situation: 0, option: 0 },
    ],
    [{ situation: 5, option: 0 }],
  ])
    expect(tail([[{ answers, acts: [] }]])).toEqual([0, 'illegal-order']);
  for (const acts of [[0, 0], [2], [0, 1, 0], [-1], [0.5]]) expect(tail([[{ answers: [], acts }]])).toEqual([0, 'illegal-order']);
  expect(encodeLine(rules, withOrders(third), 0)).toMatchObject({ ok: false, problem: { code: 'illegal-order', turn: 3 } });
});

test('a record whose check differs says after which turn, and is good up to there', () => {
  const whole = replayOf(game);
  if (!whole.ok) throw new Error(whole.problem.message);
  const checks = whole.value.checks.map((check, turn) => (turn === 2 ? check ^ 1 : check));
  expect(replayOf({ ...game, lines: [{ orders: orders0, checks }] })).toMatchObject({
    ok: true,
    value: { orders: { length: 2 }, tail: { code: 'check-differs', turn: 2, told: checks[2], found: whole.value.checks[2] } },
  });
  expect(replayOf({ ...game, lines: [{ orders: orders0, checks: [null, ...whole.value.checks.slice(1)] }] })).not.toHaveProperty(
    'value.tail',
  );
  expect(replayOf({ ...game, start: 7 })).toMatchObject({ ok: false, problem: { code: 'check-differs', turn: -1 } });
});

test('a set-up that the scenario does not offer is refused', () => {
  for (const change of [{ setup: [[3]] }, { setup: [[0], [0]] }, { setup: [[0], [0, 0]] }, { luck: { seed: 'OOOOOOOOOO' } }])
    expect(replayOf({ ...game, ...change })).toMatchObject({ ok: false, problem: { code: 'illegal-setup' } });
});

test('sealed luck is not replayed, and a sealed record has no checks to try causes by', () => {
  const sealed = { ...game, luck: { sealed: 'a'.repeat(64) } };
  expect(replayOf(sealed)).toMatchObject({ ok: false, problem: { code: 'sealed' } });
  expect(encodeLine(rules, sealed, 0)).toMatchObject({ ok: false, problem: { code: 'sealed' } });
  expect(parseRecord(sealed).ok).toBe(true);
  expect(parseRecord({ ...sealed, lines: [{ orders: orders0, checks: [1] }] }).ok).toBe(false);
  expect(parseRecord({ ...sealed, start: 1 }).ok).toBe(false);
});

test('a turn with nothing to order costs no letter, and a game of decisions stays under 64', () => {
  const passive = compileProgram({ ...smallProgram(30), phases: { ...smallProgram().phases, endings: [], calendar: [] }, acts: [] }, HASH);
  const idle = (turns: number): string =>
    linkOf(passive, { ...game, setup: [], lines: [{ orders: Array.from({ length: turns }, () => [PASS]) }] });
  expect(idle(29).length).toBe(idle(16).length);
  expect(orders0.length).toBe(12);
  expect(link.length).toBeLessThanOrEqual(64);
});

test('a link is read however long it is, and no text makes reading fail', () => {
  const bytes = Array.from({ length: 5000 }, (_, i) => (i * 7 + 1) & 255);
  expect(readLink(makeLink(bytes))).toEqual({ ok: true, value: { format: 2, bytes } });
  expect(readLink(makeLink(bytes, 1))).toEqual({ ok: true, value: { format: 1, bytes } });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `B1${text}`),
        fc.string().map((text) => `B2${text}`),
      ),
      (text) => {
        expect(decodeLink(text).ok).toBe(false);
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
      if (opened.ok) for (const [line] of opened.value.lines.entries()) replayLine(rules, opened.value, line);
    }),
    { numRuns: 500 },
  );
  expect(parseRecord({ ...game, format: 3 })).toMatchObject({ ok: false, problem: { code: 'newer-format' } });
});

test('a link made by hand of any number is either refused or the link of the game it gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { maxLength: 40 }), (rest) => {
      const text = makeLink([0x01, 0x23, 0x45, 0x67, ...rest]);
      const packed = decodeLink(text);
      if (!packed.ok) return;
      const record = unpackLink(rules, packed.value);
      if (record.ok) expect(linkOf(rules, record.value)).toBe(text);
    }),
    { numRuns: 500 },
  );
  expect(seedWords(0)).toEqual(keyOf('0000000000'));
});

/** Any seats held from any turns on, by anybody: what nobody holds follows its own policy. */
const anyHands = (given: CompiledProgram, tape: Tape, from: GameRecord, turns: number): GameRecord => {
  const key = keyOf('BAMB00D1PZ');
  let state = start(given, key, from.setup);
  const before = ordersOf(from, from.lines.length - 1);
  for (const turn of before) state = step(given, key, state, turn);
  const orders: Orders[] = [];
  while (state[1] === 0 && orders.length < turns) {
    const turn = given.seats.map((_, seat) => (tape(3) === 0 ? undefined : legalOrder(tape, menu(given, state, seat))));
    orders.push(turn);
    state = step(given, key, state, turn);
  }
  const lines = from.lines
    .map((line, i) => (i === from.lines.length - 1 ? { orders: [...line.orders, ...orders] } : line))
    .map((line, i) => ({
      ...(from.lines[i]?.from === undefined ? {} : { from: from.lines[i].from }),
      ...line,
    }));
  return { ...from, lines, held: heldBy({ lines, held: from.held }, given.seats.length) };
};

test('whatever opens can be gone on with by any legal order of any seat, and opens again: as JSON and as a link', () => {
  fc.assert(
    fc.property(tapes, (tape) => {
      const begun = oneLine(rules.program.id, 'BAMB00D1PZ', [[0], [0, 2]], []);
      const crafted = {
        ...begun,
        held: Array.from({ length: tape(4) }, () => ({ line: 0, turn: 0, seat: tape(2), by: ['person', 'data', 'hedge'][tape(3)]! })),
      };
      let record = anyHands(rules, tape, crafted, tape(5));
      // An exploration from somewhere along it.
      if (tape(2) === 0)
        record = { ...record, lines: [...record.lines, { from: { line: 0, turn: tape(ordersOf(record, 0).length + 1) }, orders: [] }] };
      for (let round = 0; round < 3; round++) {
        const opened = parseRecord(JSON.parse(JSON.stringify(record)));
        if (!opened.ok) throw new Error(`${opened.problem.message} ${opened.problem.path ?? ''}`);
        const last = opened.value.lines.length - 1;
        const replay = replayLine(rules, opened.value, last);
        if (!replay.ok || replay.value.tail !== undefined) throw new Error('it does not play on');
        const text = linkOf(rules, opened.value);
        const back = readBack(rules, text);
        expect(back.replay.checks).toEqual(replay.value.checks);
        expect(linkOf(rules, back.record)).toBe(text);
        record = anyHands(rules, tape, tape(2) === 0 ? back.record : opened.value, tape(4));
      }
    }),
    { numRuns: 300 },
  );
});

test('a record of the first format opens, whatever seats it names, and goes on', () => {
  const first = {
    format: 1,
    scenario: game.scenario,
    rules: HASH,
    seed: 'BAMB00D1PZ',
    setup: game.setup,
    orders: orders0.map(([order]) => [order]),
  };
  for (const seats of [[0], [], [1], [0, 1]]) {
    const opened = parseRecord({ ...first, seats });
    if (!opened.ok) throw new Error(opened.problem.message);
    const replay = replayLine(rules, opened.value, 0);
    expect(replay.ok && replay.value.orders.length).toBe(orders0.length);
    expect(heldBy(opened.value, 2)[0]).toEqual({ line: 0, turn: 0, seat: 0, by: PERSON });
  }
  const cut = parseRecord({ ...first, seats: [], orders: [] });
  expect(cut.ok && anyHands(rules, tapeOf(3), cut.value, 4).lines[0]?.orders.length).toBeGreaterThan(0);
});

test('lines that are no tree are refused', () => {
  const own = { orders: orders0.slice(0, 2) };
  for (const lines of [
    [],
    [{ ...own, from: { line: 0, turn: 0 } }],
    [own, own],
    [own, { from: { line: 1, turn: 0 }, orders: [] }],
    [own, { from: { line: 0, turn: 3 }, orders: [] }],
    [own, { from: { line: 5, turn: 0 }, orders: [] }],
  ])
    expect(parseRecord({ ...game, lines })).toMatchObject({ ok: false, problem: { code: 'not-a-record' } });
  expect(parseRecord({ ...game, lines: [own], held: [{ line: 0, turn: 9, seat: 0, by: PERSON }] }).ok).toBe(false);
  expect(parseRecord({ ...game, lines: [own], notes: [{ line: 2, turn: 0, eye: '', kind: 'note', data: 1 }] }).ok).toBe(false);
});
