import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bamboo, DOOR, json, project, VANGUARD } from './bamboo.ts';

const scratch = mkdtempSync(join(tmpdir(), 'bamboo-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const whole = z.int();
const count = z.int().nonnegative();
const READINGS = ['sovereignty', 'security', 'prosperity', 'regime', 'autonomy'] as const;

const Scenarios = z.array(
  z.strictObject({
    id: z.string(),
    title: z.string().min(1),
    turns: whole.positive(),
    turnLength: z.enum(['day', 'week', 'half_month', 'month', 'quarter', 'year', 'event']),
    start: z.iso.date(),
  }),
);
const Problems = z.strictObject({
  problems: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning', 'hint']).optional(),
      code: z.string(),
      message: z.string(),
      file: z.string(),
      line: count,
      column: count,
      suggestion: z.string().optional(),
    }),
  ),
});
const Play = z.strictObject({
  record: z.string().regex(/^B2[\w-]+$/),
  check: count,
  turns: count,
  ending: z.string().nullable(),
  readings: z.record(z.string(), whole),
  orders: z.array(
    z.strictObject({
      turn: count,
      answers: z.array(z.strictObject({ situation: z.string(), option: z.string() })),
      acts: z.array(z.string()),
    }),
  ),
  moves: z.array(
    z.strictObject({
      turn: count,
      power: z.string(),
      move: z.string(),
      answers: z.strictObject({ turn: count, act: z.string() }).optional(),
    }),
  ),
});
const Replay = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), turns: count, check: count }),
  z.strictObject({
    ok: z.literal(false),
    turns: count,
    check: z.null(),
    problem: z.strictObject({ code: z.string(), message: z.string() }),
  }),
]);
const Spread = z.strictObject({ mean: z.number(), p10: whole, p50: whole, p90: whole });
const Bounds = z.strictObject({ least: z.number().optional(), most: z.number().optional() });
const Lab = z.strictObject({
  policies: z.array(
    z.strictObject({
      policy: z.string(),
      games: count,
      gamesPerSecond: z.number().positive(),
      readings: z.record(z.string(), Spread),
      endings: z.record(z.string(), count),
      options: z.record(z.string().regex(/^\w+\/\w+$/), count),
    }),
  ),
  targets: z
    .array(
      z.strictObject({
        id: z.string(),
        floor: Bounds,
        goal: Bounds.optional(),
        value: z.number().nullable(),
        met: z.boolean().nullable(),
        unit: z.enum(['%', '']),
      }),
    )
    .optional(),
  lacking: z.record(z.string(), z.array(z.strictObject({ situation: z.string(), counted: count, of: count })).min(1)).optional(),
  never: z.strictObject({
    open: z.array(z.string()),
    chosen: z.array(z.string()),
    moved: z.array(z.string()),
    true: z.array(z.string()),
  }),
  untrue: z.array(z.strictObject({ text: z.string(), file: z.string(), line: count, times: count, seed: z.string() })),
});
const Claims = z.strictObject({
  core: count,
  covered: count,
  uncovered: z.array(z.string()),
  where: z.record(z.string(), z.array(z.string()).min(1)),
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      acts: z.array(z.string()),
      pattern: z.array(z.string()),
      told: z.array(z.string()),
      waits: z.array(z.string()),
      misplaced: z.array(z.strictObject({ id: z.string(), file: z.string(), line: count, why: z.enum(['early', 'late', 'about']) })),
    }),
  ),
  waits: z.array(z.string()),
});

const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, each) => sum + each, 0);

describe('bamboo scenarios', () => {
  it('lists what the project ships', () => {
    const rows = Scenarios.parse(json(['scenarios']));
    expect(rows.find(({ id }) => id === VANGUARD)).toMatchObject({ turns: 30, turnLength: 'week', start: '2019-06-01' });
  });

  it('takes a file', () => {
    expect(Scenarios.parse(json(['scenarios', DOOR]))).toEqual([
      { id: 'door', title: 'The door', turns: 3, turnLength: 'day', start: '2019-06-01' },
    ]);
  });
});

