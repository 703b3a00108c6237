import type { ComponentChildren } from 'preact';
import { menu } from '../../../engine/menu.ts';
import { PASS } from '../../../engine/order.ts';
import { isOver, rowsByTurn, upTo, viewAt, viewNow, viewsOf, type Chronicle } from '../../../session/chronicle.ts';
import { briefOf, oddsHeld } from '../../../telling/brief.ts';
import { ChargesRead } from '../../shell/charges-read.tsx';
import { isDated } from '../../../telling/clock.ts';
import { chosenOf, finishedOf, orderedOf, reactionsOf, voidsOf } from '../../../telling/consequences.ts';
import { warningsOf } from '../../../telling/warnings.ts';
import { ledgerOf } from '../../../telling/ledger.ts';
import { choiceOf } from '../../../telling/options.ts';
import { settledOf } from '../../../telling/predictions.ts';
import { verdictOf } from '../../../telling/review.ts';
import type { TellerAt } from '../../../telling/story.ts';
import { supportOf } from '../../../telling/support.ts';
import { bandWord, signed } from '../../../telling/wording.ts';
import { predictionsOf } from '../../../session/prediction.ts';
import { t } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import { useMayAnswer } from '../../may-answer.ts';
import { useAsked } from '../../parts/asked.ts';
import { Arrow } from '../../parts/icons.tsx';
import { OddsBars } from '../../parts/odds-bars.tsx';
import { Reactions } from '../../parts/reactions.tsx';
import { Gauge } from '../../parts/readings.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { ViewpointSign } from '../../parts/viewpoints.tsx';
import { LedgerList } from '../../parts/why.tsx';

const Paragraphs = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.map((paragraph) => (
      <p key={paragraph} class="brief">
        {paragraph}
      </p>
    ))}
  </>
);

/** What lay open, with its sources. */
const Situation = ({ tellerAt, game, turn, situation }: At & { readonly situation: number }) => {
  const brief = briefOf(tellerAt(viewAt(game, turn)), situation);
  return brief === undefined ? null : (
    <>
      <Paragraphs of={brief.paragraphs} />
      {brief.claims.length > 0 && (
        <div class="under">
          <SourceChips claims={brief.claims} />
        </div>
      )}
    </>
  );
};

