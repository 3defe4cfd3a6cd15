/** Why this file exists: tests listen as a browser window does. */
import { get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client, TestApp } from './app.js';

export interface Listener {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Kinds that were told so far. */
  readonly told: string[];
  /** Everything that came, as it came. */
  readonly text: () => string;
  readonly isOpen: () => boolean;
  /** Resolves when something of the kind was told, or the time is over. @returns milliseconds, `null` when nothing came */
  hears(kind: string, withinMs?: number): Promise<number | null>;
  /** Resolves when the server ended it. @returns milliseconds, `null` when it did not */
  ends(withinMs?: number): Promise<number | null>;
  leave(): void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function until(isTrue: () => boolean, withinMs: number): Promise<number | null> {
  const begun = Date.now();
  while (!isTrue()) {
    if (Date.now() - begun > withinMs) return null;
    await pause(10);
  }
  return Date.now() - begun;
}

/** Opens a window of a client at a server. */
export function listen(
  at: TestApp,
  client: Pick<Client, 'cookie'>,
  headers: Record<string, string> = {},
  query = '',
): Promise<Listener> {
  const { port } = at.server.address() as AddressInfo;
  const cookie = client.cookie === null ? {} : { cookie: client.cookie };
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: `/events${query}`,
      agent: false,
      headers: { ...cookie, ...headers },
    };
    const call = get(options, (answer) => {
      let text = '';
      let isOpen = true;
      const told: string[] = [];
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        told.splice(0, told.length, ...[...text.matchAll(/^data: (\w+)$/gm)].map(([, kind = '']) => kind));
      });
      for (const end of ['end', 'error', 'close']) answer.on(end, () => (isOpen = false));
      resolve({
        ...{ status: answer.statusCode ?? 0, headers: answer.headers, told },
        text: () => text,
        isOpen: () => isOpen,
        hears: (kind, withinMs = 2_000) => until(() => told.includes(kind), withinMs),
        ends: (withinMs = 2_000) => until(() => !isOpen, withinMs),
        leave: () => call.destroy(),
      });
    });
    call.on('error', reject);
  });
}
