/** Why this file exists: `npm test`: all specs, then the browser tests; with arguments only those they name. Ends with one plain line of counts. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const wanted = process.argv.slice(2);
const isBrowserTest = (path) => path.includes('e2e');
const everything = wanted.length === 0;
const folder = mkdtempSync(join(tmpdir(), 'twinladder-results-'));

/** @returns {{passed: number, failed: number}} counts of a run; a run that ended badly without a failed test counts as one failure */
function counts(succeeded, file, read) {
  const { passed, failed } = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  return { passed, failed: succeeded || failed > 0 ? failed : 1 };
}

/** Three for two processors: specs that kill, freeze and restart servers mostly wait. */
const AT_ONCE = 3;

function specs(paths) {
  const file = join(folder, 'specs.json');
  const succeeded = run([
    'jest',
    '--reporters=default',
    `--maxWorkers=${AT_ONCE}`,
    '--json',
    `--outputFile=${file}`,
    ...paths,
  ]);
  return counts(succeeded, file, (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests + r.numRuntimeErrorTestSuites,
  }));
}

function browserTests(paths) {
  const file = join(folder, 'browser.json');
  const succeeded = run(
    ['playwright', 'test', '--config', 'web/playwright.config.ts', '--pass-with-no-tests', ...paths],
    {
      TWINLADDER_E2E_RESULTS: file,
    },
  );
  return counts(succeeded, file, (r) => ({ passed: r.stats.expected, failed: r.stats.unexpected + r.stats.flaky }));
}

const inBrowser = wanted.filter(isBrowserTest);
const elsewhere = wanted.filter((path) => !isBrowserTest(path));
const parts = [];
if (everything || elsewhere.length > 0) parts.push(specs(elsewhere));
if (everything || inBrowser.length > 0) parts.push(browserTests(inBrowser));
rmSync(folder, { recursive: true, force: true });

const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
