import { useEffect, useState } from 'preact/hooks';
import { useHeadingFocus } from '../../../parts/focus.ts';
import { useKeys } from '../../../parts/keys.ts';
import { announce } from '../../../parts/live.tsx';
import { ct } from '../../../../text/lesson/chairs.ts';
import { lt } from '../../../../text/lesson/words.ts';
import { useLesson, type Scene } from '../context.ts';
import { CornerMark } from '../corner.tsx';
import { Screen } from '../frame.tsx';
import { Choices } from './private.tsx';

/** What the two bots vote for, by number of the answer: whoever rehearses makes it a majority, or a tie. */
const BOTS = [0, 1];
const LETTERS = 'ABC';

/** What is private: it goes with the cover, with Escape and when the page is hidden. */
const COVERED = { cover: 'cover', word: 'cover', again: 'again', ballot: 'again', sealed: 'sealed', open: 'open' } as const;
type Step = keyof typeof COVERED;

/** A hand-over, a word behind a cover, a sealed ballot and its uncovering, with two bots, on a question about nothing. It lives on this screen alone. */
export const ChairsRehearsal = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const [step, setStep] = useState<Step>('cover');
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const titles = [lt('try.a'), lt('try.b'), lt('try.c')];
  const you = ct('seats.person', { n: 1 });
  const bots = BOTS.map((_, i) => ct('try.bot', { n: i + 1 }));
  const leave = (): void => store.show('who');
  const cover = (): void => {
    setStep(COVERED[step]);
    setChosen(step === 'ballot' ? undefined : chosen);
  };
  useHeadingFocus('lesson-heading', step);
  useKeys((key) => {
    if (key === 'Escape' && COVERED[step] !== step) cover();
    else if (step === 'ballot' && titles[Number(key) - 1] !== undefined) setChosen(Number(key) - 1);
    else return false;
    return true;
  });
  useEffect(() => {
    const hide = (): void => {
      if (document.hidden) cover();
    };
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  });
  const skip = (
    <button type="button" class="btn" onClick={leave}>
      {ct('try.skip')}
    </button>
  );
  const hide = (
    <button type="button" class="btn" onClick={cover}>
      {ct('brief.hide')}
    </button>
  );
  const eyebrow = <p class="ls-eyebrow">{ct('try.eyebrow')}</p>;
  const heading = (title: string) => (
    <h1 id="lesson-heading" tabIndex={-1}>
      {title}
    </h1>
  );
  switch (step) {
    case 'cover':
    case 'again':
      return (
        <Screen scene={scene} name="handover" foot={skip}>
          {eyebrow}
          {heading(ct('cover.title', { who: you }))}
          <p class="ls-text">{ct('cover.text')}</p>
          <div class="ls-acts">
            <button type="button" class="btn primary ls-confirm" onClick={() => setStep(step === 'cover' ? 'word' : 'ballot')}>
              {ct('cover.confirm', { who: you })}
            </button>
          </div>
          {step === 'again' && (
            <div class="ls-queue">
              <p>{ct('cover.done', { who: bots.join(', ') })}</p>
            </div>
          )}
        </Screen>
      );
    case 'word':
      return (
        <Screen
          scene={scene}
          name="private"
          foot={
            <>
              {hide}
              <button type="button" class="btn primary" onClick={() => setStep('again')}>
                {ct('brief.read')}
              </button>
            </>
          }
        >
          <p class="ls-eyebrow">{ct('brief.for', { name: you })}</p>
          {heading(ct('try.word_title'))}
          <p class="ls-aim">
            {ct('try.word')} <em>{ct('try.made_up')}</em>
          </p>
          <p class="ls-small">{ct('try.word_line')}</p>
        </Screen>
      );
    case 'ballot':
      return (
        <Screen
          scene={scene}
          name="ballot"
          foot={
            <>
              {hide}
              <button
                type="button"
                class="btn primary"
                aria-disabled={chosen === undefined}
                onClick={() => {
                  if (chosen === undefined) return;
                  setStep('sealed');
                  announce(ct('ballot.sealed'));
                }}
              >
                {ct('ballot.seal')}
              </button>
            </>
          }
        >
          <p class="ls-eyebrow">{ct('brief.for', { name: you })}</p>
          {heading(ct('ballot.title'))}
          <Choices
            name="rehearsed"
            legend={ct('try.question')}
            choices={titles.map((title, value) => ({ value, title, line: '' }))}
            chosen={chosen}
            onChoose={setChosen}
          />
          <p class="ls-small">{ct('ballot.lost')}</p>
        </Screen>
      );
    case 'sealed':
      return (
        <Screen
          scene={scene}
          name="back"
          foot={
            <>
              {skip}
              <button type="button" class="btn primary" onClick={() => setStep('open')}>
                {ct('round.uncover')}
              </button>
            </>
          }
        >
          {eyebrow}
          {heading(ct('round.sealed_title'))}
          <p class="ls-text">{ct('round.sealed_text')}</p>
        </Screen>
      );
    case 'open': {
      const votes = [{ name: you, vote: chosen ?? 0 }, ...BOTS.map((vote, i) => ({ name: bots[i] ?? '', vote }))];
      // Whoever rehearses leads: with one of the bots it is a majority, alone a tie that the lead breaks.
      const decided = chosen ?? 0;
      const count = votes.filter(({ vote }) => vote === decided).length;
      const how = store.lesson.value?.way === 'chair' ? 'open.by_chair' : count > 1 ? 'open.by_majority' : 'open.by_tie';
      return (
        <Screen
          scene={scene}
          name="uncovering"
          foot={
            <button type="button" class="btn primary" onClick={leave}>
              {ct('try.done')}
            </button>
          }
        >
          <p class="ls-eyebrow">{ct('open.title')}</p>
          {heading(ct('try.decided', { title: titles[decided] ?? '' }))}
          <p class="ls-chair">{ct(how, { count, of: votes.length })}</p>
          <ul class="ls-open">
            {votes.map(({ name, vote }, i) => (
              <li key={name}>
                <CornerMark letter={LETTERS.charAt(i)} />
                <div>
                  <b>{name}</b>
                  {i === 0 && <small>{ct('open.leads')}</small>}
                </div>
                <p>
                  {ct('open.vote', { n: vote + 1, title: titles[vote] ?? '' })}
                  {vote !== decided && <em class="ls-lost">{ct('open.dissent')}</em>}
                </p>
              </li>
            ))}
          </ul>
          <p class="ls-small">{ct('try.explain')}</p>
        </Screen>
      );
    }
  }
};
