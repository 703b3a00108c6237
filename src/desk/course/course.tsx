import { useState } from 'preact/hooks';
import { findRules } from '../../session/library.ts';
import { openTextSaves } from '../../session/text-saves.ts';
import { pt } from '../../text/packages.ts';
import type { DeskOptions } from '../mount.tsx';
import { makeRoute } from '../route.ts';
import { findCourse, ROOM } from './runtime.ts';

/** A page that was made for a course and lies in none. */
const Alone = () => {
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <aside class="notice" role="region" aria-label={pt('course.title')}>
      <p>{pt('course.alone')}</p>
      <button type="button" class="btn quiet" onClick={() => setDismissed(true)}>
        {pt('course.dismiss')}
      </button>
    </aside>
  );
};

/** Takes up what the course has kept: games are saved there and not in this browser, which may be somebody else's tomorrow. */
export const openCourse = (): Pick<DeskOptions, 'saves' | 'Notice'> => {
  const course = findCourse(window);
  if (course === undefined) return { Notice: Alone };
  addEventListener('pagehide', course.leave);
  // A session that has ended takes no more orders.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  if (course.text.trim() !== '' && location.hash === '') history.replaceState(null, '', makeRoute({ at: 'play' }));
  return { saves: openTextSaves({ ...course, room: ROOM }, findRules) };
};
