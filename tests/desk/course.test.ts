import { describe, expect, it } from 'vitest';
import { findCourse } from '../../src/desk/course/runtime.ts';

/** A runtime that answers with words, as SCORM 1.2 has it, and writes down what it is asked. */
const runtime = (kept: Readonly<Record<string, string>> = {}, refuses: readonly string[] = []) => {
  const values: Record<string, string> = { ...kept };
  const asked: string[] = [];
  const answer = (call: string): string => {
    asked.push(call);
    return refuses.some((refused) => call.startsWith(refused)) ? 'false' : 'true';
  };
  const API = {
    LMSInitialize: () => answer('initialize'),
    LMSGetValue: (element: string) => values[element] ?? '',
    LMSSetValue: (element: string, value: string) => {
      const taken = answer(`set ${element}`);
      if (taken === 'true') values[element] = value;
      return taken;
    },
    LMSCommit: () => answer('commit'),
    LMSFinish: () => answer('finish'),
  };
  return { API, values, asked };
};

/** A window within others, the innermost first; the last is its own parent. */
const windowsOf = (...each: readonly object[]): Window => {
  const windows = each.map((one) => Object.create(null, Object.getOwnPropertyDescriptors(one)) as Record<string, unknown>);
  for (const [i, one] of windows.entries()) {
    one['parent'] = windows[i + 1] ?? one;
    one['top'] = windows.at(-1);
  }
  return windows[0] as unknown as Window;
};

const foreign = {
  get API(): unknown {
    throw new DOMException('another site', 'SecurityError');
  },
};

describe('a course', () => {
  it('is found around the page, however deep, and from a window that opened it', () => {
    const { API } = runtime();
    expect(findCourse(windowsOf({}, {}, { API }))).toBeDefined();
    expect(findCourse(windowsOf({ opener: windowsOf({}, { API }) }))).toBeDefined();
    expect(findCourse(windowsOf({}, { opener: windowsOf({ API }) }))).toBeDefined();
  });

  it('is not found where there is none, where another site lies between, or where it does not begin', () => {
    expect(findCourse(windowsOf({}, {}))).toBeUndefined();
    expect(findCourse(windowsOf({}, foreign, runtime()))).toBeUndefined();
    expect(findCourse(windowsOf({}, { API: { LMSInitialize: () => 'true' } }))).toBeUndefined();
    expect(findCourse(windowsOf({}, runtime({}, ['initialize'])))).toBeUndefined();
    expect(findCourse(windowsOf({ opener: null }, {}))).toBeUndefined();
  });

  it('hears that the game is being played, keeps each text at once, and is told when it is over', () => {
    const { API, values, asked } = runtime({ 'cmi.suspend_data': 'B2x', 'cmi.core.lesson_status': 'not attempted' });
    const course = findCourse(windowsOf({}, { API }));
    expect(course?.text).toBe('B2x');
    expect(values).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
    asked.length = 0;
    expect(course?.keep('B2y', false)).toBe(true);
    expect(asked).toEqual(['set cmi.suspend_data', 'commit']);
    expect(course?.keep('B2z', true)).toBe(true);
    expect(values).toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': 'B2z' });
    course?.leave();
    course?.leave();
    expect(asked.filter((call) => call === 'finish')).toHaveLength(1);
    expect(course?.keep('B2w', false)).toBe(false);
  });

  it('is never told that what was completed is not', () => {
    for (const status of ['completed', 'passed']) {
      const { API, values } = runtime({ 'cmi.core.lesson_status': status });
      const course = findCourse(windowsOf({}, { API }));
      course?.keep('B2x', false);
      course?.keep('B2y', true);
      expect(values['cmi.core.lesson_status']).toBe(status);
    }
  });

  it('that does not take or keep a text is believed', () => {
    for (const refused of ['set cmi.suspend_data', 'commit'])
      expect(findCourse(windowsOf({}, runtime({}, [refused])))?.keep('B2x', false)).toBe(false);
  });

  it('hears nothing of who plays, how long or how well', () => {
    const { API, asked } = runtime();
    const course = findCourse(windowsOf({}, { API }));
    course?.keep('B2x', true);
    course?.leave();
    expect(new Set(asked.filter((call) => call.startsWith('set')))).toEqual(
      new Set(['set cmi.core.lesson_status', 'set cmi.core.exit', 'set cmi.suspend_data']),
    );
  });
});
