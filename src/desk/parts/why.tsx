import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { useAsked } from './asked.ts';
import { Icon } from './icons.tsx';
import { Mark } from './marks.tsx';
import { SourceChips } from './source-chip.tsx';
import { Sparkline } from './sparkline.tsx';
import { percentOf, signedIn } from '../../telling/wording.ts';
import { plain } from '../../bundle/spell.ts';
import type { WhyNode, CauseModel } from '../../telling/why.ts';
import type { LedgerRowModel } from '../../telling/ledger.ts';

const Slice = ({ odds }: { readonly odds: number }) => {
  const share = Math.max(0.02, Math.min(0.98, odds / 1_000_000));
  const angle = 2 * Math.PI * share;
  const x = 12 + 8.5 * Math.sin(angle);
  const y = 12 - 8.5 * Math.cos(angle);
  return (
    <>
      <circle class="wg" cx="12" cy="12" r="8.5" />
      <path class="wg full" d={`M12 12V3.5A8.5 8.5 0 ${share > 0.5 ? '1' : '0'} 1 ${x.toFixed(1)} ${y.toFixed(1)}z`} />
    </>
  );
};

const Sign = ({ node }: { readonly node: WhyNode }) => {
  switch (node.kind) {
    case 'decision':
      return <path class="wg" d="M12 3l9 9-9 9-9-9z" />;
    case 'move':
      return <circle class="wg" cx="12" cy="12" r="3.5" />;
    case 'answers':
    case 'delay':
      return (
        <>
          <circle class="wg" cx="12" cy="12" r="8.5" />
          <path class="wl" d="M12 7v5l3.5 2.5" />
        </>
      );
    case 'rule':
    case 'reason':
      return (
        <>
          <rect class="wg" x="4" y="4" width="16" height="16" />
          <text class="wgt" x="12" y="16.5" text-anchor="middle">
            {node.kind === 'rule' ? '§' : '…'}
          </text>
        </>
      );
    case 'chance':
      return <Slice odds={node.odds} />;
    case 'source':
    case 'design':
      return (
        <>
          <path class="wg" d="M5 3h10l4 4v14H5z" />
          <text class="wgt" x="12" y="17" text-anchor="middle">
            {node.kind === 'source' ? '¶' : ''}
          </text>
        </>
      );
  }
};

/** A scale of 100: hatched up to the odds; where the draw may be shown, a tick where it fell. */
const DrawScale = ({ odds, drawn }: { readonly odds: number; readonly drawn: number | undefined }) => {
  const p = percentOf(odds);
  const at = drawn === undefined ? undefined : drawn / 10_000;
  return (
    <span class="scale">
      <span class="scale-bar" aria-hidden="true">
        <i class="p" style={{ width: `${String(p)}%` }} />
        {at !== undefined && <i class="d" style={{ left: `${String(at)}%` }} />}
      </span>
      <span>{at === undefined ? t('why.odds_only', { p }) : t('why.draw', { p, drawn: Math.floor(at) })}</span>
    </span>
  );
};

const Body = ({ node }: { readonly node: WhyNode }) => {
  switch (node.kind) {
    case 'decision':
    case 'answers':
    case 'delay':
    case 'rule':
    case 'reason':
      return (
        <>
          <span class="k">{node.label}</span>
          <span class={node.kind === 'reason' ? 'v said' : 'v'}>{node.title}</span>
        </>
      );
    case 'move':
      return (
        <>
          <span class="k">{t('why.odds_only', { p: percentOf(node.odds) })}</span>
          <span class="v">
            <Mark power={node.power} size={15} /> {node.label}
          </span>
        </>
      );
    case 'chance':
      return (
        <>
          <span class="k">{node.came ? t('why.chance_came') : t('why.chance_not')}</span>
          <span class="v">
            <DrawScale odds={node.odds} drawn={node.drawn} />
          </span>
        </>
      );
    case 'source':
      return (
        <>
          <span class="k">{t('why.source')}</span>
          <span class="v">
            <SourceChips claims={node.claims} />
          </span>
        </>
      );
    case 'design':
      return (
        <>
          <span class="k">{t('why.source')}</span>
          <span class="v ep">{t('why.design')}</span>
        </>
      );
  }
};

