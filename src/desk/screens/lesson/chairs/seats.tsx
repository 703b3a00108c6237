import { holderFrom, holderWords, nameOfPost } from '../../../lesson/briefing.ts';
import { emptyWays } from '../../../../session/lesson/chairs.ts';
import { QUORUM } from '../../../../session/lesson/lesson.ts';
import { useHeadingFocus } from '../../../parts/focus.ts';
import { Mark } from '../../../parts/marks.tsx';
import { ct } from '../../../../text/lesson/chairs.ts';
import { cornerModels, useLesson, type Scene } from '../context.ts';
import { CornerMark } from '../corner.tsx';
import { Screen } from '../frame.tsx';
import { Sealed } from '../sealed.tsx';

/** Who sits where: at the beginning, and at any stop for who comes late, leaves, changes places or only watches. */
export const Seats = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { teller, place } = scene;
  const seating = store.chairs.seating.value;
  const first = place.scene === 'who';
  useHeadingFocus('lesson-heading', 'seats');
  if (seating === undefined) return null;
  const { posts, company, holderOf } = seating;
  const numbers = Array.from({ length: company.people }, (_, i) => i + 1);
  const seated = posts.map(holderOf);
  const watching = numbers.filter((n) => !seated.includes(n));
  const few = posts.filter((post) => post.chair !== undefined && typeof holderOf(post) === 'number').length < QUORUM;
  const corners = cornerModels(teller);
  return (
    <Screen
      scene={scene}
      name="seats"
      foot={
        <>
          {first && (
            <button type="button" class="btn" onClick={() => store.show('rehearsal')}>
              {ct('try.open')}
            </button>
          )}
          <button
            type="button"
            class="btn primary"
            aria-disabled={few}
            onClick={() => {
              if (few) return;
              if (first) void store.goOn();
              else store.chairs.leaveSeats();
            }}
          >
            {ct(first ? 'seats.begin' : 'seats.back')}
          </button>
        </>
      }
    >
      <h1 id="lesson-heading" tabIndex={-1}>
        {ct(first ? 'seats.title' : 'seats.title_again')}
      </h1>
      <p class="ls-small">
        {ct(first ? 'seats.lead' : 'seats.lead_again')} {!first && ct('seats.voids')}
      </p>
      <ul class="ls-chairs">
        {posts.map((post) => {
          const name = nameOfPost(teller, post);
          const corner = corners.find(({ id }) => id === post.chair);
          return (
            <li key={post.id}>
              {corner === undefined ? <Mark power={post.id} size={34} /> : <CornerMark letter={corner.letter} />}
              <div>
                <h2>{name}</h2>
                <p>{corner?.about ?? ct('seats.capital')}</p>
              </div>
              <select
                aria-label={ct('seats.holder_of', { name })}
                value={String(holderOf(post))}
                onChange={(event) => {
                  const by = holderFrom(event.currentTarget.value);
                  if (by !== undefined) void store.chairs.hand(post, by);
                }}
              >
                {[...numbers, ...emptyWays(post)].map((by) => (
                  <option key={by} value={String(by)}>
                    {holderWords(by)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
      {watching.length > 0 && (
        <p class="ls-small">{ct('seats.watching', { who: watching.map((n) => ct('seats.person', { n })).join(', ') })}</p>
      )}
      {first && <Sealed teller={teller} />}
      {few && <p class="ls-ask">{ct('seats.few')}</p>}
    </Screen>
  );
};
