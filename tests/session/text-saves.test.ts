import { describe, expect, it } from 'vitest';
import { alongLine } from '../../src/engine/record.ts';
import { keyOf } from '../../src/engine/seed.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { ROOM } from '../../src/desk/course/runtime.ts';
import { choicesOf } from '../../src/lab/draw.ts';
import { branchAt, isOver, newGame, playTurn, stateNow, type Game } from '../../src/session/game.ts';
import { linkOf, openRecord } from '../../src/session/link.ts';
import { noteOf, predictionsOf } from '../../src/session/prediction.ts';
import { rulesPrefix } from '../../src/engine/replay.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { openTextSaves, type Keeper } from '../../src/session/text-saves.ts';
import { bundleOf } from '../golden/build.ts';
import { anyOrder } from '../playthrough/any-order.ts';
import { twoDoors } from './bundle.ts';

const PASSED = { answers: [], acts: [] };

/** What keeps one text, and how often it was told that a game is over. */
const keeperOf = (text = '', { room = ROOM, takes = true } = {}) => {
  const told = { text, over: 0 };
  const keeper: Keeper = {
    text,
    room,
    keep: (next, over) => {
      if (takes) {
        told.text = next;
        told.over += Number(over);
      }
      return takes;
    },
  };
  return { told, keeper };
};

const finderOf = (...bundles: readonly Bundle[]) => {
  return (prefix: string) => Promise.resolve(bundles.find(({ rulesHash }) => rulesPrefix(rulesHash) === prefix));
};

const doors = twoDoors();
const find = finderOf(doors);
const begun = (seed: string): Game => newGame(doors, { seed: seedFromText(seed), choices: [] });
const codeOf = (game: Game): string => {
  const link = linkOf(game);
  if (!link.ok) throw new Error(link.problem.message);
  return link.value;
};
const ids = async (saves: ReturnType<typeof openTextSaves>): Promise<readonly string[]> => {
  const all = await saves.list();
  return all.ok ? all.value.map(({ id }) => id) : [];
};

const eyeOf = ({ program }: Bundle): string => program.seats[0]?.id ?? '';
const situationOf = ({ program }: Bundle): string => program.situations.at(-1)?.id ?? '';

/** A game of three turns, with a guess on each. */
const guessedGame = () => {
  let guessed = begun('guesses');
  for (const [i, said] of [10, 50, 70].entries())
    guessed = playTurn(guessed, PASSED, noteOf({ situation: situationOf(doors), said, odds: 37 + i * 400_000 }, eyeOf(doors)));
  return { bundle: doors, guessed };
};

