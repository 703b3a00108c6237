import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { branchAt, isOver, menuNow, newGame, playTurn, type Game } from '../../src/session/game.ts';
import { openRecord } from '../../src/session/link.ts';
import { openSaves } from '../../src/session/saves.ts';
import { twoDoors } from './bundle.ts';

const bundle = twoDoors();
const find = () => Promise.resolve(bundle);
const begun = newGame(bundle, { seed: '0123456789', choices: [] });
const onward = (game: Game): Game => {
  const answers = menuNow(game).situations.flatMap(({ situation, options }) => {
    const option = options.find(({ legal }) => legal);
    return option === undefined ? [] : [{ situation, option: option.option }];
  });
  return playTurn(game, { answers, acts: [] });
};
const finished = (() => {
  let game = begun;
  while (!isOver(game)) game = onward(game);
  return game;
})();

/** Milliseconds of a clock that is set back, stands still or is none. */
const CLOCKS = [1_700_000_000_000, 1, 0, NaN];

beforeEach(() => (globalThis.indexedDB = new IDBFactory()));
afterEach(() => (globalThis.indexedDB = new IDBFactory()));

const raw = async (put: (store: { put: (value: unknown, key: string) => Promise<unknown> }) => Promise<unknown>) => {
  const db = await openDB('bamboo-diplomacy', 1, { upgrade: (fresh) => void fresh.createObjectStore('games') });
  await put({ put: (value, key) => db.put('games', value, key) });
  db.close();
};

