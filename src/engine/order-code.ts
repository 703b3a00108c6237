import { takeDigit } from './arith.ts';
import type { Menu } from './menu.ts';
import type { Answer, SeatOrder } from './order.ts';

/**
 * An order as one digit whose radix is the number of orders the menu allows: no bit is spent on what could not be ordered,
 * and a menu with nothing in it has the radix 1.
 */
export interface Digit {
  readonly value: bigint;
  readonly radix: bigint;
}

const legalOptions = (situation: Menu['situations'][number]): number[] =>
  situation.options.filter(({ legal }) => legal).map(({ option }) => option);
const legalActs = (menu: Menu): number[] => menu.acts.filter(({ legal }) => legal).map(({ act }) => act);

/** Ways to line up `length` of `n` things. */
function lineups(n: number, length: number): bigint {
  let ways = 1n;
  for (let i = 0; i < length; i++) ways *= BigInt(n - i);
  return ways;
}

const longest = (menu: Menu, acts: readonly number[]): number => (menu.maxActs < acts.length ? menu.maxActs : acts.length);

function actsRadix(menu: Menu, acts: readonly number[]): bigint {
  let radix = 0n;
  for (let length = 0; length <= longest(menu, acts); length++) radix += lineups(acts.length, length);
  return radix;
}

/** How many orders the menu allows. */
export const orderRadix = (menu: Menu): bigint =>
  menu.situations.reduce((radix, situation) => radix * BigInt(legalOptions(situation).length + 1), actsRadix(menu, legalActs(menu)));

/** The digit of an order, or undefined when the menu does not allow it. */
export function orderDigit(menu: Menu, order: SeatOrder): Digit | undefined {
  const acts = legalActs(menu);
  let value = actsValue(acts, order.acts);
  if (value === undefined || order.acts.length > menu.maxActs) return undefined;
  let radix = actsRadix(menu, acts);
  let answered = 0;
  for (const situation of menu.situations) {
    const options = legalOptions(situation);
    const given = order.answers.filter((answer) => answer.situation === situation.situation);
    const [answer] = given;
    const at = answer === undefined ? 0 : options.indexOf(answer.option) + 1;
    if (given.length > 1 || (answer !== undefined && at === 0)) return undefined;
    answered += given.length;
    value += radix * BigInt(at);
    radix *= BigInt(options.length + 1);
  }
  return answered === order.answers.length ? { value, radix } : undefined;
}

/** Shorter line-ups first, then by the first act that differs. */
function actsValue(acts: readonly number[], chosen: readonly number[]): bigint | undefined {
  let value = 0n;
  for (let length = 0; length < chosen.length; length++) value += lineups(acts.length, length);
  const left = [...acts];
  for (const [i, act] of chosen.entries()) {
    const at = left.indexOf(act);
    if (at < 0) return undefined;
    left.splice(at, 1);
    value += BigInt(at) * lineups(left.length, chosen.length - i - 1);
  }
  return value;
}

/** The order of a digit below the menu's radix. Answers come in the order of the situations. */
export function orderOfDigit(menu: Menu, digit: bigint): SeatOrder {
  const acts = legalActs(menu);
  const [actsDigit, rest] = takeDigit(digit, actsRadix(menu, acts));
  const answers: Answer[] = [];
  let left = rest;
  for (const situation of menu.situations) {
    const options = legalOptions(situation);
    const [at, more] = takeDigit(left, BigInt(options.length + 1));
    left = more;
    const option = options[Number(at) - 1];
    if (option !== undefined) answers.push({ situation: situation.situation, option });
  }
  return { answers, acts: actsOf(acts, actsDigit) };
}

function actsOf(acts: readonly number[], digit: bigint): number[] {
  let value = digit;
  let length = 0;
  for (let ways = 1n; value >= ways; ways = lineups(acts.length, length)) {
    value -= ways;
    length++;
  }
  const left = [...acts];
  const chosen: number[] = [];
  for (let i = 0; i < length; i++) {
    const [rest, at] = takeDigit(value, lineups(left.length - 1, length - i - 1));
    chosen.push(...left.splice(Number(at), 1));
    value = rest;
  }
  return chosen;
}
