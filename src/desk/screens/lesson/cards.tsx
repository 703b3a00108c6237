import type { Taps } from '../../../session/lesson/lesson.ts';
import { lt } from '../../../text/lesson/words.ts';
import { CornerMark } from './corner.tsx';
import type { CornerModel } from './context.ts';

export interface CardOption {
  readonly index: number;
  readonly title: string;
  /** Why it cannot be chosen now. */
  readonly not?: string;
}

/** One tap a corner for its answer, one for a minority that would answer otherwise. */
export const Cards = ({
  corners,
  options,
  taps,
  chair,
  alone = false,
  onTap,
  onDissent,
}: {
  readonly corners: readonly CornerModel[];
  readonly options: readonly CardOption[];
  readonly taps: Taps;
  readonly chair: string;
  /** One row, of whoever plays alone: no office, no minority. */
  readonly alone?: boolean;
  readonly onTap: (corner: string, option: number) => void;
  readonly onDissent: (corner: string) => void;
}) => (
  <table class="ls-table">
    <thead>
      <tr>
        <th scope="col">
          <span class="vh">{lt('stop.answers')}</span>
        </th>
        {options.map(({ index, title, not }, i) => (
          <th key={index} scope="col" class={not === undefined ? '' : 'is-shut'}>
            <b>{i + 1}</b>
            <span>{title}</span>
            {not !== undefined && <small>{not}</small>}
          </th>
        ))}
        {!alone && (
          <th scope="col">
            <span class="vh">{lt('stop.dissent')}</span>
          </th>
        )}
      </tr>
    </thead>
    <tbody>
      {corners.map(({ id, letter, name }) => (
        <tr key={id}>
          <th scope="row">
            {!alone && <CornerMark letter={letter} />}
            <span>
              {name}
              {id === chair && !alone && <small>{lt('corner.chair')}</small>}
            </span>
          </th>
          {options.map(({ index, title, not }, i) => (
            <td key={index}>
              <button
                type="button"
                class="ls-card"
                aria-pressed={taps.answers[id] === index}
                aria-label={lt('stop.tap', { name, n: i + 1, title })}
                disabled={not !== undefined}
                onClick={() => onTap(id, index)}
              >
                {i + 1}
              </button>
            </td>
          ))}
          {!alone && (
            <td>
              <button
                type="button"
                class="ls-dissent"
                aria-pressed={taps.dissents.includes(id)}
                aria-label={lt('stop.dissent_of', { name })}
                onClick={() => onDissent(id)}
              >
                {lt('stop.dissent')}
              </button>
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);
