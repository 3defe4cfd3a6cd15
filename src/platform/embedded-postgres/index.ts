/** Why this file exists: a PostgreSQL server of our own, started with the product, so that nobody has to install a database. */
import { rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { EmbeddedPostgresError, asFolderFailure } from './failure.js';
import { readPidFile, removeMisleadingPidFile } from './pid-file.js';
import { SYSTEM_DIR, choosePlace } from './place.js';
import type { Place } from './place.js';
import { probe } from './probe.js';
import type { Answer } from './probe.js';
import { launch } from './server.js';
import type { RunningServer } from './server.js';
import { isDurable, serverArguments } from './settings.js';
import type { PostgresSettings } from './settings.js';
import { SOCKET_PORT, openSocketFolder, socketFolder } from './socket.js';

export { EmbeddedPostgresError } from './failure.js';
export type { PostgresSettings } from './settings.js';

export interface EmbeddedPostgresOptions {
  /** Created when absent, with its parents. Holds the database in `pg18` and the server's log in `postgres.log`. */
  readonly dataDir: string;
  /** Changes and additions to the server settings; adopting a running server ignores them. */
  readonly settings?: PostgresSettings;
  /** Where root keeps programs and data that the user running PostgreSQL cannot reach; `/var/lib/twinladder` when left out. */
  readonly systemDir?: string;
}

export interface EmbeddedPostgres {
  /** Folder of the Unix socket, open to its owner and root only. */
  readonly socketDir: string;
  /** Folder of the database itself: `<dataDir>/pg18`, or below `systemDir` when that is a link to it. */
  readonly dataLocation: string;
  /** True when another process started the server; it ends with that process, whatever we do. */
  readonly adopted: boolean;
  /** Address for database clients; `postgres` is both the first database and the superuser. */
  readonly url: (database: string, user: string) => string;
  /** Resolves with one sentence when our server ends without stop(); never for an adopted one. */
  readonly lost: Promise<string>;
  /** Ends the server, breaking off open transactions; resolves when it has ended. Again, or adopted: does nothing. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds for which a folder may be held by a server that does not answer. */
const HELD_LIMIT = 10_000;
/** Milliseconds for which another process's server may go on starting or stopping. */
const BUSY_LIMIT = 120_000;
/** Between two tries, doubled each time: remains of a killed server are mostly gone after the first. */
const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 400;
const ADOPTION_PAUSE = 100;

/**
 * Starts the server of a data folder, creating the database first if there is none, or adopts the one that already runs there.
 * The server ends with this process, however that ends. As root it runs as the owner of the database, a new one as `postgres` or `nobody`.
 * @throws EmbeddedPostgresError with one sentence for a person
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  try {
    return await openPlace(await choosePlace(dataDir, options.systemDir ?? SYSTEM_DIR), options.settings ?? {});
  } catch (error) {
    throw asFolderFailure(error, dataDir);
  }
}

async function openPlace(place: Place, settings: PostgresSettings): Promise<EmbeddedPostgres> {
  const socketDir = socketFolder(place.location);
  const args = serverArguments(place.location, socketDir, settings);
  const begun = Date.now();
  let quietSince = begun;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
    const running = await answering(place, socketDir);
    if (running.answer === 'ready') return adopt(place, running.socketDir);
    if (running.answer === 'silent') {
      const server = await startServer(place, socketDir, args, isDurable(settings));
      if (server !== null) return own(place, socketDir, server);
      await removeMisleadingPidFile(place.location);
    }
    const now = Date.now();
    if (running.answer === 'busy') quietSince = now;
    if (now - quietSince > HELD_LIMIT || now - begun > BUSY_LIMIT) throw held(place);
    await sleep(pause);
  }
}

const held = (place: Place): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The database in ${place.location} is held by another process that does not answer: end that process, or choose another data folder.`,
  );

/** The server may have been started with another temporary folder, so its own word on the socket comes first. */
async function answering(
  place: Place,
  ourSocketDir: string,
): Promise<{ readonly answer: Answer; readonly socketDir: string }> {
  const file = await readPidFile(place.location);
  if (file === null) return { answer: 'silent', socketDir: ourSocketDir };
  const socketDir = file.socketDir ?? ourSocketDir;
  const answer = await probe(socketDir, place.location);
  if (answer !== 'ready') return { answer, socketDir };
  // a server whose owner has just been killed answers for some milliseconds more
  await sleep(ADOPTION_PAUSE);
  return { answer: await probe(socketDir, place.location), socketDir };
}

async function startServer(
  place: Place,
  socketDir: string,
  args: readonly string[],
  durable: boolean,
): Promise<RunningServer | null> {
  const binaries = await prepareBinaries(place.account, place.openCopyParent);
  await ensureCluster(place, binaries, durable);
  await openSocketFolder(socketDir, place);
  return launch(binaries.postgres, args, place);
}

const urlOf =
  (socketDir: string) =>
  (database: string, user: string): string =>
    `postgres://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}&port=${SOCKET_PORT}`;

const adopt = (place: Place, socketDir: string): EmbeddedPostgres => ({
  socketDir,
  dataLocation: place.location,
  adopted: true,
  url: urlOf(socketDir),
  lost: new Promise<string>(() => undefined),
  stop: () => Promise.resolve(),
});

function own(place: Place, socketDir: string, server: RunningServer): EmbeddedPostgres {
  let stopped: Promise<void> | null = null;
  const stopAndTidy = async (): Promise<void> => {
    await server.stop();
    if (socketDir !== place.location) await rmdir(socketDir).catch(() => undefined);
  };
  return {
    socketDir,
    dataLocation: place.location,
    adopted: false,
    url: urlOf(socketDir),
    lost: server.lost,
    stop: () => (stopped ??= stopAndTidy()),
  };
}
