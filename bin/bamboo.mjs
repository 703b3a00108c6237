#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli, root } from './build.mjs';

const folder = await buildCli();
const { main } = await import(pathToFileURL(join(folder, 'bamboo.js')).href);
process.exitCode = await main(process.argv.slice(2), root);
