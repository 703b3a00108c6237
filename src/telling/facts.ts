import type { Slot } from '../engine/program.ts';
import type { View } from '../engine/view.ts';
import { t } from '../text/text.ts';
import { placesOf, powersOf } from './chart.ts';
import { didOf } from './deeds.ts';
import { turnName, turnWithin } from './clock.ts';
import { answersWords, movesIn } from './moves.ts';
import { sealWord, sealsOf } from './seals.ts';
import type { Turns } from './starter.ts';
import { capitalName, type Teller } from './teller.ts';
import { causeOf, movesOf } from './why.ts';
import { bandWord, signedIn } from './wording.ts';

/** What a reader can ask about: a gauge, a principle, the ladder, one side's face, the means, a viewpoint, a capital or a place. */
export type Subject =
  | { readonly kind: 'reading' | 'principle' | 'face' | 'viewpoint' | 'power' | 'place'; readonly id: string }
  | { readonly kind: 'ladder' | 'capital' };

export interface MovedModel {
  readonly when: string;
  readonly why: string;
  /** Signed change, or the step reached. */
  readonly by: string;
}

export interface FactsModel {
  readonly title: string;
  /** What it is. */
  readonly about: string;
  /** How it stands, name and value. */
  readonly now: readonly (readonly [string, string])[];
  /** Its last values; empty where nothing is counted. */
  readonly past: readonly number[];
  /** Units of `past` that count as standing still. */
  readonly air: number;
  /** What moved it of late, newest first. */
  readonly moved: readonly MovedModel[];
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly note: string;
}

const PAST = 12;
/** Changes told, and turns looked back on for them. */
const TOLD = 6;

/** What moved a slot, newest first: what one thing did in one turn is told once. */
const movedIn = (teller: Teller, turns: Turns, slot: Slot): readonly MovedModel[] => {
  const spec = teller.bundle.program.slots[slot];
  const { scale = 1 } = teller.bundle.catalogue.variables.find((each) => each.slot === slot) ?? {};
  const found: MovedModel[] = [];
  for (let at = turns.length - 1; at > 0 && found.length < TOLD; at--) {
    const sums = new Map<string, { by: number; after: number }>();
    for (const row of movesOf(turns[at] ?? [], slot)) {
      const why = causeOf(teller, turns, at, row).title;
      sums.set(why, { by: (sums.get(why)?.by ?? 0) + row.after - row.before, after: row.after });
    }
    const stage = (after: number): string | undefined => {
      const id = spec?.stages?.[after];
      return id === undefined ? undefined : teller.say(`stage.${spec?.name ?? ''}.${id}`);
    };
    const told = [...sums].filter(([, { by }]) => by !== 0).sort((a, b) => Math.abs(b[1].by) - Math.abs(a[1].by));
    for (const [why, { by, after }] of told) found.push({ when: turnName(teller, at - 1), why, by: stage(after) ?? signedIn(by, scale) });
  }
  return found.slice(0, TOLD);
};

const counted = (
  teller: Teller,
  turns: Turns,
  views: readonly View[],
  slot: Slot,
  air: number,
): Pick<FactsModel, 'past' | 'air' | 'moved'> => ({
  past: views.slice(-PAST).map((view) => view[slot] ?? 0),
  air,
  moved: movedIn(teller, turns, slot),
});

const NOTHING: FactsModel = { title: '', about: '', now: [], past: [], air: 0, moved: [], lists: [], note: '' };

/** What a power asks and since when: what raised its request since it was last at rest, newest first; empty while it asks nothing. */
export const askedOf = (teller: Teller, turns: Turns, power: string): readonly string[] => {
  const slot = teller.bundle.catalogue.powers.find(({ id }) => id === power)?.ask;
  if (slot === undefined || teller.read(slot) <= 0) return [];
  const raised: string[] = [];
  for (let at = turns.length - 1; at >= 0; at--) {
    for (const row of (turns[at] ?? []).toReversed()) {
      if (row.slot !== slot || row.after <= row.before) continue;
      const what = causeOf(teller, turns, at, row).title;
      raised.push(at === 0 ? what : t('facts.asked_when', { what, when: turnWithin(teller, at - 1) }));
      if (row.before <= 0) return raised;
    }
  }
  return raised;
};

/** The last moves of a power, newest first, with what they answered. */
const latelyOf = (teller: Teller, turns: Turns, power: string): readonly string[] => {
  const { program, catalogue } = teller.bundle;
  const said: string[] = [];
  for (let at = turns.length - 1; at > 0 && said.length < TOLD; at--) {
    for (const move of movesIn(program, catalogue, turns[at] ?? [])) {
      const id = move.act === undefined ? undefined : program.acts[move.act]?.id;
      if (move.power !== power || id === undefined) continue;
      const answer = move.answers === undefined ? '' : ` (${answersWords(teller, move.answers)})`;
      said.push(`${turnName(teller, at - 1)}: ${didOf(teller, id)}${answer}`);
    }
  }
  return said.slice(0, TOLD);
};

