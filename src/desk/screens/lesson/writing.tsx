import { menuNow } from '../../../session/chronicle.ts';
import { writtenAt } from '../../../session/lesson/lesson.ts';
import { briefOf } from '../../../telling/brief.ts';
import { choiceOf } from '../../../telling/options.ts';
import { wt } from '../../../text/lesson/reasons.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { useLesson, type Scene } from './context.ts';
import { Screen } from './frame.tsx';
import { WriteForm } from './write-form.tsx';

/** On the one device of a cabinet: one after another writes, each under an alias, while the clock stands. */
export const Writing = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  const open = menuNow(game).situations[0];
  const title = open === undefined ? '' : (briefOf(teller, open.situation)?.title ?? '');
  const cards = open === undefined ? [] : choiceOf(teller, open.situation, open.options).options.map((option) => option.title);
  const cut = store.cut.value;
  const nth = cut === undefined ? 0 : writtenAt(cut).indexOf(place.stop);
  useHeadingFocus('lesson-heading', 'write');
  return (
    <Screen
      scene={scene}
      turn={place.turn}
      name="write"
      foot={
        <button type="button" class="btn primary" onClick={() => store.write(false)}>
          {wt('write.back')}
        </button>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {title}
      </h1>
      <p class="ls-small">{wt('write.lead')}</p>
      <WriteForm
        about={{ scenario: teller.bundle.program.id, decisions: [title], cards, sources: [] }}
        tasks={[nth === 1 ? 'second' : 'first']}
      />
    </Screen>
  );
};
