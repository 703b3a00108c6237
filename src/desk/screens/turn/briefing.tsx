import { useState } from 'preact/hooks';
import { t } from '../../../text/text.ts';
import { useAsked } from '../../parts/asked.ts';
import { Icon } from '../../parts/icons.tsx';
import { Mark } from '../../parts/marks.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { ViewpointSign } from '../../parts/viewpoints.tsx';
import { OddsBars } from '../../parts/odds-bars.tsx';
import { mostApart } from '../../../telling/brief.ts';
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

/** Signals told unasked. */
const TOLD = 1;

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
  const [all, setAll] = useState(false);
  const told = all ? signals : signals.slice(0, TOLD);
  const more = signals.length - told.length + (all ? 0 : silent.length + unannounced.length);
  const nothing = signals.length + unannounced.length + seen.length === 0;
  // Years later nobody has announced anything for the week.
  if (nothing && dated) return null;
  return (
    <section class="signals">
      <div class="sec mt">
        <h3>{t('signal.title')}</h3>
        {!nothing && (more > 0 || all) && (
          <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
            <Icon name="down" size={14} />
            {all ? t('option.digits_hide') : t('signal.more', { count: more })}
          </button>
        )}
      </div>
      {told.length > 0 && (
        <ul>
          {told.map(({ power, name, said, likelihood }) => (
            <li key={power} class={`is-${likelihood}`}>
              <Mark power={power} size={18} />
              <span>
                <b>{name}</b> {said}
              </span>
            </li>
          ))}
        </ul>
      )}
      {seen.map((sign) => (
        <p key={sign} class="seen">
          {sign}
        </p>
      ))}
      {nothing && <p class="muted">{t('signal.nothing_new')}</p>}
      {all && !nothing && (
        <>
          {silent.length > 0 && <SilentLine powers={silent}>{t('signal.none')}</SilentLine>}
          {unannounced.length > 0 && <SilentLine powers={unannounced}>{t('signal.unannounced')}</SilentLine>}
        </>
      )}
    </section>
  );
};

/** The two institutions that disagree most; the others on request. */
export const Views = ({ views }: { readonly views: readonly ViewModel[] }) => {
  const [all, setAll] = useState(false);
  const { facts } = useAsked();
  const told = all ? views : mostApart(views);
  return (
    <section>
      <div class="sec mt">
        <h3>{t('view.title')}</h3>
        {views.length > told.length || all ? (
          <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
            <Icon name="down" size={14} />
            {all ? t('option.digits_hide') : t('view.more', { count: views.length - told.length })}
          </button>
        ) : null}
      </div>
      <ul class="council">
        {told.map(({ viewpoint, name, about, text, stance, whom, option }) => (
          <li key={viewpoint}>
            <ViewpointSign viewpoint={viewpoint} />
            <button
              type="button"
              class="who opens"
              title={about}
              aria-haspopup="dialog"
              onClick={() => (facts.value = { kind: 'viewpoint', id: viewpoint })}
            >
              {name}
            </button>
            <div class="pref" title={option === undefined ? '' : t('view.for', { option })}>
              <StanceTag stance={stance} about={stance.kind === 'align' ? whom : ''} />
            </div>
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The odds the player holds about what is hidden: bars with words, folded. */
export const Odds = ({ odds }: { readonly odds: readonly OddsModel[] }) => (
  <details class="fold">
    <summary>{t('odds.title')}</summary>
    {odds.map((hidden) => (
      <OddsBars key={hidden.id} hidden={hidden} />
    ))}
  </details>
);
