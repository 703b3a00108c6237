// The toy on boardgame.io 0.50.2: as its documentation shows it, and as fast as a state of plain JSON goes there.
import { createRequire } from 'node:module';
import { hashFlat, playFlat, startFlat } from './limit.mjs';
import { answersOf, data, hashObjects, playObjects, startObjects } from './objects.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('boardgame.io/client');
const { CreateGameReducer, InitializeGame } = require('boardgame.io/internal');

/** `Client` with its defaults; the move changes `G`, which the engine watches. */
export function playDefault(seed) {
  const client = Client({
    game: { name: 'toy', setup: () => startObjects(seed), moves: { choose: ({ G }, choice) => void playObjects(G, choice) } },
    numPlayers: 1,
    debug: false,
  });
  const answer = answersOf(seed);
  client.start();
  for (let turn = 0; turn < data.turns; turn++) client.moves.choose(answer(turn));
  const { G } = client.getState();
  client.stop();
  return hashObjects(G);
}

let current = 1;
const flatGame = {
  name: 'toy',
  disableUndo: true,
  setup: () => ({ flat: startFlat(current) }),
  moves: { choose: ({ G }, choice) => ({ flat: playFlat(G.flat, choice) }) },
};
const reducer = CreateGameReducer({ game: flatGame, isClient: false });

/** The bare reducer, undo off, one flat array that each move returns anew. */
export function playBest(seed) {
  current = seed;
  const answer = answersOf(seed);
  let state = InitializeGame({ game: flatGame, numPlayers: 1 });
  for (let turn = 0; turn < data.turns; turn++) {
    state = reducer(state, { type: 'MAKE_MOVE', payload: { type: 'choose', args: [answer(turn)], playerID: '0' } });
  }
  return hashFlat(state.G.flat);
}
