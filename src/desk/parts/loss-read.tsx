import { t } from '../../text/text.ts';
import type { LossModel } from '../../telling/looking-back.ts';

/** Why a game was lost before its time: threshold, warning, and what was done that moved it there. */
export const LossRead = ({ loss }: { readonly loss: LossModel }) => (
  <>
    <ul class="plain">
      {loss.thresholds.map((threshold) => (
        <li key={threshold}>{threshold}</li>
      ))}
      <li>{loss.warning === '' ? t('review.unwarned') : loss.warning}</li>
    </ul>
    {loss.acts.length > 0 && (
      <>
        <h3 class="small-h">{t('review.loss_acts')}</h3>
        <ul class="plain">
          {loss.acts.map((act) => (
            <li key={act}>{act}</li>
          ))}
        </ul>
      </>
    )}
  </>
);
