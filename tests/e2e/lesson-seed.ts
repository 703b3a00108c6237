import type { Page } from '@playwright/test';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { SEED_LETTERS } from '../../src/engine/seed.ts';
import { menuNow, turnNow } from '../../src/session/game.ts';
import { choicesOfClass, makeClassCode, readClassCode, seedOfClass } from '../../src/session/lesson/class-code.ts';
import { answerStop, beginLesson, cornersOf, cutOf, instructed, standing, stopAhead } from '../../src/session/lesson/lesson.ts';
import { bundleOf, SCENARIO } from '../golden/build.ts';

interface Way {
  readonly cut: string;
  /** What the class keeps to between its stops: name of a policy. */
  readonly instruction: string;
  /** The answer of every corner at each stop, by its place among those that can be given. */
  readonly answers: readonly number[];
}

/** How many stops a class meets that gives these answers; fewer than there are answers where its game is over before, or no week lies between two. */
const stopsMet = (bundle: Bundle, luck: string, { cut, instruction, answers }: Way): number => {
  const ones = bundle.program.setup.filter(({ kind }) => kind === 'one').map(({ preset }) => preset);
  const terms = { cut, way: 'majority', writing: false, ones } as const;
  const read = readClassCode(makeClassCode(bundle, terms, luck));
  if (!read.ok) throw new Error(read.problem.message);
  let game = beginLesson(bundle, { seed: seedOfClass(read.value), choices: choicesOfClass(bundle, terms) }, terms);
  for (const [at, answer] of answers.entries()) {
    const ahead = stopAhead(game, cutOf(bundle, cut)!, at - 1, instruction);
    if (ahead === undefined || (at > 0 && ahead.turn === turnNow(game))) return at;
    game = standing(instructed(game, instruction), ahead.turn);
    const option = menuNow(game).situations[0]?.options.filter(({ legal }) => legal)[answer]?.option ?? -1;
    const taps = { answers: Object.fromEntries(cornersOf(bundle).map((corner) => [corner, option])), dissents: [] };
    const next = answerStop(game, ahead.stop, taps);
    if (next === undefined) return at;
    game = next;
  }
  return answers.length;
};

const WAYS = ['hedge', 'cautious'].flatMap((instruction) =>
  [0, 1].flatMap((one) => [0, 1].map((other) => ({ instruction, answers: [one, other, one] }))),
);

/** The first luck of a hundred that will do: indices of its letters. */
const luckThat = (does: (luck: string, bundle: Bundle) => boolean): readonly number[] => {
  const bundle = bundleOf(SCENARIO);
  for (let nth = 0; nth < 100; nth++) {
    const digits = Array.from(String(nth).padStart(6, '0'), Number);
    if (does(digits.map((digit) => SEED_LETTERS.charAt(digit)).join(''), bundle)) return digits;
  }
  throw new Error('no luck of a hundred will do');
};

let lasting: readonly number[] | undefined;

/** A class may lose its game before it has met a stop. Here it does not: each of some ways through the first stops of every cut comes to the third. */
const lastingLuck = (): readonly number[] =>
  luckThat((luck, bundle) =>
    bundle.catalogue.cuts!.every(({ id }) => WAYS.every((way) => stopsMet(bundle, luck, { ...way, cut: id }) === way.answers.length)),
  );

/** Luck under which the first answers, and doors kept open between them, bring a class of the shortest cut to two stops, and to no third. */
export const losingLuck = (): readonly number[] =>
  luckThat(
    (luck, bundle) => stopsMet(bundle, luck, { cut: bundle.catalogue.cuts![0]!.id, instruction: 'hedge', answers: [0, 0, 0] }) === 2,
  );

/** What every class that this page makes takes for the machine's own randomness. */
export const giveLuck = async (page: Page, luck: readonly number[]): Promise<void> => {
  await page.addInitScript((bytes) => {
    const own = crypto.getRandomValues.bind(crypto);
    const given = (into: Uint8Array<ArrayBuffer>): Uint8Array => {
      if (into.length !== bytes.length) return own(into);
      into.set(bytes);
      return into;
    };
    Object.defineProperty(crypto, 'getRandomValues', { value: given });
  }, luck);
};

/** Every class that this page makes lasts. */
export const giveLastingLuck = (page: Page): Promise<void> => giveLuck(page, (lasting ??= lastingLuck()));

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
