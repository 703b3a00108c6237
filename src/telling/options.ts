import { stanceOf, type StanceModel } from './stance.ts';
import type { MenuEntry, MenuOption } from '../engine/menu.ts';
import { t } from '../text/text.ts';
import { capitalName, type Teller } from './teller.ts';
import { plain } from '../bundle/spell.ts';
import { claimsOf } from './claims.ts';
import { sealsOf } from './seals.ts';
import type { SealModel } from './seals.ts';
import type { ClaimModel } from './claims.ts';

export interface ChoiceModel {
  /** Index of the situation in the program. */
  readonly situation: number;
  readonly id: string;
  readonly title: string;
  readonly options: readonly OptionModel[];
}

export interface OptionModel {
  /** Index among the situation's options. */
  readonly index: number;
  readonly title: string;
  readonly line: string;
  readonly stance: StanceModel;
  readonly about: string;
  readonly cost: number;
  /** Why it cannot be chosen now; absent when it can. */
  readonly not?: string;
  readonly backers: readonly { readonly viewpoint: string; readonly name: string }[];
  readonly strains: readonly SealModel[];
  readonly claims: readonly ClaimModel[];
  /** The event that may also happen, in words. */
  readonly tail?: string;
}

/** Stem of the words of what can be ordered. */
type Orderable = `act.${string}` | `situation.${string}.option.${string}`;

/** Why an order cannot be given, in words. `owner`: prose key of the option or act. */
export const whyNotOf = (teller: Teller, entry: MenuEntry, owner: Orderable): string | undefined => {
  const { whyNot } = entry;
  if (whyNot === undefined) return undefined;
  if (whyNot.reason === 'need') {
    return teller.place(whyNot.at)?.kind === 'project_slot' ? t('act.no_slot') : teller.say(`${owner}.not.${String(whyNot.need)}`);
  }
  const { capital } = teller.bundle.catalogue;
  return t('option.not_paid', { cost: entry.cost, capital: capital === undefined ? '0' : plain(teller.read(capital.slot)) });
};

/** An option that the situation came back without. */
const isGone = (teller: Teller, { whyNot }: MenuEntry): boolean => whyNot?.reason === 'need' && teller.place(whyNot.at)?.kind === 'gone';

/** The answers to one open situation. */
export const choiceOf = (teller: Teller, situation: number, options: readonly MenuOption[]): ChoiceModel => {
  const info = teller.bundle.catalogue.situations[situation];
  const spec = teller.bundle.program.situations[situation];
  const seals = sealsOf(teller);
  const principles = teller.bundle.catalogue.principles;
  const id = info?.id ?? '';
  return {
    situation,
    id,
    title: teller.say(`situation.${id}.title`),
    options: options
      .filter((entry) => !isGone(teller, entry))
      .map((entry) => {
        const option = spec?.options[entry.option];
        const known = info?.options[entry.option];
        const owner = `situation.${id}.option.${option?.id ?? ''}` as const;
        const not = whyNotOf(teller, entry, owner);
        const tail = known?.tail === undefined ? '' : teller.say(`${owner}.tail`);
        return {
          index: entry.option,
          title: teller.say(`${owner}.title`),
          line: teller.say(`${owner}.line`),
          stance: stanceOf(teller, option?.stance ?? 'hedge'),
          about: (option?.about ?? []).map((power) => capitalName(teller, power)).join(', '),
          cost: entry.cost,
          ...(not === undefined ? {} : { not }),
          backers: (info?.views ?? [])
            .filter((view) => view.option === option?.id)
            .map(({ viewpoint }) => ({ viewpoint, name: teller.say(`viewpoint.${viewpoint}.name`) })),
          strains: seals.filter((seal) => (known?.strains ?? []).some((i) => principles[i]?.id === seal.id)),
          claims: claimsOf(teller, known?.claims ?? []),
          ...(tail === '' ? {} : { tail }),
        };
      }),
  };
};
