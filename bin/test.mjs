// `npm test`: every check, in two lanes where the machine has two cores. Results go to test-results/; the last lines say what failed and count it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './build.mjs';

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Every step is a program of the project's own `node_modules/.bin`, or Node itself. */
const TYPES = { name: 'types', command: ['tsc', '-b'] };
const LINT = { name: 'lint', command: ['oxlint', '--deny-warnings'] };
const FORMAT = { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] };
const UNUSED = { name: 'unused code', command: ['knip'] };
const UNIT = { name: 'unit, property and golden tests', command: ['vitest', 'run'], report: readVitest };
const BUILD = { name: 'build', command: ['node', join('bin', 'build-all.mjs')] };
const PACKAGES = { name: 'packages', command: ['node', join('bin', 'package.mjs')] };
const BROWSER = { name: 'browser tests', command: ['playwright', 'test'], report: readPlaywright };

/** A step that has not ended by then hangs: it is stopped and has failed. */
const HANGS_AFTER = 20 * 60_000;
/** How many failures of a step, and how much of each, are repeated at the end. */
const REPEATED = { failures: 5, letters: 400 };

const outcomes = [];
const started = performance.now();
await run(BUILD);
await Promise.all([lane([PACKAGES, TYPES, LINT, FORMAT, UNUSED]), lane([UNIT])]);
await run(BROWSER);

console.log('');
for (const { name, passed, failed, skipped, failures, seconds } of outcomes) {
  const note = skipped > 0 ? `, ${skipped} NOT RUN` : '';
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed${note} (${seconds.toFixed(0)} s)`);
  for (const failure of failures.slice(0, REPEATED.failures))
    console.log(`       ${failure.slice(0, REPEATED.letters).replaceAll('\n', '\n       ')}`);
}
const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`all checks took ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
// The workers of a step that was stopped would keep this one waiting.
if (outcomes.some(({ hung }) => hung)) process.exit();

async function lane(steps) {
  for (const step of steps) await run(step);
}

async function run({ name, command: [program, ...args], report }) {
  const start = performance.now();
  const file = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const { code, output, hung } = await finish(spawn(file, args, { cwd: root, shell: process.platform === 'win32' }));
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`\n--- ${name} ---\n${output.trimEnd()}\n`);
  const counted = report?.() ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0, failures: [] };
  const failures = hung ? [`stopped: it had not ended after ${HANGS_AFTER / 60_000} minutes`] : counted.failures;
  if (code !== 0 && failures.length === 0) failures.push(output.trimEnd().slice(-REPEATED.letters));
  // A runner that fails without saying which test did (a crash, a file that cannot be read) has failed all the same.
  // Nothing may be left out where the checks count: on CI a test that did not run has failed.
  const failed = counted.failed + (process.env.CI ? counted.skipped : 0);
  outcomes.push({ name, ...counted, failures, hung, failed: code === 0 ? failed : Math.max(1, failed), seconds });
}

function finish(child) {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => {
      child.kill('SIGKILL');
      // Workers of its own may live on and hold its output open: they are not waited for.
      resolve({ code: 1, output, hung: true });
    }, HANGS_AFTER);
    child.once('error', reject).once('close', (code) => {
      clearTimeout(stop);
      resolve({ code, output, hung: false });
    });
  });
}

function readVitest() {
  const file = join(results, 'unit.json');
  if (!existsSync(file)) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((each) => each.status === 'failed');
    const inFile = relative(root, name);
    if (status === 'failed' && tests.length === 0) return [`${inFile}: ${message}`];
    return tests.map(({ fullName, failureMessages }) => `${inFile}: ${fullName}\n${failureMessages.join('\n')}`);
  });
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}

function readPlaywright() {
  const file = join(results, 'browser.json');
  if (!existsSync(file)) return undefined;
  const { suites, stats } = JSON.parse(readFileSync(file, 'utf8'));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failures = suites
    .flatMap(specs)
    .filter(({ ok }) => !ok)
    .map(({ file: inFile, title, tests }) => {
      const messages = tests.flatMap(({ results: tries }) => tries.flatMap(({ errors }) => errors.map(({ message }) => message)));
      return `${inFile}: ${title}\n${messages.join('\n')}`;
    });
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures };
}
