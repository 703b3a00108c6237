import type { ActSpec, OptionSpec, Stance } from '../engine/program.ts';
import { byTaste, type ByStance, type Taste } from './taste.ts';
import type { Policy } from './policy.ts';

/** What a line of conduct likes, stance by stance; 0 to 100. */
const HEDGING: ByStance = { hedge: 100, partner: 50, defer: 40, resist: 20, align: 0 };
const DARING: ByStance = { resist: 100, align: 70, partner: 40, hedge: 20, defer: 0 };
const PARTNERING: ByStance = { partner: 70, hedge: 60, defer: 30, resist: 20, align: 5 };

const QUAD: readonly string[] = ['us', 'japan', 'india', 'australia'];

type Acting = OptionSpec | ActSpec;
const stanceOf = ({ stance }: Acting): Stance => stance ?? 'hedge';

/** Capital that a careful line leaves unspent: nothing is overdrawn. */
const SOLVENT = 0;

const liking = (likes: ByStance, keep: number, more: (acting: Acting) => number = () => 0): Taste => ({
  option: (option) => likes[option.stance] + more(option),
  // An act worth doing is one whose stance suits; projects pay for longer.
  act: (act) => (likes[stanceOf(act)] + more(act) < 50 ? 0 : likes[stanceOf(act)] + more(act) + (act.kind === 'project' ? 5 : 0)),
  keep,
});

/** Keeps every door open. */
export const hedgingTaste = liking(HEDGING, SOLVENT);
export const hedge: Policy = byTaste(() => hedgingTaste);

/** Stands firm in public first, throws itself on a friend second, and spends what it has. */
export const reckless: Policy = byTaste(() => liking(DARING, Number.MIN_SAFE_INTEGER));

/** Works with the four of the Quad wherever it is offered, without taking sides. */
export const partnerQuad: Policy = byTaste(() =>
  liking(PARTNERING, SOLVENT, ({ stance, about }) => (stance === 'partner' && about.some((power) => QUAD.includes(power)) ? 30 : 0)),
);

/** Takes one power's side whenever that can be done, and leans its way otherwise. */
export const alignWith = (power: string): Policy =>
  byTaste(() =>
    liking(HEDGING, SOLVENT, ({ stance, about }) => {
      const concerned = about.includes(power);
      if (stance === 'align') return concerned ? 200 : 0;
      if (stance === 'partner') return concerned ? 80 : 0;
      return stance === 'resist' && concerned ? -50 : 0;
    }),
  );
