import { MOST_NOISE, MOST_WEIGHT } from '../../engine/choose-op.ts';
import { MOST_SPREAD } from '../../engine/fused-adds.ts';
import { ENDING } from '../../engine/program.ts';
import type { Expr, Luck, Op, Slot } from '../../engine/program.ts';
import type { Range } from '../../engine/range.ts';
import { branch, call, constant, EXTEND, getLocal, loadWord, operation, setLocal, storeWord, teeLocal, WRAP } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { clamped, converted, newLocal, rangeIn, shared, slotAt, truthOf, valueAs, wordOf } from './expression-code.ts';
import type { Draft } from './expression-code.ts';
import { HELPER } from './helpers.ts';

/** What is not written in machine words calls out: it gets a number. */
export type CallOut = (op: Op) => number;

const MILLION = 1_000_000;
/** Draws of the branches of one `best` are so many subjects apart; see `engine/choose-op.ts`. */
const SUBJECTS = 1024;
const CALLER = 0;

/** Ops as bytes, for games of which nobody keeps a ledger. */
export const opsCode = (draft: Draft, now: Slot, ops: readonly Op[], callOut: CallOut): Bytes =>
  ops.flatMap((op) => opCode(draft, now, op, callOut));

function opCode(draft: Draft, now: Slot, op: Op, callOut: CallOut): Bytes {
  const within = (ops: readonly Op[]): Bytes => opsCode(draft, now, ops, callOut);
  switch (op.op) {
    case 'set':
      return write(
        draft,
        op.slot,
        typeof op.to === 'number' ? constant(wordOf(draft, op.to), op.to) : plain(draft, op.to),
        rangeIn(draft, op.to),
      );
    case 'add':
      return addCode(draft, op);
    case 'toward':
      return towardCode(draft, op);
    case 'if':
      return branch(truthOf(draft, op.when), undefined, within(op.then), within(op.else));
    case 'chance': {
      if (op.reveals.length > 0) break;
      const drawn = drawOf(op.luck, constant('i64', MILLION));
      const happens = [...drawn, ...valueAs(draft, op.p, 'i64'), operation('<', 'i64')];
      return branch(happens, undefined, within(op.then), within(op.else));
    }
    case 'choose':
      if (op.reveals.length > 0) break;
      return op.mode === 'weighted' ? weightedCode(draft, op, within) : bestCode(draft, op, within);
    case 'situation': {
      const { status, seen, since } = draft.program.situations[op.situation]!;
      const closed = [...load(draft, status), operation('zero', 'i32')];
      if (op.to === 'close') return write(draft, status, constant('i32', 0), { low: 0, high: 0 });
      return branch(
        closed,
        undefined,
        [
          ...write(draft, status, constant('i32', 1), { low: 1, high: 1 }),
          ...writeExpr(draft, seen, ['+', ['slot', seen], 1]),
          ...writeExpr(draft, since, ['slot', now]),
        ],
        [],
      );
    }
    case 'end':
      return branch(
        [...load(draft, ENDING), operation('zero', 'i32')],
        undefined,
        write(draft, ENDING, constant('i32', op.ending + 1), { low: op.ending + 1, high: op.ending + 1 }),
        [],
      );
    case 'signal':
    case 'timer':
    case 'cancel':
  }
  return [...constant('i32', callOut(op)), ...call(CALLER)];
}

const plain = (draft: Draft, expr: Expr): Bytes => valueAs(draft, expr, wordOf(draft, expr));
const load = (draft: Draft, slot: Slot): Bytes => loadWord(slotAt(draft, slot));

/** A write within the bounds of its slot. `value`: of the word that `range` needs. */
function write(draft: Draft, slot: Slot, value: Bytes, range: Range): Bytes {
  const { min, max } = draft.program.slots[slot]!;
  return storeWord(slotAt(draft, slot), clamped(draft, value, range, min, max));
}

const writeExpr = (draft: Draft, slot: Slot, expr: Expr): Bytes => write(draft, slot, plain(draft, expr), rangeIn(draft, expr));

/** A draw of 0..n-1 as 64 bits. */
const drawOf = ({ site, subject }: Luck, n: Bytes, further = 0): Bytes => [
  ...constant('i32', site | 0),
  ...constant('i32', (subject + further) | 0),
  ...n,
  ...call(HELPER.draw),
];

