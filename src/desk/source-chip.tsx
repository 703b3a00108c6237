import { t } from '../text/text.ts';
import { statusWord, type ClaimModel } from './claim.ts';
import { Icon } from './icons.tsx';
import { showSource } from './source-card.tsx';

/** Document, paragraph, and the status in italics; no word means asserted. Opens the source card. */
export const SourceChip = ({ claim, short = false }: { readonly claim: ClaimModel; readonly short?: boolean }) => (
  <button type="button" class="chip" onClick={(event) => showSource(claim, event.currentTarget)}>
    {!short && <Icon name="sheet" size={14} />}
    {short ? `¶${String(claim.paragraph)}` : t('source.chip', { article: claim.article, n: claim.paragraph })}
    {claim.epistemic !== 'asserted' && !short && (
      <>
        {' · '}
        <span class="ep">{statusWord(claim.epistemic)}</span>
      </>
    )}
    {short && <span class="vh">{`${claim.article} ${statusWord(claim.epistemic)}`}</span>}
  </button>
);

/** Chips of one article stand together: the first says which, the others only their paragraph. */
export const SourceChips = ({ claims }: { readonly claims: readonly ClaimModel[] }) => (
  <span class="srcs">
    {claims.map((claim, i) => (
      <SourceChip key={claim.id} claim={claim} short={i > 0 && claims[i - 1]?.article === claim.article} />
    ))}
  </span>
);
