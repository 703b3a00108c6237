import { useMemo, useState } from 'preact/hooks';
import type { ScenarioHeading } from '../../../bundle/bundle.ts';
import type { Saved } from '../../../session/saves.ts';
import { tk } from '../../../text/kept.ts';
import { t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { useMadeNames } from '../../game/names.ts';
import { Ticks } from '../../parts/ticks.tsx';
import { KeptGame, turnOf } from '../../shell/kept-game.tsx';
import { useRename } from '../../shell/rename.tsx';
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

interface KeptProps {
  readonly games: readonly Saved[];
  readonly entries: readonly ScenarioHeading[];
  readonly onNamed: () => void;
}

/** The game that was left last. */
const ContinueCard = ({
  saved,
  entry,
  onNamed,
}: { readonly saved: Saved; readonly entry: ScenarioHeading } & Pick<KeptProps, 'onNamed'>) => {
  const open = useOpen();
  const made = useMadeNames(useMemo(() => [saved], [saved])).get(saved.id);
  const { form, button } = useRename(saved, made ?? '', onNamed);
  return (
    <section class="cont" aria-labelledby="continue-heading">
      <p class="eyebrow">{t('home.continue')}</p>
      <h2 id="continue-heading">{titleOf(entry)}</h2>
      {form ?? (
        <div class="cn">
          <bdi>{saved.name ?? made}</bdi>
          {button}
        </div>
      )}
      <p class="cm">
        {turnOf(saved, entry)}
        <Ticks at={saved.turn} of={entry.turns} />
      </p>
      <p class="cs">
        {saved.over ? tk('home.over') : saved.exploration ? t('clock.exploration_hint') : tk('home.waiting', { title: titleOf(entry) })}
      </p>
      <button type="button" class="btn primary" onClick={() => open(saved)}>
        {saved.over ? tk('home.review') : t('home.continue')}
      </button>
    </section>
  );
};

/** A list of games, newest first. */
const GamesFold = ({ games, entries, onNamed, children }: KeptProps & { readonly children: string }) => {
  const open = useOpen();
  const [unfolded, setUnfolded] = useState(false);
  const made = useMadeNames(games, unfolded);
  if (games.length === 0) return null;
  return (
    <details class="fold earlier" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>{children}</summary>
      <ul>
        {games.map((saved) => (
          <li key={saved.id}>
            <KeptGame
              saved={saved}
              entry={entries.find(({ id }) => id === saved.scenario)}
              made={made.get(saved.id) ?? ''}
              open={() => open(saved)}
              onNamed={onNamed}
            />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Whether it was played here: all of it, or a branch from what somebody else played. */
const isOwn = ({ received, exploration }: Saved): boolean => received !== true || exploration;

/**
 * What this browser keeps: the game of one's own that was left last, those before it (a first game stays at hand when a branch was taken
 * from it), and what others sent.
 */
export const KeptGames = ({ games, entries, onNamed }: KeptProps) => {
  const own = useMemo(() => games.filter(isOwn), [games]);
  const sent = useMemo(() => games.filter((saved) => !isOwn(saved)), [games]);
  const [last] = own;
  const entry = entries.find(({ id }) => id === last?.scenario);
  const earlier = useMemo(() => (entry === undefined ? own : own.slice(1)), [own, entry]);
  return (
    <div>
      {last && entry && <ContinueCard saved={last} entry={entry} onNamed={onNamed} />}
      <GamesFold games={earlier} entries={entries} onNamed={onNamed}>
        {tk('home.earlier', { count: earlier.length })}
      </GamesFold>
      <GamesFold games={sent} entries={entries} onNamed={onNamed}>
        {tk('kept.received', { count: sent.length })}
      </GamesFold>
    </div>
  );
};
