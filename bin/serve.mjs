// A static server for the built page: content types, the compressed files the build made, caching, content security policy.
import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { headerPolicy } from './policy.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Parts of a page that are never opened as one, nor run: rules for pages would weigh as much as a small one of them. */
const PARTS = new Set(['.css', '.woff2', '.woff']);
const FOR_PAGES = ['Content-Security-Policy', 'Cross-Origin-Opener-Policy'];

/**
 * Serves `folder` on `port` of this machine only (0: any free one). `frames`: origins whose pages may frame it.
 * @param {string} folder
 * @param {number} port
 * @param {string} [frames]
 * @returns {Promise<{ server: import('node:http').Server, address: string }>}
 */
export function serve(folder, port, frames) {
  const safety = {
    'Content-Security-Policy': headerPolicy(frames),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
    answer(folder, request, response).catch(() => {
      // Files are renewed under a running server; whoever asked then asks again.
      if (response.headersSent) response.destroy();
      else refuse(response, 503, 'Not now');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ server, address: `http://localhost:${server.address().port}/` }));
  });
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
  const file = fileFor(folder, request.url ?? '/');
  if (file === undefined) return refuse(response, 404, 'Not found');

  const { path, encoding } = encoded(file, String(request.headers['accept-encoding'] ?? ''));
  // Size and content are those of one open file, whatever happens to its name meanwhile.
  const handle = await open(path, 'r');
  try {
    if (PARTS.has(extname(file))) for (const name of FOR_PAGES) response.removeHeader(name);
    const { size, mtimeMs } = await handle.stat();
    const tag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${encoding === undefined ? '' : `-${encoding}`}"`;
    const headers = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      // Names under assets/ carry a hash of their content, wherever the folder that is served lies.
      'Cache-Control': relative(folder, file).startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: tag,
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Length': size, ...(encoding && { 'Content-Encoding': encoding }) });
    if (request.method === 'HEAD') response.end();
    // A download that is broken off is nobody's fault; what was opened for it is closed all the same.
    else await pipeline(handle.createReadStream({ autoClose: false }), response).catch(() => undefined);
  } finally {
    await handle.close();
  }
}

function fileFor(folder, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (name.includes('\0')) return undefined;
  const path = normalize(join(folder, name.endsWith('/') ? `${name}index.html` : name));
  return path.startsWith(folder + sep) && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

function encoded(file, accepted) {
  if (/\bbr\b/.test(accepted) && existsSync(`${file}.br`)) return { path: `${file}.br`, encoding: 'br' };
  if (/\bgzip\b/.test(accepted) && existsSync(`${file}.gz`)) return { path: `${file}.gz`, encoding: 'gzip' };
  return { path: file };
}

function refuse(response, status, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(text);
}
