import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/players/forecast.ts';
import { sideBySide, tellingIn } from '../../src/players/side-by-side.ts';

/** An answer after which each of four readings changes by so much in every one of ten futures. */
const weighed = (cost: number, ...changes: readonly number[]) => ({
  cost,
  forecast: {
    readings: changes.map((by, i) => ({ id: `reading_${String(i)}`, p10: by, p50: by, p90: by, mean: by })),
    changes: changes.map((by) => Int32Array.from({ length: 10 }, () => by)),
    events: [],
    endings: [],
    seen: [],
  } satisfies Forecast,
});

const basedOn = (...list: readonly ReturnType<typeof weighed>[]) => {
  const shown = sideBySide(list)!;
  return { base: list.indexOf(shown.base), telling: tellingIn(shown), columns: shown.columns };
};

describe('the answers of a stop side by side', () => {
  it('are measured by the cheapest, whatever the others would say', () => {
    expect(basedOn(weighed(1, 90, 90, 90, 0), weighed(0, 0, 0, 0, 0), weighed(2, 0, 0, 0, 0))).toEqual({
      base: 1,
      telling: 3,
      columns: [0, 1, 2],
    });
  });

  it('are measured, of equally cheap ones, by that which most can be said against', () => {
    const dear = weighed(1, 20, 0, -20, 20);
    const like = weighed(0, 20, 0, -20, 0);
    const unlike = weighed(0, 0, 0, 0, 0);
    expect(basedOn(like, unlike, dear)).toEqual({ base: 1, telling: 5, columns: [0, 2, 3] });
    expect(basedOn(unlike, like, dear).base).toBe(0);
  });

  it('are measured by the first where all say as much', () => {
    expect(basedOn(weighed(0, 10, 0, 0, 0), weighed(0, 0, 10, 0, 0)).base).toBe(0);
    expect(basedOn(weighed(0, 0, 0, 0, 0), weighed(0, 4, -4, 0, 0))).toEqual({ base: 0, telling: 0, columns: [0, 1, 2] });
  });

  it('need an answer', () => {
    expect(sideBySide([])).toBeUndefined();
  });
});
