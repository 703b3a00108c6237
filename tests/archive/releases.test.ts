import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rulesHashOf } from '../../src/bundle/canonical.ts';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { ENDING } from '../../src/engine/program.ts';
import { checkOf } from '../../src/engine/state.ts';
import { listReleases, readRelease } from '../../src/disk/archive.ts';
import { loadScenario } from '../../src/disk/load-scenario.ts';
import { writeRelease } from '../../src/disk/release.ts';
import { playGolden, type GoldenGame } from '../../src/lab/golden.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { openLink, openSaved } from '../../src/session/link.ts';
import { seedFromText } from '../../src/session/seed.ts';
import { stateNow, viewNow, type Game } from '../../src/session/game.ts';
import { verdictOf, stopsOf } from '../../src/telling/review.ts';
import { chronicleOf } from '../chronicle.ts';
import { tellerOf } from '../../src/telling/teller.ts';

const root = join(import.meta.dirname, '..', '..');
const archive = join(root, 'archive');
const read = (release: string, file: string): readonly unknown[] => {
  try {
    return JSON.parse(readFileSync(join(archive, release, file), 'utf8')) as readonly unknown[];
  } catch {
    return [];
  }
};
/** Each release is read once: it does not change. */
const bundles = new Map<string, Bundle | undefined>();
const findIn = (folder: string) => (prefix: string) => {
  const name = join(folder, prefix);
  if (!bundles.has(name)) {
    const release = readRelease(folder, prefix);
    if (release === undefined) return Promise.resolve(undefined);
    bundles.set(name, release.bundle);
  }
  return Promise.resolve(bundles.get(name));
};

interface Linked {
  readonly link: string;
  /** Turns played. */
  readonly turns: number;
  readonly ending: string;
  readonly check: number;
}

interface Saved {
  readonly check: number;
  readonly orders: readonly unknown[];
}

const games = new Map<string, Promise<Game>>();
/** A link's game, opened once for all that is asked of it. */
const opened = (link: string, folder = archive): Promise<Game> => {
  const known = games.get(link);
  if (known !== undefined) return known;
  const coming = openLink(link, findIn(folder)).then((game) => {
    if (!game.ok) throw new Error(game.problem.message);
    return game.value;
  });
  games.set(link, coming);
  return coming;
};

const toldOf = async ({ link }: Linked): Promise<Omit<Linked, 'link'>> => {
  const game = await opened(link);
  const state = stateNow(game);
  return { turns: game.states.length - 1, ending: game.bundle.program.endings[state[ENDING]! - 1]?.id ?? '', check: checkOf(state) };
};

describe('the archive', () => {
  it('holds the release in which games were first shared', () => {
    expect(listReleases(archive)).toContain('b7bcad50');
    expect(read('b7bcad50', 'links.json')).toHaveLength(20);
    expect(read('b7bcad50', 'saves.json')).toHaveLength(20);
  });
});

describe.each(listReleases(archive))('release %s', (name) => {
  const { bundle, prose } = readRelease(archive, name)!;
  const golden = read(name, 'games.json') as readonly GoldenGame[];
  const links = read(name, 'links.json') as readonly Linked[];
  const saves = read(name, 'saves.json') as readonly Saved[];

  it('is as it was made: its rules have the hash they are named by', () => {
    expect(rulesHashOf(bundle.program)).toBe(bundle.rulesHash);
    expect(bundle.rulesHash.startsWith(name)).toBe(true);
    expect(golden.length).toBeGreaterThan(0);
  });

  it.each(golden.map((game) => [game.policy, game.seed, game] as const))('replays the game of %s on seed %s to the bit', async (_, __, game) => {
    expect(await toldOf(game)).toEqual({ turns: game.turns, ending: game.ending, check: game.check });
  });

  it('replays every link to the bit', async () => {
    for (const each of links) expect(await toldOf(each)).toEqual({ turns: each.turns, ending: each.ending, check: each.check });
  });

  it('opens every save, whole', async () => {
    for (const save of saves) {
      const game = await openSaved(save, findIn(archive));
      expect(game.ok && [game.value.states.length - 1, checkOf(stateNow(game.value))]).toEqual([save.orders.length, save.check]);
    }
  });

  it.each(['en', 'vi'] as const)('is reviewed at the end, in its own words (%s)', async (locale) => {
    for (const { link } of golden) {
      const game = await opened(link);
      const teller = tellerOf(game.bundle, game.rules, viewNow(game), prose[locale], locale);
      const verdict = verdictOf(teller);
      expect(verdict?.title).toBeTruthy();
      expect(verdict?.paragraphs.every((text) => text !== '')).toBe(true);
      for (const { situation, chosen } of stopsOf(teller, chronicleOf(game))) expect([situation, chosen]).not.toContain('');
    }
  });
});

describe('a change of rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const { files } = loadScenario(join(root, 'tests/cli/fixtures/door.yaml'), join(root, 'scenarios'));
  const compiled = (edit: (text: string) => string) => {
    const own = files.own.map(({ file, text }) => ({ file, text: edit(text) }));
    const { bundle, prose } = compileScenario({ ...files, own });
    const { en = {}, vi = {} } = prose;
    return { bundle: bundle as Bundle, prose: { en, vi } };
  };
  const before = compiled((text) => text);
  const after = compiled((text) => text.replace('chance: 700000', 'chance: 600000'));

  it('leaves the links made before it as they were, once they are released', async () => {
    expect(after.bundle.rulesHash).not.toBe(before.bundle.rulesHash);
    const [was, is] = [before, after].map(({ bundle }) => playGolden(bundle, 'random', seedFromText('a door')));
    expect(writeRelease(folder, before, [was!])).toBeDefined();
    expect((await openLink(is!.link, findIn(folder))).ok).toBe(false);
    expect(writeRelease(folder, after, [is!])).toBeDefined();
    for (const game of [was!, is!]) expect(checkOf(stateNow(await opened(game.link, folder)))).toBe(game.check);
  });

  it('is archived once: a release is never written again', () => {
    expect(writeRelease(folder, before, [])).toBeUndefined();
  });
});
