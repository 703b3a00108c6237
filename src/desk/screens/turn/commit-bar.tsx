import type { ComponentChildren } from 'preact';
import { t } from '../../../text/text.ts';
import { useAsked } from '../../parts/asked.ts';

export interface CapitalModel {
  readonly value: number;
  readonly max: number;
  /** How far it may be overdrawn, 0 or below. */
  readonly floor: number;
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Coins in hand, those the order would spend struck through, and what is left in words. */
export const Capital = ({ capital, spend }: { readonly capital: CapitalModel; readonly spend: number }) => {
  const { facts } = useAsked();
  const left = capital.value - spend;
  const debt = Math.max(0, -left);
  return (
    <div class="capital" role="group" aria-label={t('capital.full', { n: left, of: capital.max })}>
      <button type="button" class="cl opens" aria-haspopup="dialog" onClick={() => (facts.value = { kind: 'capital' })}>
        {t('capital.name')}
      </button>
      <span class="coins" aria-hidden="true">
        {range(0, capital.max).map((i) => (
          <i key={i} class={i < Math.min(left, capital.value) ? 'coin' : i < capital.value ? 'coin spent' : 'coin gone'} />
        ))}
        {range(0, debt).map((i) => (
          <i key={`debt${String(i)}`} class="coin debt" />
        ))}
      </span>
      <span class={left < 0 ? 'ca over' : 'ca'}>
        {spend === 0 ? capital.value : t('capital.after', { n: left < 0 ? `\u2212${String(-left)}` : left })}
        {left < 0 && <em> {t('capital.overdrawn')}</em>}
      </span>
      {left < 0 && <small class="owed">{t('capital.owed')}</small>}
    </div>
  );
};

export const CommitBar = ({ children }: { readonly children: ComponentChildren }) => <div class="commit">{children}</div>;
