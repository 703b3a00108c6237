import type { Catalogue } from '../bundle/bundle.ts';
import { kindsOf } from '../bundle/stance.ts';
import type { StanceKind } from '../bundle/stance.ts';
import type { ActSpec, OptionSpec } from '../engine/program.ts';
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

/** What a line must know of the scenario it plays: its ladder, where it has one, and what its own stances count as. */
export type Ground = Partial<Pick<Catalogue, 'ladder' | 'stances'>>;

type Acting = OptionSpec | ActSpec;
type Kinds = (acting: Acting) => StanceKind;

const kindsIn = (ground: Ground): Kinds => {
  const kindOf = kindsOf(ground);
  return ({ stance }) => kindOf(stance);
};

/** Acts liked less than this are left alone. */
const WORTH_DOING = 50;
/** Projects pay for longer. */
const LASTING = 5;

const liking = (kind: Kinds, likes: ByStance, keep: number, more: (acting: Acting) => number): Taste => {
  const likingOf = (acting: Acting) => likes[kind(acting)] + more(acting);
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
const sensible = (ground: Ground, likes: ByStance, more: (acting: Acting, kind: StanceKind) => number = () => 0, put = WARY) => {
  const { ladder } = ground;
  const kind = kindsIn(ground);
  const heats = new WeakMap<Acting, number>();
  const heat = (acting: Acting, known: Ladder) => {
    const found = heats.get(acting) ?? heatOf(acting.does, known);
    heats.set(acting, found);
    return found;
  };
  return ({ program }: CompiledProgram, view: View): Taste => {
    if (ladder === undefined) return liking(kind, likes, SOLVENT, (acting) => more(acting, kind(acting)));
    const danger = dangerOf(view, program.slots[ladder.rung]!.max, ladder);
    const wary = put[danger] ?? 0;
    const wait = (acting: Acting) => (danger === 2 && acting.stance !== undefined && kind(acting) === 'defer' ? WAIT : 0);
    return liking(kind, likes, SOLVENT, (acting) => more(acting, kind(acting)) + wait(acting) - wary * heat(acting, ladder));
  };
};

/** Keeps every door open. */
export const hedgingTaste = (ground: Ground) => sensible(ground, HEDGING);
export const hedgeOf = (ground: Ground): Policy => byTaste(hedgingTaste(ground));

/** Hedges, waits sooner than anyone, and shuns whatever heats the ladder by itself, however low it stands. */
export const cautiousOf = (ground: Ground): Policy => byTaste(sensible(ground, CAREFUL, () => 0, SHY));

/** Works with partners wherever that is offered, without taking sides; with these sooner than with others. */
export const partnerWith = (whom: readonly string[], ground: Ground): Policy =>
  byTaste(sensible(ground, PARTNERING, ({ about }, kind) => (kind === 'partner' && about.some((id) => whom.includes(id)) ? 30 : 0)));

/** Takes the side of one power or group whenever that can be done, and works with it and its friends otherwise. */
export const alignWith = (side: string, friends: readonly string[], ground: Ground): Policy =>
  byTaste(
    sensible(ground, HEDGING, ({ about }, kind) => {
      const sided = about.includes(side);
      if (kind === 'align') return sided ? 200 : 0;
      const concerned = sided || about.some((id) => friends.includes(id));
      if (kind === 'partner') return concerned ? 80 : 0;
      return kind === 'resist' && concerned ? -50 : 0;
    }),
  );

/** Stands firm in public first, throws itself on a friend second, and spends what it has. */
export const recklessOf = (ground: Ground): Policy => byTaste(() => liking(kindsIn(ground), DARING, Number.MIN_SAFE_INTEGER, () => 0));
