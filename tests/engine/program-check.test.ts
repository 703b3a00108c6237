import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { menu } from '../../src/engine/menu.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import type { Expr, Op, Program } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, step } from '../../src/engine/turn.ts';
import { runs } from '../counts.ts';
import { randomOrder, randomProgram, tapes } from './random-program.ts';
import type { Tape } from './random-program.ts';
import { SLOT, luckAt, smallProgram } from './small-program.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const copy = (program: Program): Json => JSON.parse(JSON.stringify(program)) as Json;
const small = smallProgram();
const code = (json: unknown): string => {
  const opened = parseProgram(json);
  return opened.ok ? 'ok' : `${opened.problem.code} ${opened.problem.path ?? ''}`;
};
const reacting = (...reactions: Op[]): Program => ({ ...small, phases: { ...small.phases, reactions } });
const adding = (by: Expr): Program => reacting({ op: 'add', at: 1, slot: SLOT.calm, by });

/** One change somewhere inside: a value replaced, a key or item taken out or doubled. */
function mutated(tape: Tape, json: Json): Json {
  const strange: Json[] = [
    null,
    true,
    -1,
    0.5,
    1e300,
    9_007_199_254_740_991,
    2_000_000,
    'x',
    [],
    {},
    ['slot', 99_999],
    ['+', 1],
    { op: 'set' },
  ];
  const replaced = (): Json => strange[tape(strange.length)] ?? null;
  if (json === null || typeof json !== 'object' || tape(12) === 0)
    return typeof json === 'number' && tape(2) === 0 ? json + tape(5) - 2 : replaced();
  if (Array.isArray(json)) {
    if (json.length === 0) return [replaced()];
    const at = tape(json.length);
    const item = json[at] ?? null;
    if (tape(20) === 0) return json.filter((_, i) => i !== at);
    if (tape(20) === 0) return [...json, item];
    return json.map((each, i) => (i === at ? mutated(tape, each) : each));
  }
  const keys = Object.keys(json);
  const key = keys[tape(keys.length)] ?? 'x';
  if (tape(20) === 0) return Object.fromEntries(Object.entries(json).filter(([each]) => each !== key));
  if (tape(40) === 0) return { ...json, [`${key}_`]: 1 };
  return { ...json, [key]: mutated(tape, json[key] ?? null) };
}

test('a program that was written out and read again is accepted, unchanged and frozen', () => {
  const opened = parseProgram(copy(small));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  expect(opened.value).toEqual(small);
  expect(Object.isFrozen(opened.value.situations[0]?.options[1]?.does)).toBe(true);
});

test('a mutated program is refused or plays to its end, and nothing ever fails', () => {
  let refused = 0;
  let played = 0;
  fc.assert(
    fc.property(tapes, fc.infiniteStream(fc.nat(1_000_000)), (tape, numbers) => {
      const more: Tape = (below) => (numbers.next().value as number) % below;
      const program = more(3) === 0 ? small : randomProgram(tape);
      let json = copy(program);
      for (let i = 0; i <= more(3); i++) json = mutated(more, json);
      const opened = parseProgram(json);
      if (!opened.ok) {
        refused++;
        expect(opened.problem.message).not.toBe('');
        return;
      }
      played++;
      const rules = compileProgram(opened.value);
      const key = seedWords(more(1000));
      let state = start(rules, key);
      for (let turn = 0; turn < 6; turn++) {
        state = step(rules, key, state, rules.seats.length > 0 ? [randomOrder(more, menu(rules, state, 0))] : []);
        for (const [i, { min, max }] of opened.value.slots.entries())
          expect((state[i] ?? NaN) >= min && (state[i] ?? NaN) <= max).toBe(true);
      }
    }),
    { numRuns: runs(500, 20_000) },
  );
  expect(refused).toBeGreaterThan(20);
  expect(played).toBeGreaterThan(20);
});

test('no JSON makes the check fail', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
      expect(parseProgram(json).ok).toBe(false);
    }),
  );
});

