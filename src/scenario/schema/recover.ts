import type { z } from 'zod';
import type { Trace } from '../syntax/trace.ts';

type Entries = Record<string | number, unknown>;

/** Rounds of patching; what is wrong deeper than that is told once the rest is right. */
const MOST_ROUNDS = 8;
/** Findings in one item; with more, it is something else altogether. */
const MOST_ISSUES = 200;

/**
 * What is left of a value of the wrong shape, so that what else is wrong in it can be told as well: wrong parts get a stand-in or, where
 * none fits, are left out. Nothing is made of it. undefined where nothing sound is left. The value itself is changed.
 */
export function recover<T>(shape: z.ZodType<T>, value: unknown, trace: Trace): T | undefined {
  const tries = new Map<string, number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const parsed = shape.safeParse(value);
    if (parsed.success) return value as T;
    if (parsed.error.issues.length > MOST_ISSUES) return undefined;
    const dropped = new Map<Entries, Set<number>>();
    for (const issue of parsed.error.issues) {
      const path = issue.path.filter((step) => typeof step !== 'symbol');
      if (issue.code === 'unrecognized_keys') {
        const owner = ownerOf(value, [...path, '']);
        if (owner === undefined) return undefined;
        for (const key of issue.keys) Reflect.deleteProperty(owner, key);
        continue;
      }
      const tried = tries.get(path.join('.')) ?? 0;
      tries.set(path.join('.'), tried + 1);
      const stand = tried === 0 ? standIn(issue, path.at(-1)) : undefined;
      const target = path.slice(0, path.length - Math.max(0, tried - 1));
      const owner = ownerOf(value, target);
      const key = target.at(-1);
      if (owner === undefined || key === undefined) return undefined;
      if (stand !== undefined) owner[key] = stand;
      else if (!Array.isArray(owner)) Reflect.deleteProperty(owner, key);
      else dropped.set(owner, (dropped.get(owner) ?? new Set()).add(Number(key)));
    }
    for (const [list, indices] of dropped) drop(list as unknown as unknown[], indices, trace);
  }
  return undefined;
}

/** The map or list in which the entry at the end of a path stands. */
function ownerOf(value: unknown, path: readonly PropertyKey[]): Entries | undefined {
  let owner: unknown = value;
  for (const step of path.slice(0, -1)) owner = isEntries(owner) ? owner[step as string] : undefined;
  return isEntries(owner) ? owner : undefined;
}

const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null;

function standIn(issue: z.core.$ZodIssue, key: PropertyKey | undefined): unknown {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values[0];
    case 'invalid_type':
      return issue.expected === 'string' ? '' : issue.expected === 'number' || issue.expected === 'int' ? 0 : undefined;
    case 'too_small':
      return issue.origin === 'array' ? undefined : Number(issue.minimum);
    case 'too_big':
      return issue.origin === 'array' ? undefined : Number(issue.maximum);
    case 'invalid_union':
      return CONDITIONS.has(key) ? true : 0;
    default:
      return undefined;
  }
}

/** Where an expression says whether, not how much. */
const CONDITIONS: ReadonlySet<unknown> = new Set(['when', 'open', 'met', 'partly', 'mute', 'since']);

/** Takes entries out of a list; those that stay keep their places. */
function drop(list: unknown[], indices: ReadonlySet<number>, trace: Trace): void {
  const kept = list.flatMap((_, i) => (indices.has(i) ? [] : [i]));
  const values = kept.map((i) => list[i]);
  trace.renumber(list, kept);
  list.splice(0, list.length, ...values);
}
