/** Every way in which a scenario can be wrong. Stable: others script against these. */
export const PROBLEM_CODES = [
  // Reading
  'too_large',
  'nesting',
  'syntax',
  'tag',
  'anchor',
  'character',
  'missing_file',
  'unreadable_file',
  // Shape
  'shape',
  'missing',
  'unknown_key',
  'unknown_section',
  'unknown_op',
  'bad_name',
  'duplicate',
  // Composition
  'composition',
  // References and types
  'unknown_name',
  'types',
  'expression',
  'units',
  'range',
  'loop',
  'sum',
  // Chance and hidden causes
  'luck_collision',
  'missing_luck',
  'leak',
  'unseen',
  // Quality
  'unsourced',
  'many_claims',
  'no_reason',
  'from_memory',
  'unreachable',
  'does_nothing',
  'never_in_range',
  'never_true',
  'never_paid',
  'too_late',
  'missing_text',
  'lost_text',
  'unused',
  'zero_weight',
  'loaded_word',
  'misnamed',
  // Powers that answer, lenses that treat
  'no_answer',
  'no_addressee',
  'untreated',
  // What a scenario says of itself
  'test_failed',
  // Translation
  'untranslated',
  'stale_translation',
  'unknown_translation',
  'unlike_translation',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly file: string;
  /** From 1; 0 where a whole file is meant. */
  readonly line: number;
  /** From 1, in UTF-16 units; 0 where a whole file is meant. */
  readonly column: number;
  /** What to write instead, where that can be said. */
  readonly suggestion?: string;
}

/** `error`: no rules can be made. `warning`: it can be played, and something is wrong. `hint`: it is not finished. */
export type Severity = 'error' | 'warning' | 'hint';

/** Problems that leave the rules whole: the scenario can be played, but is not fit to be shipped. */
const SOFT: ReadonlyMap<ProblemCode, Severity> = new Map<ProblemCode, Severity>([
  ['missing_luck', 'warning'],
  ['unsourced', 'warning'],
  ['many_claims', 'warning'],
  ['no_reason', 'hint'],
  ['from_memory', 'warning'],
  ['unreachable', 'warning'],
  ['does_nothing', 'warning'],
  ['never_in_range', 'warning'],
  ['never_true', 'warning'],
  ['never_paid', 'warning'],
  ['too_late', 'warning'],
  ['missing_text', 'warning'],
  ['lost_text', 'warning'],
  ['unused', 'hint'],
  ['zero_weight', 'warning'],
  ['loaded_word', 'warning'],
  ['misnamed', 'warning'],
  ['no_answer', 'warning'],
  ['no_addressee', 'warning'],
  ['untreated', 'warning'],
  ['test_failed', 'warning'],
  ['untranslated', 'hint'],
  ['stale_translation', 'warning'],
  ['unknown_translation', 'warning'],
  ['unlike_translation', 'warning'],
]);

export const severityOf = ({ code }: Problem): Severity => SOFT.get(code) ?? 'error';

/** Whether no rules can be made of a scenario with this problem. */
export const isFatal = (problem: Problem): boolean => severityOf(problem) === 'error';

/** `file:line:column code: message (suggestion)`, for a terminal. */
export function writeProblem({ file, line, column, code, message, suggestion }: Problem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place} ${code}: ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`;
}

/** By file, then by place in it. */
export const sortProblems = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
