import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenImports } from './cruise.ts';
import { plant } from './plant.ts';

const project = join(import.meta.dirname, '..', '..');

const HOUSE = {
  'src/engine/rules.ts': 'export const rules = 1;\n',
  'src/bundle/bundle.ts': 'export interface Bundle { readonly a: number }\n',
  'src/scenario/compile.ts': 'export const compile = 1;\n',
  'src/players/policy.ts': "import { rules } from '../engine/rules.ts';\nexport const policy = rules;\n",
  'src/session/game.ts': "import seedrandom from 'seedrandom';\nexport const game = seedrandom;\n",
  'src/lab/lab.ts': 'export const lab = 1;\n',
  'src/text/text.ts': 'export const text = 1;\n',
  'src/telling/teller.ts': "import { text } from '../text/text.ts';\nexport const teller = text;\n",
  'src/disk/load.ts':
    "import { readFileSync } from 'node:fs';\nimport { compile } from '../scenario/compile.ts';\nexport const load = [compile, readFileSync];\n",
  'src/scenario/syntax/read.ts': 'export const read = 1;\n',
  'src/scenario/emit/emit.ts': "import { read } from '../syntax/read.ts';\nexport const emit = read;\n",
  'src/desk/parts/part.tsx': 'export const Part = 1;\n',
  'src/desk/game/store.ts': 'export const store = 1;\n',
  'src/desk/screens/turn/turn.tsx': "import { Part } from '../../parts/part.tsx';\nexport const Turn = Part;\n",
  'src/stage/mount.ts': "import Phaser from 'phaser';\nexport const mount = Phaser;\n",
  'src/desk/main.ts':
    "import type { Bundle } from '../bundle/bundle.ts';\nimport { text } from '../text/text.ts';\nexport const main = (b: Bundle) => [b, text, import('../stage/mount.ts')];\n",
  'src/desk/leaf.tsx': 'export const Leaf = 1;\n',
  'src/cli/main.ts': "import { compile } from '../scenario/compile.ts';\nexport const main = compile;\n",
};

/** [what is planted, where, which line, the rule that must find it] */
const VIOLATIONS = [
  ['the engine reaching down', 'src/engine', "import { policy } from '../players/policy.ts';", 'engine-imports-up-the-list'],
  ['the engine using a package', 'src/engine', "import { z } from 'zod';", 'engine-imports-nothing-else'],
  ['the engine using Node', 'src/engine', "import { readFileSync } from 'node:fs';", 'engine-imports-nothing-else'],
  ['a type taken from below', 'src/engine', "import type { Bundle } from '../bundle/bundle.ts';", 'engine-imports-up-the-list'],
  ['players reaching into a session', 'src/players', "import { game } from '../session/game.ts';", 'players-imports-up-the-list'],
  ['a session reaching into the lab', 'src/session', "import { lab } from '../lab/lab.ts';", 'session-imports-up-the-list'],
  ['the lab reaching into the desk', 'src/lab', "import { main } from '../desk/main.ts';", 'lab-imports-up-the-list'],
  ['telling reaching into the desk', 'src/telling', "import { Part } from '../desk/parts/part.tsx';", 'telling-imports-up-the-list'],
  ['the compiler in a session', 'src/session', "import { compile } from '../scenario/compile.ts';", 'scenario-stays-out-of-play'],
  ['the compiler on the desk', 'src/desk', "import { compile } from '../scenario/compile.ts';", 'scenario-stays-out-of-play'],
  ['the disk on the desk', 'src/desk', "import { load } from '../disk/load.ts';", 'scenario-stays-out-of-play'],
  ['the compiler reading a file', 'src/scenario/emit', "import { readFileSync } from 'node:fs';", 'files-are-read-in-one-room'],
  ['a phase reaching for a later one', 'src/scenario/syntax', "import { emit } from '../emit/emit.ts';", 'syntax-imports-earlier-phases'],
  ['a screen reaching into another', 'src/desk/screens/review', "import { Turn } from '../turn/turn.tsx';", 'screens-are-apart'],
  ['a part that knows the game', 'src/desk/parts', "import { store } from '../game/store.ts';", 'parts-have-props-only'],
  ['phaser on the desk', 'src/desk', "import Phaser from 'phaser';", 'phaser-on-stage-only'],
  ['phaser by a dynamic import', 'src/desk', "export const p = import('phaser');", 'phaser-on-stage-only'],
  ['the stage loaded with the desk', 'src/desk', "import { mount } from '../stage/mount.ts';", 'stage-comes-later'],
  ['seedrandom in the players', 'src/players', "import seedrandom from 'seedrandom';", 'seedrandom-in-session-only'],
  ['the stage in the terminal', 'src/cli', "import { mount } from '../stage/mount.ts';", 'no-page-on-the-command-line'],
  ['a part of the page in the terminal', 'src/cli', "import { Leaf } from '../desk/leaf.tsx';", 'no-page-on-the-command-line'],
  ['a circle', 'src/lab', "import { worse } from './worse.ts';\nexport const bad = worse;", 'no-circles'],
  ['an import of nothing', 'src/lab', "import { gone } from './gone.ts';", 'no-lost-imports'],
] as const;

/** Each violation in a file of its own. */
const fileOf = (folder: string, i: number): string => `${folder}/bad-${String(i)}.ts`;

describe('imports', () => {
  it('point up the list of rooms only', () => {
    expect(brokenImports(project)).toEqual([]);
  });

  it('are in order in a small house built as they should be', () => {
    expect(plant(HOUSE, brokenImports)).toEqual([]);
  });

  describe('are refused', () => {
    const planted = VIOLATIONS.map(([, folder, text], i) => [fileOf(folder, i), `${text}\n`] as const);
    const circle = VIOLATIONS.findIndex(([what]) => what === 'a circle');
    const worse = { 'src/lab/worse.ts': `import { bad } from './bad-${String(circle)}.ts';\nexport const worse = [bad];\n` };
    // All in one pass: a pass takes seconds.
    const found = plant({ ...HOUSE, ...worse, ...Object.fromEntries(planted) }, brokenImports);

    it.each(VIOLATIONS.map(([what, folder, , rule], i) => [what, fileOf(folder, i), rule] as const))('%s', (_what, file, rule) => {
      expect(found.some((line) => line.startsWith(`${rule}: ${file} -> `))).toBe(true);
    });
  });
});
