import type { ProseKey } from '../../bundle/prose-key.ts';
import type { Arms } from './draw-ids.ts';
import type { Ratio } from './units.ts';

/** What stands around an op while it is compiled. */
export interface Scope {
  /** What `$p` stands for. */
  readonly bindings: ReadonlyMap<string, string>;
  /** Sets apart the chances of the rounds of an `each` whose names do not. */
  readonly suffix: string;
  /** First half of the name of every chance inside. */
  readonly owner: string;
  /** Given by `run: ..., luck: again`: precedes the names the procedure gives. */
  readonly prefix: string;
  /** Names around a chance that has none of its own. */
  readonly trail: readonly string[];
  /** `rule`, `option` ... for the catalogue. */
  readonly kind: string;
  /** Prose key of the owner's title. */
  readonly title: ProseKey;
  readonly claims: readonly string[];
  readonly design: boolean;
  readonly because: string | undefined;
  readonly arms: Arms;
  /** Which `run` ops led here. */
  readonly via: string;
  /** Units of `per` in a turn, where rates are converted. */
  readonly rate: Ratio | undefined;
  /** Procedures and situations being written out, to notice one that leads back to itself. */
  readonly inside: readonly string[];
  /** Start of the ids of timers that have none of their own. */
  readonly timers: string;
}

export const newScope = (owner: string, kind: string, title: ProseKey): Scope => ({
  bindings: new Map(),
  suffix: '',
  owner,
  prefix: '',
  trail: [],
  kind,
  title,
  claims: [],
  design: false,
  because: undefined,
  arms: new Map(),
  via: '',
  rate: undefined,
  inside: [],
  timers: owner,
});

/** Fills in `$p`. The longest bound name counts: `$p_x` is `$p` followed by `_x` unless `p_x` is bound. */
export function fillIn(text: string, bindings: ReadonlyMap<string, string>): string {
  if (bindings.size === 0 || !text.includes('$')) return text;
  return text.replace(/\$([a-z][a-z0-9_]*)/g, (whole, word: string) => {
    for (let end = word.length; end > 0; end--) {
      const value = bindings.get(word.slice(0, end));
      if (value !== undefined) return value + word.slice(end);
    }
    return whole;
  });
}

/** Every way to fill in `{ p: [north, south], q: [a, b] }`, the last name turning fastest. */
export function roundsOf(each: Readonly<Record<string, readonly string[]>>): readonly ReadonlyMap<string, string>[] {
  let rounds: readonly ReadonlyMap<string, string>[] = [new Map()];
  for (const [name, values] of Object.entries(each)) {
    rounds = rounds.flatMap((round) => values.map((value) => new Map([...round, [name, value]])));
    if (rounds.length > MOST_ROUNDS) return rounds.slice(0, MOST_ROUNDS);
  }
  return rounds;
}
const MOST_ROUNDS = 1000;

/** The scope of one round. */
export const bind = (scope: Scope, round: ReadonlyMap<string, string>): Scope => ({
  ...scope,
  bindings: new Map([...scope.bindings, ...round]),
  suffix: `${scope.suffix}_${[...round.values()].join('_')}`,
});

/** The scope of one arm of a branching op. */
export const inArm = (scope: Scope, node: object, arm: string): Scope => ({ ...scope, arms: new Map([...scope.arms, [node, arm]]) });

/** `$self` stands for the code of the option or act that is carried out. */
export const SELF = 'self';

/** Everything filled in, but for whose doing it is, as one text: tells apart two uses of the same op. */
export const filledText = (scope: Scope): string =>
  `${scope.via}|${[...scope.bindings]
    .filter(([k]) => k !== SELF)
    .map(([k, v]) => `${k}=${v}`)
    .join(',')}|${scope.prefix}`;
