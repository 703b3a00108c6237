import { useEffect, useState } from 'preact/hooks';
import type { SetupSpec } from '../../../engine/program.ts';
import { presetOf } from '../../../session/preset.ts';
import type { Bundle, Prose } from '../../../bundle/bundle.ts';
import { loadBeginning, scenarios } from '../../../session/library.ts';
import { mainLength } from '../../../telling/clock.ts';
import { newSeed, seedFromText } from '../../../session/seed.ts';
import { locale, t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { announce } from '../../parts/live.tsx';
import { useDesk } from '../../desk-context.ts';
import { Failed } from '../../parts/failed.tsx';
import { useSheet } from '../../shell/sheets.ts';
import { sayOf } from '../../../bundle/spell.ts';

type Say = (key: string) => string;

const constant = (): number => 0;

const sayer = (prose: Prose): Say => {
  const say = sayOf(prose, constant);
  return (key) => say(key) ?? '';
};

/** Charges: so many of the list; a word where two of those taken pull apart. */
const Charges = ({
  bundle,
  say,
  setup,
  taken,
  onTake,
}: {
  readonly bundle: Bundle;
  readonly say: Say;
  readonly setup: SetupSpec;
  readonly taken: readonly number[];
  readonly onTake: (taken: readonly number[]) => void;
}) => {
  const [full, setFull] = useState(false);
  const { charges } = bundle.catalogue;
  const title = (id: string): string => say(`charge.${id}.title`);
  const ids = taken.map((i) => setup.options[i] ?? '');
  const pulled = charges.flatMap(({ id, tension }) =>
    ids.includes(id) ? tension.filter((other) => ids.includes(other) && id < other).map((other) => [id, other] as const) : [],
  );
  const pulledBack = charges.flatMap(({ id, tension }) =>
    ids.includes(id) ? tension.filter((other) => ids.includes(other) && id > other).map((other) => [id, other] as const) : [],
  );
  const pairs = [...pulled, ...pulledBack.filter(([a, b]) => !pulled.some(([c, d]) => c === b && d === a))];
  return (
    <details class="fold">
      <summary>
        {t('setup.charges')}
        <span class="n">
          {taken.length === setup.count ? ids.map(title).join('; ') : t('setup.charges_taken', { taken: taken.length, count: setup.count })}
        </span>
      </summary>
      <fieldset class="charges">
        <legend class="vh">{t('setup.charges')}</legend>
        <p class="n">
          {t('setup.charges_hint', { count: setup.count })} {say(`setup.${setup.id}.line`)}
        </p>
        <div class="charge-list">
          {setup.options.map((id, i) => (
            <label key={id} class={taken.includes(i) ? 'is-taken' : ''}>
              <input
                type="checkbox"
                checked={taken.includes(i)}
                onChange={(event) => {
                  setFull(false);
                  if (taken.includes(i)) onTake(taken.filter((each) => each !== i));
                  else if (taken.length < setup.count) onTake([...taken, i].sort((a, b) => a - b));
                  else {
                    event.currentTarget.checked = false;
                    setFull(true);
                    announce(t('setup.charges_full', { count: setup.count }));
                  }
                }}
              />
              <span>
                <b>{title(id)}</b>
                <small>{say(`charge.${id}.line`)}</small>
              </span>
            </label>
          ))}
        </div>
        <p class="tension">
          {full
            ? t('setup.charges_full', { count: setup.count })
            : pairs.map(([a, b]) => <span key={`${a}${b}`}>{t('setup.tension', { a: title(a), b: title(b) })}</span>)}
        </p>
      </fieldset>
    </details>
  );
};

const OneOf = ({
  say,
  setup,
  chosen,
  onChoose,
}: {
  readonly say: Say;
  readonly setup: SetupSpec;
  readonly chosen: number;
  readonly onChoose: (chosen: number) => void;
}) => (
  <fieldset class="one-of">
    <legend>{say(`setup.${setup.id}.title`) || t('setup.lens')}</legend>
    {setup.options.map((id, i) => (
      <label key={id}>
        <input type="radio" name={setup.id} checked={chosen === i} onClick={() => onChoose(i)} />
        <span>
          <b>{say(`setup.${setup.id}.${id}.title`)}</b>
          <small>{say(`setup.${setup.id}.${id}.line`)}</small>
        </span>
      </label>
    ))}
  </fieldset>
);

const Page = ({ bundle, say, onFail }: { readonly bundle: Bundle; readonly say: Say; readonly onFail: () => void }) => {
  const { store, address } = useDesk();
  const { program, catalogue } = bundle;
  const sheet = useSheet();
  const [taken, setTaken] = useState<ReadonlyMap<string, readonly number[]>>(
    () => new Map(program.setup.flatMap((setup) => (setup.kind === 'some' ? [[setup.id, presetOf(bundle, setup)]] : []))),
  );
  const [ones, setOnes] = useState<ReadonlyMap<string, number>>(new Map());
  const [seedText, setSeedText] = useState('');
  const [fresh] = useState(newSeed);
  const [busy, setBusy] = useState(false);

  const some = program.setup.filter(({ kind }) => kind === 'some');
  const one = program.setup.filter(({ kind }) => kind === 'one');
  const ready = some.every(({ id, count }) => (taken.get(id) ?? []).length === count);
  const seed = seedText.trim() === '' ? fresh : seedFromText(seedText);
  const hint = t('setup.begin_hint', { count: some[0]?.count ?? 0 });

  const go = (): void => {
    if (!ready) {
      announce(hint);
      return;
    }
    setBusy(true);
    const choices = program.setup.map(({ id, kind, preset }) => (kind === 'some' ? (taken.get(id) ?? []) : [ones.get(id) ?? preset]));
    announce('');
    store.begin(bundle, { seed, choices }).then(() => address.goTo({ at: 'play' }), onFail);
  };

  useHeadingFocus('scenario-heading', program.id);

  return (
    <main class="setup" id="main">
      <section class="who">
        <h1 id="scenario-heading" tabIndex={-1}>
          {say('scenario.title')}
        </h1>
        <p class="role">{say('scenario.role')}</p>
        <p class="brief">{say('scenario.premise')}</p>
        <p class="n">{t('setup.length', { turns: mainLength(program), minutes: catalogue.minutes })}</p>
      </section>
      <form
        class="take"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <div class="begin">
          <button type="submit" class="btn primary" aria-disabled={!ready || busy}>
            {t('setup.begin')}
          </button>
          {!ready && <span class="n">{hint}</span>}
          <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => (sheet.value = 'how-to')}>
            {t('how_to.title')}
          </button>
        </div>
        {some.map((setup) => (
          <Charges
            key={setup.id}
            bundle={bundle}
            say={say}
            setup={setup}
            taken={taken.get(setup.id) ?? []}
            onTake={(next) => setTaken(new Map(taken).set(setup.id, next))}
          />
        ))}
        <details class="fold">
          <summary>{t('setup.more')}</summary>
          {one.map((setup) => (
            <OneOf
              key={setup.id}
              say={say}
              setup={setup}
              chosen={ones.get(setup.id) ?? setup.preset}
              onChoose={(next) => setOnes(new Map(ones).set(setup.id, next))}
            />
          ))}
          <label class="field">
            <b>{t('setup.seed')}</b>
            <span class="n">{t('setup.seed_hint')}</span>
            <input
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={seedText}
              placeholder={fresh}
              onInput={(event) => setSeedText(event.currentTarget.value)}
            />
          </label>
        </details>
      </form>
    </main>
  );
};

/** Who you are, what is at hand, and what you take upon yourself. */
export const ScenarioPage = ({ id }: { readonly id: string }) => {
  const { store, address } = useDesk();
  const [bundle, setBundle] = useState<Bundle | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const language = locale.value;
  const home = (): void => address.goTo({ at: 'home' });
  useEffect(() => {
    setFailed(false);
    if (scenarios().some((known) => known.id === id)) loadBeginning(id).then(setBundle, () => setFailed(true));
    else address.replace({ at: 'home' });
  }, [id, tries]);
  useEffect(() => {
    store.fetchWords(id).catch(() => setFailed(true));
  }, [id, language, tries]);
  const prose = store.proseOf(id);
  if (failed) return <Failed again={() => (tries === 0 ? setTries(1) : location.reload())} home={home} />;
  return (
    <div class="plain-page">
      <PageHeader />
      {bundle === undefined || prose === undefined ? (
        <p class="page muted">{t('app.loading')}</p>
      ) : (
        <Page bundle={bundle} say={sayer(prose)} onFail={() => setFailed(true)} />
      )}
    </div>
  );
};
