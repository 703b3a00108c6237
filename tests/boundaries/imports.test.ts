import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenImports } from './cruise.ts';
import { plant } from './plant.ts';

const project = join(import.meta.dirname, '..', '..');

const HOUSE = {
  'src/engine/rules.ts': 'export const rules = 1;\n',
  'src/scenario/story.ts': 'export interface Bundle { readonly a: number }\n',
  'src/scenario/compile.ts': 'export const compile = 1;\n',
  'src/players/policy.ts': "import { rules } from '../engine/rules.ts';\nexport const policy = rules;\n",
  'src/session/game.ts': "import seedrandom from 'seedrandom';\nexport const game = seedrandom;\n",
  'src/lab/lab.ts': 'export const lab = 1;\n',
  'src/text/text.ts': 'export const text = 1;\n',
  'src/stage/mount.ts': "import Phaser from 'phaser';\nexport const mount = Phaser;\n",
  'src/desk/main.ts':
    "import type { Bundle } from '../scenario/story.ts';\nimport { text } from '../text/text.ts';\nexport const main = (b: Bundle) => [b, text, import('../stage/mount.ts')];\n",
  'src/desk/leaf.tsx': 'export const Leaf = 1;\n',
  'src/cli/main.ts': "import { compile } from '../scenario/compile.ts';\nexport const main = compile;\n",
};

/** [what is planted, where, which line, the rule that must find it] */
const VIOLATIONS = [
  ['the engine reaching down', 'src/engine/bad.ts', "import { policy } from '../players/policy.ts';", 'engine-imports-up-the-list'],
  ['the engine using a package', 'src/engine/bad.ts', "import { z } from 'zod';", 'engine-imports-nothing-else'],
  ['the engine using Node', 'src/engine/bad.ts', "import { readFileSync } from 'node:fs';", 'engine-imports-nothing-else'],
  ['a type taken from below', 'src/engine/bad.ts', "import type { Bundle } from '../scenario/story.ts';", 'engine-imports-up-the-list'],
  ['players reaching into a session', 'src/players/bad.ts', "import { game } from '../session/game.ts';", 'players-imports-up-the-list'],
  ['a session reaching into the lab', 'src/session/bad.ts', "import { lab } from '../lab/lab.ts';", 'session-imports-up-the-list'],
  ['the lab reaching into the desk', 'src/lab/bad.ts', "import { main } from '../desk/main.ts';", 'lab-imports-up-the-list'],
  ['the compiler in a session', 'src/session/bad.ts', "import { compile } from '../scenario/compile.ts';", 'scenario-stays-out-of-play'],
  ['the compiler on the desk', 'src/desk/bad.ts', "import { compile } from '../scenario/compile.ts';", 'scenario-stays-out-of-play'],
  ['phaser on the desk', 'src/desk/bad.ts', "import Phaser from 'phaser';", 'phaser-on-stage-only'],
  ['phaser by a dynamic import', 'src/desk/bad.ts', "export const p = import('phaser');", 'phaser-on-stage-only'],
  ['the stage loaded with the desk', 'src/desk/bad.ts', "import { mount } from '../stage/mount.ts';", 'stage-comes-later'],
  ['seedrandom in the players', 'src/players/bad.ts', "import seedrandom from 'seedrandom';", 'seedrandom-in-session-only'],
  ['the stage in the terminal', 'src/cli/bad.ts', "import { mount } from '../stage/mount.ts';", 'no-page-on-the-command-line'],
  ['a part of the page in the terminal', 'src/cli/bad.ts', "import { Leaf } from '../desk/leaf.tsx';", 'no-page-on-the-command-line'],
  ['a circle', 'src/lab/bad.ts', "import { worse } from './worse.ts';\nexport const bad = worse;", 'no-circles'],
  ['an import of nothing', 'src/lab/bad.ts', "import { gone } from './gone.ts';", 'no-lost-imports'],
] as const;

describe('imports', () => {
  it('point up the list of rooms only', () => {
    expect(brokenImports(project)).toEqual([]);
  });

  it('are in order in a small house built as they should be', () => {
    expect(plant(HOUSE, brokenImports)).toEqual([]);
  });

  it.each(VIOLATIONS)('are refused: %s', (_what, file, text, rule) => {
    const files = { ...HOUSE, 'src/lab/worse.ts': "import { bad } from './bad.ts';\nexport const worse = [bad];\n", [file]: `${text}\n` };
    expect(plant(files, brokenImports).map((line) => line.split(':')[0])).toContain(rule);
  });
});
