/** Why this file exists: `npm run torture`: kills the server and its database 1,000 times each; `npm run torture -- 200 4711` takes other rounds and an old seed. */
import { run } from './run.mjs';

const [rounds = '1000', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
process.stdout.write(`${rounds} rounds each, seed ${seed}: npm run torture -- ${rounds} ${seed}\n`);
const succeeded = run(['jest', '--maxWorkers=2', 'test/torture/kill-server', 'test/torture/kill-database'], {
  TORTURE_ROUNDS: rounds,
  TORTURE_SEED: seed,
});
process.exit(succeeded ? 0 : 1);
