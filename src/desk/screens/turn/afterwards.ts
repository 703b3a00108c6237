import '../../style/ledger.css';
import '../../style/turn/passing.css';

/** The scenes between two decisions: fetched apart, as no game begins with one. */
export { Chapter } from './chapter.tsx';
export { Consequences } from './consequences.tsx';
export { Lost } from './lost.tsx';
export { Passing } from './passing.tsx';
