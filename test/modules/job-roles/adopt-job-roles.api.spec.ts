/** Why this file exists: a newer library reaches an organisation that has job roles already without replacing any of them. */
import { releaseIn, storeRelease, type Library } from '../../../src/modules/frameworks/data.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { asSuperuser } from '../../support/database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

async function loadChanged({ id }: TestOrganisation, change: (library: Library) => Library): Promise<void> {
  const release = await app.database.read({ organisationId: id, actor: null, requestId: 'test' }, releaseIn);
  if (release === null) throw new Error('no release');
  const content = change(release.content);
  await asSuperuser(app.databaseName, (c) =>
    storeRelease((sql, values) => c.query(sql, values), { contentHash: `changed-${content.asOf}`, content }),
  );
}

it('adopting a newer library adds new job roles, drafts the next version of known ones, and refreshes overlays', async () => {
  const organisation = await app.organisation();
  const { admin } = organisation;
  await loadChanged(organisation, (library) => {
    const [first] = library.jobRoles;
    if (first === undefined) throw new Error('no job role');
    const added = { ...first, key: 'rds-0' as typeof first.key, name: 'Apprentice' };
    const changed = library.jobRoles.map((one) => (one === first ? { ...one, name: 'Renamed by the library' } : one));
    const overlays = library.overlays.map((one) => ({ ...one, name: `${one.name}, revised` }));
    return { ...library, asOf: '2031-01-01', jobRoles: [...changed, added], overlays };
  });
  const before = await admin.ask('{ ladders { rungs { key versions { id } } } }');
  const { jobRoles } = await admin.ask('{ jobRoles(filter: { text: "Associate Data Scientist" }) { nodes { id } } }');
  const opened = await admin.run('draftJobRoleVersion', { jobRoleId: jobRoles.nodes[0].id }, 'jobRoleVersion { id }');
  await admin.run('adoptLibrary', null);
  const after = await admin.ask(
    '{ overlays { name } jobRoles { nodes { key ladder { key } versions { id number state title } } } }',
  );
  const versions = new Map<string, { id: string; number: number; state: string; title: string }[]>(
    after.jobRoles.nodes.map((one: { key: string; versions: never[] }) => [one.key, one.versions]),
  );
  expect(versions.size).toBe(13);
  expect(versions.get('rds-0')).toMatchObject([{ number: 1, state: 'PUBLISHED', title: 'Apprentice' }]);
  expect(versions.get('mle-3')).toMatchObject([
    { number: 2, state: 'DRAFT' },
    { number: 1, state: 'PUBLISHED' },
  ]);
  // the draft that a person had open stays as it is
  expect(versions.get('rds-1')).toMatchObject([
    { id: opened.jobRoleVersion.id, title: 'Associate Data Scientist, Research' },
    { number: 1, state: 'PUBLISHED' },
  ]);
  const published = before.ladders.flatMap((one: { rungs: { versions: { id: string }[] }[] }) =>
    one.rungs.map((rung) => rung.versions[0]?.id),
  );
  const all = [...versions.values()]
    .flat()
    .filter((one) => one.state === 'PUBLISHED')
    .map((one) => one.id);
  expect(all).toEqual(expect.arrayContaining(published));
  expect(after.overlays.every((one: { name: string }) => one.name.endsWith(', revised'))).toBe(true);
});
