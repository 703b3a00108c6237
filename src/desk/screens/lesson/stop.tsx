import { useEffect, useRef, useState } from 'preact/hooks';
import { menuNow, rowsByTurn, type Chronicle } from '../../../session/chronicle.ts';
import { chairAt, decidedHow, writtenAt } from '../../../session/lesson/lesson.ts';
import { briefOf } from '../../../telling/brief.ts';
import { chosenOf, reactionsOf } from '../../../telling/consequences.ts';
import { choiceOf, type OptionModel } from '../../../telling/options.ts';
import { PASS } from '../../../engine/order.ts';
import type { Phase } from '../../../session/lesson/clock.ts';
import type { LessonStore } from '../../lesson/lesson-store.ts';
import { fitting, room, sentencesOf, wordsIn } from '../../lesson/fit.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import { Mark } from '../../parts/marks.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { gt } from '../../../text/lesson/groups.ts';
import { lt } from '../../../text/lesson/words.ts';
import { ct } from '../../../text/lesson/chairs.ts';
import { Cards } from './cards.tsx';
import { Ballots } from './chairs/ballots.tsx';
import { Round } from './chairs/round.tsx';
import { ClockBar } from './clock-bar.tsx';
import { cornerModels, useLesson, type Scene } from './context.ts';
import { CornerMark } from './corner.tsx';
import { Screen } from './frame.tsx';

/** Milliseconds between two looks at the clock. */
const TICK = 250;

const useNow = (): number => {
  const store = useLesson();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const every = setInterval(() => {
      setNow(Date.now());
      store.tick(Date.now());
    }, TICK);
    return () => clearInterval(every);
  }, []);
  return now;
};

/** A brief in so many words; the rest on a tap. */
const BriefText = ({ title, text, most }: { readonly title: string; readonly text: string; readonly most: number }) => {
  const [all, setAll] = useState(false);
  const sentences = sentencesOf(text);
  const shown = all ? sentences : fitting(sentences, (each) => each, most - wordsIn(title));
  return (
    <>
      <p class="ls-text">{shown.join(' ')}</p>
      {(all || shown.length < sentences.length) && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {lt(all ? 'stop.less' : 'stop.whole')}
        </button>
      )}
    </>
  );
};

/** The brief once more, in the place of the answers or the cards. */
const Again = (brief: { readonly title: string; readonly text: string; readonly most: number }) => {
  useHeadingFocus('lesson-heading', 'again');
  return <BriefText {...brief} />;
};

const Options = ({ options, most }: { readonly options: readonly OptionModel[]; readonly most: number }) => {
  const words = options.map(({ title, line, stance, about, not = '' }) => wordsIn(`${title} ${line} ${stance.word} ${about} ${not}`));
  const lines = words.reduce((sum, each) => sum + each, 0) <= most;
  return (
    <ol class="ls-options">
      {options.map(({ index, title, line, stance, about, not }) => (
        <li key={index} class={not === undefined ? '' : 'is-shut'}>
          <b>{title}</b>
          <StanceTag stance={stance} about={about} />
          {lines && <p>{line}</p>}
          {not !== undefined && <small>{not}</small>}
        </li>
      ))}
    </ol>
  );
};

