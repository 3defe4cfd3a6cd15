/** Why this file exists: teams and people through the API: who is there, who reports to whom, who may see what, and who signs in as whom. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveJobRole, libraryJobRole } from '../../support/job-roles.js';
import { giveColleague, givePerson, giveTeam } from '../../support/people.js';

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
async function eventsOf(
  organisation: TestOrganisation,
  entityId: string,
): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const auditor = await organisation.member(['AUDITOR']);
  const { auditEvents } = await auditor.ask(
    'query($id: ID!) { auditEvents(entityId: $id, first: 100) { nodes { type data } } }',
    { id: entityId },
  );
  return auditEvents.nodes;
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

describe('reporting lines', () => {
  it('refuse a circle and name its members, and a person as their own manager', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const ada = await giveColleague(organisation, { name: 'Ada' });
    const ben = await giveColleague(organisation, { name: 'Ben', managerId: ada });
    const cleo = await giveColleague(organisation, { name: 'Cleo', managerId: ben });
    const refused = await admin.refused('updatePerson', { personId: ada, version: 1, managerId: cleo });
    expect(refused).toMatchObject({
      code: 'REPORTING_CIRCLE',
      field: 'input.managerId',
      facts: [{ name: 'members', value: 'Ada, Cleo, Ben' }],
    });
    expect((await admin.refused('updatePerson', { personId: ada, version: 1, managerId: ada })).code).toBe(
      'REPORTING_CIRCLE',
    );
    expect(
      await personOf(admin, ada, 'manager { id } directReports { displayName directReports { displayName } }'),
    ).toEqual({
      manager: null,
      directReports: [{ displayName: 'Ben', directReports: [{ displayName: 'Cleo' }] }],
    });
  });

  it('hold no circle when two changes meet that would close one together', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await giveColleague(organisation), await giveColleague(organisation)];
      const point = (personId: string, managerId: string) =>
        admin.send(
          'mutation($i: UpdatePersonInput!) { updatePerson(input: $i) { __typename ... on Problem { code } } }',
          { i: { personId, version: 1, managerId } },
        );
      const answers = await Promise.all([point(one, other), point(other, one)]);
      const names = answers.map((answer) => answer.data.updatePerson.__typename).sort();
      expect(names).toEqual(['RuleViolation', 'UpdatePersonSuccess']);
    }
  });

  it('do not lead to somebody who has left', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const manager = await giveColleague(organisation, { name: 'Mara', startedOn: '2020-01-01' });
    await admin.run('endEmployment', { personId: manager, version: 1, leftOn: YESTERDAY });
    expect(await admin.refused('addPerson', { displayName: 'Ravi', managerId: manager })).toMatchObject({
      code: 'MANAGER_HAS_LEFT',
      field: 'input.managerId',
    });
  });
});

describe('a sign-in', () => {
  it('knows its person from the next sign-in on; sessions opened before end at once', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const member = await organisation.member(['EMPLOYEE']);
    expect((await member.ask('{ myPerson { id } }')).myPerson).toBeNull();
    const personId = await giveColleague(organisation, { name: 'Ravi' });
    const linked = await admin.run(
      'linkPersonToMember',
      { personId, version: 1, memberId: member.memberId },
      'person { member { id } }',
    );
    expect(linked.person.member).toEqual({ id: member.memberId });
    expect((await member.send('{ myPerson { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const again = await organisation.signInAgain(member);
    expect((await again.ask('{ myPerson { displayName } }')).myPerson).toEqual({ displayName: 'Ravi' });
    await admin.run('linkPersonToMember', { personId, version: 2, memberId: null });
    expect((await again.send('{ myPerson { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await (await organisation.signInAgain(member)).ask('{ myPerson { id } }')).myPerson).toBeNull();
    expect((await eventsOf(organisation, personId)).map((one) => one.type)).toEqual([
      'PersonAdded',
      'PersonLinked',
      'PersonUnlinked',
    ]);
  });

  it('stands for one person only, and nobody links their own', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { client } = await givePerson(organisation);
    const personId = await giveColleague(organisation);
    expect(
      await admin.refused('linkPersonToMember', { personId, version: 1, memberId: client.memberId }),
    ).toMatchObject({ __typename: 'AlreadyExists', code: 'MEMBER_LINKED_ALREADY' });
    expect(await admin.refused('linkPersonToMember', { personId, version: 1, memberId: admin.memberId })).toMatchObject(
      { __typename: 'NotAllowed', code: 'NOT_YOUR_OWN_LINK' },
    );
    expect(await personOf(admin, personId, 'member { id } version')).toEqual({ member: null, version: 1 });
  });

  it('stands for nobody once the person has left, and the session ends', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const managerId = await giveColleague(organisation, { name: 'Mara' });
    const { client, personId } = await givePerson(organisation, { managerId, startedOn: '2020-01-01' });
    const ended = await admin.run('endEmployment', { personId, version: 1, leftOn: TODAY }, PERSON);
    expect(ended.person).toMatchObject({ leftOn: TODAY, hasLeft: true, manager: { id: managerId } });
    expect((await client.send('{ myPerson { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await (await organisation.signInAgain(client)).ask('{ myPerson { id } }')).myPerson).toBeNull();
    expect((await personOf(admin, managerId, 'directReports { id }')).directReports).toEqual([]);
    expect((await eventsOf(organisation, personId)).at(-1)).toEqual({
      type: 'EmploymentEnded',
      data: { before: { leftOn: null }, after: { leftOn: TODAY } },
    });
  });
});

describe('the end of an employment', () => {
  it('can be planned and planned again, but not before the start, and not once it has come', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const personId = await giveColleague(organisation, { startedOn: '2024-01-15' });
    const planned = await admin.run('endEmployment', { personId, version: 1, leftOn: TOMORROW }, PERSON);
    expect(planned.person).toMatchObject({ leftOn: TOMORROW, hasLeft: false });
    expect(await admin.refused('endEmployment', { personId, version: 2, leftOn: '2024-01-14' })).toMatchObject({
      __typename: 'InvalidInput',
      code: 'LEFT_BEFORE_START',
    });
    await admin.run('endEmployment', { personId, version: 2, leftOn: '2024-01-15' });
    expect((await admin.refused('endEmployment', { personId, version: 3, leftOn: '2025-01-01' })).code).toBe(
      'EMPLOYMENT_ENDED',
    );
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

  it('take the same number of statements for 2 people and for 20, with all that hangs on them', async () => {
    const organisation = await app.organisation();
    const { admin } = organisation;
    const { jobRoleVersionId } = await libraryJobRole(admin, 'mle-2');
    const managerId = await giveColleague(organisation, { name: 'A' });
    for (let n = 0; n < 20; n++) {
      await giveColleague(organisation, {
        name: `B ${n}`,
        managerId,
        jobRoleVersionId,
        teamId: await giveTeam(organisation),
      });
    }
    const count = async (first: number) => {
      const query = `{ people(first: ${first}, filter: { text: "b" }) { nodes { availability team { name } manager { displayName directReports { id } } directReports { id }
        jobRoleVersion { title jobRole { key } requirements { skill { name } } } } } teams(first: ${first}) { nodes { name } } }`;
      const { value, statements } = await app.statements(() => admin.ask(query));
      expect([value.people.nodes.length, value.teams.nodes.length]).toEqual([first, first]);
      return statements.length;
    };
    await count(2);
    expect(await count(20)).toBe(await count(2));
  });
});
