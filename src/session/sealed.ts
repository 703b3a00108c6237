import { canonicalJson, sha256Hex } from '../bundle/canonical.ts';
import { idOfEye, seatOf } from '../engine/eye.ts';
import type { Eye } from '../engine/eye.ts';
import type { Program } from '../engine/program.ts';
import { alongLine, maySee, ordersOf } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import { bad, good } from '../engine/result.ts';
import type { Result } from '../engine/result.ts';
import type { Seed } from '../engine/seed.ts';

/** What the host of a game keeps to himself until the debrief. `nonce`: 128 bits, hex. */
export interface Secret {
  readonly seed: Seed;
  readonly nonce: string;
}

const NONCE = /^[0-9a-f]{32}$/;

/** What is shown of a secret before the game: nobody can change the seed afterwards, and nobody can find it by trying. */
export const sealOf = ({ rules, setup }: Pick<GameRecord, 'rules' | 'setup'>, { seed, nonce }: Secret): string =>
  sha256Hex([rules, canonicalJson(setup.map((choice) => choice ?? null)), seed, nonce].join('|'));

/**
 * What the host hands out of a line before the debrief: the seal in place of the seed, no checks, and of orders, holders and notes what the eye
 * may know. It cannot be replayed; with the secret, the whole record can.
 */
export function sealedFor(program: Program, record: GameRecord, line: number, eye: Eye, secret: Secret): GameRecord {
  const seat = seatOf(eye);
  const { format, scenario, rules, setup } = record;
  const id = idOfEye(program, eye);
  return {
    ...{ format, scenario, rules, setup },
    luck: { sealed: sealOf(record, secret) },
    held: record.held.filter((held) => held.line === line && held.seat === seat).map((held) => ({ ...held, line: 0 })),
    lines: [{ orders: ordersOf(record, line).map((orders) => orders.map((order, of) => (of === seat ? order : undefined))) }],
    notes: alongLine(record, line, record.notes)
      .filter((note) => maySee(note, id))
      .map((note) => ({ ...note, line: 0 })),
  };
}

/** The whole record under its seal: what a host shows when the game is over, before and beside the secret. */
export const sealed = (record: GameRecord, secret: Secret): GameRecord => {
  const { format, scenario, rules, setup, held, notes } = record;
  return {
    ...{ format, scenario, rules, setup, held, notes },
    luck: { sealed: sealOf(record, secret) },
    lines: record.lines.map(({ from, orders }) => (from === undefined ? { orders } : { from, orders })),
  };
};

/** The debrief: the record with its seed, if the secret is the one that was sealed. Problems `not-sealed`, `other-secret`. */
export function unseal(record: GameRecord, secret: Secret): Result<GameRecord> {
  if (!('sealed' in record.luck)) return bad({ code: 'not-sealed', message: 'The seed of this game was never sealed.' });
  if (!NONCE.test(secret.nonce) || sealOf(record, secret) !== record.luck.sealed)
    return bad({ code: 'other-secret', message: 'This is not the seed that was sealed when the game began.' });
  return good({ ...record, luck: { seed: secret.seed } });
}

/** A nonce of random bytes. */
export const nonceOf = (bytes: Uint8Array): string => Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
