import type { Bundle } from '../../src/bundle/bundle.ts';
import { linkOf } from '../../src/session/link.ts';
import { isOver, menuNow, newGame, playTurn, turnNow } from '../../src/session/game.ts';
import { presetOf } from '../../src/session/preset.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { bundleOf, SCENARIO } from '../golden/build.ts';

const presetsOf = (bundle: Bundle) =>
  bundle.program.setup.map((setup) => (setup.kind === 'some' ? presetOf(bundle, setup) : [setup.preset]));

/** Text of a seed under which whoever takes the preset set-up and always the first answer that can be given plays on to `turn` or beyond. */
export const lastingSeed = (turn: number): string => {
  const bundle = bundleOf(SCENARIO);
  const choices = presetsOf(bundle);
  for (let nth = 1; nth <= 200; nth++) {
    const text = `by keyboard ${String(nth)}`;
    let game = newGame(bundle, { seed: seedFromText(text), choices });
    while (!isOver(game)) {
      const answers = menuNow(game).situations.flatMap(({ situation, options }) => {
        const option = options.find(({ legal }) => legal);
        return option === undefined ? [] : [{ situation, option: option.option }];
      });
      game = playTurn(game, { answers, acts: [] });
    }
    if (turnNow(game) > turn) return text;
  }
  throw new Error(`no game of 200 lasts to turn ${String(turn)}`);
};

/** The code of a link to such a game at its beginning. */
export const lastingCode = (turn: number): string => {
  const bundle = bundleOf(SCENARIO);
  const link = linkOf(newGame(bundle, { seed: seedFromText(lastingSeed(turn)), choices: presetsOf(bundle) }));
  if (!link.ok) throw new Error(link.problem.message);
  return link.value;
};
