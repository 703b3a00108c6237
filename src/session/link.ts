import { parseRecord } from '../engine/parse-record.ts';
import { cutAfter } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import { decodeLink, encodeLine, unpackLink } from '../engine/record-link.ts';
import { replayLine, rulesPrefix } from '../engine/replay.ts';
import type { RecordProblem } from '../engine/replay.ts';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { gameOf, ordersNow, seatAt } from './game.ts';
import type { Game } from './game.ts';
import { codeIn } from './link-text.ts';

/** Rules at hand: the bundle whose hash begins so, if there is one. */
export type FindRules = (prefix: string) => Promise<Bundle | undefined>;

/** Why a link or a save does not open. `unknown-rules`: made with rules that are not at hand. */
export type LinkProblem =
  | RecordProblem
  | (Problem & { readonly code: 'not-a-record' })
  | (Problem & { readonly code: 'unknown-rules'; readonly rules: string; readonly scenario?: string });

const unknown = (rules: string, scenario?: string): LinkProblem => ({
  code: 'unknown-rules',
  rules,
  ...(scenario === undefined ? {} : { scenario }),
  message: `The game was made with rules ${rules}, which are not at hand.`,
});

/** The link of the line at hand so far. */
export const linkOf = (game: Game): Result<string, RecordProblem> => encodeLine(game.rules, game.record, game.line);

/** Opens a link, alone or in a text: reads it, finds its rules, replays every order and checks the outcome. */
export const openLink = async (text: string, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  const packed = decodeLink(codeIn(text));
  if (!packed.ok) return packed;
  const bundle = await find(packed.value.rules);
  if (bundle === undefined) return bad(unknown(packed.value.rules));
  const record = unpackLink(compileProgram(bundle.program, bundle.rulesHash), packed.value);
  if (!record.ok) return record;
  const opened = played(bundle, record.value, record.value.lines.length - 1);
  return !opened.ok || opened.value.tail === undefined ? openedWhole(opened) : bad(opened.value.tail);
};

const openedWhole = (opened: Result<Opened, LinkProblem>): Result<Game, LinkProblem> => (opened.ok ? good(opened.value.game) : opened);

/** A record that was opened; `tail`: why it could not be played to its end, which is cut off. */
export interface Opened {
  readonly game: Game;
  readonly tail?: RecordProblem;
}

/**
 * Opens a saved or exported record: replays a line of it (the last one unless another is named) and checks every turn. A line whose end is
 * damaged opens up to its last good turn; one without any does not.
 */
export const openRecord = async (json: unknown, find: FindRules, line?: number): Promise<Result<Opened, LinkProblem>> => {
  const record = parseRecord(json);
  if (!record.ok) return bad(unread(json, record.problem));
  const bundle = await find(rulesPrefix(record.value.rules));
  if (bundle === undefined) return bad(unknown(rulesPrefix(record.value.rules), record.value.scenario));
  const { id } = bundle.program;
  const given = rulesPrefix(bundle.rulesHash) === rulesPrefix(record.value.rules) ? record.value : rebased(record.value, bundle);
  const { scenario, lines } = given;
  if (scenario !== id) return bad(damaged(`The game names the scenario ${scenario}, and its rules are those of ${id}.`));
  return played(bundle, given, line !== undefined && line < lines.length ? line : lines.length - 1);
};

/** The same orders on other rules, as far as these allow them: what checks said of the old ones is forgotten. */
const rebased = (record: GameRecord, { rulesHash }: Bundle): GameRecord => {
  const { format, scenario, setup, luck, held, lines, notes } = record;
  return {
    ...{ format, scenario, rules: rulesHash, setup, luck, held, notes },
    lines: lines.map(({ from, orders }) => (from === undefined ? { orders } : { from, orders })),
  };
};

/** Opens a record that must be whole. */
export const openSaved = async (json: unknown, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  const opened = await openRecord(json, find);
  return opened.ok && opened.value.tail !== undefined ? bad(opened.value.tail) : openedWhole(opened);
};

const unread = (json: unknown, { code, ...problem }: Problem): LinkProblem => {
  if (code === 'damaged') return { ...problem, code };
  const format = code === 'newer-format' ? (json as { readonly format?: unknown } | null)?.format : undefined;
  return typeof format === 'number' ? { ...problem, code: 'newer-format', format } : { ...problem, code: 'not-a-record' };
};

const damaged = (message: string): LinkProblem => ({ code: 'damaged', message });

/** Plays every order again and compares every check. */
const played = (bundle: Bundle, record: GameRecord, line: number): Result<Opened, LinkProblem> => {
  const rules = compileProgram(bundle.program, bundle.rulesHash);
  const replay = replayLine(rules, record, line);
  if (!replay.ok) {
    const { problem } = replay;
    return problem.code === 'check-differs' ? bad({ ...problem, turn: Math.max(0, problem.turn) }) : replay;
  }
  const { orders, tail } = replay.value;
  if (tail !== undefined && orders.length === 0) return bad(tail);
  const whole = goodLines(rules, record, line);
  const opened = { game: gameOf(bundle, whole.record, whole.line, replay.value) };
  const lost = tail ?? whole.lost;
  return good(lost === undefined ? opened : { ...opened, tail: lost });
};

/** The record with every line cut where it stops being good, the number of the line at hand in it, and why the first of them was cut. */
const goodLines = (rules: CompiledProgram, given: GameRecord, atHand: number) => {
  let record = given;
  let line = atHand;
  let lost: RecordProblem | undefined;
  for (let each = 0; each < record.lines.length; each++) {
    const replay = replayLine(rules, record, each);
    if (!replay.ok || replay.value.tail === undefined) continue;
    lost ??= replay.value.tail;
    const cut = cutAfter(record, each, replay.value.orders.length);
    line = cut.numbers.get(line) ?? 0;
    ({ record } = cut);
  }
  return { record, line, lost };
};

/**
 * The stop, from 1, at which a game's player first took an initiative, where that was sooner than a game offers them by itself; undefined
 * elsewhere. A game that was put together by other means than the desk may do so: who takes it up may do what was done in it.
 */
export const actsSooner = (game: Game): number | undefined => {
  const { stops, teaching } = game.bundle.catalogue;
  const turn = ordersNow(game).findIndex((orders) => (orders[seatAt(game)]?.acts.length ?? 0) > 0);
  if (stops === undefined || turn < 0) return undefined;
  const stop = Math.max(1, game.states[turn]?.[stops] ?? 1);
  return stop < teaching.acts ? stop : undefined;
};
