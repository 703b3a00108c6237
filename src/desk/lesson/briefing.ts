import { oddsOf } from '../../engine/seat-policy.ts';
import { seatOf } from '../../engine/eye.ts';
import type { Menu } from '../../engine/menu.ts';
import type { RecordNote } from '../../engine/record.ts';
import { aimIn, EMPTY } from '../../session/lesson/chairs.ts';
import type { Empty, Holder, Post } from '../../session/lesson/chairs.ts';
import type { Aim } from '../../session/lesson/aims.ts';
import { cornersOf } from '../../session/lesson/lesson.ts';
import { briefOf } from '../../telling/brief.ts';
import type { ViewModel } from '../../telling/brief.ts';
import { powersOf } from '../../telling/chart.ts';
import { claimsOf } from '../../telling/claims.ts';
import type { ClaimModel } from '../../telling/claims.ts';
import { choiceOf } from '../../telling/options.ts';
import type { OptionModel } from '../../telling/options.ts';
import { capitalName } from '../../telling/teller.ts';
import type { Teller } from '../../telling/teller.ts';
import { bandWord } from '../../telling/wording.ts';
import { ct } from '../../text/lesson/chairs.ts';

export const nameOfPost = (teller: Teller, { chair, id }: Post): string =>
  chair === undefined ? capitalName(teller, id) : teller.say(`viewpoint.${chair}.name`);

/** Who plays a post, for all to see. */
export const holderWords = (holder: Holder): string =>
  typeof holder === 'number' ? ct('seats.person', { n: holder }) : EMPTY_WORDS[holder]();

const EMPTY_WORDS: Readonly<Record<Empty, () => string>> = {
  office: () => ct('seats.office'),
  silent: () => ct('seats.silent'),
  own: () => ct('seats.own'),
};

/** A holder as a form has it, and back. */
export const holderFrom = (value: string): Holder | undefined =>
  /^\d+$/u.test(value) ? Number(value) : EMPTY.find((each) => each === value);

export const aimWords = (say: (key: `reading.${string}.name`) => string, aim: Aim): string =>
  aim.kind === 'hold' ? ct('aim.hold', { reading: say(`reading.${aim.reading}.name`) }) : ct(`aim.${aim.kind}`);

/** What a chair is told behind its cover, and nobody else. */
export interface Briefing {
  readonly name: string;
  /** What has come up, as all are told. */
  readonly title: string;
  readonly about: string;
  readonly view?: ViewModel;
  /** How content its viewpoint is; none where the scenario does not count it. */
  readonly content?: string;
  readonly aim?: string;
  readonly source?: ClaimModel;
}

/**
 * The passage that each chair may cite at a decision: from the answer that it argues for, from what has come up, or from the other answers. No two
 * chairs get the same paragraph while there are others, nor the same passage; only then do they share one.
 */
export const sourcesAt = (teller: Teller, situation: number): ReadonlyMap<string, ClaimModel> => {
  const info = teller.bundle.catalogue.situations[situation];
  const given = new Map<string, ClaimModel>();
  if (info === undefined) return given;
  for (const chair of cornersOf(teller.bundle)) {
    const wanted = info.views.find(({ viewpoint }) => viewpoint === chair)?.option;
    const own = info.options.filter(({ id }) => id === wanted).flatMap(({ claims }) => claims);
    const rest = info.options.flatMap(({ claims }) => claims);
    const all = claimsOf(teller, [...own, ...info.claims, ...rest]);
    const others = [...given.values()];
    const claim =
      all.find((each) => others.every(({ article, paragraph }) => article !== each.article || paragraph !== each.paragraph)) ??
      all.find((each) => others.every(({ id }) => id !== each.id)) ??
      all[0];
    if (claim !== undefined) given.set(chair, claim);
  }
  return given;
};

/** The briefing of a chair at a decision. `teller` and `notes`: of its own eye. */
export const briefingOf = (teller: Teller, post: Post, chair: string, situation: number, notes: readonly RecordNote[]): Briefing => {
  const brief = briefOf(teller, situation);
  const view = brief?.views.find(({ viewpoint, text }) => viewpoint === chair && text !== '');
  const support = teller.bundle.catalogue.viewpoints.find(({ id }) => id === chair)?.support;
  const aim = aimIn(teller.bundle, post, notes);
  const source = sourcesAt(teller, situation).get(chair);
  return {
    name: nameOfPost(teller, post),
    title: brief?.title ?? '',
    about: teller.say(`viewpoint.${chair}.about`),
    ...(view === undefined ? {} : { view }),
    ...(support === undefined ? {} : { content: bandWord(teller.read(support)) }),
    ...(aim === undefined ? {} : { aim: aimWords(teller.say, aim) }),
    ...(source === undefined ? {} : { source }),
  };
};

/** One thing that may be ordered behind a cover. */
export interface Choice {
  readonly value: number;
  readonly title: string;
  readonly line: string;
}

/** What a capital is asked behind its cover. */
export interface MoveModel {
  readonly name: string;
  readonly about: string;
  readonly goals: readonly string[];
  /** Situations of its own that lie open; empty for most capitals. */
  readonly asked: readonly { readonly situation: number; readonly title: string; readonly options: readonly OptionModel[] }[];
  /** Moves it could make now, without doing nothing. */
  readonly acts: readonly Choice[];
}

/** What a capital may do: of its legal acts those that its own policy would weigh, so that no move of a person is one it would never make. */
export const moveOf = (teller: Teller, { id, eye }: Post, { situations, acts, maxActs }: Menu): MoveModel => {
  const seat = seatOf(eye);
  const policy = teller.bundle.program.seats[seat]?.policy;
  const weighed = policy === undefined ? undefined : oddsOf(teller.rules, teller.view, seat, eye);
  const facts = powersOf(teller).find(({ power }) => power === id);
  const likely = (act: number): boolean => weighed === undefined || weighed.some((each) => each.act === act && each.ppm > 0);
  return {
    name: capitalName(teller, id),
    about: facts?.about ?? '',
    goals: facts?.goals ?? [],
    asked: situations.map(({ situation, options }) => {
      const { title, options: told } = choiceOf(teller, situation, options);
      return { situation, title, options: told };
    }),
    acts:
      maxActs === 0
        ? []
        : acts.flatMap(({ act, legal }): Choice[] => {
            const spec = legal && likely(act) ? teller.bundle.program.acts[act] : undefined;
            return spec === undefined
              ? []
              : [{ value: act, title: teller.say(`act.${spec.id}.title`), line: teller.say(`act.${spec.id}.reason`) }];
          }),
  };
};
