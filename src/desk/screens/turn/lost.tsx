import { rowsByTurn, viewAt, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { reactionsOf } from '../../../telling/consequences.ts';
import { datesAt } from '../../../telling/clock.ts';
import { lossOf } from '../../../telling/looking-back.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { verdictOf } from '../../../telling/review.ts';
import type { Teller } from '../../../telling/teller.ts';
import { t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { useMayAnswer } from '../../may-answer.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { useKeys } from '../../parts/keys.ts';
import { LossRead } from '../../parts/loss-read.tsx';
import { Reactions } from '../../parts/reactions.tsx';
import { Strip } from '../../parts/strip.tsx';
import { CommitBar } from './commit-bar.tsx';
import { useSceneKey } from './scene-keys.ts';

const HEADING = 'lost-heading';

/** The page of a game that ended before its time: what happened, what ended it and what moved it there, who moved last. */
export const Lost = ({ game, teller }: { readonly game: Chronicle; readonly teller: Teller }) => {
  const { store } = useDesk();
  const sceneKey = useSceneKey();
  const turn = game.moments.length - 2;
  const verdict = verdictOf(teller);
  const loss = lossOf(teller, game, (at) => store.tellerAt(viewAt(game, at)));
  const past = viewsOf(game);
  // Moves of a week with a decision were told with its consequences.
  const aside = useMayAnswer(teller, game, turn);
  const asked = (game.orders[turn]?.answers.length ?? 0) > 0;
  const moves = asked ? [] : reactionsOf(teller, rowsByTurn(game)[turn + 1] ?? []).filter(({ did }) => did !== '');
  useHeadingFocus(HEADING, 'lost');
  useKeys(sceneKey);
  return (
    <>
      <div class="strip">
        <Strip
          posture={postureOf(teller, game)}
          ladder={ladderOf(teller)}
          readings={readingsOf(teller, past, undefined, viewAt(game, turn))}
        />
      </div>
      <section class="desk cons lost" id="desk" aria-labelledby={HEADING}>
        <div class="leaves">
          <div class="leaf" tabIndex={0} role="group" aria-labelledby={HEADING}>
            <p class="eyebrow">
              {t('lost.ends')} · {datesAt(teller, turn)}
            </p>
            <h2 id={HEADING} tabIndex={-1}>
              {verdict?.title}
            </h2>
            {verdict?.paragraphs.map((paragraph) => (
              <p key={paragraph} class="brief">
                {paragraph}
              </p>
            ))}
            {loss && (
              <>
                <div class="sec mt">
                  <h3>{t('review.loss')}</h3>
                </div>
                <LossRead loss={loss} />
              </>
            )}
            {moves.length > 0 && <Reactions reactions={moves} aside={aside} />}
          </div>
        </div>
        <CommitBar>
          <span />
          <span class="why-not" />
          <button type="button" class="btn primary" id="to-review" onClick={store.goOn}>
            {t('passing.to_review')}
          </button>
        </CommitBar>
      </section>
    </>
  );
};
