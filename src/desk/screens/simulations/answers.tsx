import type { Program } from '../../../engine/program.ts';
import { optionPlaces } from '../../../lab/ends.ts';
import { st } from '../../../text/simulations.ts';

/** By line of conduct, the counts of `Ends.options` of all its games. */
export type Chosen = ReadonlyMap<string, Int32Array>;

/** A situation that some game met: how often its answers were given. */
export interface Met {
  readonly id: string;
  readonly options: readonly string[];
  /** By line of conduct: times the situation was answered, and times with each of the options. */
  readonly by: readonly { readonly policy: string; readonly of: number; readonly times: readonly number[] }[];
}

/** Situations that were met, in the order of the scenario. */
export const metIn = (program: Program, policies: readonly string[], chosen: Chosen): readonly Met[] => {
  const places = optionPlaces(program);
  return program.situations.flatMap(({ id, options }, i): readonly Met[] => {
    const by = policies.map((policy) => {
      const times = [...(chosen.get(policy)?.slice(places[i], places[i + 1]) ?? options.map(() => 0))];
      return { policy, times, of: times.reduce((sum, each) => sum + each, 0) };
    });
    return by.every(({ of }) => of === 0) ? [] : [{ id, options: options.map((option) => option.id), by }];
  });
};

/** How often each answer was given, by line of conduct, behind a fold. */
export const Answers = ({
  met,
  policies,
  say,
}: {
  readonly met: readonly Met[];
  readonly policies: readonly { readonly id: string; readonly name: string }[];
  readonly say: (key: string) => string | undefined;
}) => (
  <details class="fold">
    <summary id="lab-answers">{st('answers.title')}</summary>
    <p class="n">{st('answers.note')}</p>
    <div class="lab-wide lab-answers" tabIndex={0} role="group" aria-labelledby="lab-answers">
      <table>
        <thead>
          <tr>
            <th scope="col">{st('answers.column')}</th>
            {policies.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {met.map(({ id, options, by }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup">{say(`situation.${id}.title`) ?? id}</th>
              {by.map(({ policy, of }) => (
                <td key={policy}>{st('answers.times', { count: of })}</td>
              ))}
            </tr>
            {options.map((option, nth) => (
              <tr key={option}>
                <th scope="row">{say(`situation.${id}.option.${option}.title`) ?? option}</th>
                {by.map(({ policy, of, times }) => (
                  <td key={policy}>{of === 0 ? '–' : `${String(Math.round((100 * (times[nth] ?? 0)) / of))}%`}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  </details>
);
