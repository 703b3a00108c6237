import type { Program } from './program.ts';
import { beliefsOf, guessInto } from './sight.ts';
import type { Looker } from './sight.ts';
import type { State } from './state.ts';

/** What an eye may know: the layout of a state, hidden causes 0. Only `seenBy` makes one. */
export type View = Int32Array & { readonly __view: true };

/**
 * A copy of the state as a looker sees it: what it does not see is 0 for a hidden cause, else its guess, and odds are its own wherever
 * odds are held. Without a looker (all eyes see alike) only the hidden causes are blanked.
 */
export function viewFor(program: Program, state: State, looker: Looker | undefined): View {
  const { hidden } = program;
  const view = state.slice();
  for (const { slot } of looker?.unknown ?? hidden) view[slot] = 0;
  if (looker === undefined) return view as View;
  for (const cause of hidden) {
    const own = beliefsOf(cause, looker.mind).map((slot) => state[slot]!);
    for (const { beliefs } of [cause, ...(cause.minds ?? [])]) for (const [i, slot] of beliefs.entries()) view[slot] = own[i]!;
  }
  guessInto(program, looker, view);
  return view as View;
}

/** A copy of the state with nothing hidden: for the review of a game that is over. */
export const openView = (state: State): View => state.slice() as View;

/** A view with some slots moved on. */
export function viewAfter(before: View, changes: readonly { readonly slot: number; readonly after: number }[]): View {
  const view = before.slice();
  for (const { slot, after } of changes) view[slot] = after;
  return view as View;
}
