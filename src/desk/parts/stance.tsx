import type { Stance } from '../../engine/program.ts';
import { t } from '../../text/text.ts';

const CODE = { hedge: 'h', partner: 'p', align: 'a', resist: 'r', defer: 'd' } as const;

/** Stance by shape and word, with the power concerned. */
export const StanceTag = ({ stance, about }: { readonly stance: Stance; readonly about?: string }) => (
  <span class={`tag ${CODE[stance]}`}>
    {t(`stance.${stance}`)}
    {about ? ` · ${about}` : ''}
  </span>
);