/** Answers that a stop left. */
const Others = ({ tellerAt, game, turn }: At) => {
  const then = tellerAt(viewAt(game, turn));
  const given = new Map((game.orders[turn] ?? PASS).answers.map(({ situation, option }) => [situation, option]));
  const left = menu(game.rules, then.view, game.seat)
    .situations.filter(({ situation }) => given.has(situation))
    .flatMap(({ situation, options }) => choiceOf(then, situation, options).options.filter(({ index }) => index !== given.get(situation)));
  return left.length === 0 ? null : (
    <details class="fold">
      <summary>{tt('theatre.others')}</summary>
      <ul class="th-others">
        {left.map(({ title, line, stance, about, not }) => (
          <li key={title}>
            <StanceTag stance={stance} about={about} />
            <b>{title}</b>
            <span class="n">{not === undefined ? line : t('option.not', { why: not })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What each viewpoint had said of what lay open: what it favoured, in its words. */
const Argued = ({ tellerAt, game, turn, situations }: At & { readonly situations: readonly number[] }) => {
  const then = tellerAt(viewAt(game, turn));
  const briefs = situations.flatMap((situation) => briefOf(then, situation) ?? []).filter(({ views }) => views.length > 0);
  return briefs.length === 0 ? null : (
    <details class="fold">
      <summary>{tt('theatre.argued')}</summary>
      {briefs.map(({ situation, title, views }) => (
        <div key={situation}>
          {briefs.length > 1 && <h4 class="small-h">{title}</h4>}
          <ul class="th-argued">
            {views.map(({ viewpoint, name, text, stance, whom, option }) => (
              <li key={viewpoint}>
                <ViewpointSign viewpoint={viewpoint} />
                <div>
                  <b>{name}</b> <StanceTag stance={stance} about={stance.kind === 'align' ? whom : ''} />
                  {option !== undefined && <small>{t('view.for', { option })}</small>}
                  <q>{text}</q>
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
};

/** How content the four viewpoints are, and what they had argued for. */
const Support = ({ tellerAt, game, turn }: At) => {
  const { facts } = useAsked();
  const after = tellerAt(viewAt(game, turn + 1));
  const order = game.orders[turn] ?? PASS;
  const all = supportOf(after, viewAt(game, turn), order);
  return all.length === 0 ? null : (
    <section>
      <Head>{tt('theatre.support')}</Head>
      <ul class="th-support">
        {all.map(({ viewpoint, name, value, was, wanted, heeded }) => (
          <li key={viewpoint}>
            <ViewpointSign viewpoint={viewpoint} />
            <div>
              <button
                type="button"
                class="opens"
                aria-haspopup="dialog"
                aria-label={tt('theatre.support_line', {
                  name,
                  word: bandWord(value),
                  value,
                  by: value === was ? t('review.no_change') : t('reading.changed', { by: signed(value - was) }),
                })}
                onClick={() => (facts.value = { kind: 'viewpoint', id: viewpoint })}
              >
                {name}
              </button>
              {wanted !== '' && <small>{heeded ? tt('theatre.heeded') : tt('theatre.wanted', { option: wanted })}</small>}
            </div>
            <Gauge value={value} was={was} />
            <span class={value === was ? 'ch' : value > was ? 'ch up' : 'ch dn'} aria-hidden="true">
              {value !== was && <Arrow drift={value > was ? 'up' : 'down'} />}
              {value === was ? '·' : signed(value - was)}
            </span>
          </li>
        ))}
      </ul>
      <Argued tellerAt={tellerAt} game={game} turn={turn} situations={order.answers.map(({ situation }) => situation)} />
    </section>
  );
};

const Head = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="sec mt">
    <h3>{children}</h3>
  </div>
);

interface At {
  readonly tellerAt: TellerAt;
  /** The whole game. */
  readonly game: Chronicle;
  /** The turn that is shown. */
  readonly turn: number;
}

const Ordered = ({ of }: { readonly of: ReturnType<typeof orderedOf> }) =>
  of.length === 0 ? null : (
    <>
      <p class="eyebrow">{tt('theatre.acts')}</p>
      {of.map(({ title, line }) => (
        <p key={title} class="brief done">
          <b>{title}.</b> {line}
        </p>
      ))}
    </>
  );

/** One turn that was played: what lay open, what was answered, and all that came of it. */
const Played = ({ tellerAt, game, turn, heading }: At & { readonly heading: string }) => {
  const here = upTo(game, turn + 1);
  const teller = tellerAt(viewAt(game, turn + 1));
  const aside = useMayAnswer(teller, game, turn);
  const before = viewAt(game, turn);
  const turns = rowsByTurn(here);
  const happened = turns[turn + 1] ?? [];
  const order = game.orders[turn] ?? PASS;
  const chosen = chosenOf(teller, order, happened);
  const moves = reactionsOf(teller, happened);
  const reactions = isDated(teller, turn) && moves.every(({ did }) => did === '') ? [] : moves;
  const rows = ledgerOf(teller, turns, turn + 1, viewsOf(here));
  const said = predictionsOf(here).find((each) => each.turn === turn);
  const odds = oddsHeld(teller, before);
  return (
    <>
      {chosen.length === 0 && <h2 id={heading}>{tt('theatre.quiet')}</h2>}
      {chosen.map(({ situation, stance, about, title, outcome }, i) => (
        <div key={situation} class={i > 0 ? 'again' : ''}>
          <h2 id={i === 0 ? heading : `${heading}-${String(i)}`}>{situation}</h2>
          <Situation tellerAt={tellerAt} game={game} turn={turn} situation={order.answers[i]?.situation ?? -1} />
          <div class="th-answer">
            <p class="eyebrow">
              {tt('theatre.answered')} <StanceTag stance={stance} about={about} />
            </p>
            <h3 class="th-chosen">{title}</h3>
            <Paragraphs of={outcome} />
          </div>
        </div>
      ))}
      {said !== undefined && (
        <p class="n">
          {t('tap.said', { p: said.said })} {teller.say(`situation.${said.situation}.tap`)}
        </p>
      )}
      {chosen.length > 0 && <Others tellerAt={tellerAt} game={game} turn={turn} />}
      <Ordered of={orderedOf(teller, happened)} />
      {voidsOf(teller, happened).map(({ order: title, why: reason }) => (
        <p key={title} class="warned">
          {t('after.void', { order: title, why: reason })}
        </p>
      ))}
      {finishedOf(teller, happened).map((text) => (
        <p key={text} class="brief done">
          {text}
        </p>
      ))}
      {warningsOf(teller).map((warning) => (
        <p key={warning} class="warned">
          <b>{t('warning.title')}.</b> {warning}
        </p>
      ))}
      {settledOf(teller, here).map(({ turn: then, question, said: p, came }) => (
        <p key={then} class="brief done">
          {t('after.you_said', { p, question })} <b>{t(came === true ? 'review.came' : 'review.came_not')}</b>
        </p>
      ))}
      {reactions.length > 0 && <Reactions reactions={reactions} aside={aside} />}
      <Head>{tt('theatre.ledger')}</Head>
      {rows.length === 0 ? <p class="muted">{tt('theatre.nothing_moved')}</p> : <LedgerList rows={rows} />}
      <Support tellerAt={tellerAt} game={game} turn={turn} />
      {odds.length > 0 && (
        <section>
          <Head>{tt('theatre.odds')}</Head>
          {odds.map((hidden) => (
            <OddsBars key={hidden.id} hidden={hidden} />
          ))}
        </section>
      )}
    </>
  );
};

/** After the last turn: how it ended, or what waits. */
const Last = ({ tellerAt, game, heading }: Omit<At, 'turn'> & { readonly heading: string }) => {
  const teller = tellerAt(viewNow(game));
  const turn = game.orders.length;
  if (!isOver(game)) {
    const open = game.moments.at(-1)?.menu.situations ?? [];
    return (
      <>
        <p class="eyebrow">{tt('theatre.now')}</p>
        <h2 id={heading}>{open.map(({ situation }) => briefOf(teller, situation)?.title ?? '').join('; ') || tt('theatre.quiet')}</h2>
        {open.map(({ situation }) => (
          <Situation key={situation} tellerAt={tellerAt} game={game} turn={turn} situation={situation} />
        ))}
        <Argued tellerAt={tellerAt} game={game} turn={turn} situations={open.map(({ situation }) => situation)} />
      </>
    );
  }
  const verdict = verdictOf(teller);
  return (
    <>
      <p class="eyebrow">{tt('theatre.end')}</p>
      <h2 id={heading}>{verdict?.title}</h2>
      <Paragraphs of={verdict?.paragraphs ?? []} />
      <Head>{t('review.charges')}</Head>
      <ChargesRead teller={teller} game={game} tellerAt={tellerAt} />
    </>
  );
};

/** One position of a game: everything that was known of it then. `heading`: the id of its first heading. */
export const MomentLeaf = ({ tellerAt, game, turn, heading }: At & { readonly heading: string }) =>
  turn < game.orders.length ? (
    <Played key={turn} tellerAt={tellerAt} game={game} turn={turn} heading={heading} />
  ) : (
    <Last tellerAt={tellerAt} game={game} heading={heading} />
  );
