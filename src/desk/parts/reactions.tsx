import { useEffect, useState } from 'preact/hooks';
import type { ReactionModel } from '../../telling/consequences.ts';
import { t } from '../../text/text.ts';
import { Icon } from './icons.tsx';
import { Mark } from './marks.tsx';

/** Moves told unasked. */
const TOLD = 2;

/** Answers told unasked: of those whom the order was about, else the first. */
const nearest = (answers: readonly ReactionModel[]): readonly ReactionModel[] => {
  const concerned = answers.filter(({ concerned, atOnce }) => concerned && atOnce);
  return concerned.length > 0 ? concerned.slice(0, TOLD) : answers.slice(0, 1);
};

/** What else is to be said of a power's move, by power. */
type Asides = ReadonlyMap<string, string>;

const Moves = ({
  moves,
  told,
  asides,
}: {
  readonly moves: readonly ReactionModel[];
  /** `why`: the reason of an answer; `all`: also what each power says of its move, and what that answers. */
  readonly told: 'moves' | 'why' | 'all';
  readonly asides?: Asides | undefined;
}) =>
  moves.length === 0 ? null : (
    <ul class="react">
      {moves.map(({ power, name, did, because, reason, answers, atOnce }) => (
        <li key={power} class={answers === '' ? '' : 'is-answer'}>
          <Mark power={power} size={22} />
          <span>
            <b>{name}</b> {did}
            {told !== 'moves' && because !== '' && <small class="why-so">{because}</small>}
            {(told === 'all' || (told === 'why' && because === '')) && reason !== '' && <q>{reason}</q>}
            {told !== 'moves' && answers !== '' && !atOnce && <small class="answers">{answers}</small>}
            {told === 'all' && answers === '' && asides?.has(power) && <small class="answers">{asides.get(power)}</small>}
          </span>
        </li>
      ))}
    </ul>
  );

const Names = ({ of, children }: { readonly of: readonly ReactionModel[]; readonly children: string }) =>
  of.length === 0 ? null : (
    <p class="silent">
      {of.map(({ power, name }, i) => (
        <span key={power}>
          <Mark power={power} size={15} /> {name}
          {i < of.length - 1 && <span class="vh">, </span>}
        </span>
      ))}
      <i>{children}</i>
    </p>
  );

/**
 * How those answered whom the order was about, and why; where nobody answers, that they let it pass is the answer. On request all that the
 * powers did, with what they say themselves and what `aside` says of moves that answer nothing.
 */
export const Reactions = ({
  reactions,
  aside,
}: {
  readonly reactions: readonly ReactionModel[];
  readonly aside: () => Promise<Asides>;
}) => {
  const [all, setAll] = useState(false);
  const [asides, setAsides] = useState<Asides>();
  useEffect(() => {
    let shown = true;
    // What cannot be fetched leaves the moves without it.
    setAsides(undefined);
    if (all)
      void aside().then(
        (found) => shown && setAsides(found),
        () => undefined,
      );
    return () => void (shown = false);
  }, [all, aside]);
  const spoken = reactions.filter(({ did, silent }) => did !== '' && !silent);
  const noting = reactions.filter(({ silent }) => silent);
  const still = reactions.filter(({ did }) => did === '');
  const answers = spoken.filter((each) => each.answers !== '');
  const told = all ? answers : nearest(answers);
  const others = all ? spoken.filter((each) => each.answers === '') : noting.length > 0 ? [] : spoken.slice(0, TOLD);
  const unanswered = answers.length === 0;
  return (
    <section>
      <div class="sec mt">
        <h3>{t(unanswered && noting.length === 0 ? 'after.moves' : 'after.answered')}</h3>
        <button
          type="button"
          class="more"
          aria-expanded={all}
          aria-label={t(all ? 'after.moves_fold' : 'after.moves_all')}
          onClick={() => setAll(!all)}
        >
          <Icon name="down" size={14} />
          {t(all ? 'option.digits_hide' : 'after.further')}
        </button>
      </div>
      <Moves moves={told} told={all ? 'all' : 'why'} />
      {(all || unanswered) && <Names of={noting}>{t('after.noted')}</Names>}
      {all && others.length > 0 && !unanswered && <h4 class="small-h">{t('after.besides')}</h4>}
      {(all || unanswered) && <Moves moves={others} told={all ? 'all' : 'moves'} asides={asides} />}
      {(all || spoken.length + noting.length === 0) && <Names of={still}>{t('after.silent')}</Names>}
    </section>
  );
};