/** A decision of the class: read, talk, cards. */
const Open = ({ scene, now }: { readonly scene: Scene; readonly now: number }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  const { clock } = place;
  const open = menuNow(game).situations[0];
  const phase = clock?.phase ?? 'reading';
  const decides = store.decides();
  const [asked, setAsked] = useState<Phase | undefined>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  // The clock that runs into the next phase shuts it: what that phase is for stands behind it.
  const again = asked === phase;
  useHeadingFocus('lesson-heading', `${String(place.turn)} ${phase}`);
  const reread = (): void => {
    if (again) opener.current?.focus();
    setAsked(again ? undefined : phase);
  };
  const undo = (): void => {
    store.untap();
    announce(lt('stop.undone'));
  };
  useKeys((key) => {
    if (key === 'p') store.pause();
    else if (key === 'n') store.skip();
    else if (key === 'e') store.extend();
    else if (key === 'u') undo();
    else if (phase !== 'reading' && (key === 'b' || (key === 'Escape' && again))) reread();
    else return false;
    return true;
  });
  const brief = open === undefined ? undefined : briefOf(teller, open.situation);
  if (open === undefined || brief === undefined || clock === undefined) return null;
  const corners = cornerModels(teller);
  const chair = chairAt(teller.bundle, place.stop);
  const held = corners.find(({ id }) => id === chair);
  const way = store.lesson.value?.way;
  const alone = way === 'alone';
  const cut = store.cut.value;
  const writes = store.lesson.value?.writing === true && cut !== undefined && writtenAt(cut).includes(place.stop);
  const { options } = choiceOf(teller, open.situation, open.options);
  const most = room(teller.locale);
  return (
    <Screen
      scene={scene}
      turn={place.turn}
      name={phase}
      foot={
        <>
          <ClockBar clock={clock} now={now} />
          {phase !== 'reading' && (
            <button ref={opener} type="button" class="btn ls-reread" aria-expanded={again} onClick={reread}>
              {lt(again ? 'stop.reread_close' : 'stop.reread')}
            </button>
          )}
          {writes && (
            <button type="button" class="btn ls-writes" onClick={() => store.write(true)}>
              {gt('stop.write')}
            </button>
          )}
          {store.form.value === 'chairs' && (
            <button type="button" class="btn" onClick={store.chairs.showSeats}>
              {ct('seats.open')}
            </button>
          )}
          {phase === 'cards' ? (
            <>
              <button type="button" class="btn" disabled={place.undo.length === 0} onClick={undo}>
                {lt('stop.undo')}
              </button>
              <button type="button" class="btn primary" aria-disabled={!decides} onClick={() => void (decides && store.decide())}>
                {lt('stop.outcome')}
              </button>
            </>
          ) : (
            <button type="button" class="btn primary" onClick={store.skip}>
              {lt('clock.skip')}
            </button>
          )}
        </>
      }
    >
      {held !== undefined && !alone && (
        <p class="ls-chair">
          {store.form.value === 'chairs' ? ct('round.leads') : lt('stop.chair')} <CornerMark letter={held.letter} /> {held.name}
        </p>
      )}
      <h1 id="lesson-heading" tabIndex={-1}>
        {brief.title}
      </h1>
      {phase === 'reading' && <BriefText title={brief.title} text={brief.paragraphs.join(' ')} most={most} />}
      {again && <Again title={brief.title} text={brief.paragraphs.join(' ')} most={most} />}
      {phase === 'huddle' && !again && (
        <>
          <Options options={options} most={most - wordsIn(brief.title) - wordsIn(lt('stop.question'))} />
          <p class="ls-ask">{lt('stop.question')}</p>
        </>
      )}
      {phase === 'cards' && !again && (
        <>
          <Cards
            corners={alone && held !== undefined ? [{ ...held, name: gt('stop.you') }] : corners}
            {...(alone ? { alone } : {})}
            options={options.map(({ index, title, not }) => ({ index, title, ...(not === undefined ? {} : { not: lt('stop.not') }) }))}
            taps={place.taps}
            chair={chair}
            onTap={store.tap}
            onDissent={store.dissent}
          />
          {!decides && <p class="ls-ask">{alone ? gt('stop.wait_you') : lt(way === 'chair' ? 'stop.waits_chair' : 'stop.waits')}</p>}
        </>
      )}
    </Screen>
  );
};

