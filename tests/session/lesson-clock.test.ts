import { describe, expect, test } from 'vitest';
import {
  after,
  begun,
  clockWords,
  closesAt,
  extended,
  isPaused,
  leftAt,
  paused,
  phasesOf,
  ranOn,
  RHYTHMS,
  resumed,
  sittingFrom,
} from '../../src/session/lesson/clock.ts';

const NOW = 1_700_000_000_000;

describe('the clock of a stop', () => {
  test('gives reading 1:15, talk 2:00, cards 0:30, outcome 1:00', () => {
    expect([...RHYTHMS.corners.values()].map(clockWords)).toEqual(['1:15', '2:00', '0:30', '1:00']);
    expect(phasesOf('corners').map((phase) => after(phase, 'corners'))).toEqual(['huddle', 'cards', 'outcome', undefined]);
  });

  test('runs down, never below nothing, and a machine set back adds nothing', () => {
    const clock = begun('cards', 'corners', NOW);
    expect([0, 10_000, 30_000, 90_000, -50_000].map((by) => leftAt(clock, NOW + by))).toEqual([30_000, 20_000, 0, 0, 30_000]);
  });

  test('stands still while it is paused, and goes on from there', () => {
    const still = paused(begun('huddle', 'corners', NOW), NOW + 20_000);
    expect([isPaused(still), leftAt(still, NOW + 500_000)]).toEqual([true, 100_000]);
    expect(leftAt(resumed(still, NOW + 500_000), NOW + 501_000)).toBe(99_000);
  });

  test('is given more time running, paused and when it was up', () => {
    const clock = begun('cards', 'corners', NOW);
    expect(leftAt(extended(clock, 30_000, NOW + 10_000), NOW + 10_000)).toBe(50_000);
    expect(leftAt(extended(clock, 30_000, NOW + 60_000), NOW + 61_000)).toBe(29_000);
    const still = extended(paused(clock, NOW + 10_000), 30_000, NOW + 90_000);
    expect([isPaused(still), leftAt(still, NOW + 200_000)]).toEqual([true, 50_000]);
  });

  test('runs from reading into talk and from talk into cards, and waits there', () => {
    const clock = begun('reading', 'corners', NOW);
    expect(ranOn(clock, 'corners', NOW + 74_999)).toBe(clock);
    expect(ranOn(clock, 'corners', NOW + 75_000)).toEqual({ phase: 'huddle', left: 120_000, since: NOW + 75_000 });
    // A tab that slept wakes where the class would be.
    const late = ranOn(clock, 'corners', NOW + 200_000);
    expect([late.phase, leftAt(late, NOW + 200_000)]).toEqual(['cards', 25_000]);
    expect(ranOn(late, 'corners', NOW + 900_000)).toBe(late);
    const outcome = begun('outcome', 'corners', NOW);
    expect(ranOn(outcome, 'corners', NOW + 900_000)).toBe(outcome);
    const still = paused(clock, NOW + 1000);
    expect(ranOn(still, 'corners', NOW + 900_000)).toBe(still);
  });

  test('waits wherever a device goes round', () => {
    expect(phasesOf('chairs').map((phase) => after(phase, 'chairs'))).toEqual([
      'briefing',
      'huddle',
      'cards',
      'uncovering',
      'outcome',
      undefined,
    ]);
    const read = ranOn(begun('reading', 'chairs', NOW), 'chairs', NOW + 900_000);
    expect(read.phase).toBe('briefing');
    expect(ranOn(begun('huddle', 'chairs', NOW), 'chairs', NOW + 900_000).phase).toBe('cards');
  });

  test('a lesson of eight stops in an hour has seven and a half minutes for each', () => {
    expect([...RHYTHMS.chairs.values()].reduce((sum, each) => sum + each, 0)).toBe(7.5 * 60_000);
  });

  test('is said in minutes and whole seconds', () => {
    expect([0, 1, 999, 1000, 59_001, 61_000].map(clockWords)).toEqual(['0:00', '0:01', '0:01', '0:01', '1:00', '1:01']);
  });
});

test('the last third of the last sitting is the debrief; others end five minutes before the bell', () => {
  const sitting = sittingFrom(NOW, 90);
  expect([(closesAt(sitting, true) - NOW) / 60_000, (closesAt(sitting, false) - NOW) / 60_000]).toEqual([60, 85]);
});
