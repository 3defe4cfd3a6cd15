/** Why this file exists: PostgreSQL refuses to run as root, so a server started by root runs it as another user. */
import { execFile } from 'node:child_process';
import { EmbeddedPostgresError, systemCode } from './failure.js';

/** The user that owns the database and runs PostgreSQL, when that is not the user of this process. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** What a program said and how it ended. */
export interface RunResult {
  /** 0 for success; `null` when it could not be run at all or was killed. */
  readonly exitCode: number | null;
  /** Standard output and standard error; the system's reason when it could not be run. */
  readonly output: string;
}

/** Environment of every program started here: nothing inherited, so neither LANG nor PG variables change what it does. */
export const CLEAN_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
};

/** The part of spawn options that makes a child run as `account`; `null` is the user of this process. */
export const identity = (account: Account | null): { readonly uid?: number; readonly gid?: number } =>
  account === null ? {} : { uid: account.uid, gid: account.gid };

/** True when this process may act as any user. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Runs a program to its end, from the root folder because `account` may not be able to enter the current one. Never rejects. */
export function run(file: string, args: readonly string[], account: Account | null): Promise<RunResult> {
  const options = { cwd: '/', env: CLEAN_ENVIRONMENT, maxBuffer: 16_000_000, ...identity(account) };
  return new Promise((resolve) => {
    const failed = (error: unknown): void => resolve({ exitCode: null, output: String(error) });
    try {
      const child = execFile(file, args, options, (error, stdout, stderr) => {
        if (error === null) resolve({ exitCode: 0, output: `${stdout}\n${stderr}` });
        else if (typeof error.code === 'number') resolve({ exitCode: error.code, output: `${stdout}\n${stderr}` });
        else failed(systemCode(error) === null ? lastWords(error, stderr) : error.message);
      });
      child.stdin?.end();
    } catch (error) {
      failed(error);
    }
  });
}

const lastWords = (error: Error, stderr: string): string => (stderr.trim() === '' ? error.message : stderr);

/** True when `account` may pass through the folder, and through every folder above it. */
export async function canEnter(folder: string, account: Account | null): Promise<boolean> {
  const result = await run('/bin/sh', ['-c', 'test -d "$1" && test -x "$1"', 'sh', folder], account);
  return result.exitCode === 0;
}

/** The user PostgreSQL runs as when root starts it: `postgres` where that user exists, else `nobody`. */
export async function defaultAccount(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    const uid = await idOf('-u', name);
    const gid = await idOf('-g', name);
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and this system has neither a user postgres nor a user nobody: start Twinladder as an ordinary user.',
  );
}

/**
 * The account of the owner of a file, with the user's own group. A user unknown to the system has its number for a name.
 * @param fileGid group of the file, for a user unknown to the system
 */
export async function accountOf(uid: number, fileGid: number): Promise<Account> {
  const result = await run('id', ['-un', String(uid)], null);
  const name = result.exitCode === 0 ? result.output.trim() : String(uid);
  return { name, uid, gid: (await idOf('-g', name)) ?? fileGid };
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | null> {
  const result = await run('id', [option, name], null);
  const id = Number.parseInt(result.output, 10);
  // macOS prints -2 for nobody, which as an unsigned number is what the system call takes
  return result.exitCode === 0 && Number.isInteger(id) ? id >>> 0 : null;
}
