/** What is known of an act that one did not see: its stance and whom it concerned, `partner/mill`. */
export type Manner = string;

/** What powers did in the weeks after an act, a name for each thing that a player is told: of an answer its kind, of any other move what it was. */
export type Sight = readonly string[];

/** What a stranger has read of other games, with the acts named. */
export interface Lessons {
  /** How often each thing was seen, and how many acts were read of. */
  readonly seen: Map<string, number>;
  times: number;
  readonly manners: Map<Manner, { times: number; readonly seen: Map<string, number> }>;
}

export const newLessons = (): Lessons => ({ seen: new Map(), times: 0, manners: new Map() });

const raise = (counts: Map<string, number>, what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);

export const teach = (lessons: Lessons, manner: Manner, sight: Sight): void => {
  const known = lessons.manners.get(manner) ?? { times: 0, seen: new Map<string, number>() };
  lessons.manners.set(manner, known);
  known.times++;
  lessons.times++;
  for (const what of sight) {
    raise(known.seen, what);
    raise(lessons.seen, what);
  }
};

export const addLessons = (whole: Lessons, part: Lessons): void => {
  whole.times += part.times;
  for (const [what, times] of part.seen) raise(whole.seen, what, times);
  for (const [manner, { times, seen }] of part.manners) {
    const known = whole.manners.get(manner) ?? { times: 0, seen: new Map<string, number>() };
    whole.manners.set(manner, known);
    known.times += times;
    for (const [what, count] of seen) raise(known.seen, what, count);
  }
};

/** So many acts of no manner in particular stand beside those of each: a manner read of twice proves little. */
const DOUBT = 8;

/** How well a sight fits a manner, as the logarithm of its odds; whatever is not seen speaks too. Each thing speaks for itself alone. */
const fit = ({ seen, times, manners }: Lessons, manner: Manner, sight: ReadonlySet<string>): number => {
  const known = manners.get(manner);
  let sum = 0;
  for (const [what, count] of seen) {
    const usual = (count + 0.5) / (times + 1);
    const odds = ((known?.seen.get(what) ?? 0) + DOUBT * usual) / ((known?.times ?? 0) + DOUBT);
    sum += Math.log(sight.has(what) ? odds : 1 - odds);
  }
  return sum;
};

/** Fits that lie no further apart tell nothing. */
const EVEN = 1e-9;

/** Whether a stranger takes what was seen for what followed `one` and not `other`: 1, 0, or a half where it fits both alike. */
export const picks = (lessons: Lessons, sight: Sight, one: Manner, other: Manner): number => {
  const seen = new Set(sight);
  const more = fit(lessons, one, seen) - fit(lessons, other, seen);
  return Math.abs(more) <= EVEN ? 0.5 : more > 0 ? 1 : 0;
};
