/** Why this file exists: everything that can be told without running the product: format, lint, types, architecture, generated files. */
import { run } from './run.mjs';

const steps = [
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['documents of the web app', ['node', 'web/scripts/documents.mjs']],
  ['lint', ['eslint', '--max-warnings', '0', 'src', 'migrations', 'test', 'web']],
  ['types', ['tsc', '-p', '.']],
  ['types of the web app', ['tsc', '-p', 'web']],
  ['library', ['node', 'bin/twinladder.mjs', 'library', 'check']],
  ['generated files', ['node', 'bin/twinladder.mjs', 'generate', '--check']],
];
if (process.argv.includes('--architecture'))
  steps.push(['architecture', ['node', 'scripts/test.mjs', 'test/architecture']]);

const failed = [];
for (const [name, command] of steps) {
  process.stdout.write(`check: ${name}\n`);
  if (!run(command)) failed.push(name);
}
if (failed.length > 0) {
  process.stderr.write(`Not in order: ${failed.join(', ')}.\n`);
  process.exit(1);
}
