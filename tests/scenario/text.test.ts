import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/scenario/prose/parse-text.ts';

const split = (text: string) => splitText(text, ({ message }) => expect.unreachable(message));
/** What a reader sees when every passage is shown, or none. */
const shown = (text: string, all: boolean) =>
  split(text)
    .map((piece) =>
      piece.kind === 'words'
        ? piece.text
        : piece.kind !== 'if'
          ? '7'
          : all
            ? piece.inner.map((one) => (one.kind === 'words' ? one.text : '7')).join('')
            : '',
    )
    .join('');

describe('passages in a text', () => {
  it.each([
    ['One. [if a] Two. [/if] Three.', 'One. Two. Three.', 'One. Three.'],
    ['One. [if a]Two.[/if] Three.', 'One. Two. Three.', 'One. Three.'],
    ['[if a] One. [/if] Two.', 'One. Two.', 'Two.'],
    ['One. [if a] Two. [/if]', 'One. Two.', 'One.'],
    ['One. [if a] Two. [/if][if b] Three. [/if] Four.', 'One. Two. Three. Four.', 'One. Four.'],
    ['One. [if a] Two. [/if] [if b] Three. [/if] Four.', 'One. Two. Three. Four.', 'One. Four.'],
    ['{= x} of 9. [if a] {= y} left. [/if] End.', '7 of 9. 7 left. End.', '7 of 9. End.'],
    ['A lamp[if a], lit,[/if] stands.', 'A lamp, lit, stands.', 'A lamp stands.'],
    ['One.\n[if a] Two. [/if] Three.', 'One.\nTwo. Three.', 'One.\nThree.'],
    ['One. [if a] Two. [/if]\n[if b] Three. [/if][if c] Four. [/if] Five.', 'One. Two.\nThree. Four. Five.', 'One.\nFive.'],
  ])('leave no gap behind: %s', (text, all, none) => {
    expect(shown(text, true)).toBe(all);
    expect(shown(text, false)).toBe(none);
  });

  it.each(['<b>bold</b> & <script>alert(1)</script>', 'a [link](x) and *stars*', '[iffy] {x} [else]', '${x} {{x}} %s'])(
    'leave other marks as they are: %s',
    (text) => {
      expect(split(text)).toEqual([{ kind: 'words', text }]);
    },
  );

  it.each([
    ['a [if x] b', '`[if ...]` without `[/if]`.'],
    ['a [/if] b', '`[/if]` without an `[if ...]` before it.'],
    ['a [if x] b [if y] c [/if]', '`[if]` does not stand inside another `[if]`.'],
  ])('are reported when they do not close: %s', (text, message) => {
    const found: string[] = [];
    splitText(text, (problem) => found.push(problem.message));
    expect(found[0]).toBe(message);
  });
});
