import { t } from '../../text/text.ts';
import { statusWord } from '../../telling/claim-words.ts';
import { Icon } from './icons.tsx';
import { useAsked } from './asked.ts';
import type { ClaimModel } from '../../telling/claims.ts';

/** Document, paragraph, and the status in italics; no word means asserted. Opens the card of every claim of that paragraph. */
const SourceChip = ({ claims, short }: { readonly claims: readonly [ClaimModel, ...ClaimModel[]]; readonly short: boolean }) => {
  const { source } = useAsked();
  const [first] = claims;
  const status = [...new Set(claims.map(({ epistemic }) => epistemic))]
    .filter((each) => each !== 'asserted')
    .map(statusWord)
    .join(', ');
  return (
    <button type="button" class="chip" onClick={(event) => (source.value = { claims, from: event.currentTarget })}>
      {!short && <Icon name="sheet" size={14} />}
      {short && <span class="vh">{first.cited} </span>}
      {short ? `¶${String(first.paragraph)}` : t('source.chip', { article: first.cited, n: first.paragraph })}
      {status !== '' && (
        <>
          {' · '}
          <span class="ep">{status}</span>
        </>
      )}
    </button>
  );
};

/** Chips of one article stand together: the first says which, the others only their paragraph. */
export const SourceChips = ({ claims }: { readonly claims: readonly ClaimModel[] }) => {
  const groups: [ClaimModel, ...ClaimModel[]][] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first.article === claim.article && first.paragraph === claim.paragraph);
    if (group === undefined) groups.push([claim]);
    else group.push(claim);
  }
  return (
    <span class="srcs">
      {groups.map((group, i) => (
        <SourceChip key={group[0].id} claims={group} short={i > 0 && groups[i - 1]?.[0].article === group[0].article} />
      ))}
    </span>
  );
};
