import { parseArgs, type ParseArgsConfig } from 'node:util';
import { check } from './check.ts';
import { choices } from './choices.ts';
import { claims } from './claims.ts';
import { lab } from './lab.ts';
import { openOutput, watchOutput, type Output } from './output.ts';
import { play } from './play.ts';
import { preview } from './preview.ts';
import { replay } from './replay.ts';
import { scenarios } from './scenarios.ts';
import { teach } from './teach.ts';
import { theory } from './theory.ts';
import { USAGE, UsageError } from './usage.ts';

/** What a command gets: words without dashes, options by name, where it speaks and where the project lies. */
export interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly out: Output;
  readonly root: string;
}

interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Fewest and most words after the command's name. */
  readonly words: readonly [number, number];
  /** Resolves to whether it went well. */
  readonly run: (call: Call) => Promise<boolean>;
}

const JSON_OPTION = { json: { type: 'boolean' } } as const;

const COMMANDS: Readonly<Record<string, Command>> = {
  scenarios: { options: {}, words: [0, 1], run: scenarios },
  check: { options: { fix: { type: 'boolean' } }, words: [1, 1], run: check },
  play: {
    options: {
      seed: { type: 'string' },
      lens: { type: 'string' },
      charges: { type: 'string' },
      policy: { type: 'string' },
      seats: { type: 'string' },
      rule: { type: 'string' },
      lang: { type: 'string' },
    },
    words: [1, 1],
    run: play,
  },
  replay: { options: {}, words: [1, 2], run: replay },
  lab: {
    options: {
      games: { type: 'string' },
      policy: { type: 'string', multiple: true },
      seed: { type: 'string' },
      workers: { type: 'string' },
      lens: { type: 'string' },
      targets: { type: 'boolean' },
      betrays: { type: 'boolean' },
    },
    words: [1, 1],
    run: lab,
  },
  claims: { options: { games: { type: 'string' }, seed: { type: 'string' } }, words: [0, 1], run: claims },
  choices: { options: {}, words: [1, 1], run: choices },
  teach: { options: { address: { type: 'string' } }, words: [0, 1], run: teach },
  theory: { options: { lens: { type: 'string' } }, words: [0, 1], run: theory },
  preview: { options: { port: { type: 'string' } }, words: [1, 1], run: preview },
};

/** Runs a command. Resolves to the status: 0 done, 1 failed, 2 not understood. `root`: the folder of the project. */
export const main = async (argv: readonly string[], root: string): Promise<number> => {
  watchOutput();
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const asJson = own.includes('--json');
  const at = argv.findIndex((word) => word !== '--json');
  const name = argv[at] ?? 'help';
  const rest = at < 0 ? [] : argv.slice(at + 1);
  if (name === 'help' || own.some((word) => HELP.includes(word))) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const out = openOutput(asJson);
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(`There is no command "${name}".`);
    const { words, options } = read(rest, command);
    return (await command.run({ words, options, out, root })) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    out.tell({ problem: error.message });
    if (error instanceof UsageError) out.complain(`${error.message}\n\n${USAGE}`);
    // What the machine refused is said in a line; anything else is a fault of ours, and its stack helps to find it.
    else out.complain('syscall' in error ? error.message : (error.stack ?? error.message));
    return error instanceof UsageError ? 2 : 1;
  }
};

const HELP: readonly string[] = ['--help', '-h'];

/** Joins an option and a value that begins with a dash, which would otherwise be taken for another option. */
const joined = (args: readonly string[], options: Command['options']): string[] => {
  const known = new Set([...Object.keys(options), 'json'].map((option) => `--${option}`));
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [word = '', next] = [args[i], args[i + 1]];
    if (word === '--') return [...out, ...args.slice(i)];
    const takes = word.startsWith('--') && options[word.slice(2)]?.type === 'string';
    const joins = takes && next !== undefined && next.length > 1 && next.startsWith('-') && !known.has(next.split('=', 1)[0] ?? '');
    out.push(joins ? `${word}=${next}` : word);
    if (joins) i++;
  }
  return out;
};

const read = (args: readonly string[], { options, words: [least, most] }: Command) => {
  try {
    const { values, positionals } = parseArgs({
      args: joined(args, options),
      options: { ...options, ...JSON_OPTION },
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length < least) throw new UsageError('Something is missing after the command.');
    if (positionals.length > most) throw new UsageError(`"${positionals[most] ?? ''}" is one word too many.`);
    return { words: positionals, options: values };
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
};
