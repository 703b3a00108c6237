import { useRef } from 'preact/hooks';
import { t } from '../../../text/text.ts';

export const TAPS = [10, 30, 50, 70, 90] as const;
export type Tap = (typeof TAPS)[number];

/** Asked before any range is shown, so that it measures the player and not the copying. Skippable. */
export const TapQuestion = ({
  question,
  said,
  onSay,
  onDone,
  onSkip,
}: {
  readonly question: string;
  readonly said: Tap | undefined;
  readonly onSay: (tap: Tap) => void;
  readonly onDone: () => void;
  readonly onSkip: () => void;
}) => {
  // An arrow key looks through the answers; a click, the space bar and Enter settle one.
  const byArrow = useRef(false);
  return (
    <form
      class="tap"
      onKeyDown={(event) => {
        const { key, target } = event;
        byArrow.current = key.startsWith('Arrow');
        // Browsers click an answer with the space bar only while it is not chosen yet.
        if ((key === 'Enter' || key === ' ') && target instanceof HTMLInputElement && target.checked) {
          event.preventDefault();
          onDone();
        }
      }}
      onPointerDown={() => (byArrow.current = false)}
      onSubmit={(event) => event.preventDefault()}
    >
      <fieldset>
        <legend>
          <span class="tq" title={t('tap.note')}>
            {question}
          </span>
        </legend>
        <div class="tap-row">
          <div class="seg">
            {TAPS.map((p) => (
              <label key={p}>
                <input
                  type="radio"
                  name="tap"
                  checked={said === p}
                  onClick={() => {
                    onSay(p);
                    if (!byArrow.current) onDone();
                  }}
                />
                {p}%
              </label>
            ))}
          </div>
          <button type="button" class="btn quiet" onClick={onSkip}>
            {t('tap.skip')}
          </button>
        </div>
      </fieldset>
    </form>
  );
};
