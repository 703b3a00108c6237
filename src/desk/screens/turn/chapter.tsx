import { viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { editionOf } from '../../../session/library.ts';
import { t } from '../../../text/text.ts';
import { ChargesRead } from '../../shell/charges-read.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { chapterOpened } from '../../../telling/chapter.ts';
import { readingTurn } from '../../../telling/charges.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { useDesk } from '../../desk-context.ts';
import type { Teller } from '../../../telling/teller.ts';
import { CommitBar } from './commit-bar.tsx';
import { useSceneKey } from './scene-keys.ts';
import { Strip } from '../../parts/strip.tsx';

const HEADING = 'chapter-heading';

/** The page that opens a chapter; where the main game ends with it, the charges are read. */
export const Chapter = ({ game, teller }: { readonly game: Chronicle; readonly teller: Teller }) => {
  const { store } = useDesk();
  const sceneKey = useSceneKey();
  const id = chapterOpened(game, store.proseOf(editionOf(game.bundle)));
  const past = viewsOf(game);
  const turn = game.moments.length - 1;
  useHeadingFocus(HEADING, turn);
  useKeys(sceneKey);
  return (
    <>
      <div class="strip">
        <Strip posture={postureOf(teller, game)} ladder={ladderOf(teller)} readings={readingsOf(teller, past, undefined, past[0])} />
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
                <ChargesRead teller={teller} game={game} tellerAt={store.tellerAt} />
              </>
            )}
          </div>
        </div>
        <CommitBar>
          <span />
          <span class="why-not" />
          <button type="button" class="btn primary" onClick={store.goOn}>
            {t('passing.to_stop')} <Icon name="next" />
          </button>
        </CommitBar>
      </section>
    </>
  );
};
