/** Why this file exists: grants that decide about evaluations take two humans, and grants end by themselves when they were given until then. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { appointAdministrator } from '../../../src/modules/grants/index.js';
import { makeToken } from '../../support/api-tokens.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { giveProvider } from '../../support/scim.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf, eventTypesOf } from '../../support/trail.js';

const HOUR_MS = 3_600_000;
let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * HOUR_MS).toISOString();

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

const STEP = 'step { request { id state } } member { id grants }';
/** Asks for a change that must wait. @returns the id of the request */
async function ask(client: Client, mutation: 'giveGrant' | 'takeGrant', input: object): Promise<string> {
  const { step } = await client.run(mutation, input, STEP);
  expect(step.request).toMatchObject({ state: 'WAITING' });
  return step.request.id as string;
}
const grantsOf = async (memberId: string | null, client = org.admin): Promise<readonly string[]> =>
  (await client.ask('query($id: ID!) { memberRights(memberId: $id) { grants } }', { id: memberId })).memberRights
    .grants;
const ALL = `{ grantRequests { totalCount nodes { id kind grant groupName expiresAt state declineReason member { id } requestedBy { id } closedBy { id } } } }`;
const requestsFor = async (client: Client) => (await client.ask(ALL)).grantRequests.nodes;

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

