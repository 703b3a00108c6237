import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/turn.css';
import './style/home.css';
import { hashAddress } from './address.ts';
import { watchFaces } from './faces.ts';
import { mountDesk } from './mount.tsx';
import { watchOffline } from './offline.ts';
import { packaged } from './packaged.ts';
import { startSettings } from './settings.ts';

/** Every element of the page that asks for a desk gets one; the first of them holds the address bar. */
const hosts = [...document.querySelectorAll<HTMLElement>('[data-desk]')];
void startSettings().then(async () => {
  watchFaces();
  void watchOffline();
  const course = packaged === 'course' ? await import('./course/course.tsx').then(({ openCourse }) => openCourse()) : {};
  for (const [i, host] of hosts.entries()) mountDesk(host, i === 0 ? { address: hashAddress(), alone: hosts.length === 1, ...course } : {});
});
