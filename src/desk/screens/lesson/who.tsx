import { useHeadingFocus } from '../../parts/focus.ts';
import { lt } from '../../../text/lesson/words.ts';
import { cornerModels, useLesson, type Scene } from './context.ts';
import { CornerMark } from './corner.tsx';
import { Screen } from './frame.tsx';

const PLACES = ['corner.front_left', 'corner.front_right', 'corner.back_left', 'corner.back_right'] as const;

/** Who we are, the corners, one rule. */
export const Who = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { teller } = scene;
  useHeadingFocus('lesson-heading', 'who');
  return (
    <Screen
      scene={scene}
      name="who"
      foot={
        <>
          <button type="button" class="btn primary" onClick={() => store.show('rehearsal')}>
            {lt('who.rehearse')}
          </button>
          <button type="button" class="btn" onClick={() => void store.goOn()}>
            {lt('who.begin')}
          </button>
        </>
      }
    >
      <p class="ls-eyebrow">{teller.say('scenario.role')}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {lt('who.title')}
      </h1>
      <ul class="ls-corners">
        {cornerModels(teller).map(({ id, letter, name }, i) => {
          const place = PLACES[i];
          return (
            <li key={id}>
              <CornerMark letter={letter} label={lt('corner.name', { letter })} />
              <div>
                <h2>{name}</h2>
                {place !== undefined && <p>{lt(place)}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <p class="ls-rule">
        <b>{lt('who.rule_title')}.</b> {lt('who.rule')}
      </p>
    </Screen>
  );
};
