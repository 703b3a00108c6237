import type { StanceModel } from '../../telling/stance.ts';

const CODE = { hedge: 'h', partner: 'p', align: 'a', resist: 'r', defer: 'd' } as const;

/** Stance by shape and word, with the power concerned. */
export const StanceTag = ({ stance: { kind, word }, about }: { readonly stance: StanceModel; readonly about?: string }) => (
  <span class={`tag ${CODE[kind]}`}>
    {word}
    {about ? ` · ${about}` : ''}
  </span>
);
