import { chainOf } from '../engine/eye.ts';
import { NONE, type Row } from '../engine/ledger.ts';
import type { SourceRef, Program } from '../engine/program.ts';
import { t } from '../text/text.ts';
import { didWords } from './deeds.ts';
import { capitalName, type Teller } from './teller.ts';
import { claimsOf } from './claims.ts';
import { turnWithin } from './clock.ts';
import { answeredIn, answeredWords } from './moves.ts';
import { starterOf, type Turns } from './starter.ts';
import type { ClaimModel } from './claims.ts';

/** One step of a why-tree. Odds in parts per million; `drawn` is absent where live eyes may not see it. */
export type WhyNode =
  | { readonly kind: 'decision'; readonly label: string; readonly title: string }
  | { readonly kind: 'move'; readonly power: string; readonly label: string; readonly odds: number }
  | { readonly kind: 'answers'; readonly label: string; readonly title: string }
  | { readonly kind: 'delay'; readonly label: string; readonly title: string }
  | { readonly kind: 'rule'; readonly label: string; readonly title: string }
  | { readonly kind: 'reason'; readonly label: string; readonly title: string }
  | { readonly kind: 'chance'; readonly came: boolean; readonly odds: number; readonly drawn?: number }
  | { readonly kind: 'source'; readonly claims: readonly ClaimModel[] }
  | { readonly kind: 'design' };

export interface CauseModel {
  readonly title: string;
  /** In a row's line: the reason, where what moved is not better told by the name of an act or by what was begun weeks ago. */
  readonly brief: string;
  readonly share: number;
  readonly nodes: readonly WhyNode[];
  /** What the change would have come to without the end of the scale. */
  readonly wanted?: number;
}

const sourcesOf = (teller: Teller, place: SourceRef): readonly WhyNode[] => {
  const info = teller.place(place);
  if (info === undefined) return [];
  const claims = claimsOf(teller, info.claims);
  if (claims.length > 0) return [{ kind: 'source', claims }];
  return info.design ? [{ kind: 'design' }] : [];
};

const seatOfPolicy = (program: Program, place: SourceRef): string => program.seats.find(({ policy }) => policy?.at === place)?.id ?? '';

/** Title of what a row belongs to; what a power did is said as a sentence. */
const placeTitle = (teller: Teller, { place }: Row): string => {
  const info = teller.place(place);
  if (info === undefined) return '';
  const { acts, seats } = teller.bundle.program;
  const act = acts.find(({ id }) => info.owner === `act.${id}.title`);
  const seat = act === undefined ? undefined : seats[act.seat];
  return act === undefined || seat?.policy === undefined ? teller.say(info.owner) : didWords(teller, seat.id, act.id);
};

/** What a row of `turns[at]` belongs to, in words; what an order brings after a delay is told with its week. Empty where it has none. */
export const titleOf = (teller: Teller, turns: Turns, at: number, row: Row): string => {
  const starter = starterOf(turns, at, row);
  if (starter === undefined) return placeTitle(teller, row);
  const title = placeTitle(teller, starter);
  return title === '' ? placeTitle(teller, row) : `${title}, ${turnWithin(teller, starter.origin)}`;
};

const nodeOf = (teller: Teller, row: Row, starter: Row | undefined, within: boolean): WhyNode | undefined => {
  const { program } = teller.bundle;
  const title = placeTitle(teller, row);
  switch (row.kind) {
    case 'answer':
      return { kind: 'decision', label: t('why.decision', { when: turnWithin(teller, row.origin) }), title };
    case 'act':
      return within
        ? { kind: 'rule', label: t('why.move_plain'), title }
        : { kind: 'decision', label: t('why.decision', { when: turnWithin(teller, row.origin) }), title };
    case 'policy': {
      const power = seatOfPolicy(program, row.place);
      return { kind: 'move', power, label: t('why.move', { power: capitalName(teller, power) }), odds: row.seen };
    }
    case 'due':
    case 'during':
      return {
        kind: 'delay',
        label: t('why.delay', { when: turnWithin(teller, (starter ?? row).origin) }),
        title: placeTitle(teller, starter ?? row) || title,
      };
    case 'chance':
      return { kind: 'chance', came: row.after === 1, odds: row.p, ...(row.drawn === NONE ? {} : { drawn: row.drawn }) };
    case 'choose':
      return { kind: 'chance', came: true, odds: row.p };
    case 'set':
    case 'add':
    case 'toward':
    case 'signal':
    case 'belief':
    case 'timer':
    case 'cancel':
    case 'situation':
    case 'end':
    case 'cost':
    case 'void':
    case 'hidden':
    case 'setup':
    case 'turn':
      return undefined;
  }
};

