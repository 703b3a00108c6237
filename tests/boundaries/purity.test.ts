import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { impurities } from './purity.ts';

const project = join(import.meta.dirname, '..', '..');

/** The rooms above session/: what they compute decides games, so it must be the same everywhere. */
const PURE_ROOMS = ['src/engine', 'src/scenario', 'src/players'];

const filesOf = (room: string) =>
  readdirSync(join(project, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`);

describe('what decides a game is the same on every machine', () => {
  it.each(PURE_ROOMS.flatMap(filesOf))('%s', (file) => {
    expect(impurities(file, readFileSync(join(project, file), 'utf8'))).toEqual([]);
  });

  it.each([
    ['a division in the engine', 'src/engine/bad.ts', 'export const half = (a: number) => a / 2;', '1: /'],
    ['a remainder in the engine', 'src/engine/bad.ts', 'export const odd = (a: number) => a % 2;', '1: %'],
    ['dividing in place', 'src/engine/bad.ts', 'let a = 4;\na /= 2;', '2: /='],
    ['Math in the engine', 'src/engine/bad.ts', 'export const low = Math.floor(3);', '1: Math.floor'],
    ['Math under another name', 'src/engine/bad.ts', 'const { floor } = Math;', '1: Math.(alias)'],
    ['a fraction', 'src/engine/bad.ts', 'export const half = 0.5;', '1: fraction 0.5'],
    ['a power', 'src/players/bad.ts', 'export const big = 2 ** 8;', '1: **'],
    ['a logarithm', 'src/players/bad.ts', 'export const l = Math.log(2);', '1: Math.log'],
    ['the machine’s chance', 'src/players/bad.ts', 'export const r = Math.random();', '1: Math.random'],
    ['the clock', 'src/scenario/bad.ts', 'export const now = () => new Date();', '1: Date'],
    ['the language of the machine', 'src/scenario/bad.ts', "export const c = 'a'.localeCompare('b');", '1: localeCompare'],
    ['number formats', 'src/engine/bad.ts', 'export const f = new Intl.NumberFormat();', '1: Intl'],
  ])('refuses %s', (_what, file, text, found) => {
    expect(impurities(file, text)).toContain(found);
  });

  it('lets arith.ts divide', () => {
    expect(impurities('src/engine/arith.ts', 'export const half = (a: number) => Math.floor(a / 2);')).toEqual([]);
  });
});
