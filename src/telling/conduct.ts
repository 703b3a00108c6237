import { kindsOf, STANCE_KINDS, type StanceKind } from '../bundle/stance.ts';
import { viewAt, type Chronicle } from '../session/chronicle.ts';
import { t } from '../text/text.ts';
import { rt } from '../text/review.ts';
import { chargesOf, type ChargeModel } from './charges.ts';
import { turnWithin } from './clock.ts';
import { metOf } from './looking-back.ts';
import { movedByOrders } from './moved-by.ts';
import { capitalName, type Teller } from './teller.ts';
import { signed } from './wording.ts';

/** What one player did and what came of it: a headline, and a paragraph on each. */
export interface ConductModel {
  readonly headline: string;
  readonly did: readonly string[];
  readonly came: readonly string[];
}

interface Answered {
  readonly turn: number;
  readonly kind: StanceKind;
  readonly about: readonly string[];
}

/** What a headline is worded with: no moment of the game is asked for. */
type Speaker = Pick<Teller, 'bundle' | 'say'>;
type Ordered = Pick<Chronicle, 'bundle' | 'orders'>;

const answeredIn = ({ bundle, orders }: Ordered): readonly Answered[] => {
  const kindOf = kindsOf(bundle.catalogue);
  return orders.flatMap((order, turn) =>
    (order?.answers ?? []).flatMap(({ situation, option }) => {
      const spec = bundle.program.situations[situation]?.options[option];
      return spec === undefined ? [] : [{ turn, kind: kindOf(spec.stance), about: spec.about }];
    }),
  );
};

/** What is found most often; of equals, what comes first in `order`. */
const mostOf = <T extends string>(all: readonly T[], order: readonly T[]): T | undefined => {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  const rank = (each: T): number => (order.includes(each) ? order.indexOf(each) : order.length);
  return [...counts].sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]))[0]?.[0];
};

/** Of equals the stance that commits more is named. */
const TELLING: readonly StanceKind[] = ['align', 'resist', 'partner', 'hedge', 'defer'];
/** Stops of a half under which nothing can be said of it. */
const LEAST = 3;

interface Leaning {
  readonly kind: StanceKind;
  /** The power its answers were about most; undefined where they were about none. */
  readonly whom: string | undefined;
}

/** The commonest stance among answers, and whom it was about most. */
const leaningOf = (teller: Speaker, answers: readonly Answered[]): Leaning | undefined => {
  const kind = mostOf(
    answers.map((each) => each.kind),
    TELLING,
  );
  if (kind === undefined) return undefined;
  const whom = mostOf(
    answers.flatMap((each) => (each.kind === kind ? each.about : [])),
    teller.bundle.catalogue.powers.map(({ id }) => id),
  );
  return { kind, whom };
};

/** The stance as a phrase that follows `You`. */
const phraseOf = (teller: Speaker, { kind, whom }: Leaning): string =>
  whom === undefined ? rt(`conduct.${kind}_nobody`) : rt(`conduct.${kind}`, { power: capitalName(teller, whom) });

/** Both halves of a game in one phrase: what stayed the same is not said twice. */
const headlineOf = (teller: Speaker, answers: readonly Answered[]): string => {
  const half = Math.ceil(answers.length / 2);
  const whole = leaningOf(teller, answers);
  const [early, late] = [leaningOf(teller, answers.slice(0, half)), leaningOf(teller, answers.slice(half))];
  if (whole === undefined) return '';
  if (answers.length < 2 * LEAST || early === undefined || late === undefined)
    return rt('conduct.stayed', { what: phraseOf(teller, whole) });
  if (early.kind !== late.kind) return rt('conduct.turned', { early: phraseOf(teller, early), late: phraseOf(teller, late) });
  if (early.whom === undefined || late.whom === undefined || early.whom === late.whom)
    return rt('conduct.stayed', { what: phraseOf(teller, early) });
  const power = rt('conduct.then', { early: capitalName(teller, early.whom), late: capitalName(teller, late.whom) });
  return rt('conduct.stayed', { what: rt(`conduct.${early.kind}`, { power }) });
};

/** The path of a game in a headline; empty where nothing was answered. */
export const headlineIn = (teller: Speaker, ordered: Ordered): string => headlineOf(teller, answeredIn(ordered));

/** Listed as people do: `a, b and c`. */
const listed = (teller: Teller, all: readonly string[]): string =>
  new Intl.ListFormat(teller.locale, { style: 'long', type: 'conjunction' }).format(all);

const didOf = (teller: Teller, chronicle: Chronicle, answers: readonly Answered[]): readonly string[] => {
  const counts = STANCE_KINDS.map((kind) => [kind, answers.filter((each) => each.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  const powers = new Map<string, number>();
  for (const { about } of answers) for (const power of about) powers.set(power, (powers.get(power) ?? 0) + 1);
  const most = [...powers].sort((a, b) => b[1] - a[1]).slice(0, WHOM);
  const acts = chronicle.orders.flatMap((order, turn) => (order?.acts ?? []).map((act) => ({ act, turn })));
  const [first] = acts;
  const title = first === undefined ? undefined : teller.bundle.program.acts[first.act]?.id;
  return [
    rt('conduct.answers', {
      count: answers.length,
      list: listed(
        teller,
        counts.map(([kind, count]) => rt(`conduct.count_${kind}`, { count })),
      ),
    }),
    ...(most.length === 0
      ? []
      : [
          rt('conduct.about', {
            list: listed(
              teller,
              most.map(([power, count]) => rt('conduct.power_count', { power: capitalName(teller, power), count })),
            ),
          }),
        ]),
    first === undefined || title === undefined
      ? rt('conduct.no_acts')
      : rt('conduct.acts', { count: acts.length, title: teller.say(`act.${title}.title`), when: turnWithin(teller, first.turn) }),
  ];
};

const WHOM = 2;
const CAPITALS = 2;
const READINGS = 2;
/** A change over a game of less, per mille, is left out. */
const WORTH = 20;

const cameOf = (teller: Teller, chronicle: Chronicle, charges: readonly ChargeModel[]): readonly string[] => {
  const first = viewAt(chronicle, 0);
  const moved = teller.bundle.program.readings
    .map(({ id, slot }) => ({ id, slot, by: teller.read(slot) - (first[slot] ?? 0) }))
    .filter(({ by }) => Math.abs(by) >= WORTH)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, READINGS);
  const met = charges.filter(({ state }) => state === 'met').length;
  return [
    ...metOf(teller, chronicle)
      .slice(0, CAPITALS)
      .map(({ headline, kind, firm }) => `${headline} (${t('review.behaved_count', { kind, firm })}).`),
    ...moved.map(({ id, slot, by }) => {
      const name = teller.say(`reading.${id}.name`);
      const most = movedByOrders(teller, chronicle, slot).find((each) => each.by * by > 0);
      return most === undefined
        ? rt('conduct.moved', { name, by: signed(by) })
        : rt('conduct.moved_by', { name, by: signed(by), title: most.title, part: signed(most.by) });
    }),
    ...(charges.length === 0 ? [] : [rt('conduct.charges', { met, count: charges.length })]),
  ];
};

/** What this player did, in a headline and two paragraphs; undefined where nothing was answered. `then`: when the charges were read. */
export const conductOf = (teller: Teller, chronicle: Chronicle, then?: Teller): ConductModel | undefined => {
  const answers = answeredIn(chronicle);
  if (answers.length === 0) return undefined;
  return {
    headline: headlineOf(teller, answers),
    did: didOf(teller, chronicle, answers),
    came: cameOf(teller, chronicle, chargesOf(teller, chronicle, then)),
  };
};
