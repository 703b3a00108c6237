import type { View } from '../../engine/view.ts';
import { t } from '../../text/text.ts';
import { factsOf, type Subject } from '../../telling/facts.ts';
import type { Turns } from '../../telling/starter.ts';
import type { Teller } from '../../telling/teller.ts';
import { Dialog } from './dialog.tsx';
import { Sparkline } from './sparkline.tsx';

/** What a gauge, a seal, a capital or a place is, how it stands, and what moved it. */
export const FactsSheet = ({
  teller,
  turns,
  views,
  subject,
  onClose,
}: {
  readonly teller: Teller;
  readonly turns: Turns;
  readonly views: readonly View[];
  readonly subject: Subject;
  readonly onClose: () => void;
}) => {
  const { title, about, now, past, air, moved, lists, note } = factsOf(teller, turns, views, subject);
  return (
    <Dialog title={title} onClose={onClose}>
      {about !== '' && <p class="claim">{about}</p>}
      {now.length > 0 && (
        <dl class="facts">
          {now.map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
      {past.length > 1 && <Sparkline values={past} width={280} height={44} air={air} />}
      {now.length > 0 && (
        <>
          <h3 class="small-h">{t('facts.moved')}</h3>
          {moved.length === 0 ? (
            <p class="n">{t('facts.unmoved')}</p>
          ) : (
            <ul class="moved">
              {moved.map(({ when, why, by }, i) => (
                <li key={i}>
                  <span class="n">{when}</span> <span>{why}</span> <b>{by}</b>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {lists.map(({ title: head, items }) => (
        <section key={head}>
          <h3 class="small-h">{head}</h3>
          <ul class="plain">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      {note !== '' && <p class="n">{note}</p>}
    </Dialog>
  );
};
