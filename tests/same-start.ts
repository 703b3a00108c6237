import fc from 'fast-check';
import { speak } from '../src/text/text.ts';
import { proving } from './counts.ts';

// Before each file of tests, which shares its modules with those before it.

// `npm cit` tries the same random programs every time, so that a red run speaks of the change at hand; `npm run proof` tries new ones.
if (!proving) fc.configureGlobal({ seed: 2019 });

await speak('en');
