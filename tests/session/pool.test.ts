import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handAt, handHere, openPool, type Hand } from '../../src/session/pool.ts';
import { runs } from '../counts.ts';

const square = (job: number): number => job * job;

/** A hand at the end of a line, that takes `wait(job)` turns of the loop for a job and breaks on one below 0. */
const lineHand = (wait: (job: number) => number, log: string[] = []): Hand<number, number> => {
  let answered: (answer: unknown) => void = () => undefined;
  let failed: (reason: unknown) => void = () => undefined;
  const later = async (turns: number): Promise<void> => {
    for (let i = 0; i <= turns; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  return handAt<number, number>({
    post: (job) => {
      log.push(`begun ${String(job)}`);
      void later(wait(job)).then(() => (job < 0 ? failed(new Error('broken')) : answered(square(job))));
    },
    listen: (onAnswer, onFailure) => {
      answered = onAnswer;
      failed = onFailure;
      setImmediate(() => onAnswer('ready'));
    },
    end: () => log.push('ended'),
  });
};

describe('a pool', () => {
  it('gives the same results in the same order, whatever the number of hands and however long each job takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), fc.nat(9), async (jobs, size, pace) => {
        const lines = openPool(() => lineHand((job) => (job * pace) % 7), size);
        const here = openPool(() => handHere(square), size);
        expect(await lines.run(jobs)).toEqual(jobs.map(square));
        expect(await here.run(jobs)).toEqual(jobs.map(square));
        lines.end();
      }),
      { numRuns: runs(40, 2000) },
    );
  });

  it('hires no more hands than there is work for, nor than it may', async () => {
    let hired = 0;
    const pool = openPool(() => {
      hired++;
      return lineHand(() => 2);
    }, 3);
    await pool.run([1]);
    expect(hired).toBe(1);
    await pool.run([1, 2, 3, 4, 5]);
    expect(hired).toBe(3);
  });

  it('tells of progress, and serves two runs at once', async () => {
    const pool = openPool(() => lineHand(() => 1), 2);
    const told: (readonly number[])[] = [];
    const [one, other] = await Promise.all([
      pool.run([1, 2, 3], { onResult: (result, nth, done) => told.push([nth, result, done]) }),
      pool.run([4, 5]),
    ]);
    expect([one, other]).toEqual([
      [1, 4, 9],
      [16, 25],
    ]);
    expect(told.map(([, , done]) => done)).toEqual([1, 2, 3]);
    expect([...told].sort(([a = 0], [b = 0]) => a - b).map(([, result]) => result)).toEqual([1, 4, 9]);
  });

  it('begins nothing more when it is called off, and goes on with other work', async () => {
    const log: string[] = [];
    const pool = openPool(() => lineHand(() => 3, log), 1);
    const stop = new AbortController();
    const told: number[] = [];
    const run = pool.run([1, 2, 3], { signal: stop.signal, onResult: (_, nth) => told.push(nth) });
    stop.abort(new Error('not wanted'));
    await expect(run).rejects.toThrow('not wanted');
    expect(await pool.run([7])).toEqual([49]);
    expect(log).toEqual(['begun 1', 'begun 7']);
    expect(told).toEqual([]);
    await expect(pool.run([1], { signal: stop.signal })).rejects.toThrow('not wanted');
  });

  it('rejects with what failed, lets that hand go and hires another', async () => {
    const log: string[] = [];
    const pool = openPool(() => lineHand(() => 1, log), 1);
    await expect(pool.run([1, -1, 2])).rejects.toThrow('broken');
    expect(log).toEqual(['begun 1', 'begun -1', 'ended']);
    expect(await pool.run([3])).toEqual([9]);
  });

  it('leaves nobody waiting when it is closed', async () => {
    const pool = openPool(() => lineHand(() => 50), 1);
    const run = pool.run([1, 2]);
    pool.end();
    await expect(run).rejects.toThrow('closed');
  });
});
