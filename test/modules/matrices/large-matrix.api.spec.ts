/** Why this file exists: a whole organisation fits into one block: as many statements as for a small one, every cell right, the day looked back to. */
import type { PersonId } from '../../../src/platform/access/index.js';
import { addPerson } from '../../../src/modules/people/data.js';
import type { TeamId } from '../../../src/modules/people/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { clientOf } from '../../support/clients.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { giveLargeOrganisation } from '../../support/large-organisation.js';
import { giveColleague, givePerson, giveTeam } from '../../support/people.js';
import { giveProfile, inUnit, jobRoleByKey, tickingClock } from '../../support/profiles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock(), settings: { STATEMENT_TIMEOUT_MS: '60000' } });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const BLOCK = `query($on: Day, $t: ID, $o: [String!]) { skillsMatrix(asOf: $on, teamId: $t, overlayKeys: $o) { asOf skillKeys skillNames levelNames categories { key name skillCount }
  teams { id name } peopleCount personIds personNames personTeams jobRoleKeys jobRoleTitles levels required
  coverage { skillKey asked met unknown known } lifeCycle { area isCovered needs { skillKey level holders } } singlePoints { skillKey personId level } } }`;

async function planner(slug: string, people: number) {
  const made = await giveLargeOrganisation(app.database, slug, { people, skills: 80, teams: 4 });
  const { email, password } = made.planner;
  const answer = await clientOf(app.running, null, null).send(
    'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }',
    { i: { organisation: slug, email, password } },
  );
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return clientOf(app.running, null, cookie);
}

it('costs as many statements for three hundred as for ten, and holds a digit or a dot for every cell', async () => {
  const [small, large] = [await planner('ten-people', 10), await planner('many-people', 300)];
  const ask = async (client: typeof small) => {
    await client.ask(BLOCK);
    return app.statements(() => client.ask(BLOCK, { o: ['medtech-samd'] }));
  };
  const [few, many] = [await ask(small), await ask(large)];
  expect(many.statements.length).toBe(few.statements.length);
  const { skillsMatrix: block } = many.value;
  expect(block.peopleCount).toBe(300);
  expect(block.skillKeys).toHaveLength(80);
  for (const list of ['personIds', 'personNames', 'personTeams', 'jobRoleKeys', 'levels', 'required'])
    expect(block[list]).toHaveLength(300);
  for (const row of block.levels) expect(row).toMatch(/^[1-5.]{80}$/);
  const cells = block.levels.join('');
  const unknown = [...cells].filter((c) => c === '.').length / cells.length;
  expect(unknown).toBeGreaterThan(0.2); // not assessed stays apart from every level
  expect(unknown).toBeLessThan(0.3);
});

it('names teams and bands, and leaves the team of somebody without one open', async () => {
  const org = await app.organisation();
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
  const [teamB, teamA] = [await giveTeam(org, 'Beta'), await giveTeam(org, 'Alpha')];
  const jobRoleVersionId = (await jobRoleByKey(app, org, 'mle-2')).record.id;
  await giveColleague(org, { name: 'Ana', teamId: teamB, managerId: manager.personId, jobRoleVersionId });
  await giveColleague(org, { name: 'Bo', teamId: teamA, managerId: manager.personId });
  await giveColleague(org, { name: 'Cy', managerId: manager.personId });
  const { skillsMatrix: block } = await manager.client.ask(BLOCK);
  expect(block.teams.map((t: { name: string }) => t.name)).toEqual(['Alpha', 'Beta']);
  expect(block.personTeams).toEqual([1, 0, null]);
  expect(block.jobRoleKeys).toEqual(['mle-2', '', '']);
  const counts = block.categories.map((c: { skillCount: number }) => c.skillCount);
  expect(counts.reduce((a: number, b: number) => a + b, 0)).toBe(block.skillKeys.length);
  expect(block.levelNames).toEqual(['Aware', 'Practising', 'Independent', 'Leading', 'Authority']);
  expect(block.categories[0]).toMatchObject({ key: 'data-engineering' });
});

it('shows the levels of the day asked for, and who worked here then', async () => {
  const org = await app.organisation();
  const client = await org.member(['WORKFORCE_PLANNER']);
  const teamId = await giveTeam(org);
  const on = (day: string) => client.ask(BLOCK, { on: day, t: teamId });
  const ana = await giveColleague(org, { name: 'Ana', teamId, startedOn: '2025-01-01' });
  const reviewerId = await giveColleague(org, { name: 'Vera' });
  const options = { reviewerId };
  await giveProfile(app, org, ana, { 'ci-cd': 1 }, { ...options, validOn: '2025-02-01' });
  await giveProfile(app, org, ana, { 'ci-cd': 3 }, { ...options, validOn: '2026-02-01', expiresOn: '2026-08-01' });
  await inUnit(app, org, async (unit) => {
    const late = { displayName: 'Late', teamId: teamId as TeamId, startedOn: '2026-05-01' };
    const added = await addPerson(unit, late);
    return added.ok ? ok(null) : added;
  });
  const levelOn = async (day: string) => {
    const { skillsMatrix: block } = await on(day);
    return [block.asOf, block.personNames, block.levels[0][block.skillKeys.indexOf('ci-cd')]];
  };
  expect((await on('2024-12-31')).skillsMatrix).toBeNull();
  expect(await levelOn('2025-01-31')).toEqual(['2025-01-31', ['Ana'], '.']);
  expect(await levelOn('2025-02-01')).toEqual(['2025-02-01', ['Ana'], '1']);
  expect(await levelOn('2026-02-01')).toEqual(['2026-02-01', ['Ana'], '3']);
  expect(await levelOn('2026-05-01')).toEqual(['2026-05-01', ['Ana', 'Late'], '3']);
  expect((await levelOn('2026-08-01'))[2]).toBe('1'); // what expired uncovers only a lower level
});

it('tells the five duties, and holds them back from those who see figures only when the group is small', async () => {
  const org = await app.organisation();
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
  const teamId = await giveTeam(org);
  const people: PersonId[] = [];
  for (let i = 0; i < 4; i++) people.push(await giveColleague(org, { teamId, managerId: manager.personId }));
  const [ana] = people;
  if (ana === undefined) throw new Error('nobody');
  await giveProfile(app, org, ana, { 'data-pipelines': 3, 'drift-monitoring': 3, 'incident-response': 2 });
  const duty = async (client: { ask: typeof manager.client.ask }, area: string) =>
    (await client.ask(BLOCK, { t: teamId })).skillsMatrix.lifeCycle.find((l: { area: string }) => l.area === area);
  expect(await duty(manager.client, 'INGESTION')).toMatchObject({ isCovered: true, needs: [{ holders: 1 }] });
  expect(await duty(manager.client, 'MONITORING')).toMatchObject({ isCovered: false });
  expect(await duty(org.admin, 'INGESTION')).toMatchObject({ isCovered: null, needs: [{ holders: null }] });
  await giveColleague(org, { teamId });
  expect(await duty(org.admin, 'INGESTION')).toMatchObject({ isCovered: true, needs: [{ holders: 1 }] });
});
