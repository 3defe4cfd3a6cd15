/** Why this file exists: the embedded database survives the death of any of its processes, and two processes share it, with real PostgreSQL programs. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { Owner, postmasterOf, serverProcesses, survivors } from './embedded-postgres-fixtures/processes.js';
import { FAST, query, refusalOf, useStage } from './embedded-postgres-fixtures/stage.js';

const stage = useStage();

/** A server that is there and does not answer. Another start loses its patience with it while the other tests go on. */
let held: { readonly location: string; readonly refusal: Promise<string>; readonly end: () => Promise<void> };
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ep-held-'));
  chmodSync(folder, 0o755);
  const options = { dataDir: join(folder, 'data'), settings: FAST };
  const server = await startEmbeddedPostgres(options);
  const pid = postmasterOf(server.dataLocation);
  process.kill(pid, 'SIGSTOP');
  const refusal = refusalOf(startEmbeddedPostgres(options));
  const end = async (): Promise<void> => {
    await refusal;
    process.kill(pid, 'SIGCONT');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  held = { location: server.dataLocation, refusal, end };
});
afterAll(() => held.end());

describe('deaths', () => {
  it('leaves no process within 10 seconds when its owner is killed, and opens again', async () => {
    const owner = new Owner(stage.face, { dataDir: stage.dataDir });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    await owner.ask('insert into kept values (7)');
    const pids = serverProcesses(join(stage.dataDir, 'pg18'));
    await owner.kill();
    expect(await survivors(pids, 10_000)).toEqual([]);
    expect(await query(await stage.start(), 'select n from kept')).toEqual([7]);
  });

  it('can be opened as soon as its owner is killed', async () => {
    const owner = new Owner(stage.face, { dataDir: stage.dataDir });
    await owner.fact();
    await owner.kill();
    const server = await stage.start();
    expect(server.adopted).toBe(false);
    expect(await query(server, 'select 1')).toEqual([1]);
  });

  it('tells of a killed server and keeps committed rows', async () => {
    const server = await stage.start({});
    await query(server, 'create table kept (n int); insert into kept values (7)');
    process.kill(postmasterOf(server.dataLocation), 'SIGKILL');
    expect(await server.lost).toMatch(/^The database server ended unexpectedly/);
    await server.stop();
    expect(await query(await stage.start(), 'select n from kept')).toEqual([7]);
  });

  it('keeps committed rows when owner, shell and server are killed together', async () => {
    const owner = new Owner(stage.face, { dataDir: stage.dataDir });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    await owner.ask('insert into kept values (7)');
    const pids = serverProcesses(join(stage.dataDir, 'pg18'));
    for (const pid of [pids.at(-1), pids[0]]) if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await owner.kill();
    expect(await query(await stage.start(), 'select n from kept')).toEqual([7]);
  });

  it('ends, and tells so, when its shell alone was killed', async () => {
    const server = await stage.start();
    const pids = serverProcesses(server.dataLocation);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    expect(await server.lost).toMatch(/^The database server ended unexpectedly/);
    await server.stop();
    expect(await survivors(pids, 1000)).toEqual([]);
  });

  it('goes on serving after Ctrl-C until its owner has finished', async () => {
    const owner = new Owner(stage.face, { dataDir: stage.dataDir, settings: FAST });
    await owner.fact();
    await owner.ask('create table kept (n int)');
    owner.signalGroup('SIGINT');
    expect(await owner.fact()).toEqual({ interrupted: [{ tables: 1 }] });
    expect(await owner.fact()).toEqual({ stopped: true });
  });

  it('opens although the number in an old lock file now belongs to another program', async () => {
    const first = await stage.start();
    const location = first.dataLocation;
    const lock = join(location, 'postmaster.pid');
    const text = readFileSync(lock, 'utf8');
    await first.stop();
    const { uid, gid } = statSync(location);
    const other = spawn('sleep', ['60'], { uid, gid });
    try {
      writeFileSync(lock, text.replace(/^\d+/, String(other.pid)));
      expect(await query(await stage.start(), 'select 1')).toEqual([1]);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('clears away what a creation that was cut short left', async () => {
    const ended = spawn('true');
    await new Promise((resolve) => ended.once('exit', resolve));
    const half = join(stage.dataDir, `pg18.init-${ended.pid ?? 0}`);
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18');
    await stage.start();
    expect(existsSync(half)).toBe(false);
  });
});

describe('two processes', () => {
  it('adopts the running server and leaves it running', async () => {
    const server = await stage.start();
    const second = new Owner(stage.face, { dataDir: stage.dataDir });
    expect(await second.fact()).toMatchObject({ adopted: true, dataLocation: server.dataLocation });
    expect(await second.ask('select 1 as n')).toEqual([{ n: 1 }]);
    expect(await second.finish()).toEqual({ stopped: true });
    expect(await query(server, 'select 1')).toEqual([1]);
  });

  it('ends up with one server when two begin on a new folder at once', async () => {
    const owners = [
      new Owner(stage.face, { dataDir: stage.dataDir }),
      new Owner(stage.face, { dataDir: stage.dataDir }),
    ];
    const facts = await Promise.all(owners.map((owner) => owner.fact()));
    expect(facts.map((fact) => fact['adopted']).sort()).toEqual([false, true]);
    for (const owner of owners) expect(await owner.ask('select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('refuses a database held by a server that does not answer', async () => {
    const { location, refusal } = held;
    expect(await refusal).toBe(
      `The database in ${location} is held by another process that does not answer: end that process, or choose another data folder.`,
    );
  });
});
