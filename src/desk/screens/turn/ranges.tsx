import { t } from '../../../text/text.ts';
import { Arrow } from '../../parts/icons.tsx';
import { driftOf, signed } from '../../../telling/wording.ts';
import type { CellModel, RangeModel } from '../../../telling/outlook.ts';

/** A change of this many per mille reaches the end of a band. */
const REACH = 120;

const at = (change: number): number => 50 + (50 * Math.max(-REACH, Math.min(REACH, change))) / REACH;

/** A range kept a range: a strip about zero, rising right in green, falling left hatched, the middle marked. */
const Band = ({ range }: { readonly range: RangeModel }) => {
  const left = at(Math.min(0, range.low));
  const right = at(Math.max(0, range.high));
  const from = at(Math.max(0, range.low));
  const to = at(Math.min(0, range.high));
  return (
    <span class="band" aria-hidden="true">
      <i class="dn" style={{ left: `${String(left)}%`, width: `${String(Math.max(0, to - left))}%` }} />
      <i class="up" style={{ left: `${String(from)}%`, width: `${String(Math.max(0, right - from))}%` }} />
      <i class="zero" />
      <i class="mid" style={{ left: `${String(at(range.mid))}%` }} />
    </span>
  );
};

const RangeCell = ({ range, digits }: { readonly range: RangeModel; readonly digits: boolean }) => {
  const drift = driftOf(range.low, range.high);
  return (
    <li class={`rg is-${drift}`}>
      <span class="rn">
        <Arrow drift={drift} />
        {range.name} <em>{t(`drift.${drift}`)}</em>
      </span>
      <Band range={range} />
      {digits && (
        <span class="rd" title={t('option.median', { value: signed(range.mid) })}>
          {signed(range.low)}…{signed(range.high)}
        </span>
      )}
    </li>
  );
};

const WAYS = { '-1': 'down', '0': 'still', '1': 'up' } as const;

/** Differences to another answer. Where there is none the cell keeps its place and stays empty. */
export const Cells = ({ cells }: { readonly cells: readonly CellModel[] }) => (
  <ul class="rgs">
    {cells.map((cell) => {
      const drift = WAYS[`${cell.way}`];
      return (
        <li key={cell.reading} class={`rg is-${drift}`}>
          <span class="rn">
            {cell.way !== 0 && <Arrow drift={drift} />}
            {cell.name} <em>{t(cell.way === 0 ? 'drift.same' : `drift.${drift}`)}</em>
          </span>
          {cell.way === 0 ? <span class="band is-empty" aria-hidden="true" /> : <Band range={cell} />}
        </li>
      );
    })}
  </ul>
);

export const Ranges = ({ ranges, digits = false }: { readonly ranges: readonly RangeModel[]; readonly digits?: boolean }) => (
  <ul class={digits ? 'rgs five' : 'rgs'}>
    {ranges.map((range) => (
      <RangeCell key={range.reading} range={range} digits={digits} />
    ))}
  </ul>
);

/** Holds the place of three ranges while they are worked out, so that nothing moves when they arrive. */
export const RangesPending = () => (
  <ul class="rgs pending" aria-label={t('option.waiting')}>
    {[0, 1, 2].map((i) => (
      <li key={i} class="rg">
        <span class="rn">{'\u00a0'}</span>
        <span class="band">
          <i class="zero" />
        </span>
      </li>
    ))}
  </ul>
);
