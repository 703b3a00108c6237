/** Where the reader is. A shared link is a route of its own. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'scenario'; readonly id: string }
  | { readonly at: 'play' }
  | { readonly at: 'review' }
  /** `games`: what is watched, one or two beside each other; none: the game in hand. */
  | { readonly at: 'theatre'; readonly games: readonly string[] }
  | { readonly at: 'lesson' }
  /** A class code to be entered; `code`: the one of the address. */
  | { readonly at: 'class'; readonly code?: string }
  /** A class in groups; `result`: one of theirs, to be added. */
  | { readonly at: 'groups'; readonly result?: string }
  /** Reasons in writing; `of`: the class code or the game they are about. */
  | { readonly at: 'write'; readonly of?: string }
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
  const rest = hash.split('/')[2] ?? '';
  if (name === 'class') return rest === '' ? { at: 'class' } : { at: 'class', code: rest };
  if (name === 'groups') return rest === '' ? { at: 'groups' } : { at: 'groups', result: rest };
  if (name === 'write') return rest === '' ? { at: 'write' } : { at: 'write', of: rest };
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
      return ['#/class', ...(route.code === undefined ? [] : [route.code])].join('/');
    case 'groups':
      return ['#/groups', ...(route.result === undefined ? [] : [route.result])].join('/');
    case 'write':
      return ['#/write', ...(route.of === undefined ? [] : [route.of])].join('/');
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