test('every part of a program is missed when it is gone, and no key may be added', () => {
  for (const key of Object.keys(small)) {
    const { [key]: gone, ...rest } = copy(small) as Record<string, Json>;
    expect(code(rest)).toBe('missing ');
    expect(gone).toBeDefined();
  }
  expect(code({ ...small, extra: 1 })).toBe('unknown-key extra');
  expect(code(JSON.parse(`{"__proto__": {}, ${JSON.stringify(small).slice(1)}`))).toBe('unknown-key __proto__');
});

test('nesting beyond what anyone writes is refused, not followed', () => {
  let expr: Expr = 1;
  for (let i = 0; i < 100_000; i++) expr = ['neg', expr];
  expect(code(adding(expr))).toMatch(/^too-deep/);
  let op: Op = { op: 'set', at: 1, slot: SLOT.calm, to: 1 };
  for (let i = 0; i < 10_000; i++) op = { op: 'if', at: 1, when: 1, then: [op], else: [] };
  expect(code(reacting(op))).toMatch(/^too-deep/);
});

test('what could pass 2^53 is refused', () => {
  const calm: Expr = ['slot', SLOT.calm];
  const cube: Expr = ['*', calm, ['*', calm, calm]];
  expect(code(adding(cube))).toBe('ok');
  expect(code(adding(['*', cube, cube]))).toBe('too-wide phases.reactions.0.by');
  expect(code(adding(['-', 9_007_199_254_740_991, ['neg', calm]]))).toBe('too-wide phases.reactions.0.by');
  const rate = { num: 1_000_000_000, den: 7, remainder: SLOT.remainder };
  expect(code(reacting({ op: 'add', at: 1, slot: SLOT.calm, by: ['*', calm, calm], rate }))).toBe('ok');
  expect(code(reacting({ op: 'add', at: 1, slot: SLOT.calm, by: cube, rate }))).toBe('too-wide phases.reactions.0.rate');
});

test('ops may not write what the engine keeps', () => {
  const slots = {
    turn: SLOT.turn,
    ending: SLOT.ending,
    purpose: SLOT.purpose,
    belief: SLOT.beliefProbe,
    timer: SLOT.refreshLeft,
    remainder: SLOT.remainder,
  };
  for (const slot of Object.values(slots))
    expect(code(reacting({ op: 'set', at: 1, slot, to: 0 }))).toBe('bad-kind phases.reactions.0.slot');
});

test('an index beyond its list is refused wherever it stands', () => {
  const wrong: readonly (readonly [Op, string])[] = [
    [{ op: 'set', at: 1, slot: 999, to: 1 }, 'slot'],
    [{ op: 'set', at: 1, slot: SLOT.calm, to: ['slot', 999] }, 'to'],
    [{ op: 'set', at: 1, slot: SLOT.calm, to: ['curve', 0, 1] }, 'to'],
    [{ op: 'signal', at: 1, table: 0, luck: luckAt('x') }, 'table'],
    [{ op: 'timer', at: 1, timer: 3, turns: 1 }, 'timer'],
    [{ op: 'cancel', at: 1, timer: 3 }, 'timer'],
    [{ op: 'situation', at: 1, situation: 1, to: 'open' }, 'situation'],
    [{ op: 'end', at: 1, ending: 2 }, 'ending'],
    [{ op: 'chance', at: 1, p: 1, luck: luckAt('x'), then: [], else: [], reveals: [1] }, 'reveals.0'],
  ];
  for (const [op, path] of wrong) expect(code(reacting(op))).toBe(`bad-index phases.reactions.0.${path}`);
});

test('odds that do not sum to a million are refused', () => {
  const [hidden] = small.hidden;
  if (hidden === undefined) throw new Error('no hidden cause');
  expect(code({ ...small, hidden: [{ ...hidden, priors: [300_000, 700_001] }] })).toBe('bad-odds hidden.0.priors');
});