describe('kept games', () => {
  test('come back with their lines, the one used last first, whatever the clock says', async () => {
    const saves = openSaves();
    for (const [i, at] of CLOCKS.entries()) expect(await saves.put(`game ${i}`, onward(begun), 0, at)).toEqual({ ok: true, value: 1 });
    await saves.put('game 1', branchAt(onward(onward(begun)), 1), 1, 5);
    const all = await saves.list();
    expect(all.ok && all.value.map(({ id }) => id)).toEqual(['game 1', 'game 3', 'game 2', 'game 0']);
    const [first] = all.ok ? all.value : [];
    const opened = await openRecord(first?.record, find, first?.line);
    expect(opened.ok && [opened.value.game.line, opened.value.game.states.length]).toEqual([1, 2]);
    expect(first?.exploration).toBe(true);
  });

  test('are not overwritten by a window that has fallen behind', async () => {
    const [a, b] = [openSaves(), openSaves()];
    await a.put('game', begun, 0, 0);
    expect(await b.put('game', onward(onward(begun)), 1, 0)).toEqual({ ok: true, value: 2 });
    expect(await a.put('game', onward(begun), 1, 0)).toMatchObject({ ok: false, problem: { code: 'stale' } });
    const kept = await a.get('game');
    expect(kept.ok && [kept.value?.turn, kept.value?.revision]).toEqual([2, 2]);
  });

  test('make room for others only when they are finished, the oldest first', async () => {
    const saves = openSaves();
    for (let i = 0; i < 20; i++) await saves.put(`open ${i}`, begun, 0, 0);
    for (let i = 0; i < 8; i++) await saves.put(`over ${i}`, finished, 0, 9_999_999_999_999);
    await saves.put('the newest', begun, 0, -1);
    const all = await saves.list();
    const ids = all.ok ? all.value.map(({ id }) => id) : [];
    expect(ids[0]).toBe('the newest');
    expect(ids.filter((id) => id.startsWith('open'))).toHaveLength(20);
    expect(ids.filter((id) => id.startsWith('over'))).toEqual(['over 7', 'over 6', 'over 5']);
  });

  test('of the first release are listed and open, and what cannot be read hides none of them', async () => {
    const { record } = onward(begun);
    const [line] = record.lines;
    const first = {
      format: 1,
      scenario: record.scenario,
      rules: record.rules,
      seed: '0123456789',
      setup: [],
      seats: [0],
      orders: line?.orders,
    };
    await raw(async (store) => {
      await store.put({ id: 'old', scenario: 'two-doors', turn: 1, over: false, exploration: false, at: NaN, record: first }, 'old');
      await store.put({ id: 'gone', scenario: 'atlantis', at: 7, record: null }, 'gone');
      await store.put('nonsense', 'nonsense');
      await store.put({ at: 3 }, 'half');
    });
    const all = await openSaves().list();
    expect(all.ok && all.value.map(({ id, turn, at }) => [id, turn, at])).toEqual([
      ['gone', 0, 7],
      ['old', 1, 0],
    ]);
    const old = all.ok ? all.value.find(({ id }) => id === 'old') : undefined;
    const opened = await openRecord(old?.record, find, old?.line);
    expect(opened.ok && opened.value.game.states.length).toBe(2);
  });

  test('are called what their player calls them, and no window falls behind by it', async () => {
    const [a, b] = [openSaves(), openSaves()];
    await a.put('game', begun, 0, 0, { name: 'as it came' });
    await a.put('other', begun, 0, 0);
    const names = async () => {
      const all = await a.list();
      return all.ok && all.value.map(({ id, name }) => [id, name]);
    };
    expect(await names()).toEqual([
      ['other', undefined],
      ['game', 'as it came'],
    ]);
    expect(await b.rename?.('game', 'July')).toEqual({ ok: true, value: undefined });
    expect(await a.put('game', onward(begun), 1, 0, { name: 'as it came' })).toEqual({ ok: true, value: 2 });
    expect(await names()).toEqual([
      ['game', 'July'],
      ['other', undefined],
    ]);
    await b.rename?.('game', undefined);
    await a.put('game', onward(onward(begun)), 2, 0, { name: 'as it came' });
    expect(await b.rename?.('gone', 'nobody')).toEqual({ ok: true, value: undefined });
    expect(await names()).toEqual([
      ['game', undefined],
      ['other', undefined],
    ]);
    const kept = await a.get('game');
    expect(kept.ok && (await openRecord(kept.value?.record, find))).toMatchObject({ ok: true, value: { game: { states: { length: 3 } } } });
  });

  test('drop a name that cannot be used, and open', async () => {
    const saves = openSaves();
    await saves.put('game', onward(begun), 0, 0);
    const kept = await saves.get('game');
    for (const [name, read] of [
      ['x'.repeat(61), undefined],
      [{ toString: 'x' }, undefined],
      ['two\u202e lines\n', 'two lines'],
    ] as const) {
      await raw((store) => store.put({ ...(kept.ok ? kept.value : {}), name }, 'game'));
      const again = await saves.get('game');
      expect(again.ok && again.value?.name).toBe(read);
      expect(again.ok && (await openRecord(again.value?.record, find))).toMatchObject({ ok: true });
    }
  });

  test('keep what they came with, whatever is said of them later', async () => {
    const saves = openSaves();
    await saves.put('sent', finished, 0, 0, { received: true, actsFrom: 2 });
    await saves.put('sent', branchAt(finished, 0), 1, 0, {});
    await saves.put('own', begun, 0, 0);
    const all = await openSaves().list();
    expect(all.ok && all.value.map(({ id, received, actsFrom }) => ({ id, received, actsFrom }))).toEqual([
      { id: 'own', received: undefined, actsFrom: undefined },
      { id: 'sent', received: true, actsFrom: 2 },
    ]);
    await saves.rename?.('sent', 'theirs');
    expect(await saves.get('sent')).toMatchObject({ value: { received: true, actsFrom: 2, name: 'theirs' } });
  });

  test('drop an origin that cannot be one, and open', async () => {
    const saves = openSaves();
    await saves.put('game', onward(begun), 0, 0);
    const kept = await saves.get('game');
    for (const [received, actsFrom] of [
      ['yes', -1],
      [1, '2'],
      [{}, 1.5],
      [null, 0],
    ]) {
      await raw((store) => store.put({ ...(kept.ok ? kept.value : {}), received, actsFrom }, 'game'));
      const again = await saves.get('game');
      expect(again.ok && again.value).not.toHaveProperty('received');
      expect(again.ok && again.value).not.toHaveProperty('actsFrom');
      expect(again.ok && (await openRecord(again.value?.record, find))).toMatchObject({ ok: true });
    }
  });

  test('are waited for no longer than a person would', async () => {
    globalThis.indexedDB = Object.assign(new IDBFactory(), { open: () => new IDBOpenDBRequest() });
    const saves = openSaves(500);
    expect(await saves.list()).toMatchObject({ ok: false, problem: { code: 'silent' } });
    expect(await saves.put('game', begun, 0, 0)).toMatchObject({ ok: false, problem: { code: 'silent' } });
    globalThis.indexedDB = new IDBFactory();
    expect(await saves.put('game', begun, 0, 0)).toEqual({ ok: true, value: 1 });
  });

  describe('that take longer than their player waits', () => {
    /** Milliseconds: no longer is waited. */
    const PATIENCE = 40;

    /** Storage that is busy with something else until it is let go. */
    const busy = async (): Promise<() => void> => {
      const db = await openDB('bamboo-diplomacy', 1, { upgrade: (fresh) => void fresh.createObjectStore('games') });
      const tx = db.transaction('games', 'readwrite');
      let held = true;
      const hold = (): void => {
        if (held) void tx.store.get('').then(hold);
        else db.close();
      };
      hold();
      return () => (held = false);
    };

    test('are kept all the same, are told, and are no other window’s', async () => {
      const saves = openSaves(PATIENCE);
      const free = await busy();
      const first = await saves.put('game', begun, 0, 0);
      expect(first).toMatchObject({ ok: false, problem: { code: 'silent' } });
      const again = await saves.put('game', onward(begun), 0, 0);
      free();
      expect(first.ok || (await first.problem.late)).toEqual({ ok: true, value: 1 });
      expect(again.ok || (await again.problem.late)).toEqual({ ok: true, value: 2 });
      expect(await saves.put('game', onward(onward(begun)), 0, 0)).toEqual({ ok: true, value: 3 });
      expect(await saves.put('game', onward(begun), 3, 0)).toEqual({ ok: true, value: 4 });
    });

    test('are another window’s where that one wrote since', async () => {
      const saves = openSaves(PATIENCE);
      const free = await busy();
      const first = await saves.put('game', begun, 0, 0);
      free();
      if (!first.ok) await first.problem.late;
      expect(await openSaves().put('game', onward(onward(begun)), 1, 0)).toEqual({ ok: true, value: 2 });
      expect(await saves.put('game', onward(begun), 0, 0)).toMatchObject({ ok: false, problem: { code: 'stale' } });
    });

    test('are listed once they come', async () => {
      await openSaves().put('game', begun, 0, 0);
      const free = await busy();
      const all = await openSaves(PATIENCE).list();
      free();
      expect(all).toMatchObject({ ok: false, problem: { code: 'silent' } });
      expect(all.ok || (await all.problem.late)).toMatchObject({ ok: true, value: [{ id: 'game', revision: 1 }] });
    });
  });

  test('say what keeps them from being kept', async () => {
    globalThis.indexedDB = Object.assign(new IDBFactory(), {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    expect(await openSaves().put('game', begun, 0, 0)).toMatchObject({ ok: false, problem: { code: 'blocked' } });
  });
});

test('a save whose end is damaged opens up to its last good turn, and says why', async () => {
  let game = begun;
  for (let i = 0; i < 4; i++) game = onward(game);
  const record = JSON.parse(JSON.stringify(game.record)) as { lines: { checks: number[] }[] };
  record.lines[0]!.checks[2] = (record.lines[0]!.checks[2]! ^ 1) >>> 0;
  const opened = await openRecord(record, find);
  expect(opened).toMatchObject({ ok: true });
  expect(opened.ok && [opened.value.game.states.length, opened.value.tail?.code]).toEqual([3, 'check-differs']);
  if (!opened.ok) return;
  const on = onward(opened.value.game);
  expect(await openRecord(JSON.parse(JSON.stringify(on.record)), find)).toMatchObject({
    ok: true,
    value: { game: { states: { length: 4 } } },
  });
  record.lines[0]!.checks[0] = (record.lines[0]!.checks[0]! ^ 1) >>> 0;
  expect(await openRecord(record, find)).toMatchObject({ ok: false, problem: { code: 'check-differs', turn: 0 } });
});
