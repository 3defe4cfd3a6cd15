/** Why this file exists: `npm test`: the checks, then all specs; with arguments only the specs they name. Ends with one plain line of counts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const wanted = process.argv.slice(2);
const inOrder = wanted.length > 0 || run(['node', 'scripts/check.mjs']);

const folder = mkdtempSync(join(tmpdir(), 'twinladder-results-'));
const results = join(folder, 'results.json');
const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
const passed = run(['jest', '--maxWorkers=2', '--json', `--outputFile=${results}`, '--reporters=default', ...wanted], {
  NODE_OPTIONS: options.trim(),
});

let good = 0;
let bad = inOrder ? 0 : 1;
try {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  good += numPassedTests;
  bad += numFailedTests + numRuntimeErrorTestSuites;
} catch {
  bad += 1;
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${good} passed, ${bad} failed\n`);
process.exit(passed && inOrder && bad === 0 ? 0 : 1);
