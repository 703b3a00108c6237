/** What went wrong, for a person to read and a program to tell apart. */
export interface Problem {
  /** Stable, kebab-case: `bad-index`, `damaged`. */
  readonly code: string;
  readonly message: string;
  /** Where in the value that was read: `situations.3.options.0.cost`. */
  readonly path?: string;
}

/** A value, or why there is none. Edges return it; nothing inside throws for bad input. */
export type Result<T, P = Problem> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const good = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const bad = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });

/** The branch a closed union does not have. */
export function assertNever(value: never): never {
  throw new Error(`not a case: ${JSON.stringify(value)}`);
}