function addCode(draft: Draft, { slot, by, spread, luck, rate }: Extract<Op, { op: 'add' }>): Bytes {
  if (rate === undefined && (spread === undefined || luck === undefined)) return writeExpr(draft, slot, ['+', ['slot', slot], by]);
  const i64 = (name: 'add' | 'sub' | 'mul'): number => operation(name, 'i64');
  const change = newLocal(draft, 'i64');
  const code: number[] = [];
  if (spread !== undefined && luck !== undefined) {
    const size = newLocal(draft, 'i64');
    const limited = converted('i32', 'i64', clamped(draft, plain(draft, spread), rangeIn(draft, spread), 0, MOST_SPREAD));
    const width = [...getLocal(size), ...getLocal(size), i64('add'), ...constant('i64', 1), i64('add')];
    code.push(...limited, ...setLocal(size), ...drawOf(luck, width), ...getLocal(size), i64('sub'));
    code.push(...valueAs(draft, by, 'i64'), i64('add'), ...setLocal(change));
  } else {
    code.push(...valueAs(draft, by, 'i64'), ...setLocal(change));
  }
  if (rate !== undefined) {
    const whole = newLocal(draft, 'i64');
    const [num, den] = [constant('i64', rate.num), constant('i64', rate.den)];
    code.push(...getLocal(change), ...num, i64('mul'), ...valueAs(draft, ['slot', rate.remainder], 'i64'), i64('add'), ...setLocal(whole));
    code.push(...getLocal(whole), ...den, ...call(HELPER.floorDiv.i64), ...setLocal(change));
    code.push(...write(draft, rate.remainder, [...getLocal(whole), ...den, ...call(HELPER.modulo.i64)], ANY));
  }
  return [...code, ...write(draft, slot, [...valueAs(draft, ['slot', slot], 'i64'), ...getLocal(change), i64('add')], ANY)];
}

/** Of what is only known to fit 64 bits. */
const ANY: Range = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };

function towardCode(draft: Draft, { slot, to, ppm, remainder }: Extract<Op, { op: 'toward' }>): Bytes {
  const { min, max } = draft.program.slots[slot]!;
  const i64 = (name: 'add' | 'sub' | 'mul'): number => operation(name, 'i64');
  const whole = newLocal(draft, 'i64');
  const target = converted('i32', 'i64', clamped(draft, plain(draft, to), rangeIn(draft, to), min, max));
  const rate = converted('i32', 'i64', clamped(draft, plain(draft, ppm), rangeIn(draft, ppm), 0, MILLION));
  const million = constant('i64', MILLION);
  const change = [...getLocal(whole), ...million, ...call(HELPER.floorDiv.i64)];
  return [
    ...target,
    ...valueAs(draft, ['slot', slot], 'i64'),
    i64('sub'),
    ...rate,
    i64('mul'),
    ...valueAs(draft, ['slot', remainder], 'i64'),
    i64('add'),
    ...setLocal(whole),
    ...write(draft, remainder, [...getLocal(whole), ...million, ...call(HELPER.modulo.i64)], ANY),
    ...write(draft, slot, [...valueAs(draft, ['slot', slot], 'i64'), ...change, i64('add')], ANY),
  ];
}

type Choice = Extract<Op, { op: 'choose' }>;
type Within = (ops: readonly Op[]) => Bytes;

/** A weight as the engine counts it: 0..MOST_WEIGHT, as a word of 32 bits. */
const weight = (draft: Draft, expr: Expr): Bytes => clamped(draft, plain(draft, expr), rangeIn(draft, expr), 0, MOST_WEIGHT);

/** Runs the ops of the branch whose index a local holds; of none for any other number. */
const taken = (at: number, branches: readonly Bytes[]): Bytes =>
  branches.reduceRight<Bytes>(
    (rest, run, i) => branch([...getLocal(at), ...constant('i32', i), operation('==', 'i32')], undefined, run, rest),
    [],
  );

function weightedCode(draft: Draft, { from, luck }: Choice, within: Within): Bytes {
  const i32 = (name: 'add' | 'sub' | '<' | '>=' | 'zero'): number => operation(name, 'i32');
  const [whole, at, rest] = [newLocal(draft, 'i32'), newLocal(draft, 'i32'), newLocal(draft, 'i32')];
  const weights = from.map(() => newLocal(draft, 'i32'));
  const opens = from.map(({ when }) => (when === undefined ? undefined : newLocal(draft, 'i32')));
  const code: number[] = [...constant('i32', 0), ...setLocal(whole)];
  from.forEach(({ when, weight: expr }, i) => {
    const open = opens[i];
    const value = weight(draft, expr);
    if (when === undefined || open === undefined) code.push(...value);
    else code.push(...branch([...truthOf(draft, when), ...teeLocal(open)], 'i32', value, constant('i32', 0)));
    code.push(...teeLocal(weights[i]!), ...getLocal(whole), i32('add'), ...setLocal(whole));
  });
  // All weigh nothing: the first that stands open.
  const first = from.reduceRight<Bytes>(
    (otherwise, _, i) => {
      const open = opens[i];
      return open === undefined ? constant('i32', i) : branch(getLocal(open), 'i32', constant('i32', i), otherwise);
    },
    constant('i32', -1),
  );
  const drawn = [...drawOf(luck, [...getLocal(whole), EXTEND]), WRAP, ...setLocal(rest)];
  const walk = from.reduceRight<Bytes>((otherwise, _, i) => {
    if (i === from.length - 1) return constant('i32', i);
    const less = [...getLocal(rest), ...getLocal(weights[i]!), i32('sub'), ...teeLocal(rest), ...constant('i32', 0), i32('<')];
    return branch(less, 'i32', constant('i32', i), otherwise);
  }, []);
  return [
    ...code,
    ...branch([...getLocal(whole), i32('zero')], 'i32', first, [...drawn, ...walk]),
    ...setLocal(at),
    ...taken(
      at,
      from.map(({ does }) => within(does)),
    ),
  ];
}

