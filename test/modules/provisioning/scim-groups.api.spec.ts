/** Why this file exists: groups of an identity provider give what an administrator tied to them, while membership lasts. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { GROUP, giveProvider, PATCH, USER, type Provider } from '../../support/scim.js';
import { eventTypesOf } from '../../support/trail.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
let org: TestOrganisation;
let idp: Provider;
beforeAll(async () => {
  app = await startTestApp();
});
const startAfresh = async (): Promise<void> => {
  org = await app.organisation();
  idp = await giveProvider(app, org);
};
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const tie = async (groupId: string, grants: readonly string[]): Promise<void> => {
  const { nodes } = (await org.admin.ask('{ memberGroups { nodes { id version } } }')).memberGroups;
  const { version } = nodes.find((group: { id: string }) => group.id === groupId);
  await org.admin.run('setGroupGrants', { groupId, grants, version });
};
const held = async (memberId: string | null): Promise<unknown> => {
  const query = `{ memberRights(memberId: "${memberId}") { grants member { groupGrants { grant groupName } } } }`;
  const { grants, member } = (await org.admin.ask(query)).memberRights;
  return [grants, member.groupGrants.map((g: { grant: string }) => g.grant)];
};
const membersOf = async (id: string): Promise<string[]> =>
  (await idp.send('GET', `/Groups/${id}`)).body.members.map((m: { value: string }) => m.value).sort();

describe('a group', () => {
  beforeEach(startAfresh);

  it('gives nothing until an administrator ties grants to it; then they come and end with membership', async () => {
    const member = await org.member(['MENTOR']);
    const id = member.memberId ?? '';
    const group = await idp.group('Interviewers', [id]);
    expect(await held(id)).toEqual([['MENTOR'], []]);
    await tie(group, ['INTERVIEWER', 'MENTOR']);
    expect(await held(id)).toEqual([
      ['INTERVIEWER', 'MENTOR'],
      ['INTERVIEWER', 'MENTOR'],
    ]);
    expect((await member.ask('{ me { grants } }')).me.grants).toEqual(['INTERVIEWER', 'MENTOR']);
    const refused = await org.admin.refused('takeGrant', { memberId: id, grant: 'INTERVIEWER' });
    expect(refused.code).toBe('GRANT_FROM_GROUP');
    await idp.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${id}"]` });
    expect((await member.ask('{ me { grants } }')).me.grants).toEqual(['MENTOR']);
    await idp.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: id }] });
    await tie(group, ['INTERVIEWER']);
    expect(await held(id)).toEqual([['INTERVIEWER', 'MENTOR'], ['INTERVIEWER']]);
    await idp.send('DELETE', `/Groups/${group}`);
    expect(await held(id)).toEqual([['MENTOR'], []]);
    expect((await idp.send('GET', `/Groups/${group}`)).status).toBe(404);
    const types = await eventTypesOf(org, id);
    expect(types.filter((type) => type.startsWith('Grant'))).toEqual(
      ['Given', 'Given', 'Given', 'Taken', 'Taken', 'Given', 'Given', 'Taken', 'Taken'].map((word) => `Grant${word}`),
    );
  });

  it('gives again what it gives to whom was deactivated and is active again, and only that', async () => {
    const member = await org.member(['MENTOR']);
    const group = await idp.group('Interviewers', [member.memberId ?? '']);
    await tie(group, ['INTERVIEWER']);
    await idp.patch(`/Users/${member.memberId}`, { op: 'replace', value: { active: false } });
    expect(await held(member.memberId)).toEqual([[], []]);
    await idp.patch(`/Users/${member.memberId}`, { op: 'replace', value: { active: true } });
    expect(await held(member.memberId)).toEqual([['INTERVIEWER'], ['INTERVIEWER']]);
    await idp.send('DELETE', `/Users/${member.memberId}`);
    expect(await membersOf(group)).toEqual([]);
  });

  it('gives nothing to whom acts: neither by a tie to an own group, nor by an own token', async () => {
    const own = await idp.group('Own', [org.admin.memberId ?? '']);
    const input = { groupId: own, grants: ['AUDITOR'], version: 2 };
    expect((await org.admin.refused('setGroupGrants', input)).code).toBe('NOT_TO_YOURSELF');
    expect((await org.admin.refused('setGroupGrants', { ...input, version: 1 })).code).toBe('STALE_VERSION');
    const empty = await idp.group('Auditors');
    await tie(empty, ['AUDITOR']);
    await idp.patch(`/Groups/${empty}`, { op: 'add', path: 'members', value: [{ value: org.admin.memberId }] });
    expect(await held(org.admin.memberId)).toEqual([['ORGANISATION_ADMIN'], []]);
    expect(await eventTypesOf(org, org.admin.memberId ?? '')).toContain('GrantWithheld');
  });

  it('is not emptied of the last administrator', async () => {
    const second = await org.member([]);
    const group = await idp.group('Admins', [second.memberId ?? '']);
    await tie(group, ['ORGANISATION_ADMIN']);
    const theirs = await giveProvider(app, org, second);
    await org.admin.run('takeGrant', { memberId: org.admin.memberId, grant: 'ORGANISATION_ADMIN' });
    for (const refused of [
      await theirs.patch(`/Groups/${group}`, { op: 'remove', path: 'members' }),
      await theirs.send('DELETE', `/Groups/${group}`),
    ])
      expect(refused.status).toBe(409);
    expect(await membersOf(group).catch(() => null)).toBeNull();
    expect((await theirs.send('GET', `/Groups/${group}`)).body.members).toHaveLength(1);
  });

  it('is changed in the words of Okta and of Entra', async () => {
    const [a, b, c] = [await idp.user('a@x.example'), await idp.user('b@x.example'), await idp.user('c@x.example')];
    const group = await idp.group('Tour Guides', [a]);
    const path = `/Groups/${group}`;
    const okta = await idp.patch(path, { op: 'replace', value: { id: group, displayName: 'Renamed' } });
    expect([okta.status, okta.headers.etag]).toEqual([204, 'W/"3"']);
    await idp.patch(path, { op: 'add', path: 'members', value: [{ value: b, display: 'b@x.example' }] });
    expect(await membersOf(group)).toEqual([a, b].sort());
    await idp.patch(path, { op: 'Remove', path: 'members', value: [{ value: a }] });
    expect(await membersOf(group)).toEqual([b]);
    await idp.patch(path, { op: 'replace', path: 'members', value: [{ value: a }, { value: c }] });
    expect(await membersOf(group)).toEqual([a, c].sort());
    await idp.patch(
      path,
      { op: 'Add', path: 'members', value: [{ value: b }] },
      { op: 'remove', path: `members[value eq "${c}"]` },
    );
    expect(await membersOf(group)).toEqual([a, b].sort());
    const told = await idp.send('PATCH', `${path}?attributes=displayName`, {
      schemas: [PATCH],
      Operations: [{ op: 'replace', path: 'externalId', value: 'x' }],
    });
    expect([told.status, told.body]).toEqual([200, { schemas: [GROUP], id: group, displayName: 'Renamed' }]);
    const find = async (filter: string) =>
      (await idp.send('GET', `/Groups?excludedAttributes=members&filter=${encodeURIComponent(filter)}`)).body;
    expect((await find('displayName eq "renamed"')).Resources).toMatchObject([{ id: group, externalId: 'x' }]);
    expect((await find('displayName eq "renamed"')).Resources[0].members).toBeUndefined();
    expect((await find(`id eq "${group}" and members eq "${a}"`)).totalResults).toBe(1);
    expect((await find(`id eq "${group}" and members[value eq "${c}"]`)).totalResults).toBe(0);
    const put = await idp.send('PUT', path, { schemas: [GROUP], displayName: 'Put', members: [{ value: c }] });
    expect([put.status, put.body.members]).toEqual([
      200,
      [{ value: c, $ref: `/scim/v2/Users/${c}`, display: 'c@x.example', type: 'User' }],
    ]);
  });

  it('takes more than a thousand members in one request, all or none', async () => {
    const ids: string[] = [];
    await app.database.upkeep({ organisationId: org.id, actor: null, requestId: 'test' }, async (unit) => {
      const rows = await unit.rows<{ id: string }>(
        `insert into member (organisation_id, id, email, display_name, headline, state, created_at, updated_at, version)
         select $1, gen_random_uuid(), 'n' || n || '@x.example', 'N ' || n, '', 'ACTIVE', now(), now(), 1 from generate_series(1, 1500) n returning id`,
      );
      ids.push(...rows.map((row) => row.id));
    });
    const group = await idp.group('Everybody');
    await tie(group, ['EMPLOYEE']);
    const value = ids.map((id) => ({ value: id }));
    const wrong = await idp.patch(`/Groups/${group}`, {
      op: 'add',
      path: 'members',
      value: [...value, { value: group }],
    });
    expect([wrong.status, wrong.body.scimType, await membersOf(group)]).toEqual([400, 'invalidValue', []]);
    expect((await idp.patch(`/Groups/${group}`, { op: 'add', path: 'members', value })).status).toBe(204);
    expect(await membersOf(group)).toEqual(ids.toSorted());
    expect((await idp.patch(`/Groups/${group}`, { op: 'replace', path: 'members', value: [value[0]] })).status).toBe(
      204,
    );
    expect(await held(ids[0] ?? '')).toEqual([['EMPLOYEE'], ['EMPLOYEE']]);
    expect(await held(ids[1] ?? '')).toEqual([[], []]);
  });

  it('is listed to administrators alone, at the same cost for two and for twenty, beside the state of provisioning', async () => {
    const query = '{ memberGroups { nodes { displayName memberCount grants } totalCount } }';
    await idp.group('First');
    await sameStatements(app, 'memberGroups', org.admin, query, async () => {
      for (let i = 0; i < 18; i++) await idp.group(`More ${i}`);
    });
    const interviewer = await org.member(['INTERVIEWER', 'AUDITOR']);
    for (const text of [query, '{ provisioning { path } }'])
      expect((await interviewer.send(text)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await idp.user('p@x.example');
    await idp.send('POST', '/Users', { schemas: [USER] });
    await idp.send('GET', '/Users?count=1');
    const { provisioning } = await org.admin.ask(
      '{ provisioning { path provisionedCount tokens { apiToken { name owner { id } } lastRequest { request status refusal } lastRefusal { request status refusal } } } }',
    );
    expect(provisioning).toEqual({
      path: '/scim/v2',
      provisionedCount: 1,
      tokens: [
        {
          apiToken: { name: 'Identity provider', owner: { id: org.admin.memberId } },
          lastRequest: { request: 'GET Users', status: 200, refusal: null },
          lastRefusal: { request: 'POST Users', status: 400, refusal: 'userName is missing or empty.' },
        },
      ],
    });
  });
});
