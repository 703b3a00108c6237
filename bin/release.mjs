// `npm run release`: archives the rules, the words in both languages and golden games of every scenario whose rules have changed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli, root } from './build.mjs';

const folder = await buildCli();
const { release } = await import(pathToFileURL(join(folder, 'release.js')).href);
process.exitCode = release(root);
