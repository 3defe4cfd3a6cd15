/** Why this file exists: runs one command of the tool chain in the project's folder and tells whether it succeeded. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param args program of node_modules/.bin first, or `node` */
export function run(args, env = {}) {
  const [program, ...rest] = args;
  const file = program === 'node' ? process.execPath : join(top, 'node_modules', '.bin', program);
  const { status } = spawnSync(file, rest, { cwd: top, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}
