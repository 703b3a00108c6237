import { useHeadingFocus } from '../../parts/focus.ts';
import { gt } from '../../../text/lesson/groups.ts';
import { lt } from '../../../text/lesson/words.ts';
import { cornerModels, useLesson, type Scene } from './context.ts';
import { CornerMark } from './corner.tsx';
import { Sealed } from './sealed.tsx';
import { Screen } from './frame.tsx';

const PLACES = ['corner.front_left', 'corner.front_right', 'corner.back_left', 'corner.back_right'] as const;

/** Who we are, the corners, one rule. */
export const Who = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { teller } = scene;
  const lesson = store.lesson.value;
  const room = lesson?.alias === undefined;
  const alone = lesson?.way === 'alone';
  const title = room ? lt('who.title') : gt(alone ? 'who.alone' : 'who.offices');
  const besides = (i: number): string | undefined => {
    const place = PLACES[i];
    if (!room) return gt(alone ? 'who.alone_line' : 'who.offices_line');
    return place === undefined ? undefined : lt(place);
  };
  useHeadingFocus('lesson-heading', 'who');
  return (
    <Screen
      scene={scene}
      name="who"
      foot={
        <>
          {!alone && (
            <button type="button" class="btn primary" onClick={() => store.show('rehearsal')}>
              {lt('who.rehearse')}
            </button>
          )}
          <button type="button" class={alone ? 'btn primary' : 'btn'} onClick={() => void store.goOn()}>
            {lt('who.begin')}
          </button>
        </>
      }
    >
      <p class="ls-eyebrow">{teller.say('scenario.role')}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {title}
      </h1>
      <ul class="ls-corners">
        {cornerModels(teller).map(({ id, letter, name, wants }, i) => {
          const beside = besides(i);
          return (
            <li key={id}>
              <CornerMark letter={letter} label={lt('corner.name', { letter })} />
              <div>
                <h2>
                  {name} {beside !== undefined && <small>{beside}</small>}
                </h2>
                <p>{wants}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <Sealed teller={teller} />
      {!alone && <p class="ls-rule">{lt('who.rule')}</p>}
    </Screen>
  );
};
