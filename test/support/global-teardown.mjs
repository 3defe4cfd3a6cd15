/** Why this file exists: ends the run's PostgreSQL and removes its folder. */
import { rmSync } from 'node:fs';

export default async function teardown() {
  await globalThis.__server?.stop();
  if (globalThis.__dataDir) rmSync(globalThis.__dataDir, { recursive: true, force: true });
}
