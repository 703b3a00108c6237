/**
 * Pages that need no more than their name. `lab`: many games by lines of conduct; `alliances`: cases of alliance, predicted and uncovered;
 * `problem`: why a file did not open.
 */
const PLAIN = ['play', 'review', 'lab', 'alliances', 'problem'] as const;

/**
 * A lesson and the pages beside it: a class code to be entered, a class in groups, reasons in writing. `of`: the code, the result or the game they
 * are about; of a lesson, how it is to be set up.
 */
const ASIDES = ['lesson', 'class', 'groups', 'write'] as const;

/** Where the reader is. A shared link is a route of its own. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'scenario'; readonly id: string }
  | { readonly at: (typeof PLAIN)[number] }
  | { readonly at: (typeof ASIDES)[number]; readonly of?: string }
  /** `games`: what is watched, one or two beside each other; none: the game in hand. */
  | { readonly at: 'theatre'; readonly games: readonly string[] }
  | { readonly at: 'link'; readonly code: string };

export const parseRoute = (hash: string): Route => {
  if (hash.startsWith('#g=')) return { at: 'link', code: hash.slice(3) };
  const [, name = '', id = ''] = /^#\/([a-z]*)(?:\/([a-z0-9-]+))?/u.exec(hash) ?? [];
  const games = hash.split('/').slice(2, 4).filter(Boolean);
  const [of] = games;
  const plain = PLAIN.find((each) => each === name);
  const aside = ASIDES.find((each) => each === name);
  if (plain !== undefined) return { at: plain };
  if (aside !== undefined) return of === undefined ? { at: aside } : { at: aside, of };
  if (name === 's' && id !== '') return { at: 'scenario', id };
  if (name === 'theatre') return { at: 'theatre', games };
  return { at: 'home' };
};

export const makeRoute = (route: Route): string => {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'scenario':
      return `#/s/${route.id}`;
    case 'theatre':
      return ['#/theatre', ...route.games].join('/');
    case 'link':
      return `#g=${route.code}`;
    default:
      return `#/${route.at}${'of' in route ? `/${route.of}` : ''}`;
  }
};
