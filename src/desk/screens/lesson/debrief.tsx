import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { viewAt } from '../../../session/chronicle.ts';
import type { OtherGame } from '../../../session/courses.ts';
import { standingAt } from '../../../session/lesson/lesson.ts';
import type { LessonStop } from '../../../session/lesson/lesson.ts';
import { branchesOf, widest, type BranchModel } from '../../../telling/branches.ts';
import { lensModels, type LensModel } from '../../../telling/pivotal.ts';
import { readingsOf } from '../../../telling/readings.ts';
import { stopsOf, truthsOf, verdictOf } from '../../../telling/review.ts';
import { voicesOf } from '../../../telling/voices.ts';
import { bandWord, percentOf } from '../../../telling/wording.ts';
import { useDesk } from '../../desk-context.ts';
import { handOut } from '../../game/hand-out.ts';
import { fitting, page, sentencesOf, wordsIn } from '../../lesson/fit.ts';
import type { LessonStore } from '../../lesson/lesson-store.ts';
import { instructionOf } from '../../lesson/standing.ts';
import { share } from '../../game/share.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { announce } from '../../parts/live.tsx';
import { useSheet } from '../../shell/sheets.ts';
import { ct } from '../../../text/lesson/chairs.ts';
import { gt } from '../../../text/lesson/groups.ts';
import { wt } from '../../../text/lesson/reasons.ts';
import { lt } from '../../../text/lesson/words.ts';
import { ChairsBallots, ChairsOut, ChairsTold } from './chairs/debrief.tsx';
import { cornerModels, useLesson, type CornerModel, type Scene } from './context.ts';
import { CornerMark } from './corner.tsx';
import { Screen } from './frame.tsx';
import { Forget } from './forget.tsx';

/** What a group hands over, before anything of it is opened. */
const HandOver = () => {
  const store = useLesson();
  const { address } = useDesk();
  const [shown, setShown] = useState(false);
  const result = store.result() ?? '';
  const link = `${location.href.split('#')[0] ?? ''}${address.href({ at: 'groups', of: result })}`;
  return (
    <>
      <p class="ls-text">{gt('hand.lead')}</p>
      <div class="ls-acts">
        <button
          type="button"
          class="btn primary"
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => announce(gt('hand.copied')),
              () => setShown(true),
            )
          }
        >
          {gt('hand.copy')}
        </button>
        <button type="button" class="btn" onClick={() => handOut('result.txt', new Blob([`${link}\n`], { type: 'text/plain' }))}>
          {gt('hand.file')}
        </button>
      </div>
      <p class="ls-small">{gt('hand.seed')}</p>
      <details class="cl-text" open={shown}>
        <summary>{gt('hand.text')}</summary>
        {shown && <p>{gt('hand.no_copy')}</p>}
        <textarea rows={4} readOnly aria-label={gt('hand.text')} value={link} onFocus={(event) => event.currentTarget.select()} />
      </details>
    </>
  );
};

const Out = () => (
  <ol class="ls-steps">
    <li>{lt('db.out_1')}</li>
    <li>{lt('db.out_2')}</li>
    <li>{lt('db.out_3')}</li>
  </ol>
);

/** The cards of one stop: which corner wanted which answer. */
const Votes = ({
  stop,
  corners,
  chosen,
}: {
  readonly stop: LessonStop;
  readonly corners: readonly CornerModel[];
  readonly chosen?: number;
}) => {
  const options = [...new Set(stop.ballots.map(({ order }) => order.answers[0]?.option ?? -1))].sort((a, b) => a - b);
  const ofCorner = (id: string): CornerModel | undefined => corners.find((each) => each.id === id);
  return (
    <span class="ls-votes">
      {options.map((option) => (
        <span key={option} class={option === chosen ? 'is-chosen' : ''}>
          <b>{option + 1}</b>
          {stop.ballots
            .filter(({ order }) => order.answers[0]?.option === option)
            .map(({ chair }) => {
              const corner = ofCorner(chair);
              return corner && <CornerMark key={chair} letter={corner.letter} label={corner.name} />;
            })}
        </span>
      ))}
      {stop.dissents.length > 0 && (
        <span class="ls-dissents">
          {lt('db.happened_dissent')}{' '}
          {stop.dissents.map((id) => {
            const corner = ofCorner(id);
            return corner && <CornerMark key={id} letter={corner.letter} label={corner.name} />;
          })}
        </span>
      )}
    </span>
  );
};

