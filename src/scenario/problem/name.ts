/** Lower-case ASCII `snake_case`, dots between parts: what items, variables and timers are called. */
export const NAME = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/;

/** Candidates worth a "did you mean": at most a third of the letters differ. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const d = distance(name, candidate, least);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean `x`?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): { readonly suggestion?: string } {
  const near = nearest(name, candidates);
  return near === undefined ? {} : { suggestion: `did you mean \`${near}\`?` };
}

const LONGEST = 64;

/** Letters to insert, drop, change or swap with their neighbour; `limit` or more is all the same. */
function distance(a: string, b: string, limit: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
