/** Why this file exists: people in relation to others through the API: who reports to whom, who signs in as whom, and until when. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { eventsOf, eventTypesOf } from '../../support/trail.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => new Date('2026-03-02T09:00:00Z') } });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const TODAY = '2026-03-02';
const YESTERDAY = '2026-03-01';
const TOMORROW = '2026-03-03';
const PERSON =
  'person { id version displayName team { id name } manager { id } jobRoleVersion { id title } availability mentorCapacity startedOn leftOn hasLeft }';

async function personOf(client: Client, id: string, selection: string) {
  const data = await client.ask(`query($id: ID!) { person(id: $id) { ${selection} } }`, { id });
  return data.person;
}

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
    expect(await eventTypesOf(organisation, personId)).toEqual(['PersonAdded', 'PersonLinked', 'PersonUnlinked']);
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
