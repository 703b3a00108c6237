import { viewAt } from '../../../../session/chronicle.ts';
import { isMet } from '../../../../session/lesson/aims.ts';
import { aimIn, changesIn, sealedOn } from '../../../../session/lesson/chairs.ts';
import { cornersOf } from '../../../../session/lesson/lesson.ts';
import { stopsOf } from '../../../../telling/review.ts';
import { briefOf } from '../../../../telling/brief.ts';
import { inside } from '../../../../telling/deeds.ts';
import { Mark } from '../../../parts/marks.tsx';
import { ct } from '../../../../text/lesson/chairs.ts';
import { aimWords, holderWords, nameOfPost, sourcesAt } from '../../../lesson/briefing.ts';
import { cornerModels, useLesson, type Scene } from '../context.ts';
import { CornerMark } from '../corner.tsx';

/** Out of role, for people who held chairs. */
export const ChairsOut = () => (
  <ol class="ls-steps">
    <li>{ct('db.out_1')}</li>
    <li>{ct('db.out_2')}</li>
    <li>{ct('db.out_3')}</li>
  </ol>
);

/** Aims and whether they were come to, and who held each chair when. */
export const ChairsTold = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, teller } = scene;
  const [lesson, seating] = [store.lesson.value, store.chairs.seating.value];
  if (lesson === undefined || seating === undefined) return null;
  const { bundle } = game;
  const changes = changesIn(seating.posts, seating.company, game.notes);
  const corners = cornerModels(teller);
  const came = {
    bundle,
    stops: lesson.stops,
    decided: (turn: number) => game.orders[turn]?.answers[0],
    first: viewAt(game, 0),
    last: viewAt(game, game.moments.length - 1),
  };
  /** The decision from which a change counts; the first for whoever sat down before it. */
  const numberAt = (turn: number): number | undefined => lesson.stops.find((stop) => stop.turn >= turn)?.stop;
  return (
    <>
      <ul class="ls-open ls-told">
        {seating.posts.map((post) => {
          const { chair } = post;
          const aim = chair === undefined ? undefined : aimIn(bundle, post, game.notes);
          const corner = corners.find(({ id }) => id === chair);
          const held = changes
            .filter((change) => change.post === post.id)
            .flatMap(({ turn, by }) => {
              const n = numberAt(turn);
              return n === undefined ? [] : [{ n: n + 1, by }];
            })
            // Of several changes before one decision the last counts.
            .filter(({ n }, i, all) => all[i + 1]?.n !== n);
          return (
            <li key={post.id}>
              {corner === undefined ? <Mark power={post.id} size={34} /> : <CornerMark letter={corner.letter} />}
              <div>
                <b>{nameOfPost(teller, post)}</b>
                <small>
                  {ct('db.held')}: {held.map(({ n, by }) => ct('db.from', { n, who: holderWords(by) })).join('; ')}
                </small>
              </div>
              {chair !== undefined && (
                <p>
                  {aim === undefined ? ct('db.no_aim') : aimWords(teller.say, aim)}{' '}
                  {aim !== undefined && <em class="ls-came">{ct(isMet(came, chair, aim) ? 'db.met' : 'db.missed')}</em>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p class="ls-small">{ct('db.aims_invented')}</p>
      <p class="ls-ask">{ct('db.ask_aims')}</p>
    </>
  );
};

/** Ballots by decision and chair, moves of people in capitals, and what was said behind the covers. */
export const ChairsBallots = ({ scene }: { readonly scene: Scene }) => {
  const store = useLesson();
  const { game, teller } = scene;
  const [lesson, seating] = [store.lesson.value, store.chairs.seating.value];
  if (lesson === undefined || seating === undefined) return null;
  const { program } = game.bundle;
  const corners = cornerModels(teller);
  const told = stopsOf(teller, game);
  const capitals = seating.posts.filter(({ chair }) => chair === undefined);
  return (
    <>
      <table class="ls-cases ls-ballots">
        <thead>
          <tr>
            <th scope="col">{ct('db.ballots_decision')}</th>
            {corners.map(({ id, letter, name }) => (
              <th key={id} scope="col">
                <CornerMark letter={letter} /> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lesson.stops.map((stop) => {
            const [answer] = game.orders[stop.turn]?.answers ?? [];
            const row = told.find(({ turn }) => turn === stop.turn);
            const given = sealedOn(game.notes, stop.turn);
            const moves = capitals.flatMap((post) => {
              const order = stop.rang ? undefined : given.get(post.id);
              if (order === undefined) return [];
              const act = order.acts[0] === undefined ? undefined : program.acts[order.acts[0]];
              const did = act === undefined ? ct('move.nothing') : teller.say(`act.${act.id}.title`);
              return [`${nameOfPost(teller, post)}, ${inside(did)}`];
            });
            return (
              <tr key={stop.turn}>
                <th scope="row">
                  {row?.situation}
                  <small>{stop.rang ? ct('db.ballots_left') : `${ct('db.ballots_decided')}: ${row?.chosen ?? ''}`}</small>
                  {moves.length > 0 && <small>{ct('db.ballots_moves', { what: moves.join('; ') })}</small>}
                </th>
                {corners.map(({ id, name }) => {
                  // What was sealed and never laid open, as the bell rang, is told here.
                  const unopened = stop.rang ? seating.posts.find(({ chair }) => chair === id) : undefined;
                  const order = unopened === undefined ? stop.ballots.find(({ chair }) => chair === id)?.order : given.get(unopened.id);
                  const ballot = order?.answers[0];
                  const lost = ballot !== undefined && !stop.rang && ballot.option !== answer?.option;
                  return (
                    <td key={id} data-label={name}>
                      {ballot === undefined ? ct('open.none') : String(ballot.option + 1)}
                      {lost && <em class="ls-lost">{ct('open.dissent')}</em>}
                      {stop.chair === id && <small>{ct('open.leads')}</small>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <details class="ls-again">
        <summary>{ct('db.ballots_briefings')}</summary>
        {lesson.stops.map(({ turn }) => (
          <Said key={turn} scene={scene} turn={turn} />
        ))}
      </details>
      <p class="ls-ask">{ct('db.ballots_ask')}</p>
    </>
  );
};

/** What each chair was told at one decision. */
const Said = ({ scene, turn }: { readonly scene: Scene; readonly turn: number }) => {
  const store = useLesson();
  const { game } = scene;
  const then = store.tellerAt(viewAt(game, turn));
  const situation = game.orders[turn]?.answers[0]?.situation;
  const brief = then === undefined || situation === undefined ? undefined : briefOf(then, situation);
  if (then === undefined || situation === undefined || brief === undefined) return null;
  const sources = sourcesAt(then, situation);
  return (
    <section>
      <h2>{brief.title}</h2>
      <ul class="ls-facts">
        {cornersOf(then.bundle).map((chair) => {
          const view = brief.views.find(({ viewpoint }) => viewpoint === chair);
          const source = sources.get(chair);
          return (
            <li key={chair}>
              <b>{then.say(`viewpoint.${chair}.name`)}</b>
              {view !== undefined && <span>{view.text}</span>}
              {source !== undefined && (
                <span>{ct('brief.source_from', { by: source.by, title: source.articleTitle, n: source.paragraph })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
