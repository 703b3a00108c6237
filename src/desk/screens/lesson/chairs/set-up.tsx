import type { Bundle, CutInfo } from '../../../../bundle/bundle.ts';
import { aimsFor, idOfAim } from '../../../../session/lesson/aims.ts';
import { capitalsOf } from '../../../../session/lesson/chairs.ts';
import type { Aims } from '../../../../session/lesson/chairs.ts';
import { cornersOf } from '../../../../session/lesson/lesson.ts';
import { aimWords } from '../../../lesson/briefing.ts';
import { ct } from '../../../../text/lesson/chairs.ts';

/** What is chosen of a lesson of chairs before it begins. */
export interface ChairsChoice {
  readonly people: number;
  readonly capitals: readonly string[];
  readonly aims: Aims;
}

export const FIRST_CHOICE: ChairsChoice = { people: 4, capitals: [], aims: 'drawn' };

/** Chairs take their time: shorter cuts are for a class in its corners, unless there are no others. */
const LEAST_MINUTES = 90;
export const cutsOfChairs = (cuts: readonly CutInfo[]): readonly CutInfo[] => {
  const long = cuts.filter(({ minutes }) => minutes >= LEAST_MINUTES);
  return long.length === 0 ? cuts : long;
};

/** Two decide; a table that is longer than this has people who only watch. */
const PEOPLE = [2, 3, 4, 5, 6] as const;
const AIMS = ['drawn', 'chosen', 'none'] as const;

/** People, capitals, aims. `say`: words of the scenario at its start. */
export const ChairsSetUp = ({
  bundle,
  say,
  choice,
  onChoose,
}: {
  readonly bundle: Bundle;
  readonly say: (key: string) => string;
  readonly choice: ChairsChoice;
  readonly onChoose: (choice: ChairsChoice) => void;
}) => {
  const { people, capitals, aims } = choice;
  const known = capitalsOf(bundle.program);
  const corners = cornersOf(bundle);
  const all = aimsFor(bundle);
  const kind = typeof aims === 'string' ? aims : 'chosen';
  const chosen = typeof aims === 'string' ? {} : aims;
  return (
    <>
      <fieldset class="one-of ls-people">
        <legend>{ct('people.legend')}</legend>
        <p>{ct('people.line')}</p>
        <div>
          {PEOPLE.map((n) => (
            <label key={n}>
              <input type="radio" name="people" checked={people === n} onClick={() => onChoose({ ...choice, people: n })} />
              <b>{n}</b>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="one-of ls-people">
        <legend>{ct('capitals.legend')}</legend>
        <p>{ct(known.length === 0 ? 'capitals.none' : 'capitals.line')}</p>
        <div>
          {known.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                name="capital"
                checked={capitals.includes(id)}
                onClick={() => onChoose({ ...choice, capitals: known.filter((each) => (each === id) !== capitals.includes(each)) })}
              />
              <b>{say(`power.${id}.capital`) || say(`power.${id}.name`)}</b>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="one-of">
        <legend>{ct('aims.legend')}</legend>
        {AIMS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="aims"
              checked={kind === each}
              onClick={() =>
                onChoose({
                  ...choice,
                  aims:
                    each === 'chosen'
                      ? Object.fromEntries(corners.map((chair, i) => [chair, idOfAim(all[i % all.length] ?? { kind: 'lead' })]))
                      : each,
                })
              }
            />
            <span>
              <b>{ct(`aims.${each}`)}</b>
              <small>{ct(`aims.${each}_line`)}</small>
            </span>
          </label>
        ))}
        {kind === 'chosen' &&
          corners.map((chair) => {
            const name = say(`viewpoint.${chair}.name`);
            return (
              <p key={chair} class="ls-give">
                <label>
                  {ct('aims.of', { name })}
                  <select
                    value={chosen[chair] ?? ''}
                    onChange={(event) => onChoose({ ...choice, aims: { ...chosen, [chair]: event.currentTarget.value } })}
                  >
                    {all.map((aim) => (
                      <option key={idOfAim(aim)} value={idOfAim(aim)}>
                        {aimWords(say, aim)}
                      </option>
                    ))}
                  </select>
                </label>
              </p>
            );
          })}
        <small>{ct('aims.invented')}</small>
      </fieldset>
    </>
  );
};
