import type { Stance } from '../../engine/program.ts';
import { t } from '../../text/text.ts';
import type { ClaimModel } from '../claim.ts';
import { Mark } from '../marks.tsx';
import { SourceChips } from '../source-chip.tsx';
import { StanceTag } from '../stance.tsx';
import { ViewpointSign } from '../viewpoints.tsx';
import type { Likelihood } from '../words.ts';

export interface PowerModel {
  readonly power: string;
  readonly name: string;
}

export interface SignalModel extends PowerModel {
  /** Bare verbs, likeliest first. */
  readonly acts: readonly { readonly what: string; readonly likelihood: Likelihood }[];
}

export interface SignalsModel {
  readonly signals: readonly SignalModel[];
  /** Powers from which nothing is expected. */
  readonly silent: readonly PowerModel[];
  /** Powers that may move but announce nothing. */
  readonly unannounced: readonly PowerModel[];
  /** Signs seen last, worded. */
  readonly seen: readonly string[];
  /** The stop is a single date, not a week. */
  readonly dated: boolean;
}

export interface ViewModel {
  readonly viewpoint: string;
  readonly name: string;
  readonly about: string;
  readonly text: string;
  readonly stance: Stance;
  /** The capitals that what is favoured concerns, worded; empty where none is named. */
  readonly whom: string;
  readonly option?: string;
}

export interface BriefModel {
  readonly situation: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly claims: readonly ClaimModel[];
  readonly views: readonly ViewModel[];
}

export interface OddsModel {
  readonly id: string;
  readonly name: string;
  readonly causes: readonly {
    readonly id: string;
    readonly name: string;
    readonly ppm: number;
    readonly was?: number;
    readonly truth?: boolean;
  }[];
}

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
        <p class="muted">{t('signal.nothing_week')}</p>
      ) : (
        <>
          {silent.length > 0 && <SilentLine powers={silent}>{t('signal.none')}</SilentLine>}
          {unannounced.length > 0 && (
            <SilentLine powers={unannounced}>{t(dated ? 'signal.unannounced' : 'signal.unannounced_week')}</SilentLine>
          )}
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
            <StanceTag stance={stance} about={stance === 'align' ? whom : ''} />
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

export const OddsBars = ({ hidden }: { readonly hidden: OddsModel }) => (
  <div class="odds">
    <p class="oh">{hidden.name}</p>
    <ul>
      {hidden.causes.map(({ id, name, ppm, was, truth }) => (
        <li key={id} class={truth ? 'true' : ''}>
          <span class="on">
            {name}
            {truth && <em> {t('review.truth')}</em>}
          </span>
          <span class="ob" aria-hidden="true">
            <i style={{ width: `${String(ppm / 10_000)}%` }} />
            {was !== undefined && <b style={{ left: `${String(was / 10_000)}%` }} />}
          </span>
          <span class="op">
            {was !== undefined && Math.round(was / 10_000) !== Math.round(ppm / 10_000) && `${String(Math.round(was / 10_000))} → `}
            {Math.round(ppm / 10_000)}%
          </span>
        </li>
      ))}
    </ul>
  </div>
);
