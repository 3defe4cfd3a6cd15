/** Why this file exists: a backup brings the files of people back with the rows that speak of them, or nothing of either. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backupCommand, restoreCommand } from '../../src/cli/backup.js';
import { sentence } from '../../src/cli/failure.js';
import { parseConfig } from '../../src/platform/config/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { DAY } from '../support/claims.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import * as f from '../support/files.js';
import { givePerson } from '../support/people.js';
import { clientOf } from '../support/clients.js';

const folder = mkdtempSync(join(tmpdir(), 'twinladder-backup-files-'));
const backup = join(folder, 'one.twinladder');
const CONTENTS = [f.pdf('first'), f.pdf('\\.\n{"manifest":1}\n'.repeat(20_000))];
let origin: TestApp;
let org: TestOrganisation;
let cookie: string | null;
let fileIds: string[];
const databases: TestDatabase[] = [];
let said: string[];

const config = (url: string, data: string) => parseConfig({ DATABASE_URL: url, TWINLADDER_DATA: join(folder, data) });
const told = (work: Promise<void>): Promise<string> => work.then(() => '', sentence);
async function emptyDatabase(): Promise<TestDatabase> {
  const made = await testDatabase({ empty: true });
  databases.push(made);
  return made;
}
const restored = (target: TestDatabase, data: string, file = backup, replace = false): Promise<string> =>
  told(restoreCommand(config(target.url, data), file, { replace }));
const lyingIn = (data: string) => f.lyingIn(join(folder, data, 'files'));

beforeAll(async () => {
  origin = await startTestApp({ settings: { TWINLADDER_DATA: join(folder, 'origin') } });
  org = await origin.organisation();
  const { client } = await givePerson(org);
  ({ cookie } = client);
  fileIds = [];
  for (const content of CONTENTS) fileIds.push(await f.givenFile(origin, client, content));
  const evidence = [{ typeKey: 'merged-change', title: 'What I did', occurredOn: DAY, fileIds }];
  await client.run('proposeAssessment', { skillKey: 'ci-cd', level: 2, evidence });
  expect(await told(backupCommand(config(origin.databaseUrl, 'origin'), backup, {}))).toBe('');
});
const write = process.stdout.write.bind(process.stdout);
beforeEach(() => {
  said = [];
  process.stdout.write = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
});
afterEach(() => {
  process.stdout.write = write;
});
afterAll(async () => {
  await origin.close();
  for (const one of databases) await one.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of an organisation with files', () => {
  it('brings them back, byte for byte, for the member who may open them', async () => {
    const target = await emptyDatabase();
    expect(await restored(target, 'target')).toBe('');
    expect(said.join('')).toMatch(/2 file\(s\) of \d+ bytes;/);
    expect(lyingIn('target')).toEqual(lyingIn('origin'));
    const app = await startTestApp({ database: target, settings: { TWINLADDER_DATA: join(folder, 'target') } });
    const again = clientOf(app.running, null, cookie);
    expect((await again.send('{ me { member { id } } }')).data.me).toBeNull(); // nobody is signed in after a restore
    const sql = 'select storage_key as key, sha256 from stored_file where organisation_id = $1 order by id';
    const rows = await app.database.read({ organisationId: org.id, actor: null, requestId: 'test' }, (unit) =>
      unit.rows<{ key: string }>(sql),
    );
    const back = rows.map(({ key }) => readFileSync(join(app.running.files.storage.place, key)));
    expect(back.map((content, i) => content.equals(CONTENTS[i] ?? Buffer.alloc(0)))).toEqual([true, true]);
    await app.close();
  });

  it('is checked with its files before anything is touched, and names the one that was altered', async () => {
    const text = gunzipSync(readFileSync(backup)).toString('latin1');
    const [altered, cut] = [join(folder, 'altered'), join(folder, 'cut')];
    writeFileSync(altered, gzipSync(Buffer.from(text.replace('%PDF-1.4\n1 0', '%PDF-1.5\n1 0'), 'latin1')));
    writeFileSync(cut, gzipSync(Buffer.from(text.slice(0, text.indexOf('{"file":null}') - 4), 'latin1')));
    const climbing = join(folder, 'climbing');
    writeFileSync(climbing, gzipSync(Buffer.from(text.replace(/"file":"[^"]+"/, '"file":"../../evil"'), 'latin1')));
    const target = await emptyDatabase();
    expect(await restored(target, 'none', altered)).toMatch(/the file [0-9a-f-]{36}\/[0-9a-f]{32} in it is not what/);
    expect(await restored(target, 'none', cut)).toMatch(/cut short/);
    expect(await restored(target, 'none', climbing)).toMatch(/altered \(the name of a file\)/);
    expect(lyingIn('none')).toEqual([]);
    expect(await told(restoreCommand(config(target.url, 'none'), backup, { check: true }))).toBe('');
  });

  it('leaves no file when the rows are refused, and takes those of the former database away with --replace', async () => {
    const used = await startTestApp({ settings: { TWINLADDER_DATA: join(folder, 'used') } });
    const { client } = await givePerson(await used.organisation());
    await f.givenFile(used, client);
    await used.running.stop();
    const former = lyingIn('used');
    const target = { url: used.databaseUrl } as TestDatabase;
    expect(await restored(target, 'used')).toMatch(/not empty/);
    expect(lyingIn('used')).toEqual(former);
    expect(await restored(target, 'used', backup, true)).toBe('');
    expect(lyingIn('used')).toEqual(lyingIn('origin'));
  });

  it('names files that were lost before it was made, and keeps the others', async () => {
    const copy = await emptyDatabase();
    expect(await restored(copy, 'lost')).toBe('');
    const [gone = '', kept = ''] = lyingIn('lost');
    rmSync(join(folder, 'lost', 'files', gone));
    const second = join(folder, 'second.twinladder');
    expect(await told(backupCommand(config(copy.url, 'lost'), second, {}))).toBe('');
    expect(said.join('')).toContain(`1 of them were lost or altered before (${gone})`);
    expect(await restored(await emptyDatabase(), 'after', second)).toBe('');
    expect(lyingIn('after')).toEqual([kept]);
  });
});
