import { describe, expect, test } from 'vitest';
import { ABOVE, BESIDE, boxAt, findRoom, meet, textWidth } from '../../src/desk/chart/clear.ts';
import { shipped } from '../playthrough/shipped.ts';
import type { Asked, Box } from '../../src/desk/chart/clear.ts';
import { capitalAt, fitChart, geographyOf } from '../../src/desk/chart/projection.ts';

const bounds: Box = { left: 0, top: 0, right: 400, bottom: 300 };
const asked = (id: string, x: number, y: number, more: Partial<Asked> = {}): Asked => ({
  id,
  at: { x, y },
  reach: { x: 12, up: 6, down: 6 },
  sides: BESIDE,
  forms: [[id]],
  ...more,
});
const room = (all: readonly Asked[], taken: readonly Box[] = [], lines: readonly { x: number; y: number }[] = []) =>
  findRoom(all, { taken, lines, bounds }, 13);

describe('names on the chart', () => {
  test('neighbours take different sides', () => {
    const spots = room([asked('Cửa khẩu Hữu Nghị', 200, 100, { sides: ABOVE }), asked('Móng Cái', 218, 92, { sides: ABOVE })]);
    const boxes = [...spots].map(([id, spot]) => boxAt(spot, textWidth(id, 13), 13));
    expect(boxes).toHaveLength(2);
    expect(meet(boxes[0] ?? bounds, boxes[1] ?? bounds)).toBe(false);
  });
  test('a name turns where the chart ends, or where something stands', () => {
    expect(room([asked('Đà Nẵng', 380, 100)]).get('Đà Nẵng')?.align).toBe('end');
    const wall = { left: 205, right: 300, top: 90, bottom: 110 };
    expect(room([asked('Đà Nẵng', 200, 100)], [wall]).get('Đà Nẵng')?.align).toBe('end');
  });
  test('a tie turns a name only while there is room elsewhere', () => {
    const tie = [{ x: 230, y: 100 }];
    expect(room([asked('Vũng Tàu', 200, 100)], [], tie).get('Vũng Tàu')?.align).toBe('end');
    expect(room([asked('Vũng Tàu', 200, 100, { sides: ['right'] })], [], tie).get('Vũng Tàu')?.align).toBe('start');
  });
  test('a line goes before the name does, and the name only where nothing fits', () => {
    const low = { left: 0, right: 400, top: 112, bottom: 300 };
    const high = { left: 0, right: 400, top: 0, bottom: 88 };
    const two = asked('bank', 200, 100, { forms: [['Vanguard Bank', 'Stand-off'], ['Vanguard Bank']] });
    expect(room([two]).get('bank')?.form).toBe(0);
    expect(room([two], [low, high]).get('bank')?.form).toBe(1);
    expect(room([two], [bounds]).has('bank')).toBe(false);
  });
});

test.each([
  [320, 236],
  [390, 236],
  [430, 236],
])('flags on a %i by %i chart keep their rows', (right, bottom) => {
  const projection = fitChart({ left: 0, top: 0, right, bottom }, geographyOf(shipped('vanguard-bank-2019').catalogue));
  const rows = ['china', 'us', 'japan', 'australia'].map((power) => capitalAt(projection, power).y);
  rows.slice(1).forEach((y, i) => {
    expect(y - (rows[i] ?? 0)).toBeGreaterThanOrEqual(27);
  });
  expect(capitalAt(projection, 'hanoi').y - (rows[1] ?? 0)).toBeGreaterThanOrEqual(13 + 11);
  const change = 5 + textWidth('−99', 12);
  for (const [moscow, beijing] of [
    ['Moscow', 'Beijing'],
    ['Moskva', 'Bắc Kinh'],
  ] as const) {
    const end = capitalAt(projection, 'russia').x + 36 + 16 + 5 + textWidth(moscow, 12) + change;
    expect(capitalAt(projection, 'china').x - (24 + 16 + 5 + textWidth(beijing, 12) + change) / 2, beijing).toBeGreaterThan(end);
  }
});
