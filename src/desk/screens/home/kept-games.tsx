import type { ScenarioHeading } from '../../../bundle/bundle.ts';
import type { Saved } from '../../../session/saves.ts';
import { locale, t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { Ticks } from '../../parts/ticks.tsx';
import { titleOf } from '../../../telling/wording.ts';

/** Opens a kept game, or says why it does not. */
const useOpen = (): ((saved: Saved) => void) => {
  const { store, address } = useDesk();
  return (saved) =>
    void store.openKept(saved).then(
      (opened) => address.goTo({ at: opened ? (store.scene.peek() === 'over' ? 'review' : 'play') : 'problem' }),
      () => address.goTo({ at: 'play' }),
    );
};

const turnOf = (saved: Saved, { turns }: ScenarioHeading): string => t('home.turn', { n: Math.min(saved.turn + 1, turns), of: turns });

/** The game that was left last. */
export const ContinueCard = ({ saved, entry }: { readonly saved: Saved; readonly entry: ScenarioHeading }) => {
  const open = useOpen();
  return (
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
};

const stateOf = ({ over, exploration }: Saved): string =>
  [...(exploration ? [t('clock.exploration')] : []), t(over ? 'home.kept_over' : 'home.kept_on')].join(', ');

/** Games left before the last one, newest first: a first game stays at hand when a branch was taken from it. */
export const EarlierGames = ({ games, entries }: { readonly games: readonly Saved[]; readonly entries: readonly ScenarioHeading[] }) => {
  const open = useOpen();
  const rows = games.map((saved) => ({ saved, entry: entries.find(({ id }) => id === saved.scenario) }));
  if (rows.length === 0) return null;
  const left = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details class="fold earlier">
      <summary>{t('home.earlier', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ saved, entry }) => (
          <li key={saved.id}>
            <button type="button" class="kept" onClick={() => open(saved)}>
              <b>{entry ? titleOf(entry) : saved.scenario === '' ? t('link.title') : t('home.unknown', { scenario: saved.scenario })}</b>
              {saved.scenario !== '' && (
                <span>
                  {entry ? turnOf(saved, entry) : t('home.unknown_needs')} · {stateOf(saved)}
                </span>
              )}
              {saved.at > 0 && <span class="muted">{left.format(saved.at)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
