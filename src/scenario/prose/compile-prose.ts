import type { Expr, SourceRef } from '../../engine/program.ts';
import { textStamp } from '../../bundle/canonical.ts';
import type { Composition } from '../schema/compose.ts';
import { lint, wordingOf } from './lint.ts';
import type { Wording } from './lint.ts';
import { didYouMean } from '../problem/name.ts';
import type { ProblemCode } from '../problem/problem.ts';
import { isYamlMap } from '../syntax/read-yaml.ts';
import { readText } from '../expression/expression-field.ts';
import type { Locale, Prose, ProseFigure, ProseSegment, ProseText } from '../../bundle/bundle.ts';
import { expressionsOf, splitText } from './parse-text.ts';
import type { Piece } from './parse-text.ts';
import type { Position } from '../syntax/trace.ts';
import type { Words } from './authored-texts.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** Turns an expression of a text into final numbers. */
export type Finish = (expr: Expr) => Expr;

/** The words of every locale. A text that is not translated stands in English until it is. */
export function compileProse(
  work: CompileContext,
  composition: Composition,
  words: readonly Words[],
  isLive: (of: string) => boolean,
  finish: Finish,
  look: (expr: Expr, key: string, at: Position) => void,
): Readonly<Partial<Record<Locale, Prose>>> {
  const wording = wordingOf([...composition.items.wording.values()].map(({ value }) => value));
  const en: Record<string, ProseText> = {};
  for (const { key, text, home, field, of, own, narrated } of words) {
    const pieces = splitText(text, ({ message, mark }) => complain(work, 'expression', message, work.trace.inside(home, field, mark)));
    for (const { message, fragment, suggestion } of lint(wording, 'en', text, narrated))
      complain(work, 'loaded_word', message, work.trace.inside(home, field, fragment), suggestion);
    if (text.includes('[M]'))
      complain(
        work,
        'from_memory',
        'A figure marked [M] is from memory and does not reach a player.',
        work.trace.inside(home, field, '[M]'),
      );
    if (!isLive(of) && !own) continue;
    const seen: Finish = (expr) => {
      const finished = finish(expr);
      look(finished, key, work.trace.of(home, field));
      return finished;
    };
    const compiled = compileText(work, pieces, home, field, ownerOf(of), seen);
    if (isLive(of)) en[key] = compiled;
  }
  const own = composition.translations.some((translation) => translation.own);
  return own ? { en, vi: compileVietnamese(work, composition, words, wording, en, isLive, finish) } : { en };
}

function compileText(
  work: CompileContext,
  pieces: readonly Piece[],
  home: object,
  field: string | number,
  owner: string,
  finish: Finish,
): ProseText {
  const figure = (piece: Exclude<Piece, { readonly kind: 'words' | 'if' }>): ProseFigure =>
    piece.kind === 'value'
      ? { value: finish(readText(work, piece.expression, home, field, { type: 'int', taker: '{= }' }).expr) }
      : { odds: chancesOf(work, piece.luck, owner, home, field) };
  const segments = pieces.map((piece): ProseSegment => {
    if (piece.kind === 'words') return piece.text;
    if (piece.kind !== 'if') return figure(piece);
    return {
      when: finish(readText(work, piece.expression, home, field, { type: 'bool', taker: '[if]' }).expr),
      text: piece.inner.map((part) => (part.kind === 'words' ? part.text : figure(part))),
    };
  });
  return segments.every((segment) => typeof segment === 'string') ? segments.join('') : segments;
}

/** Places of the chance that a text names: `luck` of the item it belongs to, or `owner/luck`. */
function chancesOf(work: CompileContext, luck: string, owner: string, home: object, field: string | number): readonly SourceRef[] {
  const name = luck.includes('/') ? luck : `${owner}/${luck}`;
  const places = work.chances.get(name);
  if (places !== undefined) return places;
  const near = didYouMean(name, work.chances.keys()).suggestion;
  complain(work, 'unknown_name', `There is no chance \`${name}\`.`, work.trace.inside(home, field, `{odds`), near);
  return [];
}

/** `situation.lights` and the like: the half after the kind names the owner of its chances. */
const ownerOf = (of: string): string => of.slice(of.indexOf('.') + 1);

interface Translation {
  readonly text: string;
  readonly home: object;
  readonly field: string;
}

