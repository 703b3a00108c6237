import type { OddsModel } from '../../telling/brief.ts';
import { t } from '../../text/text.ts';

/** The odds held about one hidden cause; a tick where they stood before. */
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
