import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsFor, seenBy } from '../../src/engine/eye.ts';
import { menu } from '../../src/engine/menu.ts';
import { orderDigit } from '../../src/engine/order-code.ts';
import { PASS } from '../../src/engine/order.ts';
import type { SeatOrder } from '../../src/engine/order.ts';
import { compileProgram } from '../../src/engine/compiled-program.ts';
import { PERSON } from '../../src/engine/record.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { ballotsIn, decide, noteOfBallot } from '../../src/session/ballots.ts';
import type { Ballot, BallotRule } from '../../src/session/ballots.ts';
import { newGame, ordersNow, playOrders, stateNow } from '../../src/session/game.ts';
import type { Game } from '../../src/session/game.ts';
import { openRecord } from '../../src/session/link.ts';
import { openTable } from '../../src/session/table.ts';
import { smallProgram } from '../engine/small-program.ts';
import { legalOrder } from '../engine/random-program.ts';
import { twoDoors } from './bundle.ts';

const CHAIRS = ['party', 'defence', 'trade', 'affairs'];
const answer = (option: number, ...acts: number[]): SeatOrder => ({ answers: [{ situation: 0, option }], acts });
const ballots = (...orders: readonly SeatOrder[]): Ballot[] => orders.map((order, i) => ({ chair: CHAIRS[i]!, order }));
const majority: BallotRule = { way: 'majority', chairs: CHAIRS };
const word: BallotRule = { way: 'word', chairs: CHAIRS, chair: 'defence' };
const quorum = (least: number): BallotRule => ({ way: 'quorum', chairs: CHAIRS, least });

describe('ballots', () => {
  test.each<[string, BallotRule, readonly Ballot[], SeatOrder | undefined]>([
    ['the word of one chair is the order', word, ballots(answer(0), answer(2, 1)), answer(2, 1)],
    ['without it there is none', word, ballots(answer(0)), undefined],
    ['a majority waits for every chair', majority, ballots(answer(1), answer(1), answer(1)), undefined],
    ['more than half decide', majority, ballots(answer(1), answer(1), answer(0), answer(1)), answer(1)],
    ['half is not more than half', majority, ballots(answer(1), answer(1), answer(0), answer(0)), PASS],
    ['whoever leaves it open votes for leaving it open', majority, ballots(answer(1), answer(1), PASS, PASS), PASS],
    ['each part is decided by itself', majority, ballots(answer(1, 0), answer(1), answer(1, 0, 1), answer(0, 0)), answer(1, 0)],
    ['a quorum waits for enough', quorum(3), ballots(answer(1), answer(1)), undefined],
    ['most of those who voted decide', quorum(3), ballots(answer(2), answer(1), answer(1)), answer(1)],
    ['a tie goes to the chair that stands first', quorum(2), ballots(answer(2), answer(1)), answer(2)],
    ['an act needs more than half', quorum(2), ballots(answer(2, 0), answer(2, 1)), answer(2)],
    ['of two ballots of a chair the last counts', word, [...ballots(PASS, answer(0)), { chair: 'defence', order: answer(1) }], answer(1)],
    ['a stranger has no vote', quorum(1), [{ chair: 'nobody', order: answer(1) }], undefined],
  ])('%s', (_, rule, cast, order) => {
    expect(decide(rule, cast)).toEqual(order);
  });

  test('of legal ballots come to a legal order, whatever the rule, and do not depend on when they came', () => {
    const rules = compileProgram(smallProgram());
    const game = newGame({ ...twoDoors(), program: rules.program, rulesHash: '' }, { seed: '0123456789', choices: [] });
    const now = menu(rules, stateNow(game), 0);
    const picks = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(picks, { minLength: 4, maxLength: 4 }), fc.constantFrom(majority, word, quorum(1), quorum(4)), (given, rule) => {
        const cast = given.map((numbers, i): Ballot => {
          let at = 0;
          return { chair: CHAIRS[i]!, order: legalOrder((below) => (numbers[at++] ?? 0) % below, now) };
        });
        const order = decide(rule, cast);
        expect(order).toBeDefined();
        expect(orderDigit(now, order!)).toBeDefined();
        expect(decide(rule, [...cast].reverse())).toEqual(order);
      }),
    );
  });
});