function compileVietnamese(
  work: CompileContext,
  composition: Composition,
  words: readonly Words[],
  wording: Wording,
  en: Prose,
  isLive: (of: string) => boolean,
  finish: Finish,
): Prose {
  const vi: Record<string, ProseText> = { ...en };
  const known = new Map(words.map((one) => [one.key, one]));
  const translated = new Map<string, Translation & { readonly own: boolean }>();
  // The scenario's own come first: what it changed of a used folder it translates itself.
  const inOrder = [...composition.translations].sort((a, b) => Number(b.own) - Number(a.own));
  for (const { entries, own } of inOrder) {
    const report = (code: ProblemCode, message: string, key: string, suggestion?: string) =>
      complain(work, code, message, work.trace.ofKey(entries, key), suggestion);
    for (const [key, entry] of Object.entries(entries)) {
      const english = known.get(key);
      if (english === undefined) {
        // A used folder's texts may belong to an item that this scenario replaced.
        if (own) report('unknown_translation', `No text has the key \`${key}\`.`, key, didYouMean(key, known.keys()).suggestion);
        continue;
      }
      const translation = readTranslation(entries, key);
      if (translation === undefined) {
        report('shape', `\`${key}\` is a text, or a map with \`vi\` and \`of\`.`, key);
        continue;
      }
      const before = translated.get(key);
      if (before?.own === true && !own) continue;
      if (before !== undefined) report('duplicate', `\`${key}\` is translated twice.`, key);
      translated.set(key, { ...translation, own });
      const stamp = isYamlMap(entry) && 'of' in entry ? plain(work.trace.written(entry, 'of')) : undefined;
      if (stamp !== undefined && stamp !== textStamp(english.text))
        report(
          'stale_translation',
          `The English of \`${key}\` has changed since it was translated.`,
          key,
          `check it, then let \`bamboo check --fix\` write ${textStamp(english.text)}`,
        );
      for (const { message, fragment, suggestion } of lint(wording, 'vi', translation.text, english.narrated))
        complain(work, 'loaded_word', message, work.trace.inside(translation.home, translation.field, fragment), suggestion);
      if (!isLive(english.of)) continue;
      vi[key] = compileTranslation(work, english, translation, finish);
    }
  }
  const missing: Words[] = [];
  for (const text of words) {
    const { key, of } = text;
    if (!isLive(of) || translated.has(key)) continue;
    const twin = key.startsWith('reading.') && key.endsWith('.name') ? key.replace('reading.', 'variable.') : undefined;
    if (twin !== undefined && vi[twin] !== undefined && translated.has(twin)) {
      vi[key] = vi[twin];
      continue;
    }
    if (!key.startsWith('article.')) missing.push(text);
  }
  tellMissing(work, composition, missing, Object.keys(en).length);
  return vi;
}

/** Texts without a translation are told one by one; of more than this, how many there are. */
const MOST_TOLD = 10;

function tellMissing(work: CompileContext, { translations }: Composition, missing: readonly Words[], of: number): void {
  if (missing.length <= MOST_TOLD) {
    for (const { key, home, field } of missing) complain(work, 'untranslated', `\`${key}\` has no Vietnamese.`, work.trace.of(home, field));
    return;
  }
  const file = translations.find(({ own }) => own)?.file ?? '';
  const first = missing.slice(0, 3).map(({ key }) => `\`${key}\``);
  const message = `${missing.length} of ${of} texts have no Vietnamese yet and stand in English: ${first.join(', ')} ...`;
  complain(work, 'untranslated', message, { file, line: 1, column: 1 });
}

const plain = (written: string): string => written.trim().replace(/^["']|["']$/g, '');

function readTranslation(entries: object, key: string): Translation | undefined {
  const entry = (entries as Readonly<Record<string, unknown>>)[key];
  if (typeof entry === 'string') return { text: entry.trim(), home: entries, field: key };
  if (!isYamlMap(entry)) return undefined;
  const text = entry['vi'];
  if (typeof text !== 'string' || Object.keys(entry).some((field) => field !== 'vi' && field !== 'of')) return undefined;
  return { text: text.trim(), home: entry, field: 'vi' };
}

function compileTranslation(work: CompileContext, english: Words, { text, home, field }: Translation, finish: Finish): ProseText {
  const pieces = splitText(text, ({ message, mark }) => complain(work, 'expression', message, work.trace.inside(home, field, mark)));
  const wanted = expressionsOf(splitText(english.text, () => undefined));
  const found = expressionsOf(pieces);
  if (wanted.join('\n') !== found.join('\n')) {
    const missing = wanted.filter((one) => !found.includes(one));
    const extra = found.filter((one) => !wanted.includes(one));
    const what = [...missing.map((one) => `\`${one}\` is missing`), ...extra.map((one) => `\`${one}\` is not in the English`)];
    complain(
      work,
      'unlike_translation',
      `The conditions of \`${english.key}\` differ from the English: ${what.join(', ') || 'their number'}.`,
      work.trace.of(home, field),
    );
  }
  return compileText(work, pieces, home, field, ownerOf(english.of), finish);
}
