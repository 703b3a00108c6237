import { mainTurns } from '../session/calendar.ts';
import type { Chronicle } from '../session/chronicle.ts';
import type { Teller } from './teller.ts';

export interface ChargeModel {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** How it stood when it was read, in figures; empty where nothing tells. */
  readonly told: string;
  readonly state: 'met' | 'partly' | 'missed';
  /** Named by the seed, not taken. */
  readonly named: boolean;
}

/** The turn on which the charges are read: the one after the main game. */
export const readingTurn = ({ bundle }: Chronicle): number => mainTurns(bundle.program.calendar);

/** The charges of a game and how far each was met. `then` stands on the turn they were read; undefined where the game ended before. */
export const chargesOf = (teller: Teller, { setup: choices }: Chronicle, then?: Teller): readonly ChargeModel[] => {
  const { program } = teller.bundle;
  const chosen = new Set(
    program.setup.flatMap((setup, i) => (setup.kind === 'some' ? (choices[i] ?? []).map((at) => setup.options[at] ?? '') : [])),
  );
  return program.charges
    .filter(({ taken }) => teller.read(taken) !== 0)
    .map(({ id, met, partly }) => ({
      id,
      title: teller.say(`charge.${id}.title`),
      line: teller.say(`charge.${id}.line`),
      told: then?.say(`charge.${id}.told`) ?? '',
      state: teller.holds(met) ? ('met' as const) : teller.holds(partly) ? ('partly' as const) : ('missed' as const),
      named: !chosen.has(id),
    }));
};
