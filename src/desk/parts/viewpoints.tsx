import { useContext } from 'preact/hooks';
import { Drawings } from './marks.tsx';

const PLAIN = 'M10 14h8';

/** The sign of a viewpoint; its name stands beside it or is its accessible name. */
export const ViewpointSign = ({ viewpoint, label }: { readonly viewpoint: string; readonly label?: string }) => {
  const { viewpoints } = useContext(Drawings);
  return (
    <svg
      class="adv"
      viewBox="0 0 28 28"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {label !== undefined && <title>{label}</title>}
      <circle cx="14" cy="14" r="12.5" />
      <path d={viewpoints.find(({ id }) => id === viewpoint)?.sign ?? PLAIN} />
    </svg>
  );
};
