import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compiled } from '../scenario/compile.ts';
import type { ScenarioFiles } from '../scenario/schema/compose.ts';
import type { Bundle } from '../bundle/bundle.ts';

/** What a scenario was compiled to, and what from. */
interface Made {
  readonly from: string;
  readonly bundle: Bundle;
  readonly prose: Compiled['prose'];
  readonly targets: Compiled['targets'];
  readonly limits: Compiled['limits'];
  readonly cases: Compiled['cases'];
}

/**
 * Folder of scenarios compiled before: in the built command line's own, so that a new build begins without any. undefined where
 * the command line runs from its sources, which may change at any time.
 */
const folder = existsSync(join(import.meta.dirname, 'bamboo.js')) ? join(import.meta.dirname, 'made') : undefined;

/** SHA-256 of every name and text. */
function fromOf({ name, own, used }: ScenarioFiles): string {
  return createHash('sha256')
    .update(JSON.stringify([name, own, used]))
    .digest('hex');
}

/** Compiles a scenario of the project, or takes what these very files were compiled to before. */
export function makeOnce(files: ScenarioFiles, compile: (files: ScenarioFiles) => Compiled): Compiled {
  if (folder === undefined) return compile(files);
  const from = fromOf(files);
  const file = join(folder, `${files.name}.json`);
  const before = read(file);
  if (before?.from === from) {
    const { bundle, prose, targets, limits, cases } = before;
    return { bundle, prose, targets, limits, cases, tests: [], problems: [] };
  }
  const made = compile(files);
  const { bundle, prose, targets, limits, cases, problems } = made;
  if (bundle !== undefined && problems.length === 0) keep(folder, file, { from, bundle, prose, targets, limits, cases });
  return made;
}

function read(file: string): Made | undefined {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Made) : undefined;
  } catch {
    return undefined;
  }
}

/** Where it cannot be written it is compiled again next time. */
function keep(into: string, file: string, made: Made): void {
  try {
    mkdirSync(into, { recursive: true });
    const fresh = `${file}-${process.pid}`;
    writeFileSync(fresh, JSON.stringify(made));
    renameSync(fresh, file);
  } catch {
    return;
  }
}
