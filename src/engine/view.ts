import type { Program } from './program.ts';
import type { State } from './state.ts';

/** What a seat may know: the layout of a state, every hidden slot 0. Only `viewOf` makes one. */
export type View = Int32Array & { readonly __view: true };

/** A copy of the state without its hidden causes: all that eyes and forecasts get. */
export function viewOf(rules: { readonly program: Program }, state: State): View {
  const view = state.slice();
  for (const { slot } of rules.program.hidden) view[slot] = 0;
  return view as View;
}

/** A copy of the state with nothing hidden: for the review of a game that is over. */
export const openView = (state: State): View => state.slice() as View;