/** What a power's move answers. */
const answersNode = (teller: Teller, rows: readonly Row[], row: Row): readonly WhyNode[] => {
  if (row.kind !== 'policy') return [];
  const { program, catalogue } = teller.bundle;
  const answers = answeredIn(catalogue, seatOfPolicy(program, row.place), rows, row);
  return answers === undefined ? [] : [{ kind: 'answers', label: t('why.answers'), title: answeredWords(teller, answers) }];
};

/** The rule or reason that a row stands on. */
const groundOf = (teller: Teller, row: Row, starter: Row | undefined): readonly WhyNode[] => {
  const info = teller.place(row.place);
  if (info === undefined) return [];
  const reason = info.because === undefined ? '' : teller.say(info.because);
  const ordered = info.kind === 'option' || info.kind === 'act' || (info.kind === 'timer' && starter !== undefined);
  const rule: WhyNode[] = ordered ? [] : [{ kind: 'rule', label: t('why.rule'), title: teller.say(info.owner) }];
  const why: WhyNode[] = reason === '' ? [] : [{ kind: 'reason', label: t('why.reason'), title: reason }];
  return [...rule, ...why, ...sourcesOf(teller, row.place)];
};

/** Letters of a reason that still stands in a row's line. */
const BRIEF = 100;

/** Why one row of `turns[at]` happened: order or rule first, then chance, then what it stands on. */
export const causeOf = (teller: Teller, turns: Turns, at: number, row: Row): CauseModel => {
  const chain = [...chainOf(turns[at] ?? [], row.row)].reverse().slice(0, -1);
  const byPolicy = chain.some(({ kind }) => kind === 'policy');
  const starter = starterOf(turns, at, row);
  const nodes = chain.flatMap((each) => {
    const node = nodeOf(teller, each, starter, byPolicy);
    return [...(node === undefined ? [] : [node]), ...answersNode(teller, turns[at] ?? [], each)];
  });
  const info = teller.place(row.place);
  const reason = info?.because === undefined ? '' : teller.say(info.because);
  const title = titleOf(teller, turns, at, row) || reason;
  const cut = row.wanted !== row.after ? row.wanted : undefined;
  return {
    title,
    brief: info?.kind !== 'act' && starter === undefined && reason !== '' && reason.length <= BRIEF ? reason : title,
    share: row.after - row.before,
    nodes: distinct([...nodes, ...groundOf(teller, row, starter)]),
    ...(cut === undefined ? {} : { wanted: cut }),
  };
};

/** A rule said twice in one chain is said once. */
const distinct = (nodes: readonly WhyNode[]): readonly WhyNode[] =>
  nodes.filter(
    (node, i) =>
      !('title' in node) || nodes.findIndex((each) => 'title' in each && each.title === node.title && each.kind === node.kind) === i,
  );

const MOVES = new Set<Row['kind']>(['set', 'add', 'toward', 'cost']);

/** Whether a row gave its slot another value. */
export const movedBy = (row: Row): boolean => row.after !== row.before && MOVES.has(row.kind);

/** Rows that moved a slot, in order. */
export const movesOf = (rows: readonly Row[], slot: number): readonly Row[] => rows.filter((row) => row.slot === slot && movedBy(row));
