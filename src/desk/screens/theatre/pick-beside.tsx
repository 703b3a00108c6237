import { viewNow } from '../../../session/chronicle.ts';
import { turnWithin } from '../../../telling/clock.ts';
import { t } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import { useDesk } from '../../desk-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { KeptList, LinkForm } from './choose.tsx';
import { onLineOf, type Opened } from './opened.ts';

/** Which game to set beside the one that is watched: one of its own lines, one that is kept, or one of a link. */
export const PickBeside = ({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) => {
  const { address } = useDesk();
  const { shown, tellerAt, token } = opened;
  const { chronicle, table } = shown;
  const { record, line: own } = table.game();
  const teller = tellerAt(viewNow(chronicle));
  const beside = (other: string): void => {
    onClose();
    address.goTo({ at: 'theatre', games: [token.startsWith('g=') ? token : onLineOf(token, own), other] });
  };
  return (
    <Dialog title={tt('beside.pick')} onClose={onClose}>
      <div class="th-pick">
        <p class="n">{tt('beside.pick_hint')}</p>
        <h3 class="small-h">{tt('beside.lines')}</h3>
        {record.lines.length < 2 ? (
          <p class="muted">{tt('beside.none_lines')}</p>
        ) : (
          <ul class="th-kept">
            {record.lines.map(({ from, orders }, line) =>
              line === own ? null : (
                <li key={line}>
                  <button type="button" class="kept" onClick={() => beside(onLineOf(token, line))}>
                    <b>{from === undefined ? tt('beside.first_line') : tt('beside.branch', { when: turnWithin(teller, from.turn) })}</b>
                    <span>{t('review.line_turns', { count: (from?.turn ?? 0) + orders.length })}</span>
                  </button>
                </li>
              ),
            )}
          </ul>
        )}
        <h3 class="small-h">{tt('beside.kept')}</h3>
        <KeptList only={chronicle.bundle.program.id} pick={({ id }) => beside(`k=${id}`)} />
        <LinkForm label={tt('beside.link')} button={tt('beside.compare')} go={(code) => beside(`g=${code}`)} />
      </div>
    </Dialog>
  );
};
