import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/text.ts';

/** A screen whose program is fetched when it is first needed. */
export const Later = ({ load }: { readonly load: () => Promise<FunctionComponent> }) => {
  const [screen, setScreen] = useState<{ readonly show: FunctionComponent } | 'failed' | undefined>(undefined);
  useEffect(() => {
    load().then(
      (show) => setScreen({ show }),
      () => setScreen('failed'),
    );
  }, []);
  if (screen === undefined) return <p class="page muted">{t('app.loading')}</p>;
  if (screen === 'failed') return <p class="page">{t('app.failed')}</p>;
  const Screen = screen.show;
  return <Screen />;
};
