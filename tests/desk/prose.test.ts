import { expect, test } from 'vitest';
import { spell } from '../../src/bundle/spell.ts';
import type { Expr } from '../../src/engine/program.ts';

const value = (expr: Expr): number => (typeof expr === 'number' ? expr : 0);

test('a plain text is itself, markup and all', () => {
  expect(spell('<b>Hold</b> & wait', { value })).toBe('<b>Hold</b> & wait');
});

test('a sentence that does not hold leaves no gap', () => {
  const text = ['One. ', { when: 0, text: ['Two.'] }, ' Three.'] as const;
  expect(spell(text, { value })).toBe('One. Three.');
});

test('numbers are worked out, inside conditions too', () => {
  const text = ['Face is ', { value: 2 }, '. ', { when: 1, text: ['Odds fell to ', { value: -5 }, '.'] }] as const;
  expect(spell(text, { value })).toBe('Face is 2. Odds fell to \u22125.');
});
