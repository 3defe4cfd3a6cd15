/** Why this file exists: finds a folder for the Unix socket that is short enough for the system and closed to other users. */
import { createHash } from 'node:crypto';
import { lchown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError, systemCode } from './failure.js';
import type { Place } from './place.js';

/** Only names the socket file, `.s.PGSQL.5432`; nothing listens on a TCP port. */
export const SOCKET_PORT = 5432;
export const SOCKET_FILE = `.s.PGSQL.${SOCKET_PORT}`;

/** Bytes; systems take 103 to 107. */
const MAX_SOCKET_PATH = 100;

const fits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, SOCKET_FILE)) <= MAX_SOCKET_PATH && !/[,"]/.test(folder);

/**
 * The folder of the socket: the database's own folder, or, when its path is too long or holds a character that PostgreSQL's
 * list of folders cannot, a folder of the same name each time below the temporary one.
 */
export function socketFolder(location: string): string {
  if (fits(location)) return location;
  const name = `twinladder-${createHash('sha256').update(location).digest('hex').slice(0, 16)}`;
  const folder = join(tmpdir(), name);
  return fits(folder) ? folder : join('/tmp', name);
}

/** Creates the socket folder if need be; refuses one that somebody else put there, since whoever is let in is trusted. */
export async function openSocketFolder(folder: string, place: Place): Promise<void> {
  if (folder === place.location) return;
  try {
    await mkdir(folder, { mode: 0o700 });
    if (place.account !== null) await lchown(folder, place.account.uid, place.account.gid);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  const entry = await lstat(folder);
  const owner = place.account?.uid ?? process.getuid?.();
  if (entry.isDirectory() && entry.uid === owner && (entry.mode & 0o077) === 0) return;
  throw new EmbeddedPostgresError(
    `The folder ${folder}, needed for the connection to the database, was made by somebody else: remove it, or choose a data folder with a shorter path.`,
  );
}
