import { useDesk } from '../../desk-context.ts';
import { Later } from '../../parts/later.tsx';

const PAGES = {
  lesson: () => import('./lesson.tsx').then(({ Lesson }) => Lesson),
  alliances: () => import('./alliances.tsx').then(({ Alliances }) => Alliances),
  class: () => import('./join.tsx').then(({ Join }) => Join),
  groups: () => import('./groups.tsx').then(({ Groups }) => Groups),
  write: () => import('./write.tsx').then(({ Write }) => Write),
};

/** A lesson and the pages beside it, each fetched when it is asked for: to the first screen they are one name. */
export const LessonPages = () => {
  const { address } = useDesk();
  const { at } = address.route.value;
  const page = at === 'alliances' || at === 'class' || at === 'groups' || at === 'write' ? at : 'lesson';
  return <Later key={page} load={PAGES[page]} home={() => address.goTo({ at: 'home' })} />;
};
