import type { Stance } from '../engine/program.ts';
import type { Catalogue } from './bundle.ts';

/** The stances that policies know how to like and the desk how to mark; a scenario's own count as one of them. */
export const STANCE_KINDS = ['hedge', 'partner', 'align', 'resist', 'defer'] as const;
export type StanceKind = (typeof STANCE_KINDS)[number];

const isKind = (stance: Stance): stance is StanceKind => (STANCE_KINDS as readonly string[]).includes(stance);

/** What a stance counts as: itself, or what its scenario likens it to. An act without a stance hedges. */
export type KindOf = (stance: Stance | undefined) => StanceKind;

export const kindsOf = ({ stances }: Partial<Pick<Catalogue, 'stances'>>): KindOf => {
  const likes = new Map(stances?.map(({ id, like }) => [id, like]));
  return (stance) => (stance === undefined ? 'hedge' : (likes.get(stance) ?? (isKind(stance) ? stance : 'hedge')));
};
