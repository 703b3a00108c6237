import type { Bundle } from '../bundle/bundle.ts';
import { kindsOf } from '../bundle/stance.ts';
import type { StanceKind } from '../bundle/stance.ts';

/** Answers of situations and acts of those who play. */
export interface Choice {
  readonly answers: number;
  readonly acts: number;
}

/** By power and group that does not play itself, what may be ordered about it of each stance. */
export const choicesIn = ({
  program,
  catalogue,
}: Pick<Bundle, 'program' | 'catalogue'>): Readonly<Record<string, Readonly<Record<StanceKind, Choice>>>> => {
  const kindOf = kindsOf(catalogue);
  const [played] = program.seats;
  const answers = program.situations.flatMap(({ options }) => options);
  const acts = program.acts.filter(({ seat }) => seat === 0);
  const count = (of: readonly { readonly stance?: string; readonly about: readonly string[] }[], id: string, kind: StanceKind): number =>
    of.filter(({ stance, about }) => stance !== undefined && kindOf(stance) === kind && about.includes(id)).length;
  const about = [...catalogue.powers, ...catalogue.groups].map(({ id }) => id).filter((id) => id !== played?.id);
  const of = (id: string, kind: StanceKind): Choice => ({ answers: count(answers, id, kind), acts: count(acts, id, kind) });
  return Object.fromEntries(
    about.map((id) => [
      id,
      {
        hedge: of(id, 'hedge'),
        partner: of(id, 'partner'),
        align: of(id, 'align'),
        resist: of(id, 'resist'),
        defer: of(id, 'defer'),
      },
    ]),
  );
};
