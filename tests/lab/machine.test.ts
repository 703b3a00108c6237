import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedWords } from '../../src/engine/chance.ts';
import { compileProgram, type CompiledProgram } from '../../src/engine/compiled-program.ts';
import { newLedger } from '../../src/engine/ledger.ts';
import { menu } from '../../src/engine/menu.ts';
import { parseProgram } from '../../src/engine/program-check.ts';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { start, step, stepInPlace } from '../../src/engine/turn.ts';
import { seenBy } from '../../src/engine/eye.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { playGame } from '../../src/lab/game.ts';
import { codeModule } from '../../src/lab/machine/code-module.ts';
import { inMadeCode, type MadeCode } from '../../src/lab/machine/made-code.ts';
import { inMachineCode } from '../../src/lab/machine/machine-program.ts';
import { forecast } from '../../src/players/forecast.ts';
import { hedgeOf } from '../../src/players/lines.ts';
import { policiesOf } from '../../src/players/policies.ts';
import { runs } from '../counts.ts';
import { advance, begin } from '../engine/interpreter.ts';
import { randomOrder, randomProgram, tapes } from '../engine/random-program.ts';
import { shipped } from '../playthrough/shipped.ts';

/** The module that a build makes of these rules, fetched as the page does. */
const madeCode = async (rules: CompiledProgram): Promise<MadeCode> =>
  (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(codeModule(rules)).toString('base64')}`)) as MadeCode;

/** Both forms that machine code has. */
const inBoth = async (rules: CompiledProgram): Promise<readonly CompiledProgram[]> => [
  inMachineCode(rules),
  inMadeCode(rules, await madeCode(rules)),
];

describe('rules in machine code', () => {
  it('play every random program as the interpreter does, with and without a ledger, and offer the same menus', async () => {
    await fc.assert(
      fc.asyncProperty(tapes, fc.nat(1_000_000), async (tape, seed) => {
        const program = randomProgram(tape);
        fc.pre(parseProgram(program).ok);
        const plain = compileProgram(program);
        const both = await inBoth(plain);
        const key = seedWords(seed);
        const told = begin(program, key);
        const states = both.map((rules) => start(rules, key));
        for (const state of states) expect(Array.from(state)).toEqual(told);
        for (let turn = 0; turn < plain.turns; turn++) {
          const offered = menu(plain, states[0]!, 0);
          const orders = [randomOrder(tape, offered)];
          advance(program, key, told, orders);
          for (const [i, rules] of both.entries()) {
            const state = states[i]!;
            expect(menu(rules, state, 0)).toEqual(offered);
            const logged = step(rules, key, state, orders, newLedger());
            stepInPlace(rules, key, state, orders);
            expect(Array.from(state)).toEqual(told);
            expect(logged).toEqual(state);
          }
        }
      }),
      { numRuns: runs(60, 10_000) },
    );
  });

  it('do not lose a state to another that is played in between', () => {
    const { program } = shipped('helsinki-1948');
    const rules = inMachineCode(compileProgram(program));
    const [one, other] = [seedWords(1), seedWords(2)];
    const [a, b] = [start(rules, one), start(rules, other)];
    const alone = [step(rules, one, a, []), step(rules, other, b, [])];
    const view = seenBy(rules, a, 0);
    menu(rules, view, 0);
    expect(view).toEqual(seenBy(rules, a, 0));
    stepInPlace(rules, one, a, []);
    stepInPlace(rules, other, b, []);
    expect([a, b]).toEqual(alone);
  });

  it('forecast as the plain ones do', () => {
    const { program, catalogue } = shipped('vanguard-bank-2019');
    const plain = compileProgram(program);
    const rules = inMachineCode(plain);
    const key = keyOf(makeSeed(7n));
    const policy = hedgeOf(catalogue);
    playGame(plain, { key, choices: choicesOf(program, key), policy }, (state, order) => {
      const spec = { turns: 3, samples: 3, habits: [policy] };
      const view = seenBy(plain, state, 0);
      expect(forecast(rules, view, 0, order, spec)).toEqual(forecast(plain, view, 0, order, spec));
    });
  });

  it('are not taken for the code of others', async () => {
    const made = await madeCode(compileProgram(shipped('helsinki-1948').program, 'one'));
    expect(() => inMadeCode(compileProgram(shipped('helsinki-1948').program, 'other'), made)).toThrow(RangeError);
  });

  it.each(['vanguard-bank-2019', 'helsinki-1948'])('play whole games of %s by every policy to the same bit', async (id) => {
    const bundle = shipped(id);
    const plain = compileProgram(bundle.program);
    const both = await inBoth(plain);
    for (const [name, policy] of policiesOf(bundle)) {
      for (let nth = 0; nth < (name.startsWith('greedy') ? runs(0, 20) : runs(6, 2000)); nth++) {
        const key = keyOf(makeSeed(BigInt(nth)));
        const game = { key, choices: choicesOf(bundle.program, key), policy };
        const told = playGame(plain, game);
        for (const rules of both) expect(playGame(rules, game), `${name} ${String(nth)}`).toEqual(told);
      }
    }
  });
});
