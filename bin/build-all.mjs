// `npm run build`: the page and the command line.
import { buildCli, buildWeb } from './build.mjs';

await buildCli();
await buildWeb();
