import { describe, expect, it } from 'vitest';
import { walkOps } from '../../src/engine/walk-ops.ts';
import { compileText, edit, TWO_DOORS } from './compile.ts';

/** What the ops of an act rest on: the claims of each, in order. */
function claimsOf(text: string, id: string): readonly (readonly string[])[] {
  const { bundle, problems } = compileText(text);
  if (bundle === undefined) throw new Error(JSON.stringify(problems));
  const found: (readonly string[])[] = [];
  const act = bundle.program.acts.find((one) => one.id === id)!;
  walkOps(act.does, ({ at }) => found.push(bundle.catalogue.places[at]!.claims));
  return found;
}

describe("the game's own books rest on no claim", () => {
  it('when an act is ready again', () => {
    const [ready, ...does] = claimsOf(TWO_DOORS, 'quiet_word');
    expect(ready).toEqual([]);
    expect(does.every((claims) => claims.includes('ol-002'))).toBe(true);
  });

  it('in the slot and the timer of a project', () => {
    const sourced = edit('once: true\n    design: true\n    needs', 'once: true\n    claims: [ol-002]\n    needs');
    expect(claimsOf(sourced, 'mend_pier').flat()).toEqual([]);
  });
});
