/** Why this file exists: creates an empty database cluster in one step, so that a crash never leaves half of one behind. */
import { lchown, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError, lastLine, systemCode } from './failure.js';
import type { Place } from './place.js';
import { isAlive } from './process-table.js';

/** The same on every computer, whatever its language settings. */
const INITDB_OPTIONS = [
  ...['--username=postgres', '--encoding=UTF8', '--auth=trust'],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
];

/**
 * Creates the cluster of a place if it has none. Two processes may do so at once: the first to finish wins.
 * @param isDurable false leaves out waiting for the disk, for databases that may be lost
 */
export async function ensureCluster(place: Place, binaries: Binaries, isDurable: boolean): Promise<void> {
  if (await exists(join(place.location, 'PG_VERSION'))) return;
  if (await exists(place.location)) {
    throw new EmbeddedPostgresError(
      `The folder ${place.location} is there but holds no database: move it away, or choose another data folder.`,
    );
  }
  await removeLeftovers(place.location);
  const unfinished = `${place.location}.init-${process.pid}`;
  await mkdir(unfinished, { mode: 0o700 });
  if (place.account !== null) await lchown(unfinished, place.account.uid, place.account.gid);
  const sync = isDurable ? [] : ['--no-sync'];
  const result = await run(binaries.initdb, [...INITDB_OPTIONS, ...sync, '-D', unfinished], place.account);
  if (result.exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `The database could not be created in ${place.location}: ${complaint(result.output)}.`,
    );
  }
  await moveIntoPlace(unfinished, place.location, isDurable);
}

/** initdb ends by saying that it removes its files; the line before, marked as an error, says why. */
function complaint(output: string): string {
  const errors = output.split('\n').filter((line) => /error:|FATAL|PANIC/.test(line));
  return lastLine(errors.length > 0 ? errors.join('\n') : output);
}

async function moveIntoPlace(unfinished: string, location: string, isDurable: boolean): Promise<void> {
  try {
    await rename(unfinished, location);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error;
  }
  if (!isDurable) return;
  const parent = await open(dirname(location), 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}

/** Removes what a creation that was cut short left, but not the work of a process that is still running. */
async function removeLeftovers(location: string): Promise<void> {
  const prefix = `${basename(location)}.init-`;
  for (const name of await readdir(dirname(location))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid !== process.pid && isAlive(pid)) continue;
    await rm(join(dirname(location), name), { recursive: true, force: true });
  }
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
