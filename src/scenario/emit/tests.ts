import type { Expr, Program } from '../../engine/program.ts';
import type { ScenarioTest, TestOrder } from '../../bundle/scenario-test.ts';
import { didYouMean } from '../problem/name.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

const SEEDS = 200;
const TESTS = newScope('tests', 'test', 'scenario.title');

/** The tests of a scenario's own, with the situations, options and acts they name looked up. */
export function lowerTests(work: CompileContext, program: Program, finish: (expr: Expr) => Expr): readonly ScenarioTest[] {
  const find = (owner: object, key: string, what: string, id: string, known: readonly { readonly id: string }[]): number => {
    const index = known.findIndex((each) => each.id === id);
    if (index < 0) {
      const ids = known.map((each) => each.id);
      complain(work, 'unknown_name', `There is no ${what} \`${id}\`.`, work.trace.of(owner, key), didYouMean(id, ids).suggestion);
    }
    return index;
  };
  type Given = readonly {
    readonly turn: number;
    readonly answer?: string | undefined;
    readonly option?: string | undefined;
    readonly act?: string | undefined;
  }[];
  const orders = (given: Given): readonly TestOrder[] =>
    given.flatMap((order): readonly TestOrder[] => {
      const { turn, answer, option, act } = order;
      if (act !== undefined) {
        const index = find(order, 'act', 'act', act, program.acts);
        return index < 0 ? [] : [{ turn, act: index }];
      }
      const situation = find(order, 'answer', 'situation', answer ?? '', program.situations);
      const options = program.situations[situation]?.options ?? [];
      const index = situation < 0 ? -1 : find(order, 'option', 'option', option ?? '', options);
      return index < 0 ? [] : [{ turn, situation, option: index }];
    });
  return [...work.items.tests.values()]
    .filter(({ own }) => own)
    .map(({ id, value, at }): ScenarioTest => {
      const seeds = value.seeds ?? SEEDS;
      if (value.than !== undefined && value.is === undefined)
        complain(work, 'missing', 'With `than` a test says what it `is`: higher, lower or other.', work.trace.of(value, 'than'));
      return {
        ...{ id, file: at.file, line: at.line, column: at.column },
        orders: orders(value.orders),
        after: value.after,
        holds: finish(readExpression(work, TESTS, value, 'holds', { type: value.than === undefined ? 'bool' : 'any' }).expr),
        ...(value.than === undefined ? {} : { than: orders(value.than) }),
        ...(value.is === undefined ? {} : { is: value.is }),
        seeds,
        least: value.least ?? seeds,
      };
    });
}
