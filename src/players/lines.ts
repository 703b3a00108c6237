import type { ActSpec, OptionSpec, Stance } from '../engine/program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import type { View } from '../engine/view.ts';
import { dangerOf, heatOf, type Ladder } from './heat.ts';
import type { Policy } from './policy.ts';
import { byTaste, type ByStance, type Taste } from './taste.ts';

/** What a line of conduct likes, stance by stance; 0 to 100. */
const HEDGING: ByStance = { hedge: 100, partner: 50, defer: 40, resist: 20, align: 0 };
const CAREFUL: ByStance = { hedge: 100, defer: 80, partner: 55, resist: 0, align: 0 };
const DARING: ByStance = { resist: 100, align: 70, partner: 40, hedge: 20, defer: 0 };
const PARTNERING: ByStance = { partner: 70, hedge: 60, defer: 30, resist: 20, align: 5 };

const QUAD: readonly string[] = ['us', 'japan', 'india', 'australia'];

type Acting = OptionSpec | ActSpec;

/** Acts liked less than this are left alone. */
const WORTH_DOING = 50;
/** Projects pay for longer. */
const LASTING = 5;

const liking = (likes: ByStance, keep: number, more: (acting: Acting) => number): Taste => {
  const likingOf = (acting: Acting) => likes[acting.stance ?? 'hedge'] + more(acting);
  return {
    option: likingOf,
    act: (act) => (likingOf(act) < WORTH_DOING ? 0 : likingOf(act) + (act.kind === 'project' ? LASTING : 0)),
    keep,
  };
};

/** Nothing is overdrawn. */
const SOLVENT = 0;
/** What a step of heat puts a sensible line off, by how high the ladder stands. */
const WARY = [15, 40, 120];
/** The same for a cautious one. */
const SHY = [60, 120, 200];
/** From the middle of the ladder on, waiting is worth this much more. */
const WAIT = 40;

/** A taste that pauses and goes quiet as the ladder rises, where the scenario has one. */
const sensible = (ladder: Ladder | undefined, likes: ByStance, more: (acting: Acting) => number = () => 0, put = WARY) => {
  const heats = new WeakMap<Acting, number>();
  const heat = (acting: Acting, known: Ladder) => {
    const found = heats.get(acting) ?? heatOf(acting.does, known);
    heats.set(acting, found);
    return found;
  };
  return ({ program }: CompiledProgram, view: View): Taste => {
    if (ladder === undefined) return liking(likes, SOLVENT, more);
    const danger = dangerOf(view, program.slots[ladder.rung]!.max, ladder);
    const wary = put[danger] ?? 0;
    const wait = (stance: Stance | undefined) => (danger === 2 && stance === 'defer' ? WAIT : 0);
    return liking(likes, SOLVENT, (acting) => more(acting) + wait(acting.stance) - wary * heat(acting, ladder));
  };
};

/** Keeps every door open. */
export const hedgingTaste = (ladder: Ladder | undefined) => sensible(ladder, HEDGING);
export const hedgeOf = (ladder: Ladder | undefined): Policy => byTaste(hedgingTaste(ladder));

/** Hedges, waits sooner than anyone, and shuns whatever heats the ladder by itself, however low it stands. */
export const cautiousOf = (ladder: Ladder | undefined): Policy => byTaste(sensible(ladder, CAREFUL, () => 0, SHY));

/** Works with the four of the Quad wherever it is offered, without taking sides. */
export const partnerQuadOf = (ladder: Ladder | undefined): Policy =>
  byTaste(
    sensible(ladder, PARTNERING, ({ stance, about }) => (stance === 'partner' && about.some((power) => QUAD.includes(power)) ? 30 : 0)),
  );

/** Takes one power's side whenever that can be done, and leans its way otherwise. */
export const alignWith = (power: string, ladder: Ladder | undefined): Policy =>
  byTaste(
    sensible(ladder, HEDGING, ({ stance, about }) => {
      const concerned = about.includes(power);
      if (stance === 'align') return concerned ? 200 : 0;
      if (stance === 'partner') return concerned ? 80 : 0;
      return stance === 'resist' && concerned ? -50 : 0;
    }),
  );

/** Stands firm in public first, throws itself on a friend second, and spends what it has. */
export const reckless: Policy = byTaste(() => liking(DARING, Number.MIN_SAFE_INTEGER, () => 0));
