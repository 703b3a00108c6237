import { readLink } from '../engine/link.ts';

/** Longer texts are no message with a link in it. */
const LONGEST = 1_000_000;
/** So many places where a code could begin are tried. */
const MOST_TRIED = 200;
/** Letters of the longest code there can be, and some. */
const LONGEST_CODE = 24_000;

/** What people's programs put between the letters of a long word and what is not seen: spaces, line ends, marks of width zero, a break of quoted-printable mail. */
const BETWEEN = /^[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;
const LETTER = /^[\w-]$/u;
const ESCAPED = /%([0-9a-f]{2})/giu;

/**
 * The code of a game in whatever text people pass on: an address, a code alone, a message with one in it, with brackets, quotes, an ellipsis,
 * another parameter, `%3D` for `=`, marks that are not seen or line breaks within. The first that is whole; else the one that most looks like
 * one; '' where nothing does. Takes time in proportion to the text.
 */
export const codeIn = (given: string): string => {
  const text = given.slice(0, LONGEST).replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const marked = startsOf(text, true);
  const bare = startsOf(text, false);
  let likeliest = '';
  for (const at of [...marked, ...bare].slice(0, MOST_TRIED)) {
    const [whole, spaced] = codesAt(text, at);
    for (const code of whole === spaced ? [whole] : [whole, spaced]) {
      const read = readLink(code);
      if (read.ok || read.problem.code === 'newer-format') return code;
      // What stood behind `g=`, or is all there is, was meant as a code, damaged or not.
      if (likeliest === '' && read.problem.code !== 'foreign' && (marked.includes(at) || text.trim().startsWith(code))) likeliest = code;
    }
  }
  return likeliest;
};

/** Where codes may begin: behind `g=`, or at a `B` with a digit that does not stand within a word. */
const startsOf = (text: string, marked: boolean): readonly number[] => {
  const pattern = marked ? /[#&?/]g=\s?(?=B)/gu : /(?<![\w=-])B(?=\d)/gu;
  const found: number[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push(match.index + (marked ? match[0].length : 0));
    if (found.length === MOST_TRIED) break;
  }
  return found;
};

/** The letters from a place on: as far as they stand together, and with what lies between them left out, no more than its own length says. */
const codesAt = (text: string, from: number): readonly [together: string, spaced: string] => {
  let together: string | undefined;
  let code = '';
  let wanted = LONGEST_CODE;
  for (let at = from; at < text.length && code.length < wanted; at++) {
    const letter = text.charAt(at);
    if (LETTER.test(letter)) {
      code += letter;
      if (code.length === LENGTH_KNOWN) wanted = Math.min(wanted, lengthOf(code));
      continue;
    }
    const soft = letter === '=' && /[\r\n]/u.test(text.charAt(at + 1));
    if (/^\s$/u.test(letter)) together ??= code;
    if (!soft && !BETWEEN.test(letter)) break;
  }
  return [together ?? code, code];
};

/** Mark, format and the letters that hold a length of one or two bytes. */
const LENGTH_KNOWN = 5;
const SIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters of the whole code, from what its first ones say. */
const lengthOf = (code: string): number => {
  const [a = 0, b = 0, c = 0] = Array.from(code.slice(2, LENGTH_KNOWN), (letter) => SIX.indexOf(letter));
  const first = (a << 2) | (b >> 4);
  const second = ((b & 15) << 4) | (c >> 2);
  const [head, body] = first < 128 ? [1, first] : [2, ((first & 127) << 7) | second];
  return 2 + Math.ceil(((head + body + 4) * 8) / 6);
};
