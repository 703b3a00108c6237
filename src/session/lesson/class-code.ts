import type { Bundle } from '../../bundle/bundle.ts';
import { sha256Hex } from '../../bundle/canonical.ts';
import { bad, good } from '../../engine/result.ts';
import type { Problem, Result } from '../../engine/result.ts';
import { makeSeed, SEED_LETTERS } from '../../engine/seed.ts';
import type { Seed } from '../../engine/seed.ts';
import type { Choices } from '../../engine/setup.ts';
import { presetOf } from '../preset.ts';
import { WAYS, type Way } from './lesson.ts';

/**
 * A class code: letters of the seed's alphabet in groups of four. In it: which rules (2 letters), luck (6), what was chosen of the lesson (as many
 * as that takes), a check (2). The seed is a hash of rules and luck: whoever reads the code does not read it, and every group comes to the same.
 */
export type ClassCode = string;

/** What a teacher chose. Charges and all else of which several are taken stand as they do where nobody chooses. */
export interface ClassTerms {
  /** Id of a cut. */
  readonly cut: string;
  readonly way: (typeof WAYS)[number];
  /** Whether reasons are written at two decisions. */
  readonly writing: boolean;
  /** By entry of the set-up of which one is taken, in their order: the option. */
  readonly ones: readonly number[];
}

/** A code as far as its letters tell. */
export interface ReadCode {
  readonly rules: string;
  readonly luck: string;
  readonly chosen: string;
}

export type CodeProblem = Problem & { readonly code: 'empty' | 'short' | 'damaged' | 'other-rules' };

const RULES_LETTERS = 2;
const LUCK_LETTERS = 6;
const CHECK_LETTERS = 2;
const BASE = SEED_LETTERS.length;
const GROUP = 4;

/** The first letters of a hash, five bits each. */
const lettersOf = (hash: string, count: number): string =>
  Array.from(
    { length: count },
    (_, i) => SEED_LETTERS[Number((BigInt(`0x${hash.slice(0, 16)}`) >> BigInt(64 - 5 * (i + 1))) & 31n)] ?? '0',
  ).join('');

const rulesLetters = (rulesHash: string): string => lettersOf(rulesHash, RULES_LETTERS);
const checkLetters = (body: string): string => lettersOf(sha256Hex(`class code|${body}`), CHECK_LETTERS);

/** `K7QF-3MN8-2RXT`. */
const grouped = (letters: string): ClassCode => letters.match(new RegExp(`.{1,${String(GROUP)}}`, 'gu'))?.join('-') ?? letters;

const FLAGS = 2;

const radicesOf = ({ program, catalogue }: Bundle): readonly number[] => [
  FLAGS,
  WAYS.length,
  Math.max(1, catalogue.cuts?.length ?? 0),
  ...program.setup.filter(({ kind }) => kind === 'one').map(({ options }) => options.length),
];

const chosenLetters = (bundle: Bundle): number => {
  const all = radicesOf(bundle).reduce((product, radix) => product * radix, 1);
  let letters = 1;
  for (let most = BASE; most < all; most *= BASE) letters++;
  return letters;
};

/** Luck for a class from the machine's own randomness. */
export const newLuck = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(LUCK_LETTERS)), (byte) => SEED_LETTERS[byte % BASE] ?? '0').join('');

/** The code of a class. Throws RangeError for a cut or a choice that the scenario does not have, and for luck of another shape. */
export const makeClassCode = (bundle: Bundle, terms: ClassTerms, luck: string): ClassCode => {
  const radices = radicesOf(bundle);
  const cut = bundle.catalogue.cuts?.findIndex(({ id }) => id === terms.cut) ?? -1;
  const digits = [terms.writing ? 1 : 0, WAYS.indexOf(terms.way), cut, ...terms.ones];
  const fits = digits.length === radices.length && digits.every((digit, i) => digit >= 0 && digit < (radices[i] ?? 0));
  if (!fits || luck.length !== LUCK_LETTERS) throw new RangeError('there is no class code for this');
  const number = digits.reduceRight((rest, digit, i) => digit + (radices[i] ?? 1) * rest, 0);
  let chosen = '';
  for (let rest = number, i = chosenLetters(bundle); i > 0; i--, rest = Math.floor(rest / BASE))
    chosen = `${SEED_LETTERS.charAt(rest % BASE)}${chosen}`;
  const body = `${rulesLetters(bundle.rulesHash)}${luck}${chosen}`;
  return grouped(`${body}${checkLetters(body)}`);
};

