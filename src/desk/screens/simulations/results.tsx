import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { End } from '../../../lab/ends.ts';
import { st } from '../../../text/simulations.ts';

/** What has been played so far, with the names of everything. */
export interface Shown {
  readonly readings: readonly string[];
  readonly endings: readonly string[];
  readonly policies: readonly { readonly id: string; readonly name: string }[];
  readonly ends: readonly End[];
}

/** Games drawn at most: more would lie on top of each other. */
const DOTS = 400;
const SIZE = 420;
const EDGE = 34;

const spanOf = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return st('lab.span', { middle: at(0.5), low: at(0.1), high: at(0.9) });
};

/** Shapes tell lines of conduct apart where colours do not: those beyond the eighth are hollow. */
const SHAPES = [
  'M0-4.5L4.5 4H-4.5Z',
  'M-3.8-3.8H3.8V3.8H-3.8Z',
  'M0-5L5 0L0 5L-5 0Z',
  'M-4.5-1H-1V-4.5H1V-1H4.5V1H1V4.5H-1V1H-4.5Z',
  'M0 4.5L4.5-4H-4.5Z',
  'M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z',
  'M-4.5 0L0-2L4.5 0L0 2Z',
  'M0-4.5L2 0L0 4.5L-2 0Z',
];

const markOf = (nth: number): string => `lab-dot c${String(nth % 4)}${nth < SHAPES.length ? '' : ' is-hollow'}`;

