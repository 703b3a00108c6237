import { rowsByTurn, viewAt, type Chronicle } from '../../../session/chronicle.ts';
import { datesOfTurn, jumpIn, weeksOf } from '../../../session/calendar.ts';
import { chosenOf, reactionsOf } from '../../../telling/consequences.ts';
import { datesAt } from '../../../telling/clock.ts';
import { verdictOf } from '../../../telling/review.ts';
import type { StanceModel } from '../../../telling/stance.ts';
import { dates } from '../../../telling/wording.ts';
import { FAR } from '../../../session/lesson/lesson.ts';
import type { LessonStore } from '../../lesson/lesson-store.ts';
import { fitting, page, sentencesOf, wordsIn } from '../../lesson/fit.ts';
import { instructionOf, instructionsOf } from '../../lesson/standing.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Mark } from '../../parts/marks.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { lt } from '../../../text/lesson/words.ts';
import { t } from '../../../text/text.ts';
import { useLesson, type Scene } from './context.ts';
import { Screen } from './frame.tsx';

/** What the desk is told to do until the class meets again. */
export const Standing = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  useHeadingFocus('lesson-heading', 'standing');
  const now = store.lesson.value?.standing;
  return (
    <Screen
      scene={scene}
      name="standing"
      foot={
        <button type="button" class="btn primary" onClick={() => void store.goOn()}>
          {lt('standing.done')}
        </button>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {lt('standing.title')}
      </h1>
      <p class="ls-text">{lt('standing.lead')}</p>
      <div class="ls-instructions" role="group" aria-label={lt('standing.change')}>
        {instructionsOf(scene.teller).map(({ policy, title }) => (
          <button key={policy} type="button" class="btn" aria-pressed={policy === now} onClick={() => void store.instruct(policy)}>
            {title}
          </button>
        ))}
      </div>
    </Screen>
  );
};

interface Told {
  readonly key: string;
  readonly power: string;
  readonly text: string;
}

/** Lines of each list, at most. */
const LINES = 3;

/** What the desk did in the class's name on one turn, told without the matter it answered: the class never met that. */
interface Answered {
  readonly turn: number;
  readonly text: string;
  readonly stance: StanceModel;
  readonly about: string;
}

const answeredIn = (store: LessonStore, game: Chronicle, from: number, to: number): readonly Answered[] => {
  const turns = rowsByTurn(game);
  return game.orders.slice(0, to).flatMap((order, turn): readonly Answered[] => {
    const then = turn < from || order === undefined ? undefined : store.tellerAt(viewAt(game, turn + 1));
    if (then === undefined || order === undefined) return [];
    return chosenOf(then, order, turns[turn + 1] ?? []).map(({ outcome, title, stance, about }) => ({
      turn,
      text: sentencesOf(outcome[0] ?? '')[0] ?? title,
      stance,
      about,
    }));
  });
};

const answeredWords = ({ text, stance, about }: Answered): string => `${text} ${stance.word} ${about}`;

/** `more`: how many others there were that have no room. */
const DeskAnswers = ({ answered, more }: { readonly answered: readonly Answered[]; readonly more: number }) => (
  <ul>
    {answered.map((each) => (
      <li key={`${String(each.turn)} ${each.text}`}>
        <span>
          {each.text} <StanceTag stance={each.stance} about={each.about} />
        </span>
      </li>
    ))}
    {more > 0 && <li>{lt('between.more', { count: more })}</li>}
  </ul>
);

