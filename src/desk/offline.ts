import { signal } from '@preact/signals';
import { packaged } from './packaged.ts';

/** `none`: this browser keeps no pages here. `not-yet`: it will, after the first decision. `ready`: the whole game can be played without a network. */
export type Offline = 'none' | 'not-yet' | 'fetching' | 'ready';

/** Where a page is opened from a file, in a frame that is closed off or not safely served, there is no such thing. */
const containerHere = (): ServiceWorkerContainer | undefined => {
  // One file has nothing to fetch, and a course opens its own copy.
  if (packaged !== 'page') return undefined;
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
};

export const offline = signal<Offline>('none');

const follow = async (container: ServiceWorkerContainer): Promise<void> => {
  await container.ready;
  offline.value = 'ready';
};

/** Looks whether the game is kept in this browser; a game that was played here before goes on being kept, in its newest release. */
export const watchOffline = async (): Promise<void> => {
  const container = containerHere();
  if (container === undefined || !import.meta.env.PROD) return;
  offline.value = 'not-yet';
  try {
    const known = await container.getRegistration();
    if (known === undefined) return;
    await keepOffline();
  } catch {
    offline.value = 'none';
  }
};

/** Keeps the whole game in this browser: asked for after the first decision, so that nothing has to be waited for before it. */
export const keepOffline = async (): Promise<void> => {
  const container = containerHere();
  if (container === undefined || !import.meta.env.PROD || offline.peek() === 'ready' || offline.peek() === 'fetching') return;
  offline.value = 'fetching';
  try {
    await container.register(new URL('worker.js', document.baseURI), { updateViaCache: 'none' });
    await follow(container);
  } catch {
    offline.value = 'none';
  }
};
