/** What is being put together at a stop and not given yet: kept while the review is open, and over a reload. */
export interface Draft {
  readonly turn: number;
  readonly chosen: readonly (readonly [situation: number, option: number])[];
  readonly picked: readonly number[];
  readonly said?: number;
}

const KEY = 'bamboo.draft';

/** Keeps a draft beside the tab, not with the game it is for: it is nobody's order yet. */
export const writeDraft = (game: string, draft: Draft): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ game, draft }));
  } catch {
    // A browser that keeps nothing still plays.
  }
};

/** The draft kept for a game, if it is one. */
export const readDraft = (game: string): Draft | undefined => {
  try {
    const told = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { readonly game?: unknown; readonly draft?: Draft } | null;
    const draft = told?.game === game ? told.draft : undefined;
    return draft !== undefined && Array.isArray(draft.chosen) && Array.isArray(draft.picked) ? draft : undefined;
  } catch {
    return undefined;
  }
};
