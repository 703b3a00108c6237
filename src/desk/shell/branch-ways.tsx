import { t } from '../../text/text.ts';
import { tb } from '../../text/branch.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';

/** From a branch: back to the game that it left, and both side by side. Nothing on a line that left none. */
export const BranchWays = ({ onClose: close }: { readonly onClose: () => void }) => {
  const { store, address } = useDesk();
  const here = store.lines.value.find(({ atHand }) => atHand);
  if (here?.left === undefined) return null;
  const { line, left } = here;
  return (
    <>
      <button
        type="button"
        class="btn"
        id="branch-back"
        onClick={() => {
          close();
          void store.switchTo(left).then(() => address.goTo({ at: 'play' }));
        }}
      >
        <Icon name="back" />
        {tb('branch.back')}
      </button>
      <button
        type="button"
        class="btn"
        id="branch-beside"
        onClick={() => {
          close();
          address.goTo({ at: 'theatre', games: [`h.${String(left)}`, `h.${String(line)}`] });
        }}
      >
        <Icon name="beside" />
        {tb('branch.beside')}
      </button>
    </>
  );
};

/** What an exploration is, and the ways from it. */
export const BranchSheet = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={tb('branch.title')} onClose={onClose}>
    <div class="menu">
      <p class="n">{t('clock.exploration_hint')}</p>
      <BranchWays onClose={onClose} />
    </div>
  </Dialog>
);
