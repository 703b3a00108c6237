import { useEffect, useState } from 'preact/hooks';
import { viewAt, viewNow } from '../session/game.ts';
import { locale, t } from '../text/text.ts';
import { Home } from './screens/home/home.tsx';
import { KeepNotice } from './shell/keep-notice.tsx';
import { Later } from './parts/later.tsx';
import { LinkProblemPage } from './screens/problem/link-problem.tsx';
import { LiveRegion } from './parts/live.tsx';
import { Sheets } from './shell/menu.tsx';
import { MissingNotice } from './shell/missing-notice.tsx';
import { fetchWords, game, linkProblem, openShared, resume, scene, tellerAt } from './game/game-store.ts';
import { goTo, route } from './address.ts';
import { ScenarioPage } from './screens/setup/scenario-page.tsx';
import { After } from './screens/turn/consequences.tsx';
import { Frame } from './screens/turn/frame.tsx';
import { Chapter } from './screens/turn/chapter.tsx';
import { Passing } from './screens/turn/passing.tsx';
import { Stop } from './screens/turn/stop.tsx';

const review = () => import('./screens/review/review.tsx').then(({ Review }) => Review);

/** The game in hand, at whatever it shows now. */
const Play = () => {
  const now = game.value;
  const teller = now === undefined ? undefined : tellerAt(now, viewNow(now));
  if (now === undefined || teller === undefined) return <Resuming />;
  if (scene.value === 'over') return <Later load={review} />;
  const resolved = scene.value === 'stop' || now.states.length < 2 ? undefined : viewAt(now, now.states.length - 2);
  return (
    <Frame game={now} teller={teller} before={resolved}>
      {scene.value === 'stop' && (
        <Stop key={`${String(now.states.length)}-${String(now.explorationFrom ?? '')}`} game={now} teller={teller} />
      )}
      {scene.value === 'after' && <After key={now.states.length} game={now} teller={teller} />}
      {scene.value === 'passing' && <Passing game={now} teller={teller} />}
      {scene.value === 'chapter' && <Chapter key={now.states.length} game={now} teller={teller} />}
    </Frame>
  );
};

/** Fetches the last game kept when the address asks for one; home where there is none. */
const Resuming = () => {
  useEffect(() => {
    const now = game.peek();
    if (now !== undefined) void fetchWords(now.bundle.program.id);
    else
      void resume().then((found) => {
        if (!found) goTo({ at: linkProblem.peek() === undefined ? 'home' : 'play' });
      });
  }, []);
  return linkProblem.value ? <LinkProblemPage problem={linkProblem.value} /> : <p class="page muted">{t('app.loading')}</p>;
};

/** Opens a shared link, then goes to the game or says why not. */
const Opening = ({ code }: { readonly code: string }) => {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void openShared(code).then((opened) => {
      if (opened) goTo({ at: scene.peek() === 'over' ? 'review' : 'play' });
      else setFailed(true);
    });
  }, [code]);
  return failed && linkProblem.value ? <LinkProblemPage problem={linkProblem.value} /> : <p class="page muted">{t('app.loading')}</p>;
};

const Screen = () => {
  const now = route.value;
  switch (now.at) {
    case 'home':
      return <Home />;
    case 'scenario':
      return <ScenarioPage key={now.id} id={now.id} />;
    case 'play':
      return <Play />;
    case 'review':
      return game.value === undefined || tellerAt(game.value, viewNow(game.value)) === undefined ? <Resuming /> : <Later load={review} />;
    case 'problem':
      return linkProblem.value ? <LinkProblemPage problem={linkProblem.value} /> : <Home />;
    case 'link':
      return <Opening key={now.code} code={now.code} />;
  }
};

export const App = () => {
  const language = locale.value;
  useEffect(() => {
    const now = game.peek();
    if (now !== undefined) void fetchWords(now.bundle.program.id);
    document.title = t('app.title');
  }, [language]);
  const skipTo = route.value.at === 'play' && scene.value !== 'over' ? '#desk' : '#main';
  return (
    <>
      <a
        class="skip"
        href={skipTo}
        onClick={(event) => {
          // The hash is the route, so the jump is made by hand.
          event.preventDefault();
          const target = document.querySelector<HTMLElement>(skipTo);
          target?.setAttribute('tabindex', '-1');
          target?.focus();
        }}
      >
        {skipTo === '#desk' ? t('app.skip') : t('app.skip_main')}
      </a>
      <Screen />
      <Sheets />
      <KeepNotice />
      <MissingNotice />
      <LiveRegion />
    </>
  );
};
