import { readCode, type Instruction } from './read-code.ts';
import type { FunctionText } from './bytes.ts';
import { HELPER } from './helpers.ts';

/** What stands on the stack of a function: a piece of JavaScript that gives its value. */
interface Piece {
  readonly text: string;
  /** `number`: a numeral; `local`: the name of one; `truth`: a condition, not a number; `rest`: anything else. */
  readonly sort: 'number' | 'local' | 'truth' | 'rest';
  /** Whether it writes a local on the way: it must then be worked out where it stands. */
  readonly writes: boolean;
}

/** A statement; of a branch, its arms. */
type Line = string | { readonly when: string; readonly yes: readonly Line[]; readonly no: readonly Line[] };

const WORD = 4;

/** The helpers of a module as the engine has them, by index of the function called; see `HELPER`. */
const HELPERS: Readonly<Record<number, { readonly name: string; readonly takes: number }>> = {
  [HELPER.draw]: { name: 'draw', takes: 3 },
  [HELPER.floorDiv.i32]: { name: 'floorDiv', takes: 2 },
  [HELPER.floorDiv.i64]: { name: 'floorDiv', takes: 2 },
  [HELPER.modulo.i32]: { name: 'modulo', takes: 2 },
  [HELPER.modulo.i64]: { name: 'modulo', takes: 2 },
  [HELPER.curve]: { name: 'curve', takes: 3 },
};

const number = (value: number): Piece => ({ text: value < 0 ? `(${String(value)})` : String(value), sort: 'number', writes: false });
const local = (name: string): Piece => ({ text: name, sort: 'local', writes: false });
const rest = (text: string, ...from: readonly Piece[]): Piece => ({ text, sort: 'rest', writes: from.some(({ writes }) => writes) });
const truth = (text: string, ...from: readonly Piece[]): Piece => ({ ...rest(text, ...from), sort: 'truth' });

/** As a number; as a condition. */
const value = ({ sort, text }: Piece): string => (sort === 'truth' ? `(${text} ? 1 : 0)` : text);
const condition = ({ sort, text }: Piece): string => (sort === 'truth' ? text : `${text} !== 0`);

/**
 * A function of a module (`FunctionText`) as one of JavaScript, over the same memory, `memory`: words of 32 bits stay such, those of 64 are plain
 * numbers, as every value of the rules fits 53 bits. What is called must be in scope under the names of `HELPERS`, and `call`.
 */
