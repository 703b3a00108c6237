import { signal } from '@preact/signals';
import { makeRoute, parseRoute, type Route } from './route.ts';

/** The route on screen, as the address has it. */
export const route = signal<Route>(parseRoute(location.hash));

export const goTo = (next: Route): void => {
  location.hash = makeRoute(next);
};

/** Keeps the route in step with the address. */
export const watchRoute = (): void => {
  addEventListener('hashchange', () => {
    route.value = parseRoute(location.hash);
  });
};
