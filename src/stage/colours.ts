/** The stage has no colours of its own: it reads the desk's tokens, so a theme changes both at once. */
export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly sea: string;
  readonly contour: string;
  readonly celadon1: string;
  readonly celadon2: string;
  readonly celadon3: string;
  readonly land: string;
  readonly coast: string;
  readonly hatch: string;
  readonly graticule: string;
  readonly trustLow: string;
  readonly trustMid: string;
  readonly trustHigh: string;
  readonly seal: string;
  /** Colours of powers; 0 is the seal's. */
  readonly tints: readonly string[];
  readonly caption: string;
}

const TINTS = [1, 2, 3, 4, 5, 6, 7];

export const readColours = (host: Element): Colours => {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: token('--paper'),
    ink: token('--ink'),
    sea: token('--sea'),
    contour: token('--wl'),
    celadon1: token('--cel-1'),
    celadon2: token('--cel-2'),
    celadon3: token('--cel-3'),
    land: token('--land'),
    coast: token('--coast'),
    hatch: token('--hatch'),
    graticule: token('--grat'),
    trustLow: token('--t-lo'),
    trustMid: token('--t-mid'),
    trustHigh: token('--t-hi'),
    seal: token('--seal'),
    tints: [token('--seal'), ...TINTS.map((n) => token(`--p-${String(n)}`))],
    caption: token('--ink-3'),
  };
};

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour so far (0..1) on the way from one to another, both `#rrggbb`. */
export const mix = (from: string, to: string, share: number): string => {
  const end = channels(to);
  const mixed = channels(from).map((channel, i) => Math.round(channel + ((end[i] ?? channel) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};