const Cause = ({ cause, scale }: { readonly cause: CauseModel; readonly scale: number }) => (
  <div class="cause">
    <p class="cause-head">
      <span>{cause.title}</span>
      <span>{signedIn(cause.share, scale)}</span>
    </p>
    <ol>
      {cause.nodes.map((node, i) => (
        <li key={i} class={`wn is-${node.kind}`}>
          <svg class="g" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <Sign node={node} />
          </svg>
          <div>
            <Body node={node} />
          </div>
        </li>
      ))}
    </ol>
    {cause.wanted !== undefined && <p class="n">{t('why.clamped', { wanted: plain(cause.wanted) })}</p>}
  </div>
);

/** Green or red where up is good; ink for stages and for what is neither good nor bad. */
const amountClass = ({ by, stages, upIsGood }: LedgerRowModel): string => {
  if (stages !== undefined) return 'amt word';
  if (!upIsGood) return 'amt';
  return by > 0 ? 'amt up' : 'amt dn';
};

/** One change; opening it shows why, down to the source. `led`: its largest cause stands under its name. */
const LedgerRow = ({ row, led }: { readonly row: LedgerRowModel; readonly led: boolean }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const { why: asked } = useAsked();
  const isAsked = asked.value === row.name;
  useEffect(() => {
    if (!isAsked) return;
    asked.value = undefined;
    setOpen(true);
    head.current?.scrollIntoView({ block: 'start' });
    head.current?.focus({ preventScroll: true });
  }, [isAsked]);
  const amount = row.stages === undefined ? signedIn(row.by, row.scale) : row.stages[1];
  return (
    <li>
      <button ref={head} type="button" class="lrow" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="down" size={16} />
        <span class="lw">
          <span class="what">{row.name}</span> {led && <span class="by">{row.lead}</span>}
        </span>
        <span class="spk">
          <Sparkline values={row.past} width={58} height={18} air={row.scale === 1 ? 0.4 : row.scale * 0.03} />
        </span>
        <span class={amountClass(row)}>{amount}</span>
      </button>
      <div id={id} class="why" hidden={!open}>
        {open && (
          <div class="branch">
            {[...row.causes, ...row.rest].map((cause, i) => (
              <Cause key={i} cause={cause} scale={row.scale} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
};

const SHOWN = 6;
/** Letters of a cause that stands under any but the largest of few changes. */
const BRIEF = 50;

/**
 * What changed, and why; all but the largest changes, `shown` of them, fold away. While they do, a cause is said once, under the first `led`
 * changes, and not where it was `told` before.
 */
export const LedgerList = ({
  rows,
  shown = SHOWN,
  led = shown,
  told = [],
}: {
  readonly rows: readonly LedgerRowModel[];
  readonly shown?: number;
  readonly led?: number;
  readonly told?: readonly string[];
}) => {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { why: asked } = useAsked();
  const more = rows.length - shown;
  const folded = !all && more > 1;
  const askedBelow = rows.slice(shown).some(({ name }) => name === asked.value);
  useEffect(() => {
    if (askedBelow) setAll(true);
  }, [askedBelow]);
  useEffect(
    () => () => {
      asked.value = undefined;
    },
    [],
  );
  const seen = folded ? rows.slice(0, shown) : rows;
  /** Whoever asked for more reads on with the first of it. */
  const unfold = (open: boolean): void => {
    setAll(open);
    if (open) requestAnimationFrame(() => list.current?.children[shown]?.querySelector('button')?.focus());
  };
  const news = (lead: string, i: number): boolean =>
    i < led && (i === 0 || lead.length <= BRIEF) && !told.includes(lead) && seen.findIndex((each) => each.lead === lead) === i;
  return (
    <>
      <ul ref={list} class="ledger">
        {seen.map((row, i) => (
          <LedgerRow key={row.id} row={row} led={!folded || news(row.lead, i)} />
        ))}
      </ul>
      {more > 1 && (
        <button type="button" class="more" aria-expanded={!folded} onClick={() => unfold(folded)}>
          <Icon name="down" size={14} />
          {folded ? t('after.more', { count: more }) : t('option.digits_hide')}
        </button>
      )}
    </>
  );
};
