import cover from 'virtual:bamboo/cover';

const RINGS = [
  [23, 1],
  [32, 0.75],
  [41, 0.5],
] as const;

const chevrons = (radius: number, turn: number): string =>
  [0, 1, 2]
    .map((i) => {
      const angle = -Math.PI / 2 + (i * 2 * Math.PI) / 3 + turn;
      const at = (out: number, aside: number): string => {
        const x = Math.cos(angle) * (radius + out) - Math.sin(angle) * aside;
        const y = Math.sin(angle) * (radius + out) + Math.cos(angle) * aside;
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      };
      return `M${at(3, -4)}L${at(-2, 0)}L${at(3, 4)}`;
    })
    .join('');

/** The sea in the corner of the first screen, with the place where it begins: an ornament. */
export const HomeChart = () => (
  <svg class="homec" viewBox="0 0 640 560" width="640" height="560" aria-hidden="true" focusable="false">
    <defs>
      <path id="homec-land" d={cover.land} />
      <pattern id="homec-hatch" width="6" height="2.6" patternUnits="userSpaceOnUse">
        <path class="homec-hatch" d="M0 1.3h6" />
      </pattern>
      <pattern id="homec-press" width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="homec-press" d="M0 0v4.5" />
      </pattern>
    </defs>
    <rect class="homec-sea" width="640" height="560" />
    {[3, 2, 1].map((step) => (
      <g key={step} class={`homec-deep is-${String(step)}`}>
        <use href="#homec-land" class="line" />
        <use href="#homec-land" class="water" />
      </g>
    ))}
    <path class="homec-grat" d={cover.graticule} />
    <use href="#homec-land" stroke="url(#homec-hatch)" stroke-width="13" fill="none" />
    <use href="#homec-land" class="homec-land" />
    <g transform={`translate(${String(cover.front[0])} ${String(cover.front[1])})`} class="homec-front">
      <circle class="disc" r="20" fill="url(#homec-press)" />
      {RINGS.map(([radius, strength], i) => (
        <g key={radius} opacity={strength}>
          <circle r={radius} />
          <path d={chevrons(radius, 0.52 * i)} />
        </g>
      ))}
    </g>
  </svg>
);
