import { abs, MILLION } from './arith.ts';
import type { BranchSpec, Expr, Luck, Op, Program, Slot, SlotSpec } from './program.ts';
import { ENDING, TURN } from './program.ts';
import { reads } from './expression.ts';
import { programShape } from './program-schema.ts';
import { EXACT, rangeOf } from './range.ts';
import { assertNever, bad, good } from './result.ts';
import type { Problem, Result } from './result.ts';
import { wrong } from './schema.ts';
import type { Path } from './schema.ts';
import { ticksOfTurns } from './tick.ts';

/**
 * Checks a program that was read from outside, whatever it is: shape, depth, every index, every bound, and that no
 * expression can pass 2^53. What comes back is frozen and can be trusted to run without an exception.
 */
export function parseProgram(json: unknown): Result<Program> {
  const misshapen = programShape(json, undefined);
  if (misshapen !== undefined) return bad(misshapen);
  const program = json as Program;
  for (const problem of faults(program)) return bad(problem);
  return good(freeze(program));
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}

type Faults = Generator<Problem, void>;

const below = (path: Path, ...keys: readonly (string | number)[]): Path => keys.reduce<Path>((inside, key) => ({ inside, key }), path);

function* faults(program: Program): Faults {
  // Curves and slots first: the range of an expression is only known once those are sound.
  yield* slotFaults(program);
  yield* curveFaults(program);
  yield* eyeFaults(program);
  yield* hiddenFaults(program);
  yield* setupFaults(program);
  yield* calendarFaults(program);
  yield* seatFaults(program);
  yield* situationFaults(program);
  yield* actFaults(program);
  yield* timerFaults(program);
  for (const [i, { slot }] of program.readings.entries()) yield* indexFaults(program.slots, slot, below(undefined, 'readings', i, 'slot'));
  for (const [i, charge] of program.charges.entries()) {
    const path = below(undefined, 'charges', i);
    yield* indexFaults(program.slots, charge.taken, below(path, 'taken'));
    yield* expressionFaults(program, charge.met, below(path, 'met'));
    yield* expressionFaults(program, charge.partly, below(path, 'partly'));
  }
  yield* opFaults(program, program.start, below(undefined, 'start'));
  for (const phase of ['reactions', 'drift', 'endings', 'calendar'] as const)
    yield* opFaults(program, program.phases[phase], below(undefined, 'phases', phase));
}

function* indexFaults(items: readonly unknown[], index: number, path: Path): Faults {
  if (index >= items.length) yield wrong('bad-index', `${index} is beyond the last, ${items.length - 1}`, path);
}

/** The slot must hold low..high and, where `kinds` says so, be of one of those kinds. */
function* slotUseFaults(program: Program, slot: Slot, low: number, high: number, path: Path, kinds?: readonly SlotSpec['kind'][]): Faults {
  yield* indexFaults(program.slots, slot, path);
  const spec = program.slots[slot];
  if (spec === undefined) return;
  if (spec.min > low || spec.max < high) yield wrong('bad-bounds', `${spec.name} must hold ${low} to ${high}`, path);
  if (kinds !== undefined && !kinds.includes(spec.kind)) yield wrong('bad-kind', `${spec.name} must be ${kinds.join(' or ')}`, path);
}

const turnsOf = (program: Program): number => program.calendar.segments.reduce((sum, { turns }) => sum + turns, 0);
const ticksOf = (program: Program): number =>
  program.tick === undefined ? turnsOf(program) : ticksOfTurns(program.calendar).reduce((sum, ticks) => sum + ticks, 0);

function* slotFaults(program: Program): Faults {
  const names = new Set<string>();
  for (const [i, { name, min, max, start }] of program.slots.entries()) {
    const path = below(undefined, 'slots', i);
    if (names.has(name)) yield wrong('duplicate', `${name} is there twice`, below(path, 'name'));
    names.add(name);
    if (min > start || start > max) yield wrong('bad-bounds', `${name} must start between its bounds`, path);
  }
  for (const [slot, high] of [
    [TURN, turnsOf(program)],
    [ENDING, program.endings.length],
  ] as const) {
    yield* slotUseFaults(program, slot, 0, high, below(undefined, 'slots', slot), ['system']);
    if (program.slots[slot]?.start !== 0) yield wrong('bad-bounds', 'must start at 0', below(undefined, 'slots', slot, 'start'));
  }
}

