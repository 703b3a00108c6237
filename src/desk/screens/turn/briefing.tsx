import { t } from '../../../text/text.ts';
import { Mark } from '../../parts/marks.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { ViewpointSign } from '../../parts/viewpoints.tsx';
import { OddsBars } from '../../parts/odds-bars.tsx';
import type { PowerModel, SignalsModel, ViewModel, BriefModel, OddsModel } from '../../../telling/brief.ts';

/** More sources than this stand under the text: they would push it down. */
const BESIDE = 3;

/** What lies open: title, sources, brief. */
export const Brief = ({ brief, heading }: { readonly brief: BriefModel; readonly heading: string }) => {
  const beside = new Set(brief.claims.map(({ article, paragraph }) => `${article} ${String(paragraph)}`)).size <= BESIDE;
  return (
    <>
      <div class="lede">
        <h2 id={heading} tabIndex={-1}>
          {brief.title}
        </h2>
        {beside && <SourceChips claims={brief.claims} />}
      </div>
      {brief.paragraphs.map((paragraph) => (
        <p key={paragraph} class="brief">
          {paragraph}
        </p>
      ))}
      {!beside && (
        <div class="under">
          <SourceChips claims={brief.claims} />
        </div>
      )}
    </>
  );
};

const SilentLine = ({ powers, children }: { readonly powers: readonly PowerModel[]; readonly children: string }) => (
  <p class="silent">
    {powers.map(({ power, name }) => (
      <span key={power}>
        <Mark power={power} size={16} /> {name}
      </span>
    ))}
    <i>{children}</i>
  </p>
);

/** What each capital may do next, in words; silence is a signal too. */
export const Signals = ({ model: { signals, silent, unannounced, seen, dated } }: { readonly model: SignalsModel }) => {
  const nothing = signals.length + unannounced.length + seen.length === 0;
  // Years later nobody has announced anything for the week.
  if (nothing && dated) return null;
  return (
    <section class="signals">
      <div class="sec mt">
        <h3>{t('signal.title')}</h3>
        <span class="n">{t('signal.note')}</span>
      </div>
      {signals.length > 0 && (
        <ul>
          {signals.map(({ power, name, acts }) => (
            <li key={power}>
              <Mark power={power} size={18} />
              <span>
                <b>{name}</b>{' '}
                {acts.map(({ what, likelihood }, i) => (
                  <span key={what} class={`sg is-${likelihood}`}>
                    {i > 0 && '; '}
                    {what} <i>({t(`signal.${likelihood}`)})</i>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nothing ? (
        <p class="muted">{t('signal.nothing_new')}</p>
      ) : (
        <>
          {silent.length > 0 && <SilentLine powers={silent}>{t('signal.none')}</SilentLine>}
          {unannounced.length > 0 && <SilentLine powers={unannounced}>{t('signal.unannounced')}</SilentLine>}
        </>
      )}
      {seen.map((sign) => (
        <p key={sign} class="seen">
          {t('signal.seen', { sign })}
        </p>
      ))}
    </section>
  );
};

/** Four institutions, four different things. */
export const Views = ({ views }: { readonly views: readonly ViewModel[] }) => (
  <section>
    <div class="sec mt">
      <h3>{t('view.title')}</h3>
      <span class="n">{t('view.note')}</span>
    </div>
    <ul class="council">
      {views.map(({ viewpoint, name, about, text, stance, whom, option }) => (
        <li key={viewpoint}>
          <ViewpointSign viewpoint={viewpoint} />
          <div class="who" title={about}>
            {name}
          </div>
          <div class="pref" title={option === undefined ? '' : t('view.for', { option })}>
            <StanceTag stance={stance} about={stance.kind === 'align' ? whom : ''} />
          </div>
          <q>{text}</q>
        </li>
      ))}
    </ul>
  </section>
);

/** The odds the player holds about what is hidden: bars with words, folded. */
export const Odds = ({ odds }: { readonly odds: readonly OddsModel[] }) => (
  <details class="fold">
    <summary>
      {t('odds.title')} <span class="n">{t('odds.note')}</span>
    </summary>
    {odds.map((hidden) => (
      <OddsBars key={hidden.id} hidden={hidden} />
    ))}
  </details>
);
