import { useEffect } from 'preact/hooks';
import type { Post } from '../../../../session/lesson/chairs.ts';
import { holderWords, nameOfPost } from '../../../lesson/briefing.ts';
import { useHeadingFocus } from '../../../parts/focus.ts';
import { ct } from '../../../../text/lesson/chairs.ts';
import { ClockBar } from '../clock-bar.tsx';
import { useLesson, type Scene } from '../context.ts';
import { Screen } from '../frame.tsx';
import { Private } from './private.tsx';

interface Props {
  readonly scene: Scene;
  readonly now: number;
}

/** Whose turn it is, and nothing that is private. */
const Cover = ({ scene, now, post }: Props & { readonly post: Post }) => {
  const { chairs, seating } = useChairs();
  const { teller, place } = scene;
  const store = useLesson();
  const name = nameOfPost(teller, post);
  const who = seating === undefined ? name : holderWords(seating.holderOf(post));
  const ballots = place.clock?.phase === 'cards';
  const done = ballots ? chairs.sealed.value : place.briefed;
  const posts = seating?.posts.filter((each) => typeof seating.holderOf(each) === 'number') ?? [];
  const others = chairs.waiting.value.filter(({ id }) => id !== post.id);
  const ready = posts.filter(({ id }) => done.includes(id) && id !== post.id);
  // On the heading, not on the button: Enter that sealed the ballot before must not open this cover.
  useHeadingFocus('lesson-heading', `cover ${post.id} ${place.clock?.phase ?? ''}`);
  return (
    <Screen
      scene={scene}
      turn={place.turn}
      name="handover"
      foot={
        <>
          {place.clock !== undefined && <ClockBar clock={place.clock} now={now} />}
          <button type="button" class="btn" onClick={chairs.showSeats}>
            {ct('seats.open')}
          </button>
          {!ballots && (
            <button type="button" class="btn" onClick={store.skip}>
              {ct('cover.skip_briefings')}
            </button>
          )}
        </>
      }
    >
      <p class="ls-eyebrow">
        {ct(!ballots ? 'cover.eyebrow_briefing' : post.chair === undefined ? 'cover.eyebrow_move' : 'cover.eyebrow_ballot')}
      </p>
      <h1 id="lesson-heading" tabIndex={-1}>
        {ct('cover.title', { who: ct('cover.to', { name, who }) })}
      </h1>
      <p class="ls-text">{ct('cover.text')}</p>
      <div class="ls-acts">
        <button type="button" class="btn primary ls-confirm" onClick={() => void chairs.open(post)}>
          {ct('cover.confirm', { who: ct('cover.to', { name, who }) })}
        </button>
      </div>
      {(others.length > 0 || ready.length > 0) && (
        <div class="ls-queue">
          {others.length > 0 && (
            <p role="group" aria-label={ct('cover.order')}>
              <span>{ct('cover.order')}</span>
              {others.map((each) => (
                <button key={each.id} type="button" class="btn quiet" onClick={() => chairs.call(each)}>
                  {nameOfPost(teller, each)}
                </button>
              ))}
            </p>
          )}
          {ballots && ready.length > 0 && <p>{ct('cover.done', { who: ready.map((each) => nameOfPost(teller, each)).join(', ') })}</p>}
        </div>
      )}
    </Screen>
  );
};

/** The device is back on the table: everyone has been briefed, or all have sealed. */
const Back = ({ scene, now }: Props) => {
  const store = useLesson();
  const { chairs, seating } = useChairs();
  const { place, teller } = scene;
  const ballots = place.clock?.phase === 'cards';
  const readiness = chairs.readiness.value;
  const ready = !ballots || readiness === 'ready';
  const again = ballots ? (seating?.posts.filter((post) => chairs.sealed.value.includes(post.id)) ?? []) : [];
  useHeadingFocus('lesson-heading', `back ${place.clock?.phase ?? ''}`);
  return (
    <Screen
      scene={scene}
      turn={place.turn}
      name="back"
      foot={
        <>
          {place.clock !== undefined && <ClockBar clock={place.clock} now={now} />}
          <button type="button" class="btn" onClick={chairs.showSeats}>
            {ct('seats.open')}
          </button>
          <button
            type="button"
            class="btn primary"
            aria-disabled={!ready}
            onClick={() => {
              if (!ballots) store.skip();
              else if (ready) void chairs.uncover();
            }}
          >
            {ct(ballots ? 'round.uncover' : 'round.talk')}
          </button>
        </>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {ct(ballots ? 'round.sealed_title' : 'round.briefed_title')}
      </h1>
      <p class="ls-text">
        {ct(
          !ballots
            ? 'round.briefed_text'
            : readiness === 'few'
              ? 'round.few'
              : readiness === 'undecided'
                ? 'round.undecided'
                : 'round.sealed_text',
        )}
      </p>
      {again.length > 0 && (
        <p class="ls-queue" role="group" aria-label={ct('round.again')}>
          <span>{ct('round.again')}</span>
          {again.map((post) => (
            <button key={post.id} type="button" class="btn quiet" onClick={() => chairs.call(post)}>
              {nameOfPost(teller, post)}
            </button>
          ))}
        </p>
      )}
    </Screen>
  );
};

const useChairs = () => {
  const { chairs } = useLesson();
  return { chairs, seating: chairs.seating.value };
};

/** The device goes round: cover, what is behind it, cover. */
export const Round = ({ scene, now }: Props) => {
  const { chairs } = useChairs();
  const opened = chairs.opened.value;
  const next = chairs.next.value;
  // A lid that is shut, a tab that is left: whoever comes back finds a cover.
  useEffect(() => {
    const hide = (): void => {
      if (document.hidden) chairs.cover();
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      chairs.cover();
    };
  }, []);
  if (opened !== undefined) return <Private key={opened.post.id} scene={scene} opened={opened} />;
  return next === undefined ? <Back scene={scene} now={now} /> : <Cover scene={scene} now={now} post={next} />;
};