function* curveFaults(program: Program): Faults {
  for (const [i, curve] of program.curves.entries()) {
    const path = below(undefined, 'curves', i);
    const [, step = 0, ...ys] = curve;
    if (step < 1) yield wrong('bad-curve', 'needs a step of at least 1', path);
    const steep = ys.some((y, at) => at > 0 && abs(y - (ys[at - 1] ?? y)) * step > EXACT);
    if (steep) yield wrong('too-wide', 'is too steep to stay exact', path);
  }
}

/** Masks name eyes that are there, minds share none, and a guess reads only what all see. */
function* eyeFaults(program: Program): Faults {
  const { eyes, minds, seats } = program;
  for (const [i, id] of (eyes ?? []).entries()) {
    const path = below(undefined, 'eyes', i);
    if (eyes?.indexOf(id) !== i) yield wrong('duplicate', `${id} is there twice`, path);
    if (id !== 'table' && !seats.some((seat) => id === seat.id || id.startsWith(`${seat.id}/`)))
      yield wrong('bad-index', 'must be a seat, a chair of one, or `table`', path);
  }
  const known = eyes ?? [];
  if (minds !== undefined && new Set(minds.flat()).size !== minds.flat().length)
    yield wrong('duplicate', 'an eye has two minds', below(undefined, 'minds'));
  for (const [i, mind] of (minds ?? []).entries())
    for (const [e, eye] of mind.entries()) yield* indexFaults(known, eye, below(undefined, 'minds', i, e));
  for (const [i, { sees, guess, kind }] of program.slots.entries()) {
    const path = below(undefined, 'slots', i);
    for (const [e, eye] of (sees ?? []).entries()) yield* indexFaults(known, eye, below(path, 'sees', e));
    if (sees !== undefined && (kind === 'belief' || i === TURN || i === ENDING || i === program.tick))
      yield wrong('bad-kind', 'must be seen by all', below(path, 'sees'));
    if (guess === undefined) continue;
    if (sees === undefined || kind === 'hidden') yield wrong('bad-kind', 'is for what not all eyes see', below(path, 'guess'));
    for (const [key, expr] of [
      ['value', guess.value],
      ['spread', guess.spread ?? 0],
    ] as const) {
      yield* expressionFaults(program, expr, below(path, 'guess', key));
      if (reads(expr, (slot) => program.slots[slot]?.sees !== undefined || program.slots[slot]?.kind === 'hidden'))
        yield wrong('bad-kind', 'may only read what all eyes see', below(path, 'guess', key));
    }
  }
}

function* hiddenFaults(program: Program): Faults {
  const owned = new Set<Slot>();
  for (const [i, hidden] of program.hidden.entries()) {
    const { slot, causes, minds } = hidden;
    const path = below(undefined, 'hidden', i);
    yield* slotUseFaults(program, slot, 0, causes.length - 1, below(path, 'slot'), ['hidden']);
    if ((minds?.length ?? 0) !== (program.minds?.length ?? 0)) yield wrong('bad-length', 'needs odds for every mind', below(path, 'minds'));
    for (const { priors, beliefs } of [hidden, ...(minds ?? [])]) {
      if (priors.length !== causes.length || beliefs.length !== causes.length)
        yield wrong('bad-length', 'needs one prior and one belief a cause', path);
      if (priors.reduce((sum, prior) => sum + prior, 0) !== MILLION)
        yield wrong('bad-odds', 'priors must sum to 1,000,000', below(path, 'priors'));
      for (const [at, belief] of beliefs.entries())
        yield* slotUseFaults(program, belief, 0, MILLION, below(path, 'beliefs', at), ['belief']);
    }
    for (const each of [slot, ...[hidden, ...(minds ?? [])].flatMap(({ beliefs }) => beliefs)]) {
      if (owned.has(each)) yield wrong('duplicate', 'is used twice', path);
      owned.add(each);
    }
  }
  for (const [i, { kind, name }] of program.slots.entries()) {
    if ((kind === 'hidden' || kind === 'belief') && !owned.has(i))
      yield wrong('bad-kind', `${name} belongs to no hidden cause`, below(undefined, 'slots', i));
  }
  for (const [i, { hidden, slot, signs, odds }] of program.tables.entries()) {
    const path = below(undefined, 'tables', i);
    yield* indexFaults(program.hidden, hidden, below(path, 'hidden'));
    yield* slotUseFaults(program, slot, 0, signs.length, below(path, 'slot'), WRITABLE);
    const causes = program.hidden[hidden]?.causes.length ?? 0;
    if (odds.length !== signs.length || odds.some((row) => row.length !== causes))
      yield wrong('bad-length', 'needs a row a sign and a column a cause', path);
    for (let cause = 0; cause < causes; cause++) {
      const sum = odds.reduce((total, row) => total + (row[cause] ?? 0), 0);
      if (sum !== MILLION) yield wrong('bad-odds', `column ${cause} must sum to 1,000,000`, below(path, 'odds'));
    }
  }
}

