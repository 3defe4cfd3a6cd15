/** Why this file exists: the product as a process of its own, started and ended as an operator would. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../architecture/source-tree.js';

const binary = join(projectFolder, 'bin', 'twinladder.mjs');

/** Settings of a process: nothing of the test's own but the path. */
const environment = (settings: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '/tmp',
  ...settings,
});

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  readonly output: () => string;
  /** Ends it in order. @returns the exit code */
  stop(): Promise<number | null>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

/** Those that a failed test left running end with the process that runs the tests. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the server and waits until it listens. @throws with what it printed when it ends before */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [binary, 'start'], {
    env: environment({ PORT: '0', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = once(child, 'exit');
  running.add(child);
  child.once('exit', () => running.delete(child));
  while (!/Stop with Ctrl-C/.test(output)) {
    const ended = await Promise.race([
      exited.then(() => true),
      new Promise<false>((r) => setTimeout(() => r(false), 20)),
    ]);
    if (ended) throw new Error(`the server ended: ${output}`);
  }
  const address = /listens on (http:\/\/[^/\s]+)/.exec(output)?.[1] ?? '';
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    child,
    address,
    output: () => output,
    stop: () => end('SIGINT'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** Runs a command to its end. */
export function twinladder(
  args: readonly string[],
  settings: Record<string, string> = {},
): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
    env: environment(settings),
    encoding: 'utf8',
  });
  return { code: status, text: `${stdout}${stderr}` };
}

/** Starts a command for a test that ends it itself. */
export function spawnTwinladder(args: readonly string[], settings: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [binary, ...args], { env: environment(settings), stdio: 'ignore' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a command to its end, for a test that holds connections open: it notices when they are closed meanwhile. */
export async function twinladderBeside(
  args: readonly string[],
  settings: Record<string, string>,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(process.execPath, [binary, ...args], { env: environment(settings) });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

export interface RemoteAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
  readonly data?: any;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

/** Sends one operation to a server process; throws when the connection breaks. */
export async function send(
  address: string,
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<{ body: RemoteAnswer; cookie: string }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  return {
    body: (await response.json()) as RemoteAnswer,
    cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}
