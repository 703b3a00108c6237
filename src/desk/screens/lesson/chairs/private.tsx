import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SeatOrder } from '../../../../engine/order.ts';
import { menuNow, viewNow } from '../../../../session/chronicle.ts';
import { choiceOf } from '../../../../telling/options.ts';
import { statusWord } from '../../../../telling/claim-words.ts';
import type { Teller } from '../../../../telling/teller.ts';
import { briefingOf, moveOf } from '../../../lesson/briefing.ts';
import type { Briefing } from '../../../lesson/briefing.ts';
import type { Opened } from '../../../lesson/chairs-store.ts';
import { useHeadingFocus } from '../../../parts/focus.ts';
import { useKeys } from '../../../parts/keys.ts';
import { announce } from '../../../parts/live.tsx';
import { ViewpointSign } from '../../../parts/viewpoints.tsx';
import { lt } from '../../../../text/lesson/words.ts';
import { ct } from '../../../../text/lesson/chairs.ts';
import { useLesson, type Scene } from '../context.ts';
import { Screen } from '../frame.tsx';

/** What a chair is told: office, aim, source. */
const BriefingText = ({ briefing, chair }: { readonly briefing: Briefing; readonly chair: string }) => {
  const { about, view, content, aim, source } = briefing;
  return (
    <div class="ls-briefing">
      <section>
        <h2>{ct('brief.office')}</h2>
        <p>
          <ViewpointSign viewpoint={chair} /> {about}
        </p>
        <h2>{ct('brief.view')}</h2>
        {view === undefined ? <p>{ct('brief.view_none')}</p> : <p class="ls-said">{view.text}</p>}
        {view !== undefined && (
          <p class="ls-small">
            {view.option === undefined ? ct('brief.free') : ct('brief.favours', { title: view.option, stance: view.stance.word })}
          </p>
        )}
        {content !== undefined && <p class="ls-small">{ct('brief.content', { word: content })}</p>}
      </section>
      <section>
        <h2>{ct('brief.aim')}</h2>
        {aim === undefined ? (
          <p>{ct('brief.aim_none')}</p>
        ) : (
          <>
            <p class="ls-aim">
              {aim} <em>{ct('brief.aim_invented')}</em>
            </p>
            <p class="ls-small">{ct('brief.aim_hide')}</p>
          </>
        )}
        <h2>{ct('brief.source')}</h2>
        {source === undefined ? (
          <p>{ct('brief.source_none')}</p>
        ) : (
          <>
            <p>{source.text}</p>
            <p class="ls-small">
              {ct('brief.source_from', { by: source.by, title: source.articleTitle, n: source.paragraph })} · {statusWord(source.epistemic)}
            </p>
          </>
        )}
      </section>
    </div>
  );
};

interface Radio {
  readonly value: number;
  readonly title: string;
  readonly line: string;
  readonly not?: string;
}

/** One choice among several, by mouse, arrows or number. */
export const Choices = ({
  name,
  legend,
  choices,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Radio[];
  readonly chosen: number | undefined;
  readonly onChoose: (value: number) => void;
}) => (
  <fieldset class="ls-choices">
    <legend>{legend}</legend>
    {choices.map(({ value, title, line, not }, i) => (
      <label key={value} class={not === undefined ? '' : 'is-shut'}>
        <input type="radio" name={name} checked={chosen === value} disabled={not !== undefined} onClick={() => onChoose(value)} />
        <span>
          <b>
            {i + 1}. {title}
          </b>
          {line !== '' && <small>{line}</small>}
          {not !== undefined && <small>{not}</small>}
        </span>
      </label>
    ))}
  </fieldset>
);

/** Doing nothing, among acts. */
const NOTHING = -1;

/** What stands behind a cover. */
const Frame = ({
  scene,
  name,
  title,
  children,
  onDone,
  done,
  ready,
}: {
  readonly scene: Scene;
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onDone: () => void;
  readonly done: string;
  readonly ready: boolean;
}) => {
  const { chairs } = useLesson();
  useHeadingFocus('lesson-heading', `${name} ${title}`);
  useKeys((key) => {
    if (key !== 'Escape') return false;
    chairs.cover();
    return true;
  });
  return (
    <Screen
      scene={scene}
      turn={scene.place.turn}
      name={name}
      foot={
        <>
          <button type="button" class="btn" onClick={chairs.cover}>
            {ct('brief.hide')}
          </button>
          <button type="button" class="btn primary" aria-disabled={!ready} onClick={() => ready && onDone()}>
            {done}
          </button>
        </>
      }
    >
      <p class="ls-eyebrow">{ct('brief.for', { name: title })}</p>
      {children}
    </Screen>
  );
};

