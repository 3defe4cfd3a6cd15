/** Why this file exists: a backup brings back every row or nothing, and a file that is not one is refused in one sentence. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { migrations } from '../../migrations/index.js';
import { backupCommand, restoreCommand } from '../../src/cli/backup.js';
import { sentence } from '../../src/cli/failure.js';
import { appendFacts } from '../../src/modules/audit/index.js';
import { ensureDemonstration } from '../../src/modules/demonstration/index.js';
import { systemClock } from '../../src/platform/clock/index.js';
import { parseConfig } from '../../src/platform/config/index.js';
import { asOwner, Database, migrate } from '../../src/platform/database/index.js';
import { snapshot } from '../../src/platform/database/snapshot.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { contentsOf, forge, tablesOf, valueOf } from '../support/backup.js';
import { asSuperuser, testDatabase, type TestDatabase } from '../support/database.js';
import { offeredMembers, stepInto } from '../support/demonstration.js';
import { giveLargeOrganisation } from '../support/large-organisation.js';
import { spawnTwinladder, twinladderBeside } from '../support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-backup-'));
const databases: TestDatabase[] = [];
async function database(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const made = await testDatabase(options);
  databases.push(made);
  return made;
}

async function opened<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const one = new Database({ url, poolSize: 4, statementTimeoutMs: 600_000, clock: systemClock });
  one.setAuditSink(appendFacts);
  await one.open();
  try {
    return await work(one);
  } finally {
    await one.close();
  }
}

/** As a process of its own. */
const cli = (url: string, ...args: string[]) => twinladderBeside(args, { DATABASE_URL: url });
/** In this process. @returns the sentence of the refusal, or an empty text */
const said = (work: Promise<void>): Promise<string> => work.then(() => '', sentence);
const config = (url: string) => parseConfig({ DATABASE_URL: url });
const restored = (url: string, from: string, replace = false): Promise<string> =>
  said(restoreCommand(config(url), from, { replace }));
