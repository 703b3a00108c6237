import { loadScenario } from '../../src/disk/load-scenario.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import type { Bundle, Locale, Prose } from '../../src/bundle/bundle.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { branchAt, isOver, menuNow, newGame, playTurn, type Game, type NoteHere } from '../../src/session/game.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { tellerOf } from '../../src/telling/teller.ts';
import type { TellerAt } from '../../src/telling/story.ts';
import { chronicleOf } from '../chronicle.ts';
import type { Chronicle } from '../../src/session/chronicle.ts';

export interface Stage {
  readonly bundle: Bundle;
  readonly words: Readonly<Partial<Record<Locale, Prose>>>;
}

export const stageOf = (scenario: string): Stage => {
  const { bundle, prose } = compileScenario(loadScenario(`scenarios/${scenario}`, 'scenarios').files);
  if (bundle === undefined) throw new Error('the scenario does not compile');
  return { bundle, words: prose };
};

/** Answers with the first, the last or the one before the last of what is legal, and takes the first initiative there is. */
export type Way = 'first' | 'last';

export const orderOf = (game: Game, way: Way): SeatOrder => {
  const { situations, acts } = menuNow(game);
  const act = acts.find(({ legal }) => legal);
  return {
    answers: situations.flatMap(({ situation, options }) => {
      const legal = options.filter((option) => option.legal);
      const option = way === 'first' ? legal[0] : legal.at(-1);
      return option === undefined ? [] : [{ situation, option: option.option }];
    }),
    acts: act === undefined || way === 'last' ? [] : [act.act],
  };
};

export const begun = ({ bundle }: Stage, seed: string, choices?: Game['record']['setup']): Game =>
  newGame(bundle, {
    seed: seedFromText(seed),
    choices: choices ?? bundle.program.setup.map((setup) => (setup.kind === 'some' ? [0, 2] : [setup.preset])),
  });

/** Plays on to the end, or so many turns. `note`: put down beside the first order. */
export const playedOn = (from: Game, way: Way, turns = Infinity, ...notes: readonly NoteHere[]): Game => {
  let game = from;
  for (let i = 0; i < turns && !isOver(game); i++) game = playTurn(game, orderOf(game, way), ...(i === 0 ? notes : []));
  return game;
};

export { branchAt, chronicleOf };

export const tellerFor =
  ({ bundle, words }: Stage, game: Pick<Chronicle, 'rules'>, locale: Locale = 'en'): TellerAt =>
  (view) =>
    tellerOf(bundle, game.rules, view, words[locale] ?? {}, locale);
