import type { ActSpec, Expr, SeatSpec } from '../../engine/program.ts';
import { simplify } from '../expression/fold.ts';
import { revealed } from './lower-chance.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, takeLuck, withSources } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { logisticCurve } from '../expression/rates.ts';
import { addCurve } from '../expression/resolve-names.ts';
import { newScope } from '../symbols/scope.ts';
import type { Scope } from '../symbols/scope.ts';
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
      // Who takes the place of a policy does as much as it does: more would show that a person sits there.
      maxActs: power?.value.acts ?? (played && policy === undefined ? MOST_ACTS.played : MOST_ACTS.policy),
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
  readonly answers?: { readonly pending: unknown; readonly score: unknown; readonly spread: number } | undefined;
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
  const answering = policy.answers === undefined ? undefined : answersOf(work, id, scope, policy.answers, acts, when);
  if (acts.length === 0)
    complain(work, 'zero_weight', `\`${id}\` has a policy and nothing to do: no act names it as its \`seat\`.`, work.trace.of(policy));
  return {
    at: placeAt(work, scope, policy, undefined, key),
    luck,
    none: answering === undefined ? simplify(['if', when, none, 1]) : simplify(['if', answering.pending, 0, ['if', when, none, 1]]),
    weights: answering === undefined ? weights : weights.map((weight, i) => answering.weigh(weight, i)),
    reveals: [...reveals],
    ...(answering === undefined ? {} : { late: true as const }),
    ...(policy.mute === undefined ? {} : { mute: readExpression(work, scope, policy, 'mute', { type: 'bool' }).expr }),
  };
}

/** What a policy weighs while an act of another waits to be answered: only answers, by how welcome the act was. */
interface Answering {
  readonly pending: Expr;
  readonly weigh: (weight: Expr, act: number) => Expr;
}

const PER_MILLE = 1000;

/**
 * Kinds of answer stand in the order of the world's list, most welcome first, and one draw is cut by the score: the less welcome an act,
 * the less likely every kind above it. A kind of which no move is open falls to the silent one.
 */
function answersOf(
  work: CompileContext,
  power: string,
  scope: Scope,
  answers: NonNullable<Policy['answers']>,
  acts: readonly ActSpec[],
  when: Expr,
): Answering {
  const pending = simplify(['and', when, readExpression(work, scope, answers, 'pending', { type: 'bool' }).expr]);
  const score = readExpression(work, scope, answers, 'score', { type: 'int' }).expr;
  const kinds = [...work.items.answering.values()];
  const kindOf = (id: string): string | undefined => work.acts.get(id)?.item.value.answer;
  /** Chance (per mille) that the score, as it is felt, lies above a cut. */
  const above = (least: number): Expr => [
    'div',
    ['curve', logistic(work), ['div', ['*', ['-', score, least], PER_MILLE], answers.spread, 0]],
    PER_MILLE,
    0,
  ];
  const open = (kind: string): Expr =>
    acts
      .map((act): Expr => (kindOf(act.id) === kind ? ['if', act.when, own(work, act.id), 0] : 0))
      .reduce<Expr>((sum, x) => simplify(['+', sum, x]), 0);
  // Worked out once, after the reactions: each move would else weigh all kinds anew.
  const at = placeAt(work, scope, answers);
  const shares = kinds.map(({ id, value }, i): Expr => {
    const lower: Expr = value.least === undefined ? PER_MILLE : above(value.least);
    const upper = i === 0 ? 0 : above(kinds[i - 1]?.value.least ?? 0);
    const slot = work.layout.add({ name: `answer.${power}.${id}`, min: 0, max: PER_MILLE, start: 0, kind: 'number', scale: PER_MILLE });
    work.layout.use(slot);
    work.prepared.push({ op: 'if', at, when: pending, then: [{ op: 'set', at, slot, to: simplify(['-', lower, upper]) }], else: [] });
    return ['slot', slot];
  });
  const opens = kinds.map(({ id }) => open(id));
  const silent = kinds.findIndex(({ value }) => value.silent === true);
  const fallen = shares.reduce<Expr>(
    (sum, share, i) => (i === silent ? sum : simplify(['+', sum, ['if', ['==', opens[i] ?? 0, 0], share, 0]])),
    0,
  );
  return {
    pending,
    weigh: (weight, index) => {
      const act = acts[index];
      const kind = kinds.findIndex(({ id }) => act !== undefined && id === kindOf(act.id));
      if (act === undefined || kind < 0) return simplify(['if', pending, 0, weight]);
      const share = kind === silent ? simplify(['+', shares[kind] ?? 0, fallen]) : (shares[kind] ?? 0);
      return simplify(['if', pending, ['div', ['*', share, own(work, act.id)], opens[kind] ?? 1, 0], 0]);
    },
  };
}

/** Weight of an answer among those of its kind. */
const own = (work: CompileContext, id: string): number => {
  const weight = work.acts.get(id)?.item.value.weight;
  return typeof weight === 'number' ? weight : USUAL_WEIGHT;
};

const logistic = (work: CompileContext): number => work.curveNumbers.get('logistic()') ?? addCurve(work, 'logistic()', logisticCurve());
