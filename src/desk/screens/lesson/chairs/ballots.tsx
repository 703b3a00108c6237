import { PASS } from '../../../../engine/order.ts';
import { rowsByTurn } from '../../../../session/chronicle.ts';
import { chosenOf } from '../../../../telling/consequences.ts';
import { holderWords } from '../../../lesson/briefing.ts';
import { useHeadingFocus } from '../../../parts/focus.ts';
import { ct } from '../../../../text/lesson/chairs.ts';
import { ClockBar } from '../clock-bar.tsx';
import { cornerModels, useLesson, type Scene } from '../context.ts';
import { CornerMark } from '../corner.tsx';
import { Screen } from '../frame.tsx';

/** The ballots of the decision that was just made, laid open. */
export const Ballots = ({ scene, now, how }: { readonly scene: Scene; readonly now: number; readonly how: string }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  const turn = game.moments.length - 2;
  const order = game.orders[turn] ?? PASS;
  const [answer] = order.answers;
  const [chosen] = chosenOf(teller, order, rowsByTurn(game)[turn + 1] ?? []);
  const stop = store.lesson.value?.stops.findLast((each) => each.turn === turn);
  const seating = store.chairs.seating.value;
  const spec = answer === undefined ? undefined : teller.bundle.program.situations[answer.situation];
  useHeadingFocus('lesson-heading', `ballots ${turn}`);
  return (
    <Screen
      scene={scene}
      turn={turn}
      name="uncovering"
      foot={
        <>
          {place.clock !== undefined && <ClockBar clock={place.clock} now={now} />}
          <button type="button" class="btn primary" onClick={store.skip}>
            {ct('open.on')}
          </button>
        </>
      }
    >
      <p class="ls-eyebrow">{ct('open.title')}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {chosen?.title}
      </h1>
      <p class="ls-chair">{how}</p>
      <ul class="ls-open">
        {cornerModels(teller).map(({ id, letter, name }) => {
          const option = stop?.ballots.find(({ chair }) => chair === id)?.order.answers[0]?.option;
          const titled = option === undefined ? undefined : spec?.options[option]?.id;
          const post = seating?.posts.find(({ chair }) => chair === id);
          const holder = seating === undefined || post === undefined ? undefined : seating.holderOf(post);
          return (
            <li key={id}>
              <CornerMark letter={letter} />
              <div>
                <b>{name}</b>
                <small>
                  {holder !== undefined && holderWords(holder)}
                  {stop?.chair === id && ` · ${ct('open.leads')}`}
                </small>
              </div>
              <p>
                {option === undefined || titled === undefined || spec === undefined
                  ? ct('open.none')
                  : ct('open.vote', { n: option + 1, title: teller.say(`situation.${spec.id}.option.${titled}.title`) })}
                {option !== undefined && option !== answer?.option && <em class="ls-lost">{ct('open.dissent')}</em>}
              </p>
            </li>
          );
        })}
      </ul>
    </Screen>
  );
};