describe('bamboo check', () => {
  it('has nothing to say of the scenario in the README', () => {
    const block = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(project, 'README.md'), 'utf8'))?.[1] ?? '';
    expect(block).toBe(readFileSync(DOOR, 'utf8'));
    expect(block.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    expect(Problems.parse(json(['check', DOOR]))).toEqual({ problems: [] });
  });

  it('tells every problem with its place, and fails', () => {
    const file = join(scratch, 'broken.yaml');
    writeFileSync(
      file,
      readFileSync(DOOR, 'utf8').replace('{ add: calm, by: -20,', '{ add: clam, by: -20,').replace('when: turn == 0', 'when: trun == 0'),
    );
    const { status, stdout } = bamboo(['check', file, '--json']);
    expect(status).toBe(1);
    const { problems } = Problems.parse(JSON.parse(stdout));
    const unknown = problems.filter(({ code }) => code === 'unknown_name').map(({ line, suggestion }) => [line, suggestion]);
    expect(unknown).toEqual([
      [11, expect.stringContaining('calm')],
      [16, expect.stringContaining('turn')],
    ]);
    expect(bamboo(['check', file]).stdout).toMatch(/broken\.yaml:11:\d+ unknown_name: .*calm/);
  });

  it('puts right what needs no author', () => {
    const file = join(scratch, 'nameless.yaml');
    writeFileSync(file, readFileSync(DOOR, 'utf8').replace(' luck: friend,', ''));
    expect(Problems.parse(json(['check', file])).problems.map(({ code }) => code)).toEqual(['missing_luck']);
    expect(Problems.parse(json(['check', file, '--fix'])).problems).toEqual([]);
    expect(readFileSync(file, 'utf8')).toContain('luck: ');
  });

  it('fails on a file that is not there', () => {
    const { status, stdout } = bamboo(['check', join(scratch, 'nothing.yaml'), '--json']);
    expect(status).toBe(1);
    expect(Problems.parse(JSON.parse(stdout)).problems.map(({ code }) => code)).toEqual(['missing_file']);
  });
});

describe('a scenario without rules', () => {
  const file = join(scratch, 'no-rules.yaml');
  writeFileSync(file, 'scenario: [');

  it.each([[['play', file, '--policy', 'random']], [['lab', file, '--games', '1']], [['scenarios', file]], [['claims', file]]])(
    'is told as `check` tells it: %j',
    (args) => {
      const { status, stdout, stderr } = bamboo([...args, '--json']);
      expect(status).toBe(1);
      expect(Problems.parse(JSON.parse(stdout)).problems.map(({ code, line }) => [code, line])).toEqual([['syntax', 1]]);
      expect(stderr).toMatch(/no-rules\.yaml:1:\d+ syntax/);
    },
  );

  it('has no rules for a record', () => {
    const { record } = Play.parse(json(['play', DOOR, '--policy', 'random', '--seed', 'x']));
    expect(Replay.parse(json(['replay', record, file]))).toMatchObject({ ok: false, problem: { code: 'unknown-rules' } });
  });
});

