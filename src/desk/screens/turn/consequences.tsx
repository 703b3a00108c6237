import { useEffect, useState } from 'preact/hooks';
import { PASS } from '../../../engine/order.ts';
import { isOver, rowsByTurn, viewAt, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { predictionsOf } from '../../../session/prediction.ts';
import { t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import { Mark } from '../../parts/marks.tsx';
import { chosenOf, finishedOf, newsOf, orderedOf, reactionsOf, voidsOf, type ReactionModel } from '../../../telling/consequences.ts';
import { warningsOf } from '../../../telling/warnings.ts';
import { oddsHeld } from '../../../telling/brief.ts';
import { clockOf, isDated } from '../../../telling/clock.ts';
import { ledgerOf } from '../../../telling/ledger.ts';
import { settledOf } from '../../../telling/predictions.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { useDesk } from '../../desk-context.ts';
import { keepOffline } from '../../offline.ts';
import { useAsked } from '../../parts/asked.ts';
import { StanceTag } from '../../parts/stance.tsx';
import type { Teller } from '../../../telling/teller.ts';
import { LedgerList } from '../../parts/why.tsx';
import { signedIn } from '../../../telling/wording.ts';
import { OddsBars } from '../../parts/odds-bars.tsx';
import { CommitBar } from './commit-bar.tsx';
import { Strip } from './strip.tsx';
import { useSceneKey } from './scene-keys.ts';

const HEADING = 'after-heading';
/** Rows of the ledger told unasked. */
const LEDGER = 3;

/** Moves told unasked. */
const TOLD = 3;

const Moves = ({ moves, reasons }: { readonly moves: readonly ReactionModel[]; readonly reasons: boolean }) => (
  <ul class="react">
    {moves.map(({ power, name, did, reason, answers, atOnce }) => (
      <li key={power} class={answers === '' ? '' : 'is-answer'}>
        <Mark power={power} size={22} />
        <span>
          <b>{name}</b> {did}
          {reasons && reason !== '' && <q>{reason}</q>}
          {reasons && answers !== '' && !atOnce && <small class="answers">{answers}</small>}
        </span>
      </li>
    ))}
  </ul>
);

const Names = ({ of, children }: { readonly of: readonly ReactionModel[]; readonly children: string }) =>
  of.length === 0 ? null : (
    <p class="silent">
      {of.map(({ power, name }) => (
        <span key={power}>
          <Mark power={power} size={15} /> {name}
        </span>
      ))}
      <i>{children}</i>
    </p>
  );

/** How the powers answered the order, and what they did besides: a few, and on request all, with the reasons they state. */
const Reactions = ({ reactions }: { readonly reactions: readonly ReactionModel[] }) => {
  const [all, setAll] = useState(false);
  const spoken = reactions.filter(({ did, silent }) => did !== '' && !silent);
  const told = all ? spoken : spoken.slice(0, TOLD);
  const answers = told.filter((each) => each.answers !== '');
  const others = told.filter((each) => each.answers === '');
  const noting = reactions.filter(({ silent }) => silent);
  const still = reactions.filter(({ did }) => did === '');
  // Where nobody answers, that they let it pass is the answer.
  const hushed = all || answers.length === 0;
  return (
    <section>
      <div class="sec mt">
        <h3>{t(answers.length > 0 || noting.length > 0 ? 'after.answered' : 'after.reactions')}</h3>
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          <Icon name="down" size={14} />
          {all ? t('option.digits_hide') : t('after.reasons')}
        </button>
      </div>
      <Moves moves={answers} reasons={all} />
      {hushed && <Names of={noting}>{t('after.noted')}</Names>}
      {all && answers.length > 0 && others.length > 0 && <h4 class="small-h">{t('after.besides')}</h4>}
      <Moves moves={others} reasons={all} />
      {(all || spoken.length + noting.length === 0) && <Names of={still}>{t('after.silent')}</Names>}
    </section>
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

  const rows = ledgerOf(teller, turns, turn + 1, past);
  const hooks = chosen.flatMap(({ hook }) => (hook === '' ? [] : [hook]));

  useHeadingFocus(HEADING, turn);
  useEffect(() => void keepOffline(), []);
  useEffect(() => {
    const largest = rows
      .slice(0, 3)
      .map(({ name, by, scale, stages }) => `${name} ${stages === undefined ? signedIn(by, scale) : stages[1]}`);
    announce([t('after.resolved', { turn: clockOf(teller, before, false).turn }), ...largest].join(' '));
  }, []);
  useKeys(sceneKey);

  const readings = readingsOf(teller, past, undefined, before);
  return (
    <>
      <div class="strip">
        <Strip posture={postureOf(teller, game)} ladder={ladder} readings={readings} onWhy={(name) => (why.value = name)} />
      </div>
      {news.length > 0 && (
        <section class="slips" aria-label={t('news.title')}>
          {news.map((slip) => (
            <article key={slip} class="slip">
              <p>{slip}</p>
            </article>
          ))}
        </section>
      )}
      <section class="desk cons" id="desk" aria-labelledby={HEADING}>
        <div class="leaves">
          <div class="leaf" tabIndex={0} role="group" aria-labelledby={HEADING}>
            {chosen.map(({ situation, stance, about, title, outcome }, i) => (
              <div key={situation} class={i > 0 ? 'again' : ''}>
                <p class="eyebrow">
                  <StanceTag stance={stance} about={about} />
                </p>
                <h2 id={i === 0 ? HEADING : `${HEADING}-${String(i)}`} tabIndex={-1}>
                  {title}
                </h2>
                {outcome.map((paragraph) => (
                  <p key={paragraph} class="brief">
                    {paragraph}
                  </p>
                ))}
              </div>
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
            {warningsOf(teller).map((warning) => (
              <p key={warning} class="warned">
                <b>{t('warning.title')}.</b> {warning}
              </p>
            ))}
            {settled.map(({ turn: said, question, said: p, came }) => (
              <p key={said} class="brief done">
                {t('after.you_said', { p, question })} <b>{t(came === true ? 'review.came' : 'review.came_not')}</b>
              </p>
            ))}
            {reactions.length > 0 && <Reactions reactions={reactions} />}
            <div class="sec mt">
              <h3>{t('after.ledger')}</h3>
            </div>
            <LedgerList rows={rows} shown={LEDGER} />
            {odds.length > 0 && (
              <details class="fold">
                <summary>{t('after.odds')}</summary>
                {odds.map((hidden) => (
                  <OddsBars key={hidden.id} hidden={hidden} />
                ))}
              </details>
            )}
            {hooks.length > 0 && !isOver(game) && (
              <details class="fold hook">
                <summary>{t('after.hook')}</summary>
                {hooks.map((hook) => (
                  <p key={hook}>{hook}</p>
                ))}
              </details>
            )}
          </div>
        </div>
        <CommitBar>
          <p class="fcr" title={prediction && teller.say(`situation.${prediction.situation}.tap`)}>
            {prediction && t('tap.said', { p: prediction.said })}
          </p>
          <button type="button" class="btn primary" id="continue" onClick={store.goOn}>
            {isOver(game) ? t('passing.to_review') : t('after.continue')}
          </button>
        </CommitBar>
      </section>
    </>
  );
};
