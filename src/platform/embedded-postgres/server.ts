/** Why this file exists: runs one PostgreSQL server so that it never outlives this process and never dies of a Ctrl-C meant for it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLEAN_ENVIRONMENT, identity } from './account.js';
import type { Account } from './account.js';
import { EmbeddedPostgresError, lastLine } from './failure.js';
import { readPidFile } from './pid-file.js';
import type { Place } from './place.js';
import { isAlive } from './process-table.js';

/**
 * Runs PostgreSQL ($0) and reads from a pipe that this process holds. When the pipe ends, be it by stop() or because this
 * process died in whatever way, PostgreSQL gets SIGINT, its order for a fast shutdown. Prints the number of its process first.
 */
const WATCHDOG = `
exec 3<&0
trap "" INT TERM HUP
"$0" "$@" </dev/null >&2 3<&- &
p=$!
echo $p
(while read _; do :; done; kill -INT $p) <&3 >/dev/null 2>&1 &
w=$!
exec 3<&- >/dev/null
wait $p
r=$?
kill -9 $w 2>/dev/null
exit $r`;

/** Milliseconds; recovery after a crash takes its time, and breaking it off would only begin it again. */
const START_LIMIT = 600_000;
const STOP_LIMIT = 30_000;
/** Bytes of log from which a start begins it anew. */
const LOG_LIMIT = 10_000_000;

export interface RunningServer {
  /** Resolves when the server has ended by itself, with one sentence; never after stop(). */
  readonly lost: Promise<string>;
  /** Fast shutdown; resolves when the server has ended. May be called again. */
  readonly stop: () => Promise<void>;
}

/** A server that serves, or `null` when another server, living or just killed, still holds the database. */
export async function launch(postgres: string, args: readonly string[], place: Place): Promise<RunningServer | null> {
  const logPath = join(place.dataDir, 'postgres.log');
  const log = await openLog(logPath, place.account);
  try {
    const { size } = await log.stat();
    const child = spawn('/bin/sh', ['-c', WATCHDOG, postgres, ...args], {
      ...{ cwd: '/', env: CLEAN_ENVIRONMENT, detached: true, ...identity(place.account) },
      stdio: ['pipe', 'pipe', log.fd],
    });
    const pid = await postmasterPid(child);
    if (await becomesReady(child, pid, place.location)) return supervise(child, pid, place.location, logPath);
    const said = Buffer.alloc(Math.max(0, Math.min((await log.stat()).size - size, 20_000)));
    await log.read(said, 0, said.length, size);
    return explain(said.toString('utf8'), logPath);
  } finally {
    await log.close();
  }
}

/** Opens the log for appending, empty when it was long; never through a link, and given to the account while nothing is in it. */
async function openLog(path: string, account: Account | null): Promise<FileHandle> {
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const log = await open(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  const entry = await log.stat();
  if (entry.size > LOG_LIMIT) await log.truncate();
  if (account !== null && entry.size === 0 && entry.nlink === 1) await log.chown(account.uid, account.gid);
  return log;
}

/** Still held is worth another try; anything else is a failure to be told. */
function explain(said: string, logPath: string): null {
  if (/shared memory block|lock file ".*" already exists/.test(said)) return null;
  const errors = said.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  const reason = lastLine(errors.length > 0 ? errors.join('\n') : said).replace(/^.*?(FATAL|PANIC): +/, '');
  throw new EmbeddedPostgresError(`PostgreSQL did not start: ${reason} (see ${logPath}).`);
}

function postmasterPid(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new EmbeddedPostgresError(`PostgreSQL did not start: ${reason}.`));
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('its shell ended at once'));
    child.stdin?.on('error', () => undefined);
    child.stdout?.once('data', (data: Buffer) => {
      child.stdout?.destroy();
      resolve(Number.parseInt(data.toString('utf8'), 10));
    });
  });
}

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function becomesReady(child: ChildProcess, pid: number, location: string): Promise<boolean> {
  const limit = Date.now() + START_LIMIT;
  while (!hasExited(child)) {
    const file = await readPidFile(location);
    if (file?.pid === pid && file.isReady) return true;
    if (Date.now() > limit) {
      await end(child, pid, location);
      throw new EmbeddedPostgresError(`PostgreSQL did not become ready within ${START_LIMIT / 1000} seconds.`);
    }
    await sleep(15);
  }
  return false;
}

function supervise(child: ChildProcess, pid: number, location: string, logPath: string): RunningServer {
  let stopping: Promise<void> | null = null;
  const lost = new Promise<string>((resolve) => {
    const report = (): void => {
      if (stopping === null) resolve(`The database server ended unexpectedly (see ${logPath}).`);
    };
    if (hasExited(child)) report();
    else child.once('exit', report);
  });
  // a program that has nothing left to do may end, and the server with it
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return { lost, stop: () => (stopping ??= end(child, pid, location)) };
}

/** Ends the server fast; after half a minute without waiting for its clients and its disk, which costs a recovery at the next start. */
async function end(child: ChildProcess, pid: number, location: string): Promise<void> {
  child.stdin?.end();
  if (await gone(child, pid, location, STOP_LIMIT)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(child, pid, location, STOP_LIMIT)) return;
  signal(pid, 'SIGKILL');
  await gone(child, pid, location, STOP_LIMIT);
}

async function gone(child: ChildProcess, pid: number, location: string, limitMs: number): Promise<boolean> {
  const limit = Date.now() + limitMs;
  while (Date.now() < limit) {
    // the shell may have been killed on its own, and a container may leave the ended server's number in use
    if (hasExited(child) && (!isAlive(pid) || (await readPidFile(location))?.pid !== pid)) return true;
    await sleep(10);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has just ended
  }
}
