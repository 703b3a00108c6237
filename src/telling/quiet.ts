import { rowsByTurn, viewsOf, type Chronicle } from '../session/chronicle.ts';
import { t } from '../text/text.ts';
import { finishedOf, reactionsOf } from './consequences.ts';
import { ledgerOf, type LedgerRowModel } from './ledger.ts';
import type { Teller } from './teller.ts';
import { signedIn } from './wording.ts';

/** A turn that asked for nothing, as it is told. */
export interface QuietModel {
  /** What moved in it, in a line: what was finished, what powers did, or the largest change. */
  readonly line: string;
  /** The ladder, where it moved: told with its reason, as after a decision. */
  readonly ladder?: LedgerRowModel;
}

/** Things that the line tells of. */
const TOLD = 2;

/** A change in words: `Security −12`, `The ladder Contact`. */
export const changeWords = ({ name, by, scale, stages }: LedgerRowModel): string =>
  t('passing.moved', { name, amount: stages === undefined ? signedIn(by, scale) : stages[1] });

/** What a turn brought that was let pass. `teller` may stand anywhere in the game. */
export const quietOf = (teller: Teller, game: Chronicle, turn: number): QuietModel => {
  const turns = rowsByTurn(game);
  const happened = turns[turn + 1];
  if (happened === undefined) return { line: '' };
  const rows = ledgerOf(teller, turns, turn + 1, viewsOf(game).slice(0, turn + 2));
  const rung = teller.bundle.catalogue.ladder?.rung;
  const ladder = rows.find(({ id }) => id === String(rung));
  const moves = reactionsOf(teller, happened)
    .filter(({ did, silent }) => did !== '' && !silent)
    .slice(0, TOLD)
    .map(({ name, did }) => `${name} ${did}`);
  const changes = rows
    .filter((row) => row !== ladder)
    .slice(0, 1)
    .map(changeWords);
  const said = [...finishedOf(teller, happened), ...moves, ...changes].slice(0, TOLD);
  const line = said.map((each) => each.replace(/[.]$/u, '')).join('. ') + '.';
  return { line: said.length > 0 ? line : ladder === undefined ? t('passing.quiet') : '', ...(ladder === undefined ? {} : { ladder }) };
};
