import { imul } from './arith.ts';

/** A game at one moment: slot i of `Program.slots` is word i. */
export type State = Int32Array;

/** Fingerprint of a state: 32-bit FNV-1a over its words, unsigned. */
export function checkOf(state: State): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < state.length; i++) h = imul(h ^ state[i]!, 16_777_619);
  return h >>> 0;
}
