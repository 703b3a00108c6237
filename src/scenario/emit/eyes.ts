import { siteOf } from '../../engine/chance.ts';
import { reads } from '../../engine/expression.ts';
import type { Expr, GuessSpec, HiddenSpec, Program, Slot, SlotSpec } from '../../engine/program.ts';
import { outcomesUnseen } from '../../engine/sight.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';
import type { Position } from '../syntax/trace.ts';
import { chairsOf, eyesOf, maskOf, playableEyes, TABLE } from '../symbols/eyes.ts';

/** What eyes take variables and flags for that they do not see, by provisional slot. Read before slots are settled. */
export function readGuesses(work: CompileContext): ReadonlyMap<Slot, GuessSpec> {
  const guesses = new Map<Slot, GuessSpec>();
  for (const { id, value, at } of [...work.items.variables.values(), ...work.items.flags.values()]) {
    const variable = work.variables.get(id);
    if (variable === undefined) continue;
    if (value.sees === undefined) {
      if (value.guess !== undefined)
        complain(
          work,
          'unseen',
          `All eyes see \`${id}\`: there is nothing to guess.`,
          work.trace.ofKey(value, 'guess'),
          'say who `sees` it',
        );
      continue;
    }
    if (value.guess === undefined) {
      const what = variable.type === 'bool' ? 'how likely it stands, in parts per million' : 'what it is most likely';
      complain(
        work,
        'missing',
        `Those who do not see \`${id}\` need a \`guess\`: ${what}.`,
        at,
        '`guess:` with an expression over what all see',
      );
      continue;
    }
    const scope = newScope(id, 'guess', `variable.${id}.name`);
    const read = (key: 'guess' | 'spread'): Expr => {
      const { expr } = readExpression(work, scope, value, key, { type: 'int' });
      const masked = firstRead(expr, (slot) => work.layout.spec(slot).sees !== undefined);
      if (masked !== undefined)
        complain(
          work,
          'unseen',
          `A guess may only read what all eyes see, and this reads \`${work.layout.spec(masked).name}\`.`,
          work.trace.of(value, key),
        );
      return expr;
    };
    guesses.set(variable.slot, {
      value: read('guess'),
      ...('spread' in value && value.spread !== undefined ? { spread: read('spread') } : {}),
      luck: { site: siteOf(`${id}/guess`), subject: 0 },
    });
  }
  return guesses;
}

function firstRead(expr: Expr, wanted: (slot: Slot) => boolean): Slot | undefined {
  let found: Slot | undefined;
  reads(expr, (slot) => {
    if (!wanted(slot)) return false;
    found = slot;
    return true;
  });
  return found;
}

/** The program with eyes and minds, where not all see alike; as it is otherwise. */
export function withEyes(work: CompileContext, program: Program): Program {
  const declared = mindsDeclared(work, program);
  const masked = program.slots.some(({ sees }) => sees !== undefined);
  if (!masked && declared.every(({ size }) => size === 0)) return program;
  const eyes = eyesOf(work);
  const seen: Program = { ...program, eyes };
  const classOf = (eye: number): string =>
    JSON.stringify([declared.map((odds) => odds.get(eye) ?? null), outcomesUnseen(seen, eye).join()]);
  const common = classOf(eyes.indexOf(TABLE));
  const classes = new Map<string, number[]>();
  for (const eye of eyes.keys()) {
    const own = classOf(eye);
    if (own !== common) classes.set(own, [...(classes.get(own) ?? []), eye]);
  }
  const minds = [...classes.values()];
  if (minds.length === 0) return seen;
  const slots: SlotSpec[] = [...program.slots];
  const hidden = program.hidden.map((each, h): HiddenSpec => ({
    ...each,
    minds: minds.map(([first = 0], mind) => {
      const priors = declared[h]?.get(first) ?? each.priors;
      const beliefs = each.causes.map(
        (cause, i) =>
          slots.push({
            ...{ name: `mind.${mind + 1}.${each.id}.${cause}`, min: 0, max: MILLION, start: priors[i] ?? 0 },
            ...{ kind: 'belief', scale: MILLION },
          }) - 1,
      );
      return { priors, beliefs };
    }),
  }));
  return { ...seen, slots, hidden, minds };
}
const MILLION = 1_000_000;
const PER_MILLE = 1000;

