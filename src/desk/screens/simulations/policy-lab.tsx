import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Bundle, Prose } from '../../../bundle/bundle.ts';
import { lensesOf, lensIn } from '../../../bundle/lens.ts';
import { sayAtStart } from '../../../bundle/spell.ts';
import { gameOfEnd, type End } from '../../../lab/ends.ts';
import { editionOf, loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { linkOf } from '../../../session/link.ts';
import { newSeed } from '../../../session/seed.ts';
import { csvOf } from '../../../telling/csv.ts';
import { titleOf } from '../../../telling/wording.ts';
import { st } from '../../../text/simulations.ts';
import { locale } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { handOut } from '../../game/hand-out.ts';
import { prepare, simulate, simulatedBy, type SimulationPool } from '../../game/simulations.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { PageHeader } from '../../shell/page-header.tsx';
import { announce } from '../../parts/live.tsx';
import { Answers, metIn, type Chosen } from './answers.tsx';
import { Results, type Shown } from './results.tsx';
import { Sweep } from './sweep.tsx';
import '../../style/policy-lab.css';

const GAMES = [100, 1_000, 10_000];
/** Milliseconds between two pictures while games are played, at least; a twentieth of the time is spent on pictures, the workers need it more. */
const REDRAWN_AFTER = 200;
const SHARE_OF_PICTURES = 20;
const NO_PICTURE = { asked: -Infinity, took: 0 };

interface Loaded {
  readonly bundle: Bundle;
  readonly prose: Prose;
}

/** What a line of conduct is called. */
const policyName = (say: (key: string) => string | undefined, policy: string): string => {
  const [kind = '', ...whom] = policy.split('-');
  if (kind === 'partner' || kind === 'align') {
    const id = whom.join('-');
    const power = say(`power.${id}.capital`) ?? say(`power.${id}.name`) ?? say(`group.${id}.name`) ?? id;
    return st(`policy.${kind}`, { power });
  }
  return kind === 'random' || kind === 'reckless' || kind === 'cautious' || kind === 'hedge' || kind === 'history'
    ? st(`policy.${kind}`)
    : policy;
};

type State =
  | { readonly at: 'idle' | 'failed' }
  | {
      readonly at: 'playing' | 'done';
      readonly done: number;
      readonly count: number;
      readonly ends: readonly End[];
      readonly options: Chosen;
      readonly lens: string;
    };

/** Many games by lines of conduct: what they end in, reading by reading, and every one of them to be watched. */
export const PolicyLab = () => {
  const { address } = useDesk();
  const entries = scenarios().filter(({ example }) => example !== true);
  const [scenario, setScenario] = useState(entries[0]?.id ?? '');
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [lens, setLens] = useState('');
  const [games, setGames] = useState(GAMES[0] ?? 100);
  const [state, setState] = useState<State>({ at: 'idle' });
  const calling = useRef(new AbortController());
  useHeadingFocus('lab-heading', 'lab');
  useEffect(() => {
    let gone = false;
    calling.current.abort();
    setState({ at: 'idle' });
    setLens('');
    loadBundle(scenario).then(
      async (bundle) => {
        const prose = await loadProse(editionOf(bundle), locale.value);
        if (gone) return;
        setLoaded({ bundle, prose });
        setLens(lensIn(bundle.program, []) ?? '');
      },
      () => setState({ at: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [scenario, locale.value]);
  useEffect(() => () => calling.current.abort(), []);
  /** When the last picture was asked for, and how long the page was busy with it: milliseconds. */
  const picture = useRef(NO_PICTURE);
  useLayoutEffect(() => {
    const { asked } = picture.current;
    const frame = requestAnimationFrame(() => {
      picture.current = { asked, took: performance.now() - asked };
    });
    return () => cancelAnimationFrame(frame);
  }, [state]);
  /** Workers that stand by: they take a second to begin. Who plays takes them over. */
  const standby = useRef<SimulationPool | undefined>(undefined);
  const isPlaying = state.at === 'playing';
  useEffect(() => {
    if (loaded === undefined || isPlaying) return undefined;
    standby.current = prepare(loaded.bundle);
    return () => {
      standby.current?.end();
      standby.current = undefined;
    };
  }, [loaded, isPlaying]);

  const bundle = loaded?.bundle;
  const say = loaded === undefined ? (): undefined => undefined : sayAtStart(loaded.bundle, loaded.prose);
  const policies = bundle === undefined ? [] : simulatedBy(bundle);
  const chosen = policies.filter((policy) => !left.has(policy));
  const run = (): void => {
    if (bundle === undefined || chosen.length === 0) return;
    calling.current = new AbortController();
    const { signal } = calling.current;
    const prepared = standby.current;
    standby.current = undefined;
    const count = games * chosen.length;
    const ends: End[] = [];
    const options = new Map<string, Int32Array>();
    const show = (at: 'playing' | 'done'): void => {
      picture.current = { asked: performance.now(), took: picture.current.took };
      setState({ at, done: ends.length, count, ends: [...ends], options: new Map(options), lens });
    };
    show('playing');
    // The first games are shown as soon as they come.
    picture.current = NO_PICTURE;
    simulate({
      bundle,
      games,
      policies: chosen,
      each: true,
      first: newSeed(),
      signal,
      prepared,
      ...(lens === '' ? {} : { lens }),
      onProgress: () => undefined,
      onPart: (part) => {
        ends.push(...part.ends);
        const before = options.get(part.policy);
        options.set(part.policy, before === undefined ? part.options : before.map((times, i) => times + (part.options[i] ?? 0)));
        const { asked, took } = picture.current;
        if (performance.now() - asked < Math.max(REDRAWN_AFTER, SHARE_OF_PICTURES * took)) return;
        show('playing');
      },
    }).then(
      () => {
        show('done');
        announce(st('lab.done', { count }));
      },
      () => (signal.aborted ? show('done') : setState({ at: 'failed' })),
    );
  };
  const named = chosen.map((id) => ({ id, name: policyName(say, id) }));
  const met = bundle === undefined || !('options' in state) ? [] : metIn(bundle.program, chosen, state.options);
  const shown: Shown | undefined =
    bundle === undefined || !('ends' in state) || state.ends.length === 0
      ? undefined
      : {
          readings: bundle.program.readings.map(({ id }) => say(`reading.${id}.name`) ?? id),
          endings: bundle.program.endings.map(({ id }) => say(`ending.${id}.title`) ?? id),
          policies: named,
          ends: state.ends,
        };
  const watch = (end: End): void => {
    if (bundle === undefined || !('lens' in state)) return;
    const link = linkOf(gameOfEnd({ bundle, lens: state.lens === '' ? undefined : state.lens }, end));
    if (link.ok) address.goTo({ at: 'theatre', games: [`g=${link.value}`] });
  };
  const take = (kind: 'csv' | 'answers' | 'json'): void => {
    if (bundle === undefined || !('ends' in state)) return;
    const played = policies.filter((policy) => state.options.has(policy));
    const answers = metIn(bundle.program, played, state.options).flatMap(({ id, options, by }) =>
      by.flatMap(({ policy, of, times }) => options.map((option, i) => ({ policy, situation: id, option, times: times[i] ?? 0, of }))),
    );
    if (kind === 'answers') {
      const rows = answers.map(({ policy, situation, option, times, of }) => [policy, situation, option, times, of]);
      const csv = csvOf(['policy', 'situation', 'option', 'times', 'of'], rows);
      handOut(`${bundle.program.id}-answers.csv`, new Blob([csv], { type: 'text/csv' }));
      return;
    }
    const readings = bundle.program.readings.map(({ id }) => id);
    const endings = bundle.program.endings.map(({ id }) => id);
    const name = `${bundle.program.id}-games.${kind}`;
    if (kind === 'json') {
      const all = state.ends.map((end) => ({
        policy: end.policy,
        seed: end.seed,
        ending: endings[end.ending],
        readings: Object.fromEntries(readings.map((id, i) => [id, end.readings[i]])),
      }));
      handOut(
        name,
        new Blob([JSON.stringify({ scenario: bundle.program.id, rules: bundle.rulesHash, lens: state.lens, games: all, answers })], {
          type: 'application/json',
        }),
      );
      return;
    }
    const rows = state.ends.map((end) => [end.policy, end.seed, endings[end.ending] ?? '', ...end.readings]);
    handOut(name, new Blob([csvOf(['policy', 'seed', 'ending', ...readings], rows)], { type: 'text/csv' }));
  };

  return (
    <div class="plain-page">
      <PageHeader />
      <main class="policy-lab" id="main">
        <h1 id="lab-heading" tabIndex={-1}>
          {st('lab.title')}
        </h1>
        <p class="brief">{st('lab.lead')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (state.at === 'playing') calling.current.abort();
            else run();
          }}
        >
          <label>
            {st('lab.scenario')}
            <select value={scenario} onChange={(event) => setScenario(event.currentTarget.value)}>
              {entries.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {titleOf(entry)}
                </option>
              ))}
            </select>
          </label>
          {bundle !== undefined && lensesOf(bundle.program).length > 0 && (
            <label>
              {st('lab.lens')}
              <select value={lens} onChange={(event) => setLens(event.currentTarget.value)}>
                {lensesOf(bundle.program).map((id) => (
                  <option key={id} value={id}>
                    {say(`setup.lens.${id}.title`) ?? id}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            {st('lab.games')}
            <select value={games} onChange={(event) => setGames(Number(event.currentTarget.value))}>
              {GAMES.map((count) => (
                <option key={count} value={count}>
                  {count.toLocaleString(locale.value)}
                </option>
              ))}
            </select>
          </label>
          <fieldset>
            <legend>{st('lab.policies')}</legend>
            {policies.map((policy) => (
              <label key={policy} class="tick">
                <input
                  type="checkbox"
                  checked={!left.has(policy)}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.currentTarget.checked) next.delete(policy);
                    else next.add(policy);
                    setLeft(next);
                  }}
                />
                {policyName(say, policy)}
              </label>
            ))}
          </fieldset>
          {chosen.length === 0 && policies.length > 0 && <p class="warned">{st('lab.none')}</p>}
          {state.at === 'failed' && <p class="warned">{st('lab.failed')}</p>}
          {state.at === 'playing' && (
            <p class="lab-wait">
              <progress max={state.count} value={state.done} aria-label={st('lab.title')} />
              <span class="n">{st('lab.playing', { done: state.done, count: state.count })}</span>
            </p>
          )}
          {/* One button, so that whoever pressed it still stands on it. */}
          <button
            type="submit"
            class={state.at === 'playing' ? 'btn' : 'btn primary'}
            aria-disabled={state.at !== 'playing' && (bundle === undefined || chosen.length === 0)}
          >
            {state.at === 'playing' ? st('lab.stop') : st('lab.run')}
          </button>
        </form>
        {shown !== undefined && <Results shown={shown} watch={watch} />}
        {shown !== undefined && <Answers met={met} policies={named} say={say} />}
        {state.at === 'done' && (
          <p class="lab-take">
            <button type="button" class="btn" onClick={() => take('csv')}>
              <Icon name="sheet" />
              {st('lab.csv')}
            </button>
            <button type="button" class="btn" onClick={() => take('answers')}>
              <Icon name="sheet" />
              {st('answers.csv')}
            </button>
            <button type="button" class="btn" onClick={() => take('json')}>
              <Icon name="sheet" />
              {st('lab.json')}
            </button>
          </p>
        )}
        {bundle !== undefined && <Sweep key={bundle.program.id} bundle={bundle} lens={lens} policies={named} say={say} />}
      </main>
    </div>
  );
};