/** How the last decision came about. */
const howDecided = ({ lesson, form }: LessonStore, game: Chronicle): string => {
  const turn = game.moments.length - 2;
  const stop = lesson.value?.stops.findLast((each) => each.turn === turn);
  const option = game.orders[turn]?.answers[0]?.option;
  const votes = stop?.ballots.flatMap(({ order }) => order.answers[0]?.option ?? []) ?? [];
  const way = lesson.value?.way ?? 'majority';
  if (way === 'alone') return gt('stop.by_you');
  const how = decidedHow(way, votes, option ?? -1);
  const counts = { count: votes.filter((each) => each === option).length, of: votes.length };
  return form.value === 'chairs' ? ct(`open.by_${how}`, counts) : lt(`stop.by_${how}`, counts);
};

/** Moves of other capitals that are told at once, at most. */
const TOLD = 3;

/** What came of it, and what the other capitals did. */
const Outcome = ({ scene, now }: { readonly scene: Scene; readonly now: number }) => {
  const store = useLesson();
  const { game, place, teller } = scene;
  const { clock } = place;
  const turn = game.moments.length - 2;
  const rows = rowsByTurn(game)[turn + 1] ?? [];
  const [chosen] = chosenOf(teller, game.orders[turn] ?? PASS, rows);
  useHeadingFocus('lesson-heading', `outcome ${String(turn)}`);
  useKeys((key) => {
    if (key === 'p') store.pause();
    else if (key === 'e') store.extend();
    else return false;
    return true;
  });
  const first = store.lesson.value?.stops.length === 1;
  const how = howDecided(store, game);
  // A capital that somebody at the table holds is told first: its move was waited for.
  const held = store.lesson.value?.company?.capitals ?? [];
  const moves = reactionsOf(teller, rows)
    .filter(({ did, silent }) => did !== '' && !silent)
    .sort((a, b) => Number(held.includes(b.power)) - Number(held.includes(a.power)));
  const sentences = sentencesOf(chosen?.outcome.join(' ') ?? '');
  const most = room(teller.locale) - wordsIn(chosen?.title ?? '') - wordsIn(how);
  const told = fitting(moves.slice(0, TOLD), ({ name, did }) => `${name} ${did}`, Math.round(most / 2));
  const rest = most - told.reduce((sum, { name, did }) => sum + wordsIn(`${name} ${did}`), 0) - wordsIn(lt('stop.powers'));
  return (
    <Screen
      scene={scene}
      turn={turn}
      name="outcome"
      foot={
        <>
          {clock !== undefined && <ClockBar clock={clock} now={now} />}
          {first ? null : (
            <button type="button" class="btn" onClick={() => store.show('standing')}>
              {lt('standing.change')}
            </button>
          )}
          <button type="button" class="btn primary" onClick={() => (first ? store.show('standing') : void store.goOn())}>
            {lt('stop.on')}
          </button>
        </>
      }
    >
      <p class="ls-chair">
        {lt('stop.decided')}: {how}
      </p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {chosen?.title}
      </h1>
      <p class="ls-text">{fitting(sentences, (each) => each, rest).join(' ')}</p>
      <section class="ls-powers" aria-labelledby="lesson-powers">
        <h2 id="lesson-powers">{lt('stop.powers')}</h2>
        {told.length === 0 ? (
          <p>{lt('stop.powers_none')}</p>
        ) : (
          <ul>
            {told.map(({ power, name, did }) => (
              <li key={power}>
                <Mark power={power} size={34} />
                <span>
                  <b>{name}</b> {did}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Screen>
  );
};

/** A stop of the lesson, with its clock. */
export const Stop = ({ scene }: { readonly scene: Scene }) => {
  const now = useNow();
  const store = useLesson();
  const phase = scene.place.clock?.phase;
  if (phase === 'outcome') return <Outcome scene={scene} now={now} />;
  if (phase === 'uncovering') return <Ballots scene={scene} now={now} how={howDecided(store, scene.game)} />;
  if (store.form.value === 'chairs' && (phase === 'briefing' || phase === 'cards')) return <Round scene={scene} now={now} />;
  return <Open scene={scene} now={now} />;
};
