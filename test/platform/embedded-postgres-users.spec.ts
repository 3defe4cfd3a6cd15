/** Why this file exists: the embedded database runs for ordinary users, for root, and from installations that are incomplete or closed. */
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BINARIES, install, removeLinks } from './embedded-postgres-fixtures/installation.js';
import { Owner, isRoot, nobody, serverProcesses, survivors } from './embedded-postgres-fixtures/processes.js';
import type { Fact, User } from './embedded-postgres-fixtures/processes.js';

const settings = { fsync: 'off' };
/** Becoming another user takes root; for an ordinary user the other spec already runs everything as such. */
const itAsRoot = isRoot ? it : it.skip;
const user: User | null = isRoot ? nobody() : null;

let folder = '';
let dataDir = '';
let face = '';
let locations: string[] = [];

beforeEach(() => {
  locations = [];
  folder = mkdtempSync(join(tmpdir(), 'ep-users-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'home'), { mode: 0o700 });
  if (user !== null) chownSync(join(folder, 'home'), user.uid, user.gid);
  dataDir = join(folder, 'home', 'data');
  face = install(join(folder, 'installation'));
});
afterEach(async () => {
  const left = locations.filter((path) => existsSync(join(path, 'postmaster.pid'))).flatMap(serverProcesses);
  await Owner.killAll();
  expect(await survivors(left, 10_000)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

async function begin(options: Fact, as: User | null): Promise<{ readonly owner: Owner; readonly fact: Fact }> {
  const owner = new Owner(face, { settings, systemDir: join(folder, 'system'), ...options }, as);
  const fact = await owner.fact();
  if (typeof fact['dataLocation'] === 'string') locations.push(fact['dataLocation']);
  return { owner, fact };
}

const sentenceOf = async (options: Fact, as: User | null): Promise<unknown> => {
  const { fact } = await begin(options, as);
  return fact['name'] === 'EmbeddedPostgresError' ? fact['refused'] : fact;
};

describe('an ordinary user', () => {
  it('runs PostgreSQL as himself', async () => {
    const { owner, fact } = await begin({ dataDir }, user);
    expect(fact).toMatchObject({ adopted: false, dataLocation: join(dataDir, 'pg18') });
    expect(statSync(join(dataDir, 'pg18')).uid).toBe(user?.uid ?? process.getuid?.());
    expect(await owner.ask('select 1 as n')).toEqual([{ n: 1 }]);
    expect(await owner.finish()).toEqual({ stopped: true });
  });

  it('starts after an installation without scripts, making the links between libraries', async () => {
    removeLinks(join(folder, 'installation'));
    const { owner, fact } = await begin({ dataDir: join(folder, 'data') }, isRoot ? { uid: 0, gid: 0 } : null);
    expect(fact).toMatchObject({ adopted: false });
    expect(existsSync(join(folder, 'system'))).toBe(false);
    expect(await owner.ask('select 1 as n')).toEqual([{ n: 1 }]);
  });

  itAsRoot('copies the programs into the data folder when somebody else installed them without links', async () => {
    removeLinks(join(folder, 'installation'));
    const { owner, fact } = await begin({ dataDir }, user);
    expect(fact).toMatchObject({ adopted: false });
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgresql-18.'))).toHaveLength(1);
    await owner.finish();
    // the copy is used, not made again
    expect((await begin({ dataDir }, user)).fact).toMatchObject({ adopted: false });
  });

  it('is told in one sentence that the data folder is closed to him', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    expect(await sentenceOf({ dataDir: closed }, user)).toBe(
      `The data folder ${closed} cannot be written: this user has no permission; choose another folder or give this user access to it.`,
    );
    expect(await sentenceOf({ dataDir: join(closed, 'data') }, user)).toMatch(/cannot be written: this user has no/);
  });

  itAsRoot('is told that a database belongs to somebody else', async () => {
    mkdirSync(join(dataDir, 'pg18'), { recursive: true });
    chmodSync(dataDir, 0o777);
    expect(await sentenceOf({ dataDir }, user)).toMatch(/belongs to another user of this computer/);
  });

  it('is told that the programs are missing', async () => {
    rmSync(join(folder, 'installation', 'node_modules', BINARIES), { recursive: true });
    expect(await sentenceOf({ dataDir }, user)).toMatch(/^The PostgreSQL programs for this computer are missing: run/);
  });

  it('is told the last words of initdb when it fails, and nothing half-made remains', async () => {
    const share = join(folder, 'installation', 'node_modules', BINARIES, 'native', 'share');
    rmSync(join(share, 'postgresql', 'postgres.bki'));
    const said = await sentenceOf({ dataDir }, user);
    expect(said).toMatch(/^The database could not be created in .*pg18: .*postgres\.bki.*does not exist\.$/);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('a link to the database', () => {
  it('is followed, and refused when what it leads to is gone', async () => {
    const open = join(folder, 'data');
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    mkdirSync(open);
    const first = await begin({ dataDir: open }, null);
    await first.owner.finish();
    renameSync(join(open, 'pg18'), join(disk, 'pg18'));
    symlinkSync('../disk/pg18', join(open, 'pg18'));
    const second = await begin({ dataDir: open }, null);
    expect(second.fact).toMatchObject({ adopted: false, dataLocation: join(disk, 'pg18') });
    await second.owner.finish();
    rmSync(join(disk, 'pg18'), { recursive: true });
    expect(await sentenceOf({ dataDir: open }, null)).toMatch(/was kept in .*disk\/pg18, which is gone: bring it back/);
    expect(existsSync(join(disk, 'pg18'))).toBe(false);
  });
});

describe('root', () => {
  itAsRoot('runs PostgreSQL as another user in a data folder that user can reach', async () => {
    const open = join(folder, 'data');
    mkdirSync(open, { mode: 0o700 });
    const { owner, fact } = await begin({ dataDir: open }, { uid: 0, gid: 0 });
    expect(fact).toMatchObject({ dataLocation: join(open, 'pg18') });
    expect(statSync(join(open, 'pg18')).uid).not.toBe(0);
    // others may neither list nor enter the data folder
    expect(statSync(open).mode & 0o777).toBe(0o710);
    expect(await owner.ask('select 1 as n')).toEqual([{ n: 1 }]);
  });

  itAsRoot('goes on with the database of an ordinary user as that user', async () => {
    const first = await begin({ dataDir }, user);
    await first.owner.ask('create table kept (n int)');
    await first.owner.finish();
    rmSync(join(dataDir, 'postgres.log'));
    const { owner, fact } = await begin({ dataDir }, { uid: 0, gid: 0 });
    expect(fact).toMatchObject({ dataLocation: join(dataDir, 'pg18') });
    expect(await owner.ask('select n from kept')).toEqual([]);
    await owner.finish();
    expect((await begin({ dataDir }, user)).fact).toMatchObject({ adopted: false });
  });

  itAsRoot('keeps data and programs elsewhere when its home is closed, and finds them again', async () => {
    const systemDir = join(folder, 'system');
    const home = join(folder, 'root');
    mkdirSync(home, { mode: 0o700 });
    chmodSync(join(folder, 'installation'), 0o700);
    const options = { dataDir: join(home, 'data') };
    const first = await begin(options, { uid: 0, gid: 0 });
    expect(first.fact['dataLocation']).toMatch(new RegExp(`^${systemDir}/[0-9a-f]{12}-[0-9a-f]{6}/pg18$`));
    expect(lstatSync(join(home, 'data', 'pg18')).isSymbolicLink()).toBe(true);
    expect(readdirSync(systemDir).filter((name) => name.startsWith('postgresql-18.'))).toHaveLength(1);
    await first.owner.ask('create table kept (n int)');
    await first.owner.finish();
    const second = await begin(options, { uid: 0, gid: 0 });
    expect(second.fact['dataLocation']).toBe(first.fact['dataLocation']);
    expect(await second.owner.ask('select n from kept')).toEqual([]);
    await second.owner.finish();
    // removed by hand, or never finished: the folder is still ours to fill
    rmSync(String(first.fact['dataLocation']), { recursive: true });
    const third = await begin(options, { uid: 0, gid: 0 });
    expect(third.fact['dataLocation']).toBe(first.fact['dataLocation']);
    await third.owner.finish();
    rmSync(systemDir, { recursive: true });
    expect(await sentenceOf(options, { uid: 0, gid: 0 })).toMatch(/which is gone: bring it back, or remove the link/);
  });

  itAsRoot('is told to give away a database that belongs to root', async () => {
    const open = join(folder, 'data');
    mkdirSync(join(open, 'pg18'), { recursive: true });
    expect(await sentenceOf({ dataDir: open }, { uid: 0, gid: 0 })).toMatch(/belongs to root .* chown -R \w+ /);
  });
});
