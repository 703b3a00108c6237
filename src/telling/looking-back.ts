import { ENDING, type Expr, type Op, type Slot } from '../engine/program.ts';
import { rowsByTurn, viewAt, type Chronicle } from '../session/chronicle.ts';
import { t } from '../text/text.ts';
import { plain } from '../bundle/spell.ts';
import { didOf } from './deeds.ts';
import { turnName } from './clock.ts';
import { movedByOrders, scaleOf, slotName } from './moved-by.ts';
import { answersWords, movesIn, toneOf } from './moves.ts';
import { capitalName, type Teller } from './teller.ts';
import { signedIn } from './wording.ts';

export interface MetModel {
  readonly power: string;
  readonly name: string;
  /** How often it answered so that one could welcome it, and so that one could not. */
  readonly kind: number;
  readonly firm: number;
  /** How it came to behave, in one line. */
  readonly headline: string;
  /** Its temperament, drawn when the game began; empty where it has none. */
  readonly temper: string;
  /** Its firmest answer, or its first; empty where it gave none. */
  readonly told: string;
}

/** A start of a mood beyond this, per mille, is a temperament. */
const TEMPER = 30;

const temperOf = (mood: number): string =>
  t(mood < -TEMPER ? 'review.temper_sharp' : mood > TEMPER ? 'review.temper_mild' : 'review.temper_even');

const headlineOf = (tones: readonly (-1 | 1)[], power: string): string => {
  const half = Math.ceil(tones.length / 2);
  const net = (part: readonly number[]): number => (part.length === 0 ? 0 : part.reduce((sum, tone) => sum + tone, 0) / part.length);
  const [early, late] = [net(tones.slice(0, half)), net(tones.slice(half))];
  if (tones.length < 2) return t('review.behaved_quiet', { power });
  if (late - early >= 0.6) return t(late < 0 ? 'review.behaved_less_firm' : 'review.behaved_softened', { power });
  if (early - late >= 0.6) return t(late > 0 ? 'review.behaved_less_kind' : 'review.behaved_hardened', { power });
  if (net(tones) >= 0.5) return t('review.behaved_kind', { power });
  if (net(tones) <= -0.5) return t('review.behaved_firm', { power });
  return t('review.behaved_mixed', { power });
};

/** How each capital behaved to this conduct: the one across from home first, then whoever answered most. */
export const metOf = (teller: Teller, chronicle: Chronicle): readonly MetModel[] => {
  const { program, catalogue } = teller.bundle;
  const first = viewAt(chronicle, 0);
  const turns = rowsByTurn(chronicle);
  return catalogue.powers
    .filter(({ heard }) => heard !== undefined)
    .map(({ id, heard }): MetModel => {
      const answers = turns.flatMap((rows, at) =>
        movesIn(program, catalogue, rows)
          .filter(({ power }) => power === id)
          .map((move) => ({ move, at, tone: toneOf(catalogue, move) })),
      );
      const tones = answers.flatMap(({ tone }) => (tone === 0 ? [] : [tone]));
      const told = answers.find(({ tone }) => tone < 0) ?? answers.find(({ tone }) => tone > 0);
      const act = told?.move.act === undefined ? undefined : program.acts[told.move.act]?.id;
      const name = capitalName(teller, id);
      return {
        power: id,
        name,
        kind: tones.filter((tone) => tone > 0).length,
        firm: tones.filter((tone) => tone < 0).length,
        headline: headlineOf(tones, name),
        temper: heard?.mood === undefined ? '' : temperOf(first[heard.mood] ?? 0),
        told:
          told?.move.answers === undefined || act === undefined
            ? ''
            : `${turnName(teller, told.at - 1)}: ${didOf(teller, act)} (${answersWords(teller, told.move.answers)})`,
      };
    })
    .filter(({ kind, firm }) => kind + firm > 0)
    .sort(
      (a, b) => Number(b.power === catalogue.chart.other) - Number(a.power === catalogue.chart.other) || b.kind + b.firm - a.kind - a.firm,
    );
};

export interface LossModel {
  /** What ended it, name and figures: `Confidence: 96, under 150`. */
  readonly thresholds: readonly string[];
  /** The warning that stood, and since when; empty where none did. */
  readonly warning: string;
  /** What moved it most that way, largest first. */
  readonly acts: readonly string[];
}

/** Conditions under which a rule ends the game so. */
const endsWhen = (ops: readonly Op[], ending: number, above: readonly Expr[] = []): readonly Expr[] =>
  ops.flatMap((op): readonly Expr[] => {
    if (op.op === 'end') return op.ending === ending ? above : [];
    if (op.op === 'if') return [...endsWhen(op.then, ending, [...above, op.when]), ...endsWhen(op.else, ending, above)];
    if (op.op === 'chance') return [...endsWhen(op.then, ending, above), ...endsWhen(op.else, ending, above)];
    return [];
  });

