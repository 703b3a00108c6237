import type { Catalogue } from './bundle.ts';

export interface GroupInfo {
  readonly id: string;
  readonly members: readonly string[];
  /** The member that answers for all; the first, where the scenario names none. */
  readonly speaker: string;
}

/** The powers that answer for whom something is about: themselves, and for a group its speaker. */
export const answerersOf = ({ groups }: Pick<Catalogue, 'groups'>, about: readonly string[]): readonly string[] =>
  about.map((id) => groups.find((group) => group.id === id)?.speaker ?? id);
