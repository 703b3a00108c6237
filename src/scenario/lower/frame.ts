import type { ChargeSpec, Op, SetupSpec, Slot } from '../../engine/program.ts';
import { didYouMean } from '../problem/name.ts';
import { placeAt, takeLuck } from './origins.ts';
import { readExpression } from '../expression/expression-field.ts';
import { newScope } from '../symbols/scope.ts';
import { complain, isMissing } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** What the frame of a scenario names; its slots stay whether or not a rule writes them. */
export function readStructure(work: CompileContext): {
  readonly setup: readonly SetupSpec[];
  readonly readings: readonly { readonly id: string; readonly slot: Slot }[];
} {
  const { scenario, items, trace } = work;
  const keep = (owner: object, key: string | number, name: string): Slot | undefined => {
    const variable = work.variables.get(name);
    if (variable !== undefined) {
      work.layout.use(variable.slot);
      return variable.slot;
    }
    if (!isMissing(work, 'variable', name))
      complain(
        work,
        'unknown_name',
        `There is no variable \`${name}\`.`,
        trace.of(owner, key),
        didYouMean(name, work.variables.keys()).suggestion,
      );
    return undefined;
  };
  const readings = scenario.readings.flatMap((id, i) => {
    const slot = keep(scenario.readings, i, id);
    return slot === undefined ? [] : [{ id, slot }];
  });
  for (const key of ['capital', 'projects', 'stops'] as const) {
    const name = scenario[key];
    if (name !== undefined) keep(scenario, key, name);
  }
  if (scenario.ladder !== undefined) {
    keep(scenario.ladder, 'rung', scenario.ladder.rung);
    for (const [power, name] of Object.entries(scenario.ladder.faces)) keep(scenario.ladder.faces, power, name);
  }
  for (const { value } of items.viewpoints.values()) if (value.support !== undefined) keep(value, 'support', value.support);
  for (const { value } of items.principles.values()) keep(value, 'variable', value.variable);
  for (const id of items.charges.keys()) keep(scenario, 'setup', `charge.${id}`);
  const setup = Object.entries(scenario.setup ?? {}).flatMap(([id, choice]): SetupSpec[] => {
    if (choice.one !== undefined) {
      const slot = keep(choice, 'one', id);
      const preset = Math.max(0, choice.one.indexOf(choice.preset ?? ''));
      return slot === undefined ? [] : [{ id, kind: 'one', slots: [slot], options: choice.one, count: 1, preset }];
    }
    const options = [...items.charges.keys()];
    const slots = options.flatMap((charge) => work.variables.get(`charge.${charge}`)?.slot ?? []);
    return [{ id, kind: 'some', slots, options, count: choice.count ?? 1, preset: Math.max(0, options.indexOf(choice.preset ?? '')) }];
  });
  return { setup, readings };
}

/** `start ± vary`, drawn once. */
export function lowerStarts(work: CompileContext): readonly Op[] {
  return [...work.items.variables.values()].flatMap(({ id, value }): Op[] => {
    const variable = work.variables.get(id);
    if (variable === undefined || value.vary === undefined || value.vary === 0) return [];
    if (!work.layout.isUsed(variable.slot) && !work.layout.isRead(variable.slot)) return [];
    work.layout.use(variable.slot);
    const scope = { ...newScope(id, 'start', `variable.${id}.name`), design: true };
    const { luck, key } = takeLuck(work, scope, value, 'start');
    return [{ op: 'add', at: placeAt(work, scope, value, 'vary', key), slot: variable.slot, by: 0, spread: value.vary, luck }];
  });
}

export function lowerCharges(work: CompileContext): readonly ChargeSpec[] {
  return [...work.items.charges.values()].flatMap(({ id, value }): ChargeSpec[] => {
    const taken = work.variables.get(`charge.${id}`);
    if (taken === undefined) return [];
    const scope = newScope(id, 'charge', `charge.${id}.title`);
    const met = readExpression(work, scope, value, 'met', { type: 'bool' }).expr;
    const partly = value.partly === undefined ? 0 : readExpression(work, scope, value, 'partly', { type: 'bool' }).expr;
    return [{ id, taken: taken.slot, met, partly }];
  });
}