export interface Bound {
  readonly slot: Slot;
  readonly sign: '<' | '<=' | '>' | '>=' | '==';
  readonly limit: number;
}

/** What a condition asks of single slots. */
const boundsIn = (expr: Expr): readonly Bound[] => {
  if (typeof expr === 'number') return [];
  if (expr[0] === 'and' || expr[0] === 'or') return [...boundsIn(expr[1]), ...boundsIn(expr[2])];
  if (expr[0] !== '<' && expr[0] !== '<=' && expr[0] !== '>' && expr[0] !== '>=' && expr[0] !== '==') return [];
  const [sign, left, right] = expr;
  return typeof left !== 'number' && left[0] === 'slot' && typeof right === 'number' ? [{ slot: left[1], sign, limit: right }] : [];
};

/** What single variables that have a name must come to for a rule to end the game so. `ending`: its index. */
export const boundsOf = (teller: Teller, ending: number): readonly Bound[] => {
  const { endings, drift, reactions } = teller.bundle.program.phases;
  return [...endsWhen(endings, ending), ...endsWhen(drift, ending), ...endsWhen(reactions, ending)]
    .flatMap(boundsIn)
    .filter(({ slot }, i, list) => slotName(teller, slot) !== '' && list.findIndex((other) => other.slot === slot) === i);
};

const SIGNS = {
  '<': 'review.under',
  '<=': 'review.at_most',
  '>': 'review.over',
  '>=': 'review.at_least',
  '==': 'review.at_least',
} as const;
const TOLD = 4;

/** Why the game was lost before its time: the threshold, the warning that stood, and what moved it there. Undefined where it was not. */
export const lossOf = (teller: Teller, chronicle: Chronicle, tellerAt: (turn: number) => Teller | undefined): LossModel | undefined => {
  const { program, catalogue } = teller.bundle;
  const index = teller.read(ENDING) - 1;
  const ending = program.endings[index];
  if (ending?.early !== true) return undefined;
  const named = (slot: Slot): string => slotName(teller, slot);
  const bounds = boundsOf(teller, index);
  const stageOf = (slot: Slot, at: number): string => {
    const spec = program.slots[slot];
    const stage = spec?.stages?.[at];
    return stage === undefined ? plain(at) : teller.say(`stage.${spec?.name ?? ''}.${stage}`);
  };
  const thresholds = bounds.map(({ slot, sign, limit }) =>
    program.slots[slot]?.stages !== undefined && teller.read(slot) === limit
      ? t('review.reached', { name: named(slot), value: stageOf(slot, limit) })
      : t(SIGNS[sign], { name: named(slot), value: stageOf(slot, teller.read(slot)), limit: stageOf(slot, limit) }),
  );
  const warned = catalogue.warnings
    .filter((warning) => warning.ending === ending.id)
    .flatMap(({ id, when }) => {
      const since = chronicle.moments.findIndex((_, turn) => tellerAt(turn)?.holds(when) === true);
      return since < 0 ? [] : [t('review.warned', { when: turnName(teller, since), text: teller.say(`warning.${id}.text`) })];
    });
  // A ladder rises by chance; what orders do is put face at stake, which makes its rises likelier.
  const began = viewAt(chronicle, 0);
  const faces = [...(catalogue.ladder?.faces ?? [])]
    // What was given back moved nothing in the end.
    .filter(({ slot }) => teller.read(slot) > (began[slot] ?? 0))
    .sort((a, b) => teller.read(b.slot) - teller.read(a.slot));
  const behind = bounds.flatMap((bound) =>
    bound.slot === catalogue.ladder?.rung ? [bound, ...faces.map(({ slot }) => ({ ...bound, slot }))] : [bound],
  );
  const moved = behind.flatMap(({ slot, sign }) => {
    const way = sign === '<' || sign === '<=' ? -1 : 1;
    const scale = scaleOf(teller, slot);
    return (
      movedByOrders(teller, chronicle, slot)
        .filter(({ by }) => by * way > 0)
        // Of those that moved it as much, the later one is nearer to the end.
        .reverse()
        .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
        .slice(0, TOLD)
        .map(({ title, by }) => `${title}: ${named(slot)} ${signedIn(by, scale)}`)
    );
  });
  return { thresholds, warning: warned[0] ?? '', acts: moved.slice(0, TOLD) };
};
