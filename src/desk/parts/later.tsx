import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { Failed } from './failed.tsx';

/** A screen whose program is fetched when it is first needed. */
export const Later = ({ load, home }: { readonly load: () => Promise<FunctionComponent>; readonly home: () => void }) => {
  const [screen, setScreen] = useState<{ readonly show: FunctionComponent } | 'failed' | undefined>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setScreen(undefined);
    load().then(
      (show) => setScreen({ show }),
      () => setScreen('failed'),
    );
  }, [tries]);
  if (screen === undefined) return <p class="page muted">{t('app.loading')}</p>;
  if (screen === 'failed') return <Failed again={() => (tries < RELOAD_AFTER ? setTries(tries + 1) : location.reload())} home={home} />;
  const Screen = screen.show;
  return <Screen />;
};

/** A browser remembers that a part of a program could not be fetched: then only a reload asks for it anew. */
const RELOAD_AFTER = 1;
