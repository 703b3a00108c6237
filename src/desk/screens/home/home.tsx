import { useEffect, useState } from 'preact/hooks';
import type { ScenarioHeading } from '../../../bundle/bundle.ts';
import { scenarios } from '../../../session/library.ts';
import type { Saved } from '../../../session/saves.ts';
import { locale, t } from '../../../text/text.ts';
import type { KeptGames } from './kept-games.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { LanguageSwitch, ThemeSwitch } from '../../parts/language-switch.tsx';
import { offline } from '../../offline.ts';
import { useDesk } from '../../desk-context.ts';
import { titleOf } from '../../../telling/wording.ts';

const yearOf = (iso: string): number => Number(iso.slice(0, 4)) + (Number(iso.slice(5, 7)) - 1) / 12;

/** Room for the name of a year, in the units of the axis. */
const YEAR_NAME = 44;

/** True linear years; a leader from each date to its folder. */
const Axis = ({ entries }: { readonly entries: readonly ScenarioHeading[] }) => {
  const years = entries.map(({ start }) => yearOf(start));
  const from = Math.floor(Math.min(2014, ...years)) - 1;
  const to = Math.ceil(Math.max(2023, ...years));
  const x = (year: number): number => 6 + ((year - from) * 1040) / (to - from);
  const width = 1052;
  /** Years from one that is named to the next: their names stand side by side. */
  const step = Math.ceil(((to - from) * YEAR_NAME) / 1040);
  return (
    <svg class="axis" viewBox={`0 0 ${String(width)} 62`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {Array.from({ length: to - from + 1 }, (_, i) => from + i).map((year) => (
        <g key={year}>
          <path class="ax" d={`M${x(year).toFixed(1)} 34V44`} />
          {(year - to) % step === 0 && (
            <text class={year === to ? 'axt end' : 'axt'} x={x(year) + (year === to ? 6 : 4)} y="57">
              {year}
            </text>
          )}
        </g>
      ))}
      <path class="axl" d={`M0 39H${String(width)}`} />
      {entries.map(({ id, start }, i) => {
        const at = x(yearOf(start));
        const leaf = ((i % 4) + 0.1) * (width / 4);
        return (
          <g key={id}>
            <path class="ld" d={`M${leaf.toFixed(0)} 0C${leaf.toFixed(0)} 22 ${at.toFixed(1)} 12 ${at.toFixed(1)} 35`} />
            <rect class="axd axn" x={at - 3.5} y="35.5" width="7" height="7" />
          </g>
        );
      })}
    </svg>
  );
};

const Folder = ({ entry }: { readonly entry: ScenarioHeading }) => {
  const { address } = useDesk();
  const route = { at: 'scenario', id: entry.id } as const;
  return (
    <a
      class="folder open"
      href={address.href(route)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        address.goTo(route);
      }}
    >
      <span class="ftab">{entry.start.slice(0, 4)}</span>
      <span class="fb">
        <h3>{titleOf(entry)}</h3>
        <span class="fm">{t('home.minutes', { count: entry.minutes })}</span>
      </span>
    </a>
  );
};

/** The code in a text that somebody pastes; the text itself where none is found in it, or what finds it cannot be had: opening it says why not. */
const codeOf = (text: string): Promise<string> =>
  import('../../../session/link-text.ts').then(
    ({ codeIn }) => codeIn(text) || text.trim(),
    () => text.trim(),
  );

/** The code of a class: letters and figures in groups of four. */
const CLASS_CODE = /^[\da-z]{4}(?:[\s-][\da-z]{1,4}){2,3}$/iu;

