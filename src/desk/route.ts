/** Pages that stand beside a lesson. */
const ASIDES = ['class', 'groups', 'write'] as const;
type Aside = (typeof ASIDES)[number];

/** Where the reader is. A shared link is a route of its own. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'scenario'; readonly id: string }
  | { readonly at: 'play' }
  | { readonly at: 'review' }
  /** `games`: what is watched, one or two beside each other; none: the game in hand. */
  | { readonly at: 'theatre'; readonly games: readonly string[] }
  | { readonly at: 'lesson' }
  /** Pages beside a lesson: a class code to be entered, a class in groups, reasons in writing; `of`: the code, the result or the game they are about. */
  | { readonly at: Aside; readonly of?: string }
  /** Many games by lines of conduct. */
  | { readonly at: 'lab' }
  /** Cases of alliance, predicted and uncovered. */
  | { readonly at: 'alliances' }
  /** Why a file did not open. */
  | { readonly at: 'problem' }
  | { readonly at: 'link'; readonly code: string };

export const parseRoute = (hash: string): Route => {
  if (hash.startsWith('#g=')) return { at: 'link', code: hash.slice(3) };
  const [, name = '', id = ''] = /^#\/([a-z]*)(?:\/([a-z0-9-]+))?/u.exec(hash) ?? [];
  if (name === 's' && id !== '') return { at: 'scenario', id };
  if (name === 'play') return { at: 'play' };
  if (name === 'review') return { at: 'review' };
  if (name === 'theatre') return { at: 'theatre', games: hash.split('/').slice(2, 4).filter(Boolean) };
  if (name === 'alliances') return { at: 'alliances' };
  if (name === 'lesson') return { at: 'lesson' };
  const aside = ASIDES.find((each) => each === name);
  const of = hash.split('/')[2];
  if (aside !== undefined) return of ? { at: aside, of } : { at: aside };
  if (name === 'lab') return { at: 'lab' };
  if (name === 'problem') return { at: 'problem' };
  return { at: 'home' };
};

export const makeRoute = (route: Route): string => {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'scenario':
      return `#/s/${route.id}`;
    case 'play':
      return '#/play';
    case 'review':
      return '#/review';
    case 'theatre':
      return ['#/theatre', ...route.games].join('/');
    case 'lesson':
      return '#/lesson';
    case 'class':
    case 'groups':
    case 'write':
      return `#/${route.at}${route.of === undefined ? '' : `/${route.of}`}`;
    case 'lab':
      return '#/lab';
    case 'alliances':
      return '#/alliances';
    case 'problem':
      return '#/problem';
    case 'link':
      return `#g=${route.code}`;
  }
};