export const functionText = ({ body, gives }: FunctionText): string => {
  let temporaries = 0;
  const temporary = (): string => `t${String(temporaries++)}`;
  const nameOf = (index: number): string => `l${String(index)}`;

  const run = (code: readonly Instruction[]): { readonly lines: readonly Line[]; readonly left: Piece | undefined } => {
    const lines: Line[] = [];
    const stack: Piece[] = [];
    const pop = (): Piece => {
      const piece = stack.pop();
      if (piece === undefined) throw new Error('a function of the rules takes what nobody left');
      return piece;
    };
    /** What stands on the stack is worked out before what comes now. */
    const settle = (): void => {
      stack.forEach((piece, i) => {
        if (piece.sort === 'number') return;
        const name = temporary();
        lines.push(`${name} = ${value(piece)};`);
        stack[i] = local(name);
      });
    };
    const state = (line: Line): void => {
      settle();
      lines.push(line);
    };
    const two = (made: (a: string, b: string) => string, kind = rest): void => {
      const [b, a] = [pop(), pop()];
      stack.push(kind(`(${made(value(a), value(b))})`, a, b));
    };
    for (const each of code) {
      switch (each.does) {
        case 'constant':
          stack.push(number(each.value));
          break;
        case 'get':
          stack.push(local(nameOf(each.local)));
          break;
        case 'set':
          state(`${nameOf(each.local)} = ${value(pop())};`);
          break;
        case 'tee': {
          const piece = pop();
          stack.push({ text: `(${nameOf(each.local)} = ${value(piece)})`, sort: 'rest', writes: true });
          break;
        }
        case 'load':
          pop();
          stack.push(rest(`m[${String(each.at / WORD)}]`));
          break;
        case 'store': {
          const piece = pop();
          pop();
          state(`m[${String(each.at / WORD)}] = ${value(piece)};`);
          break;
        }
        case 'call': {
          const helper = HELPERS[each.index];
          if (helper === undefined) {
            state(`call(${value(pop())});`);
            break;
          }
          const given = stack.splice(stack.length - helper.takes);
          stack.push(rest(`${helper.name}(${given.map(value).join(', ')})`, ...given));
          break;
        }
        case 'select': {
          const [when, b, a] = [pop(), pop(), pop()];
          stack.push(chosen(when, a, b));
          break;
        }
        case 'if': {
          const when = pop();
          const [yes, no] = [run(each.yes), run(each.no)];
          if (!each.gives) {
            state({ when: condition(when), yes: yes.lines, no: no.lines });
          } else if (yes.left === undefined || no.left === undefined) {
            throw new Error('an arm of the rules leaves nothing');
          } else if (yes.lines.length + no.lines.length === 0) {
            stack.push(either(when, yes.left, no.left));
          } else {
            const name = temporary();
            const arm = ({ lines: inner }: typeof yes, left: Piece): readonly Line[] => [...inner, `${name} = ${value(left)};`];
            state({ when: condition(when), yes: arm(yes, yes.left), no: arm(no, no.left) });
            stack.push(local(name));
          }
          break;
        }
        case 'same':
          break;
        case 'wrap': {
          const piece = pop();
          stack.push(piece.sort === 'rest' ? rest(`(${piece.text} | 0)`, piece) : piece);
          break;
        }
        case 'zero': {
          const piece = pop();
          stack.push(truth(piece.sort === 'truth' ? `!${piece.text}` : `(${piece.text} === 0)`, piece));
          break;
        }
        case 'both': {
          const [b, a] = [pop(), pop()];
          if (a.sort === 'truth' && b.sort === 'truth' && !b.writes)
            stack.push(truth(`(${a.text} ${each.and ? '&&' : '||'} ${b.text})`, a, b));
          else stack.push(rest(`(${value(a)} ${each.and ? '&' : '|'} ${value(b)})`, a, b));
          break;
        }
        case 'compare':
          two((a, b) => `${a} ${COMPARE[each.by]} ${b}`, truth);
          break;
        case 'operate':
          two(each.wide ? WIDE[each.by] : NARROW[each.by]);
          break;
      }
    }
    const left = stack.pop();
    if (stack.length > 0) throw new Error('a function of the rules leaves more than one thing');
    return { lines, left };
  };

  /** `when ? a : b`, all three worked out, in the order a, b, when. */
  const chosen = (when: Piece, a: Piece, b: Piece): Piece => {
    if (!a.writes && !b.writes && !when.writes) return either(when, a, b);
    const before: string[] = [];
    const named = (piece: Piece): Piece => {
      if (piece.sort === 'number') return piece;
      const name = /^\((l\d+) = /u.exec(piece.text)?.[1];
      if (name !== undefined && piece.text === teed(piece.text)) {
        before.push(piece.text.slice(1, -1));
        return local(name);
      }
      const own = temporary();
      before.push(`${own} = ${value(piece)}`);
      return local(own);
    };
    const [first, second] = [named(a), named(b)];
    return rest(`(${[...before, `${condition(when)} ? ${value(first)} : ${value(second)}`].join(', ')})`, a, b, when);
  };

  const { lines, left } = run(readCode(body));
  if (gives.length > 0 && left === undefined) throw new Error('a function of the rules gives nothing');
  return inParts(left === undefined ? lines : [...lines, `return ${value(left)};`]);
};

/** Characters from which on a stretch of statements becomes a function of its own: browsers make long functions quick late or never. */
const LONG = 1_500;

/** A function that does these things. Long stretches that share no local with the rest stand apart from it. */
function inParts(lines: readonly Line[]): string {
  const plain = (line: Line): string => (typeof line === 'string' ? line : branch(line.when, line.yes.map(plain), line.no.map(plain)));
  const all = mentions(lines.map(plain).join(' '));
  const isApart = (text: string): boolean => [...mentions(text)].every(([name, times]) => all.get(name) === times);
  /** What no other text names goes by names that others use too: fewer locals are sooner made room for. */
  const renamed = (text: string): string => {
    const own = [...mentions(text)].filter(([name, times]) => all.get(name) === times).map(([name]) => name);
    return text.replaceAll(LOCAL, (name) => (own.includes(name) ? `v${String(own.indexOf(name))}` : name));
  };
  const apart: string[] = [];
  const shortened = (list: readonly Line[]): readonly string[] => {
    const whole = list.map(plain);
    const short = list.map((line) =>
      typeof line === 'string' ? renamed(line) : branch(renamed(line.when), shortened(line.yes), shortened(line.no)),
    );
    if (short.reduce((sum, { length }) => sum + length, 0) < 2 * LONG) return short;
    const made: string[] = [];
    for (let from = 0, to = 1; from < short.length; to++) {
      const text = short.slice(from, to).join(' ');
      if (text.length >= LONG && !text.includes('return ') && isApart(whole.slice(from, to).join(' '))) {
        made.push(`f${String(apart.push(text) - 1)}();`);
        from = to;
      } else if (to === short.length) {
        made.push(...short.slice(from));
        break;
      }
    }
    return made;
  };
  const main = made(shortened(lines).join(' '));
  if (apart.length === 0) return main;
  return `(() => { ${apart.map((text, i) => `const f${String(i)} = ${made(text)};`).join(' ')} return ${main}; })()`;
}

const branch = (when: string, yes: readonly string[], no: readonly string[]): string =>
  `if (${when}) { ${yes.join(' ')} }${no.length > 0 ? ` else { ${no.join(' ')} }` : ''}`;

const LOCAL = /\b[ltv]\d+\b/gu;

/** Locals by how often a text names them. */
function mentions(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [name] of text.matchAll(LOCAL)) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** Locals are written before they are read, wherever that is. The memory is one of them: it is sooner read. */
const made = (text: string): string => `() => { var ${['m = memory', ...mentions(text).keys()].join(', ')}; ${text} }`;

/** The text itself where its first bracket closes at its end: it is one assignment and nothing after it. */
const teed = (text: string): string => {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return text.slice(0, i + 1);
  }
  return '';
};