/** The weeks between two stops: how the class was answered, what the desk answered for it, and how far the calendar goes. */
export const Between = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  useHeadingFocus('lesson-heading', place.turn);
  const stops = store.lesson.value?.stops ?? [];
  const last = stops.at(-1);
  const from = (last?.turn ?? -1) + 1;
  const to = game.moments.length - 1;
  const { calendar } = teller.bundle.program;
  const until = Math.max(from, to - 1);
  const [first, end] = [datesOfTurn(calendar, from), datesOfTurn(calendar, until)];
  const jump = jumpIn(calendar, Math.max(0, from - 1), to, FAR);
  const turns = rowsByTurn(game);
  const answers = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).flatMap((turn): Told[] => {
    const then = store.tellerAt(viewAt(game, turn + 1));
    if (then === undefined) return [];
    return reactionsOf(then, turns[turn + 1] ?? [])
      .filter(({ did, silent, answers: heard }) => did !== '' && !silent && heard !== '')
      .map(({ power, name, did }) => ({ key: `${String(turn)} ${power}`, power, text: `${name} ${did}` }));
  });
  const desk = answeredIn(store, game, from, to);
  const day = (date: string): string => dates(date, date, teller.locale);
  const leap = jump === undefined ? '' : lt(jump.gaps > 1 ? 'between.dates' : 'between.jump', { from: day(jump.from), to: day(jump.to) });
  const name = instructionOf(teller, store.lesson.value?.standing ?? '');
  const dated = jumpIn(calendar, Math.max(0, from - 1), until, FAR) !== undefined;
  const passed = dated
    ? lt('between.under', { name })
    : lt('between.passed', { name, span: t('count.week', { count: weeksOf(calendar, from, until) }) });
  const around = [lt('between.answers'), lt('between.desk'), passed, leap].reduce((sum, each) => sum + wordsIn(each), 0);
  const most = page(teller.locale) - around;
  const heard = fitting(answers.slice(0, LINES), ({ text }) => text, Math.round(most / 2));
  const rest = most - heard.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const told = fitting(desk.slice(0, LINES), answeredWords, rest);
  return (
    <Screen
      scene={scene}
      name="between"
      foot={
        <button type="button" class="btn primary" onClick={() => store.show('stop')}>
          {lt('between.on')}
        </button>
      }
    >
      {to > from && <p class="ls-eyebrow">{passed}</p>}
      <h1 id="lesson-heading" tabIndex={-1}>
        {dates(first.from, end.to, teller.locale)}
      </h1>
      {to > from && (
        <div class="ls-two">
          <section>
            <h2>{lt('between.answers')}</h2>
            {heard.length === 0 ? (
              <p>{lt('between.nothing')}</p>
            ) : (
              <ul>
                {heard.map(({ key, power, text }) => (
                  <li key={key}>
                    <Mark power={power} size={30} />
                    <span>{text}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{lt('between.desk')}</h2>
            {told.length === 0 ? <p>{lt('between.quiet')}</p> : <DeskAnswers answered={told} more={desk.length - told.length} />}
          </section>
        </div>
      )}
      {leap !== '' && <p class="ls-rule">{leap}</p>}
    </Screen>
  );
};

/** The end of a sitting that is not the last. */
export const Rest = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  useHeadingFocus('lesson-heading', 'rest');
  return (
    <Screen
      scene={scene}
      name="rest"
      foot={
        <button type="button" class="btn primary" onClick={() => void store.nextSitting()}>
          {lt('rest.next')}
        </button>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {lt('rest.title')}
      </h1>
      <p class="ls-text">{lt('rest.text')}</p>
    </Screen>
  );
};

/** The game is over, and the class had more to decide: how it ended, and what the desk answered on the way. */
export const Ended = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, teller } = scene;
  useHeadingFocus('lesson-heading', 'ended');
  const verdict = verdictOf(teller);
  const from = (store.lesson.value?.stops.at(-1)?.turn ?? -1) + 1;
  const desk = answeredIn(store, game, from, game.orders.length);
  const most = page(teller.locale) - wordsIn(lt('ended.text')) - wordsIn(lt('between.desk')) - wordsIn(verdict?.title ?? '');
  const text = fitting(sentencesOf(verdict?.paragraphs[0] ?? ''), (each) => each, Math.round(most / 2));
  const rest = most - text.reduce((sum, each) => sum + wordsIn(each), 0);
  const told = fitting(desk.slice(-LINES), answeredWords, rest);
  return (
    <Screen
      scene={scene}
      name="ended"
      foot={
        <button type="button" class="btn primary" onClick={() => void store.debrief()}>
          {lt('bell.debrief')}
        </button>
      }
    >
      <p class="ls-eyebrow">{lt('ended.eyebrow', { date: datesAt(teller, game.orders.length - 1) })}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {verdict?.title}
      </h1>
      <p class="ls-text">{text.join(' ')}</p>
      {told.length > 0 && (
        <section>
          <h2>{lt('between.desk')}</h2>
          <DeskAnswers answered={told} more={desk.length - told.length} />
        </section>
      )}
      <p class="ls-ask">{lt('ended.text')}</p>
    </Screen>
  );
};

/** The bell over an open decision. */
export const Bell = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { place } = scene;
  const last = place.sittings >= Math.max(1, ...(store.cut.value?.stops ?? []).map(({ sitting }) => sitting));
  useHeadingFocus('lesson-heading', 'bell');
  return (
    <Screen
      scene={scene}
      name="bell"
      turn={place.turn}
      foot={
        <>
          <button type="button" class="btn" onClick={() => store.later(2)}>
            {lt('bell.later')}
          </button>
          {last ? (
            <button type="button" class="btn primary" onClick={() => void store.debrief()}>
              {lt('bell.debrief')}
            </button>
          ) : (
            <button type="button" class="btn primary" onClick={() => store.show('rest')}>
              {lt('stop.on')}
            </button>
          )}
        </>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {lt('bell.title')}
      </h1>
      <p class="ls-text">{lt(last ? 'bell.text' : 'bell.rest')}</p>
    </Screen>
  );
};
