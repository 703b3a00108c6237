import { choicesIn } from '../lab/choices.ts';
import { STANCE_KINDS } from '../bundle/stance.ts';
import { loadScenario } from '../disk/load-files.ts';
import type { Call } from './main.ts';
import { table } from './output.ts';

/** `choices SCENARIO`: how many answers and acts of each stance there are towards each power and group. */
export const choices = ({ words, out, root }: Call): Promise<boolean> => {
  const loaded = loadScenario(words[0] ?? '', root, out);
  if (loaded === undefined) return Promise.resolve(false);
  const powers = choicesIn(loaded.bundle);
  out.tell({ powers });
  const rows = Object.entries(powers).map(([id, by]) => [id, ...STANCE_KINDS.map((kind) => `${by[kind].answers} + ${by[kind].acts}`)]);
  out.say('Answers + acts about each, by stance');
  table(
    [['about', ...STANCE_KINDS], ...rows],
    STANCE_KINDS.map((_, i) => i + 1),
  ).forEach((line) => out.say(line));
  return Promise.resolve(true);
};
