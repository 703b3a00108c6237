import { handAt, type Hand } from '../../session/pool.ts';

/** Workers that a page asks for at most: more would only take memory. */
const MOST_WORKERS = 4;

export const workersHere = (): number => Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency));

/** A worker of the page that hears what it works with first, and then one job after another. */
export const workerHand = <J, R>(worker: Worker, begins: unknown): Hand<J, R> => {
  worker.postMessage(begins);
  return handAt({
    post: (job) => worker.postMessage(job),
    listen: (onAnswer, onFailure) => {
      worker.addEventListener('message', ({ data }) => onAnswer(data));
      worker.addEventListener('error', (event) => {
        // It is told where it is waited for.
        event.preventDefault();
        onFailure(new Error(event.message || 'a worker could not start'));
      });
    },
    end: () => worker.terminate(),
  });
};
