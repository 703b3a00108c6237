import { useEffect, useState } from 'preact/hooks';
import { isOver, isStop, viewAt, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import { clockOf, datesAt } from '../../../telling/clock.ts';
import { changeWords, quietOf, type QuietModel } from '../../../telling/quiet.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { useDesk } from '../../desk-context.ts';
import { reducedMotion } from '../../settings.ts';
import type { Teller } from '../../../telling/teller.ts';
import { LedgerList } from '../../parts/why.tsx';
import { CommitBar } from './commit-bar.tsx';
import { Strip } from '../../parts/strip.tsx';
import { useSceneKey } from './scene-keys.ts';

const HEADING = 'passing-heading';
/** How long a quiet week is shown, ms. */
const SHOWN = 4000;

/** Turns let pass since the last order. */
const quietTurns = ({ orders }: Chronicle): readonly number[] => {
  const turns: number[] = [];
  for (let turn = orders.length - 1; turn >= 0; turn--) {
    const order = orders[turn];
    if (order === undefined || order.answers.length > 0) break;
    turns.unshift(turn);
  }
  return turns;
};

/** A week in one sentence after another: for who hears it. */
const heard = ({ line, ladder }: QuietModel): string =>
  [line, ...(ladder === undefined ? [] : [`${changeWords(ladder)}: ${ladder.lead}`])].filter(Boolean).join(' ');

const rungAt = (game: Chronicle, turn: number): number => {
  const rung = game.bundle.catalogue.ladder?.rung;
  return rung === undefined ? 0 : (viewAt(game, turn)[rung] ?? 0);
};

/** Weeks that ask for nothing: each is shown for a few seconds, or let pass with one key. */
export const Passing = ({ game, teller }: { readonly game: Chronicle; readonly teller: Teller }) => {
  const { store } = useDesk();
  const sceneKey = useSceneKey();
  const [held, setHeld] = useState(false);
  const turns = quietTurns(game);
  const over = isOver(game);
  const arrived = over || isStop(game);
  const still = reducedMotion.value;
  const shown = turns.at(-1);
  // A week in which the ladder rises is not hurried past: it waits to be read.
  const rose = shown !== undefined && rungAt(game, shown + 1) > rungAt(game, shown);
  const waits = held || rose;

  const hurry = (): void => {
    if (arrived) store.goOn();
    else void store.letPass();
  };

  useHeadingFocus(HEADING, 'passing');
  useEffect(() => {
    // The first week begins at once; without motion the whole stretch does.
    if (!arrived && (turns.length === 0 || still)) {
      void store.letPass();
      return undefined;
    }
    if (waits || still) return undefined;
    const wait = setTimeout(hurry, SHOWN);
    return () => clearTimeout(wait);
  }, [game, waits, still]);

  useEffect(() => {
    if (shown !== undefined) announce(`${clockOf(teller, viewAt(game, shown), false).turn}: ${heard(quietOf(teller, game, shown))}`);
  }, [shown]);

  useKeys((key) => {
    if (key !== ' ') return sceneKey(key);
    setHeld(!held);
    return true;
  });

  const before = shown === undefined ? undefined : viewAt(game, shown);
  const ladder = ladderOf(teller);
  const past = viewsOf(game);

  return (
    <>
      <div class="strip">
        <Strip posture={postureOf(teller, game)} ladder={ladder} readings={readingsOf(teller, past, undefined, before)} />
      </div>
      <section class="desk cons passing" id="desk" aria-labelledby={HEADING}>
        <div class="leaves">
          <div class="leaf" tabIndex={0} role="group" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabIndex={-1}>
              {t('passing.title')}
            </h2>
            <ol class="weeks">
              {turns.map((turn) => {
                const { line, ladder: moved } = quietOf(teller, game, turn);
                return (
                  <li key={turn}>
                    <span class="wd">{datesAt(teller, turn)}</span>
                    <div>
                      {line !== '' && <p>{line}</p>}
                      {moved !== undefined && <LedgerList rows={[moved]} />}
                    </div>
                  </li>
                );
              })}
            </ol>
            {!still && (
              <div class={waits ? 'wait is-held' : 'wait'} key={shown} style={{ '--wait': `${String(SHOWN)}ms` }} aria-hidden="true">
                <i />
              </div>
            )}
          </div>
        </div>
        <CommitBar>
          {still || rose ? (
            <span />
          ) : (
            <button type="button" class="btn" aria-pressed={held} onClick={() => setHeld(!held)}>
              <Icon name={held ? 'next' : 'pause'} />
              {held ? t('passing.go') : t('passing.pause')}
            </button>
          )}
          <span class="why-not" />
          <button type="button" class="btn primary" id="let-pass" onClick={hurry}>
            {over ? t('passing.to_review') : arrived ? t('passing.to_stop') : t('passing.let')}
          </button>
        </CommitBar>
      </section>
    </>
  );
};
