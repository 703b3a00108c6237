import type { CompiledProgram } from '../engine/compiled-program.ts';
import { menu } from '../engine/menu.ts';
import { keyOf } from '../engine/seed.ts';
import type { Seed } from '../engine/seed.ts';
import { seenBy } from '../engine/eye.ts';
import { columnsOf, differencesOf, forecast } from '../players/forecast.ts';
import { random } from '../players/random.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { choicesOf, seedOf } from './draw.ts';
import { playGame } from './game.ts';

/** What the forecasts of a stop's answers let a player tell apart. */
export interface Outlooks {
  /** Stops with more than one answer that could be given. */
  stops: number;
  /** Of these, with two answers that differ on some reading by a median of `APART` the same way in four futures of five. */
  apart: number;
  /** Cells shown outside the row that the others are measured by, and those that say a direction. */
  cells: number;
  telling: number;
}

/** Units of a reading. */
const APART = 15;
/** As many as the desk shows, looks ahead and imagines. */
const COLUMNS = 3;
const SPEC = { turns: 3, samples: 100 };

/** Looks at every stop of games played at random, as the desk would show it. */
export const measureOutlooks = (rules: CompiledProgram, first: Seed, games: number): Outlooks => {
  const found: Outlooks = { stops: 0, apart: 0, cells: 0, telling: 0 };
  for (let nth = 0; nth < games; nth++) {
    const key = keyOf(seedOf(first, nth));
    playGame(rules, { key, choices: choicesOf(rules.program, key), policy: random }, (state, { answers }) => {
      const [given] = answers;
      if (given === undefined) return;
      const now = menu(rules, state, FIRST_SEAT).situations.find(({ situation }) => situation === given.situation);
      const view = seenBy(rules, state, FIRST_SEAT);
      const weighed = (now?.options ?? [])
        .filter(({ legal }) => legal)
        .map(({ option, cost }) => ({
          cost,
          forecast: forecast(rules, view, FIRST_SEAT, { answers: [{ situation: given.situation, option }], acts: [] }, SPEC),
        }));
      const [one] = weighed;
      if (one === undefined || weighed.length < 2) return;
      const base = weighed.reduce((least, each) => (each.cost < least.cost ? each : least), one);
      const differences = weighed.map((each) => differencesOf(each.forecast, base.forecast));
      const columns = columnsOf(differences, COLUMNS);
      found.stops++;
      weighed.forEach((each, i) => {
        if (each === base) return;
        found.cells += columns.length;
        found.telling += columns.filter((column) => differences[i]![column]!.way !== 0).length;
      });
      const isApart = weighed.some((a, i) =>
        weighed.slice(i + 1).some((b) => differencesOf(a.forecast, b.forecast).some(({ way, p50 }) => way !== 0 && Math.abs(p50) >= APART)),
      );
      if (isApart) found.apart++;
    });
  }
  return found;
};