const backedUp = (url: string, to: string): Promise<string> => said(backupCommand(config(url), to, {}));
const tableCount = (url: string) =>
  valueOf(url, `select count(*)::int from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
const shapeOf = (url: string) => asOwner(url, migrations, (source) => snapshot((sql) => source.query(sql)));

/** The demonstration organisation, backed up once for all tests of this file. */
let origin: TestDatabase;
let contents: Record<string, string>;
let file: string;
beforeAll(async () => {
  origin = await database();
  await opened(origin.url, ensureDemonstration);
  contents = await contentsOf(origin.url);
  file = join(folder, 'demo.twinladder');
  const { code, text } = await cli(origin.url, 'backup', file);
  expect([code, text]).toEqual([0, expect.stringMatching(/1 organisation.* rows in .*Seal: [0-9a-f]{64}/s)]);
});
afterAll(async () => {
  for (const one of databases) await one.drop();
  await asSuperuser('postgres', (c) => c.query('drop role if exists backup_owner'));
  rmSync(folder, { recursive: true, force: true });
});

const QUESTIONS = [
  '{ me { member { displayName } } }',
  '{ people(first: 30) { nodes { id displayName } } }',
  '{ jobRoles(first: 30) { nodes { id } } }',
  '{ ladders { id } }',
  '{ requisitions(first: 30) { nodes { id state } } }',
  '{ skillsMatrix { skills { key } } }',
];
async function answers(of: TestDatabase): Promise<readonly string[]> {
  const app: TestApp = await startTestApp({ demo: true, database: of });
  const offered = await offeredMembers(app);
  const head = offered.find(({ headline }) => headline.startsWith('Head of data'));
  const member = await stepInto(app, head?.displayName ?? '');
  const all = [];
  for (const question of QUESTIONS) all.push(JSON.stringify((await member.send(question)).data));
  await app.close();
  expect(app.faults).toEqual([]);
  return all;
}

describe('a backup of the demonstration organisation', () => {
  it('is readable by its owner only, and replaces a file on request only', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    expect(await backedUp(origin.url, file)).toMatch(/is there already.*--force/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await backedUp(origin.url, join(folder, 'none', 'x'))).toMatch(/cannot be written/);
    const copy = join(folder, 'again.twinladder');
    writeFileSync(copy, 'something else');
    await backupCommand(config(origin.url), copy, { force: true });
    expect(await cli('postgres://nobody@127.0.0.1:1/none', 'restore', '--check', copy)).toMatchObject({ code: 0 });
  });

  it('comes back with every row, the same shape and the same answers, and with nobody signed in', async () => {
    const target = await database({ empty: true });
    expect(await cli(target.url, 'restore', file)).toMatchObject({ code: 0 });
    expect(await contentsOf(target.url)).toEqual(contents);
    expect(await shapeOf(target.url)).toBe(await shapeOf(origin.url));
    expect(await valueOf(target.url, 'select count(*)::int from session')).toBe(0);
    expect(await answers(target)).toEqual(await answers(origin));
  });

  it('is written and restored by an owner whom row-level security binds', async () => {
    const target = await database({ empty: true });
    await asSuperuser('postgres', async (c) => {
      await c.query('create role backup_owner login');
      await c.query(`alter database ${target.name} owner to backup_owner`);
    });
    const url = target.url.replace('postgres://postgres@', 'postgres://backup_owner@');
    expect(await restored(url, file)).toBe('');
    expect(await contentsOf(target.url)).toEqual(contents);
    const again = join(folder, 'owner.twinladder');
    expect(await backedUp(url, again)).toBe('');
    expect(tablesOf(again)).toEqual(tablesOf(file));
  });

  it('is refused by a database that is not empty, which --replace empties, saying what it removes', async () => {
    const target = await database();
    await opened(target.url, ensureDemonstration);
    const before = await contentsOf(target.url);
    expect(await restored(target.url, file)).toMatch(/not empty: it holds 1 organisation \(demo\).*--replace/);
    expect(await contentsOf(target.url)).toEqual(before);
    const { code, text } = await cli(target.url, 'restore', '--replace', file);
    expect([code, text]).toEqual([0, expect.stringMatching(/Removing .*1 organisation \(demo\), \d+ rows in/)]);
    expect(await contentsOf(target.url)).toEqual(contents);
  });

  it('is refused while a server uses the database, and beside the tables of another program', async () => {
    const used = await startTestApp();
    expect(await restored(used.databaseUrl, file)).toMatch(/server uses this database: stop it/);
    await used.close();
    const target = await database({ empty: true });
    await asSuperuser(target.name, (c) => c.query('create table person (id int)'));
    expect(await restored(target.url, file, true)).toMatch(/tables that are not Twinladder's \(person\)/);
  });

  it('of an older level is brought to the current one', async () => {
    const old = await database({ empty: true });
    await migrate(old.url, migrations.slice(0, 8));
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    await asSuperuser(old.name, async (c) => {
      await c.query(`insert into organisation values ($1, 'acme', 'Acme', false, now())`, [id]);
      await c.query(
        `insert into team (organisation_id, id, name, version) values ($1, $1, E'A \\\\. b\\n\\\\.\\nc', 1)`,
        [id],
      );
    });
    const from = join(folder, 'old.twinladder');
    expect(await backedUp(old.url, from)).toBe('');
    const target = await database({ empty: true });
    expect(await restored(target.url, from)).toBe('');
    expect(await valueOf(target.url, 'select count(*)::int from schema_migration')).toBe(migrations.length);
    expect(await valueOf(target.url, 'select name from team')).toBe('A \\. b\n\\.\nc');
  });
});

describe('a file that is not a whole backup', () => {
  const bytes = (change: (all: Buffer) => Buffer) => (copy: string) => writeFileSync(copy, change(readFileSync(file)));
  const text = (change: (all: string) => string, reseal: boolean) => (copy: string) =>
    forge(file, copy, change, reseal);
  const flipped = (all: Buffer): Buffer => {
    const at = Math.floor(all.length / 2);
    all.writeUInt8(all.readUInt8(at) ^ 1, at);
    return all;
  };
  /** Changes the event of this number in the rows of audit_event. */
  const event = (change: (row: string) => string) => (all: string) =>
    all.replace(/(?<=\n)[0-9a-f-]{36}\t17\t.*\n/, (row) => change(row));

  it.each<[string, (copy: string) => void, RegExp]>([
    ['cut in half', bytes((all) => all.subarray(0, all.length / 2)), /is cut short/],
    ['without its last bytes', bytes((all) => all.subarray(0, -5)), /is cut short/],
    ['with another bit', bytes(flipped), /was altered|is damaged/],
    ['of nothing', bytes(() => Buffer.alloc(0)), /is cut short|not a backup/],
    ['of another program', bytes(() => Buffer.from('hello\n'.repeat(99))), /is not a backup of Twinladder/],
    ['compressed by another program', bytes(() => gzipSync('{"format":"x"}\n')), /is not a backup of Twinladder/],
    ['with another word', text((all) => all.replace('Ingrid', 'Astrid'), false), /altered: the table \w+/],
    ['with a longer end', text((all) => `${all}more\n`, false), /was altered \(what follows its end\)/],
    [
      'of a newer program',
      text((all) => all.replace(/"level":\d+,"migrations":\[/, '"level":99,"migrations":["Future",'), true),
      /of a newer Twinladder/,
    ],
    ['of another shape', text((all) => all.replace('Foundation1', 'Foundatio1'), true), /whose database has another/],
    [
      'sealed again after an audit event was changed',
      text(
        event((row) => row.replace(/"/, '"x')),
        true,
      ),
      /audit trail of demo is broken at event 17 \(HASH\)/,
    ],
    [
      'sealed again without an audit event',
      text(
        event(() => ''),
        true,
      ),
      /broken at event 17 \(GAP\)/,
    ],
    [
      'sealed again without its teams',
      text((all) => all.replace(/(\{"table":"team"\}\n)[^{]*?(?=\\\.\n)/, '$1'), true),
      /breaks the rule \w+_fk/,
    ],
  ])('%s is refused, and nothing is there afterwards', async (_, make, expected) => {
    const copy = join(folder, 'forged.twinladder');
    make(copy);
    const target = await database({ empty: true });
    expect(await restored(target.url, copy)).toMatch(expected);
    expect(await tableCount(target.url)).toBe(0);
  });

  it('is told in one sentence with exit code 1', async () => {
    const copy = join(folder, 'short.twinladder');
    bytes((all) => all.subarray(0, 1000))(copy);
    const before = await contentsOf(origin.url);
    const { code, text: words } = await cli(origin.url, 'restore', '--replace', copy);
    expect([code, words.trim().split('\n').length]).toEqual([1, 1]);
    expect(await restored(origin.url, join(folder, 'nothing.there'))).toMatch(/no such file/);
    expect(await contentsOf(origin.url)).toEqual(before);
  });
});

describe('a restore that is killed', () => {
  it('in the middle of 5,000 people leaves nothing, and brings everything when it is run again', async () => {
    const large = await database();
    const size = { people: 5_000, skills: 61, teams: 40, assessed: 1_000 };
    await opened(large.url, (one) => giveLargeOrganisation(one, 'large', size));
    const from = join(folder, 'large.twinladder');
    expect(await backedUp(large.url, from)).toBe('');
    const target = await database({ empty: true });
    const child = spawnTwinladder(['restore', from], { DATABASE_URL: target.url });
    const loading = `select count(*)::int from pg_stat_activity where datname = '${target.name}' and query like 'copy "assessment%stdin'`;
    while (child.exitCode === null && (await valueOf(origin.url, loading)) === 0) await sleep(5);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(child.signalCode).toBe('SIGKILL');
    const there = `select count(*)::int from pg_stat_activity where datname = '${target.name}'`;
    while ((await valueOf(origin.url, there)) !== 0) await sleep(20);
    expect(await tableCount(target.url)).toBe(0);
    expect(await restored(target.url, from)).toBe('');
    for (const table of ['person', 'assessment', 'assessment_event'])
      expect([table, await valueOf(target.url, `select count(*)::int from ${table}`)]).toEqual([
        table,
        tablesOf(from)[table]?.rows,
      ]);
  }, 120_000); // seconds alone, a minute beside other runs
});
