// `npm run package`: the game as a zip for any static host, as one file, and as a SCORM 1.2 package, in packages/.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli, buildFile, buildWeb, root } from './build.mjs';

const folder = await buildCli();
const { pack } = await import(pathToFileURL(join(folder, 'package.js')).href);
process.exitCode = pack(root, { web: await buildWeb(), file: await buildFile() });
