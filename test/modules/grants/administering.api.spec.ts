/** Why this file exists: the right to administer, what groups give, and grants that end by themselves keep to the rule of two administrators. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { appointAdministrator } from '../../../src/modules/grants/index.js';
import { makeToken } from '../../support/api-tokens.js';
import { askForGrant as ask, grantsHeld, requestsFor } from '../../support/approvals.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveProvider } from '../../support/scim.js';
import { eventsOf } from '../../support/trail.js';

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

const grantsOf = (memberId: string | null, client = org.admin): Promise<readonly string[]> =>
  grantsHeld(client, memberId);

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
