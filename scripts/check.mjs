/** Why this file exists: everything that can be told without running the product: format, lint, types, architecture, generated files; two checks at a time. */
import { outputOf, run } from './run.mjs';

const lint = ['eslint', '--max-warnings', '0'];
/** The web app's types come from its documents, so these are made before anything looks at them; the longest check goes first. */
const before = ['documents of the web app', ['node', 'web/scripts/documents.mjs']];
const steps = [
  ['lint of the server', [...lint, 'src', 'migrations', 'test']],
  ['lint of the web app', [...lint, 'web']],
  ['types', ['tsc', '-p', '.']],
  ['types of the web app', ['tsc', '-p', 'web']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['library', ['node', 'bin/twinladder.mjs', 'library', 'check']],
  ['generated files', ['node', 'bin/twinladder.mjs', 'generate', '--check']],
];

const failed = [];
async function check([name, command]) {
  const { succeeded, output } = await outputOf(command);
  process.stdout.write(`check: ${name}${succeeded ? '' : ': not in order'}\n${output}`);
  if (!succeeded) failed.push(name);
}
async function checkOneAfterTheOther() {
  for (let next = steps.shift(); next !== undefined; next = steps.shift()) await check(next);
}

await check(before);
await Promise.all([checkOneAfterTheOther(), checkOneAfterTheOther()]);
if (process.argv.includes('--architecture') && !run(['node', 'scripts/test.mjs', 'test/architecture']))
  failed.push('architecture');
if (failed.length > 0) {
  process.stderr.write(`Not in order: ${failed.join(', ')}.\n`);
  process.exit(1);
}
