import type { SeatOrder } from './order.ts';
import type { GameRecord } from './record.ts';
import { bad, good } from './result.ts';
import type { Problem, Result } from './result.ts';

/** Reads a saved game. Only its shape is checked here: whether rules allow it, `replayRecord` tells. Problem `not-a-record`, `newer-format`. */
export function parseRecord(json: unknown): Result<GameRecord> {
  const at = fields(json);
  if (at === undefined) return bad(notOne(''));
  if (typeof at['format'] === 'number' && at['format'] > 1)
    return bad({ code: 'newer-format', message: `The game has format ${at['format']}; this version reads format 1.` });
  if (at['format'] !== 1) return bad(notOne('format'));
  const scenario = text(at['scenario']);
  const rules = text(at['rules']);
  const seed = text(at['seed']);
  if (scenario === undefined || rules === undefined || seed === undefined) return bad(notOne('scenario, rules or seed'));
  const setup = list(at['setup'], (choice) => (choice === null ? { choice: undefined } : wrap(list(choice, whole))));
  const seats = list(at['seats'], whole);
  const orders = list(at['orders'], (turn) => list(turn, orderOf));
  if (setup === undefined || seats === undefined || orders === undefined) return bad(notOne('setup, seats or orders'));
  const check = at['check'] === undefined ? undefined : whole(at['check']);
  const checks = at['checks'] === undefined ? undefined : list(at['checks'], whole);
  const notes = at['notes'] === undefined ? undefined : list(at['notes'], noteOf);
  if ((at['check'] !== undefined && check === undefined) || (at['checks'] !== undefined && checks === undefined))
    return bad(notOne('check or checks'));
  if (at['notes'] !== undefined && notes === undefined) return bad(notOne('notes'));
  return good({
    format: 1,
    scenario,
    rules,
    seed,
    setup: setup.map(({ choice }) => choice),
    seats,
    orders: orders.map((turn) => turn.map(({ order }) => order)),
    ...(check === undefined ? {} : { check }),
    ...(checks === undefined ? {} : { checks }),
    ...(notes === undefined ? {} : { notes }),
  });
}

const notOne = (path: string): Problem => ({ code: 'not-a-record', message: 'This is not a saved game.', path });

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fields = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const whole = (value: unknown): number | undefined => (Number.isSafeInteger(value) && typeof value === 'number' ? value : undefined);

const MOST_ITEMS = 10_000;

function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ITEMS) return undefined;
  const items: T[] = [];
  for (const each of value) {
    const item = read(each);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

const wrap = (choice: number[] | undefined): { choice: number[] | undefined } | undefined =>
  choice === undefined ? undefined : { choice };

/** JSON has null where an order is undefined; a browser's store keeps it undefined. */
function orderOf(value: unknown): { order: SeatOrder | undefined } | undefined {
  if (value === null || value === undefined) return { order: undefined };
  const at = fields(value);
  const acts = list(at?.['acts'], whole);
  const answers = list(at?.['answers'], (answer) => {
    const given = fields(answer);
    const situation = whole(given?.['situation']);
    const option = whole(given?.['option']);
    return situation === undefined || option === undefined ? undefined : { situation, option };
  });
  return acts === undefined || answers === undefined ? undefined : { order: { answers, acts } };
}

function noteOf(value: unknown): { turn: number; text: string } | undefined {
  const at = fields(value);
  const turn = whole(at?.['turn']);
  const words = text(at?.['text']);
  return turn === undefined || words === undefined ? undefined : { turn, text: words };
}
