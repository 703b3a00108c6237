/** Does one job at a time: a thread of Node, a worker of a page, or the thread that asks. */
export interface Hand<J, R> {
  /** Resolves once it can work at full speed. */
  readonly ready: Promise<unknown>;
  /** Rejects where the job fails; the hand is then of no more use. */
  readonly perform: (job: J) => Promise<R>;
  readonly end: () => void;
}

interface RunOptions<R> {
  /** Jobs that no hand has begun when it is aborted are never done, and the run rejects with its reason. */
  readonly signal?: AbortSignal;
  /** Hears of each result as it comes: `nth` job, `done` so far. */
  readonly onResult?: (result: R, nth: number, done: number) => void;
}

export interface Pool<J, R> {
  /** Results in the order of the jobs, whoever does them. Rejects with the first failure. */
  readonly run: (jobs: readonly J[], options?: RunOptions<R>) => Promise<readonly R[]>;
  /** Hires all hands and waits until they are ready. */
  readonly warm: () => Promise<void>;
  /** Lets all hands go; what is under way is rejected. */
  readonly end: () => void;
}

interface Task<J, R> {
  readonly job: J;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** At most `size` hands, hired when there is work for them; jobs go to whoever is free, first come first served. */
export const openPool = <J, R>(hire: () => Hand<J, R>, size: number): Pool<J, R> => {
  const idle: Hand<J, R>[] = [];
  const busy = new Map<Hand<J, R>, Task<J, R>>();
  const waiting: Task<J, R>[] = [];

  const give = (hand: Hand<J, R>, task: Task<J, R>): void => {
    busy.set(hand, task);
    const free = (): boolean => busy.delete(hand);
    hand.perform(task.job).then(
      (result) => {
        if (free()) idle.push(hand);
        task.resolve(result);
        work();
      },
      (reason: unknown) => {
        free();
        hand.end();
        task.reject(reason);
        work();
      },
    );
  };

  const work = (): void => {
    for (let task = waiting[0]; task !== undefined; task = waiting[0]) {
      const hand = idle.pop() ?? (busy.size < size ? hire() : undefined);
      if (hand === undefined) return;
      waiting.shift();
      give(hand, task);
    }
  };

  return {
    run: async (jobs, { signal, onResult } = {}) => {
      signal?.throwIfAborted();
      let done = 0;
      const mine = new Set<Task<J, R>>();
      let spoil: (reason: unknown) => void = () => undefined;
      const spoilt = new Promise<never>((_, reject) => (spoil = reject));
      // One job that fails spoils the whole: the others of it need not be begun.
      const drop = (reason: unknown): void => {
        const others = waiting.filter((task) => !mine.has(task));
        waiting.splice(0, waiting.length, ...others);
        spoil(reason);
      };
      const abort = (): void => drop(signal?.reason);
      const results = jobs.map(
        (job, nth) =>
          new Promise<R>((finish) => {
            const resolve = (result: R): void => {
              if (signal?.aborted !== true) onResult?.(result, nth, ++done);
              finish(result);
            };
            mine.add({ job, resolve, reject: drop });
          }),
      );
      waiting.push(...mine);
      signal?.addEventListener('abort', abort);
      work();
      try {
        return await Promise.race([Promise.all(results), spoilt]);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    warm: async () => {
      while (idle.length + busy.size < size) idle.push(hire());
      await Promise.all(idle.map(({ ready }) => ready));
    },
    end: () => {
      const closed = [...busy.values(), ...waiting];
      for (const hand of [...idle, ...busy.keys()]) hand.end();
      idle.length = 0;
      waiting.length = 0;
      busy.clear();
      for (const { reject } of closed) reject(new Error('the pool was closed'));
    },
  };
};

/** What a thread and a worker have in common. */
interface Line<J> {
  readonly post: (job: J) => void;
  /** Hears every answer, and what broke. */
  readonly listen: (onAnswer: (answer: unknown) => void, onFailure: (reason: unknown) => void) => void;
  readonly end: () => void;
}

/** Somebody at the other end of a line, who says something once when ready and then answers each job with its result. */
export const handAt = <J, R>({ post, listen, end }: Line<J>): Hand<J, R> => {
  let told: { readonly resolve: (answer: R) => void; readonly reject: (reason: unknown) => void } | undefined;
  let broken: { readonly reason: unknown } | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    let begun = false;
    listen(
      (answer) => {
        if (begun) told?.resolve(answer as R);
        begun = true;
        resolve();
      },
      (reason) => {
        broken = { reason };
        reject(reason);
        told?.reject(reason);
      },
    );
  });
  // Whoever waits for a job hears of it.
  ready.catch(() => undefined);
  return {
    ready,
    end,
    perform: (job) =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) {
          reject(broken.reason);
          return;
        }
        told = { resolve, reject };
        post(job);
      }),
  };
};

/** The thread that asks does the work itself, and lets others have a turn before each job. */
export const handHere = <J, R>(perform: (job: J) => R | Promise<R>): Hand<J, R> => ({
  ready: Promise.resolve(),
  perform: async (job) => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return perform(job);
  },
  end: () => undefined,
});
