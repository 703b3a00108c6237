import { useEffect, useState } from 'preact/hooks';
import { viewNow } from '../../../session/chronicle.ts';
import { locale, t } from '../../../text/text.ts';
import { lt } from '../../../text/lesson/words.ts';
import { openLessons, type LessonStore } from '../../lesson/lesson-store.ts';
import { useDesk } from '../../desk-context.ts';
import { keepOffline } from '../../offline.ts';
import { Failed } from '../../parts/failed.tsx';
import { Drawings } from '../../parts/marks.tsx';
import { Bell, Between, Ended, Rest, Standing } from './between.tsx';
import { ChairsRehearsal } from './chairs/rehearsal.tsx';
import { Seats } from './chairs/seats.tsx';
import { LessonContext, type Scene } from './context.ts';
import { Debrief } from './debrief.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { asksForGroups, SetUp } from './set-up.tsx';
import { Stop } from './stop.tsx';
import { Who } from './who.tsx';
import { Writing } from './writing.tsx';
import '../../style/lesson.css';

const SCENES = {
  who: Who,
  seats: Seats,
  rehearsal: Rehearsal,
  stop: Stop,
  write: Writing,
  standing: Standing,
  between: Between,
  rest: Rest,
  bell: Bell,
  ended: Ended,
  debrief: Debrief,
} as const;

/** What shows another screen where people hold chairs at one device. */
const WITH_CHAIRS = { ...SCENES, who: Seats, rehearsal: ChairsRehearsal } as const;

const Running = ({ store }: { readonly store: LessonStore }) => {
  const [game, place] = [store.game.value, store.place.value];
  const teller = game === undefined ? undefined : store.tellerAt(viewNow(game));
  if (game === undefined || place === undefined || teller === undefined) return <p class="page muted">{t('app.loading')}</p>;
  const Show = (store.form.value === 'chairs' ? WITH_CHAIRS : SCENES)[place.scene];
  const scene: Scene = { game, place, teller };
  return (
    <Drawings.Provider value={game.bundle.catalogue}>
      <Show key={`${place.scene} ${String(place.turn)}`} scene={scene} />
    </Drawings.Provider>
  );
};

/** A lesson around one screen: set up, or taken up where it was left. */
export const Lesson = () => {
  const { address } = useDesk();
  const [store] = useState(openLessons);
  const [looked, setLooked] = useState(false);
  const [failed, setFailed] = useState(false);
  const language = locale.value;
  useEffect(() => {
    document.title = lt('lesson.title');
    return () => {
      document.title = t('app.title');
    };
  }, [language]);
  useEffect(() => void store.fetchWords().catch(() => setFailed(true)), [language]);
  useEffect(() => {
    void keepOffline();
    store
      .resume()
      .catch(() => setFailed(true))
      .finally(() => setLooked(true));
  }, []);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  if (!looked) return <p class="page muted">{t('app.loading')}</p>;
  return (
    <LessonContext.Provider value={store}>
      {store.place.value === undefined || asksForGroups(address.route.value) ? (
        <SetUp onFail={() => setFailed(true)} />
      ) : (
        <Running store={store} />
      )}
    </LessonContext.Provider>
  );
};