describe('the right to administer', () => {
  it('is taken from another one by two, and given up alone while somebody else holds it for good', async () => {
    const third = await org.member(['ORGANISATION_ADMIN']);
    const input = { memberId: second.memberId, grant: 'ORGANISATION_ADMIN' };
    const requestId = await ask(org.admin, 'takeGrant', input);
    expect(await grantsOf(second.memberId)).toEqual(['ORGANISATION_ADMIN']);
    expect((await second.refused('approveGrant', { requestId })).code).toBe('SECOND_PERSON_NEEDED');
    await third.run('approveGrant', { requestId });
    expect((await second.send('{ members { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await third.run('takeGrant', { memberId: third.memberId, grant: 'ORGANISATION_ADMIN' });
    const last = { memberId: org.admin.memberId, grant: 'ORGANISATION_ADMIN' };
    expect((await org.admin.refused('takeGrant', last)).code).toBe('LAST_ADMINISTRATOR');
  });

  it('is given back by the operator when only one is left, and not while two are', async () => {
    const memberId = await org.enrol([]);
    const scope = { organisationId: org.id, actor: null, requestId: 'test' };
    const email = (
      await app.database.read(scope, (unit) =>
        unit.one<{ email: string }>('select email from member where organisation_id = $1 and id = $2', [memberId]),
      )
    )?.email;
    const appoint = (address: string) => app.database.write(scope, (unit) => appointAdministrator(unit, address));
    const refused = await appoint(email ?? '');
    expect(refused.ok ? 'done' : refused.problem.code).toBe('ADMINISTRATORS_ENOUGH');
    await second.run('takeGrant', { memberId: second.memberId, grant: 'ORGANISATION_ADMIN' });
    const unknown = await appoint('nobody@nowhere.example');
    expect(unknown.ok ? 'done' : unknown.problem.code).toBe('NOT_FOUND');
    expect((await appoint(email ?? '')).ok).toBe(true);
    expect(await grantsOf(memberId)).toEqual(['ORGANISATION_ADMIN']);
    expect((await eventsOf(org, memberId)).at(-1)).toEqual({
      type: 'AdministratorAppointed',
      data: { grant: 'ORGANISATION_ADMIN' },
    });
    const requestId = await ask(org.admin, 'giveGrant', { memberId: await org.enrol([]), grant: 'AUDITOR' });
    await (await org.signIn(memberId)).run('approveGrant', { requestId });
  });
});

describe('a group', () => {
  it('gives what takes two when a second administrator agreed, who is not in it', async () => {
    const idp = await giveProvider(app, org);
    const member = await org.member([]);
    const third = await org.member(['ORGANISATION_ADMIN']);
    const groupId = await idp.group('Leads', [member.memberId ?? '', third.memberId ?? '']);
    const set = (grants: readonly string[], version: number) =>
      org.admin.run('setGroupGrants', { groupId, grants, version }, 'group { grants version }');
    expect((await set(['HIRING_MANAGER', 'MENTOR'], 2)).group).toEqual({ grants: ['MENTOR'], version: 3 });
    expect(await grantsOf(member.memberId)).toEqual(['MENTOR']);
    const [{ id: requestId, ...request }] = await requestsFor(second);
    expect(request).toMatchObject({ kind: 'GIVE', grant: 'HIRING_MANAGER', groupName: 'Leads', member: null });
    for (const client of [org.admin, third])
      expect((await client.refused('approveGrant', { requestId })).code).toBe('SECOND_PERSON_NEEDED');
    await second.run('approveGrant', { requestId });
    expect(await grantsOf(member.memberId)).toEqual(['HIRING_MANAGER', 'MENTOR']);
    expect((await set([], 4)).group.grants).toEqual([]);
    expect(await grantsOf(member.memberId)).toEqual([]);
  });
});

describe('a grant with an end', () => {
  const GROUND = '{ me { grants } }';
  it('ends by itself at that moment, on open sessions and tokens', async () => {
    const member = await org.member(['EMPLOYEE']);
    const until = inHours(0.25);
    await org.admin.run('giveGrant', { memberId: member.memberId, grant: 'WORKFORCE_PLANNER', expiresAt: until });
    const token = await makeToken(app, member, { scopes: ['requisition:read'] });
    const LIST = '{ requisitions { totalCount } }';
    expect((await member.ask(GROUND)).me.grants).toEqual(['EMPLOYEE', 'WORKFORCE_PLANNER']);
    await org.admin.run('takeGrant', { memberId: member.memberId, grant: 'EMPLOYEE' });
    expect((await token.send(LIST)).errors).toEqual([]);
    const { memberRights } = await org.admin.ask(
      `{ memberRights(memberId: "${member.memberId}") { member { timedGrants { grant expiresAt } } } }`,
    );
    expect(memberRights.member.timedGrants).toEqual([{ grant: 'WORKFORCE_PLANNER', expiresAt: until }]);
    offsetMs = 0.25 * HOUR_MS - 5_000;
    expect((await member.ask(GROUND)).me.grants).toEqual(['WORKFORCE_PLANNER']);
    offsetMs = 0.25 * HOUR_MS + 1_000;
    expect((await member.ask(GROUND)).me.grants).toEqual([]);
    expect((await token.send(LIST)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const gone = { memberId: member.memberId, grant: 'WORKFORCE_PLANNER' };
    expect((await org.admin.refused('takeGrant', gone)).code).toBe('GRANT_NOT_HELD');
    await org.admin.run('giveGrant', gone);
    expect((await member.ask(GROUND)).me.grants).toEqual(['WORKFORCE_PLANNER']);
  });

  it('is prolonged by a new request alone, and never shortened by one', async () => {
    const memberId = await org.enrol([]);
    const input = { memberId, grant: 'AUDITOR' };
    await second.run('approveGrant', {
      requestId: await ask(org.admin, 'giveGrant', { ...input, expiresAt: inHours(2) }),
    });
    const sooner = { ...input, expiresAt: inHours(1) };
    expect((await org.admin.refused('giveGrant', sooner)).code).toBe('GRANT_HELD_ALREADY');
    const later = await ask(org.admin, 'giveGrant', { ...input, expiresAt: inHours(3) });
    offsetMs = 2.5 * HOUR_MS;
    const again = await org.signInAgain(second);
    expect(await grantsOf(memberId, again)).toEqual([]);
    await again.run('approveGrant', { requestId: later });
    expect(await grantsOf(memberId, again)).toEqual(['AUDITOR']);
  });

  it('begins before it ends, and a request for it lapses with it', async () => {
    const input = { memberId: await org.enrol([]), grant: 'AUDITOR' };
    expect(await org.admin.refused('giveGrant', { ...input, expiresAt: inHours(-1) })).toMatchObject({
      code: 'GRANT_EXPIRY_PAST',
      field: 'input.expiresAt',
    });
    const requestId = await ask(org.admin, 'giveGrant', { ...input, expiresAt: inHours(0.25) });
    offsetMs = 0.25 * HOUR_MS + 1_000;
    expect((await second.refused('approveGrant', { requestId })).code).toBe('GRANT_REQUEST_CLOSED');
  });

  it('does not keep an organisation from losing its last administrator', async () => {
    const alone = await app.organisation();
    const memberId = await alone.enrol([]);
    await alone.admin.run('giveGrant', { memberId, grant: 'ORGANISATION_ADMIN', expiresAt: inHours(1) });
    const own = { memberId: alone.admin.memberId, grant: 'ORGANISATION_ADMIN' };
    expect((await alone.admin.refused('takeGrant', own)).code).toBe('LAST_ADMINISTRATOR');
  });
});
