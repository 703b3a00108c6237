/** The stage has no colours of its own: it reads the desk's tokens, so a theme changes both at once. */
const TOKENS = {
  paper: '--paper',
  ink: '--ink',
  sea: '--sea',
  contour: '--wl',
  celadon1: '--cel-1',
  celadon2: '--cel-2',
  celadon3: '--cel-3',
  land: '--land',
  coast: '--coast',
  hatch: '--hatch',
  graticule: '--grat',
  trustLow: '--t-lo',
  trustMid: '--t-mid',
  trustHigh: '--t-hi',
  seal: '--seal',
  beijing: '--p-cn',
  caption: '--ink-3',
} as const;

export type Colours = Readonly<Record<keyof typeof TOKENS, string>>;

export const readColours = (host: Element): Colours => {
  const style = getComputedStyle(host);
  return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])) as Colours;
};
