import { expect, test } from 'vitest';
import { PASS } from '../../src/engine/order.ts';
import { branchAt, menuNow, newGame, playTurn, recordOf, type Game } from '../../src/session/game.ts';
import { linkOf, openLink, openSaved } from '../../src/session/link.ts';
import { twoDoors } from './bundle.ts';

const bundle = twoDoors();
const find = () => Promise.resolve(bundle);

const goOn = (game: Game): Game => {
  const [open] = menuNow(game).situations;
  const option = open?.options.find(({ legal }) => legal)?.option;
  return playTurn(game, open === undefined || option === undefined ? PASS : { answers: [{ situation: open.situation, option }], acts: [] });
};

test('a game that was opened can be gone on with, branched, shared and opened again', async () => {
  const link = linkOf(goOn(newGame(bundle, { seed: 'AAAAAAAAAA', choices: [] })));
  const opened = link.ok ? await openLink(link.value, find) : link;
  if (!opened.ok) throw new Error(opened.problem.message);
  for (const game of [goOn(opened.value), goOn(goOn(opened.value)), branchAt(opened.value, 0), goOn(branchAt(opened.value, 0))]) {
    const again = linkOf(game);
    expect(again).toMatchObject({ ok: true });
    if (again.ok) expect(await openLink(again.value, find)).toMatchObject({ ok: true, value: { states: game.states } });
    expect(await openSaved(JSON.parse(JSON.stringify(recordOf(game))), find)).toMatchObject({ ok: true, value: { states: game.states } });
  }
});