function bestCode(draft: Draft, { from, luck }: Choice, within: Within): Bytes {
  const [at, most, total] = [newLocal(draft, 'i32'), newLocal(draft, 'i64'), newLocal(draft, 'i64')];
  const code: number[] = [...constant('i32', -1), ...setLocal(at)];
  from.forEach(({ when, weight: expr, noise = 0 }, i) => {
    const value = [...valueAs(draft, expr, 'i64')];
    if (noise !== 0) {
      const size = clamped(draft, plain(draft, noise), rangeIn(draft, noise), 0, MOST_NOISE);
      // A draw of one number is 0, as is none.
      const width = [...size, EXTEND, ...constant('i64', 1), operation('add', 'i64')];
      value.push(...drawOf({ site: luck.site, subject: luck.subject * SUBJECTS }, width, i), operation('add', 'i64'));
    }
    const better = [
      ...getLocal(at),
      ...constant('i32', 0),
      operation('<', 'i32'),
      ...getLocal(total),
      ...getLocal(most),
      operation('>', 'i64'),
      operation('or', 'i32'),
    ];
    const take = [...getLocal(total), ...setLocal(most), ...constant('i32', i), ...setLocal(at)];
    const weigh = [...value, ...setLocal(total), ...branch(better, undefined, take, [])];
    code.push(...(when === undefined ? weigh : branch(truthOf(draft, when), undefined, weigh, [])));
  });
  return [
    ...code,
    ...taken(
      at,
      from.map(({ does }) => within(does)),
    ),
  ];
}

/** One weight among those of a policy: `legal` must be true or it weighs nothing. */
export interface Weighed {
  /** Index among the weights. */
  readonly move: number;
  readonly legal: Expr;
  readonly weight: Expr;
}

/**
 * Writes the weight of each move into the scratch words and leaves their sum. Weights that hang on one condition are worked out
 * together behind it, and what several read is worked out once.
 */
export function weighCode(draft: Draft, moves: readonly Weighed[]): Bytes {
  const whole = newLocal(draft, 'i32');
  return [...constant('i32', 0), ...setLocal(whole), ...groupCode(draft, moves, whole), ...getLocal(whole)];
}

function groupCode(draft: Draft, moves: readonly Weighed[], whole: number): Bytes {
  const kept = new Map(draft.known);
  const conditions = new Map<string, Weighed[]>();
  for (const move of moves) {
    const { weight: expr } = move;
    if (typeof expr === 'number' || expr[0] !== 'if') continue;
    const key = JSON.stringify(expr[1]);
    conditions.set(key, [...(conditions.get(key) ?? []), move]);
  }
  const [common] = [...conditions.values()].sort((a, b) => b.length - a.length);
  if (common !== undefined && common.length > 1) {
    const others = moves.filter((move) => !common.includes(move));
    const arm = (index: 2 | 3): Bytes =>
      groupCode(
        draft,
        common.map(({ move, legal, weight: expr }) => ({
          move,
          legal,
          weight: typeof expr !== 'number' && expr[0] === 'if' ? expr[index] : expr,
        })),
        whole,
      );
    const [{ weight: expr }] = [common[0]!];
    const when = typeof expr !== 'number' && expr[0] === 'if' ? expr[1] : 1;
    return [...branch(truthOf(draft, when), undefined, arm(2), arm(3)), ...(others.length > 0 ? groupCode(draft, others, whole) : [])];
  }
  const live = moves.filter(({ weight: expr, legal }) => expr !== 0 && legal !== 0);
  const before =
    live.length > 1
      ? [
          ...shared(
            draft,
            live.map(({ legal, weight: expr }): Expr => ['if', legal, expr, 0]),
          ),
        ]
      : [];
  const code = moves.flatMap(({ move, legal, weight: expr }) => {
    const place = draft.layout.scratch + 4 * move;
    if (expr === 0 || legal === 0) return storeWord(place, constant('i32', 0));
    const local = newLocal(draft, 'i32');
    const value = weight(draft, expr);
    const either = legal === 1 ? value : branch(truthOf(draft, legal), 'i32', value, constant('i32', 0));
    return [
      ...either,
      ...setLocal(local),
      ...storeWord(place, getLocal(local)),
      ...getLocal(whole),
      ...getLocal(local),
      operation('add', 'i32'),
      ...setLocal(whole),
    ];
  });
  draft.known.clear();
  for (const [key, local] of kept) draft.known.set(key, local);
  return [...before, ...code];
}
