import { describe, expect, test } from 'vitest';
import { PASS } from '../../src/engine/order.ts';
import { parseRecord } from '../../src/engine/parse-record.ts';
import { maySee, PERSON } from '../../src/engine/record.ts';
import { newGame, playTurn, recordOf } from '../../src/session/game.ts';
import { linkOf, openRecord } from '../../src/session/link.ts';
import { nonceOf, sealed, sealedFor, sealOf, unseal } from '../../src/session/sealed.ts';
import { twoDoors } from './bundle.ts';

const bundle = twoDoors();
const find = () => Promise.resolve(bundle);
const secret = { seed: '0123456789', nonce: nonceOf(Uint8Array.from({ length: 16 }, (_, i) => 16 * i + 3)) };
const begun = newGame(bundle, { seed: secret.seed, choices: [] });
const game = playTurn(playTurn(begun, PASS, { eye: 'harbour/council', sees: ['harbour/council'], kind: 'note', data: 'mine' }), PASS);

describe('sealed luck', () => {
  test('is a promise that fits one seed, one set-up, one nonce and one set of rules', () => {
    const seal = sealOf(game.record, secret);
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    const others = [
      sealOf(game.record, { ...secret, seed: '0123456788' }),
      sealOf(game.record, { ...secret, nonce: nonceOf(new Uint8Array(16)) }),
      sealOf({ ...game.record, rules: 'c'.repeat(64) }, secret),
      sealOf({ ...game.record, setup: [[0]] }, secret),
    ];
    expect(new Set([seal, ...others]).size).toBe(5);
  });

  test('holds neither seed nor checks, opens with the secret alone, and then plays as it was played', async () => {
    const record = sealed(recordOf(game), secret);
    const text = JSON.stringify(record);
    for (const hidden of [secret.seed, secret.nonce, '"checks"', '"start"']) expect(text).not.toContain(hidden);
    const read = parseRecord(JSON.parse(text));
    if (!read.ok) throw new Error(read.problem.message);
    expect(await openRecord(JSON.parse(text), find)).toMatchObject({ ok: false, problem: { code: 'sealed' } });
    expect(linkOf({ ...game, record: read.value })).toMatchObject({ ok: false, problem: { code: 'sealed' } });
    expect(unseal(read.value, { ...secret, seed: '0123456788' })).toMatchObject({ ok: false, problem: { code: 'other-secret' } });
    expect(unseal(recordOf(game), secret)).toMatchObject({ ok: false, problem: { code: 'not-sealed' } });
    const opened = unseal(read.value, secret);
    if (!opened.ok) throw new Error(opened.problem.message);
    const played = await openRecord(JSON.parse(JSON.stringify(opened.value)), find);
    expect(played.ok && played.value.game.states.at(-1)).toEqual(game.states.at(-1));
  });

  test('what is handed out before the debrief has the orders of that eye alone, and the notes it may read', () => {
    const held = [0, 1].map((seat) => ({ line: 0, turn: 0, seat, by: PERSON }));
    const record = {
      ...game.record,
      held,
      lines: [
        {
          orders: [
            [PASS, { answers: [], acts: [3] }],
            [PASS, PASS],
          ],
        },
      ],
    };
    const mine = sealedFor(bundle.program, record, 0, 0, secret);
    expect(mine.lines).toEqual([
      {
        orders: [
          [PASS, undefined],
          [PASS, undefined],
        ],
      },
    ]);
    expect(mine.held).toEqual([held[0]]);
    expect(mine.notes).toHaveLength(1);
    expect(sealedFor(bundle.program, record, 0, { seat: 0, chair: 'council' }, secret).notes).toHaveLength(1);
    expect(sealedFor(bundle.program, record, 0, 1, secret).notes).toEqual([]);
    expect(
      sealedFor(bundle.program, record, 0, 'table', secret)
        .lines[0]!.orders.flat()
        .every((order) => order === undefined),
    ).toBe(true);
    expect(parseRecord(JSON.parse(JSON.stringify(mine))).ok).toBe(true);
  });

  test('a note is read by all, or by those it names, a seat standing for its chairs', () => {
    expect(maySee({}, 'table')).toBe(true);
    expect(maySee({ sees: ['hanoi'] }, 'hanoi/party')).toBe(true);
    expect(maySee({ sees: ['hanoi/party'] }, 'hanoi')).toBe(true);
    expect(maySee({ sees: ['hanoi/party'] }, 'hanoi/defence')).toBe(false);
    expect(maySee({ sees: [] }, 'open')).toBe(true);
    expect(maySee({ sees: ['hanoi'] }, 'table')).toBe(false);
  });
});