const Against = ({ shown, watch }: { readonly shown: Shown; readonly watch: (end: End) => void }) => {
  const { readings, policies, ends } = shown;
  const [across, setAcross] = useState(0);
  const [up, setUp] = useState(1);
  const [seen, setSeen] = useState<End | undefined>(undefined);
  const step = Math.max(1, Math.ceil(ends.length / DOTS));
  const dots = ends.filter((_, i) => i % step === 0);
  const at = (value: number): number => (value * SIZE) / 1000;
  const told = (end: End): string =>
    st('lab.watch', {
      policy: policies.find(({ id }) => id === end.policy)?.name ?? end.policy,
      seed: end.seed,
      x: readings[across] ?? '',
      xv: end.readings[across] ?? 0,
      y: readings[up] ?? '',
      yv: end.readings[up] ?? 0,
    });
  const pick = (label: string, value: number, change: (next: number) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => change(Number(event.currentTarget.value))}>
        {readings.map((name, i) => (
          <option key={name} value={i}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-labelledby="lab-against">
      <div class="sec">
        <h2 id="lab-against">{st('lab.against')}</h2>
        <span class="n">{st('lab.dots', { count: dots.length, all: ends.length })}</span>
      </div>
      <p class="lab-axes">
        {pick(st('lab.across'), across, setAcross)}
        {pick(st('lab.up'), up, setUp)}
      </p>
      <div class="lab-plot">
        <svg viewBox={`-${String(EDGE)} -6 ${String(SIZE + EDGE + 24)} ${String(SIZE + EDGE)}`} role="group" aria-labelledby="lab-against">
          <rect class="lab-field" width={SIZE} height={SIZE} />
          {[250, 500, 750].map((value) => (
            <path key={value} class="lab-grid" d={`M${String(at(value))} 0V${String(SIZE)}M0 ${String(at(value))}H${String(SIZE)}`} />
          ))}
          {[0, 500, 1000].map((value) => (
            <g key={value} class="lab-label" aria-hidden="true">
              <text x={at(value)} y={SIZE + 16} text-anchor="middle">
                {value}
              </text>
              <text x="-6" y={SIZE - at(value) + 4} text-anchor="end">
                {value}
              </text>
            </g>
          ))}
          {dots.map((end, i) => {
            const nth = policies.findIndex(({ id }) => id === end.policy);
            return (
              <path
                key={i}
                class={`${markOf(nth)} ${seen === end ? 'is-seen' : ''}`}
                role="button"
                tabIndex={i === 0 ? 0 : -1}
                aria-label={told(end)}
                d={SHAPES[nth % SHAPES.length]}
                transform={`translate(${String(at(end.readings[across] ?? 0))} ${String(SIZE - at(end.readings[up] ?? 0))})`}
                onClick={() => setSeen(end)}
                onFocus={() => setSeen(end)}
                onKeyDown={(event) => {
                  const marks = [...(event.currentTarget.parentElement?.querySelectorAll<SVGPathElement>('.lab-dot') ?? [])];
                  const by =
                    event.key === 'ArrowRight' || event.key === 'ArrowDown'
                      ? 1
                      : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
                        ? -1
                        : 0;
                  if (by !== 0) {
                    event.preventDefault();
                    marks[(marks.indexOf(event.currentTarget) + by + marks.length) % marks.length]?.focus();
                  } else if (event.key === 'Enter') watch(end);
                }}
              >
                <title>{told(end)}</title>
              </path>
            );
          })}
        </svg>
        <div>
          <ul class="lab-key">
            {policies.map(({ id, name }, nth) => (
              <li key={id}>
                <svg viewBox="-6 -6 12 12" width="14" height="14" aria-hidden="true">
                  <path class={markOf(nth)} d={SHAPES[nth % SHAPES.length]} />
                </svg>
                {name}
              </li>
            ))}
          </ul>
          {seen !== undefined && (
            <p class="lab-seen">
              {told(seen)}{' '}
              <button type="button" class="btn" onClick={() => watch(seen)}>
                {st('lab.watching')}
              </button>
            </p>
          )}
        </div>
      </div>
    </section>
  );
};

/** A table of lines of conduct by columns; `cell` says what a line's games come to there. */
const ByPolicy = ({
  id,
  title,
  shown: { policies, ends },
  columns,
  cell,
}: {
  readonly id: string;
  readonly title: string;
  readonly shown: Shown;
  readonly columns: readonly { readonly key: number; readonly name: string }[];
  readonly cell: (own: readonly End[], key: number) => ComponentChildren;
}) => (
  <section aria-labelledby={id}>
    <div class="sec">
      <h2 id={id}>{title}</h2>
    </div>
    <div class="lab-wide" tabIndex={0} role="group" aria-labelledby={id}>
      <table>
        <thead>
          <tr>
            <th scope="col">{st('lab.policy')}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((policy) => {
            const own = ends.filter((end) => end.policy === policy.id);
            return (
              <tr key={policy.id}>
                <th scope="row">{policy.name}</th>
                {columns.map(({ key }) => (
                  <td key={key}>{own.length === 0 ? '–' : cell(own, key)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  </section>
);

const shareOf = (own: readonly End[], ending: number): number =>
  Math.round((100 * own.filter((end) => end.ending === ending).length) / own.length);

/** What the games came to: readings and endings of every line of conduct, and two readings against each other. */
export const Results = ({ shown, watch }: { readonly shown: Shown; readonly watch: (end: End) => void }) => {
  const { readings, endings, ends } = shown;
  const named = (all: readonly string[]) => all.map((name, key) => ({ key, name }));
  return (
    <div class="lab-results">
      <ByPolicy
        id="lab-readings"
        title={st('lab.readings')}
        shown={shown}
        columns={named(readings)}
        cell={(own, key) => <span class="lab-span">{spanOf(own.map((end) => end.readings[key] ?? 0))}</span>}
      />
      <ByPolicy
        id="lab-ends"
        title={st('lab.ends')}
        shown={shown}
        columns={named(endings).filter(({ key }) => ends.some(({ ending }) => ending === key))}
        cell={(own, key) => (
          <span class="lab-share">
            {shareOf(own, key)}%
            <i style={{ width: `${String(shareOf(own, key))}%` }} aria-hidden="true" />
          </span>
        )}
      />
      <Against shown={shown} watch={watch} />
    </div>
  );
};
