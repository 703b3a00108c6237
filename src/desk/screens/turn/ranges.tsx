import { t } from '../../../text/text.ts';
import { Arrow } from '../../parts/icons.tsx';
import { driftOf, signed } from '../../../telling/wording.ts';
import type { CellModel, RangeModel } from '../../../telling/outlook.ts';

/** A change of this many per mille reaches the end of a band. */
const REACH = 120;
/** A difference of this many does: drift has gone out of it. */
const CELL_REACH = 80;

const at = (change: number, reach = REACH): number => 50 + (50 * Math.max(-reach, Math.min(reach, change))) / reach;

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

/** A difference: a stroke from nothing to what it most often is, and a line over what it may be. */
const Stroke = ({ cell }: { readonly cell: CellModel }) => {
  const place = (change: number): number => at(change, CELL_REACH);
  const between = (a: number, b: number) => ({ left: `${String(Math.min(a, b))}%`, width: `${String(Math.abs(b - a))}%` });
  return (
    <span class="band" aria-hidden="true">
      <i class={cell.way > 0 ? 'up' : 'dn'} style={between(place(0), place(cell.mid))} />
      <i class="whisk" style={between(place(cell.low), place(cell.high))} />
      <i class="zero" />
    </span>
  );
};

const RangeCell = ({ range }: { readonly range: RangeModel }) => {
  const drift = driftOf(range.low, range.high);
  return (
    <li class={`rg is-${drift}`}>
      <span class="rn">
        <Arrow drift={drift} />
        {range.name} <em>{t(`drift.${drift}`)}</em>
      </span>
      <Band range={range} />
      <span class="rd" title={t('option.median', { value: signed(range.mid) })}>
        {signed(range.low)}…{signed(range.high)}
      </span>
    </li>
  );
};

const WAYS = { '-1': 'down', '0': 'still', '1': 'up' } as const;

/** What this answer changes against another one, under the heads of the same columns for all; a cell without a difference stays empty. */
export const Cells = ({ cells }: { readonly cells: readonly CellModel[] }) => (
  <ul class="cells">
    {cells.map((cell) => {
      const drift = WAYS[`${cell.way}`];
      return (
        <li key={cell.reading} class={`is-${drift}`}>
          <span class="vh">
            {cell.name} {t(cell.way === 0 ? 'drift.same' : `drift.${drift}`)}
          </span>
          {cell.way !== 0 && (
            <>
              <Arrow drift={drift} size={13} />
              <Stroke cell={cell} />
            </>
          )}
        </li>
      );
    })}
  </ul>
);

/** The readings that head the columns of a stop; their place is kept while they are worked out. */
export const CellHeads = ({ cells }: { readonly cells: readonly CellModel[] | undefined }) => (
  <div class="cells heads" aria-hidden="true">
    {cells === undefined ? <span>{'\u00a0'}</span> : cells.map(({ reading, name }) => <span key={reading}>{name}</span>)}
  </div>
);

/** The likely changes of every reading, in figures. */
export const Ranges = ({ ranges }: { readonly ranges: readonly RangeModel[] }) => (
  <ul class="rgs five">
    {ranges.map((range) => (
      <RangeCell key={range.reading} range={range} />
    ))}
  </ul>
);

/** Holds the place of the cells while they are worked out, so that nothing moves when they arrive. */
export const CellsPending = () => (
  <ul class="cells pending" aria-label={t('option.waiting')}>
    {[0, 1, 2].map((i) => (
      <li key={i} />
    ))}
  </ul>
);
