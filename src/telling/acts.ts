import type { MenuAct } from '../engine/menu.ts';
import type { Slot } from '../engine/program.ts';
import type { Teller } from './teller.ts';
import { ticksWords } from './clock.ts';
import { whyNotOf } from './options.ts';
import { priceAfter } from './trial.ts';

export interface ActModel {
  /** Index of the act in the program. */
  readonly act: number;
  readonly title: string;
  readonly line: string;
  readonly cost: number;
  readonly not?: string;
  /** How long a project takes, worded; absent for an initiative. */
  readonly time?: string;
}

export interface RunningModel {
  readonly id: string;
  readonly title: string;
  /** Ticks. */
  readonly done: number;
  readonly of: number;
  /** What is left of it, worded. */
  readonly left: string;
}

export interface ActsModel {
  readonly acts: readonly ActModel[];
  readonly running: readonly RunningModel[];
  readonly slots?: { readonly free: number; readonly of: number };
  /** The free initiative of this stop is still to be had, and the prices show it. */
  readonly free: boolean;
  /** The free initiative of this stop has been ticked: it is the cheaper one, and the others show their whole price. */
  readonly taken: boolean;
}

/** How many ticks a project takes if it starts now. */
const lengthOf = (teller: Teller, act: number, left: Slot): number => {
  const { program } = teller.bundle;
  const timer = program.timers.findIndex(({ copies }) => copies[0]?.left === left);
  const start = program.acts[act]?.does.find((op) => op.op === 'timer' && op.timer === timer);
  return start?.op === 'timer' ? teller.value(start.turns) : 1;
};

/** What may be done beside the answer, and the projects under way; `picked`: acts ticked so far, in order. */
export const actsOf = (teller: Teller, menu: readonly MenuAct[], picked: readonly number[] = []): ActsModel => {
  const { program, catalogue } = teller.bundle;
  const { projects } = catalogue;
  const isProject = (act: number): boolean => program.acts[act]?.kind === 'project' && catalogue.acts[act]?.timer !== undefined;
  // Each costs what it takes after those ticked before it: the first of a stop comes cheaper.
  const priceOf = ({ act, cost, legal }: MenuAct): number => {
    const before = picked.includes(act) ? picked.slice(0, picked.indexOf(act)) : picked;
    return Math.max(0, (legal ? priceAfter(teller.rules, teller.view, teller.seat, before, act) : undefined) ?? cost);
  };
  const prices = new Map(menu.map((entry) => [entry.act, priceOf(entry)]));
  return {
    acts: menu.map((entry) => {
      const spec = program.acts[entry.act];
      const owner = `act.${spec?.id ?? ''}` as const;
      const timer = catalogue.acts[entry.act]?.timer;
      const not = whyNotOf(teller, entry, owner);
      return {
        act: entry.act,
        title: teller.say(`${owner}.title`),
        line: teller.say(`${owner}.line`),
        cost: prices.get(entry.act) ?? entry.cost,
        ...(not === undefined ? {} : { not }),
        ...(spec?.kind === 'project' && timer !== undefined ? { time: ticksWords(teller, lengthOf(teller, entry.act, timer.left)) } : {}),
      };
    }),
    running: catalogue.acts.flatMap(({ id, timer }, act) => {
      const left = timer === undefined ? 0 : teller.read(timer.left);
      if (timer === undefined || left === 0) return [];
      const of = Math.max(left, lengthOf(teller, act, timer.left));
      return [{ id, title: teller.say(`act.${id}.title`), done: of - left, of, left: ticksWords(teller, left) }];
    }),
    taken: menu.some(({ act, cost }) => picked.includes(act) && (prices.get(act) ?? cost) < cost),
    free: menu.some(({ act, cost }) => !picked.includes(act) && (prices.get(act) ?? cost) < cost),
    ...(projects === undefined
      ? {}
      : { slots: { free: Math.max(0, teller.read(projects.free) - picked.filter(isProject).length), of: projects.max } }),
  };
};
