import { fields, isFields, list, oneOf, text, truth, tuple, whole, wrong } from './schema.ts';
import type { Check, Path } from './schema.ts';

/** Deepest nesting of an expression and of ops. */
const DEEPEST_EXPRESSION = 200;
const DEEPEST_OPS = 60;
/** Ticks of one turn. */
const MOST_TICKS = 1000;
/** Branches of one `choose`: their draws keep apart this many subjects of a site. */
const MOST_BRANCHES = 1024;

const INT32: Check = whole(-2_147_483_648, 2_147_483_647);
const index: Check = whole(0, 1_000_000);
const place: Check = whole(0, 100_000_000);
const number: Check = whole(-9_007_199_254_740_991, 9_007_199_254_740_991);
const ppm: Check = whole(0, 1_000_000);

const luck = fields({ site: whole(0, 4_294_967_295), subject: whole(0, 1_000_000) });
const reveals = list(index, 0, 16);
const MOST_EYES = 100;
const mask = list(index, 0, MOST_EYES);

const PARTS: Readonly<Record<string, number>> = {
  '+': 2,
  '-': 2,
  '*': 2,
  min: 2,
  max: 2,
  '<': 2,
  '<=': 2,
  '==': 2,
  '!=': 2,
  '>=': 2,
  '>': 2,
  and: 2,
  or: 2,
  div: 3,
  mod: 3,
  if: 3,
  not: 1,
  abs: 1,
  neg: 1,
};

const slotPart = tuple(oneOf('slot'), index);

function expressionAt(value: unknown, path: Path, depth: number): ReturnType<Check> {
  if (typeof value === 'number') return number(value, path);
  if (!Array.isArray(value)) return wrong('bad-expression', 'must be a number or a list that begins with an operator', path);
  if (depth > DEEPEST_EXPRESSION) return wrong('too-deep', 'is nested too deeply', path);
  const operator: unknown = value[0];
  if (operator === 'slot') return slotPart(value, path);
  const inner: Check = (part, at) => expressionAt(part, at, depth + 1);
  if (operator === 'curve') return tuple(oneOf('curve'), index, inner)(value, path);
  const parts = typeof operator === 'string' && Object.hasOwn(PARTS, operator) ? PARTS[operator] : undefined;
  if (parts === undefined) return wrong('bad-operator', 'is no operator', path);
  return tuple(text, ...Array.from({ length: parts }, () => inner))(value, path);
}

const expression: Check = (value, path) => expressionAt(value, path, 0);

function opAt(value: unknown, path: Path, depth: number): ReturnType<Check> {
  if (depth > DEEPEST_OPS) return wrong('too-deep', 'is nested too deeply', path);
  if (!isFields(value)) return wrong('bad-object', 'must be an object', path);
  const inner = list((op, at) => opAt(op, at, depth + 1));
  const name = value['op'];
  const base = { op: text, at: place };
  switch (name) {
    case 'set':
      return fields({ ...base, slot: index, to: expression })(value, path);
    case 'add':
      return fields(
        { ...base, slot: index, by: expression },
        { spread: expression, luck, rate: fields({ num: whole(0, 1_000_000_000), den: whole(1, 1_000_000_000), remainder: index }) },
      )(value, path);
    case 'toward':
      return fields({ ...base, slot: index, to: expression, ppm: expression, remainder: index })(value, path);
    case 'if':
      return fields({ ...base, when: expression, then: inner, else: inner })(value, path);
    case 'chance':
      return fields({ ...base, p: expression, luck, then: inner, else: inner, reveals })(value, path);
    case 'choose': {
      const branch = fields({ at: place, weight: expression, does: inner }, { when: expression, noise: expression });
      return fields({ ...base, mode: oneOf('weighted', 'best'), luck, from: list(branch, 1, MOST_BRANCHES), reveals })(value, path);
    }
    case 'signal':
      return fields({ ...base, table: index, luck })(value, path);
    case 'timer':
      return fields({ ...base, timer: index, turns: expression })(value, path);
    case 'cancel':
      return fields({ ...base, timer: index })(value, path);
    case 'situation':
      return fields({ ...base, situation: index, to: oneOf('open', 'close') })(value, path);
    case 'end':
      return fields({ ...base, ending: index })(value, path);
    default:
      return wrong('bad-op', 'is no op', { inside: path, key: 'op' });
  }
}