const either = (when: Piece, a: Piece, b: Piece): Piece => {
  if (a.sort === 'truth' && b.text === '0') return truth(`(${condition(when)} && ${a.text})`, when, a);
  if (b.sort === 'truth' && a.text === '1') return truth(`(${condition(when)} || ${b.text})`, when, b);
  return rest(`(${condition(when)} ? ${value(a)} : ${value(b)})`, when, a, b);
};

const COMPARE = { '==': '===', '!=': '!==', '<': '<', '>': '>', '<=': '<=', '>=': '>=' } as const;

type Two = (a: string, b: string) => string;
type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'rem' | 'shr';
/** What is worked out in 32 bits fits them (`wordOf`): only a quotient has to be cut. */
const NARROW: Readonly<Record<Arithmetic, Two>> = {
  add: (a, b) => `${a} + ${b}`,
  sub: (a, b) => `${a} - ${b}`,
  mul: (a, b) => `${a} * ${b}`,
  div: (a, b) => `${a} / ${b} | 0`,
  rem: (a, b) => `${a} % ${b}`,
  shr: (a, b) => `${a} >> ${b}`,
};
const WIDE: Readonly<Record<Arithmetic, Two>> = {
  add: (a, b) => `${a} + ${b}`,
  sub: (a, b) => `${a} - ${b}`,
  mul: (a, b) => `${a} * ${b}`,
  div: (a, b) => `Math.trunc(${a} / ${b})`,
  rem: (a, b) => `${a} % ${b}`,
  shr: (a, b) => `Math.floor(${a} / ${String(2 ** Number(b))})`,
};
