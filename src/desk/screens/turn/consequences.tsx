import { useEffect, useState } from 'preact/hooks';
import { PASS } from '../../../engine/order.ts';
import { isLost, isOver, rowsByTurn, viewAt, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { predictionsOf } from '../../../session/prediction.ts';
import { t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import { chosenOf, finishedOf, newsOf, orderedOf, reactionsOf, voidsOf, type ChosenModel } from '../../../telling/consequences.ts';
import { warningsOf } from '../../../telling/warnings.ts';
import { oddsHeld } from '../../../telling/brief.ts';
import { clockOf, isDated } from '../../../telling/clock.ts';
import { ledgerOf, type LedgerRowModel } from '../../../telling/ledger.ts';
import { settledOf } from '../../../telling/predictions.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { useDesk } from '../../desk-context.ts';
import { useMayAnswer } from '../../may-answer.ts';
import { keepOffline } from '../../offline.ts';
import { useAsked } from '../../parts/asked.ts';
import { Reactions } from '../../parts/reactions.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import type { Teller } from '../../../telling/teller.ts';
import { LedgerList } from '../../parts/why.tsx';
import { signedIn } from '../../../telling/wording.ts';
import { OddsBars } from '../../parts/odds-bars.tsx';
import { CommitBar } from './commit-bar.tsx';
import { Strip } from '../../parts/strip.tsx';
import { useSceneKey } from './scene-keys.ts';

const HEADING = 'after-heading';
/** Rows of the ledger told unasked. */
const LEDGER = 2;

/** Changes under which their cause stands unasked. */
const LED = 1;

/** The weightiest change, then the weightiest that something else brought about, then the others. */
const varied = (rows: readonly LedgerRowModel[]): readonly LedgerRowModel[] => {
  const [first] = rows;
  const other = rows.find(({ lead }) => lead !== first?.lead);
  return first === undefined || other === undefined ? rows : [first, other, ...rows.filter((row) => row !== first && row !== other)];
};

/** What was answered and what happened; on request what else came of it. */
const Outcome = ({ chosen: { stance, about, title, outcome }, nth }: { readonly chosen: ChosenModel; readonly nth: number }) => {
  const [all, setAll] = useState(false);
  return (
    <div class={nth > 0 ? 'again' : ''}>
      <p class="eyebrow">
        <StanceTag stance={stance} about={about} />
      </p>
      <h2 id={nth === 0 ? HEADING : `${HEADING}-${String(nth)}`} tabIndex={-1}>
        {title}
      </h2>
      {(all ? outcome : outcome.slice(0, 1)).map((paragraph) => (
        <p key={paragraph} class="brief">
          {paragraph}
        </p>
      ))}
      {outcome.length > 1 && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name="down" size={14} />
          {t(all ? 'option.digits_hide' : 'after.further')}
        </button>
      )}
    </div>
  );
};

/** What came of the last order: seen, moved, why, opened or closed. */
export const Consequences = ({ game, teller }: { readonly game: Chronicle; readonly teller: Teller }) => {
  const { store } = useDesk();
  const { why } = useAsked();
  const sceneKey = useSceneKey();
  const turns = rowsByTurn(game);
  const turn = game.moments.length - 2;
  const before = viewAt(game, turn);
  const happened = turns[turn + 1] ?? [];
  const order = game.orders[turn] ?? PASS;
  const aside = useMayAnswer(teller, game, turn);
  const chosen = chosenOf(teller, order, happened);
  const past = viewsOf(game);
  const settled = settledOf(teller, game);
  const dated = isDated(teller, turn);
  const moves = reactionsOf(teller, happened);
  // In a week silence is an answer; on a date years later it is not.
  const reactions = dated && moves.every(({ did }) => did === '') ? [] : moves;
  const prediction = predictionsOf(game).find((each) => each.turn === turn && !settled.some((one) => one.turn === turn));
  const odds = oddsHeld(teller, before).filter(({ causes }) =>
    causes.some(({ ppm, was }) => was !== undefined && Math.round(was / 10_000) !== Math.round(ppm / 10_000)),
  );
  const ladder = ladderOf(teller);
  const news = newsOf(teller, before);
  const said = voidsOf(teller, happened);
  const ordered = orderedOf(teller, happened);
  const done = finishedOf(teller, happened);

  const rows = varied(ledgerOf(teller, turns, turn + 1, past));
  const hooks = isOver(game) ? [] : chosen.flatMap(({ hook }) => (hook === '' ? [] : [hook]));
  // A warning that stood before is told with the stop, where it can still be met.
  const warnings = warningsOf(teller, before);
  const rest = [
    ...(odds.length > 0 ? [t('after.odds')] : []),
    ...(news.length > 0 ? [t('news.title')] : []),
    ...(prediction === undefined ? [] : [t('after.forecast')]),
    ...(hooks.length > 0 ? [t('after.hook')] : []),
  ];

  useHeadingFocus(HEADING, turn);
  useEffect(() => void keepOffline(), []);
  useEffect(() => {
    const largest = rows
      .slice(0, 3)
      .map(({ name, by, scale, stages }) => `${name} ${stages === undefined ? signedIn(by, scale) : stages[1]}`);
    const answered = moves.filter(({ answers, silent }) => answers !== '' && !silent).map(({ name, did }) => `${name} ${did}`);
    announce(`${t('after.resolved', { turn: clockOf(teller, before, false).turn })} ${[...answered.slice(0, 1), ...largest].join('; ')}.`);
  }, []);
  useKeys(sceneKey);

  const readings = readingsOf(teller, past, undefined, before);
  return (
    <>
      <div class="strip">
        <Strip posture={postureOf(teller, game)} ladder={ladder} readings={readings} onWhy={(name) => (why.value = name)} />
      </div>
      <section class="desk cons" id="desk" aria-labelledby={HEADING}>
        <div class="leaves">
          <div class="leaf" tabIndex={0} role="group" aria-labelledby={HEADING}>
            {chosen.map((each, i) => (
              <Outcome key={each.situation} chosen={each} nth={i} />
            ))}
            {ordered.map(({ title, line }) => (
              <p key={title} class="brief done">
                <b>{title}.</b> {line}
              </p>
            ))}
            {said.map(({ order: title, why: reason }) => (
              <p key={title} class="warned">
                {t('after.void', { order: title, why: reason })}
              </p>
            ))}
            {done.map((text) => (
              <p key={text} class="brief done">
                {text}
              </p>
            ))}
            {warnings.map((warning) => (
              <p key={warning} class="warned">
                <b>{t('warning.title')}.</b> {warning}
              </p>
            ))}
            {settled.map(({ turn: said, about, question, said: p, came }) => (
              <details key={said} class="fold said">
                <summary>{t(came === true ? 'after.said_came' : 'after.said_came_not', { about, p })}</summary>
                <p>{question}</p>
              </details>
            ))}
            {reactions.length > 0 && <Reactions reactions={reactions} aside={aside} />}
            <div class="sec mt">
              <h3>{t('after.ledger')}</h3>
            </div>
            <LedgerList rows={rows} shown={LEDGER} led={LED} told={chosen.map(({ title }) => title)} />
            {rest.length > 0 && (
              <details class="fold">
                <summary title={rest.join(', ')}>{t('after.also')}</summary>
                {odds.map((hidden) => (
                  <OddsBars key={hidden.id} hidden={hidden} />
                ))}
                {news.map((slip) => (
                  <p key={slip} class="slip">
                    {slip}
                  </p>
                ))}
                {prediction && (
                  <p>
                    {t('tap.said', { p: prediction.said })} {teller.say(`situation.${prediction.situation}.tap`)}
                  </p>
                )}
                {hooks.map((hook) => (
                  <p key={hook} class="hook">
                    {hook}
                  </p>
                ))}
              </details>
            )}
          </div>
        </div>
        <CommitBar>
          <span class="fcr" />
          <button type="button" class="btn primary" id="continue" onClick={store.goOn}>
            {isOver(game) && !isLost(game) ? t('passing.to_review') : t('after.continue')}
          </button>
        </CommitBar>
      </section>
    </>
  );
};
