import { viewAt, type Game } from '../../../session/game.ts';
import { t } from '../../../text/text.ts';
import { ChargesRead } from '../../shell/charges-read.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { chapterOpened } from '../../../telling/chapter.ts';
import { readingTurn } from '../../../telling/charges.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { goOn, proseOf } from '../../game/game-store.ts';
import type { Teller } from '../../../telling/teller.ts';
import { CommitBar } from './commit-bar.tsx';
import { sceneKey } from './scene-keys.ts';
import { Strip } from './strip.tsx';

const HEADING = 'chapter-heading';

/** The page that opens a chapter; where the main game ends with it, the charges are read. */
export const Chapter = ({ game, teller }: { readonly game: Game; readonly teller: Teller }) => {
  const id = chapterOpened(game, proseOf(game.bundle.program.id));
  const past = game.states.map((_, at) => viewAt(game, at));
  const turn = game.states.length - 1;
  useHeadingFocus(HEADING, turn);
  useKeys(sceneKey);
  return (
    <>
      <div class="strip">
        <Strip ladder={ladderOf(teller)} readings={readingsOf(teller, past, undefined, past[0])} />
      </div>
      <section class="desk cons chapter" id="desk" aria-labelledby={HEADING}>
        <div class="leaves">
          <div class="leaf" tabIndex={0} role="group" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabIndex={-1}>
              {teller.say(`chapter.${id ?? ''}.title`)}
            </h2>
            <p class="brief">{teller.say(`chapter.${id ?? ''}.text`)}</p>
            {turn === readingTurn(game) && (
              <>
                <div class="sec mt">
                  <h3>{t('review.charges')}</h3>
                </div>
                <ChargesRead teller={teller} game={game} />
              </>
            )}
          </div>
        </div>
        <CommitBar>
          <span />
          <span class="why-not" />
          <button type="button" class="btn primary" onClick={goOn}>
            {t('passing.to_stop')} <Icon name="next" />
          </button>
        </CommitBar>
      </section>
    </>
  );
};
