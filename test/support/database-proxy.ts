/** Why this file exists: a stretch of wire between the server and its database that tests can make slow, freeze, break and cut. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { TestDatabase } from './database.js';

export interface DatabaseProxy {
  /** The same database, reached over the wire. */
  readonly database: TestDatabase;
  /** Breaks all connections, and refuses new ones until `restore`. */
  cut(): void;
  /** Everything sent from now on arrives this much later, in each direction half of it. */
  delay(ms: number): void;
  /** Nothing arrives any more, and nothing is told about that. */
  freeze(): void;
  /** Breaks a connection as soon as the database has answered with this many bytes on it, in the middle of a message. */
  breakAfter(bytes: number): void;
  /** Makes the wire whole again; what was held back arrives. */
  restore(): void;
  close(): Promise<void>;
}

/** State shared by all connections of one wire. */
interface Wire {
  isCut: boolean;
  isFrozen: boolean;
  delayMs: number;
  /** `null`: no limit. */
  bytesLeft: number | null;
  readonly waiting: (() => void)[];
}

/** The socket of the run's PostgreSQL, from an address of the form `postgres://user@/database?host=folder&port=number`. */
function socketOf(url: string): string {
  const options = new URL(url.replace('@/', '@socket/')).searchParams;
  return join(options.get('host') ?? '', `.s.PGSQL.${options.get('port') ?? ''}`);
}

function pass(wire: Wire, from: Socket, to: Socket, isAnswer: boolean): void {
  from.on('data', (chunk: Buffer) => {
    const deliver = (): void => {
      if (wire.isFrozen) {
        wire.waiting.push(deliver);
        return;
      }
      if (!isAnswer || wire.bytesLeft === null) {
        to.write(chunk);
        return;
      }
      to.write(chunk.subarray(0, wire.bytesLeft));
      wire.bytesLeft -= chunk.length;
      if (wire.bytesLeft > 0) return;
      wire.bytesLeft = null;
      setImmediate(() => to.resetAndDestroy());
    };
    if (wire.delayMs === 0) deliver();
    else setTimeout(deliver, wire.delayMs / 2);
  });
  from.on('error', () => undefined);
  from.on('close', () => to.destroy());
}

/** Ends of all connections of a wire, to be broken at once. */
type Ends = Set<Socket>;

function connectThrough(wire: Wire, ends: Ends, target: string, near: Socket): void {
  if (wire.isCut) {
    near.resetAndDestroy();
    return;
  }
  const far = connect(target);
  for (const end of [near, far]) {
    ends.add(end);
    end.once('close', () => ends.delete(end));
  }
  pass(wire, near, far, false);
  pass(wire, far, near, true);
}

/** What a test can do to a wire. */
const handles = (wire: Wire, ends: Ends): Omit<DatabaseProxy, 'database' | 'close'> => ({
  cut: () => {
    wire.isCut = true;
    for (const end of ends) end.destroy();
  },
  delay: (ms) => {
    wire.delayMs = ms;
  },
  freeze: () => {
    wire.isFrozen = true;
  },
  breakAfter: (bytes) => {
    wire.bytesLeft = bytes;
  },
  restore: () => {
    Object.assign(wire, { isCut: false, isFrozen: false, delayMs: 0, bytesLeft: null });
    for (const deliver of wire.waiting.splice(0)) deliver();
  },
});

/** Opens a wire to a test database on a free port of the loopback; the database stays its owner's to drop. */
export async function proxyOf(database: TestDatabase): Promise<DatabaseProxy> {
  const wire: Wire = { isCut: false, isFrozen: false, delayMs: 0, bytesLeft: null, waiting: [] };
  const ends: Ends = new Set();
  const target = socketOf(database.url);
  const server = createServer((near) => connectThrough(wire, ends, target, near));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...handles(wire, ends),
    database: { ...database, url: `postgres://postgres@127.0.0.1:${port}/${database.name}` },
    close: async () => {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
