import type { Catalogue } from '../bundle/bundle.ts';
import type { CompiledExpr } from '../engine/expression.ts';
import { compile } from '../engine/expression.ts';
import type { SeatOrder } from '../engine/order.ts';
import { ENDING } from '../engine/program.ts';
import type { SourceRef } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Seed } from '../engine/seed.ts';
import type { State } from '../engine/state.ts';

/** A text that took something for granted which did not hold where it was shown. */
export interface FalseText {
  /** Prose key. */
  readonly text: string;
  readonly place: SourceRef;
  times: number;
  /** The first game in which it was false. */
  readonly seed: Seed;
  readonly turn: number;
}

interface Said {
  readonly text: string;
  readonly place: SourceRef;
  readonly holds: CompiledExpr;
}

/** Every `says` of a scenario, ready to be asked. */
export interface SaidTexts {
  /** By situation: brief and views. */
  readonly briefs: readonly (readonly Said[])[];
  /** By situation and option. */
  readonly outcomes: readonly (readonly (Said | undefined)[])[];
  /** By ending: the paragraphs that are shown and say something. */
  readonly endings: readonly (readonly (Said & { readonly shown: CompiledExpr | undefined })[])[];
}

export const saidTexts = ({ program }: CompiledProgram, { situations, endings }: Pick<Catalogue, 'situations' | 'endings'>): SaidTexts => ({
  briefs: program.situations.map(({ id, at }, i) => {
    const info = situations[i];
    const brief = info?.says === undefined ? [] : [{ text: `situation.${id}.brief`, place: at, holds: compile(program, info.says) }];
    const views = (info?.views ?? []).flatMap(({ viewpoint, says }) =>
      says === undefined ? [] : [{ text: `situation.${id}.view.${viewpoint}`, place: at, holds: compile(program, says) }],
    );
    return [...brief, ...views];
  }),
  outcomes: program.situations.map(({ id, options }, i) =>
    options.map((option, o) => {
      const says = situations[i]?.options[o]?.says;
      return says === undefined
        ? undefined
        : { text: `situation.${id}.option.${option.id}.outcome`, place: option.at, holds: compile(program, says) };
    }),
  ),
  endings: program.endings.map(({ id }, i) =>
    (endings[i]?.texts ?? []).flatMap(({ when, says }, n) =>
      says === undefined
        ? []
        : [
            {
              text: `ending.${id}.text.${n}`,
              place: -1,
              holds: compile(program, says),
              shown: when === undefined ? undefined : compile(program, when),
            },
          ],
    ),
  ),
});

/** Looks at one game as it is played: asks of each text shown whether what it takes for granted holds. */
export const watchTexts = ({ program }: CompiledProgram, said: SaidTexts, seed: Seed, into: Map<string, FalseText>) => {
  let before: SeatOrder | undefined;
  let turn = 0;
  const ask = (each: Said | undefined, state: State): void => {
    if (each === undefined || each.holds(state) !== 0) return;
    const known = into.get(each.text);
    if (known === undefined) into.set(each.text, { text: each.text, place: each.place, times: 1, seed, turn });
    else known.times++;
  };
  const outcomes = (state: State): void => {
    for (const { situation, option } of before?.answers ?? []) ask(said.outcomes[situation]?.[option], state);
  };
  return {
    turn: (state: State, order: SeatOrder): void => {
      outcomes(state);
      for (const [i, { status }] of program.situations.entries())
        if (state[status] !== 0) for (const each of said.briefs[i]!) ask(each, state);
      before = order;
      turn++;
    },
    end: (state: State): void => {
      outcomes(state);
      for (const each of said.endings[state[ENDING]! - 1] ?? []) if (each.shown === undefined || each.shown(state) !== 0) ask(each, state);
    },
  };
};
