/** A class in the corners of a room, or a few people who hold chairs at one device and pass it on. */
export const FORMS = ['corners', 'chairs'] as const;
export type Form = (typeof FORMS)[number];

/** What a stop of a lesson goes through. */
export type Phase = 'reading' | 'briefing' | 'huddle' | 'cards' | 'uncovering' | 'outcome';

/** The phases of each form in their order, and how long each is meant to take: milliseconds. */
export const RHYTHMS: Readonly<Record<Form, ReadonlyMap<Phase, number>>> = {
  corners: new Map([
    ['reading', 75_000],
    ['huddle', 120_000],
    ['cards', 30_000],
    ['outcome', 60_000],
  ]),
  chairs: new Map([
    ['reading', 75_000],
    ['briefing', 120_000],
    ['huddle', 120_000],
    ['cards', 60_000],
    ['uncovering', 15_000],
    ['outcome', 60_000],
  ]),
};

export const phasesOf = (form: Form): readonly Phase[] => [...RHYTHMS[form].keys()];

/** Whether the stop has its answer: nothing of it can be left open any longer. */
export const isDecided = (phase: Phase): boolean => phase === 'uncovering' || phase === 'outcome';

/** A phase and its time: `left` milliseconds at `since`, from when on they run; they stand still without. */
export interface Clock {
  readonly phase: Phase;
  readonly left: number;
  /** Milliseconds since 1970. */
  readonly since?: number;
}

const lengthOf = (phase: Phase, form: Form): number => RHYTHMS[form].get(phase) ?? 0;

export const begun = (phase: Phase, form: Form, now: number): Clock => ({ phase, left: lengthOf(phase, form), since: now });

/** Milliseconds that are left, never less than 0. A machine's clock that is set back adds nothing. */
export const leftAt = ({ left, since }: Clock, now: number): number =>
  since === undefined ? left : Math.max(0, left - Math.max(0, now - since));

export const isPaused = ({ since }: Clock): boolean => since === undefined;

export const paused = (clock: Clock, now: number): Clock => ({ phase: clock.phase, left: leftAt(clock, now) });

export const resumed = (clock: Clock, now: number): Clock => (isPaused(clock) ? { ...clock, since: now } : clock);

/** So many milliseconds more. */
export const extended = (clock: Clock, by: number, now: number): Clock => ({
  ...clock,
  left: leftAt(clock, now) + by,
  ...(isPaused(clock) ? {} : { since: now }),
});

/** The phase after; undefined after the last. */
export const after = (phase: Phase, form: Form): Phase | undefined => {
  const phases = phasesOf(form);
  return phases[phases.indexOf(phase) + 1];
};

/**
 * Where a clock stands that nobody touched: reading and talk run into the next phase as their time is up, with what is over taken off; cards wait for the
 * last tap, a device that goes round for whoever holds it, and the outcome for whoever leads.
 */
export const ranOn = (clock: Clock, form: Form, now: number): Clock => {
  const { phase, left, since } = clock;
  const next = after(phase, form);
  if (since === undefined || (phase !== 'reading' && phase !== 'huddle') || next === undefined || now - since < left) return clock;
  return ranOn({ phase: next, left: lengthOf(next, form), since: since + left }, form, now);
};

/** `1:15`: minutes and seconds, the last second begun counted whole. */
export const clockWords = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
};

/** A sitting by the clock on the wall, milliseconds since 1970. */
export interface Sitting {
  readonly began: number;
  /** When the room empties. */
  readonly bell: number;
}

const MINUTE = 60_000;

export const sittingFrom = (now: number, minutes: number): Sitting => ({ began: now, bell: now + minutes * MINUTE });

/** The last third of the last sitting is the debrief's; any other goes on to its last five minutes. */
export const closesAt = ({ began, bell }: Sitting, last: boolean): number =>
  last ? began + Math.round(((bell - began) * 2) / 3) : Math.max(began, bell - 5 * MINUTE);
