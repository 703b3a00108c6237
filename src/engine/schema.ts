import type { Problem } from './result.ts';

/** Where in a JSON value a check stands; spelt out only for a problem. */
export type Path = { readonly inside: Path; readonly key: string | number } | undefined;

export const pathText = (path: Path): string =>
  path === undefined ? '' : path.inside === undefined ? String(path.key) : `${pathText(path.inside)}.${path.key}`;

/** The first thing wrong with a value, or undefined. */
export type Check = (value: unknown, path: Path) => Problem | undefined;

export const wrong = (code: string, message: string, path: Path): Problem => ({ code, message, path: pathText(path) });

/** A whole number in low..high. */
export const whole =
  (low: number, high: number): Check =>
  (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high
      ? undefined
      : wrong('bad-number', `must be a whole number from ${low} to ${high}`, path);

export const text: Check = (value, path) => (typeof value === 'string' ? undefined : wrong('bad-text', 'must be text', path));
export const truth: Check = (value, path) => (typeof value === 'boolean' ? undefined : wrong('bad-truth', 'must be true or false', path));

export const oneOf =
  (...words: readonly (string | number)[]): Check =>
  (value, path) =>
    words.some((word) => word === value) ? undefined : wrong('bad-word', `must be one of ${words.join(', ')}`, path);

/** A list of low..high items. */
export const list =
  (check: Check, low = 0, high = 100_000): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong('bad-list', 'must be a list', path);
    if (value.length < low || value.length > high) return wrong('bad-length', `must have ${low} to ${high} items`, path);
    for (let key = 0; key < value.length; key++) {
      const problem = check(value[key], { inside: path, key });
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** A list of exactly these items. */
export const tuple =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length !== checks.length) return wrong('bad-length', `must be a list of ${checks.length}`, path);
    for (const [key, check] of checks.entries()) {
      const problem = check(value[key], { inside: path, key });
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with all of `needed`, perhaps some of `optional`, and nothing else. */
export const fields =
  (needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (!isFields(value)) return wrong('bad-object', 'must be an object', path);
    for (const key of Object.keys(needed)) if (!Object.hasOwn(value, key)) return wrong('missing', `${key} is missing`, path);
    for (const key of Object.keys(value)) {
      const at = { inside: path, key };
      const check = Object.hasOwn(needed, key) ? needed[key] : Object.hasOwn(optional, key) ? optional[key] : undefined;
      if (check === undefined) return wrong('unknown-key', 'is not a key of this', at);
      const problem = check(value[key], at);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
