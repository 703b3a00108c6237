import { useEffect, useState } from 'preact/hooks';
import { isOver, rowsByTurn, viewAt, viewNow, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { CopyButton } from '../../shell/copy-button.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { Mark } from '../../parts/marks.tsx';
import { MenuButton } from '../../shell/menu-button.tsx';
import { useSheet } from '../../shell/sheets.ts';
import { datesAt, mainLength, turnName, turnWithin } from '../../../telling/clock.ts';
import { ledgerOf } from '../../../telling/ledger.ts';
import { conductOf } from '../../../telling/conduct.ts';
import { readingTurn } from '../../../telling/charges.ts';
import { ChargesRead } from '../../shell/charges-read.tsx';
import { doorsOf } from '../../../telling/doors.ts';
import { LossRead } from '../../parts/loss-read.tsx';
import { lossOf, metOf } from '../../../telling/looking-back.ts';
import { predictionModels } from '../../../telling/predictions.ts';
import { luckOf, stopsOf, truthsOf, verdictOf } from '../../../telling/review.ts';
import { sealsOf } from '../../../telling/seals.ts';
import { useDesk } from '../../desk-context.ts';
import { Seals } from '../../parts/seals.tsx';
import { SourceCard } from '../../parts/source-card.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { capitalName } from '../../../telling/teller.ts';
import type { Teller } from '../../../telling/teller.ts';
import { OddsPaths } from './odds-paths.tsx';
import { LedgerList } from '../../parts/why.tsx';
import { percentOf } from '../../../telling/wording.ts';
import { AmongPart } from './among.tsx';
import { Calibration } from './calibration.tsx';
import { CoursePart } from './course.tsx';
import { LensesPart, PivotalPart, useMightHaveBeen } from './might-have-been.tsx';
import { Part } from './part.tsx';
import { TrianglePart } from './triangle.tsx';
import { QuestionsPart, VoicesPart } from './voices.tsx';
import '../../style/ledger.css';
import '../../style/review.css';
import '../../style/review-pictures.css';
import '../../style/review-print.css';

const ChargesPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { store } = useDesk();
  return (
    <Part name="rv-charges" title={t('review.charges')}>
      <ChargesRead teller={teller} game={now} tellerAt={store.tellerAt} acts />
    </Part>
  );
};

const StopsPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { store, address } = useDesk();
  const stops = stopsOf(teller, now);
  const capital = capitalName(teller, teller.bundle.catalogue.chart.home);
  const branch = (turn: number): void => void store.branch(turn).then(() => address.goTo({ at: 'play' }));
  return (
    <Part name="rv-stops" title={t('review.stops')} note={t('review.stops_note', { capital })}>
      {stops.some(({ actual }) => actual === undefined) && <p class="muted">{t('review.unknown', { capital })}</p>}
      <ol class="piv">
        {stops.map(({ turn, date, situation, chosen, stance, acts, actual, claims }, i) => (
          <li key={`${String(turn)}-${situation}`}>
            <span class="pt">{i + 1}</span>
            <p class="pd">{date}</p>
            <h3>{situation}</h3>
            <dl>
              <dt>{t('review.you')}</dt>
              <dd>
                <StanceTag stance={stance} /> {chosen}
              </dd>
              {acts.length > 0 && (
                <>
                  <dt>{rt('stops.acts')}</dt>
                  {acts.map((act) => (
                    <dd key={act}>{act}</dd>
                  ))}
                </>
              )}
              {actual !== undefined && (
                <>
                  <dt>{t('review.in_fact', { capital })}</dt>
                  <dd>
                    {actual} <SourceChips claims={claims} />
                  </dd>
                </>
              )}
            </dl>
            <button type="button" class="bf" onClick={() => branch(turn)}>
              <Icon name="branch" size={16} />
              {t('review.branch')}
              <span class="vh">: {situation}</span>
            </button>
          </li>
        ))}
      </ol>
    </Part>
  );
};

const PredictionsPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const all = predictionModels(teller, now);
  return (
    <Part name="rv-predictions" title={t('review.predictions')}>
      {all.length === 0 && <p class="muted">{t('review.predictions_none')}</p>}
      <Calibration predictions={all} />
      {all.length > 0 && (
        <details class="fold">
          <summary>{rt('calibration.each')}</summary>
          <ul>
            {all.map(({ turn, date, question, said, odds, came }) => (
              <li key={turn}>
                <p class="pd">{date}</p>
                <p class="q">{question}</p>
                <p>
                  {t('review.said', {
                    p: said,
                    odds: percentOf(odds),
                    result: t(came === undefined ? 'review.open_end' : came ? 'review.came' : 'review.came_not'),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
};

const CausesPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => (
  <Part name="rv-causes" title={t('review.causes')} note={t('review.causes_note')}>
    {truthsOf(teller, now).map((hidden) => (
      <OddsPaths key={hidden.id} hidden={hidden} />
    ))}
  </Part>
);

/** What this player did and what came of it: before anything is explained. */
const ConductPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { store } = useDesk();
  const turn = readingTurn(now);
  const conduct = conductOf(teller, now, now.moments.length > turn ? store.tellerAt(viewAt(now, turn)) : undefined);
  return conduct === undefined ? null : (
    <Part name="rv-conduct" title={rt('conduct.title')}>
      <h3>{conduct.headline}</h3>
      <p class="brief">{conduct.did.join(' ')}</p>
      <p class="brief">{conduct.came.join(' ')}</p>
    </Part>
  );
};

const LuckPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const all = luckOf(teller, now);
  return (
    <Part name="rv-luck" title={t('review.luck')} note={t('review.luck_note')}>
      {all.length === 0 && <p class="muted">{t('review.luck_none')}</p>}
      <ul>
        {all.map(({ turn, what, moved, odds }, i) => (
          <li key={i}>
            {t(moved === '' ? 'review.luck_line' : 'review.luck_moved', { when: turnName(teller, turn), what, p: percentOf(odds), moved })}
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** What one more game could find: situations that never opened, and what opens them. */
const DOORS = 3;

const DoorsPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const doors = doorsOf(
    teller,
    now.orders.flatMap((order) => order ?? []),
    DOORS,
  );
  return doors.length === 0 ? null : (
    <Part name="rv-doors" title={t('review.doors')} note={t('review.doors_note')}>
      <dl>
        {doors.map(({ situation, opener, at }) => (
          <div key={situation}>
            <dt>{situation}</dt>
            <dd>{at === '' ? opener : t('review.door_at', { opener, at })}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
};

/** How each capital behaved to this conduct, and the temper it was dealt. */
const MetPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const met = metOf(teller, now);
  return met.length === 0 ? null : (
    <Part name="rv-met" title={t('review.behaved')} note={t('review.behaved_note')}>
      <ul>
        {met.map(({ power, kind, firm, headline, temper, told }) => (
          <li key={power}>
            <Mark power={power} size={20} />
            <div>
              <h3>{headline}</h3>
              <p>
                {t('review.behaved_count', { kind, firm })}
                {temper !== '' && <span class="n"> · {t('review.temper', { temper })}</span>}
              </p>
              {told !== '' && <p class="n">{told}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
};

/** A loss explained by its threshold, its warning and the acts behind it. */
const LossPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => {
  const { store } = useDesk();
  const loss = lossOf(teller, now, (turn) => store.tellerAt(viewAt(now, turn)));
  return loss === undefined ? null : (
    <Part name="rv-loss" title={t('review.loss')}>
      <LossRead loss={loss} />
    </Part>
  );
};

const Week = ({ now, teller, turn }: { readonly now: Chronicle; readonly teller: Teller; readonly turn: number }) => {
  const { store } = useDesk();
  const [open, setOpen] = useState(false);
  const then = open ? store.tellerAt(viewAt(now, turn + 1)) : undefined;
  const past = open ? viewsOf(now).slice(0, turn + 2) : [];
  return (
    <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {turnName(teller, turn)} <span class="n">{datesAt(teller, turn)}</span>
      </summary>
      {open && then && <LedgerList rows={ledgerOf(then, rowsByTurn(now), turn + 1, past)} />}
    </details>
  );
};

const LedgerPart = ({ teller, now }: { readonly teller: Teller; readonly now: Chronicle }) => (
  <Part name="rv-ledger" title={t('review.ledger')}>
    <div class="rv-weeks">
      {now.orders.map((_, turn) => (
        <Week key={turn} now={now} teller={teller} turn={turn} />
      ))}
    </div>
  </Part>
);

/** The first line and what was explored beside it. */
const LinesPart = ({ teller }: { readonly teller: Teller }) => {
  const { store, address } = useDesk();
  const lines = store.lines.value;
  if (lines.length < 2) return null;
  return (
    <Part name="rv-lines" title={t('review.lines')} note={t('review.lines_note')}>
      <ul class="plain">
        {lines.map(({ line, from, turns, atHand }) => (
          <li key={line}>
            {from === undefined ? t('review.first_line') : t('review.line', { when: turnName(teller, from) })}{' '}
            <span class="n">{t('review.line_turns', { count: turns })}</span>{' '}
            {atHand ? (
              <b>{t('review.line_here')}</b>
            ) : (
              <button
                type="button"
                class="bf"
                onClick={() =>
                  void store.switchTo(line).then(() => address.goTo({ at: store.scene.peek() === 'over' ? 'review' : 'play' }))
                }
              >
                {t('review.line_open')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
};

const Actions = ({ now }: { readonly now: Chronicle }) => {
  const { store, address } = useDesk();
  const sheet = useSheet();
  const { goTo } = address;
  return (
    <nav class="rv-acts" aria-label={t('review.actions')}>
      {isOver(now) ? (
        <button type="button" class="btn primary" onClick={() => goTo({ at: 'scenario', id: now.bundle.program.id })}>
          <Icon name="replay" />
          {t('review.replay')}
        </button>
      ) : (
        <button
          type="button"
          class="btn primary"
          onClick={() => {
            goTo({ at: 'play' });
            store.goOn();
          }}
        >
          {t('after.continue')}
        </button>
      )}
      <CopyButton>{t('review.share')}</CopyButton>
      <button type="button" class="btn" onClick={() => goTo({ at: 'theatre', games: [] })}>
        <Icon name="play" />
        {t('review.watch')}
      </button>
      <button type="button" class="btn" aria-haspopup="dialog" onClick={() => (sheet.value = 'take')}>
        <Icon name="sheet" />
        {t('review.export')}
      </button>
      <button type="button" class="btn" onClick={() => print()}>
        <Icon name="print" />
        {t('review.print')}
      </button>
      <button type="button" class="btn quiet" onClick={() => goTo({ at: 'home' })}>
        {t('review.home')}
      </button>
    </nav>
  );
};

const Body = ({ now, teller }: { readonly now: Chronicle; readonly teller: Teller }) => {
  const verdict = verdictOf(teller);
  const over = verdict !== undefined;
  const found = useMightHaveBeen(now);
  const { store } = useDesk();
  useHeadingFocus('review-heading', now.seed);
  return (
    <div class="rv">
      <header class="topbar rv-top">
        <p class="t">
          {t('review.meta', {
            title: teller.say('scenario.title'),
            turns: mainLength(teller.bundle.program),
            seed: now.seed,
          })}
          {now.explorationFrom !== undefined && <span class="ex"> · {t('clock.exploration')}</span>}
        </p>
        <div class="tools">
          <MenuButton />
        </div>
      </header>
      <main class="review" id="main">
        <section class="verdict">
          <p class="eyebrow">{over ? t('review.title') : t('review.not_over')}</p>
          <h1 id="review-heading" tabIndex={-1}>
            {verdict?.title ?? teller.say('scenario.title')}
          </h1>
          {verdict?.paragraphs.map((paragraph) => (
            <p key={paragraph} class="brief">
              {paragraph}
            </p>
          ))}
          {now.explorationFrom !== undefined && <p class="n">{t('review.exploration')}</p>}
          {store.received.value && (
            <p class="n">
              {now.explorationFrom === undefined
                ? rt('received')
                : rt('received_branch', { when: turnWithin(teller, now.explorationFrom) })}
            </p>
          )}
          <Seals seals={sealsOf(teller)} size={46} />
        </section>
        <div class="side">{over && <ChargesPart teller={teller} now={now} />}</div>
        <ConductPart teller={teller} now={now} />
        {over && <LossPart teller={teller} now={now} />}
        <CoursePart teller={teller} now={now} />
        {over && <PivotalPart teller={teller} now={now} found={found} />}
        <TrianglePart teller={teller} now={now} />
        {over && <MetPart teller={teller} now={now} />}
        {over && <LensesPart teller={teller} now={now} found={found} />}
        <StopsPart teller={teller} now={now} />
        {over && <DoorsPart teller={teller} now={now} />}
        <PredictionsPart teller={teller} now={now} />
        {over && <CausesPart teller={teller} now={now} />}
        {over && <LuckPart teller={teller} now={now} />}
        {over && <AmongPart teller={teller} now={now} />}
        {over && <VoicesPart teller={teller} />}
        {over && <QuestionsPart teller={teller} />}
        <LedgerPart teller={teller} now={now} />
        <LinesPart teller={teller} />
      </main>
      <Actions now={now} />
      <SourceCard />
    </div>
  );
};

/** The game looked back on: luck kept apart from choice, nothing graded. */
export const Review = () => {
  const { store } = useDesk();
  const now = store.game.value;
  useEffect(() => void store.openAll(), [now]);
  const teller = now === undefined ? undefined : store.tellerAt(viewNow(now));
  return now === undefined || teller === undefined ? null : <Body now={now} teller={teller} />;
};
