import { reads } from '../../engine/expression.ts';
import type { Expr, Op, Program, Slot } from '../../engine/program.ts';
import { walkOps } from '../../engine/walk-ops.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** What is missing where powers answer: kinds of answer without a move, acts nobody hears of, acts aimed at nobody. */
export function reportAnswering(work: CompileContext, program: Program): void {
  const answering = [...work.items.powers.values()].filter(
    ({ id, value }) => value.policy?.answers !== undefined && work.seats.includes(id) && !work.played.includes(id),
  );
  if (answering.length === 0) return;
  const kinds = [...work.items.answering.values()];
  for (const { id, value } of answering) {
    const at = work.trace.of(value.policy ?? value, 'answers');
    const mine = [...work.acts.values()].filter(({ seat }) => seat === id);
    if (kinds.length === 0)
      complain(work, 'no_answer', `\`${id}\` answers, and there are no kinds of answer.`, at, 'list them under `answering:`');
    for (const kind of kinds) {
      if (mine.some(({ item }) => item.value.answer === kind.id)) continue;
      complain(
        work,
        'no_answer',
        `\`${id}\` has no move for the answer \`${kind.id}\`: what calls for it would pass without one.`,
        at,
        `add an act with seat: ${id}, kind: move, answer: ${kind.id}`,
      );
    }
  }
  reportUnheard(
    work,
    program,
    answering.map(({ id }) => id),
  );
  reportUnaddressed(work);
}

/** Slots in which a power keeps what it has to answer, and those from which rules work them out. */
function heardBy({ slots, phases }: Program, power: string): ReadonlySet<Slot> {
  const known = new Set<Slot>();
  const writes: { readonly slot: Slot; readonly from: readonly Expr[] }[] = [];
  const collect = (ops: readonly Op[], around: readonly Expr[]): void => {
    for (const op of ops) {
      if (op.op === 'if') {
        const within = [...around, op.when];
        // The shares of the kinds are set where something waits to be answered: that is what the power looks at.
        if (op.then.some((each) => each.op === 'set' && slots[each.slot]?.name.startsWith(`answer.${power}.`) === true))
          slots.forEach((_, slot) => {
            if (reads(op.when, (one) => one === slot)) known.add(slot);
          });
        collect(op.then, within);
        collect(op.else, within);
      } else if (op.op === 'chance') {
        collect(op.then, [...around, op.p]);
        collect(op.else, [...around, op.p]);
      } else if (op.op === 'choose') for (const { does } of op.from) collect(does, around);
      else if (op.op === 'set') writes.push({ slot: op.slot, from: [...around, op.to] });
      else if (op.op === 'add') writes.push({ slot: op.slot, from: [...around, op.by] });
    }
  };
  for (const ops of [phases.reactions, phases.drift, phases.endings, phases.calendar]) collect(ops, []);
  for (let size = -1; size !== known.size;) {
    size = known.size;
    for (const { slot, from } of writes)
      if (known.has(slot))
        for (const expr of from)
          slots.forEach((_, each) => {
            if (!known.has(each) && reads(expr, (one) => one === each)) known.add(each);
          });
  }
  return known;
}

/** Stances aimed at a power that write nothing of what it answers by. */
function reportUnheard(work: CompileContext, program: Program, powers: readonly string[]): void {
  const heard = new Map(powers.map((power) => [power, heardBy(program, power)]));
  const told = new Set<string>();
  const look = (stance: string | undefined, about: readonly string[], does: readonly Op[], owner: object): void => {
    if (stance === undefined) return;
    const written = new Set<Slot>();
    walkOps(does, (op) => {
      if (op.op === 'set' || op.op === 'add') written.add(op.slot);
    });
    for (const power of about) {
      const slots = heard.get(power);
      if (slots === undefined || told.has(`${stance} ${power}`) || [...written].some((slot) => slots.has(slot))) continue;
      told.add(`${stance} ${power}`);
      complain(
        work,
        'no_answer',
        `\`${power}\` answers what is aimed at it, and never hears of the stance \`${stance}\`.`,
        work.trace.of(owner, 'stance'),
        `let \`each:\` of the stance write what \`${power}\` answers by, as its other stances do`,
      );
    }
  };
  for (const { id, options } of program.situations) {
    const item = work.situations.get(id)?.item;
    if (item?.own !== true) continue;
    for (const [i, { stance, about, does }] of options.entries()) {
      const value = item.value.options[i];
      if (value !== undefined && value.plain !== true) look(stance, about, does, value);
    }
  }
  for (const { id, stance, about, seat, does } of program.acts) {
    const item = work.acts.get(id)?.item;
    if (item?.own === true && seat === 0 && item.value.plain !== true) look(stance, about, does, item.value);
  }
}

/** Answers and acts that do not say whom they concern. */
function reportUnaddressed(work: CompileContext): void {
  const tell = (what: string, id: string, owner: object): void =>
    complain(
      work,
      'no_addressee',
      `The ${what} \`${id}\` does not say whom it concerns, and there are powers that answer.`,
      work.trace.of(owner, 'id'),
      'add `about: [...]`, or `about: []` where it concerns nobody',
    );
  for (const { item } of work.situations.values()) {
    if (!item.own || !work.reached.situations.has(item.id)) continue;
    for (const option of item.value.options) if (option.about === undefined && option.plain !== true) tell('option', option.id, option);
  }
  for (const { item, seat } of work.acts.values())
    if (item.own && seat === work.played[0] && item.value.about === undefined && item.value.plain !== true)
      tell(item.value.kind, item.id, item.value);
}

/** Rules that treat a set-up choice (`treats`) and leave out one of its options. */
export function reportTreated(work: CompileContext): void {
  const named = (value: unknown, name: RegExp, seen: Set<string>): boolean => {
    if (typeof value === 'string') return name.test(value);
    if (typeof value !== 'object' || value === null) return false;
    if ('run' in value && typeof value.run === 'string' && !seen.has(value.run)) {
      seen.add(value.run);
      if (named(work.items.procedures.get(value.run)?.value, name, seen)) return true;
    }
    return Object.values(value).some((each) => named(each, name, seen));
  };
  for (const { id, value } of work.items.rules.values()) {
    const { treats } = value;
    if (treats === undefined) continue;
    const choice = work.scenario.setup?.[treats];
    for (const [i, option] of (choice?.one ?? []).entries()) {
      const name = new RegExp(`\\b${treats.replaceAll('.', '\\.')}\\.${option.replaceAll('.', '\\.')}(?![a-z0-9_.])`);
      if (named(value, name, new Set())) continue;
      complain(
        work,
        'untreated',
        `The rule \`${id}\` treats \`${treats}\` and says nothing of its option \`${option}\`.`,
        work.trace.of(choice?.one ?? work.scenario, i),
        `name \`${treats}.${option}\` in the rule, or take the option out of \`one\``,
      );
    }
  }
}
