import type { ComponentChildren } from 'preact';
import { t } from '../../text/text.ts';
import { Seals, type SealModel } from '../seals.tsx';

export interface ClockModel {
  readonly date: string;
  /** `Week 7 of 26`. */
  readonly turn: string;
  /** Decision stop, from 1. */
  readonly stop: number;
  readonly at: number;
  readonly of: number;
  readonly exploration: boolean;
}

/** One stroke a turn; the present one is taller and red. */
export const Ticks = ({ at, of }: { readonly at: number; readonly of: number }) => (
  <svg class="ticks" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {Array.from({ length: of }, (_, i) => (
      <path
        key={i}
        class={i === at ? 'now' : i < at ? 'on' : ''}
        d={`M${(2 + (i * 96) / Math.max(1, of - 1)).toFixed(1)} ${i === at ? '0' : i < at ? '1.5' : '3'}V9`}
      />
    ))}
  </svg>
);

export const TopBar = ({
  clock,
  seals,
  children,
}: {
  readonly clock: ClockModel;
  readonly seals: readonly SealModel[];
  readonly children?: ComponentChildren;
}) => (
  <header class="topbar">
    <div class="when">
      <h1 class="date">{clock.date}</h1>
      <p class="t">
        <span>
          {clock.turn}
          {clock.stop > 0 && <> · {t('clock.stop', { n: clock.stop })}</>}
          {clock.exploration && (
            <>
              {' · '}
              <span class="ex" title={t('clock.exploration_hint')}>
                {t('clock.exploration')}
              </span>
            </>
          )}
        </span>
        <Ticks at={clock.at} of={clock.of} />
      </p>
    </div>
    <Seals seals={seals} />
    <div class="tools">{children}</div>
  </header>
);
