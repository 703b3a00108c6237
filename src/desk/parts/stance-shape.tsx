import type { StanceKind } from '../../bundle/stance.ts';

/** The mark of a stance within a drawing, about the origin: the same shapes as before its word. */
export const StanceShape = ({ kind }: { readonly kind: StanceKind }) => {
  switch (kind) {
    case 'hedge':
      return <circle class="st-h" r="4.6" />;
    case 'partner':
      return <path class="st-p" d="M0-5.6L5.6 4.8H-5.6Z" />;
    case 'align':
      return <rect class="st-a" x="-4.6" y="-4.6" width="9.2" height="9.2" />;
    case 'resist':
      return <path class="st-r" d="M0-6L6 0L0 6L-6 0Z" />;
    case 'defer':
      return <path class="st-d" d="M-5 0H5" />;
  }
};
