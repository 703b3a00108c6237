import type { ComponentChildren } from 'preact';
import { t } from '../../text/text.ts';
import { Ticks } from './ticks.tsx';
import { Seals } from './seals.tsx';
import type { SealModel } from '../../telling/seals.ts';
import type { ClockModel } from '../../telling/clock.ts';

export const TopBar = ({
  clock,
  seals,
  onAsk,
  titled = true,
  onBranch,
  children,
}: {
  readonly clock: ClockModel;
  readonly seals: readonly SealModel[];
  /** Opens what a principle is. */
  readonly onAsk: (id: string) => void;
  /** Whether the date is the heading of the page. */
  readonly titled?: boolean;
  /** Opens the ways from a branch, where it is said that this is one. */
  readonly onBranch?: () => void;
  readonly children?: ComponentChildren;
}) => (
  <header class="topbar">
    <div class="when">
      {titled ? <h1 class="date">{clock.date}</h1> : <p class="date">{clock.date}</p>}
      <p class="t">
        <span>
          {clock.turn}
          {clock.stop > 0 && <> · {t('clock.stop', { n: clock.stop })}</>}
          {clock.exploration && (
            <>
              {' · '}
              {onBranch === undefined ? (
                <span class="ex" title={t('clock.exploration_hint')}>
                  {t('clock.exploration')}
                </span>
              ) : (
                <button type="button" class="ex opens" aria-haspopup="dialog" title={t('clock.exploration_hint')} onClick={onBranch}>
                  {t('clock.exploration')}
                </button>
              )}
            </>
          )}
        </span>
        <Ticks at={clock.at} of={clock.of} />
      </p>
    </div>
    <Seals seals={seals} onAsk={onAsk} />
    <div class="tools">{children}</div>
  </header>
);
