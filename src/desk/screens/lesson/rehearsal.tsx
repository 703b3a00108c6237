import { useEffect, useState } from 'preact/hooks';
import { NO_TAPS } from '../../lesson/place.ts';
import { decidedBy, decidedHow, type Taps } from '../../../session/lesson/lesson.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { announce } from '../../parts/live.tsx';
import { lt } from '../../../text/lesson/words.ts';
import { Cards } from './cards.tsx';
import { cornerModels, useLesson, type Scene } from './context.ts';
import { Screen } from './frame.tsx';

/** What the bots tap, by corner; the last but one of them by mistake. */
const BOTS = [0, 1, 2, 0];
/** Stands for the question, which no scenario holds. */
const NO_SITUATION = 0;
/** Milliseconds between two bots. */
const PACE = 700;

/** A question about nothing, on which cards are tried: bots tap, a mis-tap is undone. Nothing of it is kept. */
export const Rehearsal = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { teller } = scene;
  const corners = cornerModels(teller);
  const [past, setPast] = useState<readonly Taps[]>([NO_TAPS]);
  const [bots, setBots] = useState(0);
  const [shown, setShown] = useState(false);
  const taps = past.at(-1) ?? NO_TAPS;
  const titles = [lt('try.a'), lt('try.b'), lt('try.c')];
  const chair = corners[0]?.id ?? '';
  const way = store.lesson.value?.way ?? 'majority';
  const tap = (corner: string, option: number): void => {
    setPast((before) => [...before, { ...taps, answers: { ...taps.answers, [corner]: option } }]);
  };
  useHeadingFocus('lesson-heading', shown);
  useEffect(() => {
    if (bots === 0 || bots > corners.length) return undefined;
    const wait = setTimeout(() => {
      const corner = corners[bots - 1];
      if (corner !== undefined) tap(corner.id, BOTS[(bots - 1) % BOTS.length] ?? 0);
      if (bots === corners.length) announce(lt('try.mistap'));
      setBots(bots + 1);
    }, PACE);
    return () => clearTimeout(wait);
  }, [bots]);
  const votes = Object.values(taps.answers);
  // The question is about nothing; the rule by which it is decided is the lesson's own.
  const decided = decidedBy(teller.bundle, way, 0, NO_SITUATION, taps)?.answers[0]?.option ?? 0;
  const counts = { count: votes.filter((each) => each === decided).length, of: votes.length };
  const ready = taps.answers[chair] !== undefined && Object.keys(taps.answers).length > 1;
  if (shown)
    return (
      <Screen
        scene={scene}
        name="outcome"
        foot={
          <button type="button" class="btn primary" onClick={() => void store.goOn()}>
            {lt('try.done')}
          </button>
        }
      >
        <p class="ls-eyebrow">{lt('try.eyebrow')}</p>
        <h1 id="lesson-heading" tabIndex={-1}>
          {lt('try.decided', { title: titles[decided] ?? '' })}
        </h1>
        <p class="ls-text">{lt(`try.${decidedHow(way, votes, decided)}`, counts)}</p>
      </Screen>
    );
  return (
    <Screen
      scene={scene}
      name="cards"
      foot={
        <>
          <button type="button" class="btn" disabled={bots > 0} onClick={() => setBots(1)}>
            {lt('try.bots')}
          </button>
          <button type="button" class="btn" disabled={past.length < 2} onClick={() => setPast(past.slice(0, -1))}>
            {lt('stop.undo')}
          </button>
          <button type="button" class="btn primary" disabled={!ready} onClick={() => setShown(true)}>
            {lt('try.show')}
          </button>
        </>
      }
    >
      <p class="ls-eyebrow">{bots > corners.length ? lt('try.mistap') : lt('try.eyebrow')}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {lt('try.title')}
      </h1>
      <Cards
        corners={corners}
        options={titles.map((title, index) => ({ index, title }))}
        taps={taps}
        chair={chair}
        onTap={tap}
        onDissent={(corner) =>
          setPast([
            ...past,
            {
              ...taps,
              dissents: taps.dissents.includes(corner) ? taps.dissents.filter((each) => each !== corner) : [...taps.dissents, corner],
            },
          ])
        }
      />
    </Screen>
  );
};
