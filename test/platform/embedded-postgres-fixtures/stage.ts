/** Why this file exists: folders and servers for the specs of the embedded database; whatever a test leaves running is ended and cleared away after it. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/index.js';
import type { EmbeddedPostgres, PostgresSettings } from '../../../src/platform/embedded-postgres/index.js';
import { install } from './installation.js';
import { Owner, serverProcesses, survivors } from './processes.js';

export const FAST: PostgresSettings = { fsync: 'off' };

export interface Stage {
  /** Path of the compiled supervisor, for processes of their own. */
  readonly face: string;
  /** Of this test alone. */
  readonly folder: string;
  /** In the folder; not there yet. */
  readonly dataDir: string;
  /** Starts a server that is stopped after the test. */
  readonly start: (settings?: PostgresSettings, where?: string) => Promise<EmbeddedPostgres>;
}

/** Sets the stage before each test of a file and clears it after. Its values are read inside of tests. */
export function useStage(): Stage {
  const installation = mkdtempSync(join(tmpdir(), 'ep-install-'));
  const stage = { face: '', folder: '', dataDir: '' };
  const servers: EmbeddedPostgres[] = [];
  beforeAll(() => {
    chmodSync(installation, 0o755);
    stage.face = install(installation);
  });
  afterAll(() => rmSync(installation, { recursive: true, force: true }));
  beforeEach(() => {
    stage.folder = mkdtempSync(join(tmpdir(), 'ep-'));
    chmodSync(stage.folder, 0o755);
    stage.dataDir = join(stage.folder, 'data');
  });
  afterEach(async () => {
    const location = join(stage.dataDir, 'pg18');
    const left = existsSync(join(location, 'postmaster.pid')) ? serverProcesses(location) : [];
    for (const server of servers.splice(0)) await server.stop();
    await Owner.killAll();
    expect(await survivors(left, 10_000)).toEqual([]);
    rmSync(stage.folder, { recursive: true, force: true });
  });
  return Object.assign(stage, {
    start: async (settings: PostgresSettings = FAST, where: string = stage.dataDir): Promise<EmbeddedPostgres> => {
      const server = await startEmbeddedPostgres({ dataDir: where, settings });
      servers.push(server);
      return server;
    },
  });
}

/** Runs statements, parted by semicolons. @returns the values of the last */
export async function query(server: EmbeddedPostgres, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client(server.url('postgres', 'postgres'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const one of statement.split('; ').slice(0, -1)) await client.query(one);
    return (await client.query({ text: statement.split('; ').at(-1) ?? '', rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** What an attempt is refused with. */
export const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof EmbeddedPostgresError ? error.message : `not a sentence: ${String(error)}`),
  );

export const isOneSentence = (text: string): boolean =>
  /^[A-Z][^\n]*[^.]\.$/.test(text) && !/\bat .*:\d+:\d+/.test(text);
