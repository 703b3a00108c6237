import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes `worker.js`, which keeps this release whole in the browser, and `files.json`, the list of what belongs to it: a later build leaves
 * these files beside its own, so that a tab of this release goes on.
 */
export const offlineWorker = (): Plugin => ({
  name: 'offline-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((file) => !file.endsWith('.map'))
      .sort();
    const contents = files.map((file) => {
      const part = bundle[file];
      return part?.type === 'chunk' ? part.code : (part?.source ?? '');
    });
    const hash = createHash('sha256');
    for (const [i, file] of files.entries()) hash.update(`${file}\n`).update(contents[i] ?? '');
    const release = hash.digest('hex').slice(0, 12);
    const code = readFileSync(join(import.meta.dirname, '..', 'offline', 'worker.js'), 'utf8');
    const head = `const RELEASE = ${JSON.stringify(release)};\nconst FILES = ${JSON.stringify([...new Set([...files, 'index.html'])])};\n`;
    this.emitFile({ type: 'asset', fileName: 'worker.js', source: head + code });
    this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify(files) });
  },
});
