import type { Locale } from '../../bundle/bundle.ts';

/** A word that takes sides, in the narrator's own voice. */
export interface Loaded {
  readonly message: string;
  readonly fragment: string;
  readonly suggestion?: string;
}

interface Word {
  readonly text: string;
  readonly pattern: RegExp;
  readonly instead?: string;
}

const word = (text: string, instead?: string): Word => ({
  text,
  pattern: new RegExp(`(?<![\\p{L}-])(?:${text})(?![\\p{L}])`, 'iu'),
  ...(instead === undefined ? {} : { instead }),
});

/** Only clear cases: whoever says these has judged. Quoted and attributed, they may appear. */
const LOADED: Readonly<Record<Locale, readonly Word[]>> = {
  en: [
    word('disputed (?:waters|areas?|zones?|sea)', 'say what each side holds'),
    word('occupied', 'held, stationed at'),
    word('illegal(?:ly)?'),
    word('aggressions?|aggressive(?:ly)?', 'say what was seen'),
    word('provocations?|provocative(?:ly)?'),
    word('bull(?:y|ies|ied|ying)'),
    word('pawns?'),
    word('puppets?'),
    word('factions?', 'viewpoint'),
    word('mealy-mouthed'),
    word('tightrope'),
  ],
  vi: [
    word('vùng (?:biển )?tranh chấp|vùng chồng lấn', 'nói rõ quan điểm của mỗi bên'),
    word('xâm phạm|xâm lấn|quấy nhiễu|cản phá|trái phép|ngang nhiên'),
    word('phi lý|cái gọi là'),
    word('đi dây|đu dây|bắt cá hai tay|con bài|quân cờ'),
    word('phe phái'),
    word('bóp nghẹt'),
    word('nhà cầm quyền'),
  ],
};

/** Any of them, even as a part of a word: most texts have none. */
const anyOf = (words: readonly Word[]): RegExp => new RegExp(words.map(({ text }) => text).join('|'), 'iu');

interface Watch {
  readonly any: RegExp;
  readonly words: readonly Word[];
}

/** The words watched for in each language. */
export type Wording = Readonly<Record<Locale, Watch>>;

/** Phrases that a scenario does not want its narrator to use. */
export interface Avoided {
  readonly locale: Locale;
  readonly avoid: readonly string[];
  readonly instead?: string | undefined;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What every narrator avoids, and what these say beside it. */
export const wordingOf = (own: readonly Avoided[]): Wording => {
  const watch = (locale: Locale): Watch => {
    const words = [
      ...LOADED[locale],
      ...own.filter((each) => each.locale === locale).map(({ avoid, instead }) => word(avoid.map(literal).join('|'), instead)),
    ];
    return { any: anyOf(words), words };
  };
  return { en: watch('en'), vi: watch('vi') };
};

/** Loaded words of a narrated text outside quotation marks, each once; and exclamation marks. */
export function lint(wording: Wording, locale: Locale, text: string, narrated: boolean): readonly Loaded[] {
  const { any, words } = wording[locale];
  if (!narrated || (!any.test(text) && !text.includes('!'))) return [];
  const bare = text
    .replace(/[“"][^“”"]*[”"]|(?<!\p{L})['‘][^'‘’]*['’](?!\p{L})/gu, (quoted) => ' '.repeat(quoted.length))
    .replace(/\[[^\][]*\]|\{=[^{}]*\}/g, (mark) => ' '.repeat(mark.length));
  const found: Loaded[] = [];
  for (const { pattern, instead } of words) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    found.push({
      message: `"${match[0]}" takes sides in the narrator's voice; quoted or attributed it may stand.`,
      fragment: match[0],
      ...(instead === undefined ? {} : { suggestion: instead }),
    });
  }
  if (bare.includes('!')) found.push({ message: 'The narrator does not exclaim.', fragment: '!' });
  return found;
}
