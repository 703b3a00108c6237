import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isOver, rowsByTurn, upTo, viewAt, viewNow, viewsOf } from '../../../session/chronicle.ts';
import { clockOf, turnWithin } from '../../../telling/clock.ts';
import { positionsOf } from '../../../telling/positions.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { sealsOf } from '../../../telling/seals.ts';
import { t } from '../../../text/text.ts';
import { tb } from '../../../text/branch.ts';
import { tt } from '../../../text/theatre.ts';
import { useDesk } from '../../desk-context.ts';
import { apart, useApart } from '../../parts/apart.ts';
import { useAsked } from '../../parts/asked.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { Icon } from '../../parts/icons.tsx';
import { LaterSheet } from '../../parts/later.tsx';
import { Readings } from '../../parts/readings.tsx';
import { Strip } from '../../parts/strip.tsx';
import { TopBar } from '../../parts/top-bar.tsx';
import { MenuButton } from '../../shell/menu-button.tsx';
import { TakeSheet } from '../../shell/take-sheet.tsx';
import { branchFrom, takeUp } from './branch.ts';
import { MomentLeaf } from './moment.tsx';
import { onLineOf, type Opened } from './opened.ts';
import { PickBeside } from './pick-beside.tsx';
import { usePlayback } from './playback.ts';
import { Transport } from './transport.tsx';

const REGION = apart(() => import('../../parts/region.tsx'));
const HEADING = 'moment-heading';
/** Share of the least time a turn stands in which its moves are shown. */
const MOVING = 0.75;

