import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Address } from './address.ts';
import type { GameStore } from './game/game-store.ts';

/** One desk: the game it plays and where it is. */
export interface Desk {
  readonly store: GameStore;
  readonly address: Address;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that a component belongs to. Throws where it stands in none. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('a component of the desk stands outside of any desk');
  return desk;
};
