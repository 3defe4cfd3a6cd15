/** Why this file exists: the embedded database starts, survives and ends as promised, with real PostgreSQL programs. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import pg from 'pg';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import type { EmbeddedPostgres, PostgresSettings } from '../../src/platform/embedded-postgres/index.js';
import { install } from './embedded-postgres-fixtures/installation.js';
import { Owner, postmasterOf, serverProcesses, survivors } from './embedded-postgres-fixtures/processes.js';

const FAST: PostgresSettings = { fsync: 'off' };
const installation = mkdtempSync(join(tmpdir(), 'ep-install-'));
let face = '';
let folder = '';
let dataDir = '';
const servers: EmbeddedPostgres[] = [];

beforeAll(() => {
  chmodSync(installation, 0o755);
  face = install(installation);
});
afterAll(() => rmSync(installation, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ep-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  const location = join(dataDir, 'pg18');
  const left = existsSync(join(location, 'postmaster.pid')) ? serverProcesses(location) : [];
  for (const server of servers.splice(0)) await server.stop();
  await Owner.killAll();
  expect(await survivors(left, 10_000)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: PostgresSettings = FAST, where: string = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: where, settings });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, statement: string): Promise<readonly unknown[]> {
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

const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof EmbeddedPostgresError ? error.message : `not a sentence: ${String(error)}`),
  );

const isOneSentence = (text: string): boolean => /^[A-Z][^\n]*[^.]\.$/.test(text) && !/\bat .*:\d+:\d+/.test(text);

describe('starting and stopping', () => {
  it('makes a UTF-8 database in an empty folder although the language of the process is C', async () => {
    const owner = new Owner(face, { dataDir, settings: FAST });
    expect(await owner.fact()).toMatchObject({ adopted: false, dataLocation: join(dataDir, 'pg18') });
    const asked = `select current_setting('server_encoding') as encoding, upper('é') as upper, current_setting('timezone') as zone`;
    expect(await owner.ask(asked)).toEqual([{ encoding: 'UTF8', upper: 'É', zone: 'UTC' }]);
    expect(await owner.finish()).toEqual({ stopped: true });
  });

  it('keeps rows over a restart', async () => {
    const first = await start();
    await query(first, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    expect(await query(await start(), 'select n from kept')).toEqual([7]);
  });

  it('ends all its processes on stop, which may be called twice, and says nothing of a loss', async () => {
    const server = await start();
    const pids = serverProcesses(server.dataLocation);
    expect(pids.length).toBeGreaterThan(3);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(await survivors(pids, 0)).toEqual([]);
    expect(await Promise.race([server.lost, Promise.resolve('not lost')])).toBe('not lost');
  });

  it('listens on a socket that only its owner can reach and on no port', async () => {
    const server = await start();
    expect(await query(server, 'show listen_addresses')).toEqual(['']);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
  });

  it('takes settings from the caller and writes to disk unless told otherwise', async () => {
    const careful = await start({ max_connections: '23' });
    expect(await query(careful, `select current_setting('fsync'), current_setting('max_connections')`)).toEqual([
      'on',
      '23',
    ]);
    await careful.stop();
    expect(await query(await start(), 'show fsync')).toEqual(['off']);
  });

  it('refuses settings that would open the database to others, and those that PostgreSQL refuses', async () => {
    expect(await refusalOf(start({ listen_addresses: '*' }))).toBe(
      'The database setting listen_addresses cannot be changed.',
    );
    const said = await refusalOf(start({ shared_buffers: 'plenty' }));
    expect(said).toMatch(/^PostgreSQL did not start: invalid value for parameter "shared_buffers": "plenty"/);
    expect(isOneSentence(said)).toBe(true);
  });

  it('begins a log of more than 10 MB anew', async () => {
    mkdirSync(dataDir);
    const log = join(dataDir, 'postgres.log');
    writeFileSync(log, 'x'.repeat(10_000_001));
    await start();
    expect(statSync(log).size).toBeLessThan(10_000);
    expect(readFileSync(log, 'utf8')).toContain('ready to accept connections');
  });

  it('serves from a path with a space, a plus, a percent sign and an accent in it', async () => {
    const server = await start(FAST, join(folder, 'a b+c%41é'));
    expect(server.socketDir).toBe(join(folder, 'a b+c%41é', 'pg18'));
    expect(await query(server, 'select current_user')).toEqual(['postgres']);
  });

  it('serves from a path too long for a socket, and with a comma in it', async () => {
    const deep = join(folder, 'long, '.repeat(14).trim(), 'x'.repeat(60), 'data');
    const server = await start(FAST, deep);
    expect(server.dataLocation).toBe(join(deep, 'pg18'));
    expect(Buffer.byteLength(server.socketDir)).toBeLessThan(85);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
    expect(await query(server, 'select 1')).toEqual([1]);
    const owner = new Owner(face, { dataDir: deep });
    expect(await owner.fact()).toMatchObject({ adopted: true });
    await owner.finish();
    await server.stop();
    expect(existsSync(server.socketDir)).toBe(false);
    // somebody else's folder under that name, which others could enter
    mkdirSync(server.socketDir, { mode: 0o777 });
    expect(await refusalOf(start(FAST, deep))).toMatch(/was made by somebody else: remove it/);
    rmSync(server.socketDir, { recursive: true });
  });
});

describe('deaths', () => {
  it('leaves no process within 10 seconds when its owner is killed, and opens again', async () => {
    const owner = new Owner(face, { dataDir });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    await owner.ask('insert into kept values (7)');
    const pids = serverProcesses(join(dataDir, 'pg18'));
    await owner.kill();
    expect(await survivors(pids, 10_000)).toEqual([]);
    expect(await query(await start(), 'select n from kept')).toEqual([7]);
  });

  it('can be opened as soon as its owner is killed', async () => {
    const owner = new Owner(face, { dataDir });
    await owner.fact();
    await owner.kill();
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server, 'select 1')).toEqual([1]);
  });

  it('tells of a killed server and keeps committed rows', async () => {
    const server = await start({});
    await query(server, 'create table kept (n int); insert into kept values (7)');
    process.kill(postmasterOf(server.dataLocation), 'SIGKILL');
    expect(await server.lost).toMatch(/^The database server ended unexpectedly/);
    await server.stop();
    expect(await query(await start(), 'select n from kept')).toEqual([7]);
  });

  it('keeps committed rows when owner, shell and server are killed together', async () => {
    const owner = new Owner(face, { dataDir });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    await owner.ask('insert into kept values (7)');
    const pids = serverProcesses(join(dataDir, 'pg18'));
    for (const pid of [pids.at(-1), pids[0]]) if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await owner.kill();
    expect(await query(await start(), 'select n from kept')).toEqual([7]);
  });

  it('ends, and tells so, when its shell alone was killed', async () => {
    const server = await start();
    const pids = serverProcesses(server.dataLocation);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    expect(await server.lost).toMatch(/^The database server ended unexpectedly/);
    await server.stop();
    expect(await survivors(pids, 1000)).toEqual([]);
  });

  it('goes on serving after Ctrl-C until its owner has finished', async () => {
    const owner = new Owner(face, { dataDir, settings: FAST });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    owner.signalGroup('SIGINT');
    expect(await owner.fact()).toEqual({ interrupted: [{ tables: 1 }] });
    expect(await owner.fact()).toEqual({ stopped: true });
  });

  it('opens although the number in an old lock file now belongs to another program', async () => {
    const first = await start();
    const location = first.dataLocation;
    const lock = join(location, 'postmaster.pid');
    const text = readFileSync(lock, 'utf8');
    await first.stop();
    const { uid, gid } = statSync(location);
    const other = spawn('sleep', ['60'], { uid, gid });
    try {
      writeFileSync(lock, text.replace(/^\d+/, String(other.pid)));
      expect(await query(await start(), 'select 1')).toEqual([1]);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('clears away what a creation that was cut short left', async () => {
    const ended = spawn('true');
    await new Promise((resolve) => ended.once('exit', resolve));
    const half = join(dataDir, `pg18.init-${ended.pid ?? 0}`);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18');
    await start();
    expect(existsSync(half)).toBe(false);
  });
});

describe('two processes', () => {
  it('adopts the running server and leaves it running', async () => {
    const server = await start();
    const second = new Owner(face, { dataDir });
    expect(await second.fact()).toMatchObject({ adopted: true, dataLocation: server.dataLocation });
    expect(await second.ask('select 1 as n')).toEqual([{ n: 1 }]);
    expect(await second.finish()).toEqual({ stopped: true });
    expect(await query(server, 'select 1')).toEqual([1]);
  });

  it('ends up with one server when two begin on a new folder at once', async () => {
    const owners = [new Owner(face, { dataDir }), new Owner(face, { dataDir })];
    const facts = await Promise.all(owners.map((owner) => owner.fact()));
    expect(facts.map((fact) => fact['adopted']).sort()).toEqual([false, true]);
    for (const owner of owners) expect(await owner.ask('select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('refuses a database held by a server that does not answer', async () => {
    const server = await start();
    const pid = postmasterOf(server.dataLocation);
    process.kill(pid, 'SIGSTOP');
    try {
      expect(await refusalOf(start())).toBe(
        `The database in ${server.dataLocation} is held by another process that does not answer: end that process, or choose another data folder.`,
      );
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });
});

describe('refusals', () => {
  it('says in one sentence that the data folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const inFile = join(folder, 'file', 'data');
    const said = await refusalOf(start(FAST, inFile));
    expect(said).toMatch(/cannot be written: there is a file where a folder is needed at .*file;/);
    expect(isOneSentence(said)).toBe(true);
  });

  it('does not touch a folder named pg18 that is no database', async () => {
    const first = await start();
    await first.stop();
    rmSync(join(dataDir, 'pg18', 'PG_VERSION'));
    expect(await refusalOf(start())).toMatch(/is there but holds no database/);
    expect(existsSync(join(dataDir, 'pg18', 'base'))).toBe(true);
  });
});