/** One game watched from its first turn to its last. */
export const Watch = ({ opened }: { readonly opened: Opened }) => {
  const { store, address } = useDesk();
  const { shown, tellerAt } = opened;
  const { chronicle } = shown;
  const { facts, why } = useAsked();
  const [sheet, setSheet] = useState<'take' | 'beside' | undefined>(undefined);
  const leaf = useRef<HTMLDivElement>(null);
  const end = tellerAt(viewNow(chronicle));
  const positions = useMemo(() => positionsOf(end, chronicle), [chronicle, end.locale, end.bundle]);
  const playback = usePlayback(positions.length, (at) => positions[at]?.stop !== undefined, leaf);
  const { at, playing, least } = playback;
  const played = chronicle.orders.length;
  const turn = Math.min(at, played);
  const isLast = turn >= played;
  const before = isLast ? undefined : viewAt(chronicle, turn);
  const teller = isLast ? end : tellerAt(viewAt(chronicle, turn + 1));
  const here = upTo(chronicle, isLast ? played : turn + 1);
  const readings = readingsOf(teller, viewsOf(here), undefined, before);
  const { here: region } = useApart(REGION, true);
  const lines = shown.table.game().record.lines;
  const { line } = shown.table.game();
  const parent = lines[line]?.from?.line;
  const left = parent === undefined ? undefined : onLineOf(opened.token, parent);
  const subject = facts.value;
  const exploring = chronicle.explorationFrom !== undefined && turn >= chronicle.explorationFrom;

  useHeadingFocus('theatre-heading', opened.token);
  useEffect(() => {
    if (leaf.current !== null) leaf.current.scrollTop = 0;
    // On a phone the page scrolls as a whole: what is played is seen from its chart on.
    if (playing) globalThis.scrollTo({ top: 0 });
  }, [at]);
  useEffect(
    () => () => {
      facts.value = undefined;
      why.value = undefined;
    },
    [],
  );

  return (
    <main class="game theatre" id="main">
      <h1 class="vh" id="theatre-heading" tabIndex={-1}>
        {tt('theatre.title')}: {end.say('scenario.title')}
        {opened.name !== undefined && `, ${opened.name}`}
      </h1>
      <TopBar
        titled={false}
        clock={clockOf(teller, before ?? teller.view, exploring)}
        seals={sealsOf(teller)}
        onAsk={(id) => (facts.value = { kind: 'principle', id })}
      >
        <MenuButton />
      </TopBar>
      <div class="stagebox">
        {region !== undefined && (
          <>
            <region.ChartArea
              teller={teller}
              {...(playing ? { within: least * MOVING } : {})}
              {...(before === undefined ? {} : { before, happened: rowsByTurn(here).at(-1) ?? [] })}
            />
            <region.ChartKey teller={teller} />
          </>
        )}
      </div>
      <div class="strip">
        <Strip posture={postureOf(teller, here)} ladder={ladderOf(teller)} readings={readings} onWhy={(name) => (why.value = name)} />
      </div>
      <section class="desk cons" id="desk" aria-labelledby={HEADING}>
        <div class="th-head">
          {opened.name !== undefined && (
            <p class="th-name">
              <bdi>{opened.name}</bdi>
            </p>
          )}
          <nav class="th-acts" aria-label={tt('theatre.actions')}>
            {lines.length > 1 && (
              <select
                aria-label={tt('theatre.line')}
                value={String(line)}
                onChange={(event) => address.goTo({ at: 'theatre', games: [onLineOf(opened.token, Number(event.currentTarget.value))] })}
              >
                {lines.map(({ from }, i) => (
                  <option key={i} value={String(i)}>
                    {from === undefined ? t('review.first_line') : t('review.line', { when: turnWithin(end, from.turn) })}
                  </option>
                ))}
              </select>
            )}
            <button
              type="button"
              class="btn quiet"
              id="theatre-branch"
              title={tt('theatre.branch_hint', { when: turnWithin(end, turn) })}
              disabled={(isLast && isOver(chronicle)) || opened.strayed !== undefined}
              onClick={() => void branchFrom(store, opened, turn).then((done) => address.goTo({ at: done ? 'play' : 'problem' }))}
            >
              <Icon name="branch" />
              {tt('theatre.branch')}
            </button>
            {left !== undefined && (
              <>
                <button type="button" class="btn quiet" id="theatre-back" onClick={() => address.goTo({ at: 'theatre', games: [left] })}>
                  <Icon name="back" />
                  {tb('branch.back')}
                </button>
                <button
                  type="button"
                  class="btn quiet"
                  id="theatre-beside-left"
                  onClick={() => address.goTo({ at: 'theatre', games: [left, onLineOf(opened.token, line)] })}
                >
                  <Icon name="beside" />
                  {tb('branch.beside')}
                </button>
              </>
            )}
            <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => setSheet('beside')}>
              <Icon name="beside" />
              {tt('theatre.beside')}
            </button>
            <button type="button" class="btn quiet" aria-haspopup="dialog" onClick={() => setSheet('take')}>
              <Icon name="share" />
              {tt('theatre.take')}
            </button>
            <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'theatre', games: ['open'] })}>
              <Icon name="sheet" />
              {tt('theatre.other')}
            </button>
          </nav>
        </div>
        <div class="leaves">
          <div class="leaf" ref={leaf} tabIndex={0} role="group" aria-labelledby={HEADING}>
            <MomentLeaf tellerAt={tellerAt} game={chronicle} turn={turn} heading={HEADING} />
            {isLast && isOver(chronicle) && opened.strayed === undefined && (
              <p class="under">
                <button
                  type="button"
                  class="btn"
                  id="theatre-review"
                  onClick={() => void takeUp(store, opened).then((done) => address.goTo({ at: done ? 'review' : 'problem' }))}
                >
                  <Icon name="sheet" />
                  {tt('theatre.review')}
                </button>
              </p>
            )}
            <div class="only-phone">
              <div class="sec mt">
                <h3>{tt('theatre.readings')}</h3>
              </div>
              <Readings readings={readings} />
            </div>
          </div>
        </div>
      </section>
      <Transport positions={positions} playback={playback} />
      {sheet === 'take' && (
        <TakeSheet
          record={shown.table.game().record}
          chronicle={chronicle}
          tellerAt={tellerAt}
          name={() => Promise.resolve(opened.given)}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'beside' && <PickBeside opened={opened} onClose={() => setSheet(undefined)} />}
      {subject !== undefined && (
        <LaterSheet
          load={() => import('../../parts/facts-sheet.tsx').then(({ FactsSheet }) => FactsSheet)}
          props={{ teller, turns: rowsByTurn(here), views: viewsOf(here), subject, onClose: () => (facts.value = undefined) }}
        />
      )}
    </main>
  );
};
