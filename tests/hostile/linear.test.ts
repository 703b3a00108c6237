import { describe, expect, it } from 'vitest';
import { lint, wordingOf } from '../../src/scenario/prose/lint.ts';
import { splitText } from '../../src/scenario/prose/parse-text.ts';
import { codeIn } from '../../src/session/link-text.ts';
import { spell } from '../../src/bundle/spell.ts';

const nothing = (): void => undefined;
const zero = (): number => 0;

/** [what, a hostile text of about so many signs, what reads it] */
const HOSTILE: readonly (readonly [string, (n: number) => string, (text: string) => unknown])[] = [
  ['opening quotes without an end', (n) => `! ${'“'.repeat(n)}`, (text) => lint(wordingOf([]), 'en', text, true)],
  ['straight quotes without an end', (n) => `! ${"'".repeat(n)}a`, (text) => lint(wordingOf([]), 'en', text, true)],
  ['brackets without an end', (n) => `! ${'['.repeat(n)}`, (text) => lint(wordingOf([]), 'en', text, true)],
  ['a mark that never ends', (n) => `[if${' '.repeat(n)}x`, (text) => splitText(text, nothing)],
  ['many marks that never end', (n) => '[if a '.repeat(n / 6), (text) => splitText(text, nothing)],
  ['many numbers that never end', (n) => '{= a '.repeat(n / 5), (text) => splitText(text, nothing)],
  ['passages after passages', (n) => '[if a]b[/if] '.repeat(n / 13), (text) => splitText(text, nothing)],
  ['passages that begin with nothing else', (n) => '[if a] [/if]'.repeat(n / 12), (text) => splitText(text, nothing)],
  ['spaces in a passage', (n) => ' '.repeat(n), (text) => spell([text, 'a', text], { value: zero })],
  ['spaces before line ends', (n) => ' \n'.repeat(n / 2), (text) => spell([text], { value: zero })],
  ['exclamation marks in a link', (n) => `#g=${'!'.repeat(n)}a`, codeIn],
  ['codes after codes', (n) => '#g=B1A'.repeat(n / 6), codeIn],
];

/** Signs. Read in time that grows with them this takes a moment; in time that grows with their square, hours: the test would never end. */
const MANY = 1_000_000;

describe('hostile text is read in time that grows with it', () => {
  it.each(HOSTILE)('%s', { timeout: 60_000 }, (_, text, read) => {
    expect(() => read(text(MANY))).not.toThrow();
  });
});
