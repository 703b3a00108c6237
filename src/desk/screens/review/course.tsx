import type { Chronicle } from '../../../session/chronicle.ts';
import { courseOf } from '../../../telling/course.ts';
import type { Teller } from '../../../telling/teller.ts';
import { bandWord, signed } from '../../../telling/wording.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { Arrow } from '../../parts/icons.tsx';
import { StanceShape } from '../../parts/stance-shape.tsx';
import { Part } from './part.tsx';

const WIDTH = 720;
const HEIGHT = 46;
const EDGE = 8;
/** Room kept above and below a line, per mille. */
const AIR = 40;

/** Each reading over the whole game, on its own scale, with the answers on the line. */
export const CoursePart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { moments, readings, marks } = courseOf(teller, now);
  const x = (moment: number): number => EDGE + (moment * (WIDTH - 2 * EDGE)) / Math.max(1, moments - 1);
  return (
    <Part name="rv-course" title={rt('course.title')} note={rt('course.note')}>
      <div class="course-row marks">
        <span />
        <svg viewBox={`0 0 ${String(WIDTH)} 22`} role="list" aria-label={t('review.stops')}>
          {marks.map(({ turn, stance, told }, i) => (
            <g key={i} role="listitem" aria-label={told} transform={`translate(${String(x(turn))} 11)`}>
              <title>{told}</title>
              <StanceShape kind={stance.kind} />
            </g>
          ))}
        </svg>
        <span />
      </div>
      {readings.map(({ id, name, values, told }) => {
        const [low, high] = [Math.min(...values) - AIR, Math.max(...values) + AIR];
        const y = (value: number): number => HEIGHT - ((value - low) * HEIGHT) / (high - low);
        const [first = 0, last = 0] = [values[0], values.at(-1)];
        return (
          <div key={id} class="course-row">
            <span class="course-name">{name}</span>
            <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={told}>
              {marks.map(({ turn }, i) => (
                <line key={i} class="course-stop" x1={x(turn)} x2={x(turn)} y1="0" y2={HEIGHT} />
              ))}
              <path class="course-line" d={`M${values.map((value, i) => `${String(x(i))} ${y(value).toFixed(1)}`).join('L')}`} />
              {marks.map(({ turn }, i) => (
                <circle key={i} class="course-dot" cx={x(turn)} cy={y(values[turn] ?? 0)} r="2.4" />
              ))}
            </svg>
            <span class="course-end">
              <span>
                {bandWord(first)} <span aria-hidden="true">→</span>
                <span class="vh">{t('review.to')}</span> {bandWord(last)}
              </span>
              <span class={last >= first ? 'ch up' : 'ch dn'}>
                <Arrow drift={last > first ? 'up' : last < first ? 'down' : 'still'} />
                {last === first ? t('review.no_change') : signed(last - first)}
              </span>
            </span>
          </div>
        );
      })}
    </Part>
  );
};
