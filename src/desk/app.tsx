import { useEffect, useState } from 'preact/hooks';
import { viewAt, viewNow } from '../session/chronicle.ts';
import { editionOf } from '../session/library.ts';
import { locale, t } from '../text/text.ts';
import { Home } from './screens/home/home.tsx';
import { KeepNotice } from './shell/keep-notice.tsx';
import { apart, useApart } from './parts/apart.ts';
import { Failed } from './parts/failed.tsx';
import { Later, LaterWith } from './parts/later.tsx';
import type { Offer } from './game/game-store.ts';
import type { LinkProblem } from '../session/link.ts';
import { Drawings } from './parts/marks.tsx';
import { LiveRegion } from './parts/live.tsx';
import { useWithin } from './parts/within.ts';
import { OpenSheet } from './shell/open-sheet.tsx';
import { MissingNotice } from './shell/missing-notice.tsx';
import { useDesk } from './desk-context.ts';
import { useFaces } from './faces.ts';
import { ScenarioPage } from './screens/setup/scenario-page.tsx';
import { Frame } from './screens/turn/frame.tsx';
import { Stop } from './screens/turn/stop.tsx';

const theatre = () => import('./screens/theatre/theatre.tsx').then(({ Theatre }) => Theatre);
const offer = () => import('./screens/link/offer.tsx').then(({ OfferPage }) => OfferPage);
const review = () => import('./screens/review/review.tsx').then(({ Review }) => Review);

const lab = () => import('./screens/simulations/policy-lab.tsx').then(({ PolicyLab }) => PolicyLab);
const lesson = () => import('./screens/lesson/lesson-pages.tsx').then(({ LessonPages }) => LessonPages);

const ReviewLater = () => {
  const { store, address } = useDesk();
  useFaces();
  const later = <Later load={review} home={() => address.goTo({ at: 'home' })} />;
  const now = store.game.value;
  return now === undefined ? later : <Drawings.Provider value={now.bundle.catalogue}>{later}</Drawings.Provider>;
};

const AFTERWARDS = apart(() => import('./screens/turn/afterwards.ts'));

const linkProblem = () => import('./screens/problem/link-problem.tsx').then(({ LinkProblemPage }) => LinkProblemPage);

/** Why a link or save did not open. `kept`: it is one that this browser keeps. */
const ProblemPage = (props: { readonly problem: LinkProblem; readonly kept?: boolean }) => {
  const { address } = useDesk();
  return <LaterWith load={linkProblem} props={props} home={() => address.goTo({ at: 'home' })} />;
};

/** The game in hand, at whatever it shows now. */
const Play = () => {
  const { store, address } = useDesk();
  const now = store.game.value;
  const scene = store.scene.value;
  const teller = now === undefined ? undefined : store.tellerAt(viewNow(now));
  const { here, missing } = useApart(AFTERWARDS, scene !== 'stop' && scene !== 'over');
  if (now === undefined || teller === undefined) return <Resuming />;
  if (scene === 'over') return <ReviewLater />;
  if (missing !== undefined) return <Failed again={missing.again} home={() => address.goTo({ at: 'home' })} />;
  const resolved = scene === 'stop' || now.moments.length < 2 ? undefined : viewAt(now, now.moments.length - 2);
  return (
    <Drawings.Provider value={now.bundle.catalogue}>
      <Frame game={now} teller={teller} before={resolved}>
        {scene === 'stop' && <Stop key={`${String(now.moments.length)}-${String(now.explorationFrom ?? '')}`} game={now} teller={teller} />}
        {scene === 'after' && here && <here.Consequences key={now.moments.length} game={now} teller={teller} />}
        {scene === 'passing' && here && <here.Passing game={now} teller={teller} />}
        {scene === 'lost' && here && <here.Lost game={now} teller={teller} />}
        {scene === 'chapter' && here && <here.Chapter key={now.moments.length} game={now} teller={teller} />}
      </Frame>
    </Drawings.Provider>
  );
};