const Happened = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { address } = useDesk();
  const link = store.played();
  const { game, teller } = scene;
  const lesson = store.lesson.value;
  const corners = cornerModels(teller);
  const all = stopsOf(teller, game);
  const stops = lesson?.stops ?? [];
  const desk = new Map<string, number>();
  for (const { turn } of all) {
    if (lesson === undefined || stops.some((stop) => stop.turn === turn && !stop.rang)) continue;
    const policy = standingAt(lesson, turn);
    desk.set(policy, (desk.get(policy) ?? 0) + 1);
  }
  return (
    <>
      <ol class="ls-timeline">
        {stops.map((stop) => {
          const told = all.find(({ turn }) => turn === stop.turn);
          const chosen = game.orders[stop.turn]?.answers[0]?.option;
          return (
            <li key={stop.turn}>
              <span class="ls-date">{told?.date}</span>
              <span>
                <b>{told?.situation}</b> {told?.chosen}
              </span>
              {stop.rang ? (
                <span class="ls-votes">{lt('db.happened_bell')}</span>
              ) : (
                <Votes stop={stop} corners={corners} {...(chosen === undefined ? {} : { chosen })} />
              )}
            </li>
          );
        })}
      </ol>
      {[...desk].map(([policy, count]) => (
        <p key={policy} class="ls-small">
          {lt('db.happened_desk', { count, name: instructionOf(teller, policy) })}
        </p>
      ))}
      <p class="ls-ask">{lt('db.happened_ask')}</p>
      <div class="ls-acts">
        {link !== undefined && (
          <button type="button" class="btn" onClick={() => address.goTo({ at: 'theatre', games: [`g=${link}`] })}>
            {gt('db.theatre')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => address.goTo({ at: 'groups' })}>
          {gt('db.groups')}
        </button>
      </div>
    </>
  );
};

const Ending = ({ scene }: { readonly scene: Scene }) => {
  const { game, teller } = scene;
  const verdict = verdictOf(teller);
  return (
    <>
      {verdict?.paragraphs.slice(0, 2).map((text) => (
        <p key={text} class="ls-text is-long">
          {text}
        </p>
      ))}
      <p class="ls-small">{lt('db.ending_counts')}</p>
      <ul class="ls-readings">
        {readingsOf(teller, [], undefined, viewAt(game, 0)).map(({ id, name, value, was = value }) => (
          <li key={id}>
            <b>{name}</b>
            <span>
              {bandWord(was)} → {bandWord(value)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What was hidden, its cause first and large; the odds and the other causes were on no screen of the class, and are introduced. */
const Hidden = ({ scene: { game, teller } }: { readonly scene: Scene }) => {
  const all = truthsOf(teller, game).map(({ id, name, causes }) => ({
    id,
    name,
    truth: causes.find((each) => each.truth),
    others: causes.filter((each) => !each.truth).map((each) => each.name),
  }));
  const lead = lt('db.hidden_lead');
  const said = all.map(({ name, truth }) => `${name} ${truth?.name ?? ''} ${lt('db.hidden_held')}`).join(' ');
  const rest = all.map(({ others }) => lt('db.hidden_others', { what: others.join(' · ') }));
  const shown = fitting(
    rest,
    (each) => each,
    page(teller.locale) - wordsIn(`${lt('db.hidden_title')} ${lead} ${said} ${lt('db.hidden_ask')}`),
  );
  return (
    <>
      <p class="ls-lead">{lead}</p>
      {all.map(({ id, name, truth }, i) => (
        <section key={id} class="ls-hidden">
          <h2>{name}</h2>
          {truth !== undefined && (
            <>
              <p class="ls-true">{truth.name}</p>
              <p>
                {lt('db.hidden_held', { start: percentOf(truth.odds[0] ?? 0), end: percentOf(truth.odds.at(-1) ?? 0) })} {shown[i]}
              </p>
            </>
          )}
        </section>
      ))}
      <p class="ls-ask">{lt('db.hidden_ask')}</p>
    </>
  );
};

/** Decisions on one screen, at most. */
const BRANCHES = 3;

/** What was answered, and what could have been, in lines. */
const linesOf = ({ chosen, rang, actual, open }: BranchModel): readonly string[] => {
  const ours = lt(rang ? 'db.doors_desk' : actual === chosen ? 'db.doors_same' : 'db.doors_you', { what: chosen });
  const others = open.filter((title) => title !== actual);
  return [
    actual === undefined || actual === chosen ? ours : `${ours} · ${lt('db.doors_fact', { what: actual })}`,
    ...(others.length === 0 ? [] : [lt('db.doors_open', { what: others.join(' · ') })]),
  ];
};

/** The first matter that one of these answers would have brought, in a sentence. */
const ledBy = (branches: readonly BranchModel[]): string => {
  const led = branches.find((each) => each.led !== undefined)?.led;
  return led === undefined ? '' : lt('db.doors_led', led);
};

const Branches = ({ scene: { game, teller } }: { readonly scene: Scene }) => {
  const store = useLesson();
  const all = branchesOf(teller, game, store.lesson.value?.stops ?? [], store.tellerAt);
  const fits = (some: readonly BranchModel[]): boolean =>
    wordsIn(
      [...some.flatMap((each) => [each.situation, ...linesOf(each)]), ledBy(some), lt('db.doors_title'), lt('db.doors_ask')].join(' '),
    ) <= page(teller.locale);
  const shown = Array.from({ length: BRANCHES }, (_, i) => widest(all, BRANCHES - i)).find(fits) ?? widest(all, 1);
  const led = ledBy(shown);
  return (
    <>
      {shown.length < all.length && <p class="ls-lead">{lt('db.doors_some', { count: shown.length, of: all.length })}</p>}
      <ul class="ls-facts">
        {shown.map((each) => (
          <li key={each.turn}>
            <b>{each.situation}</b>
            {linesOf(each).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </li>
        ))}
      </ul>
      {led !== '' && <p class="ls-rule">{led}</p>}
      <p class="ls-ask">{lt('db.doors_ask')}</p>
    </>
  );
};

/** Readings named on the projector, at most, of those that come out otherwise. */
const APART = 2;

/** How the class's own answers come out where alliances work by another rule, in words, weightiest first: it met no figures. */
const lensWords = ({ ending, readings, strayed }: LensModel): readonly string[] => {
  const named = readings.slice(0, APART);
  const of = (sign: number): string =>
    named
      .filter(({ by }) => Math.sign(by) === sign)
      .map(({ name }) => name)
      .join(', ');
  const [higher, lower] = [of(1), of(-1)];
  return [
    ending,
    strayed > 0 ? lt('db.lens_strayed', { count: strayed }) : '',
    higher === '' ? '' : lt('db.lens_higher', { list: higher }),
    lower === '' ? '' : lt('db.lens_lower', { list: lower }),
  ].filter(Boolean);
};

/** The rule that was in force, which stood on no screen, and the class's own orders under the others; each can be laid beside the game in the theatre. */
const Lenses = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { address } = useDesk();
  const { game, teller } = scene;
  const { setup } = game.rules.program;
  const [others, setOthers] = useState<readonly OtherGame[] | undefined>(undefined);
  useEffect(() => {
    let late = false;
    // The page stands before the games are played.
    const soon = setTimeout(() => void store.underLenses().then((all) => !late && setOthers(all)), 50);
    return () => {
      late = true;
      clearTimeout(soon);
    };
  }, [game]);
  const link = store.played();
  const lenses = others === undefined ? [] : lensModels(teller, game, others, store.tellerAt);
  const rules = setup.flatMap((choice, i) =>
    choice.kind === 'one'
      ? choice.options.map((id, option) => ({
          id,
          title: teller.say(`setup.${choice.id}.${id}.title`),
          force: game.setup[i]?.[0] === option,
          line: game.setup[i]?.[0] === option ? teller.say(`setup.${choice.id}.${id}.line`) : '',
        }))
      : [],
  );
  const around = [lt('db.lens_title'), lt('db.lens_lead'), lt('db.lens_force'), ...rules.map(({ title, line }) => `${title} ${line}`)].join(
    ' ',
  );
  const each = Math.floor((page(teller.locale) - wordsIn(around)) / Math.max(1, lenses.length)) - wordsIn(gt('db.lens_beside'));
  return (
    <>
      <p class="ls-lead">{lt('db.lens_lead')}</p>
      <ul class="ls-facts">
        {rules.map(({ id, title, force, line }) => {
          const lens = lenses.find((found) => found.lens === id);
          return (
            <li key={id}>
              <b>
                {title}
                {force && <em> · {lt('db.lens_force')}</em>}
              </b>
              {line !== '' && <span>{line}</span>}
              {lens !== undefined && (
                <span>
                  {fitting(lensWords(lens), (told) => told, each).join(' ')}{' '}
                  {link !== undefined && (
                    <button
                      type="button"
                      class="btn"
                      aria-label={gt('db.lens_beside_of', { name: lens.name })}
                      onClick={() => address.goTo({ at: 'theatre', games: [`g=${link}`, `g=${link}~${lens.lens}`] })}
                    >
                      {gt('db.lens_beside')}
                    </button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {others === undefined && <p class="ls-small">{gt('db.lens_working')}</p>}
    </>
  );
};

/** What each author would say of this game: so many texts. */
const VOICES = 1;

const Voices = ({ scene: { teller } }: { readonly scene: Scene }) => {
  const told = voicesOf(teller).flatMap(({ voices }) => voices.slice(0, VOICES));
  const each = Math.floor((page(teller.locale) - wordsIn(`${lt('db.voice_title')} ${lt('db.lens_ask')}`)) / Math.max(1, told.length));
  return (
    <>
      {told.map(({ id, text }) => (
        <p key={id} class="ls-text">
          {fitting(sentencesOf(text), (sentence) => sentence, each).join(' ')}
        </p>
      ))}
      <p class="ls-ask">{lt('db.lens_ask')}</p>
    </>
  );
};

const So = () => (
  <>
    <ol class="ls-steps">
      <li>{lt('db.so_1')}</li>
      <li>{lt('db.so_2')}</li>
      <li>{lt('db.so_3')}</li>
    </ol>
    <p class="ls-rule">{lt('db.so_evidence')}</p>
  </>
);

const End = () => {
  const store = useLesson();
  const { address } = useDesk();
  const code = store.lesson.value?.code;
  const sheet = useSheet();
  const [copied, setCopied] = useState<'code' | 'link' | undefined>(undefined);
  const told = (what: 'code' | 'link'): void => {
    setCopied(what);
    announce(lt('db.end_copied'));
  };
  const link = store.link();
  const save = (): void => {
    const text = store.file();
    if (text === undefined) return;
    handOut('lesson.json', new Blob([text], { type: 'application/json' }));
  };
  return (
    <>
      {code !== undefined && (
        <>
          <p>
            {lt('db.end_code')}{' '}
            <b class="cl-code" translate={false}>
              {code}
            </b>
          </p>
          <div class="ls-acts">
            <button
              type="button"
              class="btn"
              onClick={() =>
                void navigator.clipboard
                  .writeText(`${location.href.split('#')[0] ?? ''}${address.href({ at: 'class', of: code })}`)
                  .then(() => told('code'))
              }
            >
              {lt(copied === 'code' ? 'db.end_copied' : 'db.end_copy_code')}
            </button>
          </div>
        </>
      )}
      <p>{lt('db.end_link')}</p>
      <div class="ls-acts">
        {link !== undefined && (
          <button type="button" class="btn" onClick={() => void share(link, sheet).then((done) => done && told('link'))}>
            {lt(copied === 'link' ? 'db.end_copied' : 'db.end_copy')}
          </button>
        )}
        <button type="button" class="btn" onClick={save}>
          {lt('db.end_file')}
        </button>
      </div>
      {store.lesson.value?.writing === true && code !== undefined && (
        <div class="ls-acts">
          <button type="button" class="btn" onClick={() => address.goTo({ at: 'write', of: code })}>
            {wt('write.exit_open')}
          </button>
          {link !== undefined && (
            <button
              type="button"
              class="btn"
              onClick={() =>
                void navigator.clipboard
                  .writeText(`${location.href.split('#')[0] ?? ''}${address.href({ at: 'write', of: store.played() ?? code })}`)
                  .then(() => announce(wt('write.home_copied')))
              }
            >
              {wt('write.home_link')}
            </button>
          )}
        </div>
      )}
      <p class="ls-small">{lt('db.end_privacy')}</p>
      <div class="ls-acts">
        <Forget />
      </div>
    </>
  );
};

interface Page {
  readonly part: 'out' | 'what' | 'why' | 'so';
  readonly title: (scene: Scene) => string;
  readonly body: (scene: Scene) => ComponentChildren;
}

const HAND_OVER = (): string => gt('hand.title');

const PAGES: readonly Page[] = [
  { part: 'out', title: () => lt('db.out_title'), body: () => <Out /> },
  { part: 'what', title: () => lt('db.happened_title'), body: (scene) => <Happened scene={scene} /> },
  { part: 'what', title: ({ teller }) => verdictOf(teller)?.title ?? lt('db.ending_title'), body: (scene) => <Ending scene={scene} /> },
  { part: 'why', title: () => lt('db.hidden_title'), body: (scene) => <Hidden scene={scene} /> },
  { part: 'why', title: () => lt('db.doors_title'), body: (scene) => <Branches scene={scene} /> },
  { part: 'why', title: () => lt('db.lens_title'), body: (scene) => <Lenses scene={scene} /> },
  { part: 'why', title: () => lt('db.voice_title'), body: (scene) => <Voices scene={scene} /> },
  { part: 'so', title: () => lt('db.so_title'), body: () => <So /> },
  { part: 'so', title: () => lt('db.end_title'), body: () => <End /> },
];

/** A group hands its result over before anything is opened. */
const PAGES_OF_GROUP: readonly Page[] = [{ part: 'out', title: HAND_OVER, body: () => <HandOver /> }, ...PAGES];

/** Where people held chairs, what was behind their covers is told as well. */
const PAGES_OF_CHAIRS: readonly Page[] = [
  { part: 'out', title: () => lt('db.out_title'), body: () => <ChairsOut /> },
  ...PAGES.slice(1, 2),
  { part: 'what', title: () => ct('db.ballots_title'), body: (scene) => <ChairsBallots scene={scene} /> },
  { part: 'why', title: () => ct('db.chairs_title'), body: (scene) => <ChairsTold scene={scene} /> },
  ...PAGES.slice(2),
];

const pagesOf = ({ form, lesson }: LessonStore): readonly Page[] =>
  form.value === 'chairs' ? PAGES_OF_CHAIRS : lesson.value?.alias === undefined ? PAGES : PAGES_OF_GROUP;

/** Out of role, what happened, why, so what: a page at a time, as whoever leads goes on. */
export const Debrief = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const pages = pagesOf(store);
  const at = Math.min(scene.place.page, pages.length - 1);
  const page = pages[at];
  useHeadingFocus('lesson-heading', `debrief ${String(at)}`);
  if (page === undefined) return null;
  return (
    <Screen
      scene={scene}
      name="debrief"
      foot={
        <>
          <button type="button" class="btn" disabled={at === 0} onClick={() => store.turnPage(at - 1)}>
            {lt('db.back')}
          </button>
          {at < pages.length - 1 && (
            <button type="button" class="btn primary" onClick={() => store.turnPage(at + 1)}>
              {page.title === HAND_OVER ? gt('hand.on') : lt('db.next')}
            </button>
          )}
        </>
      }
    >
      <p class="ls-eyebrow">
        {lt('db.step', { n: at + 1, of: pages.length })} · {gt(`db.part_${page.part}`)}
      </p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {page.title(scene)}
      </h1>
      {page.body(scene)}
    </Screen>
  );
};
