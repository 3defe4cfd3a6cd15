/** Why this file exists: the embedded database starts and stops as promised, with real PostgreSQL programs. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Owner, serverProcesses, survivors } from './embedded-postgres-fixtures/processes.js';
import { FAST, isOneSentence, query, refusalOf, useStage } from './embedded-postgres-fixtures/stage.js';

const stage = useStage();

describe('starting and stopping', () => {
  it('makes a UTF-8 database in an empty folder although the language of the process is C', async () => {
    const owner = new Owner(stage.face, { dataDir: stage.dataDir, settings: FAST });
    expect(await owner.fact()).toMatchObject({ adopted: false, dataLocation: join(stage.dataDir, 'pg18') });
    const asked = `select current_setting('server_encoding') as encoding, upper('é') as upper, current_setting('timezone') as zone`;
    expect(await owner.ask(asked)).toEqual([{ encoding: 'UTF8', upper: 'É', zone: 'UTC' }]);
    expect(await owner.finish()).toEqual({ stopped: true });
  });

  it('keeps rows over a restart', async () => {
    const first = await stage.start();
    await query(first, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    expect(await query(await stage.start(), 'select n from kept')).toEqual([7]);
  });

  it('ends all its processes on stop, which may be called twice, and says nothing of a loss', async () => {
    const server = await stage.start();
    const pids = serverProcesses(server.dataLocation);
    expect(pids.length).toBeGreaterThan(3);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(await survivors(pids, 0)).toEqual([]);
    expect(await Promise.race([server.lost, Promise.resolve('not lost')])).toBe('not lost');
  });

  it('listens on a socket that only its owner can reach and on no port', async () => {
    const server = await stage.start();
    expect(await query(server, 'show listen_addresses')).toEqual(['']);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
  });

  it('takes settings from the caller and writes to disk unless told otherwise', async () => {
    const careful = await stage.start({ max_connections: '23' });
    expect(await query(careful, `select current_setting('fsync'), current_setting('max_connections')`)).toEqual([
      'on',
      '23',
    ]);
    await careful.stop();
    expect(await query(await stage.start(), 'show fsync')).toEqual(['off']);
  });

  it('refuses settings that would open the database to others, and those that PostgreSQL refuses', async () => {
    expect(await refusalOf(stage.start({ listen_addresses: '*' }))).toBe(
      'The database setting listen_addresses cannot be changed.',
    );
    const said = await refusalOf(stage.start({ shared_buffers: 'plenty' }));
    expect(said).toMatch(/^PostgreSQL did not start: invalid value for parameter "shared_buffers": "plenty"/);
    expect(isOneSentence(said)).toBe(true);
  });

  it('begins a log of more than 10 MB anew', async () => {
    mkdirSync(stage.dataDir);
    const log = join(stage.dataDir, 'postgres.log');
    writeFileSync(log, 'x'.repeat(10_000_001));
    await stage.start();
    expect(statSync(log).size).toBeLessThan(10_000);
    expect(readFileSync(log, 'utf8')).toContain('ready to accept connections');
  });

  it('serves from a path with a space, a plus, a percent sign and an accent in it', async () => {
    const server = await stage.start(FAST, join(stage.folder, 'a b+c%41é'));
    expect(server.socketDir).toBe(join(stage.folder, 'a b+c%41é', 'pg18'));
    expect(await query(server, 'select current_user')).toEqual(['postgres']);
  });

  it('serves from a path too long for a socket, and with a comma in it', async () => {
    const deep = join(stage.folder, 'long, '.repeat(14).trim(), 'x'.repeat(60), 'data');
    const server = await stage.start(FAST, deep);
    expect(server.dataLocation).toBe(join(deep, 'pg18'));
    expect(Buffer.byteLength(server.socketDir)).toBeLessThan(85);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
    expect(await query(server, 'select 1')).toEqual([1]);
    const owner = new Owner(stage.face, { dataDir: deep });
    expect(await owner.fact()).toMatchObject({ adopted: true });
    await owner.finish();
    await server.stop();
    expect(existsSync(server.socketDir)).toBe(false);
    // somebody else's folder under that name, which others could enter
    mkdirSync(server.socketDir, { mode: 0o777 });
    expect(await refusalOf(stage.start(FAST, deep))).toMatch(/was made by somebody else: remove it/);
    rmSync(server.socketDir, { recursive: true });
  });
});

describe('refusals', () => {
  it('says in one sentence that the data folder cannot be made', async () => {
    writeFileSync(join(stage.folder, 'file'), '');
    const inFile = join(stage.folder, 'file', 'data');
    const said = await refusalOf(stage.start(FAST, inFile));
    expect(said).toMatch(/cannot be written: there is a file where a folder is needed at .*file;/);
    expect(isOneSentence(said)).toBe(true);
  });

  it('does not touch a folder named pg18 that is no database', async () => {
    const first = await stage.start();
    await first.stop();
    rmSync(join(stage.dataDir, 'pg18', 'PG_VERSION'));
    expect(await refusalOf(stage.start())).toMatch(/is there but holds no database/);
    expect(existsSync(join(stage.dataDir, 'pg18', 'base'))).toBe(true);
  });
});
