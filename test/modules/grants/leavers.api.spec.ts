/** Why this file exists: who leaves is out at once, with every session and token; what somebody no longer is ends on open sessions and tokens too. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { makeToken, withToken, type TestToken } from '../../support/api-tokens.js';
import { asSuperuser } from '../../support/database.js';
import { giveRunningPlan } from '../../support/growth.js';
import * as hiring from '../../support/hiring.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { giveProfile } from '../../support/profiles.js';
import { giveLinked, statusBy } from '../../support/status-links.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const ME = '{ me { member { id } grants } }';
const STATE = 'member { id state grants }';
/** Whoever sends operations, by session or by token. */
type Sender = Pick<TestToken, 'send'>;
const codeOf = async (sender: Sender, query: string): Promise<string | null> =>
  (await sender.send(query)).errors[0]?.extensions.code ?? null;
const day = (days = 0): string => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const out = (memberId: string | null) => org.admin.run('deactivateMember', { memberId }, STATE);
const back = (memberId: string | null) => org.admin.run('reactivateMember', { memberId }, STATE);

describe('a member who is deactivated', () => {
  it('is out with the next request by session and by token, and comes back with none of them and without grants', async () => {
    const member = await org.member(['INTERVIEWER', 'MENTOR'], 'Lee Leaver');
    const token = await makeToken(app, member, { scopes: ['framework:read'] });
    expect([await codeOf(member, ME), await codeOf(token, ME)]).toEqual([null, null]);
    expect((await out(member.memberId)).member).toEqual({ id: member.memberId, state: 'DEACTIVATED', grants: [] });
    expect([await codeOf(member, ME), await codeOf(token, ME)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    const again = await org.signInAgain(member);
    expect(await codeOf(again, ME)).toBe('UNAUTHENTICATED');
    expect((await back(member.memberId)).member.state).toBe('ACTIVE');
    expect([await codeOf(member, ME), await codeOf(token, ME)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect((await (await org.signInAgain(member)).ask(ME)).me.grants).toEqual([]);
  });

  it('gets no session back that was opened while the deactivation was under way', async () => {
    const member = await org.member(['INTERVIEWER']);
    await out(member.memberId);
    await asSuperuser(app.databaseName, (db) =>
      db.query('update session set ended_at = null where member_id = $1', [member.memberId]),
    );
    expect(await codeOf(member, ME)).toBe('UNAUTHENTICATED');
    await back(member.memberId);
    expect(await codeOf(member, ME)).toBe('UNAUTHENTICATED');
  });

  it('stays on record with their seats, and what they mailed to candidates goes on working', async () => {
    const { organisation, client, token, requisition, application } = await giveLinked(app);
    const interviewer = await hiring.giveInterviewer(organisation);
    await hiring.givePlan(requisition, [{ raters: [interviewer.personId] }]);
    await hiring.giveInterviews(application);
    for (const { memberId } of [client, interviewer.client])
      await organisation.admin.run('deactivateMember', { memberId });
    expect((await statusBy(app, token)).requisitionTitle).toBe('Engineer for the triage model');
    expect(await codeOf(client, ME)).toBe('UNAUTHENTICATED');
    const seats = await asSuperuser(app.databaseName, (db) =>
      db.query('select 1 from panel_seat where person_id = $1 and removed_at is null', [interviewer.personId]),
    );
    expect(seats.rowCount).toBe(1);
  });

  it('leaves one event that tells what ended, by whom, and no name', async () => {
    const member = await org.member(['INTERVIEWER'], 'Nadia Nameless');
    await makeToken(app, member, { scopes: ['framework:read'] });
    await out(member.memberId);
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask('{ auditEvents(first: 20) { nodes { type data actor { id } } } }');
    const told = auditEvents.nodes.filter((e: { type: string }) => e.type === 'MemberDeactivated');
    expect(told).toEqual([
      {
        type: 'MemberDeactivated',
        data: { sessions: 1, tokens: 1, grants: ['INTERVIEWER'] },
        actor: { id: org.admin.memberId },
      },
    ]);
  });

  it('can be given no grant', async () => {
    const member = await org.member([]);
    const input = { memberId: member.memberId, grant: 'MENTOR' };
    await org.admin.run('giveGrant', input);
    await out(member.memberId);
    expect((await org.admin.refused('giveGrant', input)).code).toBe('MEMBER_NOT_ACTIVE');
  });
});

describe('deactivating', () => {
  it('is refused for oneself, for strangers, twice, and to those who do not administer', async () => {
    const member = await org.member(['HIRING_MANAGER']);
    const other = await app.organisation();
    const refusal = async (memberId: string | null, mutation = 'deactivateMember') =>
      (await org.admin.refused(mutation, { memberId })).code;
    expect(await refusal(org.admin.memberId)).toBe('NOT_YOURSELF');
    expect(await refusal(other.admin.memberId)).toBe('NOT_FOUND');
    expect(await refusal(member.memberId, 'reactivateMember')).toBe('MEMBER_ACTIVE_ALREADY');
    await out(member.memberId);
    expect(await refusal(member.memberId)).toBe('MEMBER_DEACTIVATED_ALREADY');
    const manager = await org.member(['HIRING_MANAGER']);
    const text = `mutation { deactivateMember(input: { memberId: "${org.admin.memberId}" }) { __typename } }`;
    expect(await codeOf(manager, text)).toBe('FORBIDDEN');
    const token = await makeToken(app, org.admin, { scopes: ['directory:update'] });
    expect(await codeOf(token, text)).toBe('FORBIDDEN');
  });

  it('never takes the last administrator, not even when two take each other out at once', async () => {
    for (let round = 0; round < 5; round++) {
      const here = await app.organisation();
      const second = await here.member(['ORGANISATION_ADMIN']);
      const text =
        'mutation($i: MemberToMoveInput!) { deactivateMember(input: $i) { __typename ... on Problem { code } } }';
      const [a, b] = await Promise.all([
        here.admin.send(text, { i: { memberId: second.memberId } }),
        second.send(text, { i: { memberId: here.admin.memberId } }),
      ]);
      const told = [a, b].map((x) => x.data?.deactivateMember?.code ?? x.data?.deactivateMember?.__typename ?? 'OUT');
      expect(told.filter((one) => one === 'DeactivateMemberSuccess')).toHaveLength(1);
      const left = await Promise.all([here.admin, second].map((admin) => codeOf(admin, ME)));
      expect(left.sort()).toEqual(['UNAUTHENTICATED', null].sort());
    }
  });
});

/** What a session and a token of the same member read. */
async function bothWays(client: Client, token: TestToken, query: string, field: string): Promise<boolean[]> {
  const answers = [await client.send(query), await token.send(query)];
  return answers.map(({ data }) => (data?.[field] ?? null) !== null);
}

describe('on a session and a token that are open already, what somebody no longer is ends with the next request', () => {
  const manages = async () => {
    const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const report = await giveColleague(org, { managerId: manager.personId });
    await giveProfile(app, org, report, { 'data-pipelines': 2 });
    const token = await makeToken(app, manager.client, { scopes: ['assessment:read', 'directory:read'] });
    const reads = () =>
      bothWays(manager.client, token, `{ profile(personId: "${report}") { knownSkills } }`, 'profile');
    expect(await reads()).toEqual([true, true]);
    return { manager, report, token, reads };
  };

  it('a report was transferred to another manager', async () => {
    const { report, reads } = await manages();
    const managerId = await giveColleague(org);
    await org.admin.run('updatePerson', { personId: report, version: 1, managerId });
    expect(await reads()).toEqual([false, false]);
  });

  it('the manager left today', async () => {
    const { manager, reads } = await manages();
    await org.admin.run('endEmployment', { personId: manager.personId, version: 1, leftOn: day() });
    expect(await reads()).toEqual([false, false]);
  });

  it('the manager left on a day that was planned before the session began', async () => {
    const started = offsetMs;
    const midnight = new Date(clock.now());
    midnight.setUTCHours(24, 0, 0, 0);
    const { manager, report, token } = await manages();
    await org.admin.run('endEmployment', { personId: manager.personId, version: 1, leftOn: day(1) });
    offsetMs = midnight.getTime() - Date.now() - 120_000;
    const client = await org.signInAgain(manager.client);
    const query = `{ profile(personId: "${report}") { knownSkills } }`;
    expect(await bothWays(client, token, query, 'profile')).toEqual([true, true]);
    offsetMs = midnight.getTime() - Date.now() + 1_000;
    expect(await bothWays(client, token, query, 'profile')).toEqual([false, false]);
    expect(await codeOf(client, ME)).toBeNull();
    offsetMs = Math.max(started, offsetMs);
  });

  it('a grant was taken back', async () => {
    const { manager, reads } = await manages();
    await org.admin.run('takeGrant', { memberId: manager.client.memberId, grant: 'PEOPLE_MANAGER' });
    expect(await reads()).toEqual([false, false]);
  });

  it('a seat on a panel was taken away', async () => {
    const requisition = await hiring.giveRequisition(org);
    const { client, personId } = await givePerson(org, { grants: ['INTERVIEWER'] });
    await hiring.givePlan(requisition, [{ raters: [personId] }]);
    const application = await hiring.giveApplication(requisition);
    const [interviewId] = await hiring.giveInterviews(application);
    const token = await makeToken(app, client, { scopes: ['application:read'] });
    const reads = () =>
      bothWays(client, token, `{ application(id: "${application.applicationId}") { id } }`, 'application');
    expect(await reads()).toEqual([true, true]);
    const seat = { interviewId, personId, isCounted: false, reason: 'Somebody else takes over.' };
    await requisition.manager.client.run('removeFromPanel', seat);
    expect(await reads()).toEqual([false, false]);
  });

  it('a mentor was unnamed, and a mentor withdrew', async () => {
    const learner = await givePerson(org);
    const mentor = await givePerson(org, { grants: ['EMPLOYEE', 'MENTOR'], mentorCapacity: 2 });
    const planId = await giveRunningPlan(app, org, learner, day());
    const token = await makeToken(app, mentor.client, { scopes: ['growth-plan:read'] });
    const reads = () => bothWays(mentor.client, token, `{ growthPlan(id: "${planId}") { id } }`, 'growthPlan');
    const version = async (): Promise<number> =>
      (await learner.client.ask(`{ growthPlan(id: "${planId}") { version } }`)).growthPlan.version;
    const agree = async (): Promise<void> => {
      await learner.client.run('nameMentor', { planId, version: await version(), mentorId: mentor.personId });
      await mentor.client.run('agreeToMentor', { planId, version: await version() });
      expect(await reads()).toEqual([true, true]);
    };
    await agree();
    await learner.client.run('nameMentor', { planId, version: await version(), mentorId: null });
    expect(await reads()).toEqual([false, false]);
    await agree();
    await mentor.client.run('withdrawFromMentoring', { planId, version: await version() });
    expect(await reads()).toEqual([false, false]);
  });
});

describe('a token for provisioning', () => {
  it('is made by those who manage members only, alone, and opens nothing of the API', async () => {
    const wish = { name: 'Okta', scopes: ['scim'], expiresOn: day(30) };
    const manager = await org.member(['HIRING_MANAGER', 'AUDITOR']);
    expect((await manager.refused('createApiToken', wish)).code).toBe('TOKEN_SCOPE_NOT_HELD');
    const mixed = { ...wish, scopes: ['framework:read', 'scim'] };
    expect((await org.admin.refused('createApiToken', mixed)).code).toBe('TOKEN_SCOPE_ALONE');
    const token = await makeToken(app, org.admin, wish);
    for (const query of [ME, '{ teams { nodes { id } } }'])
      expect(await codeOf({ send: withToken(app, token.text) }, query)).toBe('UNAUTHENTICATED');
    const { apiTokens } = await org.admin.ask('{ apiTokens { nodes { state scopes { permission action isHeld } } } }');
    expect(apiTokens.nodes).toEqual([
      { state: 'LIVE', scopes: [{ permission: 'scim', action: 'Provision', isHeld: true }] },
    ]);
  });
});
