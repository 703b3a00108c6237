import type { Stance } from '../engine/program.ts';
import type { Catalogue } from './bundle.ts';

/** The stances that policies know how to like and the desk how to mark; a scenario's own count as one of them. */
export const STANCE_KINDS = ['hedge', 'partner', 'align', 'resist', 'defer'] as const;
export type StanceKind = (typeof STANCE_KINDS)[number];

/** What a stance counts as: itself, or what its scenario likens it to. An act without a stance hedges. */
export type KindOf = (stance: Stance | undefined) => StanceKind;

export const kindsOf = ({ stances }: Partial<Pick<Catalogue, 'stances'>>): KindOf => {
  const kinds = new Map<Stance, StanceKind>();
  for (const kind of STANCE_KINDS) kinds.set(kind, kind);
  for (const { id, like } of stances ?? []) kinds.set(id, like);
  return (stance) => (stance === undefined ? 'hedge' : (kinds.get(stance) ?? 'hedge'));
};
