import { z } from 'zod';
import { didYouMean } from '../problem/name.ts';
import { expression, eyes, name, names, openName, strict, text } from './scalar-schema.ts';
import { isYamlMap } from '../syntax/read-yaml.ts';
import type { YamlMap } from '../syntax/read-yaml.ts';

/** An op as it was read: known to be well shaped, told apart by `opOf`. */
export type RawOp = YamlMap;

/**
 * A list of ops. Each is checked against the shape that its first known key chooses, so that the problems of a list
 * stand under their own paths instead of under "matches none of twenty shapes".
 */
export const opList = z.array(z.custom<RawOp>()).superRefine((ops, context) => {
  for (const [i, op] of ops.entries()) {
    if (!isYamlMap(op)) {
      context.addIssue({ code: 'custom', path: [i], message: 'An op is a map such as `{ add: pressure, by: -40 }`.' });
      continue;
    }
    const key = opKey(op);
    if (key === undefined) {
      const first = Object.keys(op)[0] ?? '';
      const { suggestion } = didYouMean(first, OP_KEYS);
      context.addIssue({
        code: 'custom',
        path: [i],
        params: { code: 'unknown_op', ...(suggestion === undefined ? {} : { suggestion }) },
        message: `\`${first}\` is not an op; an op has one of: ${OP_KEYS.join(', ')}.`,
      });
      continue;
    }
    const parsed = OP_SHAPES[key].safeParse(op);
    if (!parsed.success) for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [i, ...issue.path] });
  }
});

const sources = { because: openName.optional(), claims: names.optional(), design: z.boolean().optional() };
const chance = { luck: openName.optional(), subject: expression.optional() };
const reveals = names.optional();

const spanUnits = {
  turns: expression.optional(),
  days: expression.optional(),
  weeks: expression.optional(),
  months: expression.optional(),
  quarters: expression.optional(),
  years: expression.optional(),
};
const oneUnit = (value: object): boolean => Object.keys(value).filter((key) => key in spanUnits).length === 1;
const ONE_UNIT = 'A span of time names one unit: `{ weeks: 4 }`.';
export const span = strict('a span of time', spanUnits).refine(oneUnit, ONE_UNIT);
/** A span after which a situation comes back, the options that are gone by then, and what has to hold; until it does, it waits a turn more. */
export const comeback = strict('`returns`', { ...spanUnits, without: z.array(name).optional(), when: expression.optional() }).refine(
  oneUnit,
  ONE_UNIT,
);

const branch = strict('a branch', { weight: expression, id: name.optional(), when: expression.optional(), does: opList, ...sources });
const rival = strict('a branch', {
  weight: expression,
  id: name.optional(),
  noise: expression.optional(),
  when: expression.optional(),
  does: opList,
  ...sources,
});
export const eachOf = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters'), z.array(openName).min(1));
const again = z.union([z.enum(['refresh', 'ignore']), z.string().regex(/^stack [1-9]$/)], {
  error: () => '`again` is refresh, ignore or `stack 3` (1 to 9).',
});

export const OP_SHAPES = {
  set: strict('`set`', { set: openName, to: expression, ...sources }),
  raise: strict('`raise`', { raise: openName, ...sources }),
  lower: strict('`lower`', { lower: openName, ...sources }),
  add: strict('`add`', {
    add: openName,
    by: expression,
    vary: z.int().min(0).max(1000).optional(),
    spread: expression.optional(),
    ...chance,
    ...sources,
  }),
  toward: strict('`toward`', { toward: openName, to: expression, rate: expression, ...sources }),
  chance: strict('`chance`', { chance: expression, reveals, then: opList.optional(), else: opList.optional(), ...chance, ...sources }),
  choose: strict('`choose`', { choose: z.array(branch).min(1), reveals, ...chance, ...sources }),
  best: strict('`best`', { best: z.array(rival).min(1), luck: openName.optional(), ...sources }),
  if: strict('`if`', { if: expression, then: opList.optional(), else: opList.optional(), ...sources }),
  signal: strict('`signal`', { signal: openName, ...chance, ...sources }),
  later: strict('`later`', {
    later: span,
    id: openName.optional(),
    again: again.optional(),
    due: z.enum(['calendar', 'turn_end']).optional(),
    sees: eyes.optional(),
    during: opList.optional(),
    does: opList.optional(),
    ...sources,
  }),
  cancel: strict('`cancel`', { cancel: openName, ...sources }),
  open: strict('`open`', { open: openName, ...sources }),
  close: strict('`close`', { close: openName, ...sources }),
  draw: strict('`draw`', { draw: openName, ...chance, ...sources }),
  offer: strict('`offer`', { offer: z.int().min(0).max(20), luck: openName.optional(), ...sources }),
  end: strict('`end`', { end: openName, ...sources }),
  each: strict('`each`', { each: eachOf, does: opList, ...sources }),
  run: strict('`run`', { run: openName, with: z.record(z.string(), text).optional(), luck: openName.optional(), ...sources }),
} as const;

export type OpKey = keyof typeof OP_SHAPES;
export const OP_KEYS = Object.keys(OP_SHAPES) as readonly OpKey[];

type OpSources = { readonly [K in OpKey]: { readonly kind: K; readonly raw: z.infer<(typeof OP_SHAPES)[K]> & RawOp } };
/** One op of a checked list with its kind: a closed union. */
export type OpSource = OpSources[OpKey];
/** Where ops get their sources from, op or item. */
export interface Sourced {
  readonly because?: string | undefined;
  readonly claims?: readonly string[] | undefined;
  readonly design?: boolean | undefined;
}

const opKey = (op: YamlMap): OpKey | undefined => OP_KEYS.find((key) => key in op);

/** The kind of an op; undefined for one that `opList` reported. */
export function opOf(raw: RawOp): OpSource | undefined {
  const kind = isYamlMap(raw) ? opKey(raw) : undefined;
  return kind === undefined ? undefined : ({ kind, raw } as OpSource);
}