const ops = list((op, path) => opAt(op, path, 0));
const names = list(text, 0, 10_000);
const needs = list(fields({ at: place, when: expression }), 0, 100);

/** The shape of a program: every key, every kind of value, nothing about what they refer to. */
export const programShape: Check = fields(
  {
    format: oneOf(1),
    id: text,
    slots: list(
      fields(
        {
          name: text,
          min: INT32,
          max: INT32,
          start: INT32,
          kind: oneOf('number', 'flag', 'stage', 'hidden', 'belief', 'timer', 'remainder', 'system'),
          scale: whole(1, 1_000_000_000),
        },
        { stages: names, sees: mask, guess: fields({ value: expression, luck }, { spread: expression }) },
      ),
      2,
    ),
    setup: list(
      fields({
        id: text,
        kind: oneOf('one', 'some'),
        slots: list(index, 1, 1000),
        options: list(text, 1, 1000),
        count: whole(0, 1000),
        preset: whole(0, 999),
      }),
      0,
      100,
    ),
    calendar: fields({
      start: text,
      segments: list(
        fields(
          { id: text, turns: whole(1, 10_000), unit: oneOf('day', 'week', 'half_month', 'month', 'quarter', 'year', 'event') },
          { dates: list(text, 0, 10_000), ticks: list(whole(1, MOST_TICKS), 0, 10_000) },
        ),
        1,
        100,
      ),
    }),
    seats: list(
      fields(
        { id: text, maxActs: whole(0, 16) },
        {
          budget: fields({ slot: index, floor: INT32 }),
          policy: fields({ at: place, luck, none: expression, weights: list(expression), reveals }, { mute: expression, late: truth }),
        },
      ),
      0,
      50,
    ),
    situations: list(
      fields({
        id: text,
        at: place,
        seat: index,
        status: index,
        seen: index,
        answer: index,
        since: index,
        options: list(fields({ id: text, at: place, stance: text, about: names, needs, cost: expression, does: ops }), 1, 100),
      }),
      0,
      10_000,
    ),
    acts: list(
      fields(
        {
          id: text,
          at: place,
          seat: index,
          kind: oneOf('initiative', 'project', 'move'),
          about: names,
          when: expression,
          needs,
          cost: expression,
          done: index,
          does: ops,
        },
        { stance: text },
      ),
      0,
      10_000,
    ),
    timers: list(
      fields(
        {
          id: text,
          at: place,
          again: oneOf('refresh', 'ignore', 'stack'),
          copies: list(fields({ left: index, origin: index }), 1, 100),
          during: ops,
          due: ops,
        },
        { phase: oneOf('calendar') },
      ),
      0,
      10_000,
    ),
    hidden: list(
      fields(
        { id: text, slot: index, causes: list(text, 1, 100), priors: list(ppm, 1, 100), beliefs: list(index, 1, 100), luck },
        { minds: list(fields({ priors: list(ppm, 1, 100), beliefs: list(index, 1, 100) }), 1, MOST_EYES) },
      ),
      0,
      16,
    ),
    tables: list(
      fields({ id: text, hidden: index, slot: index, signs: list(text, 1, 1000), odds: list(list(ppm, 1, 100), 1, 1000) }),
      0,
      1000,
    ),
    curves: list(list(INT32, 3, 10_000), 0, 1000),
    readings: list(fields({ id: text, slot: index }), 0, 100),
    charges: list(fields({ id: text, taken: index, met: expression, partly: expression }), 0, 1000),
    endings: list(fields({ id: text, early: truth }), 1, 1000),
    start: ops,
    phases: fields({ reactions: ops, drift: ops, endings: ops, calendar: ops }),
  },
  { tick: index, eyes: list(text, 1, MOST_EYES), minds: list(mask, 1, MOST_EYES) },
);
