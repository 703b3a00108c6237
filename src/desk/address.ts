import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { makeRoute, parseRoute, type Route } from './route.ts';

/** Where one desk is, and how it goes elsewhere. */
export interface Address {
  readonly route: ReadonlySignal<Route>;
  readonly goTo: (next: Route) => void;
  /** What the parts of the address bar say of a route: for links that can be opened in a new tab. */
  readonly href: (route: Route) => string;
  /** Takes the place of the route in the history: for steps that nobody goes back to. */
  readonly replace: (next: Route) => void;
}

/** The address bar: one desk of a page may hold it. */
export const hashAddress = (): Address => {
  const route = signal<Route>(parseRoute(location.hash));
  addEventListener('hashchange', () => (route.value = parseRoute(location.hash)));
  return {
    route,
    goTo: (next) => (location.hash = makeRoute(next)),
    href: makeRoute,
    replace: (next) => {
      history.replaceState(null, '', makeRoute(next));
      route.value = next;
    },
  };
};

/** An address of its own, for a desk beside others. */
export const ownAddress = (first: Route = { at: 'home' }): Address => {
  const route = signal<Route>(first);
  const goTo = (next: Route): void => void (route.value = next);
  return { route, goTo, replace: goTo, href: makeRoute };
};
