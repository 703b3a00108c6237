import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imul } from '../../src/engine/arith.ts';
import { draw, seedWords, siteOf } from '../../src/engine/chance.ts';
import { TURN } from '../../src/engine/program.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { start, stepInPlace } from '../../src/engine/turn.ts';
import { compileText, problemsOf } from './compile.ts';

const TOY = readFileSync(new URL('../../bench/toy/toy.yaml', import.meta.url), 'utf8');
/** Published with the toy: the hash of its 60 variables and the turn after 40 turns, for the seeds 1 to 20. */
const GOLDEN = [
  3249383451, 453038299, 3675702195, 2963124192, 2411660506, 1816761955, 3370672566, 1957109219, 4255827305, 2387348133, 3197627866,
  2307929554, 2401095295, 1511136334, 1556582143, 96405645, 4027513206, 1047368389, 1122028810, 157600216,
];

function play(text: string): readonly number[] {
  const { bundle, problems } = compileText(text);
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  const { program } = bundle;
  const rules = compileProgram(program);
  const slots = program.slots.flatMap(({ kind }, slot) => (kind === 'number' ? [slot] : []));
  expect(slots).toHaveLength(60);
  const site = siteOf('policy/choice');
  return GOLDEN.map((_, i) => {
    const key = seedWords(i + 1);
    const state = start(rules, key);
    for (let turn = 0; turn < 40; turn++) {
      const option = Math.floor((draw(key, turn, site, 0, 0) * 5) / 4294967296);
      stepInPlace(rules, key, state, [{ answers: [{ situation: turn % 12, option }], acts: [] }]);
    }
    return [...slots, TURN].reduce((hash, slot) => imul(hash ^ state[slot]!, 16777619), 0x811c9dc5) >>> 0;
  });
}

describe('the toy as a scenario file', () => {
  it('compiles without a problem', () => {
    // A yardstick has no reader: what is left untold there is not wrong.
    expect(problemsOf(TOY).filter((line) => !line.includes(' missing_text: '))).toEqual([]);
  });

  it('gives the published hashes', () => {
    expect(play(TOY)).toEqual(GOLDEN);
  });

  it('gives them too when every chance gets its owner from `owner` and not from its id', () => {
    const renamed = TOY.replace(
      /^ {2}- id: (card\d+|senate|guilds|army|clergy|press|rival|event\d+)$/gm,
      '  - id: the_$1\n    owner: $1',
    ).replace(/open: card/g, 'open: the_card');
    expect(renamed).toContain('owner: senate');
    expect(renamed).toContain('owner: event0');
    expect(play(renamed)).toEqual(GOLDEN);
  });
});
