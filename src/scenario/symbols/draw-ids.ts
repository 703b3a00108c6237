import { siteOf } from '../../engine/chance.ts';
import type { DrawId } from '../../engine/program.ts';

/** Arms of branching ops, by the op: two draws in different arms of one op never both happen. */
export type Arms = ReadonlyMap<object, string>;

export interface Use {
  /** `owner/luck-key`. */
  readonly name: string;
  readonly subject: number;
  readonly arms: Arms;
  /** What makes two uses one: the same op, filled in the same way. */
  readonly source: object;
  readonly filled: string;
}

/** Hands out the sites of chances and notices when two would share one. */
export interface DrawIds {
  /** The site, and the use that it collides with. */
  readonly allocate: (use: Use) => { readonly site: DrawId; readonly rival?: Use };
}

export function newDrawIds(): DrawIds {
  const uses = new Map<DrawId, Use[]>();
  return {
    allocate: (use) => {
      const site = siteOf(use.name);
      const others = uses.get(site) ?? [];
      const rival = others.find(
        (other) =>
          other.name !== use.name ||
          (other.subject === use.subject &&
            !(other.source === use.source && other.filled === use.filled) &&
            !exclusive(other.arms, use.arms)),
      );
      if (rival !== undefined) return { site, rival };
      uses.set(site, [...others, use]);
      return { site };
    },
  };
}

function exclusive(a: Arms, b: Arms): boolean {
  for (const [node, arm] of a) {
    const other = b.get(node);
    if (other !== undefined && other !== arm) return true;
  }
  return false;
}
