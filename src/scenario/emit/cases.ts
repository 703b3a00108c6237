import type { Expr, Slot } from '../../engine/program.ts';
import type { TheoryCase } from '../../bundle/theory-case.ts';
import { didYouMean } from '../problem/name.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

const CASES = newScope('cases', 'case', 'scenario.title');

/** What a case sets takes room in the state, whether or not a rule writes it too. */
export function keepGiven(work: CompileContext): void {
  for (const { value } of work.items.cases.values())
    for (const [name, amount] of Object.entries(value.given)) {
      const at = () => work.trace.of(value.given, name);
      const variable = work.variables.get(name);
      if (variable === undefined) {
        complain(work, 'unknown_name', `There is no variable \`${name}\`.`, at(), didYouMean(name, work.variables.keys()).suggestion);
        continue;
      }
      const { min, max } = work.layout.spec(variable.slot);
      if (amount < min || amount > max) complain(work, 'range', `\`${name}\` goes from ${min} to ${max}.`, at());
      work.layout.use(variable.slot);
    }
}

/** The cases that the lenses are held against. */
export function lowerCases(
  work: CompileContext,
  finish: (expr: Expr) => Expr,
  slotOf: (name: string) => Slot | undefined,
): readonly TheoryCase[] {
  return [...work.items.cases.values()].map(({ id, value }): TheoryCase => {
    const read = (key: 'ally' | 'partner' | 'reads', type: 'bool' | 'int') =>
      finish(readExpression(work, CASES, value, key, { type }).expr);
    const { reported, title, claims = [], shared = [] } = value;
    return {
      ...{ id, title, claims, shared },
      given: Object.entries(value.given).flatMap(([name, amount]) => {
        const slot = slotOf(name);
        return slot === undefined ? [] : [{ slot, value: amount }];
      }),
      asks:
        reported === undefined
          ? { reads: read('reads', 'int') }
          : { reported, ally: read('ally', 'bool'), partner: read('partner', 'bool') },
    };
  });
}
