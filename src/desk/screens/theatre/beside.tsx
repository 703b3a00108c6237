import { useMemo, useRef, useState } from 'preact/hooks';
import { rulesPrefix } from '../../../engine/replay.ts';
import { isOver, rowsByTurn, upTo, viewNow, viewsOf } from '../../../session/chronicle.ts';
import { turnName } from '../../../telling/clock.ts';
import {
  coursesOf,
  pairsOf,
  partingOf,
  unlikeOf,
  type AnsweredModel,
  type CourseModel,
  type GivenModel,
  type PartingModel,
  type Unlike,
} from '../../../telling/compare.ts';
import { positionsOf } from '../../../telling/positions.ts';
import { verdictOf } from '../../../telling/review.ts';
import { signed } from '../../../telling/wording.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { tt } from '../../../text/theatre.ts';
import { useDesk } from '../../desk-context.ts';
import { AskedContext, newAsked, useAsked } from '../../parts/asked.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { LaterSheet } from '../../parts/later.tsx';
import { Mark } from '../../parts/marks.tsx';
import { SourceCard } from '../../parts/source-card.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { MenuButton } from '../../shell/menu-button.tsx';
import { MomentLeaf } from './moment.tsx';
import type { Opened } from './opened.ts';
import { PickBeside } from './pick-beside.tsx';
import { usePlayback } from './playback.ts';
import { Transport } from './transport.tsx';

const NAMES = ['beside.a', 'beside.b'] as const;
const SIDES = [0, 1] as const;

/** The sign of a game: a square for the first, a ring for the second. */
const Which = ({ nth, name }: { readonly nth: 0 | 1; readonly name?: string | undefined }) => (
  <span class={nth === 0 ? 'which is-a' : 'which is-b'}>
    <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      {nth === 0 ? <rect x="-5" y="-5" width="10" height="10" /> : <circle r="5" />}
    </svg>
    {tt(NAMES[nth])}
    {name !== undefined && (
      <>
        : <bdi class="th-called">{name}</bdi>
      </>
    )}
  </span>
);

/** Whose a cell is, where a narrow page sets the cells of a row one below the other. */
const Whose = ({ nth }: { readonly nth: 0 | 1 }) => (
  <p class="th-narrow">
    <Which nth={nth} />
  </p>
);

/** What both are called, where they are called anything. */
const Names = ({ a, b }: { readonly a: Opened; readonly b: Opened }) =>
  (a.name ?? b.name) === undefined ? null : (
    <ul class="plain th-names">
      {SIDES.map((nth) => (
        <li key={nth}>
          <Which nth={nth} name={(nth === 0 ? a : b).name} />
        </li>
      ))}
    </ul>
  );

const Given = ({ given, played }: { readonly given: GivenModel; readonly played: boolean }) => {
  if (!played) return <p class="muted">{tt('beside.not_played')}</p>;
  const { answers, acts } = given;
  if (answers.length + acts.length === 0) return <p class="muted">{tt('beside.no_order')}</p>;
  return (
    <>
      {answers.map(({ situation, title, stance }) => (
        <p key={situation} class="th-given">
          <small>{situation}</small>
          <span>
            <StanceTag stance={stance} /> {title}
          </span>
        </p>
      ))}
      {acts.length > 0 && <p class="n">{tt('beside.acts', { list: acts.join(', ') })}</p>}
    </>
  );
};