/** By hidden cause of the program: the odds (ppm) that eyes begin with which have some of their own. */
function mindsDeclared(work: CompileContext, { hidden }: Program): readonly ReadonlyMap<number, readonly number[]>[] {
  return hidden.map(({ id, causes, priors }) => {
    const own = new Map<number, readonly number[]>();
    const source = work.items.hidden.get(id)?.value;
    for (const mind of source?.minds ?? []) {
      const { odds } = mind;
      const begun = odds === undefined ? priors : causes.map((cause) => (odds[cause] ?? 0) * PER_MILLE);
      if (begun.reduce((sum, each) => sum + each, 0) !== MILLION)
        complain(work, 'sum', `The odds of a mind about \`${id}\` must sum to 1000.`, work.trace.of(mind, 'odds'));
      for (const cause of Object.keys(odds ?? {}))
        if (!causes.includes(cause))
          complain(
            work,
            'unknown_name',
            `\`${cause}\` is not a cause of \`${id}\`; causes: ${causes.join(', ')}.`,
            work.trace.ofKey(odds ?? mind, cause),
          );
      for (const eye of maskOf(work, mind, 'eyes') ?? []) own.set(eye, begun);
    }
    return own;
  });
}

/** Reports what an eye is asked or told of which it cannot see what decides it. */
export type CheckSeen = (expr: Expr, readers: readonly string[], at: Position, what: string) => void;

export const seenChecker = (work: CompileContext, { slots, eyes }: Program): CheckSeen => {
  if (eyes === undefined) return () => undefined;
  return (expr, readers, at, what) => {
    for (const reader of readers) {
      const eye = eyes.indexOf(reader);
      const blind = firstRead(expr, (slot) => slots[slot]?.sees?.includes(eye) === false);
      if (blind === undefined) continue;
      const name = slots[blind]?.name ?? '';
      complain(
        work,
        'unseen',
        `${what} reads \`${name}\`, which \`${reader}\` does not see.`,
        at,
        `add \`${reader}\` to its \`sees\`, or read here only what \`${reader}\` sees`,
      );
      return;
    }
  };
};

/** Who reads a text or figure of an item: those of its seat, the chair that speaks, or everybody who plays. */
export function readersOf(work: CompileContext, program: Program, key: string): readonly string[] {
  const [kind, id = '', part, viewpoint = ''] = key.split('.');
  const seat =
    kind === 'situation'
      ? program.situations.find((each) => each.id === id)?.seat
      : kind === 'act'
        ? program.acts.find((each) => each.id === id)?.seat
        : undefined;
  const own = seat === undefined ? undefined : work.seats[seat];
  // What powers do is told to all who play.
  if (own === undefined || !work.played.includes(own)) return playableEyes(work);
  return part === 'view' ? [own, `${own}/${viewpoint}`] : [own, ...chairsOf(work, own)];
}

/** Menus: what may be ordered and at what price must be plain to every eye of the seat. */
export function checkMenus(work: CompileContext, { seats, situations, acts, charges, readings }: Program, check: CheckSeen): void {
  const eyesOfSeat = (seat: number): readonly string[] => {
    const id = seats[seat]?.id ?? '';
    return [id, ...chairsOf(work, id)];
  };
  const placed = (at: number): Position => {
    const { file = '', line = 0 } = work.places[at] ?? {};
    return { file, line, column: 1 };
  };
  const orderable = (
    seat: number,
    entry: { readonly at: number } & Pick<Program['acts'][number], 'needs' | 'cost'>,
    what: string,
  ): void => {
    for (const { at, when } of entry.needs) check(when, eyesOfSeat(seat), placed(at), `A need of ${what}`);
    check(entry.cost, eyesOfSeat(seat), placed(entry.at), `The cost of ${what}`);
  };
  for (const { seat, options } of situations) for (const option of options) orderable(seat, option, `the option \`${option.id}\``);
  for (const act of acts) {
    orderable(act.seat, act, `the act \`${act.id}\``);
    check(act.when, eyesOfSeat(act.seat), placed(act.at), `Whether the act \`${act.id}\` is shown`);
  }
  for (const [seat, { id, budget }] of seats.entries()) {
    if (budget !== undefined) check(['slot', budget.slot], eyesOfSeat(seat), work.trace.of(work.scenario), `The budget of \`${id}\``);
  }
  for (const { id, slot } of readings) {
    const value = work.items.variables.get(id)?.value;
    if (value !== undefined) check(['slot', slot], playableEyes(work), work.trace.of(value, 'sees'), `The reading \`${id}\``);
  }
  for (const { id, met, partly } of charges) {
    const value = work.items.charges.get(id)?.value;
    if (value === undefined) continue;
    check(met, playableEyes(work), work.trace.of(value, 'met'), `The charge \`${id}\``);
    check(partly, playableEyes(work), work.trace.of(value, 'partly'), `The charge \`${id}\``);
  }
}
