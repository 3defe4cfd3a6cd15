/** Why this file exists: PostgreSQL's own lock file tells who runs a database, through which socket, and whether it is ready. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBePostgres } from './process-table.js';
import { SOCKET_FILE } from './socket.js';

export interface PidFile {
  readonly pid: number;
  /** `null` while the server has not yet opened its socket. */
  readonly socketDir: string | null;
  readonly isReady: boolean;
}

const pathOf = (location: string): string => join(location, 'postmaster.pid');

/** `null` when the database is not running, or was not when it last could say so. */
export async function readPidFile(location: string): Promise<PidFile | null> {
  const text = await readFile(pathOf(location), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const socketDir = lines[4] ?? '';
  return { pid, socketDir: socketDir === '' ? null : socketDir, isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Removes the lock files of a server that is gone but whose process number is still, or again, in use, as happens when
 * a container restarts; PostgreSQL would wait for that process forever. Does nothing where that cannot be told.
 */
export async function removeMisleadingPidFile(location: string): Promise<void> {
  const file = await readPidFile(location);
  if (file === null || (await mayBePostgres(file.pid))) return;
  const again = await readPidFile(location);
  if (again?.pid !== file.pid) return;
  if (file.socketDir !== null) await rm(join(file.socketDir, `${SOCKET_FILE}.lock`), { force: true });
  await rm(pathOf(location), { force: true });
}
