import { useLayoutEffect, useRef } from 'preact/hooks';
import { viewNow } from '../../session/chronicle.ts';
import { useDesk } from '../desk-context.ts';
import { LaterSheet } from '../parts/later.tsx';
import { useSheet } from './sheets.ts';

/** The game in hand to take along. */
const Take = ({ onClose }: { readonly onClose: () => void }) => {
  const { store } = useDesk();
  const chronicle = store.game.value;
  const record = store.record();
  const teller = chronicle === undefined ? undefined : store.tellerAt(viewNow(chronicle));
  if (chronicle === undefined || record === undefined || teller === undefined) return null;
  return (
    <LaterSheet
      key="take"
      load={() => import('./take-sheet.tsx').then(({ TakeSheet }) => TakeSheet)}
      props={{ record, chronicle, tellerAt: (view) => store.tellerAt(view) ?? teller, name: store.nameHere, onClose }}
    />
  );
};

/** Where one sheet led to another, the browser no longer knows what opened the first: the focus goes back there all the same. */
const useWayBack = (open: boolean): void => {
  const from = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (open) {
      from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      return;
    }
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && from.current?.isConnected === true) from.current.focus();
    });
  }, [open]);
};

/** The sheet that any screen of a game can open: each is fetched when it is first wanted. */
export const OpenSheet = () => {
  const sheet = useSheet();
  const onClose = (): void => void (sheet.value = undefined);
  useWayBack(sheet.value !== undefined);
  if (sheet.value === 'menu')
    return <LaterSheet key="menu" load={() => import('./menu.tsx').then(({ Menu }) => Menu)} props={{ onClose }} />;
  if (sheet.value === 'how-to')
    return <LaterSheet key="how-to" load={() => import('./how-to.tsx').then(({ HowTo }) => HowTo)} props={{ onClose }} />;
  if (sheet.value === 'notices')
    return (
      <LaterSheet key="notices" load={() => import('./notices-sheet.tsx').then(({ NoticesSheet }) => NoticesSheet)} props={{ onClose }} />
    );
  if (sheet.value === 'take') return <Take onClose={onClose} />;
  if (sheet.value === 'keys')
    return <LaterSheet key="keys" load={() => import('./keys-help.tsx').then(({ KeysHelp }) => KeysHelp)} props={{ onClose }} />;
  if (sheet.value === 'charges')
    return <LaterSheet key="charges" load={() => import('./charges.tsx').then(({ ChargesSheet }) => ChargesSheet)} props={{ onClose }} />;
  if (sheet.value === 'branch')
    return <LaterSheet key="branch" load={() => import('./branch-ways.tsx').then(({ BranchSheet }) => BranchSheet)} props={{ onClose }} />;
  if (typeof sheet.value === 'object')
    return (
      <LaterSheet
        key="link"
        load={() => import('./link-sheet.tsx').then(({ LinkSheet }) => LinkSheet)}
        props={{ onClose, ...sheet.value }}
      />
    );
  return null;
};
