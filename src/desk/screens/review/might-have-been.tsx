import { useEffect, useState } from 'preact/hooks';
import type { Chronicle } from '../../../session/chronicle.ts';
import type { OtherGame } from '../../../session/courses.ts';
import { lensModels, pivotalOf, readingsApart, type ApartModel } from '../../../telling/pivotal.ts';
import type { Teller } from '../../../telling/teller.ts';
import { capitalName } from '../../../telling/teller.ts';
import { t } from '../../../text/text.ts';
import { rt } from '../../../text/review.ts';
import { useDesk } from '../../desk-context.ts';
import { Icon } from '../../parts/icons.tsx';
import { announce } from '../../parts/live.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { Part } from './part.tsx';

/** The games that might have been, as far as they have been played. */
export interface MightHaveBeen {
  readonly games: readonly OtherGame[];
  readonly done: number;
  readonly count: number;
}

/** Milliseconds of play between two looks at the screen. */
const AT_ONCE = 40;

/** Plays the game at hand otherwise, a little at a time; undefined until that begins. */
export const useMightHaveBeen = (now: Chronicle): MightHaveBeen | undefined => {
  const { store } = useDesk();
  const [found, setFound] = useState<MightHaveBeen | undefined>(undefined);
  useEffect(() => {
    let left = false;
    const work = async (): Promise<void> => {
      const otherwise = now.open ? await store.otherwise() : undefined;
      if (otherwise === undefined) return;
      const { count } = otherwise;
      const games: OtherGame[] = [];
      let since = performance.now();
      for await (const game of otherwise.games) {
        games.push(game);
        if (performance.now() - since < AT_ONCE) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (left) return;
        setFound({ games: [], done: games.length, count });
        since = performance.now();
      }
      setFound({ games, done: games.length, count });
      announce(rt('pivotal.done'));
    };
    void work();
    return () => {
      left = true;
    };
  }, [now]);
  return found;
};

const Working = ({ found }: { readonly found: MightHaveBeen | undefined }) => (
  <>
    <p class="muted">{rt('pivotal.working', { done: found?.done ?? 0, count: found?.count ?? '…' })}</p>
    <progress max={found?.count ?? 1} value={found?.done ?? 0} aria-label={rt('pivotal.title')} />
  </>
);

const Ends = ({ apart }: { readonly apart: ApartModel }) => (
  <>
    <p>{apart.ending}</p>
    {apart.charges.map((charge) => (
      <p key={charge}>{charge}</p>
    ))}
    {apart.readings.length > 0 && <p class="num">{rt('pivotal.readings', { list: readingsApart(apart) })}</p>}
  </>
);

interface Props {
  readonly teller: Teller;
  readonly now: Chronicle;
  readonly found: MightHaveBeen | undefined;
}

const isWhole = (found: MightHaveBeen | undefined): found is MightHaveBeen => found !== undefined && found.games.length === found.count;

/** The stops where another answer would have changed most. */
export const PivotalPart = ({ teller, now, found }: Props) => {
  const { store, address } = useDesk();
  const capital = capitalName(teller, teller.bundle.catalogue.chart.home);
  const pivotal = isWhole(found) ? pivotalOf(teller, now, found.games, store.tellerAt) : undefined;
  const branch = (turn: number): void => void store.branch(turn).then(() => address.goTo({ at: 'play' }));
  return (
    <Part name="rv-pivotal" title={rt('pivotal.title')} note={rt('pivotal.note')}>
      {pivotal === undefined && <Working found={found} />}
      {pivotal?.length === 0 && <p class="muted">{rt('pivotal.none')}</p>}
      <ol>
        {pivotal?.map((stop) => (
          <li key={`${String(stop.turn)}-${stop.situation}`}>
            <p class="pd">{stop.date}</p>
            <h3>{stop.situation}</h3>
            <dl>
              <dt>{t('review.you')}</dt>
              <dd>
                <StanceTag stance={stop.chosen.stance} /> {stop.chosen.chosen}
              </dd>
              <dt>{rt('pivotal.other')}</dt>
              <dd>
                <StanceTag stance={stop.other.stance} /> {stop.other.title}
              </dd>
              {stop.powers.length > 0 && (
                <>
                  <dt>{rt('pivotal.soon')}</dt>
                  <dd>
                    {stop.powers.map((power) => (
                      <p key={power}>{power}</p>
                    ))}
                  </dd>
                </>
              )}
              <dt>{rt('pivotal.then')}</dt>
              <dd>
                <Ends apart={stop} />
              </dd>
              {stop.mechanism !== '' && (
                <>
                  <dt>{rt('pivotal.how')}</dt>
                  <dd class="rv-how">{stop.mechanism}</dd>
                </>
              )}
              {stop.actual.actual !== undefined && (
                <>
                  <dt>{t('review.in_fact', { capital })}</dt>
                  <dd>
                    {stop.actual.actual} <SourceChips claims={stop.actual.claims} />
                  </dd>
                </>
              )}
            </dl>
            <button type="button" class="bf" onClick={() => branch(stop.turn)}>
              <Icon name="branch" size={16} />
              {t('review.branch')}
              <span class="vh">: {stop.situation}</span>
            </button>
          </li>
        ))}
      </ol>
    </Part>
  );
};

/** The same orders where alliances work by another rule. */
export const LensesPart = ({ teller, now, found }: Props) => {
  const { store } = useDesk();
  const lenses = isWhole(found) ? lensModels(teller, now, found.games, store.tellerAt) : [];
  return lenses.length === 0 ? null : (
    <Part name="rv-lenses" title={rt('lens_runs.title')} note={rt('lens_runs.note')}>
      <ul>
        {lenses.map((lens) => (
          <li key={lens.lens}>
            <h3>{lens.name}</h3>
            <Ends apart={lens} />
            {lens.strayed > 0 && <p class="n">{rt('lens_runs.strayed', { count: lens.strayed })}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
};
