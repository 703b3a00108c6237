// The keyed draws of the toy, as pcg4d (Jarzynski and Olano 2020) gives them: four words in, four words out.

export function mix(a, b, c, d) {
  a = (Math.imul(a, 1664525) + 1013904223) | 0;
  b = (Math.imul(b, 1664525) + 1013904223) | 0;
  c = (Math.imul(c, 1664525) + 1013904223) | 0;
  d = (Math.imul(d, 1664525) + 1013904223) | 0;
  a = (a + Math.imul(b, d)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  d = (d + Math.imul(b, c)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  c ^= c >>> 16;
  d ^= d >>> 16;
  a = (a + Math.imul(b, d)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  d = (d + Math.imul(b, c)) | 0;
  return [a, b, c, d];
}

export const seedWords = (seed) => mix(seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 0xb7e15162 | 0);
export const turnWords = ([a, b, c, d], turn) => mix(a ^ turn, b, c, d);

/** A whole number from 0 to n - 1. */
export function drawOf([a, b, c, d], site, index, n) {
  const [word] = mix(a ^ site, b ^ index, c, d);
  return Math.floor((((word ^ (word >>> 16)) >>> 0) * n) / 4294967296);
}
