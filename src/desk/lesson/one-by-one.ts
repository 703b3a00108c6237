/**
 * Does one thing after another: what is asked for while something is made durable waits for it. A thing with a name is not asked for twice at once: a
 * second tap is not heard. Resolves when the work is done; rejects with it, and the next is done all the same.
 */
export type OneByOne = (work: () => Promise<void>, name?: string) => Promise<void>;

export const oneByOne = (): OneByOne => {
  const named = new Set<string>();
  let last = Promise.resolve();
  return (work, name) => {
    if (name !== undefined && named.has(name)) return last;
    if (name !== undefined) named.add(name);
    const done = last.then(work).finally(() => name !== undefined && named.delete(name));
    last = done.catch(() => undefined);
    return done;
  };
};
