import { viewAt, type Chronicle } from '../../session/chronicle.ts';
import { t } from '../../text/text.ts';
import { chargeMovedBy } from '../../telling/charge-moved.ts';
import { chargesOf, readingTurn } from '../../telling/charges.ts';
import type { View } from '../../engine/view.ts';
import type { Teller } from '../../telling/teller.ts';

const WORDS = { met: 'review.met', partly: 'review.partly', missed: 'review.missed' } as const;

/** Each charge, how far it was met, and the figures it was read by. */
export const ChargesRead = ({
  teller,
  game,
  tellerAt,
  acts = false,
}: {
  readonly teller: Teller;
  readonly game: Chronicle;
  readonly tellerAt: (view: View) => Teller | undefined;
  /** Whether what was ordered and moved the figures is told too. */
  readonly acts?: boolean;
}) => {
  const turn = readingTurn(game);
  const then = game.moments.length > turn ? tellerAt(viewAt(game, turn)) : undefined;
  return (
    <ul class="charges-read">
      {chargesOf(teller, game, then).map(({ id, title, line, told, state, named }) => (
        <li key={id} class={`is-${state}`}>
          <i class="dot" aria-hidden="true" />
          <div>
            <b>{title}</b> {named && <span class="n">({t('review.named')})</span>}
            <small>{line}</small>
            {told !== '' && <small class="told">{told}</small>}
            {acts &&
              chargeMovedBy(teller, game, id).map((line) => (
                <small key={line} class="told moved">
                  {line}
                </small>
              ))}
          </div>
          <span class="cw">{t(WORDS[state])}</span>
        </li>
      ))}
    </ul>
  );
};
