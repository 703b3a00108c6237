import { makeLink } from './link.ts';
import { bytesOf, CHECK_RADIX, decodeLink, SEED_RADIX } from './record-link.ts';
import type { RecordProblem } from './replay.ts';
import { good } from './result.ts';
import type { Result } from './result.ts';
import { seedNumber } from './seed.ts';
import type { Seed } from './seed.ts';

/** A link with another seed in its place; it opens with the seed it was made with alone. Problems as of `decodeLink`. */
export function withSeed(link: string, seed: Seed): Result<string, RecordProblem> {
  const packed = decodeLink(link);
  if (!packed.ok) return packed;
  const { format, rules, check, rest } = packed.value;
  const number = seedNumber(seed) + SEED_RADIX * (BigInt(check) + CHECK_RADIX * rest);
  const hash = [0, 2, 4, 6].map((i) => Number.parseInt(rules.slice(i, i + 2), 16));
  return good(makeLink([...hash, ...bytesOf(number)], format));
}
