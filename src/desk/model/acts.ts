import type { MenuAct } from '../../engine/menu.ts';
import type { Slot } from '../../engine/program.ts';
import type { Teller } from '../teller.ts';
import type { ActsModel } from '../turn/acts.tsx';
import { SEAT } from '../../session/game.ts';
import { whyNotOf } from './options.ts';
import { spendOf } from './trial.ts';

/** How many turns a project takes if it starts now. */
const lengthOf = (teller: Teller, act: number, left: Slot): number => {
  const { program } = teller.bundle;
  const timer = program.timers.findIndex(({ copies }) => copies[0]?.left === left);
  const start = program.acts[act]?.does.find((op) => op.op === 'timer' && op.timer === timer);
  return start?.op === 'timer' ? teller.value(start.turns) : 1;
};

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
        ...(spec?.kind === 'project' && timer !== undefined ? { weeks: lengthOf(teller, entry.act, timer.left) } : {}),
      };
    }),
    running: catalogue.acts.flatMap(({ id, timer }, act) => {
      const left = timer === undefined ? 0 : teller.read(timer.left);
      if (timer === undefined || left === 0) return [];
      const of = Math.max(left, lengthOf(teller, act, timer.left));
      return [{ id, title: teller.say(`act.${id}.title`), done: of - left, of }];
    }),
    free: menu.some(
      ({ act, cost, legal }) => legal && cost > 0 && spendOf(teller.rules, teller.view, SEAT, { answers: [], acts: [act] }) < cost,
    ),
    ...(projects === undefined ? {} : { slots: { free: teller.read(projects.free), of: projects.max } }),
  };
};
