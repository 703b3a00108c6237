import { idOfEye } from '../engine/eye.ts';
import type { Sitter } from '../engine/eye.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { PERSON } from '../engine/record.ts';
import { policiesOf } from '../players/policies.ts';
import type { Policy } from '../players/policy.ts';
import type { BallotRule } from '../session/ballots.ts';
import type { Beginning } from '../session/game.ts';
import { FIRST_SEAT } from '../session/game.ts';
import { oneOf } from './options.ts';
import { UsageError } from './usage.ts';

/** A seat that people hold: alone, or each on a chair of it. */
export interface Held {
  readonly seat: number;
  readonly eyes: readonly Sitter[];
  /** How its chairs come to one order. */
  readonly rule?: BallotRule;
}

export interface Company {
  readonly people: readonly Held[];
  /** Seats that a policy in code plays; its orders are recorded like a person's. */
  readonly code: ReadonlyMap<number, Policy>;
  readonly held: NonNullable<Beginning['held']>;
}

/** Who plays a seat that nobody named and that has no policy of its own. */
const STAND_IN = 'hedge';

/**
 * `--seats SEAT/CHAIR,SEAT/CHAIR,SEAT=POLICY`: seats and chairs that people at this terminal hold, and seats that a policy plays. `rule`:
 * `majority` (unless said), `word:CHAIR` or `quorum:N`.
 */
export function companyOf(bundle: Bundle, seats: string | undefined, rule: string | undefined): Company {
  const { program, catalogue } = bundle;
  const policies = policiesOf(bundle);
  const ids = program.seats.map(({ id }) => id);
  const chairs = new Map<number, string[]>();
  const alone = new Set<number>();
  const code = new Map<number, string>();
  for (const entry of (seats ?? ids[FIRST_SEAT] ?? '').split(',').map((each) => each.trim())) {
    const [place = '', by] = entry.split('=');
    const [id = '', chair] = place.split('/');
    const seat = ids.indexOf(oneOf('seat', id, ids));
    if (chair !== undefined && by !== undefined) throw new UsageError(`A policy plays a whole seat: "${id}=${by}", not "${entry}".`);
    const view =
      chair === undefined
        ? undefined
        : oneOf(
            'chair',
            chair,
            catalogue.viewpoints.map((each) => each.id),
          );
    if (
      alone.has(seat) ||
      code.has(seat) ||
      (view === undefined && chairs.has(seat)) ||
      (view !== undefined && chairs.get(seat)?.includes(view) === true)
    )
      throw new UsageError(`--seats gives "${place}" twice.`);
    if (view !== undefined) chairs.set(seat, [...(chairs.get(seat) ?? []), view]);
    else if (by === undefined) alone.add(seat);
    else code.set(seat, oneOf('policy', by, [...policies.keys()]));
  }
  // A seat that neither a person nor its own policy moves would leave everything that it is asked unanswered.
  for (const [seat, { policy }] of program.seats.entries())
    if (policy === undefined && !alone.has(seat) && !chairs.has(seat) && !code.has(seat)) code.set(seat, STAND_IN);
  if (rule !== undefined && chairs.size === 0) throw new UsageError('--rule says how chairs decide, and --seats names none.');
  const people = program.seats.flatMap((_, seat): Held[] => {
    const own = chairs.get(seat);
    if (own !== undefined) return [{ seat, eyes: own.map((chair) => ({ seat, chair })), rule: ruleOf(rule ?? 'majority', own) }];
    return alone.has(seat) ? [{ seat, eyes: [seat] }] : [];
  });
  return {
    people,
    code: new Map([...code].map(([seat, name]) => [seat, policies.get(name)!])),
    held: [...people.map(({ seat }) => ({ seat, by: PERSON })), ...[...code].map(([seat, by]) => ({ seat, by }))],
  };
}

function ruleOf(text: string, chairs: readonly string[]): BallotRule {
  const [way, value = ''] = text.split(':');
  if (text === 'majority') return { way: 'majority', chairs };
  if (way === 'word') return { way, chairs, chair: oneOf('chair', value, chairs) };
  const least = Number(value);
  if (way === 'quorum' && /^\d+$/.test(value) && least >= 1 && least <= chairs.length) return { way, chairs, least };
  throw new UsageError(`--rule is majority, word:CHAIR or quorum:1 to quorum:${chairs.length}, not "${text}".`);
}

/** `SEAT`, `SEAT/CHAIR`. */
export const nameOfEye = (bundle: Bundle, eye: Sitter): string => idOfEye(bundle.program, eye);
