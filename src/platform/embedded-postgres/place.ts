/** Why this file exists: decides where the database of a data folder lies and which user runs it. */
import { createHash, randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  lchown,
  lstat,
  mkdir,
  readlink,
  realpath,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { accountOf, canEnter, defaultAccount, isRoot } from './account.js';
import type { Account } from './account.js';
import { EmbeddedPostgresError, systemCode } from './failure.js';

/** Named by major version, because a newer major version cannot read the files of an older one. */
export const CLUSTER = 'pg18';

/** Where root keeps what the user running PostgreSQL cannot reach elsewhere. */
export const SYSTEM_DIR = '/var/lib/twinladder';

export interface Place {
  /** The data folder as given by the caller, made absolute and free of links. */
  readonly dataDir: string;
  /** Folder that holds, or will hold, the database itself; its parent exists and is open to `account`. */
  readonly location: string;
  /** User that runs PostgreSQL; `null` is the user of this process. */
  readonly account: Account | null;
  /** Prepares the folder for a copy of the programs, in case they cannot run where they are installed, and answers its path. */
  readonly openCopyParent: () => Promise<string>;
}

/** Finds the database of a data folder, or prepares the place for a new one. An existing database is never passed over. */
export async function choosePlace(requestedDir: string, systemDir: string): Promise<Place> {
  await mkdir(dirname(requestedDir), { recursive: true });
  await mkdir(requestedDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(requestedDir);
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  const existing = await existingLocation(join(dataDir, CLUSTER), systemDir);
  if (!isRoot()) return placeOfUser(dataDir, existing);
  const place = existing === null ? await newPlace(dataDir, systemDir) : await placeOfOwner(dataDir, existing);
  return { ...place, dataDir, openCopyParent: () => openSystemDir(systemDir) };
}

/** Location that the data folder leads to, directly or by a link; `null` when there is none yet. */
async function existingLocation(path: string, systemDir: string): Promise<string | null> {
  const entry = await lstat(path).catch(nullWhenAbsent);
  if (entry === null) return null;
  if (!entry.isSymbolicLink()) return path;
  const target = resolve(dirname(path), await readlink(path));
  if (await exists(target)) return target;
  // a folder of ours without a database in it: its creation was cut short
  if (dirname(dirname(target)) === systemDir && (await exists(dirname(target)))) return target;
  throw new EmbeddedPostgresError(
    `The database of this data folder was kept in ${target}, which is gone: bring it back, or remove the link ${path} to begin with an empty database.`,
  );
}

async function placeOfUser(dataDir: string, existing: string | null): Promise<Place> {
  const location = existing ?? join(dataDir, CLUSTER);
  const entry = await stat(location).catch(nullWhenAbsent);
  if (entry !== null && entry.uid !== process.getuid?.()) {
    throw new EmbeddedPostgresError(
      `The database in ${location} belongs to another user of this computer: start Twinladder as the user who created it, or choose another data folder.`,
    );
  }
  return { dataDir, location, account: null, openCopyParent: () => Promise.resolve(dataDir) };
}

interface RootPlace {
  readonly location: string;
  readonly account: Account;
}

/** PostgreSQL only runs as the owner of its files, whoever that is. */
async function placeOfOwner(dataDir: string, location: string): Promise<RootPlace> {
  const entry = await stat(location).catch(nullWhenAbsent);
  // the place was prepared but the database in it not yet finished
  if (entry === null) return { location, account: await ownerOf(dirname(location)) };
  if (entry.uid === 0) {
    const { name } = await defaultAccount();
    throw new EmbeddedPostgresError(
      `The database in ${location} belongs to root and PostgreSQL does not run as root: give it to another user, for example with chown -R ${name} '${location}'.`,
    );
  }
  const account = await accountOf(entry.uid, entry.gid);
  if (await canEnter(location, account)) return { location, account };
  throw new EmbeddedPostgresError(
    `The user ${account.name}, who owns the database in ${location}, cannot reach it: open the folders above ${dataDir} to that user, or move the data folder.`,
  );
}

async function ownerOf(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder);
  return uid === 0 ? defaultAccount() : accountOf(uid, gid);
}

async function newPlace(dataDir: string, systemDir: string): Promise<RootPlace> {
  const account = await defaultAccount();
  if (await canEnter(dirname(dataDir), account)) await openToGroup(dataDir, account);
  if (await canEnter(dataDir, account)) return { location: join(dataDir, CLUSTER), account };
  return { location: await elsewhere(dataDir, systemDir, account), account };
}

/** Lets the user pass through, but not list, a data folder that is closed to everyone but root. */
async function openToGroup(dataDir: string, account: Account): Promise<void> {
  if (await canEnter(dataDir, account)) return;
  const entry = await lstat(dataDir);
  if (entry.uid !== 0 || entry.gid !== 0) return;
  await lchown(dataDir, 0, account.gid);
  await chmod(dataDir, (entry.mode & 0o707) | 0o010);
}

/** A new folder below `systemDir` and a link to it in the data folder: removing the data folder begins anew, losing the folder is noticed. */
async function elsewhere(dataDir: string, systemDir: string, account: Account): Promise<string> {
  await openSystemDir(systemDir);
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(systemDir, `${hash}-${randomBytes(3).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  await lchown(folder, account.uid, account.gid);
  if (!(await canEnter(folder, account))) {
    throw new EmbeddedPostgresError(
      `The user ${account.name}, who must run PostgreSQL, can reach neither ${dataDir} nor ${systemDir}: choose a data folder that is open to that user.`,
    );
  }
  const link = join(dataDir, CLUSTER);
  try {
    await symlink(join(folder, CLUSTER), link);
  } catch (error) {
    await rmdir(folder);
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  return readlink(link);
}

async function openSystemDir(systemDir: string): Promise<string> {
  const created = await mkdir(systemDir, { recursive: true });
  if (created !== undefined) await chmod(systemDir, 0o755);
  const entry = await lstat(systemDir);
  if (entry.isDirectory() && entry.uid === 0 && (entry.mode & 0o022) === 0) return systemDir;
  throw new EmbeddedPostgresError(
    `The folder ${systemDir} must belong to root and be writable by root only, because programs are run from it.`,
  );
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(nullWhenAbsent)) !== null;

function nullWhenAbsent(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