const powerFacts = (teller: Teller, turns: Turns, views: readonly View[], id: string): FactsModel => {
  const facts = powersOf(teller).find(({ power }) => power === id);
  if (facts === undefined) return NOTHING;
  const trust = teller.bundle.catalogue.powers.find((each) => each.id === id)?.trust;
  const asked = askedOf(teller, turns, id);
  return {
    ...NOTHING,
    title: facts.state === '' || facts.state === facts.name ? facts.name : `${facts.state} · ${facts.name}`,
    about: facts.about,
    now:
      trust === undefined
        ? []
        : [
            [t('chart.tie'), [facts.tier, facts.tie].filter(Boolean).join('; ')],
            [t('chart.trust'), t('facts.of_thousand', { word: facts.trust, n: teller.read(trust) })],
            [t('chart.ask'), facts.wants],
          ],
    ...(trust === undefined ? {} : counted(teller, turns, views, trust, AIR)),
    lists: [
      { title: t('facts.asked'), items: asked },
      { title: t('facts.lately'), items: latelyOf(teller, turns, id) },
      { title: t('chart.goals'), items: facts.goals },
      { title: t('chart.lines'), items: facts.lines },
    ].filter(({ items }) => items.length > 0),
  };
};

/** A change of a reading within this is no movement to the eye. */
const AIR = 30;

/** Everything the game knows of a subject, for the sheet that it opens to. */
export const factsOf = (teller: Teller, turns: Turns, views: readonly View[], subject: Subject): FactsModel => {
  const { program, catalogue } = teller.bundle;
  switch (subject.kind) {
    case 'reading': {
      const slot = program.readings.find(({ id }) => id === subject.id)?.slot;
      if (slot === undefined) return NOTHING;
      const value = teller.read(slot);
      return {
        ...NOTHING,
        title: teller.say(`reading.${subject.id}.name`),
        about: teller.say(`reading.${subject.id}.about`),
        now: [[t('facts.now'), t('facts.of_thousand', { word: bandWord(value), n: value })]],
        ...counted(teller, turns, views, slot, AIR),
        note: t('facts.bands'),
      };
    }
    case 'principle': {
      const info = catalogue.principles.find(({ id }) => id === subject.id);
      const seal = sealsOf(teller).find(({ id }) => id === subject.id);
      if (info === undefined || seal === undefined) return NOTHING;
      const name = catalogue.variables.find(({ slot }) => slot === info.slot)?.name ?? '';
      return {
        ...NOTHING,
        title: seal.name,
        about: teller.say(`principle.${subject.id}.about`) || teller.say(`variable.${name}.name`),
        now: [[t('facts.now'), t('facts.of_thousand', { word: sealWord(seal), n: teller.read(info.slot) })]],
        ...counted(teller, turns, views, info.slot, AIR),
        note: t('facts.seals'),
      };
    }
    case 'ladder': {
      const { ladder } = catalogue;
      if (ladder === undefined) return NOTHING;
      const spec = program.slots[ladder.rung];
      const stages = (spec?.stages ?? []).map((stage) => teller.say(`stage.${spec?.name ?? ''}.${stage}`));
      const rung = teller.read(ladder.rung);
      return {
        ...NOTHING,
        title: teller.say(`variable.${spec?.name ?? ''}.name`),
        about: t('facts.ladder'),
        now: [
          [t('facts.now'), t('facts.step', { word: stages[rung] ?? '', n: rung + 1, of: stages.length })],
          [t('facts.way'), t(teller.holds(ladder.open) ? 'ladder.open' : 'ladder.closed')],
        ],
        ...counted(teller, turns, views, ladder.rung, 1),
        lists: [{ title: t('facts.steps'), items: stages }],
      };
    }
    case 'face': {
      const face = catalogue.ladder?.faces.find(({ power }) => power === subject.id);
      if (face === undefined) return NOTHING;
      return {
        ...NOTHING,
        title: `${t('ladder.face')}: ${capitalName(teller, subject.id)}`,
        about: t('facts.face'),
        now: [[t('facts.now'), t('facts.of_three', { n: teller.read(face.slot) })]],
        ...counted(teller, turns, views, face.slot, 1),
      };
    }
    case 'capital': {
      const { capital } = catalogue;
      if (capital === undefined) return NOTHING;
      return {
        ...NOTHING,
        title: t('capital.name'),
        about: t('facts.capital'),
        now: [[t('facts.now'), t('facts.of_most', { n: teller.read(capital.slot), of: capital.max })]],
        ...counted(teller, turns, views, capital.slot, 1),
      };
    }
    case 'viewpoint': {
      const support = catalogue.viewpoints.find(({ id }) => id === subject.id)?.support;
      return {
        ...NOTHING,
        title: teller.say(`viewpoint.${subject.id}.name`),
        about: teller.say(`viewpoint.${subject.id}.about`),
        now:
          support === undefined
            ? []
            : [[t('facts.support'), t('facts.of_thousand', { word: bandWord(teller.read(support)), n: teller.read(support) })]],
        ...(support === undefined ? {} : counted(teller, turns, views, support, AIR)),
      };
    }
    case 'power':
      return powerFacts(teller, turns, views, subject.id);
    case 'place': {
      const facts = placesOf(teller).find(({ id }) => id === subject.id);
      if (facts === undefined) return NOTHING;
      const { home, other } = catalogue.chart;
      const units = (power: string | undefined, n: number | undefined): readonly (readonly [string, string])[] =>
        power === undefined || n === undefined ? [] : [[t('facts.units', { power: capitalName(teller, power) }), String(n)]];
      return {
        ...NOTHING,
        title: facts.local === '' ? facts.name : `${facts.name} (${facts.local})`,
        about: facts.note,
        now: [
          ...(facts.pressure === '' ? [] : [[t('chart.pressure'), facts.pressure] as const]),
          ...units(home, facts.own),
          ...units(other, facts.other),
          ...(facts.queue === undefined ? [] : [[t('facts.queue'), String(facts.queue)] as const]),
        ],
        moved: facts.moves.flatMap((slot) => movedIn(teller, turns, slot)).slice(0, TOLD),
        note: teller.say('scenario.place_note'),
      };
    }
  }
};