/** Something that has to be fetched or read before a screen can stand: a word while it comes, a way on where it does not. */
const Waiting = ({ work, mark }: { readonly work: () => Promise<void>; readonly mark: string }) => {
  const { address } = useDesk();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setFailed(false);
    work().catch(() => setFailed(true));
  }, [mark, tries]);
  if (!failed) return <p class="page muted">{t('app.loading')}</p>;
  return <Failed again={() => (tries === 0 ? setTries(1) : location.reload())} home={() => address.goTo({ at: 'home' })} />;
};

/** Fetches the words of the game in hand, or takes up the last game kept; home where there is none. */
const Resuming = () => {
  const { store, address } = useDesk();
  const problem = store.linkProblem.value;
  if (problem) return <ProblemPage problem={problem} kept />;
  return (
    <Waiting
      mark={`resume ${locale.value}`}
      work={async () => {
        const now = store.game.peek();
        if (now !== undefined) await store.fetchWords(editionOf(now.bundle));
        else if (!(await store.resume())) address.replace({ at: store.linkProblem.peek() === undefined ? 'home' : 'play' });
      }}
    />
  );
};

/** Opens a shared link: what it offers, where there is a choice; a game that has not begun at once; or why it does not open. */
const Opening = ({ code }: { readonly code: string }) => {
  const { store, address } = useDesk();
  const [refused, setRefused] = useState(false);
  const [found, setFound] = useState<Offer | undefined>(undefined);
  const problem = store.linkProblem.value;
  if (refused && problem) return <ProblemPage problem={problem} />;
  if (found !== undefined) return <LaterWith load={offer} props={{ offer: found, code }} home={() => address.goTo({ at: 'home' })} />;
  return (
    <Waiting
      mark={code}
      work={async () => {
        setRefused(false);
        const offered = await store.peekShared(code);
        if (offered?.begun === true) setFound(offered);
        else if (offered !== undefined && (await store.openShared(code))) address.replace({ at: 'play' });
        else setRefused(true);
      }}
    />
  );
};

const Screen = () => {
  const { store, address } = useDesk();
  const now = address.route.value;
  const home = (): void => address.goTo({ at: 'home' });
  switch (now.at) {
    case 'home':
      return <Home />;
    case 'scenario':
      return <ScenarioPage key={now.id} id={now.id} />;
    case 'play':
      return <Play />;
    case 'review': {
      const game = store.game.value;
      return game === undefined || store.tellerAt(viewNow(game)) === undefined ? <Resuming /> : <ReviewLater />;
    }
    case 'lab':
      return <Later load={lab} home={home} />;
    case 'lesson':
    case 'alliances':
    case 'class':
    case 'groups':
    case 'write':
      return <Later load={lesson} home={home} />;
    case 'problem':
      return store.linkProblem.value ? <ProblemPage problem={store.linkProblem.value} /> : <Home />;
    case 'theatre':
      return <Later load={theatre} home={home} />;
    case 'link':
      return <Opening key={now.code} code={now.code} />;
  }
};

export const App = () => {
  const { store, address } = useDesk();
  const { find } = useWithin();
  const language = locale.value;
  useEffect(() => {
    const now = store.game.peek();
    // Where they cannot be had the old words stay, and whatever needs the new ones says so.
    if (now !== undefined) void store.fetchWords(editionOf(now.bundle)).catch(() => undefined);
    document.title = t('app.title');
  }, [language]);
  const skipTo = address.route.value.at === 'play' && store.game.value && store.scene.value !== 'over' ? '#desk' : '#main';
  return (
    <>
      <a
        class="skip"
        href={skipTo}
        onClick={(event) => {
          // The hash is the route, so the jump is made by hand.
          event.preventDefault();
          const target = find(skipTo);
          target?.setAttribute('tabindex', '-1');
          target?.focus();
        }}
      >
        {skipTo === '#desk' ? t('app.skip') : t('app.skip_main')}
      </a>
      <Screen />
      <OpenSheet />
      <KeepNotice />
      <MissingNotice />
      <LiveRegion />
    </>
  );
};
