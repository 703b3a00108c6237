import type { ActSpec, Expr, SeatSpec } from '../../engine/program.ts';
import { simplify } from '../expression/fold.ts';
import { revealed } from './lower-chance.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, takeLuck, withSources } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** Acts one order may name, where the power does not say: for people, and for a policy. */
const MOST_ACTS = { played: 3, policy: 1 } as const;
const USUAL_WEIGHT = 100;

/** The seats in the order in which their orders apply: people first, then the powers that run themselves. */
export function lowerSeats(work: CompileContext, acts: readonly ActSpec[]): readonly SeatSpec[] {
  return work.seats.map((id, index) => {
    const power = work.items.powers.get(id);
    const played = index < work.played.length;
    if (power === undefined) {
      const at = work.trace.of(work.scenario.seats, index);
      complain(work, 'unknown_name', `There is no power \`${id}\`.`, at, didYouMean(id, work.items.powers.keys()).suggestion);
    }
    const budget = index === 0 ? work.scenario.capital : undefined;
    const policy = power?.value.policy;
    return {
      id,
      maxActs: power?.value.acts ?? (played ? MOST_ACTS.played : MOST_ACTS.policy),
      ...(budget === undefined ? {} : budgetOf(work, budget)),
      ...(policy === undefined
        ? {}
        : {
            policy: lowerPolicy(
              work,
              id,
              policy,
              acts.filter((act) => act.seat === index),
            ),
          }),
    };
  });
}

function budgetOf(work: CompileContext, name: string): Pick<SeatSpec, 'budget'> {
  const variable = work.variables.get(name);
  if (variable === undefined) return {};
  work.layout.use(variable.slot);
  return { budget: { slot: variable.slot, floor: work.layout.spec(variable.slot).min } };
}

type Policy = NonNullable<Parameters<typeof withSources>[2]> & {
  readonly none: unknown;
  readonly luck?: string | undefined;
  readonly reveals?: readonly string[] | undefined;
  readonly mute?: unknown;
  readonly when?: unknown;
};

function lowerPolicy(work: CompileContext, id: string, policy: Policy, acts: readonly ActSpec[]): NonNullable<SeatSpec['policy']> {
  const scope = withSources(work, newScope(id, 'policy', `power.${id}.name`), policy);
  const reveals = revealed(work, policy);
  const when = policy.when === undefined ? 1 : readExpression(work, scope, policy, 'when', { type: 'bool' }).expr;
  const moves = (weight: Expr): Expr => simplify(['if', when, weight, 0]);
  const { luck, key } = takeLuck(work, scope, policy);
  const weights = acts.map((act) => {
    const value = work.acts.get(act.id)?.item.value;
    if (value?.weight === undefined) return moves(USUAL_WEIGHT);
    return moves(readExpression(work, newScope(act.id, 'act', `act.${act.id}.title`), value, 'weight', { type: 'int', reveals }).expr);
  });
  const none = readExpression(work, scope, policy, 'none', { type: 'int', reveals }).expr;
  if (acts.length === 0)
    complain(work, 'zero_weight', `\`${id}\` has a policy and nothing to do: no act names it as its \`seat\`.`, work.trace.of(policy));
  return {
    at: placeAt(work, scope, policy, undefined, key),
    luck,
    none: simplify(['if', when, none, 1]),
    weights,
    reveals: [...reveals],
    ...(policy.mute === undefined ? {} : { mute: readExpression(work, scope, policy, 'mute', { type: 'bool' }).expr }),
  };
}
