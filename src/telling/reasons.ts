import { csvOf } from './csv.ts';

/** What is written: before the two decisions, at the door, at home. */
export const TASKS = ['first', 'second', 'exit', 'home'] as const;
export type Task = (typeof TASKS)[number];

/** Words that a task asks for, about. */
export const WANTED: Readonly<Record<Task, number>> = { first: 150, second: 150, exit: 90, home: 300 };

/** The fields of each task that are free text, in their order. */
export const FIELDS = {
  first: ['reason', 'prediction', 'objection'],
  second: ['reason', 'prediction', 'objection'],
  exit: ['answer_1', 'answer_2', 'answer_3'],
  home: ['choice', 'prediction', 'reason', 'objection'],
} as const satisfies Readonly<Record<Task, readonly string[]>>;
export type Field = (typeof FIELDS)[Task][number];

/** Letters of one field, at most. */
export const LONGEST = 2000;

/** What one alias wrote for one task. */
export interface Reasons {
  readonly alias: number;
  readonly task: Task;
  /** Id of the scenario; empty where it is not known. */
  readonly scenario: string;
  /** The decision, in words; empty where the device does not know it. */
  readonly decision: string;
  /** The card that would be held up, from 1; 0: none. */
  readonly card: number;
  /** A paragraph that is cited, `Vu 2021 ¶4`; empty: none. */
  readonly source: string;
  readonly fields: Readonly<Partial<Record<Field, string>>>;
}

export const wordsOf = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const wordsWritten = ({ task, fields }: Pick<Reasons, 'task' | 'fields'>): number =>
  FIELDS[task].reduce((sum, field) => sum + wordsOf(fields[field] ?? ''), 0);

type Given = Readonly<Record<string, unknown>>;
const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '');
const countIn = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0);
const TITLE = 200;

/** What was kept, as far as it can be read: a browser's store may have been written by anyone. */
export const reasonsFrom = (value: unknown): Reasons | undefined => {
  if (!isGiven(value)) return undefined;
  const task = TASKS.find((each) => each === value['task']);
  if (task === undefined) return undefined;
  const fields = isGiven(value['fields']) ? value['fields'] : {};
  return {
    alias: countIn(value['alias']),
    task,
    scenario: textIn(value['scenario'], TITLE),
    decision: textIn(value['decision'], TITLE),
    card: countIn(value['card']),
    source: textIn(value['source'], TITLE),
    fields: Object.fromEntries(FIELDS[task].map((field) => [field, textIn(fields[field], LONGEST)])),
  };
};

/** Columns stay as they are, new ones come last: `docs/exports.md` says what each holds. */
export const REASONS_COLUMNS: readonly string[] = [
  ...['alias', 'task', 'scenario', 'decision', 'card', 'choice', 'prediction', 'reason', 'source', 'objection'],
  ...['answer_1', 'answer_2', 'answer_3', 'words'],
];

/** A line for every decision and alias. What somebody wrote is a text to a spreadsheet, whatever it looks like. */
export const reasonsCsv = (all: readonly Reasons[], nameOf: (alias: number) => string): string =>
  csvOf(
    REASONS_COLUMNS,
    [...all]
      .sort((a, b) => a.alias - b.alias || TASKS.indexOf(a.task) - TASKS.indexOf(b.task))
      .map((each) => {
        const { alias, task, scenario, decision, card, source, fields } = each;
        const { choice = '', prediction = '', reason = '', objection = '', answer_1 = '', answer_2 = '', answer_3 = '' } = fields;
        return [
          ...[nameOf(alias), task, scenario, decision, card === 0 ? '' : card, choice, prediction, reason, source, objection],
          ...[answer_1, answer_2, answer_3, wordsWritten(each)],
        ];
      }),
  );
