import type { z } from 'zod';
import { didYouMean } from '../problem/name.ts';
import { PROBLEM_CODES } from '../problem/problem.ts';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { Trace } from '../syntax/trace.ts';

type Issue = z.core.$ZodIssue;

/** Words one finding of a shape check, with its place. `root` is what was checked; `home` and `key` say where it stands. */
export function describeIssue(issue: Issue, root: unknown, home: object, key: string | number, trace: Trace): readonly Problem[] {
  const steps = issue.path.filter((step) => typeof step !== 'symbol');
  let owner: object = home;
  let at: string | number = key;
  let value: unknown = root;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) break;
    owner = value;
    at = step;
    value = (value as Record<string | number, unknown>)[step];
  }
  const named = [key, ...steps].findLast((step) => typeof step === 'string') ?? key;
  const label = typeof at === 'number' ? `Entry ${at + 1} of \`${named}\`` : `\`${at}\``;
  const missing = value === undefined || value === null;
  const position = value === undefined ? trace.of(owner) : trace.of(owner, at);
  const problem = (code: ProblemCode, message: string, suggestion?: string): readonly Problem[] => [
    { code, message, ...position, ...(suggestion === undefined ? {} : { suggestion }) },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [what = 'this', known = ''] = issue.message.split('|');
      const place = typeof value === 'object' && value !== null ? value : owner;
      return issue.keys.map((unknown) => ({
        code: 'unknown_key' as const,
        message: `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} has no \`${unknown}\`. It has: ${known.split(',').join(', ')}.`,
        ...trace.ofKey(place, unknown),
        ...didYouMean(unknown, known.split(',')),
      }));
    }
    case 'invalid_type':
      if (value === undefined) return problem('missing', `${label} is missing.`);
      if (missing) return problem('missing', `${label} is empty.`);
      return problem(
        'shape',
        `${label} must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${kindOf(value)}.`,
        hintFor(issue.expected, value),
      );
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined) return problem('missing', `${label} is missing; it is one of: ${options.join(', ')}.`);
      return problem('shape', `${label} must be one of: ${options.join(', ')}.`, didYouMean(shown(value), options).suggestion);
    }
    case 'invalid_format':
      // What begins like a number was meant as one: in quotes it is a text, and so is a time of day.
      if (typeof value === 'string' && /^[-+]?\d/.test(value))
        return problem('shape', `${label} must be a number such as 500, not the text "${value}".`, 'write digits alone, without quotes');
      return problem('bad_name', `${label} must be ${issue.message}.`);
    case 'invalid_key':
      return problem('bad_name', `${label} must be ${issue.issues[0]?.message ?? 'a name'}.`);
    case 'too_small':
      return problem('shape', `${label} ${issue.origin === 'array' ? 'must not be empty' : `must be at least ${String(issue.minimum)}`}.`);
    case 'too_big':
      return problem('shape', `${label} ${issue.origin === 'array' ? 'is too long' : `must be at most ${String(issue.maximum)}`}.`);
    case 'invalid_union':
      if (value === undefined) return problem('missing', `${label} is missing: ${issue.message}.`);
      return problem('shape', `${label} must be ${issue.message}.`, typeof value === 'object' ? undefined : numberHint(value));
    case 'custom': {
      const { code, suggestion } = (issue.params ?? {}) as { code?: unknown; suggestion?: unknown };
      const known = PROBLEM_CODES.find((one) => one === code) ?? 'shape';
      return problem(known, issue.message, typeof suggestion === 'string' ? suggestion : undefined);
    }
    default:
      return problem('shape', `${label}: ${issue.message}.`);
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  tuple: 'a list of two',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  return shown(value);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const hintFor = (expected: string, value: unknown): string | undefined =>
  expected === 'string' && typeof value !== 'object' ? `put it in quotes: "${shown(value)}"` : numberHint(value);

const numberHint = (value: unknown): string | undefined =>
  typeof value === 'number' && !Number.isInteger(value) ? 'count in smaller units: per mille, or parts per million' : undefined;