describe('a table with chairs', () => {
  const viewpoints = CHAIRS.map((id) => ({ id }));
  const program = smallProgram();
  const bundle = { ...twoDoors(), program, rulesHash: 'b'.repeat(64) };
  const cabinet: Bundle = { ...bundle, catalogue: { ...bundle.catalogue, viewpoints } };
  const four = (): Game =>
    newGame(cabinet, {
      seed: '0123456789',
      choices: [],
      held: [
        { seat: 0, by: PERSON },
        { seat: 1, by: PERSON },
      ],
    });
  const always = () => Promise.resolve(true);
  const chair = (id: string) => ({ seat: 0, chair: id });

  test('makes the one order of a seat of four ballots, beside that of a foreign capital, and keeps the ballots as notes', async () => {
    const table = openTable(four(), always, new Map([[0, majority]]));
    const [press] = menu(table.game().rules, stateNow(table.game()), 1).acts;
    const capital = table.order(1, 0, { answers: [], acts: [press!.act] });
    for (const id of CHAIRS.slice(0, 3)) expect(await table.vote(chair(id), 0, answer(0))).toEqual({ ok: true, value: undefined });
    const last = await table.vote(chair('affairs'), 0, answer(2));
    expect(last).toMatchObject({ ok: true, value: { turn: 1, revision: 1 } });
    expect((await capital).ok).toBe(true);
    const game = table.game();
    expect(ordersNow(game)).toEqual([[answer(0), { answers: [], acts: [press!.act] }]]);
    expect(ballotsIn(program, game.record.notes, 0, 0)).toEqual(CHAIRS.map((id, i) => ({ chair: id, order: answer(i === 3 ? 2 : 0) })));
    // Replay reads the order alone.
    const opened = await openRecord(JSON.parse(JSON.stringify({ ...game.record, notes: [] })), () => Promise.resolve(cabinet));
    expect(opened.ok && stateNow(opened.value.game)).toEqual(stateNow(game));
  });

  test('gives every chair its moment, and refuses those that are not there', async () => {
    const table = openTable(four(), always, new Map([[0, word]]));
    for (const id of CHAIRS) {
      const moment = await table.moment(0, chair(id));
      expect(moment.ok && moment.value.menu.seat).toBe(0);
    }
    const shown = await table.moment(0, 'table');
    expect(shown.ok && shown.value.menu.seat).toBe(-1);
    expect(await table.moment(0, chair('nobody'))).toMatchObject({ ok: false, problem: { code: 'no-such-eye' } });
    expect(await table.moment(0, { seat: 9, chair: 'party' })).toMatchObject({ ok: false, problem: { code: 'no-such-eye' } });
    expect(await table.vote(chair('nobody'), 0, PASS)).toMatchObject({ ok: false, problem: { code: 'no-such-eye' } });
    expect(await table.vote({ seat: 1, chair: 'party' }, 0, PASS)).toMatchObject({ ok: false, problem: { code: 'no-such-eye' } });
    expect(await table.vote(chair('party'), 0, answer(99))).toMatchObject({ ok: false, problem: { code: 'illegal' } });
    expect(await table.vote(chair('party'), 7, PASS)).toMatchObject({ ok: false, problem: { code: 'stale' } });
  });

  test('a person in a capital whose policy reveals is not told from the policy by others', () => {
    const { rules, key, states } = four();
    const alone = playOrders({ ...four(), record: { ...four().record, held: [{ line: 0, turn: 0, seat: 0, by: PERSON }] } }, [
      PASS,
      undefined,
    ]);
    const moved = rowsFor(rules, alone.ledgers[1]!, 'open').find(({ kind }) => kind === 'policy')!;
    const order = moved.after === 0 ? PASS : { answers: [], acts: [rules.seats[1]!.acts[moved.after - 1]!] };
    const both = playOrders({ ...four(), key, states }, [PASS, order]);
    for (const eye of [0, chair('party'), 'table'] as const) {
      expect(seenBy(rules, stateNow(both), eye)).toEqual(seenBy(rules, stateNow(alone), eye));
      expect(rowsFor(rules, both.ledgers[1]!, eye)).toEqual(rowsFor(rules, alone.ledgers[1]!, eye));
    }
  });

  test('a ballot is a note for the eyes of its seat', () => {
    const note = { ...noteOfBallot(program, chair('party'), answer(1, 0)), line: 0, turn: 3 };
    expect(note).toMatchObject({ eye: 'hanoi/party', sees: ['hanoi'], kind: 'ballot' });
    expect(
      ballotsIn(program, [note, { ...note, turn: 4 }, { ...note, data: { acts: 'x' } }, { ...note, eye: 'china/party' }], 0, 3),
    ).toEqual([{ chair: 'party', order: answer(1, 0) }]);
  });
});
