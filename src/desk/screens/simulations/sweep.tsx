import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bundle } from '../../../bundle/bundle.ts';
import { LENS, lensesOf } from '../../../bundle/lens.ts';
import type { Ends } from '../../../lab/ends.ts';
import { ownBeginnings, placeOf, stepJobsOf, stepsOf, sweepablesOf, type Step, type Sweepable } from '../../../lab/sweep.ts';
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
/** Width of what stands for eight games in ten where the steps are no scale. */
const BAR = 44;

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

/** A step as it is told: where it lies and what is written below it. */
interface Told extends Step {
  readonly name: string;
}

/** Letters of a line below the picture. */
const LETTERS = 17;
const LINE = 13;

/** A name in lines that stand below a step of a picture. */
const linesOf = (name: string): readonly string[] =>
  name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= LETTERS ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);

/** The middle game and eight in ten, by where the games began: as a line and a band, or, where the steps are no scale, each for itself. */
const Picture = ({
  steps,
  own,
  label,
}: {
  readonly steps: readonly Told[];
  /** From where to where the rules themselves begin; absent where the steps are no scale. */
  readonly own: readonly [number, number] | undefined;
  readonly label: string;
}) => {
  const low = steps[0]?.at ?? 0;
  const high = steps.at(-1)?.at ?? 1;
  const names = steps.map(({ name }) => (own === undefined ? linesOf(name) : [name]));
  const below = Math.max(0, ...names.map(({ length }) => length - 1)) * LINE;
  const x = (nth: number, at: number): number =>
    own === undefined ? ((nth + 0.5) * WIDTH) / steps.length : high === low ? 0 : ((at - low) * WIDTH) / (high - low);
  const y = (value: number): number => HEIGHT - (value * HEIGHT) / 1000;
  const line = (of: (spread: Step['spread']) => number): readonly string[] =>
    steps.map(({ at, spread }, nth) => `${String(x(nth, at))} ${String(y(of(spread)))}`);
  const wide = (points: readonly string[]): string => points.join('L');
  return (
    <svg
      class="sweep-picture"
      viewBox={`-${String(EDGE)} -8 ${String(WIDTH + EDGE + 24)} ${String(HEIGHT + EDGE + below)}`}
      role="img"
      aria-label={label}
    >
      <rect class="lab-field" width={WIDTH} height={HEIGHT} />
      <path class="lab-grid" d={[250, 500, 750].map((value) => `M0 ${String(y(value))}H${String(WIDTH)}`).join('')} />
      {own === undefined ? (
        steps.map(({ at, spread }, nth) => (
          <rect key={at} class="sweep-band" x={x(nth, at) - BAR / 2} width={BAR} y={y(spread.p90)} height={y(spread.p10) - y(spread.p90)} />
        ))
      ) : (
        <>
          <path class="sweep-band" d={`M${wide([...line(({ p90 }) => p90), ...line(({ p10 }) => p10).toReversed()])}Z`} />
          <rect class="sweep-own" x={x(0, own[0])} width={x(0, own[1]) - x(0, own[0])} height={HEIGHT} />
          <path class="sweep-line" d={`M${wide(line(({ p50 }) => p50))}`} />
        </>
      )}
      {steps.map(({ at, spread }, nth) => (
        <circle key={at} class="sweep-mark" cx={x(nth, at)} cy={y(spread.p50)} r="4" />
      ))}
      <g class="lab-label" aria-hidden="true">
        {steps.map(({ at }, nth) => (
          <text key={at} y={HEIGHT + 17} text-anchor="middle">
            {names[nth]?.map((words, i) => (
              <tspan key={i} x={x(nth, at)} dy={i === 0 ? 0 : LINE}>
                {words}
              </tspan>
            ))}
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
  const games = parts.flatMap((part) => {
    const at = placeOf({ program }, part);
    return part.ends.map((end) => ({ ...end, begins: 'slot' in of ? at : (lensesOf(program)[at] ?? '') }));
  });
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
  const text = JSON.stringify({ scenario: program.id, rules: rulesHash, ...('slot' in of && { lens }), variable: of.name, games: all });
  handOut(name, new Blob([text], { type: 'application/json' }));
};

/** One value shifted at the beginning, or one lens after another, everything else and the seeds the same: what a reading comes to. */
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
  const nameOf = (each: Sweepable): string => {
    if (!('slot' in each)) return st('lab.lens');
    return (each.reading === undefined ? say(`variable.${each.name}.name`) : say(`reading.${each.reading}.name`)) ?? each.name;
  };
  const shiftables = all.filter((each) => 'slot' in each);
  const [name, setName] = useState((shiftables[0] ?? all[0])?.name);
  const [reading, setReading] = useState(0);
  const [whose, setWhose] = useState('');
  const [state, setState] = useState<State>({ at: 'idle' });
  const calling = useRef(new AbortController());
  useEffect(() => () => calling.current.abort(), []);
  const of = all.find((each) => each.name === name);
  if (of === undefined) return null;

  const run = (): void => {
    if (policies.length === 0) return;
    calling.current = new AbortController();
    const { signal } = calling.current;
    const first = newSeed();
    const jobs = stepJobsOf(bundle, of);
    const under = lens === '' ? {} : { lens };
    const count = GAMES * jobs.length * policies.length;
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
      steps: jobs,
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
      <option key={each.name} value={each.name}>
        {nameOf(each)}
      </option>
    ));
  const swept = 'swept' in state && state.swept.parts.length > 0 ? state.swept : undefined;
  const told = swept?.parts.filter(({ policy }) => whose === '' || policy === whose) ?? [];
  const isScale = swept !== undefined && 'slot' in swept.of;
  const own = ownBeginnings(told);
  const steps = stepsOf(bundle, told, reading).map((step): Told => {
    const lens = lensesOf(bundle.program)[step.at] ?? '';
    return { ...step, name: isScale ? String(step.at) : (say(`setup.${LENS}.${lens}.title`) ?? lens) };
  });
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
          <select value={of.name} disabled={state.at === 'playing'} onChange={(event) => setName(event.currentTarget.value)}>
            {options(all.filter((each) => !('slot' in each)))}
            <optgroup label={st('sweep.readings')}>{options(shiftables.filter((each) => each.reading !== undefined))}</optgroup>
            <optgroup label={st('sweep.others')}>{options(shiftables.filter((each) => each.reading === undefined))}</optgroup>
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
          {state.at === 'playing' ? st('lab.stop') : st('slot' in of ? 'sweep.run' : 'sweep.each')}
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
            {isScale
              ? st('sweep.caption', {
                  reading: shown[reading] ?? '',
                  variable: nameOf(swept.of),
                  own: own[0] === own[1] ? own[0] : st('sweep.from', { low: own[0], high: own[1] }),
                })
              : st('sweep.under', { reading: shown[reading] ?? '' })}
          </p>
          <div class="lab-plot">
            <Picture
              steps={steps}
              own={isScale ? own : undefined}
              label={st(isScale ? 'sweep.picture' : 'sweep.pictured', { reading: shown[reading] ?? '', variable: nameOf(swept.of) })}
            />
            <div class="lab-wide" tabIndex={0} role="group" aria-labelledby="lab-sweep">
              <table aria-labelledby="sweep-caption">
                <thead>
                  <tr>
                    {([isScale ? 'sweep.begins' : 'lab.lens', 'sweep.middle', 'sweep.span', 'sweep.early', 'sweep.games'] as const).map(
                      (key) => (
                        <th key={key} scope="col">
                          {st(key)}
                        </th>
                      ),
                    )}
                  </tr>
                </thead>
                <tbody>
                  {steps.map(({ at, name: begins, spread, early, games }) => (
                    <tr key={at}>
                      <th scope="row">{begins}</th>
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
