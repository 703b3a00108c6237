import type { Page } from '@playwright/test';
import { SEED_LETTERS } from '../../src/engine/seed.ts';
import { isOver, menuNow, turnNow } from '../../src/session/game.ts';
import { choicesOfClass, makeClassCode, readClassCode, seedOfClass } from '../../src/session/lesson/class-code.ts';
import { answerStop, beginLesson, cornersOf, cutOf, instructed, standing, stopAhead } from '../../src/session/lesson/lesson.ts';
import { bundleOf, SCENARIO } from '../golden/build.ts';

/** A class may lose its game before it has met a stop. Here it does not: each of these ways through the first two stops comes to a third, some weeks later. */
const lasts = (luck: string): boolean => {
  const bundle = bundleOf(SCENARIO);
  return bundle.catalogue.cuts!.every((cut) => {
    const terms = { cut: cut.id, way: 'majority', writing: false, ones: [] } as const;
    const ones = bundle.program.setup.filter(({ kind }) => kind === 'one').map(({ preset }) => preset);
    const read = readClassCode(makeClassCode(bundle, { ...terms, ones }, luck));
    if (!read.ok) throw new Error(read.problem.message);
    const beginning = { seed: seedOfClass(read.value), choices: choicesOfClass(bundle, { ones }) };
    return WAYS.every(({ answers, instruction }) => {
      let game = beginLesson(bundle, beginning, terms);
      for (const [at, answer] of answers.entries()) {
        const ahead = stopAhead(game, cutOf(bundle, cut.id)!, at - 1, instruction);
        if (ahead === undefined || (at > 0 && ahead.turn === turnNow(game))) return false;
        game = standing(instructed(game, instruction), ahead.turn);
        const [open] = menuNow(game).situations;
        const option = open?.options.filter(({ legal }) => legal)[answer]?.option ?? -1;
        const next = answerStop(game, ahead.stop, {
          answers: Object.fromEntries(cornersOf(bundle).map((corner) => [corner, option])),
          dissents: [],
        });
        if (next === undefined) return false;
        game = next;
      }
      return !isOver(game);
    });
  });
};

const WAYS = ['hedge', 'cautious'].flatMap((instruction) =>
  [0, 1].flatMap((one) => [0, 1].map((other) => ({ instruction, answers: [one, other, one] }))),
);

let luck: readonly number[] | undefined;

/** Luck under which a class meets its first three stops, whichever of the first two answers it gives: indices of its letters. */
const lastingLuck = (): readonly number[] => {
  for (let nth = 0; nth < 100; nth++) {
    const digits = Array.from(String(nth).padStart(6, '0'), Number);
    if (lasts(digits.map((digit) => SEED_LETTERS.charAt(digit)).join(''))) return digits;
  }
  throw new Error('no class of a hundred meets its third stop');
};

/** Every class that this page makes lasts: what it takes for the machine's own randomness does not vary. */
export const giveLastingLuck = async (page: Page): Promise<void> => {
  await page.addInitScript(
    (bytes) => {
      const own = crypto.getRandomValues.bind(crypto);
      const given = (into: Uint8Array<ArrayBuffer>): Uint8Array => {
        if (into.length !== bytes.length) return own(into);
        into.set(bytes);
        return into;
      };
      Object.defineProperty(crypto, 'getRandomValues', { value: given });
    },
    (luck ??= lastingLuck()),
  );
};

/** The seed of the lesson that is kept: nothing on screen may hold it before the debrief. */
export const seedKept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('bamboo-diplomacy-lessons');
        opening.onerror = () => reject(new Error('no lessons'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('games').objectStore('games').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const found = (all.result as { readonly record?: { readonly luck: { readonly seed: string } } }[]).find(({ record }) => record);
            resolve(found?.record?.luck.seed ?? '');
          };
        };
      }),
  );
