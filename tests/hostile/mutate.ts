/** A small generator of its own: the same seed gives the same mutants on every machine. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(((state ^ (state >>> 15)) >>> 0) % n);
  };
}

const NASTY = [
  '__proto__', 'constructor', 'prototype', 'toString', 'null', 'true', '~', '-1', '0', '1e999', '99999999999999999999', '0x7fffffff', '-2147483649', '.nan', '-.inf', '1.5',
  '&a', '*a', '!!js/function', '!x', '<<', '|', '>-', '? ', ': ', '- ', '{', '}', '[', ']', '"', "'", '#', '%', '@', '`', '$p', '$', '[if ', '[/if]', '{= ', '\t', '\u0000', '\u202e', '\ufeff', '\ud800', '\u00e9', '\r\n', '---\n', '...\n',
  'rung.calm', 'mood', 'open()', 'left(pier)', 'div(1, 0)', 'not ', ' && ', ' || ', '((((((((', 'a ? b : c', 'turn * turn * turn * turn * turn * turn', 'run: calm_down', 'open: letters', 'each: { p: [a, b, c, d, e] }', 'later: { weeks: 1 }',
]; // prettier-ignore

/** A text with a few bytes or words changed. */
export function mutate(text: string, roll: (n: number) => number): string {
  let mutant = text;
  for (let changes = 1 + roll(3); changes > 0; changes--) mutant = roll(4) === 0 ? changeBytes(mutant, roll) : changeTokens(mutant, roll);
  return mutant.slice(0, 8192);
}

function changeBytes(text: string, roll: (n: number) => number): string {
  const at = roll(text.length + 1);
  const to = Math.min(text.length, at + 1 + roll(20));
  switch (roll(5)) {
    case 0:
      return text.slice(0, at) + String.fromCharCode(roll(256)) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(at, to).repeat(1 + roll(3)) + text.slice(to);
    case 3:
      return text.slice(0, at) + text.slice(roll(text.length));
    default:
      return text.slice(0, at) + (NASTY[roll(NASTY.length)] ?? '') + text.slice(at);
  }
}

function changeTokens(text: string, roll: (n: number) => number): string {
  const tokens = [...text.matchAll(/[\w.$-]+|[^\w\s]|\n +/g)];
  const pick = () => tokens[roll(tokens.length)] ?? tokens[0];
  const one = pick();
  const other = pick();
  if (one === undefined || other === undefined) return text;
  const put = [other[0], NASTY[roll(NASTY.length)] ?? '', '', `${one[0]}${one[0]}`][roll(4)] ?? '';
  return text.slice(0, one.index) + put + text.slice(one.index + one[0].length);
}
