import type { Catalogue } from '../bundle/bundle.ts';
import { chainOf } from '../engine/eye.ts';
import type { Row } from '../engine/ledger.ts';
import type { Program } from '../engine/program.ts';
import { t } from '../text/text.ts';
import { turnWithin } from './clock.ts';
import type { Teller } from './teller.ts';

/** A move that a power's own policy made. */
export interface Move {
  readonly power: string;
  /** Index in `Program.acts`; undefined: it did nothing. */
  readonly act: number | undefined;
  /** Row of the policy's choice. */
  readonly row: Row;
  /** What it answers: an option (`situation/option`) or an act, and the turn on which that was ordered. */
  readonly answers?: {
    readonly what: string;
    readonly turn: number;
    /** How welcome it was, less than 0: unwelcome; undefined where that is not known. */
    readonly welcome?: number;
  };
}

/** What a policy's choice answers, if it does: it says so as it lets go of what it had heard. */
export const answeredIn = (
  { powers, addressed }: Pick<Catalogue, 'powers' | 'addressed'>,
  power: string,
  rows: readonly Row[],
  choice: Row,
): Move['answers'] => {
  const heard = powers.find(({ id }) => id === power)?.heard;
  if (heard === undefined) return undefined;
  const own = (slot: number): Row | undefined =>
    rows.find(
      (row) =>
        row.slot === slot && row.before !== 0 && row.after === 0 && chainOf(rows, row.row).some(({ row: each }) => each === choice.row),
    );
  const act = own(heard.act);
  const what = act === undefined ? undefined : addressed[act.before - 1];
  const welcome = heard.welcome === undefined ? undefined : own(heard.welcome)?.before;
  return what === undefined ? undefined : { what, turn: (own(heard.turn)?.before ?? 1) - 1, ...(welcome === undefined ? {} : { welcome }) };
};

/** The moves of one turn, out of its rows. */
export const movesIn = (program: Program, catalogue: Pick<Catalogue, 'powers' | 'addressed'>, rows: readonly Row[]): readonly Move[] => {
  const applied = new Set(rows.filter(({ kind }) => kind === 'act').map(({ parent }) => parent));
  return rows
    .filter(({ kind }) => kind === 'policy')
    .flatMap((row): Move[] => {
      const seat = program.seats.findIndex(({ policy }) => policy?.at === row.place);
      const power = program.seats[seat]?.id;
      if (power === undefined) return [];
      const mine = program.acts.flatMap((act, i) => (act.seat === seat ? [i] : []));
      const act = applied.has(row.row) ? mine[row.after - 1] : undefined;
      const answers = act === undefined ? undefined : answeredIn(catalogue, power, rows, row);
      return [{ power, act, row, ...(answers === undefined ? {} : { answers }) }];
    });
};

/** What was answered, by its title and its turn. */
export const answeredWords = (teller: Teller, { what, turn }: NonNullable<Move['answers']>): string => {
  const [item = '', option] = what.split('/');
  const title = option === undefined ? teller.say(`act.${item}.title`) : teller.say(`situation.${item}.option.${option}.title`);
  return t('answered.what', { title, when: turnWithin(teller, turn) });
};

/** That something was answered: what follows a move. */
export const answersWords = (teller: Teller, answers: NonNullable<Move['answers']>): string =>
  t('after.answers', { what: answeredWords(teller, answers) });

/** Whether a move answers something, and in a way to be welcomed: kinds stand most welcome first, with the silent one in their middle. */
export const toneOf = ({ acts, answering }: Pick<Catalogue, 'acts' | 'answering'>, { act, answers }: Move): -1 | 0 | 1 => {
  const kind = act === undefined ? undefined : acts[act]?.answer;
  if (answers === undefined || kind === undefined || kind.silent) return 0;
  return answering.findIndex(({ id }) => id === kind.kind) < answering.findIndex((each) => each.silent) ? 1 : -1;
};
