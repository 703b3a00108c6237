import { rulesPrefix } from '../engine/replay.ts';
import type { SeatOrder } from '../engine/order.ts';
import type { Slot } from '../engine/program.ts';
import { datesOfTurn } from '../session/calendar.ts';
import { rowsByTurn, viewAt, type Chronicle } from '../session/chronicle.ts';
import { statusWord } from './claim-words.ts';
import { csvOf, type Cell } from './csv.ts';
import { predictionModels } from './predictions.ts';
import { stopsOf } from './review.ts';
import type { TellerAt } from './story.ts';
import { stanceOf } from './stance.ts';
import type { Teller } from './teller.ts';
import { causeOf, movedBy, type WhyNode } from './why.ts';
import { percentOf } from './wording.ts';

/** Columns stay as they are, new ones come last: `docs/exports.md` says what each holds. */
const GAME = ['scenario', 'rules', 'seed', 'turn', 'from', 'to', 'exploration'] as const;

export const DECISION_COLUMNS: readonly string[] = [
  ...GAME,
  'kind',
  'item',
  'title',
  'choice',
  'choice_title',
  'stance',
  'about',
  'in_fact',
  'said_percent',
  'odds_percent',
  'came',
];

export const LEDGER_COLUMNS: readonly string[] = [
  ...GAME,
  'variable',
  'name',
  'before',
  'after',
  'change',
  'stage',
  'cause',
  'through',
  'odds_percent',
  'claims',
  'sources',
  'invented',
];

/** What stands in every row: the game, the turn (from 1, as on screen), its first and last day, and whether it is on a branch. */
const gameCells = ({ bundle, seed, explorationFrom }: Chronicle, turn: number): readonly Cell[] => {
  const { from, to } = datesOfTurn(bundle.program.calendar, turn);
  const explores = explorationFrom !== undefined && turn >= explorationFrom;
  return [bundle.program.id, rulesPrefix(bundle.rulesHash), seed, turn + 1, from, to, explores ? 1 : 0];
};

/** Every answer and every initiative, a row each, in the order of the game. */
export const decisionsCsv = (teller: Teller, chronicle: Chronicle): string => {
  const { program } = teller.bundle;
  const stops = stopsOf(teller, chronicle);
  const said = predictionModels(teller, chronicle);
  const rowsOn = (order: SeatOrder | undefined, turn: number): readonly (readonly Cell[])[] => {
    const game = gameCells(chronicle, turn);
    const told = said.find((each) => each.turn === turn);
    const answers = (order?.answers ?? []).flatMap(({ situation, option }, i): (readonly Cell[])[] => {
      const spec = program.situations[situation];
      const chosen = spec?.options[option];
      if (spec === undefined || chosen === undefined) return [];
      const stop = stops.filter((each) => each.turn === turn)[i];
      const came = told?.came === undefined ? '' : told.came ? 1 : 0;
      return [
        [
          ...game,
          'answer',
          spec.id,
          teller.say(`situation.${spec.id}.title`),
          chosen.id,
          teller.say(`situation.${spec.id}.option.${chosen.id}.title`),
          stanceOf(teller, chosen.stance).kind,
          chosen.about.join(' '),
          stop?.actual ?? '',
          ...(told === undefined || i > 0 ? ['', '', ''] : [told.said, percentOf(told.odds), came]),
        ],
      ];
    });
    const acts = (order?.acts ?? []).flatMap((act): (readonly Cell[])[] => {
      const spec = program.acts[act];
      if (spec === undefined) return [];
      return [[...game, 'initiative', spec.id, teller.say(`act.${spec.id}.title`), '', '', '', spec.about.join(' '), '', '', '', '']];
    });
    return [...answers, ...acts];
  };
  return csvOf(DECISION_COLUMNS, chronicle.orders.flatMap(rowsOn));
};

/** The name of what a slot holds; empty for what is bookkeeping. */
const nameOf = (teller: Teller, slot: Slot): string => {
  const reading = teller.bundle.program.readings.find((each) => each.slot === slot);
  if (reading !== undefined) return teller.say(`reading.${reading.id}.name`);
  const variable = teller.bundle.catalogue.variables.find((each) => each.slot === slot && each.title);
  return variable === undefined ? '' : teller.say(`variable.${variable.name}.name`);
};

const claimsIn = (nodes: readonly WhyNode[]) => nodes.flatMap((node) => (node.kind === 'source' ? node.claims : []));

/** Every change of everything that has a name, a row each, with its cause and its ground. The first turn is 1: the set-up is told with turn 0. */
export const ledgerCsv = (tellerAt: TellerAt, chronicle: Chronicle): string => {
  const turns = rowsByTurn(chronicle);
  const { program } = chronicle.bundle;
  const rows = turns.slice(1).flatMap((all, turn) => {
    const teller = tellerAt(viewAt(chronicle, turn + 1));
    const game = gameCells(chronicle, turn);
    return all.filter(movedBy).flatMap((row): (readonly Cell[])[] => {
      const name = nameOf(teller, row.slot);
      if (name === '') return [];
      const { title, nodes } = causeOf(teller, turns, turn + 1, row);
      const spec = program.slots[row.slot];
      const stage = spec?.stages?.[row.after];
      const claims = claimsIn(nodes);
      const odds = nodes.flatMap((node) => (node.kind === 'chance' || node.kind === 'move' ? [node.odds] : []))[0];
      return [
        [
          ...game,
          spec?.name ?? '',
          name,
          row.before,
          row.after,
          row.after - row.before,
          stage ?? '',
          title,
          nodes.map(({ kind }) => kind).join(' '),
          odds === undefined ? '' : percentOf(odds),
          claims.map(({ id }) => id).join(' '),
          claims.map(({ cited, paragraph, epistemic }) => `${cited} ¶${String(paragraph)} (${statusWord(epistemic)})`).join('; '),
          nodes.some(({ kind }) => kind === 'design') ? 1 : 0,
        ],
      ];
    });
  });
  return csvOf(LEDGER_COLUMNS, rows);
};
