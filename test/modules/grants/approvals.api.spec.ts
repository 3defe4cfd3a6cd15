/** Why this file exists: grants that decide about evaluations take two humans, and grants end by themselves when they were given until then. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { makeToken } from '../../support/api-tokens.js';
import { ALL_REQUESTS as ALL, askForGrant as ask, grantsHeld, requestsFor, STEP } from '../../support/approvals.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';
import { eventTypesOf } from '../../support/trail.js';

const HOUR_MS = 3_600_000;
let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };

let app: TestApp;
let org: TestOrganisation;
let second: Client;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  org = await app.organisation();
  second = await org.member(['ORGANISATION_ADMIN'], 'Sam Second');
});
afterEach(() => {
  offsetMs = 0;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const grantsOf = (memberId: string | null, client = org.admin): Promise<readonly string[]> =>
  grantsHeld(client, memberId);

describe('a grant that takes two', () => {
  it.each(['ORGANISATION_ADMIN', 'HIRING_MANAGER', 'AUDITOR'])(
    '%s is given by the second administrator and not before',
    async (grant) => {
      const member = await org.member(['MENTOR']);
      const requestId = await ask(org.admin, 'giveGrant', { memberId: member.memberId, grant });
      expect(await grantsOf(member.memberId)).toEqual(['MENTOR']);
      const { request } = await second.run('approveGrant', { requestId }, 'request { state closedBy { id } }');
      expect(request).toEqual({ state: 'APPROVED', closedBy: { id: second.memberId } });
      expect((await member.ask('{ me { grants } }')).me.grants).toEqual([grant, 'MENTOR'].sort());
      expect((await eventTypesOf(org, member.memberId ?? '')).slice(-3)).toEqual([
        'GrantRequested',
        'GrantRequestApproved',
        'GrantGiven',
      ]);
    },
  );

  it('is told from those that one administrator gives', async () => {
    const member = await org.member([]);
    for (const grant of ['INTERVIEWER', 'EMPLOYEE', 'PEOPLE_MANAGER', 'MENTOR', 'WORKFORCE_PLANNER']) {
      const { step, member: after } = await org.admin.run('giveGrant', { memberId: member.memberId, grant }, STEP);
      expect([step.request, after.grants.includes(grant)]).toEqual([null, true]);
    }
  });

  it('is given by one where nobody else ever administered, and takes two for good once somebody did', async () => {
    const alone = await app.organisation();
    const first = await alone.enrol([]);
    const auditor = await alone.enrol([]);
    const give = (memberId: string, grant: string) => alone.admin.run('giveGrant', { memberId, grant }, STEP);
    expect((await give(auditor, 'AUDITOR')).step.request).toBeNull();
    expect((await give(first, 'ORGANISATION_ADMIN')).step.request).toBeNull();
    expect((await give(auditor, 'HIRING_MANAGER')).step.request).not.toBeNull();
    const other = await alone.signIn(first);
    await other.run('takeGrant', { memberId: first, grant: 'ORGANISATION_ADMIN' });
    expect((await give(first, 'HIRING_MANAGER')).step.request).not.toBeNull();
  });

  it('is approved neither by who asked, nor by whom it is for, nor by another account of who asked', async () => {
    const { client: asker, personId } = await givePerson(org, { grants: ['ORGANISATION_ADMIN'] });
    const requestId = await ask(asker, 'giveGrant', { memberId: second.memberId, grant: 'AUDITOR' });
    const unlinked = await org.member(['ORGANISATION_ADMIN']);
    const { person } = await org.admin.ask('query($id: ID!) { person(id: $id) { version } }', { id: personId });
    await org.admin.run('linkPersonToMember', { personId, memberId: unlinked.memberId, version: person.version });
    const sameHuman = await org.signInAgain(unlinked);
    for (const client of [await org.signInAgain(asker), second, sameHuman])
      expect(await client.refused('approveGrant', { requestId })).toMatchObject({
        code: 'SECOND_PERSON_NEEDED',
        field: 'input.requestId',
      });
    expect(await grantsOf(second.memberId)).toEqual(['ORGANISATION_ADMIN']);
    await org.admin.run('approveGrant', { requestId });
    expect(await grantsOf(second.memberId)).toEqual(['AUDITOR', 'ORGANISATION_ADMIN']);
  });

  it('is approved by administrators of the organisation alone', async () => {
    const requestId = await ask(org.admin, 'giveGrant', { memberId: await org.enrol([]), grant: 'AUDITOR' });
    const text = 'mutation($i: GrantRequestInput!) { approveGrant(input: $i) { __typename ... on Problem { code } } }';
    for (const client of [await org.member(['AUDITOR']), await org.member(['HIRING_MANAGER'])])
      expect((await client.send(text, { i: { requestId } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const stranger = (await app.organisation()).admin;
    expect((await stranger.refused('approveGrant', { requestId })).code).toBe('NOT_FOUND');
    const token = await makeToken(app, second, { scopes: ['grant:read'] });
    expect((await token.send(text, { i: { requestId } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await second.run('approveGrant', { requestId });
  });

  it('is not approved when who asked administers no more', async () => {
    const third = await org.member(['ORGANISATION_ADMIN']);
    const requestId = await ask(third, 'giveGrant', { memberId: await org.enrol([]), grant: 'AUDITOR' });
    await third.run('takeGrant', { memberId: third.memberId, grant: 'ORGANISATION_ADMIN' });
    expect((await second.refused('approveGrant', { requestId })).code).toBe('GRANT_REQUEST_ORPHANED');
    await second.run('declineGrant', { requestId, reason: 'Who asked is gone.' });
  });

  it('is asked for once, for who can hold it, and not for oneself', async () => {
    const input = { memberId: await org.enrol([]), grant: 'AUDITOR' };
    await ask(org.admin, 'giveGrant', input);
    expect((await second.refused('giveGrant', input)).code).toBe('GRANT_REQUESTED_ALREADY');
    const own = { memberId: org.admin.memberId, grant: 'AUDITOR' };
    expect((await org.admin.refused('giveGrant', own)).code).toBe('NOT_TO_YOURSELF');
    const held = { memberId: second.memberId, grant: 'ORGANISATION_ADMIN' };
    expect((await org.admin.refused('giveGrant', held)).code).toBe('GRANT_HELD_ALREADY');
    const leaver = await org.enrol([]);
    await org.admin.run('deactivateMember', { memberId: leaver });
    expect((await org.admin.refused('giveGrant', { memberId: leaver, grant: 'AUDITOR' })).code).toBe(
      'MEMBER_NOT_ACTIVE',
    );
  });
});

describe('a request', () => {
  it('is declined with a reason that everybody concerned reads, and is then closed', async () => {
    const member = await org.member(['EMPLOYEE']);
    const requestId = await ask(org.admin, 'giveGrant', { memberId: member.memberId, grant: 'AUDITOR' });
    expect((await second.refused('declineGrant', { requestId, reason: '  no ' })).code).toBe('DECLINE_REASON_EMPTY');
    await second.run('declineGrant', { requestId, reason: ' Not before the audit begins. ' });
    for (const client of [org.admin, member])
      expect(await requestsFor(client)).toEqual([
        expect.objectContaining({ id: requestId, state: 'DECLINED', declineReason: 'Not before the audit begins.' }),
      ]);
    expect((await second.refused('approveGrant', { requestId })).code).toBe('GRANT_REQUEST_CLOSED');
    expect(await grantsOf(member.memberId)).toEqual(['EMPLOYEE']);
    await ask(org.admin, 'giveGrant', { memberId: member.memberId, grant: 'AUDITOR' });
  });

  it('is withdrawn by who asked and by nobody else', async () => {
    const requestId = await ask(org.admin, 'giveGrant', { memberId: await org.enrol([]), grant: 'AUDITOR' });
    expect((await second.refused('withdrawGrantRequest', { requestId })).code).toBe('GRANT_REQUEST_NOT_YOURS');
    await org.admin.run('withdrawGrantRequest', { requestId });
    expect((await second.refused('approveGrant', { requestId })).code).toBe('GRANT_REQUEST_CLOSED');
  });

  it('lapses after seven days, and the same can be asked for again', async () => {
    const memberId = await org.enrol([]);
    const input = { memberId, grant: 'AUDITOR' };
    const first = await ask(org.admin, 'giveGrant', input);
    offsetMs = 7 * 24 * HOUR_MS - 60_000;
    const late = { admin: await org.signInAgain(org.admin), second: await org.signInAgain(second) };
    expect((await late.second.refused('giveGrant', input)).code).toBe('GRANT_REQUESTED_ALREADY');
    offsetMs = 7 * 24 * HOUR_MS + 60_000;
    expect((await late.second.refused('approveGrant', { requestId: first })).code).toBe('GRANT_REQUEST_CLOSED');
    expect(await requestsFor(late.second)).toEqual([expect.objectContaining({ state: 'LAPSED' })]);
    const again = await ask(late.admin, 'giveGrant', input);
    expect(await eventTypesOf(org, memberId)).toContain('GrantRequestLapsed');
    await late.second.run('approveGrant', { requestId: again });
  });

  it('is seen by administrators and auditors, and otherwise by whom it is about', async () => {
    const member = await org.member(['EMPLOYEE']);
    const requestId = await ask(org.admin, 'giveGrant', { memberId: member.memberId, grant: 'AUDITOR' });
    for (const client of [second, await org.member(['AUDITOR']), member])
      expect((await requestsFor(client)).map((one: { id: string }) => one.id)).toEqual([requestId]);
    expect(await requestsFor(await org.member(['EMPLOYEE']))).toEqual([]);
    expect(await requestsFor((await app.organisation()).admin)).toEqual([]);
    const none = await (await org.member(['MENTOR'])).send(ALL);
    expect(none.errors[0]?.extensions.code).toBe('FORBIDDEN');
    await second.run('approveGrant', { requestId });
    const { grantRequests } = await second.ask('{ grantRequests(onlyWaiting: true) { totalCount } }');
    expect(grantRequests.totalCount).toBe(0);
  });

  it('is listed with the same statements for few and for many', async () => {
    const one = async (): Promise<unknown> =>
      ask(org.admin, 'giveGrant', { memberId: await org.enrol([]), grant: 'AUDITOR' });
    await one();
    await sameStatements(app, 'grantRequests', second, ALL, async () => {
      for (let i = 0; i < 5; i++) await one();
    });
  });

  it('is answered once, however many answer at the same moment', async () => {
    const third = await org.member(['ORGANISATION_ADMIN']);
    const text =
      'mutation($i: GrantRequestInput!) { r: approveGrant(input: $i) { __typename ... on Problem { code } } }';
    for (let i = 0; i < 5; i++) {
      const memberId = await org.enrol([]);
      const requestId = await ask(org.admin, 'giveGrant', { memberId, grant: 'HIRING_MANAGER' });
      const answers = await Promise.all([second, third].map((client) => client.ask(text, { i: { requestId } })));
      expect(answers.map(({ r }) => r.code ?? r.__typename).sort()).toEqual([
        'ApproveGrantSuccess',
        'GRANT_REQUEST_CLOSED',
      ]);
      const types = await eventTypesOf(org, memberId);
      expect(types.filter((type) => type === 'GrantGiven')).toHaveLength(1);
    }
  });
});
