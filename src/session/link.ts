import { parseRecord } from '../engine/record-check.ts';
import { decodeRecord, encodeRecord, replayRecord, rulesPrefix } from '../engine/record.ts';
import type { GameRecord, PackedRecord, RecordProblem } from '../engine/record.ts';
import { bad, good } from '../engine/result.ts';
import type { Problem, Result } from '../engine/result.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { gameOf } from './game.ts';
import type { Game } from './game.ts';

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

/** The link of the game so far. */
export const linkOf = (game: Game): Result<string, RecordProblem> => encodeRecord(game.rules, game.record);

/** What stands before the code of a pasted link falls away, and what a chat or a sentence put behind it: brackets, a full stop, another parameter. */
export const codeIn = (text: string): string =>
  text
    .replace(/^.*[#&?]g=/su, '')
    .replace(/&.*$/su, '')
    .replace(/\s+/gu, '')
    .replace(/[^\w-]+$/u, '');

/** Opens a link: reads it, finds its rules, replays every order and checks the outcome. */
export const openLink = async (text: string, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  const packed = decodeRecord(codeIn(text));
  if (!packed.ok) return packed;
  const bundle = await find(packed.value.rules);
  if (bundle === undefined) return bad(unknown(packed.value.rules));
  return played(bundle, packed.value);
};

/** Opens a saved or exported record the same way. */
export const openSaved = async (json: unknown, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  const record = parseRecord(json);
  if (!record.ok) return bad(unread(json, record.problem));
  return reopen(record.value, find);
};

const unread = (json: unknown, { code, ...problem }: Problem): LinkProblem => {
  const format = code === 'newer-format' ? (json as { readonly format?: unknown } | null)?.format : undefined;
  return typeof format === 'number' ? { ...problem, code: 'newer-format', format } : { ...problem, code: 'not-a-record' };
};

const reopen = async (record: GameRecord, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  const bundle = await find(rulesPrefix(record.rules));
  if (bundle === undefined) return bad(unknown(rulesPrefix(record.rules), record.scenario));
  const { id } = bundle.program;
  if (record.scenario !== id) return bad(damaged(`The game names the scenario ${record.scenario}, and its rules are those of ${id}.`));
  const [checks, turns] = [record.checks?.length ?? 0, record.orders.length];
  if (checks > turns) return bad(damaged(`The game has checks for ${checks} turns and orders for ${turns}.`));
  return played(bundle, record);
};

const damaged = (message: string): LinkProblem => ({ code: 'damaged', message });

/** Plays every order again and compares every check. */
const played = (bundle: Bundle, record: GameRecord | PackedRecord): Result<Game, LinkProblem> => {
  const replay = replayRecord(compileProgram(bundle.program, bundle.rulesHash), record);
  if (replay.ok) return good(gameOf(bundle, replay.value));
  const { problem } = replay;
  if (problem.code !== 'check-differs' || problem.turn >= 0) return replay;
  return bad({ ...problem, turn: 0, message: 'Before its first turn the game differs from the one recorded.' });
};