function* setupFaults(program: Program): Faults {
  for (const [i, { kind, slots, options, count, preset }] of program.setup.entries()) {
    const path = below(undefined, 'setup', i);
    const high = kind === 'one' ? options.length - 1 : 1;
    for (const [at, slot] of slots.entries()) yield* slotUseFaults(program, slot, 0, high, below(path, 'slots', at), WRITABLE);
    if (slots.length !== (kind === 'one' ? 1 : options.length))
      yield wrong('bad-length', 'has the wrong number of slots', below(path, 'slots'));
    if (preset >= options.length || count > options.length) yield wrong('bad-index', 'preset and count must be among the options', path);
  }
}

function* calendarFaults(program: Program): Faults {
  const { tick } = program;
  if (tick !== undefined) {
    yield* slotUseFaults(program, tick, 0, ticksOf(program), below(undefined, 'tick'), ['system']);
    if (tick === TURN || tick === ENDING || program.slots[tick]?.start !== 0)
      yield wrong('duplicate', 'must be a slot of its own that starts at 0', below(undefined, 'tick'));
  }
  for (const [i, { turns, dates, ticks }] of program.calendar.segments.entries()) {
    if (ticks !== undefined && (tick === undefined || ticks.length !== turns))
      yield wrong(
        'bad-length',
        'needs a number of ticks a turn, and a slot that counts them',
        below(undefined, 'calendar', 'segments', i, 'ticks'),
      );
    if (dates !== undefined && dates.length !== turns)
      yield wrong('bad-length', 'needs one date a turn', below(undefined, 'calendar', 'segments', i, 'dates'));
  }
}

function* seatFaults(program: Program): Faults {
  for (const [i, { budget, policy }] of program.seats.entries()) {
    const path = below(undefined, 'seats', i);
    if (budget !== undefined) yield* slotUseFaults(program, budget.slot, 0, 0, below(path, 'budget', 'slot'), WRITABLE);
    if (policy === undefined) continue;
    const at = below(path, 'policy');
    const acts = program.acts.filter(({ seat }) => seat === i).length;
    if (policy.weights.length !== acts) yield wrong('bad-length', `needs a weight for each of its ${acts} acts`, below(at, 'weights'));
    yield* expressionFaults(program, policy.none, below(at, 'none'));
    for (const [w, weight] of policy.weights.entries()) yield* expressionFaults(program, weight, below(at, 'weights', w));
    if (policy.mute !== undefined) yield* expressionFaults(program, policy.mute, below(at, 'mute'));
    yield* revealFaults(program, policy.reveals, below(at, 'reveals'));
  }
}

