import { rowsByTurn, viewAt } from '../../../session/chronicle.ts';
import { datesOfTurn } from '../../../session/calendar.ts';
import { reactionsOf } from '../../../telling/consequences.ts';
import { readingsOf } from '../../../telling/readings.ts';
import { datesAt } from '../../../telling/clock.ts';
import { stopsOf, verdictOf, type StopModel } from '../../../telling/review.ts';
import { dates, signed } from '../../../telling/wording.ts';
import { fitting, room, sentencesOf, wordsIn } from '../../lesson/fit.ts';
import { instructionOf, instructionsOf } from '../../lesson/standing.ts';
import { Arrow } from '../../parts/icons.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Mark } from '../../parts/marks.tsx';
import { lt } from '../../../text/lesson/words.ts';
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
const READINGS = 2;

/** What the desk answered, in a line. */
const deskLine = ({ situation, chosen }: StopModel): string => lt('between.line', { situation, option: chosen });

/** The weeks between two stops: how the class was answered, and what the desk answered for it. */
export const Between = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  useHeadingFocus('lesson-heading', place.turn);
  const stops = store.lesson.value?.stops ?? [];
  const last = stops.at(-1);
  const from = (last?.turn ?? -1) + 1;
  const to = game.moments.length - 1;
  const { calendar } = teller.bundle.program;
  const [first, end] = [datesOfTurn(calendar, from), datesOfTurn(calendar, Math.max(from, to - 1))];
  const turns = rowsByTurn(game);
  const answers = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).flatMap((turn): Told[] => {
    const then = store.tellerAt(viewAt(game, turn + 1));
    if (then === undefined) return [];
    return reactionsOf(then, turns[turn + 1] ?? [])
      .filter(({ did, silent, answers: heard }) => did !== '' && !silent && heard !== '')
      .map(({ power, name, did }) => ({ key: `${String(turn)} ${power}`, power, text: `${name} ${did}` }));
  });
  const desk = stopsOf(teller, game).filter(({ turn }) => turn >= from && turn < to);
  const most = room(teller.locale) - wordsIn(lt('between.answers')) - wordsIn(lt('between.desk')) - 12;
  const heard = fitting(answers.slice(0, LINES), ({ text }) => text, Math.round(most / 2));
  const rest = most - heard.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const told = fitting(desk.slice(0, LINES), deskLine, rest);
  const moved = readingsOf(teller, [], undefined, viewAt(game, from))
    .map((reading) => ({ ...reading, by: reading.value - (reading.was ?? reading.value) }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, READINGS)
    .filter(({ by }) => by !== 0);
  const standing = store.lesson.value?.standing ?? '';
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
      <p class="ls-eyebrow">{instructionOf(teller, standing)}</p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {dates(first.from, end.to, teller.locale)}
      </h1>
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
          {told.length === 0 ? (
            <p>{lt('between.quiet')}</p>
          ) : (
            <ul>
              {told.map((each) => (
                <li key={each.turn}>{deskLine(each)}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <p class="ls-moved">
        {moved.map(({ id, name, by }) => (
          <span key={id} class={by > 0 ? 'ch up' : 'ch dn'}>
            {name} <Arrow drift={by > 0 ? 'up' : 'down'} size={22} /> {signed(by)}
          </span>
        ))}
      </p>
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
  const desk = stopsOf(teller, game).filter(({ turn }) => turn >= from);
  const most = room(teller.locale) - wordsIn(lt('ended.text')) - wordsIn(lt('between.desk')) - wordsIn(verdict?.title ?? '');
  const text = fitting(sentencesOf(verdict?.paragraphs[0] ?? ''), (each) => each, Math.round(most / 2));
  const rest = most - text.reduce((sum, each) => sum + wordsIn(each), 0);
  const told = fitting(desk.slice(-LINES), deskLine, rest);
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
          <ul>
            {told.map((each) => (
              <li key={each.turn}>{deskLine(each)}</li>
            ))}
          </ul>
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
