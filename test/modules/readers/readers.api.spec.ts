/** Why this file exists: who may ask who can see a record, what the reasons say, and that thousands of members cost hardly more than a few. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { scopesOf, tokenPermissions } from '../../../src/modules/grants/index.js';
import { makeToken } from '../../support/api-tokens.js';
import { askForGrant } from '../../support/approvals.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { asSuperuser } from '../../support/database.js';
import { giveRunningPlan } from '../../support/growth.js';
import { DAY } from '../../support/claims.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';
import { eventsOf } from '../../support/trail.js';

const HOUR_MS = 3_600_000;
let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };

let app: TestApp;
let org: TestOrganisation;
let auditor: Client;
let given: hiring.GivenApplication;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  org = await app.organisation();
  auditor = await org.member(['AUDITOR'], 'Olga Auditor');
  given = await hiring.giveApplication(await hiring.giveRequisition(org));
});
afterEach(() => {
  offsetMs = 0;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

interface Reader {
  readonly sees: boolean;
  readonly member: { readonly displayName: string };
  readonly reasons: readonly {
    readonly rule: string;
    readonly endsAt: string | null;
    readonly grants: readonly { readonly grant: string; readonly expiresAt: string | null }[];
  }[];
}
const WHO = `query($kind: RecordKind!, $id: ID!) { whoCanSee(kind: $kind, id: $id) { title memberCount parts { kind recordId title }
  readers(first: 100) { nodes { sees member { displayName } reasons { rule endsAt grants { grant expiresAt } } } } } }`;
const ask = async (client: Client, kind: string, id: string) => (await client.ask(WHO, { kind, id })).whoCanSee;
/** The same in short: name to rules, with a minus for those who do not see it. */
async function rules(client: Client, kind: string, id: string): Promise<Readonly<Record<string, string>>> {
  const { readers } = await ask(client, kind, id);
  return Object.fromEntries(
    (readers.nodes as Reader[]).map(({ sees, member, reasons }) => [
      member.displayName,
      `${sees ? '' : '-'}${reasons.map(({ rule }) => rule).join(' ')}`,
    ]),
  );
}