/** Letters of whatever was typed or pasted: an address, lower case, blanks, O for 0, I and L for 1. */
const bareCode = (text: string): string =>
  (/class\/([\w-]+)/iu.exec(text)?.[1] ?? text)
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');

/** Reads the letters of a code. Problems `empty`, `short` (letters are missing), `damaged` (a letter is wrong). */
export const readClassCode = (text: string): Result<ReadCode, CodeProblem> => {
  const letters = bareCode(text);
  if (letters === '') return bad({ code: 'empty', message: 'No class code was given.' });
  if (letters.length <= RULES_LETTERS + LUCK_LETTERS + CHECK_LETTERS)
    return bad({ code: 'short', message: 'Letters of the class code are missing.' });
  const body = letters.slice(0, -CHECK_LETTERS);
  if (checkLetters(body) !== letters.slice(-CHECK_LETTERS))
    return bad({ code: 'damaged', message: 'A letter of the class code is wrong.' });
  const luckFrom = RULES_LETTERS;
  const chosenFrom = luckFrom + LUCK_LETTERS;
  return good({ rules: body.slice(0, luckFrom), luck: body.slice(luckFrom, chosenFrom), chosen: body.slice(chosenFrom) });
};

/** Whether a code was made with rules of this hash. */
export const isOfRules = (read: ReadCode, rulesHash: string): boolean => rulesLetters(rulesHash) === read.rules;

/** The code as it is written. */
export const codeOf = ({ rules, luck, chosen }: ReadCode): ClassCode => {
  const body = `${rules}${luck}${chosen}`;
  return grouped(`${body}${checkLetters(body)}`);
};

/** What a code chose. Problem `other-rules` where its letters do not fit this scenario. */
export const termsOf = (bundle: Bundle, read: ReadCode): Result<ClassTerms, CodeProblem> => {
  const other: CodeProblem = { code: 'other-rules', message: 'The class code was made with another version of the game.' };
  if (!isOfRules(read, bundle.rulesHash) || read.chosen.length !== chosenLetters(bundle)) return bad(other);
  let rest = Array.from(read.chosen).reduce((number, letter) => number * BASE + SEED_LETTERS.indexOf(letter), 0);
  const digits = radicesOf(bundle).map((radix) => {
    const digit = rest % radix;
    rest = Math.floor(rest / radix);
    return digit;
  });
  const [writing = 0, way = 0, cut = 0, ...ones] = digits;
  const chosen = bundle.catalogue.cuts?.[cut];
  if (rest !== 0 || chosen === undefined) return bad(other);
  return good({ cut: chosen.id, way: WAYS[way] ?? WAYS[0], writing: writing === 1, ones });
};

/** The seed that every group of a class plays. */
export const seedOfClass = ({ rules, luck }: ReadCode): Seed =>
  makeSeed(BigInt(`0x${sha256Hex(`class luck|${rules}|${luck}`).slice(0, 12)}`));

/** The set-up that a code stands for. */
export const choicesOfClass = (bundle: Bundle, { ones }: Pick<ClassTerms, 'ones'>): Choices => {
  let nth = 0;
  return bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [ones[nth++] ?? setup.preset]));
};

/** A way in which a game of this code may be played: the class's own, or by one person alone who was absent. */
export const wayOf = ({ way }: Pick<ClassTerms, 'way'>, alone: boolean): Way => (alone ? 'alone' : way);
