import { t } from '../../text/text.ts';
import { useAsked } from './asked.ts';
import { Arrow } from './icons.tsx';
import { Sparkline } from './sparkline.tsx';
import { bandWord, signed } from '../../telling/wording.ts';
import { plain } from '../../bundle/spell.ts';
import type { ReadingModel } from '../../telling/readings.ts';

const share = (value: number): string => `${String(Math.max(0, Math.min(1000, value)) / 10)}%`;

export const Gauge = ({ value, range, was }: Pick<ReadingModel, 'value' | 'range' | 'was'>) => {
  const low = value + (range?.low ?? 0);
  const high = value + (range?.high ?? 0);
  return (
    <div class="gauge" aria-hidden="true">
      <i class="tr" />
      <i class={value < 500 ? 'fl warn' : 'fl'} style={{ width: share(value) }} />
      <i class="bt" style={{ left: '25%' }} />
      <i class="bt" style={{ left: '50%' }} />
      <i class="bt" style={{ left: '75%' }} />
      <i class={range ? 'wh' : 'wh none'} style={{ left: share(low), width: share(Math.min(1000, high) - Math.max(0, low)) }} />
      {was !== undefined && <i class="was" style={{ left: share(was) }} />}
      <i class="mk0" style={{ left: share(value) }} />
    </div>
  );
};

/** Opens the reasons of a reading's change. */
export type AskWhy = (name: string) => void;

const Reading = ({ reading, onWhy }: { readonly reading: ReadingModel; readonly onWhy: AskWhy | undefined }) => {
  const { facts } = useAsked();
  const { name, value, past, range, was } = reading;
  const word = bandWord(value);
  const change = was === undefined ? 0 : value - was;
  const full =
    range === undefined
      ? t('reading.full', { name, word, value })
      : t('reading.full_range', { name, word, value, span: range.span, low: plain(value + range.low), high: plain(value + range.high) });
  const label = change === 0 ? full : `${full}; ${t('reading.changed', { by: signed(change) })}`;
  return (
    <div class="read" role="group" aria-label={label} title={label}>
      <button type="button" class="rl opens" aria-haspopup="dialog" onClick={() => (facts.value = { kind: 'reading', id: reading.id })}>
        {name}
      </button>
      <div class={value < 500 ? 'rw warn' : 'rw'}>
        {word}
        {change === 0 ? (
          <Sparkline values={past} />
        ) : onWhy === undefined ? (
          <span class={change > 0 ? 'ch up' : 'ch dn'}>
            <Arrow drift={change > 0 ? 'up' : 'down'} />
            {signed(change)}
          </span>
        ) : (
          <button
            type="button"
            class={change > 0 ? 'ch up' : 'ch dn'}
            aria-label={t('reading.why', { name, by: signed(change) })}
            onClick={() => onWhy(name)}
          >
            <Arrow drift={change > 0 ? 'up' : 'down'} />
            {signed(change)}
          </button>
        )}
      </div>
      <Gauge value={value} {...(range === undefined ? {} : { range })} {...(was === undefined ? {} : { was })} />
    </div>
  );
};

/** The five readings side by side: never summed. */
export const Readings = ({ readings, onWhy }: { readonly readings: readonly ReadingModel[]; readonly onWhy?: AskWhy | undefined }) => (
  <section class="reads" aria-label={t('reading.all')}>
    {readings.map((reading) => (
      <Reading key={reading.id} reading={reading} onWhy={onWhy} />
    ))}
  </section>
);
