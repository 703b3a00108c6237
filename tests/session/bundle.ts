import type { Bundle } from '../../src/bundle/bundle.ts';
import { TWO_DOORS, compileText } from '../scenario/compile.ts';

/** The two-doors fixture, compiled. */
export const twoDoors = (text = TWO_DOORS): Bundle => {
  const { bundle, problems } = compileText(text);
  if (bundle === undefined) throw new Error(`the fixture does not compile: ${JSON.stringify(problems)}`);
  return bundle;
};