const Deeds = ({ did }: { readonly did: readonly string[] }) =>
  did.length === 0 ? (
    <span class="muted">{tt('beside.no_answer')}</span>
  ) : (
    <ul class="plain">
      {did.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );

/** Head of a table that sets both games beside each other. */
const BothHead = ({ first }: { readonly first: string }) => (
  <thead>
    <tr>
      <th scope="col">{first}</th>
      {([0, 1] as const).map((nth) => (
        <th key={nth} scope="col">
          <Which nth={nth} />
        </th>
      ))}
    </tr>
  </thead>
);

const Answers = ({ answered }: { readonly answered: readonly AnsweredModel[] }) =>
  answered.length === 0 ? (
    <p class="muted">{tt('beside.no_answers')}</p>
  ) : (
    <div class="th-scroll" tabIndex={0} role="group" aria-label={tt('beside.answers')}>
      <table class="th-table">
        <BothHead first={t('chart.power')} />
        <tbody>
          {answered.map(({ power, name, did }) => (
            <tr key={power}>
              <th scope="row">
                <Mark power={power} /> {name}
              </th>
              {SIDES.map((nth) => (
                <td key={nth}>
                  <Whose nth={nth} />
                  <Deeds did={did[nth]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

const partsWords = ({ turn, name: when, dates, setup }: PartingModel): string => {
  if (turn === undefined) return setup.length > 0 ? tt('beside.parts_setup') : tt('beside.parts_never');
  return setup.length > 0
    ? `${tt('beside.parts_setup')} ${tt('beside.parts_orders', { when, dates })}`
    : tt(turn === 0 ? 'beside.parts_first' : 'beside.parts_at', { when, dates });
};

const Parting = ({ a, b, goTo }: { readonly a: Opened; readonly b: Opened; readonly goTo: (turn: number) => void }) => {
  const teller = a.tellerAt(viewNow(a.shown.chronicle));
  const parting = useMemo(() => partingOf(teller, a.shown.chronicle, b.shown.chronicle), [a, b, teller.locale]);
  const { turn } = parting;
  const strayed = (a.strayed ?? 0) + (b.strayed ?? 0);
  return (
    <section class="th-parts" aria-labelledby="parts-heading">
      <div class="sec">
        <h2 id="parts-heading">{tt('beside.parts')}</h2>
        {turn !== undefined && (
          <button type="button" class="btn quiet" onClick={() => goTo(turn)}>
            {tt('beside.go')}
          </button>
        )}
      </div>
      <p class="brief">{partsWords(parting)}</p>
      {strayed > 0 && <p class="n">{rt('lens_runs.strayed', { count: strayed })}</p>}
      {parting.setup.length > 0 && (
        <ul class="plain">
          {parting.setup.map(({ name, chosen }) => (
            <li key={name}>{tt('beside.setup', { name, a: chosen[0], b: chosen[1] })}</li>
          ))}
        </ul>
      )}
      {turn !== undefined && (
        <>
          <div class="th-two">
            {SIDES.map((nth) => (
              <div key={nth}>
                <h3>
                  <Which nth={nth} name={(nth === 0 ? a : b).name} />
                </h3>
                <Given given={parting.given[nth]} played={turn < (nth === 0 ? a : b).shown.chronicle.orders.length} />
              </div>
            ))}
          </div>
          <h3 class="small-h">{tt('beside.answers')}</h3>
          <Answers answered={parting.answered} />
        </>
      )}
    </section>
  );
};

const WIDE = 300;
const TALL = 92;
/** Per mille that a chart shows at the least: a small difference stays small. */
const LEAST = 300;
/** A mark every so many turns. */
const MARKED = 4;

/** The last moment that both have. `both`: each ends there. */
interface Common {
  readonly turn: number;
  readonly when: string;
  readonly both: boolean;
}

/** One reading in both games: the first by a heavy line and squares, the second by a light one and rings; the upright line is where one stands. */
const Course = ({
  course,
  at,
  over,
  common,
}: {
  readonly course: CourseModel;
  readonly at: number;
  readonly over: number;
  readonly common: Common;
}) => {
  const { name, values, apart } = course;
  const x = (turn: number): number => 4 + ((WIDE - 8) * turn) / Math.max(1, over);
  const all = values.flat();
  const middle = (Math.min(...all) + Math.max(...all)) / 2;
  const span = Math.max(LEAST, Math.max(...all) - Math.min(...all));
  const y = (value: number): number => TALL / 2 - ((TALL - 14) * (value - middle)) / span;
  const path = (of: readonly number[]): string =>
    of.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const [first, second] = values;
  const ends = (of: readonly number[]): readonly [number, number] => [of[0] ?? 0, of.at(-1) ?? 0];
  const [a0, a1] = ends(first);
  const [b0, b1] = ends(second);
  const marks = (of: readonly number[]) => of.flatMap((value, i) => (i % MARKED === 0 || i === of.length - 1 ? [{ i, value }] : []));
  const apartWords = apart === undefined ? tt('beside.never_apart') : tt('beside.apart', { when: apart.when, by: signed(apart.by) });
  return (
    <li>
      <h3>{name}</h3>
      <svg
        class="th-course"
        viewBox={`0 0 ${String(WIDE)} ${String(TALL)}`}
        role="img"
        aria-label={tt('beside.course', { name, a0, a1, b0, b1, apart: apartWords })}
      >
        {[250, 500, 750]
          .filter((value) => y(value) > 2 && y(value) < TALL - 2)
          .map((value) => (
            <path key={value} class="grid" d={`M4 ${y(value).toFixed(1)}H${String(WIDE - 4)}`} />
          ))}
        <path class="now" d={`M${x(at).toFixed(1)} 2V${String(TALL - 2)}`} />
        <path class="second" d={path(second)} />
        {marks(second).map(({ i, value }) => (
          <circle key={i} class="second" cx={x(i)} cy={y(value)} r="3" />
        ))}
        <path class="first" d={path(first)} />
        {marks(first).map(({ i, value }) => (
          <rect key={i} class="first" x={x(i) - 2.6} y={y(value) - 2.6} width="5.2" height="5.2" />
        ))}
      </svg>
      <p class="n">
        {tt(common.both ? 'beside.at_last' : 'beside.at_common', {
          when: common.when,
          a: first[common.turn] ?? a1,
          b: second[common.turn] ?? b1,
        })}{' '}
        {apartWords}
      </p>
    </li>
  );
};

interface SideProps {
  readonly opened: Opened;
  readonly turn: number;
  readonly nth: 0 | 1;
}

/** One of both at the position. What is asked of it is asked of this game. */
const Side = (props: SideProps) => {
  const [asked] = useState(newAsked);
  return (
    <AskedContext.Provider value={asked}>
      <SideOf {...props} />
      <SourceCard />
    </AskedContext.Provider>
  );
};

const SideOf = ({ opened, turn, nth }: SideProps) => {
  const { facts } = useAsked();
  const subject = facts.value;
  const { shown, tellerAt } = opened;
  const { chronicle } = shown;
  const gone = turn > chronicle.orders.length;
  const here = upTo(chronicle, turn + 1);
  const title = gone && isOver(chronicle) ? (verdictOf(tellerAt(viewNow(chronicle)))?.title ?? '') : '';
  return (
    <div class="th-side">
      <p class="th-whose">
        <Which nth={nth} name={opened.name} />
      </p>
      {gone ? (
        <p class="muted">{title === '' ? tt('beside.further') : tt('beside.over', { title })}</p>
      ) : (
        <MomentLeaf tellerAt={tellerAt} game={chronicle} turn={turn} heading={`moment-${String(nth)}`} />
      )}
      {subject !== undefined && (
        <LaterSheet
          load={() => import('../../parts/facts-sheet.tsx').then(({ FactsSheet }) => FactsSheet)}
          props={{
            teller: tellerAt(here.moments.at(-1)?.view ?? viewNow(chronicle)),
            turns: rowsByTurn(here),
            views: viewsOf(here),
            subject,
            onClose: () => (facts.value = undefined),
          }}
        />
      )}
    </div>
  );
};

/** Every order of both, row by row. */
const AllOrders = ({
  a,
  b,
  goTo,
  at,
}: {
  readonly a: Opened;
  readonly b: Opened;
  readonly goTo: (turn: number) => void;
  readonly at: number;
}) => {
  const teller = a.tellerAt(viewNow(a.shown.chronicle));
  const pairs = useMemo(() => pairsOf(teller, a.shown.chronicle, b.shown.chronicle), [a, b, teller.locale]);
  return (
    <details class="fold">
      <summary>{tt('beside.all')}</summary>
      <div class="th-scroll" tabIndex={0} role="group" aria-label={tt('beside.all')}>
        <table class="th-table">
          <BothHead first={tt('beside.turn')} />
          <tbody>
            {pairs.map(({ turn, name, dates, given, same }) => (
              <tr key={turn} class={same ? 'is-same' : ''}>
                <th scope="row">
                  <button type="button" class="opens" aria-current={turn === at ? 'step' : undefined} onClick={() => goTo(turn)}>
                    {name}
                  </button>
                  <small>{dates}</small>
                  <small>{tt(same ? 'beside.same' : 'beside.differs')}</small>
                </th>
                {SIDES.map((nth) => (
                  <td key={nth}>
                    <Whose nth={nth} />
                    <Given given={given[nth]} played={turn < (nth === 0 ? a : b).shown.chronicle.orders.length} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** Why these two say nothing beside each other, and what would. */
const Cannot = ({ a, b, unlike }: { readonly a: Opened; readonly b: Opened; readonly unlike: Unlike }) => {
  const { store, address } = useDesk();
  const [picking, setPicking] = useState(false);
  const first = a.shown.chronicle;
  const second = b.shown.chronicle;
  const title = (each: Opened): string => each.tellerAt(viewNow(each.shown.chronicle)).say('scenario.title');
  const values = {
    scenario: { a: title(a), b: title(b) },
    rules: { a: rulesPrefix(first.bundle.rulesHash), b: rulesPrefix(second.bundle.rulesHash) },
    seed: { a: first.seed, b: second.seed },
    same: {},
  }[unlike];
  useHeadingFocus('beside-heading', unlike);
  const watch = (token: string): void => address.goTo({ at: 'theatre', games: [token] });
  return (
    <main class="page problem th-cannot" id="main">
      <h1 id="beside-heading" tabIndex={-1}>
        {tt('beside.cannot')}
      </h1>
      <p class="brief">{tt(`beside.unlike_${unlike}`, values)}</p>
      <Names a={a} b={b} />
      <h2 class="small-h">{tt('beside.can')}</h2>
      <ul class="plain">
        <li>{tt('beside.can_lines')}</li>
        <li>{tt('beside.can_seed')}</li>
      </ul>
      <div class="acts">
        <button type="button" class="btn primary" onClick={() => setPicking(true)}>
          {tt('beside.other_pick')}
        </button>
        <button
          type="button"
          class="btn"
          onClick={() =>
            void store.begin(first.bundle, { seed: first.seed, choices: first.setup }).then(() => address.goTo({ at: 'play' }))
          }
        >
          {tt('beside.play_seed')}
        </button>
        <button type="button" class="btn" onClick={() => watch(a.token)}>
          {tt('beside.single')}
        </button>
        {unlike !== 'same' && (
          <button type="button" class="btn" onClick={() => watch(b.token)}>
            {tt('beside.single_b')}
          </button>
        )}
      </div>
      {picking && <PickBeside opened={a} onClose={() => setPicking(false)} />}
    </main>
  );
};

/** Two games under the same luck: where they part, what came of it, and both at any moment. */
const Compared = ({ a, b }: { readonly a: Opened; readonly b: Opened }) => {
  const { address } = useDesk();
  const first = a.shown.chronicle;
  const second = b.shown.chronicle;
  const longer = second.orders.length > first.orders.length ? b : a;
  const end = longer.tellerAt(viewNow(longer.shown.chronicle));
  const positions = useMemo(() => positionsOf(end, longer.shown.chronicle), [longer, end.locale]);
  const both = useRef<HTMLDivElement>(null);
  const playback = usePlayback(positions.length, (at) => positions[at]?.stop !== undefined, both);
  const { at, goTo } = playback;
  const courses = useMemo(() => coursesOf(end, first, second), [first, second, end.locale]);
  const over = Math.max(first.moments.length, second.moments.length) - 1;
  const least = Math.min(first.moments.length, second.moments.length) - 1;
  const common = { turn: least, when: turnName(end, least), both: least === over };
  useHeadingFocus('beside-heading', `${a.token}/${b.token}`);
  return (
    <div class="th-beside">
      <header class="topbar th-top">
        <p class="t">
          {end.say('scenario.title')} · {tt('picture.seed', { seed: first.seed })}
        </p>
        <div class="tools">
          <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'theatre', games: [b.token, a.token] })}>
            {tt('beside.swap')}
          </button>
          <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'theatre', games: [a.token] })}>
            {tt('beside.single')}
          </button>
          <MenuButton />
        </div>
      </header>
      <main class="th-compare" id="main">
        <h1 id="beside-heading" tabIndex={-1}>
          {tt('beside.title')}
        </h1>
        <Names a={a} b={b} />
        <Parting a={a} b={b} goTo={goTo} />
        <section aria-labelledby="courses-heading">
          <div class="sec">
            <h2 id="courses-heading">{tt('beside.readings')}</h2>
            <span class="n">
              <Which nth={0} />: {tt('beside.key_a')}; <Which nth={1} />: {tt('beside.key_b')}
            </span>
          </div>
          <ul class="th-courses">
            {courses.map((course) => (
              <Course key={course.id} course={course} at={at} over={over} common={common} />
            ))}
          </ul>
        </section>
        <AllOrders a={a} b={b} goTo={goTo} at={at} />
        <section aria-labelledby="both-heading">
          <div class="sec">
            <h2 id="both-heading">{tt('beside.moment', { when: turnName(end, at) })}</h2>
          </div>
          <div class="th-two" ref={both}>
            <Side opened={a} turn={at} nth={0} />
            <Side opened={b} turn={at} nth={1} />
          </div>
        </section>
      </main>
      <Transport positions={positions} playback={playback} />
    </div>
  );
};

export const Beside = ({ a, b }: { readonly a: Opened; readonly b: Opened }) => {
  const unlike = unlikeOf(a.shown.chronicle, b.shown.chronicle);
  return unlike === undefined ? <Compared a={a} b={b} /> : <Cannot a={a} b={b} unlike={unlike} />;
};
