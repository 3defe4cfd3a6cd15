/** Why this file exists: starts and stops the product for the browser tests, as a user would, on a copy of a demonstration that was made once. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const top = resolve(import.meta.dirname, '..', '..');

export interface ProductServer {
  readonly url: string;
  /** Ends it, with `SIGKILL` at once or in order, and starts it again at the same address with the same data. */
  readonly restart: (signal?: NodeJS.Signals) => Promise<void>;
  /** Ends it and keeps the data. */
  readonly down: (signal?: NodeJS.Signals) => Promise<void>;
  readonly up: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startOn(data: string, port: string): Promise<Started> {
  const env = { ...process.env, TWINLADDER_DATA: data, PORT: port, NODE_ENV: 'development' };
  const child = spawn(process.execPath, ['bin/twinladder.mjs', 'start'], {
    cwd: top,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /listens on (http:\/\/\S+)/.exec(output)?.[1];
      if (url !== undefined && output.includes('Stop with')) done({ child, url });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(`The server did not start:\n${output}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** @param template data folder to start from, copied @param port `0` for a free one */
async function startProduct(template: string, port: string): Promise<ProductServer> {
  const data = mkdtempSync(join(tmpdir(), 'twinladder-e2e-'));
  execFileSync('cp', ['-a', `${template}/.`, data]); // with its owner, whom the database insists on
  let started = await startOn(data, port);
  const { url } = started;
  const down = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => end(started.child, signal);
  const up = async (): Promise<void> => {
    started = await startOn(data, new URL(url).port);
  };
  return {
    url,
    down,
    up,
    restart: async (signal) => {
      await down(signal);
      await up();
    },
    stop: async () => {
      await down();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The server of one worker: each file of tests begins with one that was just started, on data of its own, at the address of the one before. */
export class ServerOfFile {
  #file = '';
  #server: ProductServer | null = null;

  /** @param template data folder that the file starts from */
  async of(file: string, template: string): Promise<ProductServer> {
    if (this.#server !== null && this.#file === file) return this.#server;
    const port = this.#server === null ? '0' : new URL(this.#server.url).port;
    await this.stop();
    this.#server = await startProduct(template, port);
    this.#file = file;
    return this.#server;
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    this.#server = null;
  }
}

/** Makes a data folder with the demonstration in it and leaves it to be copied. */
export async function makeTemplate(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'twinladder-e2e-template-'));
  const { child } = await startOn(data, '0');
  await end(child, 'SIGTERM');
  return data;
}
