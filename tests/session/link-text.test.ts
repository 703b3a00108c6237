import { describe, expect, test } from 'vitest';
import { codeIn } from '../../src/session/link-text.ts';
import { newGame, playTurn } from '../../src/session/game.ts';
import { linkOf } from '../../src/session/link.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { twoDoors } from './bundle.ts';

const link = linkOf(playTurn(newGame(twoDoors(), { seed: '0A1B2C3D4E', choices: [] }), { answers: [], acts: [] }));
const code = link.ok ? link.value : '';
const address = `https://example.org/game/#g=${code}`;

describe('a code is found', () => {
  test.each([
    ['alone', code],
    ['in an address', address],
    ['with an angle bracket behind it', `<${address}>`],
    ['with a quote behind it', `"${address}"`],
    ['with an ellipsis behind it', `${address}...`],
    ['with an ellipsis of one sign', `${address}\u2026`],
    ['with an escaped bracket behind it', `${address}%3E`],
    ['with a mark of width zero behind it', `${address}\u200b`],
    ['with marks of width zero within', `https://example.org/#g=${code.slice(0, 9)}\u200b\u2060${code.slice(9)}`],
    ['with a soft hyphen and a no-break space within', `#g=${code.slice(0, 5)}\u00ad${code.slice(5, 11)}\u00a0${code.slice(11)}`],
    ['with a parameter behind it', `${address}?utm_source=x`],
    ['with a parameter behind it, joined', `https://example.org/?g=${code}&from=chat`],
    ['with the equals sign escaped', `https://example.org/#g%3D${code}`],
    ['in a sentence', `Chơi thử: ${address} hay lắm!`],
    ['in a sentence, in brackets', `Look (${address}), it is fun.`],
    ['alone in a sentence', `Mã của mình là ${code}, thử đi`],
    ['broken over two lines', `${address.slice(0, -9)}\n${address.slice(-9)}`],
    ['broken over two lines of quoted-printable mail', `${address.slice(0, -9)}=\r\n${address.slice(-9)}`],
    ['in a link of Markdown', `[my game](${address})`],
    ['after a word that looks like the beginning of one', `B2B is B1A. ${address}`],
  ])('%s', (_, text) => {
    expect(codeIn(text)).toBe(code);
  });

  test('not where there is none', () => {
    for (const text of ['', 'hello', 'https://example.org', 'Vitamin B12 helps', '\u200b']) expect(codeIn(text)).toBe('');
  });
});

describe('a seed is read as it was meant', () => {
  test.each([
    ['a letter O for a zero', 'O784BDZEVJ', '0784BDZEVJ'],
    ['letters I and L for ones', '1il4bdzevj', '1114BDZEVJ'],
    ['a full stop behind it', '0784BDZEVJ.', '0784BDZEVJ'],
    ['quotes around it', '“0784BDZEVJ”', '0784BDZEVJ'],
    ['full-width signs', '０７８４ＢＤＺＥＶＪ', '0784BDZEVJ'],
    ['groups', '07 84-BDZ.EVJ', '0784BDZEVJ'],
  ])('%s', (_, text, seed) => {
    expect(seedFromText(text)).toBe(seed);
  });

  test('and words stay words', () => {
    expect(seedFromText('bookkeeper')).not.toBe('B00KKEEPER');
  });
});
