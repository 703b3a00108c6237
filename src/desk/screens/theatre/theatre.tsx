import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { Failed } from '../../parts/failed.tsx';
import { Drawings } from '../../parts/marks.tsx';
import { SourceCard } from '../../parts/source-card.tsx';
import { t } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import { Beside } from './beside.tsx';
import { Choose } from './choose.tsx';
import { isOpened, useOpened, type Failing } from './opened.ts';
import { Watch } from './watch.tsx';
import '../../style/ledger.css';
import '../../style/names.css';
import '../../style/theatre.css';

/** Why a game that the address names is not shown. */
const why = (failing: Failing): string => (failing === 'gone' || failing === 'unreachable' ? tt('theatre.gone') : tt('theatre.problem'));

/** Any game watched again, alone or beside another one: what it shows changes no game. */
export const Theatre = () => {
  const { store, address } = useDesk();
  const route = address.route.value;
  const named = route.at === 'theatre' ? route.games : [];
  const choosing = named[0] === 'open';
  const tokens = named.length === 0 ? ['h'] : choosing ? [] : named;
  const opened = useOpened(store, tokens);
  useEffect(() => {
    document.title = `${tt('theatre.title')} · ${t('app.title')}`;
    return () => (document.title = t('app.title'));
  });
  if (choosing) return <Choose />;
  if (opened === undefined) return <p class="page muted">{t('app.loading')}</p>;
  if (opened.includes('unreachable')) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  const failing = opened.find((each) => !isOpened(each));
  if (failing !== undefined && !isOpened(failing)) return <Choose {...(named.length === 0 ? {} : { said: why(failing) })} />;
  const [a, b] = opened.filter(isOpened);
  if (a === undefined) return <Choose />;
  return (
    <Drawings.Provider value={a.shown.chronicle.bundle.catalogue}>
      {b === undefined ? <Watch key={a.token} opened={a} /> : <Beside key={`${a.token}/${b.token}`} a={a} b={b} />}
      <SourceCard />
    </Drawings.Provider>
  );
};