describe('games kept as links in one text', () => {
  it('are read again as they were, the one used last first', async () => {
    const { told, keeper } = keeperOf();
    const saves = openTextSaves(keeper, find);
    const [a, b] = [begun('a'), playTurn(begun('b'), PASSED)];
    expect(await saves.put('a', a, 0, 5)).toEqual({ ok: true, value: 1 });
    expect(await saves.put('b', b, 0, 6)).toEqual({ ok: true, value: 1 });
    expect(await saves.put('a', playTurn(a, PASSED), 1, 7)).toEqual({ ok: true, value: 2 });
    expect(told.text).toBe(`${codeOf(playTurn(a, PASSED))} ${codeOf(b)}`);
    expect(await ids(saves)).toEqual(['a', 'b']);

    const again = await openTextSaves(keeperOf(told.text).keeper, find).list();
    expect(again.ok && again.value.map(({ scenario, turn }) => [scenario, turn])).toEqual([
      [doors.program.id, 1],
      [doors.program.id, 1],
    ]);
  });

  it('keep every line that was played, the one at hand first', async () => {
    const { told, keeper } = keeperOf();
    const saves = openTextSaves(keeper, find);
    const first = playTurn(begun('a'), PASSED);
    const branch = branchAt(first, 0);
    await saves.put('a', first, 0, 1);
    await saves.put('a', branch, 1, 2);
    expect(told.text).toBe(`${codeOf(branch)} ${codeOf(first)}`);
  });

  it('never cut a link: what does not fit leaves the last text as it was, what is older makes room', async () => {
    const [a, b] = [begun('a'), begun('b')];
    const short = keeperOf('', { room: codeOf(a).length - 1 });
    const refused = await openTextSaves(short.keeper, find).put('a', a, 0, 1);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'full' } });
    expect(short.told.text).toBe('');

    const narrow = keeperOf('', { room: codeOf(a).length + codeOf(b).length });
    const saves = openTextSaves(narrow.keeper, find);
    await saves.put('a', a, 0, 1);
    await saves.put('b', b, 0, 2);
    expect(narrow.told.text).toBe(codeOf(b));
  });

  it('say so where they are not taken, and are as they were', async () => {
    const { told, keeper } = keeperOf('', { takes: false });
    const saves = openTextSaves(keeper, find);
    expect(await saves.put('a', begun('a'), 0, 1)).toMatchObject({ ok: false, problem: { code: 'refused' } });
    expect(told.text).toBe('');
    expect(await ids(saves)).toEqual([]);
  });

  it('carry along what cannot be read, and list it as what does not open', async () => {
    const good = codeOf(begun('a'));
    const damaged = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    const { told, keeper } = keeperOf(`${damaged}  <b>words</b>\n`);
    const saves = openTextSaves(keeper, find);
    const listed = await saves.list();
    expect(listed.ok && listed.value.map(({ scenario, record }) => [scenario, record])).toEqual([
      ['', damaged],
      ['', '<b>words</b>'],
    ]);
    await saves.put('new', begun('b'), 0, 1);
    expect(told.text).toBe(`${codeOf(begun('b'))} ${damaged} <b>words</b>`);
  });

  it('are carried along unread where their rules cannot be fetched, and read later', async () => {
    let reachable = false;
    const { told, keeper } = keeperOf(codeOf(begun('a')));
    const saves = openTextSaves(keeper, (prefix) => (reachable ? find(prefix) : Promise.reject(new Error('no network'))));
    await expect(saves.list()).rejects.toThrow('no network');
    await saves.put('new', begun('b'), 0, 1);
    expect(told.text).toBe(`${codeOf(begun('b'))} ${codeOf(begun('a'))}`);
    reachable = true;
    expect(await ids(saves)).toEqual(['new', 'kept-0']);
  });

  it('bring back what was guessed, along its line, where there is room beside all links', async () => {
    const { bundle, guessed } = guessedGame();
    const branch = playTurn(
      branchAt(guessed, 2),
      PASSED,
      noteOf({ situation: situationOf(bundle), said: 90, odds: 1_000_000 }, eyeOf(bundle)),
    );
    const finder = finderOf(bundle);
    const again = async (text: string) => {
      const all = await openTextSaves(keeperOf(text).keeper, finder).list();
      if (!all.ok) throw new Error(all.problem.message);
      return Promise.all(
        all.value.map(async ({ record, line }) => {
          const opened = await openRecord(record, finder, line);
          if (!opened.ok) throw new Error(opened.problem.message);
          const { record: found, line: at } = opened.value.game;
          return predictionsOf({ notes: alongLine(found, at, found.notes) });
        }),
      );
    };
    const { told, keeper } = keeperOf();
    const saves = openTextSaves(keeper, finder);
    await saves.put('a', guessed, 0, 1);
    await saves.put('a', branch, 1, 2);
    const [ofBranch, ofFirst] = await again(told.text);
    expect(ofFirst).toEqual(predictionsOf(guessed.record));
    expect(ofFirst).toHaveLength(3);
    expect(ofBranch).toEqual(predictionsOf({ notes: alongLine(branch.record, branch.line, branch.record.notes) }));
    expect(ofBranch?.map(({ turn, said }) => [turn, said])).toEqual([
      [0, 10],
      [1, 50],
      [2, 90],
    ]);
    // What was read is kept on as it was.
    const second = keeperOf(told.text);
    const reopened = openTextSaves(second.keeper, finder);
    await reopened.list();
    await reopened.put('new', newGame(bundle, { seed: seedFromText('b'), choices: [] }), 0, 3);
    expect(second.told.text.split(' ').slice(1).join(' ')).toBe(told.text);

    const links = `${codeOf(branch)} ${codeOf(guessed)}`;
    for (let room = links.length; room < told.text.length; room += 3) {
      const narrow = keeperOf('', { room });
      const tight = openTextSaves(narrow.keeper, finder);
      await tight.put('a', guessed, 0, 1);
      await tight.put('a', branch, 1, 2);
      expect(narrow.told.text.length).toBeLessThanOrEqual(room);
      expect(narrow.told.text.replace(/~\w+/gu, '')).toBe(links);
      for (const said of await again(narrow.told.text)) expect([0, 3]).toContain(said.length);
    }
  });

  it('open all the same where what was guessed was tampered with', async () => {
    const { bundle, guessed } = guessedGame();
    const finder = finderOf(bundle);
    const hostile = ['', '1', '2000000000', '1zzzzzzzzz', '100009zzzz', '1000000000'.repeat(999), '~~', '<b>', '1000000', '1zz0000000'];
    for (const guesses of hostile) {
      const all = await openTextSaves(keeperOf(`${codeOf(guessed)}~${guesses}`).keeper, finder).list();
      expect(all.ok && all.value.map(({ turn }) => turn), guesses).toEqual([3]);
    }
  });

  it('tell whether the game in hand is over', async () => {
    const { told, keeper } = keeperOf();
    const saves = openTextSaves(keeper, find);
    let game = begun('a');
    await saves.put('a', game, 0, 1);
    expect(told.over).toBe(0);
    while (!isOver(game)) game = playTurn(game, PASSED);
    await saves.put('a', game, 1, 2);
    expect(told.over).toBe(1);
  });
});

