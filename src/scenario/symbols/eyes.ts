import { didYouMean } from '../problem/name.ts';
import { complain } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';

/** Eye of the projector: it sees what all see. */
export const TABLE = 'table';

/** Chairs of the seats that people play: the world's viewpoints. */
export const chairsOf = (work: Pick<CompileContext, 'played' | 'items'>, seat: string): readonly string[] =>
  work.played.includes(seat) ? [...work.items.viewpoints.keys()].map((viewpoint) => `${seat}/${viewpoint}`) : [];

/** Every eye that a mask could name or leave out, in a fixed order: seats, their chairs, the table. */
export const eyesOf = (work: Pick<CompileContext, 'seats' | 'played' | 'items'>): readonly string[] => [
  ...work.seats,
  ...work.seats.flatMap((seat) => chairsOf(work, seat)),
  TABLE,
];

/** Eyes of those who play here, alone or on a chair: what they are told and asked they must be able to see. */
export const playableEyes = (work: Pick<CompileContext, 'played' | 'items'>): readonly string[] =>
  work.played.flatMap((seat) => [seat, ...chairsOf(work, seat)]);

/**
 * The eyes that `owner[key]` names, as indices. A seat speaks of all its chairs; a chair is seen with by whoever holds the whole seat, too.
 * undefined: nothing is said, and all see.
 */
export function maskOf(work: CompileContext, owner: object, key: 'sees' | 'eyes'): readonly number[] | undefined {
  const named = (owner as Readonly<Record<string, readonly string[] | undefined>>)[key];
  if (named === undefined) return undefined;
  const eyes = eyesOf(work);
  const found = new Set<number>();
  for (const [i, id] of named.entries()) {
    const at = work.trace.of(named, i);
    const seat = id.split('/')[0] ?? '';
    if (id === TABLE)
      complain(work, 'unseen', 'What the table shows, all see.', at, 'leave `sees` out where everything may be seen by all');
    else if (!eyes.includes(id))
      complain(work, 'unknown_name', `There is no seat or chair \`${id}\`.`, at, didYouMean(id, eyes).suggestion);
    else for (const eye of id === seat ? [seat, ...chairsOf(work, seat)] : [id, seat]) found.add(eyes.indexOf(eye));
  }
  return [...found].sort((a, b) => a - b);
}

/** `sees` of a slot's description. */
export function seesOf(work: CompileContext, owner: object): { readonly sees?: readonly number[] } {
  const sees = maskOf(work, owner, 'sees');
  return sees === undefined ? {} : { sees };
}
