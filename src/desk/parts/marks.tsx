import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Catalogue, MarkInfo } from '../../bundle/bundle.ts';

/** Whose marks are drawn: the catalogue of the scenario on screen. */
export const Drawings = createContext<Pick<Catalogue, 'marks' | 'powers' | 'viewpoints'>>({ marks: {}, powers: [], viewpoints: [] });

const CLASSES = { fill: 'm-f', paper: 'm-n', line: 'm-s', thin: 'm-l' } as const;

/** For a power whose mark nobody drew. */
const PLAIN: MarkInfo = [{ part: 'fill', path: 'M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z' }];

/** The mark of a power; never without its name beside it or in the accessible name of what holds it. Told by its shape alone: colour only repeats it. */
export const Mark = ({ power, size = 18 }: { readonly power: string; readonly size?: number }) => {
  const { marks, powers } = useContext(Drawings);
  const info = powers.find(({ id }) => id === power);
  return (
    <svg
      class={`mk mark tint-${String(info?.tint ?? 0)}`}
      width={size}
      height={size}
      viewBox="-13 -13 26 26"
      aria-hidden="true"
      focusable="false"
    >
      {(marks[info?.mark ?? power] ?? PLAIN).map(({ part, path }) => (
        <path key={path} class={CLASSES[part]} d={path} />
      ))}
    </svg>
  );
};
