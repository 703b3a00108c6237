import { useEffect, useRef } from 'preact/hooks';
import { clockWords, isPaused, leftAt, phasesOf } from '../../../session/lesson/clock.ts';
import type { Clock, Form, Phase } from '../../../session/lesson/clock.ts';
import { announce } from '../../parts/live.tsx';
import { Icon } from '../../parts/icons.tsx';
import { ct } from '../../../text/lesson/chairs.ts';
import { lt } from '../../../text/lesson/words.ts';
import { useLesson } from './context.ts';

/** Seconds left at which the clock is spoken. */
const SPOKEN = [120, 60, 15];

/** What a phase is called: where chairs are held, cards are ballots. */
const phaseWords = (phase: Phase, form: Form): string => {
  if (phase === 'briefing' || phase === 'uncovering' || (phase === 'cards' && form === 'chairs')) return ct(`phase.${phase}`);
  return lt(`phase.${phase}`);
};

/** The clock for all to see, and what it does. */
export const ClockBar = ({ clock, now }: { readonly clock: Clock; readonly now: number }) => {
  const store = useLesson();
  const left = leftAt(clock, now);
  const seconds = Math.ceil(left / 1000);
  const before = useRef(seconds);
  const form = store.form.value;
  const phase = phaseWords(clock.phase, form);
  useEffect(() => {
    const passed = SPOKEN.find((mark) => before.current > mark && seconds <= mark);
    if (passed !== undefined && !isPaused(clock)) announce(lt('clock.left', { phase, time: clockWords(passed * 1000) }));
    before.current = seconds;
  }, [seconds, clock.phase]);
  return (
    <div class="ls-clock">
      <span
        class={left === 0 ? 'ls-time is-up' : isPaused(clock) ? 'ls-time is-still' : 'ls-time'}
        role="timer"
        aria-label={lt('clock.label', { phase, time: clockWords(left) })}
      >
        {clockWords(left)}
      </span>
      <ol class="ls-phases">
        {phasesOf(form).map((each) => (
          <li key={each} {...(each === clock.phase ? { 'aria-current': 'step' } : {})}>
            {phaseWords(each, form)}
          </li>
        ))}
      </ol>
      <div class="ls-clock-acts" role="group" aria-label={lt('clock.controls')}>
        <button type="button" class="btn quiet" onClick={store.pause}>
          <Icon name={isPaused(clock) ? 'next' : 'pause'} />
          {lt(isPaused(clock) ? 'clock.resume' : 'clock.pause')}
        </button>
        <button type="button" class="btn quiet" aria-label={lt('clock.more_label')} onClick={store.extend}>
          {lt('clock.more')}
        </button>
      </div>
    </div>
  );
};
