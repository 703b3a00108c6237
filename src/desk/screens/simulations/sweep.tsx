import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bundle } from '../../../bundle/bundle.ts';
import type { Ends } from '../../../lab/ends.ts';
import { beginningsOf, ownBeginnings, stepsOf, sweepablesOf, type Step, type Sweepable } from '../../../lab/sweep.ts';
import { newSeed } from '../../../session/seed.ts';
import { csvOf } from '../../../telling/csv.ts';
import { st } from '../../../text/simulations.ts';
import { handOut } from '../../game/hand-out.ts';
import { simulate } from '../../game/simulations.ts';
import { Icon } from '../../parts/icons.tsx';
import { announce } from '../../parts/live.tsx';

/** Games of each line of conduct at each step. */
const GAMES = 100;
/** Milliseconds between two pictures while games are played. */
const REDRAWN = 300;
const WIDTH = 420;
const HEIGHT = 240;
const EDGE = 34;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was asked for, and what came of it so far. */
interface Swept {
  readonly of: Sweepable;
  readonly lens: string;
  readonly policies: readonly Named[];
  readonly parts: readonly Ends[];
}

type State =
  | { readonly at: 'idle' | 'failed' }
  | { readonly at: 'playing'; readonly done: number; readonly count: number; readonly swept: Swept }
  | { readonly at: 'done'; readonly swept: Swept };

/** The middle game as a line and eight in ten as a band, by where the games began. */
const Picture = ({
  steps,
  own,
  label,
}: {
  readonly steps: readonly Step[];
  readonly own: readonly [number, number];
  readonly label: string;
}) => {
  const low = steps[0]?.value ?? 0;
  const high = steps.at(-1)?.value ?? 1;
  const x = (value: number): number => (high === low ? 0 : ((value - low) * WIDTH) / (high - low));
  const y = (value: number): number => HEIGHT - (value * HEIGHT) / 1000;
  const line = (points: readonly (readonly [number, number])[]): string =>
    points.map(([a, b]) => `${String(x(a))} ${String(y(b))}`).join('L');
  const above = steps.map(({ value, spread }) => [value, spread.p90] as const);
  const below = steps.map(({ value, spread }) => [value, spread.p10] as const).reverse();
  return (
    <svg
      class="sweep-picture"
      viewBox={`-${String(EDGE)} -8 ${String(WIDTH + EDGE + 24)} ${String(HEIGHT + EDGE)}`}
      role="img"
      aria-label={label}
    >
      <rect class="lab-field" width={WIDTH} height={HEIGHT} />
      <path class="lab-grid" d={[250, 500, 750].map((value) => `M0 ${String(y(value))}H${String(WIDTH)}`).join('')} />
      <path class="sweep-band" d={`M${line([...above, ...below])}Z`} />
      <rect class="sweep-own" x={x(own[0])} width={x(own[1]) - x(own[0])} height={HEIGHT} />
      <path class="sweep-line" d={`M${line(steps.map(({ value, spread }) => [value, spread.p50] as const))}`} />
      {steps.map(({ value, spread }) => (
        <circle key={value} class="sweep-mark" cx={x(value)} cy={y(spread.p50)} r="4" />
      ))}
      <g class="lab-label" aria-hidden="true">
        {steps.map(({ value }) => (
          <text key={value} x={x(value)} y={HEIGHT + 17} text-anchor="middle">
            {value}
          </text>
        ))}
        {[0, 500, 1000].map((value) => (
          <text key={value} x="-6" y={y(value) + 4} text-anchor="end">
            {value}
          </text>
        ))}
      </g>
    </svg>
  );
};

const takeSweep = ({ program, rulesHash }: Bundle, { of, lens, parts }: Swept, kind: 'csv' | 'json'): void => {
  const games = parts.flatMap(({ shifted, ends }) => ends.map((end) => ({ ...end, begins: shifted?.beginning.value ?? 0 })));
  const name = `${program.id}-sweep.${kind}`;
  if (kind === 'csv') {
    const columns = ['variable', 'begins', 'policy', 'seed', 'ending', 'early', ...program.readings.map(({ id }) => id)];
    const rows = games.map(({ begins, policy, seed, ending, readings }) => {
      const { id = '', early = false } = program.endings[ending] ?? {};
      return [of.name, begins, policy, seed, id, early ? 1 : 0, ...readings];
    });
    handOut(name, new Blob([csvOf(columns, rows)], { type: 'text/csv' }));
    return;
  }
  const all = games.map(({ begins, policy, seed, ending, readings }) => ({
    begins,
    policy,
    seed,
    ending: program.endings[ending]?.id,
    early: program.endings[ending]?.early === true,
    readings: Object.fromEntries(program.readings.map(({ id }, i) => [id, readings[i]])),
  }));
  const text = JSON.stringify({ scenario: program.id, rules: rulesHash, lens, variable: of.name, games: all });
  handOut(name, new Blob([text], { type: 'application/json' }));
};

