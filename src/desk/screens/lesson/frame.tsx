import type { ComponentChildren } from 'preact';
import { datesAt } from '../../../telling/clock.ts';
import { closesAt } from '../../../session/lesson/clock.ts';
import { locale } from '../../../text/text.ts';
import { lt } from '../../../text/lesson/words.ts';
import { LanguageSwitch, ThemeSwitch } from '../../parts/language-switch.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLesson, type Scene } from './context.ts';
import { Forget } from './forget.tsx';

/** The time of day, as it is read off the wall. */
const timeOf = (at: number): string =>
  new Date(at).toLocaleTimeString(locale.value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A screen of the lesson: a line above, the text, and what the one who leads may tap. */
export const Screen = ({
  scene,
  turn,
  name,
  children,
  foot,
}: {
  readonly scene: Scene;
  /** The turn that is spoken of; none where the screen is about no moment. */
  readonly turn?: number;
  readonly name: string;
  readonly children: ComponentChildren;
  readonly foot: ComponentChildren;
}) => {
  const store = useLesson();
  const { address } = useDesk();
  const { place, teller } = scene;
  const stops = store.cut.value?.stops ?? [];
  const last = place.sittings >= Math.max(1, ...stops.map(({ sitting }) => sitting));
  const close = timeOf(closesAt(place.sitting, last));
  return (
    <div class={`ls ls-${name}`}>
      <header class="ls-top">
        {turn !== undefined && (
          <p>
            <b>{lt('stop.at', { n: place.stop + 1, of: stops.length })}</b>
            <span>{datesAt(teller, turn)}</span>
          </p>
        )}
        <p class="ls-close">{place.scene !== 'debrief' && lt(last ? 'stop.debrief_at' : 'stop.break_at', { time: close })}</p>
        <details class="ls-menu">
          <summary aria-label={lt('lesson.leave')}>⋯</summary>
          <div>
            <LanguageSwitch />
            <ThemeSwitch />
            <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'home' })}>
              {lt('lesson.leave')}
            </button>
            <Forget />
          </div>
        </details>
      </header>
      <main id="main" class="ls-main">
        {children}
      </main>
      {!store.kept.value && (
        <p class="ls-unkept" role="alert">
          {lt('lesson.unkept')}
        </p>
      )}
      <footer class="ls-foot">{foot}</footer>
    </div>
  );
};
