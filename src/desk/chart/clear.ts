import type { Point } from './projection.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A mark whose name has yet to find room. */
export interface Asked {
  readonly id: string;
  readonly at: Point;
  /** How far from the mark the name starts: sideways, and above or below. */
  readonly reach: { readonly x: number; readonly up: number; readonly down: number };
  readonly sides: readonly Side[];
  /** What to write, fullest first; the later ones leave lines out. */
  readonly forms: readonly (readonly string[])[];
}

/** Where a name stands: the edge (or the middle) of its text, and the middle of its height. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly align: 'start' | 'middle' | 'end';
  /** Which of its forms found room. */
  readonly form: number;
}

export type Side = 'right' | 'left' | 'above' | 'below' | 'above right' | 'below right' | 'above left' | 'below left';

export const BESIDE: readonly Side[] = ['right', 'left', 'above right', 'below right', 'above left', 'below left', 'above', 'below'];
/** Where ties leave for the east and south, names go above first. */
export const ABOVE: readonly Side[] = ['above right', 'above', 'right', 'below right', 'above left', 'left', 'below left', 'below'];

const LEADING = 1.25;

const emOf = (letter: string): number => {
  if (letter === ' ') return 0.28;
  if (/[ijl.,:;'’|]/u.test(letter)) return 0.3;
  if (/[frtI()\-–]/u.test(letter)) return 0.42;
  if (/[mwMW]/u.test(letter)) return 0.95;
  return /\p{Lu}/u.test(letter) ? 0.74 : 0.62;
};

/** Width of a text in the interface's face, on the wide side: measured text would move when the fonts arrive. */
export const textWidth = (text: string, size: number): number =>
  size * Array.from(text.normalize('NFD').replace(/\p{M}/gu, ''), emOf).reduce((sum, em) => sum + em, 0);

export const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (a: Box, b: Box): boolean => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

const spotAt = ({ at, reach }: Asked, side: Side, height: number): Omit<Spot, 'form'> => ({
  align: side.endsWith('right') ? 'start' : side.endsWith('left') ? 'end' : 'middle',
  x: at.x + (side.endsWith('right') ? reach.x : side.endsWith('left') ? -reach.x : 0),
  y: at.y + (side.startsWith('above') ? -reach.up - height / 2 : side.startsWith('below') ? reach.down + height / 2 : 0),
});

export const boxAt = ({ x, y, align }: Omit<Spot, 'form'>, width: number, height: number): Box => {
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
};

const covers = (box: Box, points: readonly Point[]): boolean =>
  points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);

interface Ground {
  /** What no name may lie on. */
  readonly taken: readonly Box[];
  /** Points of lines that names keep clear of while they can. */
  readonly lines: readonly Point[];
  readonly bounds: Box;
}

/** Gives each name, most important first, the first side where it meets nothing. A name that fits nowhere is left out. */
export const findRoom = (asked: readonly Asked[], { taken, lines, bounds }: Ground, size: number): ReadonlyMap<string, Spot> => {
  const full = [...taken];
  const spots = new Map<string, Spot>();
  for (const each of asked) {
    const free = each.forms.flatMap((words, form) => {
      const width = Math.max(...words.map((line) => textWidth(line, size)));
      const height = words.length * size * LEADING;
      const open = each.sides
        .map((side) => {
          const spot = { ...spotAt(each, side, height), form };
          return { spot, box: boxAt(spot, width, height) };
        })
        .filter(({ box }) => within(box, bounds) && !full.some((other) => meet(box, other)));
      return [...open.filter(({ box }) => !covers(box, lines)), ...open];
    });
    const [found] = free;
    if (found === undefined) continue;
    full.push(found.box);
    spots.set(each.id, found.spot);
  }
  return spots;
};