/** One value shifted at the beginning, everything else and the seeds the same: what a reading comes to. */
export const Sweep = ({
  bundle,
  lens,
  policies,
  say,
}: {
  readonly bundle: Bundle;
  /** Empty where the scenario has none. */
  readonly lens: string;
  /** Lines of conduct that play. */
  readonly policies: readonly Named[];
  readonly say: (key: string) => string | undefined;
}) => {
  const all = sweepablesOf(bundle);
  const nameOf = ({ name, reading }: Sweepable): string =>
    (reading === undefined ? say(`variable.${name}.name`) : say(`reading.${reading}.name`)) ?? name;
  const [slot, setSlot] = useState(all[0]?.slot);
  const [reading, setReading] = useState(0);
  const [whose, setWhose] = useState('');
  const [state, setState] = useState<State>({ at: 'idle' });
  const calling = useRef(new AbortController());
  useEffect(() => () => calling.current.abort(), []);
  const of = all.find((each) => each.slot === slot);
  if (of === undefined) return null;

  const run = (): void => {
    if (policies.length === 0) return;
    calling.current = new AbortController();
    const { signal } = calling.current;
    const first = newSeed();
    const beginnings = beginningsOf(bundle, of.slot);
    const under = lens === '' ? {} : { lens };
    const count = GAMES * beginnings.length * policies.length;
    const asked = { of, lens, policies };
    const parts: Ends[] = [];
    let done = 0;
    let drawn = 0;
    const swept = (): Swept => ({ ...asked, parts: [...parts] });
    setWhose('');
    setState({ at: 'playing', done, count, swept: swept() });
    simulate({
      bundle,
      games: GAMES,
      policies: policies.map(({ id }) => id),
      each: true,
      beginnings,
      first,
      signal,
      ...under,
      onProgress: (played) => (done = played),
      onPart: (part) => {
        parts.push(part);
        if (performance.now() - drawn < REDRAWN) return;
        drawn = performance.now();
        setState({ at: 'playing', done, count, swept: swept() });
      },
    }).then(
      () => {
        setState({ at: 'done', swept: swept() });
        announce(st('lab.done', { count }));
      },
      () => setState(signal.aborted ? { at: 'done', swept: swept() } : { at: 'failed' }),
    );
  };

  const options = (list: readonly Sweepable[]) =>
    list.map((each) => (
      <option key={each.slot} value={each.slot}>
        {nameOf(each)}
      </option>
    ));
  const swept = 'swept' in state && state.swept.parts.length > 0 ? state.swept : undefined;
  const told = swept?.parts.filter(({ policy }) => whose === '' || policy === whose) ?? [];
  const own = ownBeginnings(told);
  const steps = stepsOf(bundle, told, reading);
  const shown = bundle.program.readings.map(({ id }) => say(`reading.${id}.name`) ?? id);
  return (
    <section class="sweep" aria-labelledby="lab-sweep">
      <div class="sec">
        <h2 id="lab-sweep">{st('sweep.title')}</h2>
      </div>
      <p>{st('sweep.lead', { games: GAMES })}</p>
      <p class="lab-axes">
        <label>
          {st('sweep.variable')}
          <select value={of.slot} disabled={state.at === 'playing'} onChange={(event) => setSlot(Number(event.currentTarget.value))}>
            <optgroup label={st('sweep.readings')}>{options(all.filter((each) => each.reading !== undefined))}</optgroup>
            <optgroup label={st('sweep.others')}>{options(all.filter((each) => each.reading === undefined))}</optgroup>
          </select>
        </label>
        {state.at === 'playing' && (
          <span class="lab-wait">
            <progress max={state.count} value={state.done} aria-label={st('sweep.title')} />
            <span class="n">{st('lab.playing', { done: state.done, count: state.count })}</span>
          </span>
        )}
        {/* One button, so that whoever pressed it still stands on it. */}
        <button
          type="button"
          class="btn sweep-run"
          aria-disabled={policies.length === 0 && state.at !== 'playing'}
          onClick={() => (state.at === 'playing' ? calling.current.abort() : run())}
        >
          {state.at === 'playing' ? st('lab.stop') : st('sweep.run')}
        </button>
      </p>
      {state.at === 'failed' && <p class="warned">{st('lab.failed')}</p>}
      {swept !== undefined && (
        <>
          <p class="lab-axes">
            <label>
              {st('sweep.reading')}
              <select value={reading} onChange={(event) => setReading(Number(event.currentTarget.value))}>
                {shown.map((name, i) => (
                  <option key={name} value={i}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {st('lab.policy')}
              <select value={whose} onChange={(event) => setWhose(event.currentTarget.value)}>
                <option value="">{st('sweep.all')}</option>
                {swept.policies.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </p>
          <p class="n" id="sweep-caption">
            {st('sweep.caption', {
              reading: shown[reading] ?? '',
              variable: nameOf(swept.of),
              own: own[0] === own[1] ? own[0] : st('sweep.from', { low: own[0], high: own[1] }),
            })}
          </p>
          <div class="lab-plot">
            <Picture steps={steps} own={own} label={st('sweep.picture', { reading: shown[reading] ?? '', variable: nameOf(swept.of) })} />
            <div class="lab-wide" tabIndex={0} role="group" aria-labelledby="lab-sweep">
              <table aria-labelledby="sweep-caption">
                <thead>
                  <tr>
                    {(['sweep.begins', 'sweep.middle', 'sweep.span', 'sweep.early', 'sweep.games'] as const).map((key) => (
                      <th key={key} scope="col">
                        {st(key)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {steps.map(({ value, spread, early, games }) => (
                    <tr key={value}>
                      <th scope="row">{value}</th>
                      <td>{spread.p50}</td>
                      <td class="lab-span">{st('sweep.from', { low: spread.p10, high: spread.p90 })}</td>
                      <td>{Math.round((100 * early) / games)}%</td>
                      <td>{games}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
          {state.at === 'done' && (
            <p class="lab-take">
              {(['csv', 'json'] as const).map((kind) => (
                <button key={kind} type="button" class="btn" onClick={() => takeSweep(bundle, swept, kind)}>
                  <Icon name="sheet" />
                  {st(`sweep.${kind}`)}
                </button>
              ))}
            </p>
          )}
        </>
      )}
    </section>
  );
};
