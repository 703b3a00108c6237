import { useDesk } from '../../desk-context.ts';
import { Later } from '../../parts/later.tsx';

const join = () => import('./join.tsx').then(({ Join }) => Join);
const groups = () => import('./groups.tsx').then(({ Groups }) => Groups);
const write = () => import('./write.tsx').then(({ Write }) => Write);

/** The pages beside a lesson, each fetched when it is asked for; together they are one name to the first screen. */
export const BesideLesson = () => {
  const { address } = useDesk();
  const { at } = address.route.value;
  const load = at === 'class' ? join : at === 'write' ? write : groups;
  return <Later key={at} load={load} home={() => address.goTo({ at: 'home' })} />;
};