function* situationFaults(program: Program): Faults {
  const ticks = ticksOf(program);
  for (const [i, situation] of program.situations.entries()) {
    const path = below(undefined, 'situations', i);
    yield* indexFaults(program.seats, situation.seat, below(path, 'seat'));
    yield* slotUseFaults(program, situation.status, 0, 1, below(path, 'status'), WRITABLE);
    yield* slotUseFaults(program, situation.seen, 0, 1, below(path, 'seen'), WRITABLE);
    yield* slotUseFaults(program, situation.answer, 0, situation.options.length, below(path, 'answer'), WRITABLE);
    yield* slotUseFaults(program, situation.since, 0, ticks, below(path, 'since'), WRITABLE);
    for (const [o, { needs, cost, does }] of situation.options.entries()) {
      const at = below(path, 'options', o);
      for (const [n, need] of needs.entries()) yield* expressionFaults(program, need.when, below(at, 'needs', n, 'when'));
      yield* expressionFaults(program, cost, below(at, 'cost'));
      yield* opFaults(program, does, below(at, 'does'));
    }
  }
}

function* actFaults(program: Program): Faults {
  for (const [i, { seat, done, when, needs, cost, does }] of program.acts.entries()) {
    const path = below(undefined, 'acts', i);
    yield* indexFaults(program.seats, seat, below(path, 'seat'));
    yield* slotUseFaults(program, done, 0, 1, below(path, 'done'), WRITABLE);
    yield* expressionFaults(program, when, below(path, 'when'));
    for (const [n, need] of needs.entries()) yield* expressionFaults(program, need.when, below(path, 'needs', n, 'when'));
    yield* expressionFaults(program, cost, below(path, 'cost'));
    yield* opFaults(program, does, below(path, 'does'));
  }
}

function* timerFaults(program: Program): Faults {
  const ticks = ticksOf(program);
  const owned = new Set<Slot>();
  for (const [i, { again, copies, during, due }] of program.timers.entries()) {
    const path = below(undefined, 'timers', i);
    if (again !== 'stack' && copies.length !== 1) yield wrong('bad-length', `${again} has one copy`, below(path, 'copies'));
    for (const [c, { left, origin }] of copies.entries()) {
      yield* slotUseFaults(program, left, 0, 1, below(path, 'copies', c, 'left'), ['timer']);
      yield* slotUseFaults(program, origin, 0, ticks, below(path, 'copies', c, 'origin'), ['timer', 'system']);
      for (const slot of [left, origin]) {
        if (owned.has(slot) || program.slots[slot]?.start !== 0)
          yield wrong('duplicate', 'must be a slot of its own that starts at 0', below(path, 'copies', c));
        owned.add(slot);
      }
    }
    yield* opFaults(program, during, below(path, 'during'));
    yield* opFaults(program, due, below(path, 'due'));
  }
}

/** Kinds an op may write; the others are the engine's. */
const WRITABLE: readonly SlotSpec['kind'][] = ['number', 'flag', 'stage', 'system'];

function* writeFaults(program: Program, slot: Slot, path: Path): Faults {
  yield* slotUseFaults(program, slot, program.slots[slot]?.min ?? 0, program.slots[slot]?.min ?? 0, path, WRITABLE);
  if (slot === TURN || slot === ENDING || slot === program.tick)
    yield wrong('bad-kind', 'only the engine writes turn, tick and ending', path);
}

function* revealFaults(program: Program, reveals: readonly number[], path: Path): Faults {
  for (const [i, hidden] of reveals.entries()) yield* indexFaults(program.hidden, hidden, below(path, i));
  if (new Set(reveals).size !== reveals.length) yield wrong('duplicate', 'names a cause twice', path);
  if (reveals.reduce((ways, hidden) => ways * (program.hidden[hidden]?.causes.length ?? 1), 1) > MOST_WORLDS)
    yield wrong('too-wide', `reveals more than ${MOST_WORLDS} combinations of causes`, path);
}

/** Combinations of causes that one observation may be weighed under. */
const MOST_WORLDS = 256;

function* expressionFaults(program: Program, expr: Expr, path: Path): Faults {
  if (!refersWell(program, expr)) {
    yield wrong('bad-index', 'refers to a slot or curve that is not there', path);
    return;
  }
  const wide: Expr[] = [];
  rangeOf(program, expr, (part) => wide.push(part));
  if (wide.length > 0) yield wrong('too-wide', 'can pass 2^53', path);
}