describe('asking who can see a record', () => {
  it('is for administrators and auditors, and for nobody else, by no token', async () => {
    const { applicationId: id, requisition } = given;
    const kind = 'APPLICATION';
    expect(await rules(auditor, kind, id)).toEqual({
      'Ada Admin': '-ADMINISTERS_ONLY',
      'Hanna Manager': 'REQUISITION',
      'Olga Auditor': 'ALL',
    });
    expect(await rules(org.admin, kind, id)).toEqual(await rules(auditor, kind, id));
    for (const client of [await org.member(['PEOPLE_MANAGER']), await org.member(['INTERVIEWER'])])
      expect((await client.send(WHO, { kind, id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    for (const [one, about] of [
      ['APPLICATION', id],
      ['REQUISITION', requisition.requisitionId],
      ['CANDIDATE_CONTACT', given.candidateId],
    ] as const)
      expect(await ask(requisition.manager.client, one, about)).toBeNull();
    const scopes = [...tokenPermissions()].filter((permission) => scopesOf(['AUDITOR']).has(permission));
    const token = await makeToken(app, auditor, { scopes });
    expect((await token.send(WHO, { kind, id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await ask((await app.organisation()).admin, kind, id)).toBeNull();
  });

  it('is for everybody about their own profile and plans, and about no others', async () => {
    const manager = await givePerson(org, { name: 'Peter Lead', grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
    const employee = await givePerson(org, { name: 'Emma Own', managerId: manager.personId });
    const colleague = await givePerson(org, { name: 'Carl Colleague' });
    const planId = await giveRunningPlan(app, org, employee, DAY);
    const seen = { 'Ada Admin': '-ADMINISTERS_ONLY', 'Emma Own': 'OWN', 'Olga Auditor': 'ALL', 'Peter Lead': 'TEAM' };
    expect(await rules(employee.client, 'PROFILE', employee.personId)).toEqual(seen);
    expect(await rules(employee.client, 'GROWTH_PLAN', planId)).toEqual(seen);
    expect((await ask(employee.client, 'PROFILE', employee.personId)).parts).toEqual([
      { kind: 'PROFILE', recordId: employee.personId, title: 'Emma Own' },
      { kind: 'GROWTH_PLAN', recordId: planId, title: 'Emma Own' },
    ]);
    for (const { client } of [colleague, manager]) {
      expect(await ask(client, 'PROFILE', employee.personId)).toBeNull();
      expect(await ask(client, 'GROWTH_PLAN', planId)).toBeNull();
    }
    await org.admin.run('updatePerson', { personId: employee.personId, version: 1, managerId: null });
    expect((await rules(employee.client, 'PROFILE', employee.personId))['Peter Lead']).toBeUndefined();
  });

  it('tells nothing to somebody with a conflict of interest, administrators and auditors included', async () => {
    const { client: friend } = await givePerson(org, {
      name: 'Frida Friend',
      grants: ['AUDITOR', 'ORGANISATION_ADMIN'],
    });
    const about = [
      ['APPLICATION', given.applicationId],
      ['EVALUATION', given.applicationId],
      ['CANDIDATE_CONTACT', given.candidateId],
    ] as const;
    for (const [kind, id] of about) expect(await ask(friend, kind, id)).not.toBeNull();
    await friend.run('declareRelation', { candidateId: given.candidateId, kind: 'FRIEND' });
    for (const [kind, id] of about) expect(await ask(friend, kind, id)).toBeNull();
    expect((await rules(auditor, 'APPLICATION', given.applicationId))['Frida Friend']).toBe('-CONFLICT_OF_INTEREST');
    expect((await rules(auditor, 'EVALUATION', given.applicationId))['Frida Friend']).toBe('-CONFLICT_OF_INTEREST');
  });

  it('is answered once at a time for each member', async () => {
    const text =
      'query($id: ID!) { a: whoCanSee(kind: APPLICATION, id: $id) { readers { totalCount } } b: whoCanSee(kind: EVALUATION, id: $id) { readers { totalCount } } }';
    const { data, errors } = await auditor.send(text, { id: given.applicationId });
    expect([data.a.readers, data.b.readers]).toEqual([{ totalCount: 3 }, null]);
    expect(errors.map((e) => e.extensions.code)).toEqual(['RATE_LIMITED']);
    const both = await Promise.all(
      [auditor, org.admin].map((client) => ask(client, 'APPLICATION', given.applicationId)),
    );
    expect(both.map((one) => one.readers.nodes.length)).toEqual([3, 3]);
  });

  it('leaves an event', async () => {
    await ask(org.admin, 'APPLICATION', given.applicationId);
    const events = (await eventsOf(org, org.admin.memberId ?? '')).filter((e) => e.type === 'RecordReadersRead');
    expect(events).toEqual([{ type: 'RecordReadersRead', data: { ids: [given.applicationId] } }]);
    expect((await eventsOf(org, auditor.memberId ?? '')).filter((e) => e.type === 'EvaluationsRead')).toEqual([]);
  });

  it('names the parts of an application to those who read all of it alone', async () => {
    const ann = await hiring.giveInterviewer(org, 'Ann Interviewer');
    await hiring.givePlan(given.requisition, [{ raters: [ann.personId] }]);
    await hiring.giveInterviews(given);
    const parts = (await ask(auditor, 'APPLICATION', given.applicationId)).parts as { kind: string; title: string }[];
    expect(parts.map(({ kind }) => kind)).toEqual(['APPLICATION', 'CANDIDATE_CONTACT', 'EVALUATION', 'SCORECARD']);
    expect(parts.at(-1)?.title).toBe('Ann Interviewer');
    expect((await ask(org.admin, 'APPLICATION', given.applicationId)).parts).toEqual([]);
  });
});

describe('the reasons', () => {
  it('follow blindness from draft to submission', async () => {
    const [ann, ben] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben')];
    await hiring.givePlan(given.requisition, [{ raters: [ann.personId, ben.personId] }]);
    const [interviewId = ''] = await hiring.giveInterviews(given);
    const ofAnn = (await hiring.scorecardFor(ann.client, interviewId)).id;
    const about = () => rules(auditor, 'SCORECARD', ofAnn);
    const draft = '-DRAFT_OF_ANOTHER';
    expect(await about()).toMatchObject({ Ann: 'AUTHOR', Ben: draft, 'Hanna Manager': draft, 'Olga Auditor': draft });
    await hiring.submitScorecard(ann.client, interviewId);
    const open = { Ann: 'AUTHOR', 'Hanna Manager': 'REQUISITION', 'Olga Auditor': 'ALL' };
    expect(await about()).toMatchObject({ ...open, Ben: '-OWN_SCORECARD_DUE' });
    expect(await rules(auditor, 'EVALUATION', given.applicationId)).toMatchObject({ Ann: '-PANEL_INCOMPLETE' });
    await hiring.submitScorecard(ben.client, interviewId);
    expect(await about()).toMatchObject({ ...open, Ben: 'ASSIGNED' });
    expect(await rules(auditor, 'EVALUATION', given.applicationId)).toMatchObject({ Ann: 'ASSIGNED', Ben: 'ASSIGNED' });
  });

  it('name each grant, what waits for a second administrator, and when a rule ends by itself', async () => {
    const until = new Date(Date.now() + 5 * HOUR_MS).toISOString();
    const temp = await org.enrol([], 'Tina Temporary');
    await org.admin.run('giveGrant', { memberId: temp, grant: 'AUDITOR', expiresAt: until });
    await org.enrol(['ORGANISATION_ADMIN'], 'Sam Second');
    await askForGrant(org.admin, 'giveGrant', { memberId: await org.enrol([], 'Wendy Waiting'), grant: 'AUDITOR' });
    const found = ((await ask(auditor, 'APPLICATION', given.applicationId)).readers.nodes as Reader[]).map(
      ({ member, reasons }) => [member.displayName, reasons] as const,
    );
    const grants = [{ grant: 'AUDITOR', expiresAt: until }];
    expect(Object.fromEntries(found)).toMatchObject({
      'Tina Temporary': [{ rule: 'ALL', grants, endsAt: until }],
      'Olga Auditor': [{ rule: 'ALL', grants: [{ grant: 'AUDITOR', expiresAt: null }], endsAt: null }],
      'Wendy Waiting': [{ rule: 'WAITING_FOR_SECOND', grants: [{ grant: 'AUDITOR', expiresAt: null }] }],
    });
    const emma = await givePerson(org, { name: 'Emma Own' });
    const ofEmma = (client: Client) => rules(client, 'PROFILE', emma.personId);
    expect((await ofEmma(auditor))['Wendy Waiting']).toBe('-WAITING_FOR_SECOND');
    expect(await ofEmma(emma.client)).not.toHaveProperty(['Wendy Waiting']);
    offsetMs = 5 * HOUR_MS + 1_000;
    expect(
      (await rules(await org.signInAgain(auditor), 'APPLICATION', given.applicationId))['Tina Temporary'],
    ).toBeUndefined();
  });

  it('show contact data that were opened, and until when', async () => {
    const id = given.candidateId;
    expect((await rules(auditor, 'CANDIDATE_CONTACT', id))['Olga Auditor']).toBeUndefined();
    const { breakGlass } = await auditor.run(
      'breakGlass',
      { candidateId: id, reason: 'A complaint', minutes: 30 },
      'breakGlass { id expiresAt }',
    );
    const of = async (name: string) =>
      ((await ask(org.admin, 'CANDIDATE_CONTACT', id)).readers.nodes as Reader[]).find(
        (one) => one.member.displayName === name,
      );
    expect(await of('Olga Auditor')).toMatchObject({
      sees: true,
      reasons: [{ rule: 'BREAK_GLASS', endsAt: breakGlass.expiresAt }],
    });
    expect(await of('Hanna Manager')).toMatchObject({ sees: true, reasons: [{ rule: 'REQUISITION', endsAt: null }] });
    offsetMs = HOUR_MS / 2 + 1_000;
    expect((await rules(await org.signInAgain(org.admin), 'CANDIDATE_CONTACT', id))['Olga Auditor']).toBeUndefined();
  });
});

/** Adds members with grants and persons below the interface: thousands of sign-ins through it would take minutes. */
const addMany = (many: number): Promise<unknown> =>
  asSuperuser(app.databaseName, async (db) => {
    await db.query(
      `with m as (insert into member (organisation_id, id, email, display_name, headline, state, created_at, updated_at, version)
         select $1, gen_random_uuid(), gen_random_uuid() || '@' || $2 || '.example', 'Many ' || lpad(n::text, 5, '0'), '', 'ACTIVE', now(), now(), 1
           from generate_series(1, $3) n returning id),
       g as (insert into member_grant (organisation_id, id, member_id, grant_name, granted_at)
         select $1, gen_random_uuid(), m.id, x.name, now() - interval '1 day' from m cross join unnest(array['EMPLOYEE', 'INTERVIEWER']) x(name))
       insert into person (organisation_id, id, display_name, member_id, availability, mentor_capacity, started_on, version)
         select $1, gen_random_uuid(), 'Many', m.id, 1, 0, '2020-01-01', 1 from m`,
      [org.id, org.slug, many],
    );
  });

describe('an organisation of thousands', () => {
  it('is asked for in a number of statements that does not grow with its members, up to 5,000 of them', async () => {
    const about = { kind: 'EVALUATION', id: given.applicationId };
    const asked = async () => {
      const { value, statements } = await app.statements(() => auditor.ask(WHO, about));
      return {
        readers: value.whoCanSee.readers,
        count: value.whoCanSee.memberCount as number,
        statements: statements.length,
      };
    };
    const few = await asked();
    await addMany(500);
    const some = await asked();
    expect(some.count).toBe(few.count + 500);
    expect([some.readers, some.statements]).toEqual([few.readers, few.statements]);
    await addMany(5_000 - some.count);
    const most = await asked();
    expect([most.count, most.readers]).toEqual([5_000, few.readers]);
    expect(most.statements).toBeLessThan(few.statements + 40);
    await org.enrol([]);
    expect(await asked()).toMatchObject({ count: 5_001, readers: null });
  });
});
