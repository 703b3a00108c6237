import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { problemsOf } from '../disk/load-files.ts';
import { severityOf, writeProblem } from '../scenario/problem/problem.ts';
import type { Call } from './main.ts';
import { countOf } from './options.ts';
import { UsageError } from './usage.ts';

const LAST_PORT = 65_535;
const USUAL_PORT = 4180;

/** What is used of the development server; it is a package of the project and no part of this program. */
interface DevServer {
  readonly createServer: (options: unknown) => Promise<{
    readonly listen: () => Promise<unknown>;
    readonly close: () => Promise<void>;
    readonly resolvedUrls: { readonly local: readonly string[] } | null;
  }>;
}

/** `preview FOLDER|FILE [--port N]`: one scenario in the browser, compiled anew whenever it is saved; the game on screen goes on where it was. */
export const preview = async ({ words, options, out, root }: Call): Promise<boolean> => {
  const named = words[0] ?? '';
  const shipped = join(root, 'scenarios', named);
  const path = existsSync(named) ? resolve(named) : shipped;
  if (named === '' || !existsSync(path)) throw new UsageError(`There is no scenario at "${named}".`);
  const problems = problemsOf(path, root);
  for (const problem of problems) out.complain(writeProblem(problem));
  if (problems.some((problem) => severityOf(problem) === 'error')) out.complain('It cannot be played yet; the page waits until it can.');
  process.env['BAMBOO_PREVIEW'] = path;
  const name = 'vite';
  const { createServer } = (await import(/* @vite-ignore */ name)) as DevServer;
  const port = countOf(options, 'port', LAST_PORT) ?? USUAL_PORT;
  const server = await createServer({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', server: { port } });
  const stopped = new Promise((stop) => process.once('SIGINT', stop));
  await server.listen();
  out.say(`${named} is at ${server.resolvedUrls?.local[0] ?? ''}`);
  out.say('Every time a file is saved the page shows it. Stop with Ctrl+C.');
  await stopped;
  await server.close();
  return true;
};
