import type { Problem } from '../problem/problem.ts';
import type { SourceFile, YamlValue } from './read-yaml.ts';
import { positionOf } from './trace.ts';
import type { Trace } from './trace.ts';

/** A `#` after a space with no space after it: YAML ends the text there, and nobody writes a comment so. */
const SUSPECT = / #[^\s#]/;
const AFTER = /^ +#([^\s#][^\n]*)/;

/** Tells of texts without quotes whose end YAML takes for a comment: `title: Room #1` is the title `Room`. */
export function reportLostText(source: SourceFile, value: YamlValue, trace: Trace, report: (problem: Problem) => void): void {
  if (!SUSPECT.test(source.text)) return;
  const visit = (owner: object): void => {
    for (const [key, entry] of Object.entries(owner) as [string, YamlValue][]) {
      if (typeof entry === 'object' && entry !== null) visit(entry);
      else if (typeof entry === 'string') look(owner, Array.isArray(owner) ? Number(key) : key);
    }
  };
  const look = (owner: object, key: string | number): void => {
    const span = trace.span(owner, key);
    if (span === undefined || /["'>|]/.test(span.text.text.charAt(span.start))) return;
    const lost = AFTER.exec(span.text.text.slice(span.end, span.end + MOST));
    if (lost === null) return;
    const at = span.end + lost[0].indexOf('#');
    report({
      code: 'lost_text',
      message: `The text ends before \` #${(lost[1] ?? '').slice(0, SHOWN)}\`: what follows a space and \`#\` is a comment.`,
      ...positionOf(span.text, at),
      suggestion: 'quote the text, or write a space after `#` where a comment is meant',
    });
  };
  if (typeof value === 'object' && value !== null) visit(value);
}
/** How far after a text its loss is looked for, and how much of it is told. */
const MOST = 200;
const SHOWN = 24;
