import type { Op, OptionSpec, SituationSpec } from '../../engine/program.ts';
import { checkAbout, needsOf } from './acts.ts';
import { opened } from './open-op.ts';
import { newTimer, readSpan } from './lower-timer.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, withSources } from './origins.ts';
import { mentionTimer } from '../expression/resolve-names.ts';
import { readExpression } from '../expression/expression-field.ts';
import { inArm, newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
import type { OptionSource } from '../schema/schema.ts';
import { asSelf, checkStance, costOf, stanceOps } from './stances.ts';
import { complain } from '../symbols/compile-context.ts';
import type { SituationDraft, CompileContext } from '../symbols/compile-context.ts';

/** A situation that can open, by its number among all that were read. */
export interface LoweredSituation {
  readonly index: number;
  readonly spec: SituationSpec;
}

/** Writes out every situation that rules can open, and those that their options can open in turn. */
export function lowerSituations(work: CompileContext): readonly LoweredSituation[] {
  const lowered = new Map<string, LoweredSituation>();
  for (;;) {
    const next = [...work.reached.situations].find((id) => !lowered.has(id));
    const draft = next === undefined ? undefined : work.situations.get(next);
    if (next === undefined || draft === undefined) break;
    lowered.set(next, { index: draft.index, spec: lowerSituation(work, draft) });
  }
  return [...lowered.values()].sort((a, b) => a.index - b.index);
}

function lowerSituation(work: CompileContext, draft: SituationDraft): SituationSpec {
  const { id, value } = draft.item;
  const seat = value.seat ?? work.played[0] ?? '';
  const number = work.seats.indexOf(seat);
  if (number < 0)
    complain(
      work,
      'unknown_name',
      `No seat \`${seat}\` plays here.`,
      work.trace.of(value, 'seat'),
      didYouMean(seat, work.seats).suggestion,
    );
  const seen = new Set<string>();
  for (const option of value.options) {
    if (seen.has(option.id)) complain(work, 'duplicate', `There are two options \`${option.id}\`.`, work.trace.of(option, 'id'));
    seen.add(option.id);
  }
  const scope = { ...newScope(value.owner ?? id, 'situation', `situation.${id}.title`), design: value.design === true };
  return {
    id,
    at: placeAt(work, withSources(work, scope, value), value),
    seat: Math.max(0, number),
    status: draft.status,
    seen: draft.seen,
    answer: draft.answer,
    since: draft.since,
    options: value.options.map((option, i) => lowerOption(work, draft, option, i, scope)),
  };
}

function lowerOption(work: CompileContext, draft: SituationDraft, option: OptionSource, index: number, situation: Scope): OptionSpec {
  const { id: owner, value } = draft.item;
  const bare: Scope = {
    ...inArm(situation, value, option.id),
    owner: option.owner ?? situation.owner,
    kind: 'option',
    title: `situation.${owner}.option.${option.id}.title`,
    timers: `${owner}_${option.id}`,
  };
  const scope = asSelf(work, withSources(work, bare, option), `${owner}/${option.id}`);
  checkAbout(work, option, option.about);
  checkStance(work, option, option.stance);
  const gone = value.options.flatMap((other, i) => (other.returns?.without?.includes(option.id) === true ? [i + 1] : []));
  const effects = option.plain === true ? [] : stanceOps(work, option.stance, option.about ?? [], scope);
  const does = [...effects, ...work.lowerOps(work, option.does ?? [], scope), ...comeBack(work, draft, option, index, scope)];
  if (does.length === 0) complain(work, 'does_nothing', `The option \`${option.id}\` does nothing.`, work.trace.of(option, 'id'));
  return {
    id: option.id,
    at: placeAt(work, scope, option),
    stance: option.stance,
    about: option.about ?? [],
    needs: [
      ...needsOf(work, scope, option.needs),
      ...gone.map((answer) => ({
        at: placeAt(work, { ...scope, kind: 'gone' }, option),
        when: ['!=', ['slot', draft.returned], answer] as const,
      })),
    ],
    cost: costOf(work, option, scope),
    does,
  };
}

/** `returns`: a timer opens the situation again and remembers which answer it came back after. */
function comeBack(work: CompileContext, draft: SituationDraft, option: OptionSource, index: number, scope: Scope): readonly Op[] {
  const { returns } = option;
  if (returns === undefined) return [];
  const { id, value } = draft.item;
  for (const [i, other] of (returns.without ?? []).entries()) {
    const known = value.options.map((one) => one.id);
    if (!known.includes(other))
      complain(
        work,
        'unknown_name',
        `There is no option \`${other}\` here.`,
        work.trace.of(returns.without ?? returns, i),
        didYouMean(other, known).suggestion,
      );
  }
  if (value.options.every((other) => returns.without?.includes(other.id) === true))
    complain(work, 'unreachable', 'The situation would come back without any option.', work.trace.of(returns, 'without'));
  const name = `returns.${id}.${option.id}`;
  const at = placeAt(work, scope, option, 'returns');
  mentionTimer(work, name, option, 'returns');
  const timer = newTimer(work, name, 'refresh', 1, placeAt(work, { ...scope, kind: 'timer' }, option, 'returns'), '');
  const back: readonly Op[] = [
    { op: 'set', at: placeAt(work, scope, option, 'returns'), slot: draft.returned, to: index + 1 },
    ...opened(work, draft, option, 'returns', { ...scope, inside: [] }, false),
  ];
  const wait: Op = { op: 'timer', at, timer: timer.index, turns: 1 };
  timer.due =
    returns.when === undefined
      ? back
      : [{ op: 'if', at, when: readExpression(work, scope, returns, 'when', { type: 'bool' }).expr, then: back, else: [wait] }];
  return [{ op: 'timer', at, timer: timer.index, turns: readSpan(work, scope, returns) }];
}
