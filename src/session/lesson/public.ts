import { idOfEye } from '../../engine/eye.ts';
import { alongLine } from '../../engine/record.ts';
import { readChronicle } from '../chronicle.ts';
import type { Chronicle } from '../chronicle.ts';
import { FIRST_SEAT } from '../game.ts';
import type { LocalTable } from '../table.ts';

/**
 * A game as everybody around one device may read it: what is public, what the first seat is asked, the notes for all and those for all of that seat.
 * Nothing that one chair or another capital alone may know.
 */
export const readPublic = async (table: LocalTable): Promise<Chronicle> => {
  const seen = await readChronicle(table, 'table');
  const { record, line, rules } = table.game();
  const seat = idOfEye(rules.program, FIRST_SEAT);
  const asked = await table.moment(seen.moments.length - 1, FIRST_SEAT);
  if (!asked.ok) throw new Error(asked.problem.message);
  const { menu } = asked.value;
  return {
    ...seen,
    moments: seen.moments.map((moment, turn) => (turn === asked.value.turn ? { ...moment, menu } : moment)),
    notes: alongLine(record, line, record.notes).filter(({ sees }) => sees === undefined || sees.includes(seat)),
  };
};
