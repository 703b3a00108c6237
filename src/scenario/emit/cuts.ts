import type { Program } from '../../engine/program.ts';
import type { Catalogue, CutInfo, CutStop } from '../../bundle/bundle.ts';
import { didYouMean } from '../problem/name.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** The cuts for lessons, the shortest first; nothing where there are none. Stops go forward, within the calendar, and name situations that there are. */
export function cutsOf(work: CompileContext, { calendar, situations }: Program): Pick<Catalogue, 'cuts'> {
  const { trace } = work;
  const turns = calendar.segments.reduce((sum, segment) => sum + segment.turns, 0);
  const ids = situations.map(({ id }) => id);
  const cuts = [...work.items.cuts.values()].map(({ id, value }): CutInfo => {
    let before = -1;
    let sitting = 1;
    const stops = value.stops.map((stop): CutStop => {
      const { from, about = [] } = stop;
      if (from <= before) complain(work, 'range', `The stops of \`${id}\` come one after the other.`, trace.of(stop, 'from'));
      if (from >= turns) complain(work, 'range', `The calendar has ${turns} turns, counted from 0.`, trace.of(stop, 'from'));
      if ((stop.sitting ?? sitting) < sitting)
        complain(work, 'range', `The sittings of \`${id}\` come one after the other.`, trace.of(stop, 'sitting'));
      for (const [i, name] of about.entries())
        if (!ids.includes(name))
          complain(
            work,
            'unknown_name',
            `There is no situation \`${name}\`.`,
            trace.of(stop.about ?? stop, i),
            didYouMean(name, ids).suggestion,
          );
      before = from;
      sitting = Math.max(sitting, stop.sitting ?? 1);
      return { from, about, sitting };
    });
    return { id, minutes: value.minutes, stops };
  });
  return cuts.length === 0 ? {} : { cuts: cuts.sort((a, b) => a.stops.length - b.stops.length) };
}
