import { useEffect, useState, useMemo } from 'preact/hooks';
import type { SeatOrder } from '../../../engine/order.ts';
import { menuNow, viewsOf, rowsByTurn, type Chronicle } from '../../../session/chronicle.ts';
import type { NoteHere } from '../../../session/game.ts';
import { noteOf } from '../../../session/prediction.ts';
import { t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { outlookKey, turnsAhead } from '../../game/forecasts.ts';
import { useKeys } from '../../parts/keys.ts';
import { announce } from '../../parts/live.tsx';
import { actsOf } from '../../../telling/acts.ts';
import { warningsOf } from '../../../telling/warnings.ts';
import { briefOf, oddsHeld, signalsOf } from '../../../telling/brief.ts';
import { choiceOf } from '../../../telling/options.ts';
import { outlooksOf } from '../../../telling/outlook.ts';
import type { Weighed } from '../../../telling/outlook.ts';
import { postureOf } from '../../../telling/posture.ts';
import { ladderOf, readingsOf } from '../../../telling/readings.ts';
import { priceAfter, spendOf } from '../../../telling/trial.ts';
import { useDesk } from '../../desk-context.ts';
import type { Teller } from '../../../telling/teller.ts';
import { spanWords } from '../../../telling/wording.ts';
import { plain } from '../../../bundle/spell.ts';
import { Acts } from './acts.tsx';
import { Brief, Odds, Signals, Views } from './briefing.tsx';
import { Capital, CommitBar } from './commit-bar.tsx';
import { Choice } from './decision.tsx';
import type { ForecastState } from './option.tsx';
import { Strip } from '../../parts/strip.tsx';
import { Tabs, type LeafName } from './tabs.tsx';
import { TAPS, TapQuestion, type Tap } from './prediction.tsx';
import { useSceneKey } from './scene-keys.ts';
import { useWithin } from '../../parts/within.ts';

const HEADING = 'stop-heading';
/** A second click that comes sooner than this, ms, is of one double click. */
const DOUBLE = 600;

/** Which parts of the desk this stop shows: they come one at a time over the first stops. `actsFrom`: the stop from which initiatives do, where that is sooner. */
const partsAt = (
  teller: Teller,
  actsFrom: number,
): { readonly signals: boolean; readonly ranges: boolean; readonly acts: boolean; readonly tap: boolean } => {
  const { teaching, stops } = teller.bundle.catalogue;
  const stop = stops === undefined ? Number.MAX_SAFE_INTEGER : teller.read(stops);
  return {
    signals: stop >= teaching.signals,
    ranges: stop >= teaching.ranges,
    acts: stop >= Math.min(teaching.acts, actsFrom),
    tap: stop >= teaching.tap,
  };
};

/** A decision: what lies open, what is expected, what may be done about it. */
export const Stop = ({ game, teller }: { readonly game: Chronicle; readonly teller: Teller }) => {
  const { store } = useDesk();
  const { find } = useWithin();
  const sceneKey = useSceneKey();
  const { seat } = game;
  const turn = game.moments.length - 1;
  const draft = store.draft(turn);
  const menu = menuNow(game);
  const parts = partsAt(teller, store.actsFrom.value ?? Infinity);
  const { catalogue, program } = teller.bundle;
  const single = !parts.signals;

  const [leaf, setLeaf] = useState<LeafName>('briefing');
  const [chosen, setChosen] = useState<ReadonlyMap<number, number>>(new Map(draft?.chosen));
  const [picked, setPicked] = useState<readonly number[]>(draft?.picked ?? []);
  const [said, setSaid] = useState<Tap | undefined>(TAPS.find((tap) => tap === draft?.said));
  const [skipped, setSkipped] = useState(false);
  const [asked, setAsked] = useState<number | undefined>(undefined);
  const [full, setFull] = useState<string | undefined>(undefined);
  const [given, setGiven] = useState(false);

  useEffect(() => {
    if (chosen.size + picked.length > 0 || said !== undefined)
      store.setDraft({ turn, chosen: [...chosen], picked, ...(said === undefined ? {} : { said }) });
  }, [chosen, picked, said]);

  const tapped = parts.tap ? menu.situations.find(({ situation }) => catalogue.situations[situation]?.tap !== undefined) : undefined;
  const tapId = tapped === undefined ? '' : (catalogue.situations[tapped.situation]?.id ?? '');
  const waits = tapped !== undefined && said === undefined && !skipped;

  useHeadingFocus(HEADING, game.moments.length);
  // What was said of the week before is over.
  useEffect(() => announce(''), [game.moments.length]);
  useEffect(() => {
    if (!parts.ranges) return;
    store.outlook.start(
      game,
      menu.situations.flatMap(({ situation, options }) =>
        options.filter(({ legal }) => legal).map(({ option }) => ({ situation, option })),
      ),
    );
  }, [game]);

  const order: SeatOrder = {
    answers: menu.situations.flatMap(({ situation }) => {
      const option = chosen.get(situation);
      return option === undefined ? [] : [{ situation, option }];
    }),
    acts: picked,
  };
  // A question with no answer that can be paid or done stays open: it must not hold the week.
  const ready = menu.situations.every(({ situation, options }) => chosen.has(situation) || options.every(({ legal }) => !legal));
  const spend = spendOf(game.rules, teller.view, seat, order);
  const budget = program.seats[seat]?.budget;

  const known = store.outlook.known.value;
  // Answers can only be compared once all of them are worked out.
  const outlooks = useMemo(
    () =>
      new Map(
        menu.situations.map(({ situation, options }) => {
          const legal = options.filter((each) => each.legal);
          const weighed = legal.flatMap(({ option, cost }): Weighed[] => {
            const forecast = known.get(outlookKey(situation, option));
            const about = program.situations[situation]?.options[option]?.about ?? [];
            return forecast === undefined ? [] : [{ option, cost, about, forecast }];
          });
          return [situation, weighed.length === legal.length ? outlooksOf(teller, weighed) : undefined] as const;
        }),
      ),
    [known, teller],
  );
  const forecastOf =
    (situation: number) =>
    (option: number): ForecastState => {
      if (!parts.ranges) return 'off';
      if (waits) return 'held';
      return outlooks.get(situation)?.get(option) ?? 'pending';
    };

  const span = spanWords(turnsAhead(game));
  const first = order.answers[0];
  const shownRange = first === undefined ? undefined : forecastOf(first.situation)(first.option);
  const readings = readingsOf(
    teller,
    viewsOf(game),
    typeof shownRange === 'object' ? { ranges: shownRange.ranges, span } : undefined,
    undefined,
  );
  const ladder = ladderOf(teller);

  const choose = (situation: number, option: number): void => {
    setChosen(new Map(chosen).set(situation, option));
    setAsked(undefined);
    const model = choiceOf(teller, situation, menu.situations.find((each) => each.situation === situation)?.options ?? []).options.find(
      ({ index }) => index === option,
    );
    if (model === undefined) return;
    const seals = model.strains.map(({ name }) => name).join(', ');
    announce(seals === '' ? t('commit.chosen', { option: model.title }) : t('commit.chosen_strains', { option: model.title, seals }));
  };

  const toggle = (act: number): void => {
    const refuse = (why: string): void => {
      setFull(why);
      announce(why);
    };
    setFull(undefined);
    if (picked.includes(act)) {
      setPicked(picked.filter((each) => each !== act));
      return;
    }
    if (picked.length >= menu.maxActs) {
      refuse(t('act.too_many', { count: menu.maxActs }));
      return;
    }
    const next: SeatOrder = { ...order, acts: [...picked, act] };
    const left = budget === undefined ? 0 : teller.read(budget.slot) - spendOf(game.rules, teller.view, seat, next);
    if (budget !== undefined && left < budget.floor)
      refuse(t('option.not_paid', { cost: plain(teller.read(budget.slot) - left), capital: plain(teller.read(budget.slot)) }));
    else if (program.acts[act]?.kind === 'project' && priceAfter(game.rules, teller.view, seat, picked, act) === undefined)
      refuse(t('option.not', { why: t('act.no_slot') }));
    else {
      setPicked(next.acts);
      announce(t('commit.chosen', { option: teller.say(`act.${program.acts[act]?.id ?? ''}.title`) }));
    }
  };

  const give = (): void => {
    if (!ready) {
      announce(t('commit.choose'));
      setLeaf(single ? 'briefing' : 'decision');
      return;
    }
    if (waits && (asked === undefined || performance.now() - asked < DOUBLE)) {
      setAsked(asked ?? performance.now());
      announce(t('commit.ask'));
      return;
    }
    if (given) return;
    setGiven(true);
    const notes = async (now: Chronicle): Promise<readonly NoteHere[]> => {
      if (said === undefined || tapped === undefined) return [];
      const odds = await store.outlook.oddsOfTap(now, tapped.situation, order);
      return [noteOf({ situation: tapId, said, odds }, program.seats[seat]?.id ?? '')];
    };
    void store.commit(order, notes).finally(() => setGiven(false));
  };

  const toDecision = (): void => {
    setLeaf('decision');
    requestAnimationFrame(() => find('#tab-decision')?.focus({ preventScroll: true }));
  };

  const toTap = (): void => {
    setLeaf('briefing');
    requestAnimationFrame(() => {
      const tap = find('.tap input:checked') ?? find('.tap input');
      tap?.closest('.tap')?.scrollIntoView({ block: 'nearest' });
      tap?.focus({ preventScroll: true });
    });
  };

  /** From the briefing: to the prediction where one waits, else to the decision. */
  const onward = (): void => {
    if (!waits) {
      toDecision();
      return;
    }
    toTap();
  };

  useKeys((key) => {
    const number = Number(key);
    if (number >= 1 && number <= 9) {
      const at = menu.situations[0];
      const entry = at?.options[number - 1];
      if (at === undefined || entry?.legal !== true) return false;
      setLeaf(single ? 'briefing' : 'decision');
      choose(at.situation, entry.option);
      requestAnimationFrame(() => find(`#answer-${catalogue.situations[at.situation]?.id ?? ''}-${String(entry.option)}`)?.focus());
      return true;
    }
    switch (key) {
      case 'b':
        setLeaf('briefing');
        requestAnimationFrame(() => find('#tab-briefing')?.focus({ preventScroll: true }));
        return true;
      case 'd':
        if (single) find('.opts input:not([disabled])')?.focus();
        else toDecision();
        return true;
      case 'i':
        if (!parts.acts || menu.acts.length === 0) return false;
        setLeaf('decision');
        requestAnimationFrame(() => {
          const fold = find('.ini');
          if (fold instanceof HTMLDetailsElement) fold.open = true;
          find('.inits input')?.focus();
        });
        return true;
      case 'f':
        if (tapped === undefined) return false;
        toTap();
        return true;
      default:
        return sceneKey(key);
    }
  });

  const tapQuestion = tapped !== undefined && (
    <TapQuestion
      question={teller.say(`situation.${tapId}.tap`)}
      said={said}
      onSay={(tap) => {
        setSaid(tap);
        setSkipped(false);
      }}
      onDone={toDecision}
      onSkip={() => {
        setSaid(undefined);
        setSkipped(true);
        toDecision();
      }}
    />
  );

  const decision = (
    <>
      {!single && tapped !== undefined && (
        <p class="tap-said">
          {waits ? (
            <span>{t('tap.hidden')}</span>
          ) : (
            <span title={teller.say(`situation.${tapId}.tap`)}>{said === undefined ? '' : t('tap.said', { p: said })}</span>
          )}
          <button type="button" class="more" onClick={toTap}>
            {waits ? t('tap.go') : t('tap.change')}
          </button>
        </p>
      )}
      {menu.situations.map(({ situation, options }) => (
        <Choice
          key={situation}
          choice={choiceOf(teller, situation, options)}
          titled={!single}
          span={span}
          chosen={chosen.get(situation)}
          forecastOf={forecastOf(situation)}
          onChoose={(option) => choose(situation, option)}
        />
      ))}
      {parts.acts && <Acts model={actsOf(teller, menu.acts, picked)} picked={picked} full={full} onToggle={toggle} />}
    </>
  );

  const warnings = warningsOf(teller);

  return (
    <>
      <div class="strip">
        <Strip posture={postureOf(teller, game)} ladder={ladder} readings={readings} />
      </div>
      <section class={single ? 'desk' : 'desk two'} id="desk" aria-labelledby={HEADING}>
        <Tabs leaves={single ? ['briefing', 'readings'] : ['briefing', 'decision', 'readings']} open={leaf} onOpen={setLeaf} />
        <div class={single ? 'leaves' : 'leaves two'}>
          <div class="leaf" role="tabpanel" id="leaf-briefing" aria-labelledby="tab-briefing" tabIndex={0} hidden={leaf !== 'briefing'}>
            {warnings.map((warning) => (
              <p key={warning} class="warned">
                <b>{t('warning.title')}.</b> {warning}
              </p>
            ))}
            {menu.situations.map(({ situation }, i) => {
              const brief = briefOf(teller, situation);
              return (
                brief && (
                  <div key={situation} class={i > 0 ? 'again' : ''}>
                    <Brief brief={brief} heading={i === 0 ? HEADING : `${HEADING}-${String(i)}`} />
                    {brief.views.length > 0 && parts.signals && i < menu.situations.length - 1 && <Views views={brief.views} />}
                  </div>
                )
              );
            })}
            {single && decision}
            {!single && (
              <>
                <Signals model={signalsOf(teller, rowsByTurn(game))} />
                {lastViews(teller, menu.situations.at(-1)?.situation)}
                <Odds odds={oddsHeld(teller)} />
                {tapQuestion}
              </>
            )}
          </div>
          {!single && (
            <div class="leaf" role="tabpanel" id="leaf-decision" aria-labelledby="tab-decision" tabIndex={0} hidden={leaf !== 'decision'}>
              {decision}
            </div>
          )}
          <div
            class="leaf only-phone"
            role="tabpanel"
            id="leaf-readings"
            aria-labelledby="tab-readings"
            tabIndex={0}
            hidden={leaf !== 'readings'}
          >
            <Strip posture={postureOf(teller, game)} ladder={ladder} readings={readings} />
          </div>
        </div>
        <CommitBar>
          {catalogue.capital && budget && (
            <Capital
              capital={{ value: teller.read(catalogue.capital.slot), max: catalogue.capital.max, floor: budget.floor }}
              spend={spend}
            />
          )}
          <span class="why-not">
            {asked !== undefined && waits ? t('commit.ask') : ready || (!single && leaf !== 'decision') ? '' : t('commit.choose')}
          </span>
          {!single && !ready && leaf !== 'decision' && (
            <button type="button" class="btn on-narrow" onClick={onward}>
              {waits ? t('tap.go') : t('tap.next')}
            </button>
          )}
          <button
            type="button"
            class={!single && !ready && leaf !== 'decision' ? 'btn primary on-wide' : 'btn primary'}
            aria-disabled={!ready || given}
            onClick={give}
          >
            {asked !== undefined && waits ? t('commit.again') : t('commit.commit')}
          </button>
        </CommitBar>
      </section>
    </>
  );
};

const lastViews = (teller: Teller, situation: number | undefined) => {
  const brief = situation === undefined ? undefined : briefOf(teller, situation);
  return brief !== undefined && brief.views.length > 0 ? <Views views={brief.views} /> : null;
};
