// The content policies, in one place: the page carries its own in a tag for any static host, the server says it in a header, where framing can be ruled too.

const RULES = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For a tag in the page: `frame-ancestors` is not heard there. */
export const PAGE_POLICY = RULES.join('; ');

/**
 * For the page as one file, which fetches nothing: only what has one of these hashes runs in it or styles it; workers are started from texts in it.
 * @param {readonly string[]} scripts
 * @param {readonly string[]} styles
 */
export const filePolicy = (scripts, styles) =>
  [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const ORIGIN = /^(?:'self'|https?:\/\/[a-z0-9.-]+(?::\d+)?)$/i;

/**
 * For a header. `frames`: origins, separated by spaces, whose pages may frame this one (a course site); nobody's unless given. Throws
 * for anything else than origins.
 * @param {string} [frames]
 */
export function headerPolicy(frames = '') {
  const origins = frames.split(/\s+/).filter(Boolean);
  const wrong = origins.find((origin) => !ORIGIN.test(origin));
  if (wrong !== undefined) throw new Error(`FRAME must name origins such as https://course.example.org, not "${wrong}".`);
  return [...RULES, `frame-ancestors ${origins.length === 0 ? "'none'" : origins.join(' ')}`].join('; ');
}
