import type { MenuAct } from '../../engine/menu.ts';
import type { Teller } from '../teller.ts';
import type { ActsModel } from '../turn/acts.tsx';
import { whyNotOf } from './options.ts';

/** What may be done beside the answer, and the projects under way. */
export const actsOf = (teller: Teller, menu: readonly MenuAct[]): ActsModel => {
  const { program, catalogue } = teller.bundle;
  const { projects } = catalogue;
  return {
    acts: menu.map((entry) => {
      const spec = program.acts[entry.act];
      const owner = `act.${spec?.id ?? ''}`;
      const timer = catalogue.acts[entry.act]?.timer;
      const not = whyNotOf(teller, entry, owner);
      return {
        act: entry.act,
        title: teller.say(`${owner}.title`),
        line: teller.say(`${owner}.line`),
        cost: entry.cost,
        ...(not === undefined ? {} : { not }),
        ...(spec?.kind === 'project' && timer !== undefined ? { weeks: timer.turns } : {}),
      };
    }),
    running: catalogue.acts.flatMap(({ id, timer }) => {
      const left = timer === undefined ? 0 : teller.read(timer.left);
      return timer === undefined || left === 0
        ? []
        : [{ id, title: teller.say(`act.${id}.title`), done: Math.max(0, timer.turns - left), of: Math.max(timer.turns, left) }];
    }),
    free: menu.some(({ act, cost }) => cost === 0 && program.acts[act]?.kind === 'initiative'),
    ...(projects === undefined ? {} : { slots: { free: teller.read(projects.free), of: projects.max } }),
  };
};
