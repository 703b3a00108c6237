// `npm start`: builds the page if it must and serves it. PORT chooses the port; 0 takes any free one. FRAME names the origins that may frame it.
import { buildWeb } from './build.mjs';
import { headerPolicy } from './policy.mjs';
import { serve } from './serve.mjs';

const DEFAULT_PORT = 4173;
const asked = process.env.PORT;
const port = asked === undefined || asked.trim() === '' ? DEFAULT_PORT : Number(asked);
const LAST_PORT = 65535;
if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) {
  console.error(`PORT must be a whole number from 0 to 65535, not "${asked}".`);
  process.exit(1);
}

try {
  headerPolicy(process.env.FRAME);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const folder = await buildWeb();
try {
  const { server, address } = await serve(folder, port, process.env.FRAME);
  console.log(`Bamboo Diplomacy is at ${address}\nStop it with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)).closeAllConnections());
} catch (error) {
  const why = { EADDRINUSE: 'is taken', EACCES: 'is not yours to use' }[error.code];
  if (why === undefined) throw error;
  const other = error.code === 'EACCES' || port === LAST_PORT ? 0 : port + 1;
  console.error(`Port ${port} ${why}. Choose another: PORT=${other} npm start`);
  process.exit(1);
}
