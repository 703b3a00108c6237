import { useState } from 'preact/hooks';
import type { ReactionModel } from '../../telling/consequences.ts';
import { t } from '../../text/text.ts';
import { Icon } from './icons.tsx';
import { Mark } from './marks.tsx';

/** Moves told unasked. */
const TOLD = 3;

const Moves = ({ moves, reasons }: { readonly moves: readonly ReactionModel[]; readonly reasons: boolean }) => (
  <ul class="react">
    {moves.map(({ power, name, did, reason, answers, atOnce }) => (
      <li key={power} class={answers === '' ? '' : 'is-answer'}>
        <Mark power={power} size={22} />
        <span>
          <b>{name}</b> {did}
          {reasons && reason !== '' && <q>{reason}</q>}
          {reasons && answers !== '' && !atOnce && <small class="answers">{answers}</small>}
        </span>
      </li>
    ))}
  </ul>
);

const Names = ({ of, children }: { readonly of: readonly ReactionModel[]; readonly children: string }) =>
  of.length === 0 ? null : (
    <p class="silent">
      {of.map(({ power, name }) => (
        <span key={power}>
          <Mark power={power} size={15} /> {name}
        </span>
      ))}
      <i>{children}</i>
    </p>
  );

/** How the powers answered the order, and what they did besides: a few, and on request all, with the reasons they state. */
export const Reactions = ({ reactions }: { readonly reactions: readonly ReactionModel[] }) => {
  const [all, setAll] = useState(false);
  const spoken = reactions.filter(({ did, silent }) => did !== '' && !silent);
  const told = all ? spoken : spoken.slice(0, TOLD);
  const answers = told.filter((each) => each.answers !== '');
  const others = told.filter((each) => each.answers === '');
  const noting = reactions.filter(({ silent }) => silent);
  const still = reactions.filter(({ did }) => did === '');
  // Where nobody answers, that they let it pass is the answer.
  const hushed = all || answers.length === 0;
  return (
    <section>
      <div class="sec mt">
        <h3>{t(answers.length > 0 || noting.length > 0 ? 'after.answered' : 'after.reactions')}</h3>
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name="down" size={14} />
          {all ? t('option.digits_hide') : t('after.reasons')}
        </button>
      </div>
      <Moves moves={answers} reasons={all} />
      {hushed && <Names of={noting}>{t('after.noted')}</Names>}
      {all && answers.length > 0 && others.length > 0 && <h4 class="small-h">{t('after.besides')}</h4>}
      <Moves moves={others} reasons={all} />
      {(all || spoken.length + noting.length === 0) && <Names of={still}>{t('after.silent')}</Names>}
    </section>
  );
};
