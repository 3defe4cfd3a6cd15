/** Why this file exists: starts owners of databases as processes of their own, and clears away what they leave. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export type Fact = Readonly<Record<string, unknown>>;

export interface User {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = process.getuid?.() === 0;

export const nobody = (): User => ({
  uid: Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })),
  gid: Number(execFileSync('id', ['-g', 'nobody'], { encoding: 'utf8' })),
});

/** One process that opens a database. Its facts are read in order. */
export class Owner {
  private static readonly all: Owner[] = [];
  private readonly child: ChildProcess;
  private readonly facts: AsyncIterator<string>;

  constructor(face: string, options: Fact, user: User | null = null) {
    const script = join(dirname(dirname(face)), 'owner.mjs');
    const env = { PATH: process.env['PATH'] ?? '', LANG: 'C', LC_ALL: 'C' };
    this.child = spawn(
      user === null ? process.execPath : nodeFor(user, dirname(script)),
      [script, face, JSON.stringify(options)],
      {
        ...{ cwd: '/', env, detached: true, stdio: ['pipe', 'pipe', 'inherit'] },
        ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
      },
    );
    if (this.child.stdout === null) throw new Error('no output to read');
    this.facts = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    Owner.all.push(this);
  }

  async fact(): Promise<Fact> {
    const next = await this.facts.next();
    return next.done === true ? { ended: true } : (JSON.parse(next.value) as Fact);
  }

  async ask(statement: string): Promise<unknown> {
    this.child.stdin?.write(`${statement}\n`);
    const fact = await this.fact();
    return fact['rows'] ?? fact;
  }

  /** Lets it stop its server and end. */
  async finish(): Promise<Fact> {
    this.child.stdin?.end();
    return this.fact();
  }

  /** Sends the signal to the whole process group, as a terminal does. */
  signalGroup(name: NodeJS.Signals): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, name);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  static async killAll(): Promise<void> {
    for (const owner of Owner.all.splice(0)) await owner.kill();
  }
}

/** A Node that the user can run: this one, or, when it lies in somebody's closed home, a copy of it in `folder`. */
function nodeFor(user: User, folder: string): string {
  const copy = join(folder, 'node');
  if (existsSync(copy)) return copy;
  const tried = spawnSync('test', ['-x', process.execPath], { cwd: '/', uid: user.uid, gid: user.gid });
  if (tried.status === 0) return process.execPath;
  copyFileSync(process.execPath, copy);
  return copy;
}

/** Number of the server's first process, from the lock file of the database. */
export const postmasterOf = (location: string): number =>
  Number.parseInt(readFileSync(join(location, 'postmaster.pid'), 'utf8'), 10);

interface Row {
  readonly pid: number;
  readonly parent: number;
}

function processTable(): readonly Row[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
  }
  return readdirSync('/proc').flatMap((name) => {
    const found = /^(\d+) \(.*\) (\S) (\d+)/s.exec(/^\d+$/.test(name) ? statOf(name) : '');
    // an ended process that its parent has not noticed is no process any more
    return found === null || found[2] === 'Z' ? [] : [{ pid: Number(found[1]), parent: Number(found[3]) }];
  });
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

/** The server of a database, all its processes, and the shell that watches over it (last). */
export function serverProcesses(location: string): readonly number[] {
  const table = processTable();
  const postmaster = postmasterOf(location);
  const shell = table.find(({ pid }) => pid === postmaster)?.parent;
  const children = table.filter(({ parent }) => parent === postmaster).map(({ pid }) => pid);
  return [postmaster, ...children, ...(shell === undefined ? [] : [shell])];
}

/** Those of the processes that still run after at most `limitMs`. */
export async function survivors(pids: readonly number[], limitMs: number): Promise<readonly number[]> {
  for (let waitedMs = 0; ; waitedMs += 50) {
    const running = new Set(processTable().map(({ pid }) => pid));
    const left = pids.filter((pid) => running.has(pid));
    if (left.length === 0 || waitedMs >= limitMs) return left;
    await sleep(50);
  }
}
