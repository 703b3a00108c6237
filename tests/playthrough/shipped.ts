import { join } from 'node:path';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';

const root = join(import.meta.dirname, '..', '..');

/** A scenario of this project, compiled from its files, with one more file of rules if given. */
export const shipped = (id: string, more?: string): Bundle => {
  const { files } = loadScenario(join('scenarios', id), 'scenarios', root);
  const own = more === undefined ? files.own : [...files.own, { file: 'more.yaml', text: more }];
  const { bundle, problems } = compileScenario({ ...files, own });
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  return bundle;
};
