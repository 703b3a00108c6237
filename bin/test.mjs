// `npm test`: every check, in two lanes where the machine has two cores. Results go to test-results/; the last line counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Every step is a program of the project's own `node_modules/.bin`, or Node itself. */
const TYPES = { name: 'types', command: ['tsc', '-b'] };
const LINT = { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] };
const FORMAT = { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] };
const UNUSED = { name: 'unused code', command: ['knip'] };
const UNIT = { name: 'unit, property and golden tests', command: ['vitest', 'run'], report: readVitest };
const BUILD = { name: 'build', command: ['node', join('bin', 'build-all.mjs')] };
const BROWSER = { name: 'browser tests', command: ['playwright', 'test'], report: readPlaywright };

const outcomes = [];
const started = performance.now();
await run(BUILD);
await Promise.all([lane([TYPES, LINT, FORMAT, UNUSED]), lane([UNIT])]);
await run(BROWSER);

console.log('');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const note = skipped > 0 ? `, ${skipped} NOT RUN` : '';
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed${note} (${seconds.toFixed(0)} s)`);
}
const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`all checks took ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;

async function lane(steps) {
  for (const step of steps) await run(step);
}

async function run({ name, command: [program, ...args], report }) {
  const start = performance.now();
  const file = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const { code, output } = await finish(spawn(file, args, { cwd: root, shell: process.platform === 'win32' }));
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`\n--- ${name} ---\n${output.trimEnd()}\n`);
  const counted = report?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  // A runner that fails without saying which test did (a crash, a file that cannot be read) has failed all the same.
  // Nothing may be left out where the checks count: on CI a test that did not run has failed.
  const failed = counted.failed + (process.env.CI ? counted.skipped : 0);
  outcomes.push({ name, ...counted, failed: code === 0 ? failed : Math.max(1, failed), seconds });
}

function finish(child) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve({ code, output })));
}

function readVitest() {
  const file = join(results, 'unit.json');
  if (!existsSync(file)) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function readPlaywright() {
  const file = join(results, 'browser.json');
  if (!existsSync(file)) return undefined;
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
