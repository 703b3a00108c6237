import type { Catalogue } from '../bundle/bundle.ts';
import { compile } from '../engine/expression.ts';
import type { CompiledExpr } from '../engine/expression.ts';
import type { Slot } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { State } from '../engine/state.ts';

/** What games came to: by index, whether it ever happened. */
export interface Reach {
  readonly open: boolean[];
  readonly moved: boolean[];
  readonly held: boolean[];
}

/** What is looked for: variables by name, and conditions of texts by the key of the text. */
export interface Reachable {
  readonly variables: readonly { readonly name: string; readonly slot: Slot }[];
  readonly conditions: readonly { readonly text: string; readonly when: CompiledExpr }[];
}

export const reachableOf = (
  { program }: CompiledProgram,
  { variables, warnings, news, voices = [], questions = [], endings }: Catalogue,
): Reachable => ({
  variables: variables.map(({ name, slot }) => ({ name, slot })),
  conditions: [
    ...warnings.map(({ id, when }) => ({ text: `warning.${id}.text`, when: compile(program, when) })),
    ...voices.flatMap(({ id, when }) => (when === undefined ? [] : [{ text: `voice.${id}`, when: compile(program, when) }])),
    ...questions.flatMap(({ id, when }) => (when === undefined ? [] : [{ text: `question.${id}`, when: compile(program, when) }])),
    ...news.map(({ id, when }) => ({ text: `news.${id}`, when: compile(program, when) })),
    ...endings.flatMap(({ id, texts }) =>
      texts.flatMap(({ when }, i) => (when === undefined ? [] : [{ text: `ending.${id}.text.${i}`, when: compile(program, when) }])),
    ),
  ],
});

export const newReach = ({ program }: CompiledProgram, { variables, conditions }: Reachable): Reach => ({
  open: program.situations.map(() => false),
  moved: variables.map(() => false),
  held: conditions.map(() => false),
});

export const addReach = (whole: Reach, part: Reach): void => {
  for (const key of ['open', 'moved', 'held'] as const) part[key].forEach((yes, i) => (whole[key][i] ||= yes));
};

/** Looks at one game as it is played. */
export const watchReach = ({ program }: CompiledProgram, { variables, conditions }: Reachable, into: Reach) => {
  let first: State | undefined;
  const look = (state: State): void => {
    first ??= state.slice();
    variables.forEach(({ slot }, i) => (into.moved[i] ||= state[slot] !== first![slot]));
    conditions.forEach(({ when }, i) => (into.held[i] ||= when(state) !== 0));
  };
  return {
    turn: look,
    end: (state: State): void => {
      look(state);
      program.situations.forEach(({ seen }, i) => (into.open[i] ||= state[seen]! > 0));
    },
  };
};
