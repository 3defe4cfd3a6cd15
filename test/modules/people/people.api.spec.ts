/** Why this file exists: teams and people through the API: who is there and who may see what. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { giveJobRole, libraryJobRole } from '../../support/job-roles.js';
import { giveColleague, givePerson, giveTeam } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date('2026-03-02T09:00:00Z') } });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const TODAY = '2026-03-02';
const YESTERDAY = '2026-03-01';
const TOMORROW = '2026-03-03';
const PERSON =
  'person { id version displayName team { id name } manager { id } jobRoleVersion { id title } availability mentorCapacity startedOn leftOn hasLeft }';

async function personOf(client: Client, id: string, selection: string) {
  const data = await client.ask(`query($id: ID!) { person(id: $id) { ${selection} } }`, { id });
  return data.person;
}

describe('a person', () => {
  it('is added with team, manager and job role, and changed part by part, with old and new values in the audit trail', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const teamId = await giveTeam(organisation, 'Imaging');
    const managerId = await giveColleague(organisation, { name: 'Mara' });
    const { jobRoleVersionId } = await libraryJobRole(admin, 'rds-2');
    const added = await admin.run(
      'addPerson',
      {
        displayName: ' Ravi ',
        teamId,
        managerId,
        jobRoleVersionId,
        availability: 0.8,
        mentorCapacity: 2,
        startedOn: '2024-03-01',
      },
      PERSON,
    );
    expect(added.person).toMatchObject({
      version: 1,
      displayName: 'Ravi',
      team: { id: teamId, name: 'Imaging' },
      manager: { id: managerId },
      jobRoleVersion: { title: 'Data Scientist, Research' },
      availability: 0.8,
      mentorCapacity: 2,
      startedOn: '2024-03-01',
      leftOn: null,
      hasLeft: false,
    });
    const personId = added.person.id as string;
    const changed = await admin.run('updatePerson', { personId, version: 1, availability: 0.5, teamId: null }, PERSON);
    expect(changed.person).toMatchObject({
      version: 2,
      displayName: 'Ravi',
      team: null,
      manager: { id: managerId },
      availability: 0.5,
      mentorCapacity: 2,
    });
    const events = await eventsOf(organisation, personId);
    expect(events.map((one) => one.type)).toEqual(['PersonAdded', 'PersonUpdated']);
    expect(events[1]?.data).toEqual({
      before: { availability: 0.8, teamId },
      after: { availability: 0.5, teamId: null },
    });
  });

  it('works a full week, mentors nobody and starts today when nothing else is said', async () => {
    const { admin } = await app.organisation();
    const { person } = await admin.run('addPerson', { displayName: 'Ravi' }, PERSON);
    expect(person).toMatchObject({
      availability: 1,
      mentorCapacity: 0,
      team: null,
      manager: null,
      jobRoleVersion: null,
    });
    expect(person.startedOn).toBe(TODAY);
  });

  it('is not given a team, manager, job role or sign-in that does not exist, also not one of another organisation', async () => {
    const organisation = await app.organisation();
    const other = await app.organisation();
    const personId = await giveColleague(organisation);
    for (const [field, foreign] of [
      ['teamId', await giveTeam(other)],
      ['managerId', await giveColleague(other)],
      ['jobRoleVersionId', (await libraryJobRole(other.admin, 'mle-1')).jobRoleVersionId],
    ] as const)
      for (const id of [foreign, NOWHERE])
        expect(await organisation.admin.refused('updatePerson', { personId, version: 1, [field]: id })).toMatchObject({
          code: 'REFERENCE_NOT_FOUND',
          field: `input.${field}`,
        });
    for (const memberId of [other.admin.memberId, NOWHERE])
      expect(await organisation.admin.refused('linkPersonToMember', { personId, version: 1, memberId })).toMatchObject({
        code: 'REFERENCE_NOT_FOUND',
        field: 'input.memberId',
      });
  });

  it('does a job that is published, and nothing that is a draft or retired', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const draft = await giveJobRole(organisation, { draft: true });
    const retired = await giveJobRole(organisation);
    await admin.run('retireJobRoleVersion', { jobRoleVersionId: retired.jobRoleVersionId, version: retired.version });
    for (const { jobRoleVersionId } of [draft, retired])
      expect((await admin.refused('addPerson', { displayName: 'Ravi', jobRoleVersionId })).code).toBe(
        'PERSON_JOB_ROLE_NOT_PUBLISHED',
      );
  });

  it('of another organisation cannot be told from one that does not exist', async () => {
    const organisation = await app.organisation();
    const { admin } = await app.organisation();
    const personId = await giveColleague(organisation);
    expect(await personOf(admin, personId, 'id')).toBeNull();
    for (const [mutation, more] of [
      ['updatePerson', { availability: 1 }],
      ['linkPersonToMember', { memberId: null }],
      ['endEmployment', { leftOn: TODAY }],
    ] as const) {
      const refused = await admin.refused(mutation, { personId, version: 1, ...more });
      expect(refused).toMatchObject({ __typename: 'NotFound', field: 'input.personId' });
      expect(refused).toEqual(await admin.refused(mutation, { personId: NOWHERE, version: 1, ...more }));
    }
  });

  it('is not changed by somebody who saw an older state of the record', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const personId = await giveColleague(organisation);
    await admin.run('updatePerson', { personId, version: 1, availability: 0.5 });
    for (const [mutation, more] of [
      ['updatePerson', { availability: 1 }],
      ['linkPersonToMember', { memberId: null }],
      ['endEmployment', { leftOn: TOMORROW }],
    ] as const) {
      const refused = await admin.refused(mutation, { personId, version: 1, ...more });
      expect(refused).toMatchObject({ __typename: 'StaleVersion', facts: [{ name: 'currentVersion', value: '2' }] });
    }
  });

  it('has a name, and time and mentees within reason', async () => {
    const { admin } = await app.organisation();
    for (const input of [
      { displayName: '  ' },
      { displayName: 'Ravi', availability: 1.5 },
      { displayName: 'Ravi', mentorCapacity: -1 },
    ]) {
      const answer = await admin.send('mutation($i: AddPersonInput!) { addPerson(input: $i) { __typename } }', {
        i: input,
      });
      expect(answer.errors[0]?.extensions.code).toBe('BAD_INPUT');
    }
  });
});

describe('who sees what', () => {
  const OWN =
    'displayName team { name } manager { displayName } startedOn availability mentorCapacity leftOn member { id }';

  it('everybody sees the directory; time, mentoring and leaving are for the person, the manager, planners, auditors and administrators', async () => {
    const organisation = await app.organisation();
    const manager = await givePerson(organisation, { grants: ['PEOPLE_MANAGER'], name: 'Mara' });
    const { personId, client } = await givePerson(organisation, {
      name: 'Ravi',
      managerId: manager.personId,
      teamId: await giveTeam(organisation, 'Imaging'),
      availability: 0.6,
    });
    const stranger = await givePerson(organisation, {
      grants: ['PEOPLE_MANAGER', 'EMPLOYEE', 'MENTOR', 'INTERVIEWER', 'HIRING_MANAGER'],
    });
    const seen = async (who: Client) => personOf(who, personId, OWN);
    const directory = { displayName: 'Ravi', team: { name: 'Imaging' }, manager: { displayName: 'Mara' } };
    expect(await seen(stranger.client)).toMatchObject({
      ...directory,
      availability: null,
      mentorCapacity: null,
      leftOn: null,
      member: null,
    });
    for (const who of [
      client,
      manager.client,
      await organisation.member(['WORKFORCE_PLANNER']),
      await organisation.member(['AUDITOR']),
    ])
      expect(await seen(who)).toMatchObject({ ...directory, availability: 0.6, mentorCapacity: 0, member: null });
    expect(await seen(organisation.admin)).toMatchObject({
      ...directory,
      availability: 0.6,
      member: { id: client.memberId },
    });
  });

  it('only administrators change the directory, and it is closed to those who are not signed in', async () => {
    const organisation = await app.organisation();
    const { personId, client } = await givePerson(organisation, {
      grants: ['EMPLOYEE', 'PEOPLE_MANAGER', 'HIRING_MANAGER', 'WORKFORCE_PLANNER'],
    });
    for (const [mutation, type, input] of [
      ['addTeam', 'AddTeamInput', { name: 'Mine' }],
      ['addPerson', 'AddPersonInput', { displayName: 'Friend' }],
      ['updatePerson', 'UpdatePersonInput', { personId, version: 1, availability: 0 }],
      ['linkPersonToMember', 'LinkPersonToMemberInput', { personId, version: 1, memberId: null }],
      ['endEmployment', 'EndEmploymentInput', { personId, version: 1, leftOn: TODAY }],
    ] as const) {
      const answer = await client.send(`mutation($i: ${type}!) { ${mutation}(input: $i) { __typename } }`, {
        i: input,
      });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    for (const query of ['{ people { totalCount } }', '{ teams { totalCount } }', '{ myPerson { id } }'])
      expect((await app.anonymous.send(query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('lists', () => {
  it('of people go by name and are narrowed by team, job role and text; leavers come only when asked for', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const teamId = await giveTeam(organisation);
    const { jobRoleVersionId } = await libraryJobRole(admin, 'mle-2');
    await giveColleague(organisation, { name: 'Cleo Stone', teamId });
    await giveColleague(organisation, { name: 'Ada Stone', jobRoleVersionId });
    const gone = await giveColleague(organisation, { name: 'Ben Rock', teamId, startedOn: '2020-01-01' });
    await admin.run('endEmployment', { personId: gone, version: 1, leftOn: YESTERDAY });
    const names = async (filter: Record<string, unknown>) => {
      const { people } = await admin.ask(
        'query($f: PersonFilter) { people(filter: $f) { nodes { displayName } totalCount } }',
        { f: filter },
      );
      expect(people.totalCount).toBe(people.nodes.length);
      return people.nodes.map((one: { displayName: string }) => one.displayName);
    };
    expect(await names({})).toEqual(['Ada Stone', 'Cleo Stone']);
    expect(await names({ withLeavers: true })).toEqual(['Ada Stone', 'Ben Rock', 'Cleo Stone']);
    expect(await names({ withLeavers: true, teamId })).toEqual(['Ben Rock', 'Cleo Stone']);
    expect(await names({ jobRoleVersionId })).toEqual(['Ada Stone']);
    expect(await names({ text: ' STONE ' })).toEqual(['Ada Stone', 'Cleo Stone']);
    expect(await names({ text: '%' })).toEqual([]);
  });

  it('of teams go by name, each name once', async () => {
    const organisation = await app.organisation();
    for (const name of ['Imaging', 'Assays']) await giveTeam(organisation, name);
    const { teams } = await organisation.admin.ask(
      '{ teams(first: 1) { nodes { name } totalCount pageInfo { hasNextPage } } }',
    );
    expect(teams).toEqual({ nodes: [{ name: 'Assays' }], totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await organisation.admin.refused('addTeam', { name: ' Assays ' })).toMatchObject({
      __typename: 'AlreadyExists',
      code: 'TEAM_NAME_TAKEN',
      field: 'input.name',
    });
    const { auditEvents } = await organisation.admin.ask('{ auditEvents(type: "TeamAdded") { nodes { data } } }');
    expect(auditEvents.nodes.map((one: { data: unknown }) => one.data)).toEqual([
      { name: 'Imaging' },
      { name: 'Assays' },
    ]);
  });

  it('take the same statements for 2 people and for 20, with all that hangs on them', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId } = await libraryJobRole(admin, 'mle-2');
    const managerId = await giveColleague(organisation, { name: 'Mara' });
    const grow = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const teamId = await giveTeam(organisation);
        await giveColleague(organisation, { managerId, jobRoleVersionId, teamId });
      }
    };
    await grow(2);
    const people = `{ people { nodes { availability team { name } manager { displayName directReports { id } } directReports { id }
      jobRoleVersion { title jobRole { key } requirements { skill { name } } } } totalCount } }`;
    await sameStatements(app, 'people', admin, people, () => grow(18));
    await sameStatements(app, 'teams', admin, '{ teams { nodes { name } totalCount } }', () => grow(18));
  });
});