function refersWell(program: Program, expr: Expr): boolean {
  if (typeof expr === 'number') return true;
  if (expr[0] === 'slot') return expr[1] < program.slots.length;
  if (expr[0] === 'curve') return expr[1] < program.curves.length && refersWell(program, expr[2]);
  const [, ...parts]: readonly [string, ...Expr[]] = expr;
  return parts.every((part) => refersWell(program, part));
}

function* opFaults(program: Program, ops: readonly Op[], path: Path): Faults {
  for (const [i, op] of ops.entries()) yield* oneOpFaults(program, op, below(path, i));
}

function* oneOpFaults(program: Program, op: Op, path: Path): Faults {
  switch (op.op) {
    case 'set':
      yield* writeFaults(program, op.slot, below(path, 'slot'));
      yield* expressionFaults(program, op.to, below(path, 'to'));
      return;
    case 'add':
      yield* writeFaults(program, op.slot, below(path, 'slot'));
      yield* expressionFaults(program, op.by, below(path, 'by'));
      yield* addFaults(program, op.spread, op.luck, path);
      if (op.rate !== undefined) {
        yield* slotUseFaults(program, op.rate.remainder, 0, op.rate.den - 1, below(path, 'rate', 'remainder'), ['remainder']);
        const spread: Expr = op.spread ?? 0;
        yield* expressionFaults(program, ['*', ['+', ['abs', op.by], ['abs', spread]], op.rate.num], below(path, 'rate'));
      }
      return;
    case 'toward':
      yield* writeFaults(program, op.slot, below(path, 'slot'));
      yield* expressionFaults(program, op.to, below(path, 'to'));
      yield* expressionFaults(program, op.ppm, below(path, 'ppm'));
      yield* slotUseFaults(program, op.remainder, 0, MILLION - 1, below(path, 'remainder'), ['remainder']);
      return;
    case 'if':
      yield* expressionFaults(program, op.when, below(path, 'when'));
      yield* opFaults(program, op.then, below(path, 'then'));
      yield* opFaults(program, op.else, below(path, 'else'));
      return;
    case 'chance':
      yield* expressionFaults(program, op.p, below(path, 'p'));
      yield* revealFaults(program, op.reveals, below(path, 'reveals'));
      yield* opFaults(program, op.then, below(path, 'then'));
      yield* opFaults(program, op.else, below(path, 'else'));
      return;
    case 'choose':
      yield* revealFaults(program, op.reveals, below(path, 'reveals'));
      for (const [i, branch] of op.from.entries()) yield* branchFaults(program, branch, below(path, 'from', i));
      return;
    case 'signal':
      yield* indexFaults(program.tables, op.table, below(path, 'table'));
      return;
    case 'timer':
      yield* indexFaults(program.timers, op.timer, below(path, 'timer'));
      yield* expressionFaults(program, op.turns, below(path, 'turns'));
      return;
    case 'cancel':
      yield* indexFaults(program.timers, op.timer, below(path, 'timer'));
      return;
    case 'situation':
      yield* indexFaults(program.situations, op.situation, below(path, 'situation'));
      return;
    case 'end':
      yield* indexFaults(program.endings, op.ending, below(path, 'ending'));
      return;
    default:
      assertNever(op);
  }
}

function* addFaults(program: Program, spread: Expr | undefined, luck: Luck | undefined, path: Path): Faults {
  if (spread === undefined) return;
  yield* expressionFaults(program, spread, below(path, 'spread'));
  if (luck === undefined) yield wrong('missing', 'a spread needs luck', path);
}

function* branchFaults(program: Program, { when, weight, noise, does }: BranchSpec, path: Path): Faults {
  if (when !== undefined) yield* expressionFaults(program, when, below(path, 'when'));
  yield* expressionFaults(program, weight, below(path, 'weight'));
  if (noise !== undefined) yield* expressionFaults(program, noise, below(path, 'noise'));
  yield* opFaults(program, does, below(path, 'does'));
}