const PrivateBriefing = ({ scene, opened, teller }: { readonly scene: Scene; readonly opened: Opened; readonly teller: Teller }) => {
  const { chairs } = useLesson();
  const { post, game } = opened;
  const open = menuNow(game).situations[0];
  if (post.chair === undefined || open === undefined) return null;
  const briefing = briefingOf(teller, post, post.chair, open.situation, game.notes);
  return (
    <Frame scene={scene} name="private" title={briefing.name} done={ct('brief.read')} ready onDone={chairs.read}>
      <h1 id="lesson-heading" tabIndex={-1}>
        {briefing.title}
      </h1>
      <BriefingText briefing={briefing} chair={post.chair} />
    </Frame>
  );
};

/** A ballot: seen by its chair, and by nobody else before all are laid open. */
const Ballot = ({ scene, opened, teller }: { readonly scene: Scene; readonly opened: Opened; readonly teller: Teller }) => {
  const { chairs } = useLesson();
  const { post, game } = opened;
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const open = menuNow(game).situations[0];
  const options = open === undefined ? [] : choiceOf(teller, open.situation, open.options).options;
  useKeys((key) => {
    const option = options[Number(key) - 1];
    if (option === undefined || option.not !== undefined) return false;
    setChosen(option.index);
    return true;
  });
  if (post.chair === undefined || open === undefined) return null;
  const briefing = briefingOf(teller, post, post.chair, open.situation, game.notes);
  return (
    <Frame
      scene={scene}
      name="ballot"
      title={briefing.name}
      done={ct('ballot.seal')}
      ready={chosen !== undefined}
      onDone={() => {
        if (chosen !== undefined)
          void chairs
            .seal({ answers: [{ situation: open.situation, option: chosen }], acts: [] })
            .then(() => announce(ct('ballot.sealed')));
      }}
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {ct('ballot.title')}
      </h1>
      <Choices
        name="ballot"
        legend={ct('ballot.question')}
        choices={options.map(({ index, title, line, not }) => ({
          value: index,
          title,
          line,
          ...(not === undefined ? {} : { not: lt('stop.not') }),
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <p class="ls-small">{ct('ballot.lost')}</p>
      <details class="ls-again" open={!scene.place.briefed.includes(post.id)}>
        <summary>{ct('ballot.briefing')}</summary>
        <BriefingText briefing={briefing} chair={post.chair} />
      </details>
    </Frame>
  );
};

/** A sealed move of a capital. */
const MoveBallot = ({ scene, opened, teller }: { readonly scene: Scene; readonly opened: Opened; readonly teller: Teller }) => {
  const { chairs } = useLesson();
  const { post, game } = opened;
  const [answers, setAnswers] = useState<Readonly<Record<number, number>>>({});
  const [act, setAct] = useState<number | undefined>(undefined);
  const { name, about, goals, asked, acts } = moveOf(teller, post, menuNow(game));
  const ready = asked.every(({ situation }) => answers[situation] !== undefined) && (acts.length === 0 || act !== undefined);
  const order: SeatOrder = {
    answers: asked.flatMap(({ situation }) => {
      const option = answers[situation];
      return option === undefined ? [] : [{ situation, option }];
    }),
    acts: act === undefined || act === NOTHING ? [] : [act],
  };
  return (
    <Frame
      scene={scene}
      name="ballot"
      title={name}
      done={ct('ballot.seal')}
      ready={ready}
      onDone={() => void chairs.seal(order).then(() => announce(ct('ballot.sealed')))}
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {name}
      </h1>
      <p class="ls-small">{about}</p>
      {goals.length > 0 && (
        <>
          <h2>{ct('brief.stakes')}</h2>
          <ul class="ls-goals">
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </>
      )}
      {asked.map(({ situation, title, options }) => (
        <Choices
          key={situation}
          name={`asked-${String(situation)}`}
          legend={title}
          choices={options.map(({ index, title: option, line, not }) => ({
            value: index,
            title: option,
            line,
            ...(not === undefined ? {} : { not }),
          }))}
          chosen={answers[situation]}
          onChoose={(option) => setAnswers({ ...answers, [situation]: option })}
        />
      ))}
      {acts.length > 0 && (
        <Choices
          name="act"
          legend={ct('move.question', { name })}
          choices={[...acts, { value: NOTHING, title: ct('move.nothing'), line: '' }]}
          chosen={act}
          onChoose={setAct}
        />
      )}
      <p class="ls-small">
        {ct('move.line')} {ct('brief.purpose')}
      </p>
    </Frame>
  );
};

/** What was uncovered, for the one who holds it. */
export const Private = ({ scene, opened }: { readonly scene: Scene; readonly opened: Opened }) => {
  const store = useLesson();
  const teller = store.tellerFor(opened.game, viewNow(opened.game));
  if (teller === undefined) return null;
  const props = { scene, opened, teller };
  if (scene.place.clock?.phase === 'briefing') return <PrivateBriefing {...props} />;
  return opened.post.chair === undefined ? <MoveBallot {...props} /> : <Ballot {...props} />;
};