describe('the command line itself', () => {
  it('takes --json before the command, too', () => {
    expect(Scenarios.parse(JSON.parse(bamboo(['--json', 'scenarios', DOOR]).stdout))).toHaveLength(1);
  });

  it('helps wherever it is asked', () => {
    for (const args of [['help'], ['--help'], ['play', '--help'], ['lab', VANGUARD, '-h']]) {
      const { status, stdout } = bamboo(args);
      expect([status, stdout.slice(0, 7)]).toEqual([0, 'bamboo:']);
    }
  });

  it.skipIf(process.platform === 'win32')('goes on quietly when nobody reads any further', () => {
    const command = `"${process.execPath}" "${join(project, 'bin', 'bamboo.mjs')}"`;
    const piped = (words: string) => spawnSync('sh', ['-c', words], { encoding: 'utf8', timeout: 60_000 });
    expect(piped(`${command} help | true`)).toMatchObject({ status: 0, stderr: '' });
    expect(piped(`${command} claims | head -n 1`)).toMatchObject({ status: 0, stderr: '' });
    expect(piped(`yes 9 | ${command} play "${DOOR}" --seed x | head -n 1`)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('bamboo play and replay', () => {
  it('plays a whole game by a policy, and the same one again from its record', () => {
    const played = Play.parse(json(['play', VANGUARD, '--policy', 'hedge', '--seed', 'contract']));
    expect(Object.keys(played.readings)).toEqual([...READINGS]);
    expect(played.ending).not.toBeNull();
    expect(played.orders).toHaveLength(played.turns);
    expect(json(['play', VANGUARD, '--policy', 'hedge', '--seed', 'contract'])).toEqual(played);
    expect(Replay.parse(json(['replay', played.record]))).toEqual({ ok: true, turns: played.turns, check: played.check });
    expect(Replay.parse(json(['replay', `https://example.org/play/#g=${played.record}`])).ok).toBe(true);

    const file = join(scratch, 'game.json');
    writeFileSync(file, JSON.stringify(played));
    expect(Replay.parse(json(['replay', file])).ok).toBe(true);
  });

  it('plays under the lens and charges asked for', () => {
    const gate = Play.parse(
      json(['play', VANGUARD, '--policy', 'align-us', '--seed', 'lens', '--lens', 'gate', '--charges', 'no_shots,trade_flows']),
    );
    const threat = Play.parse(
      json(['play', VANGUARD, '--policy', 'align-us', '--seed', 'lens', '--lens', 'threat', '--charges', 'no_shots,trade_flows']),
    );
    expect(threat.check).not.toBe(gate.check);
  });

  it('asks whoever sits at the terminal when no policy is named, and leaves the JSON alone on the standard output', () => {
    const { status, stdout, stderr } = bamboo(['play', DOOR, '--seed', 'x', '--json'], 'nonsense\n9\n2\n');
    expect(status).toBe(0);
    expect(Play.parse(JSON.parse(stdout))).toMatchObject({
      ending: 'morning',
      turns: 3,
      orders: [{ turn: 0, answers: [{ situation: 'knock', option: 'open' }], acts: [] }, { turn: 1 }, { turn: 2 }],
    });
    expect(stderr).toContain('Somebody knocks.');
    expect(stderr.match(/That cannot be chosen/g)).toHaveLength(2);
  });

  it('keeps a game that was left', () => {
    const { stdout } = bamboo(['play', DOOR, '--seed', 'x', '--json'], 'q\n');
    const left = Play.parse(JSON.parse(stdout));
    expect(left).toMatchObject({ ending: null, turns: 0 });
    expect(Replay.parse(json(['replay', left.record, DOOR])).ok).toBe(true);
  });

  it('speaks Vietnamese', () => {
    expect(bamboo(['play', VANGUARD, '--seed', 'x', '--lang', 'vi'], 'q\n').stdout).toContain('Câu trả lời của bạn');
  });

  it.each([
    ['foreign', 'nothing'],
    ['newer-format', 'B9aaaa'],
    ['cut', 'B1'],
  ])('says what is wrong with a record: %s', (code, record) => {
    const { status, stdout } = bamboo(['replay', record, DOOR, '--json']);
    expect(status).toBe(1);
    expect(Replay.parse(JSON.parse(stdout))).toMatchObject({ ok: false, problem: { code } });
  });

  it('takes a seed that begins with a dash', () => {
    const minus = Play.parse(json(['play', DOOR, '--policy', 'random', '--seed', '-5']));
    expect(Play.parse(json(['play', DOOR, '--policy', 'random', '--seed=-5']))).toEqual(minus);
    expect(Play.parse(json(['play', DOOR, '--policy', 'random', '--seed', '5'])).record).not.toBe(minus.record);
  });

  it.each([
    ['a folder', '.', 'not-a-record', /^The file cannot be read/],
    ['neither', 'no/such/game.json', 'foreign', /neither a link of the game nor a file/],
  ])('says what it was given for a record: %s', (_, given, code, message) => {
    const { status, stdout, stderr } = bamboo(['replay', given, DOOR, '--json']);
    expect(status).toBe(1);
    const told = Replay.parse(JSON.parse(stdout));
    expect(told).toMatchObject({ ok: false, turns: 0, problem: { code, message: expect.stringMatching(message) as string } });
    expect(stderr).not.toContain('    at ');
  });

  it('reads a record from a file with a byte order mark, and calls half a file no record', () => {
    const text = JSON.stringify(json(['play', DOOR, '--policy', 'random', '--seed', 'x']));
    const file = join(scratch, 'marked.json');
    writeFileSync(file, `\ufeff${text}`);
    expect(Replay.parse(json(['replay', file, DOOR])).ok).toBe(true);
    writeFileSync(file, text.slice(0, 30));
    expect(Replay.parse(json(['replay', file, DOOR]))).toMatchObject({ ok: false, problem: { code: 'not-a-record' } });
  });

  it('says that a record is for other rules', () => {
    const { record } = Play.parse(json(['play', DOOR, '--policy', 'random', '--seed', 'x']));
    expect(Replay.parse(json(['replay', record]))).toMatchObject({ ok: false, problem: { code: 'unknown-rules' } });
  });
});

describe('bamboo lab', () => {
  it('counts readings, endings and options of every policy', () => {
    const { policies } = Lab.parse(
      json(['lab', VANGUARD, '--games', '12', '--policy', 'random', '--policy', 'hedge', '--seed', 'lab', '--workers', '2']),
    );
    expect(policies.map(({ policy }) => policy)).toEqual(['random', 'hedge']);
    for (const { games, readings, endings, options } of policies) {
      expect(games).toBe(12);
      expect(Object.keys(readings)).toEqual([...READINGS]);
      expect(total(endings)).toBe(12);
      expect(total(options)).toBeGreaterThan(12);
    }
  });

  it('gives the same whatever the number of workers', () => {
    const run = (workers: string) =>
      Lab.parse(json(['lab', VANGUARD, '--games', '70', '--policy', 'random', '--seed', 'lab', '--workers', workers])).policies.map(
        (report) => ({ ...report, gamesPerSecond: 0 }),
      );
    expect(run('2')).toEqual(run('1'));
  });

  it('runs every policy when none is named', () => {
    const { policies } = Lab.parse(json(['lab', DOOR, '--games', '2']));
    expect(policies.map(({ policy }) => policy)).toEqual(['random', 'reckless', 'cautious', 'hedge', 'history', 'greedy-calm']);
  });

  it('plays the games that `play` plays', () => {
    const { policies } = Lab.parse(json(['lab', VANGUARD, '--games', '1', '--policy', 'random', '--seed', 'one game']));
    const { readings } = Play.parse(json(['play', VANGUARD, '--policy', 'random', '--seed', 'one game']));
    expect(Object.fromEntries(Object.entries(policies[0]?.readings ?? {}).map(([id, { mean }]) => [id, mean]))).toEqual(readings);
  });

  it('prints targets beside what was reached', () => {
    const { targets } = Lab.parse(json(['lab', VANGUARD, '--games', '1', '--policy', 'random', '--targets']));
    expect(targets?.length).toBeGreaterThan(10);
    expect(targets?.find(({ id }) => id === 'early_loss_random')?.met).toBeTypeOf('boolean');
    expect(Lab.parse(json(['lab', DOOR, '--games', '2', '--policy', 'random', '--targets'])).targets).toEqual([]);
  });
});

describe('bamboo claims', () => {
  it('counts core claims that act, and says where', () => {
    const { core, covered, uncovered, where, scenarios, waits } = Claims.parse(json(['claims']));
    expect(core).toBeGreaterThan(50);
    expect(covered + uncovered.length).toBe(core);
    expect(Object.keys(where)).toHaveLength(covered);
    expect(where['od-018']?.[0]).toMatch(/\.yaml:\d+$/);
    const vanguard = scenarios.find(({ id }) => id === VANGUARD)!;
    const lists = [vanguard.acts, vanguard.pattern, vanguard.told, vanguard.waits];
    expect(new Set(lists.flat()).size).toBe(lists.flat().length);
    expect(vanguard.misplaced).toEqual([]);
    // A lesson of 1972 is no fact of 2019, and a vote of 2022 none that cannot happen.
    expect(vanguard.acts).not.toContain('sg-040');
    expect(waits.every((id) => vanguard.waits.includes(id))).toBe(true);
  });
});

describe('what is not understood', () => {
  it.each([
    [['nonsense']],
    [['play']],
    [['play', 'no-such-scenario']],
    [['play', DOOR, '--policy', 'perfect']],
    [['play', DOOR, '--lens', 'gate']],
    [['play', DOOR, '--lang', 'fr']],
    [['play', DOOR, '--lang', 'fr', '--policy', 'random']],
    [['check', '']],
    [['lab', DOOR, '--games', '-1']],
    [['lab', DOOR]],
    [['lab', DOOR, '--games', '0']],
    [['lab', DOOR, '--games', '1e3']],
    [['scenarios', '--wat']],
  ])('ends with status 2 and says so: %j', (args) => {
    const { status, stdout, stderr } = bamboo([...args, '--json']);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ problem: expect.any(String) as string });
    expect(stderr).toContain('bamboo play SCENARIO');
  });
});
