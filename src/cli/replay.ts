import { existsSync, readFileSync } from 'node:fs';
import { openLink, openSaved, type FindRules, type LinkProblem } from '../session/link.ts';
import { stateNow, type Game } from '../session/game.ts';
import { checkOf } from '../engine/state.ts';
import type { Result } from '../engine/result.ts';
import { loadNamed } from './load.ts';
import type { Call } from './main.ts';

/**
 * `replay RECORD|FILE [SCENARIO]`: plays a link, its code or an exported game again and compares every check it carries. The rules
 * are looked for among what the project ships, or are those of the scenario named.
 */
export const replay = async ({ words, out, root }: Call): Promise<boolean> => {
  const atHand = loadNamed(words[1], root, out);
  if (atHand === undefined) return false;
  const find: FindRules = (prefix) => Promise.resolve(atHand.find(({ bundle }) => bundle.rulesHash.startsWith(prefix))?.bundle);
  const game = await open(words[0] ?? '', find);
  if (!game.ok) {
    const { code, message } = game.problem;
    out.tell({ ok: false, turns: 'turn' in game.problem ? game.problem.turn : 0, check: null, problem: { code, message } });
    out.complain(`${code}: ${message}`);
    return false;
  }
  const turns = game.value.record.orders.length;
  const check = checkOf(stateNow(game.value));
  out.tell({ ok: true, turns, check });
  out.say(`The same game: ${game.value.bundle.program.id}, seed ${game.value.record.seed}, ${turns} turns, check ${check}.`);
  return true;
};

const open = async (given: string, find: FindRules): Promise<Result<Game, LinkProblem>> => {
  if (!existsSync(given)) return openLink(given, find);
  const text = readFileSync(given, 'utf8');
  try {
    const record = recordIn(JSON.parse(text));
    return typeof record === 'string' ? await openLink(record, find) : await openSaved(record, find);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return openLink(text, find);
  }
};

/** An exported game holds its record beside a transcript; what `play --json` prints holds it as a link. */
const recordIn = (json: unknown): unknown => (typeof json === 'object' && json !== null && 'record' in json ? json.record : json);
