import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openLink, openSaved, type FindRules, type LinkProblem } from '../session/link.ts';
import { ordersNow, stateNow, type Game } from '../session/game.ts';
import { checkOf } from '../engine/state.ts';
import { bad, type Result } from '../engine/result.ts';
import { readText } from '../disk/read-text.ts';
import { readRelease } from '../disk/archive.ts';
import { scenariosAtHand } from '../disk/load-files.ts';
import type { Call } from './main.ts';

/**
 * `replay RECORD|FILE [SCENARIO]`: plays a link, its code or an exported game again and compares every check it carries. The rules
 * are looked for among what the project ships and shipped before, or are those of the scenario named.
 */
export const replay = async ({ words, out, root }: Call): Promise<boolean> => {
  const atHand = scenariosAtHand(words[1], root, out);
  const past = join(root, 'archive');
  const find: FindRules = (prefix) =>
    Promise.resolve(atHand.find(({ bundle }) => bundle.rulesHash.startsWith(prefix))?.bundle ?? readRelease(past, prefix)?.bundle);
  const game = await open(words[0] ?? '', find);
  if (!game.ok) {
    const { code, message } = game.problem;
    out.tell({ ok: false, turns: 'turn' in game.problem ? game.problem.turn : 0, check: null, problem: { code, message } });
    out.complain(`${code}: ${message}`);
    return false;
  }
  const turns = ordersNow(game.value).length;
  const check = checkOf(stateNow(game.value));
  out.tell({ ok: true, turns, check });
  out.say(`The same game: ${game.value.bundle.program.id}, seed ${game.value.seed}, ${turns} turns, check ${check}.`);
  return true;
};

const open = async (given: string, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  if (!existsSync(given)) {
    const game = await openLink(given, find);
    return game.ok || game.problem.code !== 'foreign'
      ? game
      : bad({ ...game.problem, message: 'This is neither a link of the game nor a file.' });
  }
  const read = readText(given);
  if (!read.ok) return bad({ code: 'not-a-record', message: read.problem.message });
  const text = read.value.trim();
  if (!/^[[{"]/.test(text)) return openLink(text, find);
  const record = recordIn(text);
  return typeof record === 'string' ? openLink(record, find) : openSaved(record, find);
};

/** An exported game is a record with a transcript beside it; what `play --json` prints holds it as a link. undefined: no whole JSON. */
const recordIn = (text: string): unknown => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'record' in json ? json.record : json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