const OpenLink = () => {
  const { store, address } = useDesk();
  const [text, setText] = useState('');
  return (
    <details class="fold open-link">
      <summary>{t('home.open_link')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (CLASS_CODE.test(text.trim())) address.goTo({ at: 'class', of: text.trim() });
          else void codeOf(text).then((code) => code !== '' && address.goTo({ at: 'link', code }));
        }}
      >
        <label class="field">
          <span class="n">{t('home.link_hint')}</span>
          <input
            type="text"
            aria-label={t('home.link_field')}
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn">
          {t('home.open')}
        </button>
      </form>
      <label class="field">
        <span class="n">{t('home.file_hint')}</span>
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) {
              void file
                .text()
                .then(store.openFile)
                .then((opened) => address.goTo({ at: opened ? (store.scene.peek() === 'over' ? 'review' : 'play') : 'problem' }));
            }
          }}
        />
      </label>
      <button type="button" class="btn" onClick={() => address.goTo({ at: 'theatre', games: ['open'] })}>
        {t('home.theatre')}
      </button>
    </details>
  );
};

/** The way to a lesson for a class around one screen. */
const Teach = () => {
  const { address } = useDesk();
  const route = { at: 'lesson' } as const;
  return (
    <a
      class="btn quiet"
      href={address.href(route)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        address.goTo(route);
      }}
    >
      {t('home.teach')}
    </a>
  );
};

/** What the first scenario that is no example says of the game. */
const leadOf = (entries: readonly ScenarioHeading[]): string => {
  const front = entries.find(({ example }) => example !== true) ?? entries[0];
  return front?.lead[locale.value] ?? front?.lead.en ?? '';
};

/** The first screen: what this is, what was left, what there is. */
export const Home = () => {
  const { store, address } = useDesk();
  const [saved, setSaved] = useState<readonly Saved[]>([]);
  const [Kept, setKept] = useState<{ readonly Show: typeof KeptGames } | 'failed' | undefined>(undefined);
  const [Ornaments, setOrnaments] = useState<{ readonly Draw: () => preact.JSX.Element } | undefined>(undefined);
  const entries = scenarios();
  useHeadingFocus('home-heading', 'home');
  useEffect(() => {
    const show = (kept: readonly Saved[]): void => {
      setSaved(kept);
      if (kept.length > 0)
        import('./kept-games.tsx').then(
          ({ KeptGames }) => setKept({ Show: KeptGames }),
          () => setKept('failed'),
        );
    };
    void store.kept(show).then(show);
    import('./home-ornaments.tsx').then(
      ({ HomeOrnaments }) => setOrnaments({ Draw: HomeOrnaments }),
      () => undefined,
    );
  }, []);
  const language = locale.value;
  useEffect(() => {
    // The first folder's words will be wanted next; fetched now, its page opens at once.
    const [first] = entries;
    if (first !== undefined) void store.fetchWords(first.id).catch(() => undefined);
  }, [language]);
  return (
    <div class="home">
      {Ornaments && <Ornaments.Draw />}
      <header class="hnav">
        <Teach />
        <div class="hset">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="main">
        <section class="hero">
          <div>
            <h1 id="home-heading" tabIndex={-1}>
              {t('app.title')}
            </h1>
            <p class="vi" lang="vi">
              {t('app.subtitle')}
            </p>
            <p class="prem">
              {leadOf(entries)} {t('home.no_answer')}
            </p>
          </div>
          {Kept === 'failed' ? (
            <button type="button" class="btn primary" onClick={() => address.goTo({ at: 'play' })}>
              {t('home.continue')}
            </button>
          ) : (
            Kept && <Kept.Show games={saved} entries={entries} onNamed={() => void store.kept(setSaved).then(setSaved)} />
          )}
        </section>
        <section class="scen" aria-labelledby="scenarios-heading">
          <h2 id="scenarios-heading" class="vh">
            {t('home.scenarios')}
          </h2>
          <ul class={entries.length === 1 ? 'row only' : 'row'}>
            {entries.map((each) => (
              <li key={each.id}>
                <Folder entry={each} />
              </li>
            ))}
          </ul>
          <Axis entries={entries.filter(({ example }, i) => example !== true || i === 0)} />
          <OpenLink />
          {offline.value === 'ready' && <p class="n">{t('offline.ready')}</p>}
        </section>
      </main>
    </div>
  );
};
