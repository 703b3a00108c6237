/** Units of UTF-16 in a name at most: what an input counts. */
export const LONGEST_NAME = 60;

/** Far beyond any name, far below what could choke a page: what is longer is not even read. */
const LONGEST_READ = 1_000;

/** Controls, signs that turn the direction of what follows, other signs without a shape, halves of letters. Two joiners stay: words and emoji are spelt with them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Marks stacked on one letter beyond what any language writes: they would be drawn over the lines around it. */
const STACKED = /(\p{M}{4})\p{M}+/gu;

/** The name of a game as it may be kept and shown; undefined where there is none, or none that can be used. Typed, or read from a file that anybody may have written. */
export const nameFrom = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > LONGEST_READ) return undefined;
  const name = value.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(STACKED, '$1').replace(/ {2,}/gu, ' ').trim();
  return name === '' || name.length > LONGEST_NAME ? undefined : name;
};

/** The name beside the record of a file. */
export const nameIn = (json: unknown): string | undefined =>
  typeof json === 'object' && json !== null && 'name' in json ? nameFrom(json.name) : undefined;
