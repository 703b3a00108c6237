import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';
import { Dialog } from './dialog.tsx';
import { Failed } from './failed.tsx';

/** A screen whose program is fetched when it is first needed. */
export const Later = ({ load, home }: { readonly load: () => Promise<FunctionComponent>; readonly home: () => void }) => (
  <LaterWith load={load} props={{}} home={home} />
);

/** The same for a screen that is given something. */
export const LaterWith = <P extends object>({
  load,
  props,
  home,
}: {
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P;
  readonly home: () => void;
}) => {
  const [screen, setScreen] = useState<{ readonly show: FunctionComponent<P> } | 'failed' | undefined>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    const settle = (found: typeof screen): void => {
      // Another screen may be wanted by the time this one comes.
      if (!left) setScreen(found);
    };
    setScreen(undefined);
    load().then(
      (show) => settle({ show }),
      () => settle('failed'),
    );
    return () => {
      left = true;
    };
  }, [tries, load]);
  if (screen === undefined) return <p class="page muted">{t('app.loading')}</p>;
  if (screen === 'failed') return <Failed again={() => (tries < RELOAD_AFTER ? setTries(tries + 1) : location.reload())} home={home} />;
  const Screen = screen.show;
  return <Screen {...props} />;
};

/** A browser remembers that a part of a program could not be fetched: then only a reload asks for it anew. */
const RELOAD_AFTER = 1;

/** A sheet whose program is fetched when it is first opened; says so where it cannot be had. */
export const LaterSheet = <P extends { readonly onClose: () => void }>({
  load,
  props,
}: {
  readonly load: () => Promise<FunctionComponent<P>>;
  readonly props: P;
}) => {
  const [sheet, setSheet] = useState<{ readonly show: FunctionComponent<P> } | 'failed' | undefined>(undefined);
  useEffect(() => {
    load().then(
      (show) => setSheet({ show }),
      () => setSheet('failed'),
    );
  }, []);
  if (sheet === undefined) return null;
  if (sheet === 'failed')
    return (
      <Dialog title={t('failed.title')} onClose={props.onClose}>
        <p class="brief">{t('failed.what')}</p>
      </Dialog>
    );
  const Sheet = sheet.show;
  return <Sheet {...props} />;
};
