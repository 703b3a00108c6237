import { useState } from 'preact/hooks';
import { announce } from '../../parts/live.tsx';
import { lt } from '../../../text/lesson/words.ts';
import { useLesson } from './context.ts';

/** Deletes all lessons of this device, on a second tap. */
export const Forget = () => {
  const store = useLesson();
  const [asked, setAsked] = useState(false);
  return (
    <button
      type="button"
      class="btn"
      onClick={() => {
        if (!asked) setAsked(true);
        else void store.forget().then(() => announce(lt('lesson.forgotten')));
      }}
    >
      {lt(asked ? 'lesson.forget_sure' : 'lesson.forget')}
    </button>
  );
};
