import { expect, test } from 'vitest';
import { oneByOne } from '../../src/desk/lesson/one-by-one.ts';

/** Work that ends when it is let go. */
const held = (log: string[], word: string) => {
  let free: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (free = resolve));
  const work = async (): Promise<void> => {
    log.push(`${word} begins`);
    await gate;
    log.push(`${word} ends`);
  };
  return { work, free };
};

test('what is asked for while something is made durable waits for it, and is done', async () => {
  const log: string[] = [];
  const inTurn = oneByOne();
  const [a, b] = [held(log, 'first'), held(log, 'second')];
  const done = [inTurn(a.work), inTurn(b.work)];
  b.free();
  await Promise.resolve();
  a.free();
  await Promise.all(done);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a second tap on the same thing is not heard until the first is done', async () => {
  const log: string[] = [];
  const inTurn = oneByOne();
  const a = held(log, 'on');
  const done = [inTurn(a.work, 'on'), inTurn(a.work, 'on')];
  a.free();
  await Promise.all(done);
  expect(log).toEqual(['on begins', 'on ends']);
  await inTurn(a.work, 'on');
  expect(log).toHaveLength(4);
});

test('what fails is told to whoever asked, and the next is done', async () => {
  const log: string[] = [];
  const inTurn = oneByOne();
  const failing = inTurn(() => Promise.reject(new Error('no')), 'on');
  const next = held(log, 'next');
  const after = inTurn(next.work);
  next.free();
  await expect(failing).rejects.toThrow('no');
  await after;
  expect(log).toEqual(['next begins', 'next ends']);
});
