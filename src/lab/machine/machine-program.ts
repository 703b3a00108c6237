import type { CompiledProgram } from '../../engine/compiled-program.ts';
import { compileOps } from '../../engine/op.ts';
import type { Expr, Op, Program } from '../../engine/program.ts';
import type { Range } from '../../engine/range.ts';
import { moduleBytes, type Bytes, type FunctionText, type Word } from './bytes.ts';
import { truthOf, valueAs, type Draft } from './expression-code.ts';
import { helpers } from './helpers.ts';
import { layoutOf, linked, type Part, type Run } from './linked.ts';
import { opsCode, weighCode, type Weighed } from './op-code.ts';

/** The functions that a program comes to, and the ops they call out to. */
export interface MachineCode {
  /** In the order in which `linked` asks for them, after the helpers that every module has. */
  readonly functions: readonly FunctionText[];
  /** By the number that a function calls. */
  readonly called: readonly Op[];
}

const isRun = (value: unknown): value is Run => typeof value === 'function';
const unwritten: Run = () => {
  throw new Error('a function of the machine code was run while it was written');
};

const PAGE = 65_536;

const allOf = (conditions: readonly Expr[]): Expr => {
  const [first = 1, ...rest] = conditions.filter((condition) => condition !== 1);
  return rest.reduce<Expr>((all, next) => ['and', all, next], first);
};

/** What a policy weighs, with what makes each move legal; see `engine/seat-policy.ts`. */
function weighedOf(program: Program, seat: number): readonly Weighed[] {
  const { policy, budget } = program.seats[seat]!;
  if (policy === undefined) return [];
  const acts = program.acts.filter((act) => act.seat === seat);
  return [
    { move: 0, legal: 1, weight: policy.none },
    ...acts.map(({ when, needs, cost }, i): Weighed => {
      const affordable: Expr =
        budget === undefined || cost === 0
          ? 1
          : ['or', ['<=', cost, 0], ['<=', ['-', ['+', budget.floor, ['max', cost, 0]], ['slot', budget.slot]], 0]];
      return { move: i + 1, legal: allOf([when, ...needs.map((need) => need.when), affordable]), weight: policy.weights[i]! };
    }),
  ];
}

/** Writes every part of the rules. */
export function writeCode(rules: CompiledProgram): MachineCode {
  const { program } = rules;
  const layout = layoutOf(program);
  const ranges = new Map<Expr, Range>();
  const functions: FunctionText[] = [];
  const called: Op[] = [];
  const callOut = (op: Op): number => called.push(op) - 1;
  const bodyOf = (draft: Draft, part: Part): Bytes => {
    if ('ops' in part) return opsCode(draft, rules.now, part.ops, callOut);
    if ('truth' in part) return truthOf(draft, part.truth);
    if ('value' in part) return valueAs(draft, part.value, 'i32');
    return weighCode(draft, weighedOf(program, part.weights));
  };
  linked(rules, new ArrayBuffer(layout.bytes), (part) => {
    const locals: Word[] = [];
    const body = bodyOf({ program, layout, locals, known: new Map(), ranges }, part);
    functions.push({ takes: [], gives: 'ops' in part ? [] : ['i32'], locals, body });
    return unwritten;
  });
  return { functions, called };
}

/**
 * The rules once more, with their ops and the weights of their policies as machine code: a WebAssembly module made of the program's
 * numbers alone, which reaches nothing but its own memory. Games of which nobody keeps a ledger are equal to the bit and several times
 * quicker; the rest runs as before. Worth its while from some hundred games on, where WebAssembly may be compiled: not in the page,
 * whose content policy forbids it and which has the same code as JavaScript (`made-code.ts`).
 */
export function inMachineCode(rules: CompiledProgram): CompiledProgram {
  const { program } = rules;
  const layout = layoutOf(program);
  const { functions, called } = writeCode(rules);
  const common = helpers(layout.luck);
  const pages = Math.ceil(layout.bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  program.curves.forEach((curve, i) => {
    new BigInt64Array(memory.buffer, layout.curves[i], curve.length).set(curve.map(BigInt));
  });
  const outside = called.map((op) => compileOps(program, [op]));
  const module = new WebAssembly.Module(moduleBytes([...common, ...functions], pages));
  const { exports } = new WebAssembly.Instance(module, { env: { memory, call: (number: number) => outside[number]?.(quick.play) } });
  let next = common.length;
  const quick = linked(rules, memory.buffer, () => {
    const run = exports[String(next++)];
    if (!isRun(run)) throw new Error('the machine code lacks a function');
    return run;
  });
  return quick;
}
