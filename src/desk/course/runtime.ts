/** What SCORM 1.2 gives a page to talk to its course with, as far as this one does. */
interface Api {
  readonly LMSInitialize: (nothing: '') => unknown;
  readonly LMSGetValue: (element: string) => string | null | undefined;
  readonly LMSSetValue: (element: string, value: string) => unknown;
  readonly LMSCommit: (nothing: '') => unknown;
  readonly LMSFinish: (nothing: '') => unknown;
}

/** What a course keeps of its learner's games, and hears of them. */
export interface Course {
  /** What it kept before. */
  readonly text: string;
  /** Keeps a text in place of the last one, durably. `over`: a game is, and the course may count this part as completed. */
  readonly keep: (text: string, over: boolean) => boolean;
  /** Ends the session, once. */
  readonly leave: () => void;
}

/** Characters that SCORM 1.2 has room for in `cmi.suspend_data`. */
export const ROOM = 4096;

/** Frames within frames that are looked through. */
const MOST_FRAMES = 20;

const CALLS = ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'] as const;

const isApi = (found: unknown): found is Api =>
  typeof found === 'object' && found !== null && CALLS.every((call) => typeof Reflect.get(found, call) === 'function');

/** The API of a window or of one that it lies in. A window of another site does not let itself be asked. */
const apiAround = (from: Window): Api | undefined => {
  let at = from;
  try {
    for (let depth = 0; depth < MOST_FRAMES; depth++) {
      const found: unknown = Reflect.get(at, 'API');
      if (isApi(found)) return found;
      if (at.parent === at) return undefined;
      at = at.parent;
    }
  } catch {
    // Nothing further out can be reached.
  }
  return undefined;
};

const isWindow = (found: unknown): found is Window => typeof found === 'object' && found !== null;

const openerOf = (from: Window): Window | undefined => {
  try {
    const opener: unknown = from.opener;
    return isWindow(opener) ? opener : undefined;
  } catch {
    return undefined;
  }
};

/** Courses answer with the word, some with the value. */
const isTrue = (answer: unknown): boolean => String(answer) === 'true';

/** Begins a session with the course that this window lies in or was opened from; undefined where none answers. */
export const findCourse = (from: Window): Course | undefined => {
  const opener = openerOf(from) ?? openerOf(from.top ?? from);
  const api = apiAround(from) ?? (opener === undefined ? undefined : apiAround(opener));
  if (api === undefined || !isTrue(api.LMSInitialize(''))) return undefined;
  const set = (element: string, value: string): boolean => isTrue(api.LMSSetValue(element, value));
  const status = api.LMSGetValue('cmi.core.lesson_status');
  let completed = status === 'completed' || status === 'passed';
  if (!completed) set('cmi.core.lesson_status', 'incomplete');
  // Said at once: however the page is left, the course opens this session again and not a new one.
  set('cmi.core.exit', 'suspend');
  let left = false;
  return {
    text: api.LMSGetValue('cmi.suspend_data') ?? '',
    keep: (text, over) => {
      if (left || !set('cmi.suspend_data', text)) return false;
      if (over && !completed) completed = set('cmi.core.lesson_status', 'completed');
      return isTrue(api.LMSCommit(''));
    },
    leave: () => {
      if (left) return;
      left = true;
      api.LMSFinish('');
    },
  };
};
