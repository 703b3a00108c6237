import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const STYLE = /<style>([\s\S]*?)<\/style>/u;
const SHARED = 'sheets.css';

/**
 * Puts the sheets for teachers beside the page, in `teach/`, with their style in a file of its own: the content policy has no room for one inside a
 * page. It comes after `offlineWorker`, so that nobody who only plays is sent them. Throws RangeError for sheets of different styles.
 */
export const teachSheets = (folder: string): Plugin => ({
  name: 'teach-sheets',
  apply: 'build',
  enforce: 'post',
  generateBundle() {
    const styles = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
      const text = readFileSync(join(folder, file), 'utf8');
      styles.add(STYLE.exec(text)?.[1] ?? '');
      const source = text.replace(STYLE, `<link rel="stylesheet" href="${SHARED}">`);
      this.emitFile({ type: 'asset', fileName: `teach/${file}`, source });
    }
    if (styles.size > 1) throw new RangeError(`the sheets in ${folder} have ${String(styles.size)} styles; all were to have one`);
    this.emitFile({ type: 'asset', fileName: `teach/${SHARED}`, source: [...styles].join('') });
  },
});
