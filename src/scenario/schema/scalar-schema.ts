import { z } from 'zod';
import { NAME } from '../problem/name.ts';

// Schemas are walked, never turned into code.
z.config({ jitless: true });

/**
 * A map with these keys and no others. Unknown keys are reported as `what|key,key,...`, which `describeIssue` words
 * with a suggestion: zod does not pass the known keys on.
 */
export const strict = <T extends z.ZodRawShape>(what: string, fields: T) => {
  const error = (issue: { readonly code: string }) =>
    issue.code === 'unrecognized_keys' ? `${what}|${Object.keys(fields).join(',')}` : undefined;
  words.set(error, what);
  return z.strictObject(fields, { error });
};
const words = new WeakMap<object, string>();

/** The word that `strict` was given for a map; undefined for any other shape. */
export function whatIs(shape: z.core.$ZodType): string | undefined {
  const { error } = shape._zod.def;
  return error === undefined ? undefined : words.get(error);
}

export const text = z.string();
export const name = z.string().regex(NAME, 'lower-case snake_case: letters a-z, digits, _ and dots between parts');
/** A name in which `$p` may still have to be filled in. */
export const openName = z
  .string()
  .regex(/^[a-z$][a-z0-9_$]*(?:\.[a-z0-9$][a-z0-9_$]*)*$/, 'lower-case snake_case: letters a-z, digits, _ and dots between parts');
/** Seats, and chairs of seats. */
export const eyes = z.array(z.string().regex(/^[a-z][a-z0-9_]*(?:\/[a-z][a-z0-9_]*)?$/, 'a seat, or a chair of one as SEAT/CHAIR')).min(1);
/** Ids of claims and articles have hyphens. */
export const kebab = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters and digits with hyphens between');
export const names = z.array(z.string());
export const expression = z.union([z.string(), z.int(), z.boolean()], {
  error: () => 'an expression: a whole number, a name, or a text such as "rung >= rung.contact"',
});
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (written: string): boolean => {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0));
};
export const date = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'a date such as 2019-06-01', abort: true })
  .refine(isDay, { error: ({ input }) => `There is no day ${String(input)}.` });
/** A list of names, each once. */
export const distinct = z
  .array(name)
  .min(1)
  .refine((list) => new Set(list).size === list.length, { error: 'A name stands twice in this list.', params: { code: 'duplicate' } });
