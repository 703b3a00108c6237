import { beforeAll, expect, test } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { keyOf } from '../../src/engine/seed.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { orderOf } from '../../src/players/policy.ts';
import { isOver, newGame, ordersNow, playTurn, seatAt, stateNow, viewAt } from '../../src/session/game.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { doorsOf } from '../../src/telling/doors.ts';
import { tellerOf } from '../../src/telling/teller.ts';
import { speak } from '../../src/text/text.ts';

beforeAll(() => speak('en'));

test('a door that stayed shut is one that never opened, and what opens it was not done', () => {
  const { bundle, prose } = compileScenario(loadScenario('scenarios/vanguard-bank-2019', 'scenarios').files);
  if (bundle === undefined) throw new Error('no rules');
  const { program } = bundle;
  let told = 0;
  for (const name of ['random', 'reckless', 'hedge']) {
    const policy = policiesOf(bundle).get(name)!;
    for (let nth = 0; nth < 12; nth++) {
      const seed = seedFromText(`doors ${String(nth)}`);
      let game = newGame(bundle, { seed, choices: choicesOf(program, keyOf(seed)) });
      while (!isOver(game)) game = playTurn(game, orderOf(game.rules, policy, game.key, stateNow(game), seatAt(game)));
      const given = ordersNow(game).map((orders) => orders[0] ?? { answers: [], acts: [] });
      const teller = tellerOf(bundle, game.rules, viewAt(game, game.states.length - 1), prose.en ?? {}, 'en');
      const done = new Set(
        given.flatMap(({ answers, acts }) => [
          ...answers.map(({ situation, option }) => {
            const { id, options } = program.situations[situation]!;
            return `${teller.say(`situation.${id}.title`)}/${teller.say(`situation.${id}.option.${options[option]!.id}.title`)}`;
          }),
          ...acts.map((act) => `/${teller.say(`act.${program.acts[act]!.id}.title`)}`),
        ]),
      );
      for (const { situation, opener, at } of doorsOf(teller, given, 3)) {
        told++;
        expect(done).not.toContain(`${at}/${opener}`);
        const shut = program.situations.find(({ id }) => teller.say(`situation.${id}.title`) === situation)!;
        expect(teller.read(shut.seen)).toBe(0);
      }
    }
  }
  expect(told).toBeGreaterThan(30);
});
