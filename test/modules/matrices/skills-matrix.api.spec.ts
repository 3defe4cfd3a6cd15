/** Why this file exists: the skills matrix through the API: who sees rows, who sees figures, and what small groups keep to themselves. */
import type { PersonId } from '../../../src/platform/access/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { addPerson, addTeam } from '../../../src/modules/people/data.js';
import type { TeamId } from '../../../src/modules/people/index.js';
import { givePerson } from '../../support/people.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveProfile, inUnit, jobRoleByKey, levelsOf, tickingClock, type GivenPerson } from '../../support/profiles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: tickingClock() });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const FIELDS = `teamId skillKeys skillNames peopleCount personIds personNames jobRoleTitles levels required gaps
  coverage { skillKey asked met unknown askedReason known knownReason } singlePoints { skillKey personId level }`;
const QUERY = `query($t: ID, $o: [String!], $s: [String!]) { skillsMatrix(teamId: $t, overlayKeys: $o, skillKeys: $s) { ${FIELDS} } }`;

interface Team {
  readonly org: TestOrganisation;
  readonly teamId: TeamId;
  readonly manager: GivenPerson;
  readonly people: readonly PersonId[];
}
/** A manager and a team of so many engineers who report to them. */
async function teamOf(size: number, jobRoleKey = 'mle-2'): Promise<Team> {
  const org = await app.organisation();
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
  const jobRoleVersionId = (await jobRoleByKey(app, org, jobRoleKey)).record.id;
  const made = await inUnit(app, org, async (unit) => {
    const team = await addTeam(unit, { name: 'Imaging' });
    if (!team.ok) return team;
    const people: PersonId[] = [];
    for (let i = 0; i < size; i++) {
      const names = { displayName: `Person ${String(i).padStart(2, '0')}`, teamId: team.value.id };
      const person = await addPerson(unit, { ...names, managerId: manager.personId, jobRoleVersionId });
      if (!person.ok) return person;
      people.push(person.value.id);
    }
    return ok({ teamId: team.value.id, people });
  });
  return { org, manager, ...made };
}
const coverageOf = (matrix: { coverage: { skillKey: string }[] }, key: string) =>
  matrix.coverage.find((c) => c.skillKey === key);

