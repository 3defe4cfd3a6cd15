/** Why this file exists: what grants allow is told in words, to those who may see it, and never more than is true. */
import { GRANTS, matrixCells, type GrantName } from '../../../src/modules/grants/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

interface Right {
  readonly permission: string;
  readonly resource: string;
  readonly action: string;
  readonly rows: readonly string[];
}
const RIGHTS = 'rights { permission resource action rows }';
const rightsOf = async (client: Client, memberId: string | null) =>
  (
    await client.ask(
      `query($id: ID!) { memberRights(memberId: $id) { member { id displayName } grants hasPerson ${RIGHTS} } }`,
      { id: memberId },
    )
  ).memberRights;
const told = (rights: readonly Right[], permission: string): Right | undefined =>
  rights.find((r) => r.permission === permission);

describe('the kinds of grants', () => {
  it('tell exactly the permissions of the matrix, each in words', async () => {
    const { grantKinds } = await org.admin.ask(`{ grantKinds { grant name description ${RIGHTS} } }`);
    expect(grantKinds.map((k: { grant: string }) => k.grant)).toEqual(GRANTS);
    for (const kind of grantKinds as { grant: GrantName; name: string; description: string; rights: Right[] }[]) {
      const cells = matrixCells().filter((c) => c.grant === kind.grant);
      expect(kind.rights.map((r) => r.permission).sort()).toEqual([...new Set(cells.map((c) => c.permission))].sort());
      expect([kind.name, kind.description].every((words) => words.length > 3)).toBe(true);
      for (const right of kind.rights) expect([right.resource, right.action, ...right.rows]).not.toContain('');
    }
  });

  it('are refused to those who may see no grants', async () => {
    const interviewer = await org.member(['INTERVIEWER']);
    for (const query of [
      '{ grantKinds { name } }',
      `{ memberRights(memberId: "${org.admin.memberId}") { hasPerson } }`,
    ])
      expect((await interviewer.send(query)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the rights of a member', () => {
  it('follow their grants from one request to the next', async () => {
    const member = await org.member(['INTERVIEWER'], 'Ivo Interviewer');
    const before = await rightsOf(org.admin, member.memberId);
    expect(before).toMatchObject({
      member: { displayName: 'Ivo Interviewer' },
      grants: ['INTERVIEWER'],
      hasPerson: false,
    });
    expect(told(before.rights, 'candidate:read')).toEqual({
      permission: 'candidate:read',
      resource: 'Candidates',
      action: 'See',
      rows: ['through interviews assigned to them'],
    });
    expect(told(before.rights, 'growth-plan:read')).toBeUndefined();
    await org.admin.run('giveGrant', { memberId: member.memberId, grant: 'MENTOR' });
    const given = await rightsOf(org.admin, member.memberId);
    expect(told(given.rights, 'growth-plan:read')?.rows).toEqual(['of mentees who agreed']);
    await org.admin.run('takeGrant', { memberId: member.memberId, grant: 'MENTOR' });
    expect(await rightsOf(org.admin, member.memberId)).toEqual(before);
  });

  it('are those the server itself goes by', async () => {
    const { client } = await givePerson(org, { grants: ['HIRING_MANAGER', 'EMPLOYEE', 'PEOPLE_MANAGER'] });
    const { me } = await client.ask('{ me { permissions } }');
    const shown = await rightsOf(org.admin, client.memberId);
    expect(shown.hasPerson).toBe(true);
    expect(shown.rights.map((r: Right) => r.permission).sort()).toEqual(me.permissions);
  });

  it('add up, and a right on everything makes the narrower ones needless to tell', async () => {
    const both = await org.member(['HIRING_MANAGER', 'INTERVIEWER']);
    const audits = await org.member(['AUDITOR', 'INTERVIEWER']);
    const rows = async (client: Client) =>
      told((await rightsOf(org.admin, client.memberId)).rights, 'submitted-scorecard:read')?.rows;
    expect(await rows(both)).toEqual(['on requisitions they run', 'through interviews assigned to them']);
    expect(await rows(audits)).toEqual(['all of the organisation']);
  });

  it('are for administrators and auditors, and for oneself; for others there is no such member', async () => {
    const employee = await org.member(['EMPLOYEE']);
    const auditor = await org.member(['AUDITOR']);
    expect((await rightsOf(auditor, employee.memberId)).grants).toEqual(['EMPLOYEE']);
    expect((await rightsOf(employee, employee.memberId)).grants).toEqual(['EMPLOYEE']);
    expect(await rightsOf(employee, auditor.memberId)).toBeNull();
    const stranger = await (await app.organisation()).member(['EMPLOYEE']);
    expect(await rightsOf(org.admin, stranger.memberId)).toBeNull();
  });
});

describe('the list of members', () => {
  it('is narrowed by a text in name or headline', async () => {
    const wanted = await org.member(['MENTOR'], 'Wanda Wanted');
    const find = async (text: string) =>
      (await org.admin.ask('query($t: String) { members(text: $t) { nodes { id } totalCount } }', { t: text })).members;
    expect(await find('wANTED')).toEqual({ nodes: [{ id: wanted.memberId }], totalCount: 1 });
    expect((await find('nobody at all')).totalCount).toBe(0);
    expect((await find(' ')).totalCount).toBeGreaterThan(1);
  });

  it('tells their grants with the same statements for few and for many', async () => {
    const other = await app.organisation();
    await other.member(['EMPLOYEE']);
    await sameStatements(app, 'members', other.admin, '{ members { nodes { id grants } totalCount } }', async () => {
      for (let i = 0; i < 6; i++) await other.member(['EMPLOYEE', 'MENTOR']);
    });
  });
});
