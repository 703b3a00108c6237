import fc from 'fast-check';
import { proving } from './counts.ts';

// `npm cit` tries the same random programs every time, so that a red run speaks of the change at hand; `npm run proof` tries new ones.
if (!proving) fc.configureGlobal({ seed: 2019 });