describe('the rows', () => {
  it('are arrays: a level, what is asked and the gap as one character per skill, a dot for what is unknown or not asked', async () => {
    const { org, manager, teamId, people } = await teamOf(3);
    const [ana, bo] = people as [PersonId, PersonId];
    await giveProfile(app, org, ana, { 'ci-cd': 1, 'data-pipelines': 5 });
    await giveProfile(app, org, bo, { 'ci-cd': 3 });
    const asked = levelsOf(await jobRoleByKey(app, org, 'mle-2'));
    const { skillsMatrix } = await manager.client.ask(QUERY, {
      t: teamId,
      s: ['ci-cd', 'data-pipelines', 'biology-domain'],
    });
    expect(skillsMatrix).toMatchObject({
      teamId,
      peopleCount: 3,
      personIds: people,
      personNames: ['Person 00', 'Person 01', 'Person 02'],
    });
    const at = (text: string, key: string) => text[skillsMatrix.skillKeys.indexOf(key)];
    const { levels, required, gaps } = skillsMatrix;
    expect(levels.map((row: string) => at(row, 'ci-cd'))).toEqual(['1', '3', '.']);
    expect(levels.map((row: string) => at(row, 'data-pipelines'))).toEqual(['5', '.', '.']);
    const need = asked.get('ci-cd') ?? 0;
    expect(required.map((row: string) => at(row, 'ci-cd'))).toEqual([need, need, need].map(String));
    expect(gaps.map((row: string) => at(row, 'ci-cd'))).toEqual([String(need - 1), String(Math.max(0, need - 3)), '.']);
    expect(gaps.map((row: string) => at(row, 'data-pipelines'))).toEqual(['0', '.', '.']); // more than enough is a gap of 0
    expect(asked.has('biology-domain') ? '' : required.map((row: string) => at(row, 'biology-domain')).join('')).toBe(
      asked.has('biology-domain') ? '' : '...',
    );
    expect(skillsMatrix.singlePoints).toEqual(
      [
        { skillKey: 'data-pipelines', personId: ana, level: 5 },
        { skillKey: 'ci-cd', personId: bo, level: 3 },
      ].toSorted((a, b) => skillsMatrix.skillKeys.indexOf(a.skillKey) - skillsMatrix.skillKeys.indexOf(b.skillKey)),
    );
  });

  it('ask for more under an overlay', async () => {
    const { manager, teamId } = await teamOf(1, 'mle-3');
    const row = async (o: string[]) =>
      (await manager.client.ask(QUERY, { t: teamId, o, s: ['change-control-pccp'] })).skillsMatrix.required;
    expect(await row([])).toEqual(['2']);
    expect(await row(['medtech-samd'])).toEqual(['3']);
    const refused = await manager.client.send(QUERY, { o: ['nothing'] });
    expect(refused.errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('of a manager are the direct reports; a planner and an auditor see all; an administrator sees figures only; an employee nothing', async () => {
    const { org, manager, teamId, people } = await teamOf(5);
    await giveProfile(app, org, people[0] ?? ('' as PersonId), { 'ci-cd': 3 });
    const stranger = await inUnit(app, org, (unit) => addPerson(unit, { displayName: 'Stranger', teamId }));
    const seen = async (client: { ask: GivenPerson['client']['ask'] }) =>
      (await client.ask(QUERY, { t: teamId })).skillsMatrix;
    expect(await seen(manager.client)).toMatchObject({ peopleCount: 5, personIds: people });
    for (const grant of ['WORKFORCE_PLANNER', 'AUDITOR'] as const)
      expect(await seen(await org.member([grant]))).toMatchObject({
        peopleCount: 6,
        personIds: [...people, stranger.id],
      });
    const figures = await seen(org.admin);
    expect(figures).toMatchObject({
      peopleCount: 6,
      personIds: [],
      personNames: [],
      levels: [],
      gaps: [],
      singlePoints: [],
    });
    expect(coverageOf(figures, 'ci-cd')).toMatchObject({ asked: 5, met: 1, unknown: 4, known: 1, knownReason: null });
    const employee = await givePerson(org);
    expect((await employee.client.send(QUERY, { t: teamId })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const other = await givePerson(org, { grants: ['PEOPLE_MANAGER'] });
    expect(await seen(other.client)).toBeNull();
  });

  it('without a team are everybody within reach, without those who left', async () => {
    const { org, manager, people } = await teamOf(2);
    await inUnit(app, org, (unit) => addPerson(unit, { displayName: 'Of no team', managerId: manager.personId }));
    const { skillsMatrix } = await manager.client.ask(QUERY, {});
    expect(skillsMatrix.personIds).toHaveLength(people.length + 1);
    expect(skillsMatrix.jobRoleTitles).toContain('');
  });
});

describe('the coverage', () => {
  it('counts people at the level of their own job role, and says how many are unknown', async () => {
    const { org, manager, teamId, people } = await teamOf(6);
    const need = levelsOf(await jobRoleByKey(app, org, 'mle-2')).get('ci-cd') ?? 0;
    for (const id of people.slice(0, 2)) await giveProfile(app, org, id, { 'ci-cd': need });
    await giveProfile(app, org, people[2] ?? ('' as PersonId), { 'ci-cd': need - 1 });
    const { skillsMatrix } = await manager.client.ask(QUERY, { t: teamId });
    expect(coverageOf(skillsMatrix, 'ci-cd')).toEqual({
      skillKey: 'ci-cd',
      asked: 6,
      met: 2,
      unknown: 3,
      askedReason: null,
      known: 3,
      knownReason: null,
    });
  });

  it('of fewer than five people is held back, with the reason', async () => {
    const { manager, teamId } = await teamOf(4);
    const { skillsMatrix } = await manager.client.ask(QUERY, { t: teamId });
    expect(coverageOf(skillsMatrix, 'ci-cd')).toMatchObject({ asked: null, met: null, unknown: null, known: null });
    expect(coverageOf(skillsMatrix, 'ci-cd')).toMatchObject({
      askedReason: expect.stringContaining('Fewer than 5'),
      knownReason: expect.stringContaining('Fewer than 5'),
    });
  });
});

it('the matrix costs the same statements for two people and for twenty', async () => {
  const { org, manager, teamId, people } = await teamOf(20);
  for (const id of people.slice(0, 2)) await giveProfile(app, org, id, { 'ci-cd': 3, 'data-pipelines': 2 });
  const count = async () =>
    (await app.statements(() => manager.client.ask(QUERY, { t: teamId, o: ['medtech-samd'] }))).statements.length;
  await count();
  const few = await count();
  for (const id of people.slice(2)) await giveProfile(app, org, id, levelsOf(await jobRoleByKey(app, org, 'mle-2')));
  expect(await count()).toBe(few);
});
