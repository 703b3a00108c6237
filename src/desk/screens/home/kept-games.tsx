import type { ScenarioHeading } from '../../../bundle/bundle.ts';
import type { Saved } from '../../../session/keep.ts';
import { locale, t } from '../../../text/text.ts';
import { goTo } from '../../address.ts';
import { openKept, scene } from '../../game/game-store.ts';
import { Ticks } from '../../parts/ticks.tsx';
import { titleOf } from '../../../telling/wording.ts';

const open = (saved: Saved): void => {
  void openKept(saved.id, saved.record).then(() => goTo({ at: scene.peek() === 'over' ? 'review' : 'play' }));
};

const turnOf = (saved: Saved, { turns }: ScenarioHeading): string => t('home.turn', { n: Math.min(saved.turn + 1, turns), of: turns });

/** The game that was left last. */
export const ContinueCard = ({ saved, entry }: { readonly saved: Saved; readonly entry: ScenarioHeading }) => (
  <section class="cont" aria-labelledby="continue-heading">
    <p class="eyebrow">{t('home.continue')}</p>
    <h2 id="continue-heading">{titleOf(entry)}</h2>
    <p class="cm">
      {turnOf(saved, entry)}
      <Ticks at={saved.turn} of={entry.turns} />
    </p>
    <p class="cs">
      {saved.over ? t('home.over') : saved.exploration ? t('clock.exploration_hint') : t('home.waiting', { title: titleOf(entry) })}
    </p>
    <button type="button" class="btn primary" onClick={() => open(saved)}>
      {saved.over ? t('home.review') : t('home.continue')}
    </button>
  </section>
);

const stateOf = ({ over, exploration }: Saved): string =>
  [...(exploration ? [t('clock.exploration')] : []), t(over ? 'home.kept_over' : 'home.kept_on')].join(', ');

/** Games left before the last one, newest first: a first game stays at hand when a branch was taken from it. */
export const EarlierGames = ({ games, entries }: { readonly games: readonly Saved[]; readonly entries: readonly ScenarioHeading[] }) => {
  const rows = games.flatMap((saved) => {
    const entry = entries.find(({ id }) => id === saved.scenario);
    return entry === undefined ? [] : [{ saved, entry }];
  });
  if (rows.length === 0) return null;
  const left = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details class="fold earlier">
      <summary>{t('home.earlier', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ saved, entry }) => (
          <li key={saved.id}>
            <button type="button" class="kept" onClick={() => open(saved)}>
              <b>{titleOf(entry)}</b>
              <span>
                {turnOf(saved, entry)} · {stateOf(saved)}
              </span>
              <span class="muted">{left.format(saved.at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
