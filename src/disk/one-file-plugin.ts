import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { filePolicy } from '../../bin/policy.mjs';
import { NOTICES } from './notices-plugin.ts';

const WORKER = /new Worker\(new URL\('(\.\/[\w-]+\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/gu;
const SCRIPT = /\s*<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/u;
/** What Vite puts where a part has others to be fetched with it: in one file there are none, and it leaves the mark. */
const PRELOADED = '__VITE_PRELOAD__';
const ICON = /(?<=<link rel="icon" href=")\.\/([^"]+\.svg)(?=")/u;
const STYLE = /\s*<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/u;

/** Where a text would end the element it stands in, or hide its end, the same is written otherwise. */
const withinScript = (code: string): string => code.replaceAll('</script', '\\x3C/script').replaceAll('<!--', '\\x3C!--');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Makes one page of all: program, styles, faces and scenarios stand in it, workers are started from texts in it, and its content policy
 * names the hashes of what may run. Throws where something would have to be fetched.
 */
export const oneFile = (): readonly Plugin[] => [
  {
    name: 'one-file-sources',
    enforce: 'pre',
    transform(code) {
      if (!code.includes('new Worker(')) return undefined;
      const names: string[] = [];
      const inline = code.replace(WORKER, (_, path: string) => {
        names.push(path);
        return `new BesideWorker${String(names.length)}()`;
      });
      if (names.length === 0) return undefined;
      return names.map((path, i) => `import BesideWorker${String(i + 1)} from '${path}?worker&inline';\n`).join('') + inline;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        [
          [/<html /u, '<html data-package="file" '],
          // What one file holds need not be asked for early, and it may be opened as a file.
          [/\s*<link rel="preload"[^>]*>/gu, ''],
          [/, or open it from a web address and not from\s+a file/u, ', or open it in a newer browser'],
          [/, hoặc mở từ một địa chỉ web thay vì\s+từ tệp/u, ', hoặc mở bằng một trình duyệt mới hơn'],
        ].reduce((text, [pattern, by]) => replaced(text, pattern as RegExp, by as string), html),
    },
  },
  {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the page was not made');
      const taken = new Set(['index.html']);
      const textOf = (file: string): string => {
        taken.add(file);
        const part = bundle[file];
        if (part === undefined) throw new Error(`the page names "${file}", which was not made`);
        if (part.type === 'chunk') return part.code;
        return typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source);
      };
      let html = textOf('index.html');
      const script = withinScript(textOf(SCRIPT.exec(html)?.[1] ?? '').replaceAll(PRELOADED, 'void 0')).trim();
      const style = textOf(STYLE.exec(html)?.[1] ?? '').trim();
      const icon = textOf(ICON.exec(html)?.[1] ?? '');
      const said = withinScript(textOf(NOTICES));
      const policy = filePolicy([hashOf(script)], [hashOf(style)]);
      html = replaced(html, ICON, () => `data:image/svg+xml,${encodeURIComponent(icon)}`);
      html = replaced(html, SCRIPT, '');
      html = replaced(html, STYLE, () => `\n    <style>${style}</style>`);
      html = replaced(html, /<head>/u, () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
      html = replaced(
        html,
        /\s*<\/body>/u,
        () => `\n    <script type="text/plain" id="notices">${said}</script>\n    <script type="module">${script}</script>\n  </body>`,
      );
      page.source = html;
      const left = Object.keys(bundle).filter((file) => !taken.has(file));
      if (left.length > 0) throw new Error(`left beside the one file: ${left.join(', ')}`);
      for (const file of taken) if (file !== 'index.html') Reflect.deleteProperty(bundle, file);
    },
  },
];

/** Throws where there is nothing to replace: the page has changed, and what made one file of it must too. */
const replaced = (text: string, pattern: RegExp, by: string | (() => string)): string => {
  const next = typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by);
  if (next === text) throw new Error(`nothing in the page fits ${String(pattern)}`);
  return next;
};