/** Letters that no link of a game by one person can exceed: as if every situation stood open on every turn, and every act. */
const longestLink = ({ program, rulesHash }: Bundle): number => {
  const turns = program.calendar.segments.reduce((sum, segment) => sum + segment.turns, 0);
  const answers = program.situations.reduce((bits, { options }) => bits + Math.log2(options.length + 1), 0);
  const acts = Math.max(...program.seats.map(({ maxActs }) => maxActs)) * Math.log2(program.acts.length + 1);
  const head = 50 + 32 + program.setup.length * 8 + 32;
  const bytes = rulesPrefix(rulesHash).length / 2 + Math.ceil((head + turns * (answers + acts)) / 8);
  return 2 + Math.ceil(((2 + bytes + 4) * 8) / 6);
};

describe('what SCORM 1.2 has room for', () => {
  it.each(['vanguard-bank-2019', 'customs-queue-2021', 'helsinki-1948'])(
    'holds the longest game of %s whole, whatever is done in it',
    (id) => {
      const bundle = bundleOf(id);
      let most = 0;
      for (let nth = 0; nth < 2; nth++) {
        const seed = seedFromText(`longest ${String(nth)}`);
        let game = newGame(bundle, { seed, choices: choicesOf(bundle.program, keyOf(seed)) });
        while (!isOver(game)) game = playTurn(game, anyOrder(game.rules, stateNow(game), game.key, false));
        most = Math.max(most, codeOf(game).length);
      }
      expect(most).toBeGreaterThan(20);
      expect(most).toBeLessThan(longestLink(bundle));
      expect(longestLink(bundle)).toBeLessThanOrEqual(ROOM);
      // A guess on every turn of the longest game that was played, whole beside its link.
      const turns = bundle.program.calendar.segments.reduce((sum, segment) => sum + segment.turns, 0);
      expect(most + 2 + turns * 9).toBeLessThanOrEqual(ROOM);
    },
  );
});
