import type { Call } from './main.ts';
import { loadNamed, type Loaded } from '../disk/load-files.ts';
import { sayAtStart } from '../bundle/spell.ts';
import { table } from './output.ts';

/** `scenarios [SCENARIO]`: what can be played, or one file or folder. */
export const scenarios = ({ words, out, root }: Call): Promise<boolean> => {
  const rows = loadNamed(words[0], root, out)?.map(rowOf);
  if (rows === undefined || rows.length === 0) return Promise.resolve(false);
  out.tell(rows);
  const cells = rows.map(({ id, title, turns, turnLength, start }) => [id, title, String(turns), turnLength, start]);
  table([['id', 'title', 'turns', 'turn', 'start'], ...cells], [2]).forEach((line) => out.say(line));
  return Promise.resolve(true);
};

const rowOf = ({ bundle, prose }: Loaded) => {
  const { id, calendar } = bundle.program;
  const title = sayAtStart(bundle, prose.en ?? {})('scenario.title');
  return {
    id,
    title: title ?? id,
    turns: calendar.segments.reduce((sum, segment) => sum + segment.turns, 0),
    /** Of the first stretch of the calendar. */
    turnLength: calendar.segments[0]?.unit ?? 'event',
    start: calendar.start,
  };
};
