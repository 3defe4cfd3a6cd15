/** Why this file exists: users of an identity provider, in the words of the RFCs, of Okta and of Entra; and who leaves is out. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { makeToken, type TestToken } from '../../support/api-tokens.js';
import { asSuperuser } from '../../support/database.js';
import { giveProvider, USER, type Provider } from '../../support/scim.js';
import { ENTRA_USER, OKTA_USER, RFC_USER } from '../../support/scim-bodies.js';

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

const get = async (id: string) => (await idp.send('GET', `/Users/${id}`)).body;
const found = async (filter: string): Promise<string[]> => {
  const answer = await idp.send('GET', `/Users?filter=${encodeURIComponent(filter)}&sortBy=userName`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.Resources.map((u: { userName: string }) => u.userName);
};
const isOut = async (sender: Pick<TestToken, 'send'>): Promise<boolean> =>
  (await sender.send('{ me { grants } }')).errors.length > 0;

describe('a user', () => {
  beforeEach(startAfresh);

  it('of the RFC is made with what the product keeps, and nothing else of them', async () => {
    const made = await idp.send('POST', '/Users', RFC_USER);
    const { id } = made.body;
    expect([made.status, made.headers.location, made.headers.etag]).toEqual([201, `/scim/v2/Users/${id}`, 'W/"1"']);
    expect(made.headers['content-type']).toBe('application/scim+json; charset=utf-8');
    const { formatted, familyName, givenName } = RFC_USER.name;
    expect(await get(id)).toEqual({
      ...{ schemas: [USER], id, externalId: '701984', userName: 'bjensen@example.com', displayName: 'Babs Jensen' },
      ...{ name: { formatted, familyName, givenName }, title: 'Tour Guide', active: true },
      emails: [
        { value: 'bjensen@example.com', type: 'work', primary: true },
        { value: 'babs@jensen.org', type: 'home', primary: false },
      ],
      meta: {
        ...{ resourceType: 'User', created: expect.any(String), lastModified: expect.any(String) },
        ...{ version: 'W/"1"', location: `/scim/v2/Users/${id}` },
      },
    });
    const { memberRights } = await org.admin.ask(
      `{ memberRights(memberId: "${id}") { grants member { displayName headline state } } }`,
    );
    expect(memberRights).toEqual({
      grants: [],
      member: { displayName: 'Babs Jensen', headline: 'Tour Guide', state: 'ACTIVE' },
    });
  });

  it.each([
    ['Okta', OKTA_USER, 'Test User'],
    ['Entra', ENTRA_USER, 'givenName familyName'],
  ])('of %s is made once; a second one of the same name is refused, whatever its capitals', async (_, body, name) => {
    const made = await idp.send('POST', '/Users', body);
    expect([made.status, made.body.displayName, made.body.userName]).toEqual([201, name, body.userName]);
    const again = await idp.send('POST', '/Users', { ...body, userName: body.userName.toUpperCase(), externalId: 'x' });
    expect([again.status, again.body.scimType, again.body.status]).toEqual([409, 'uniqueness', '409']);
    expect(await found(`userName eq "${body.userName.toUpperCase()}"`)).toEqual([body.userName]);
    expect(await found(`externalId eq "${body.externalId}"`)).toEqual([body.userName]);
  });

  it('is never joined to a member who has the address already', async () => {
    const before = await org.admin.ask('{ members { totalCount } }');
    const address = `admin@${org.slug}.example`;
    for (const body of [
      { schemas: [USER], userName: address },
      { schemas: [USER], userName: 'someone', emails: [{ value: address, primary: true }] },
    ])
      expect((await idp.send('POST', '/Users', body)).status).toBe(409);
    expect(await org.admin.ask('{ members { totalCount } }')).toEqual(before);
  });

  it('is replaced as a whole, but stays active or not when the body does not say', async () => {
    const id = await idp.user('one@x.example', { title: 'Engineer', active: false, externalId: 'e1' });
    const answer = await idp.send('PUT', `/Users/${id}`, { schemas: [USER], userName: 'two@x.example' });
    expect(answer.body).toMatchObject({ userName: 'two@x.example', active: false, displayName: 'two@x.example' });
    expect([answer.body.title, answer.body.externalId]).toEqual([undefined, undefined]);
  });

  it('that is removed is gone for good: a new one of the same name is somebody else', async () => {
    const id = await idp.user('gone@x.example', { externalId: 'gone' });
    expect((await idp.send('DELETE', `/Users/${id}`)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await idp.send(method, `/Users/${id}`)).status).toBe(404);
    expect((await idp.patch(`/Users/${id}`, { op: 'replace', value: { active: true } })).status).toBe(404);
    expect((await org.admin.refused('reactivateMember', { memberId: id })).code).toBe('MEMBER_REMOVED');
    const again = await idp.user('gone@x.example', { externalId: 'gone' });
    expect(again).not.toBe(id);
    expect(await found('userName eq "gone@x.example"')).toEqual(['gone@x.example']);
  });
});

describe('the operations of a PATCH', () => {
  beforeEach(startAfresh);

  const WORK = 'emails[type eq "work"].value';
  it.each([
    ['RFC: replace one', [{ op: 'replace', path: 'displayName', value: 'New' }], { displayName: 'New' }],
    [
      'RFC: add without a path',
      [{ op: 'add', value: { title: 'T', name: { givenName: 'G' } } }],
      { title: 'T', name: { givenName: 'G', familyName: 'F' } },
    ],
    [
      'RFC: remove a value',
      [{ op: 'remove', path: 'emails[type eq "home"]' }],
      { emails: [{ value: 'w@x.example', type: 'work', primary: true }] },
    ],
    ['RFC: remove an attribute', [{ op: 'remove', path: 'title' }], { title: undefined }],
    [
      'RFC: with the schema in the path',
      [{ op: 'replace', path: `${USER}:name.familyName`, value: 'Z' }],
      { name: { familyName: 'Z' } },
    ],
    [
      'RFC: add a primary address',
      [{ op: 'add', path: 'emails', value: [{ value: 'n@x.example', type: 'other', primary: true }] }],
      {
        emails: [
          { value: 'w@x.example', type: 'work', primary: false },
          { value: 'h@x.example', type: 'home', primary: false },
          { value: 'n@x.example', type: 'other', primary: true },
        ],
      },
    ],
    ['Okta: deactivate', [{ op: 'replace', value: { active: false } }], { active: false }],
    ['Entra: deactivate', [{ op: 'Replace', path: 'active', value: 'False' }], { active: false }],
    ['Entra: stay active', [{ op: 'Replace', path: 'active', value: 'True' }], { active: true }],
    [
      'Entra: dotted names without a path',
      [{ op: 'Replace', value: { 'name.givenName': 'A', displayName: 'B' } }],
      { name: { givenName: 'A', familyName: 'F' }, displayName: 'B' },
    ],
    [
      'Entra: a work address',
      [{ op: 'Replace', path: WORK, value: 'new@x.example' }],
      {
        emails: [
          { value: 'new@x.example', type: 'work', primary: true },
          { value: 'h@x.example', type: 'home', primary: false },
        ],
      },
    ],
    [
      'Entra: an address that was not there',
      [{ op: 'Add', path: 'emails[type eq "other"].value', value: 'o@x.example' }],
      {
        emails: [
          { value: 'w@x.example', type: 'work', primary: true },
          { value: 'h@x.example', type: 'home', primary: false },
          { value: 'o@x.example', type: 'other', primary: false },
        ],
      },
    ],
    [
      'Entra: what the product does not keep',
      [
        { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'D' },
        { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '1' },
        { op: 'Replace', path: 'title', value: 'Kept' },
      ],
      { title: 'Kept' },
    ],
  ])('%s', async (_, operations, expected) => {
    const id = await idp.user('w@x.example', {
      ...{ name: { familyName: 'F' }, title: 'Before' },
      emails: [
        { value: 'w@x.example', type: 'work', primary: true },
        { value: 'h@x.example', type: 'home' },
      ],
    });
    const answer = await idp.patch(`/Users/${id}`, ...operations);
    expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
    for (const [name, value] of Object.entries(expected)) expect([name, answer.body[name]]).toEqual([name, value]);
    expect(await get(id)).toEqual(answer.body);
  });

  it('that change nothing leave version and trail as they are; each that does leaves one event', async () => {
    const id = await idp.user('quiet@x.example', { displayName: 'Quiet' });
    const same = await idp.patch(`/Users/${id}`, { op: 'replace', path: 'displayName', value: 'Quiet' });
    expect([same.status, same.headers.etag]).toEqual([200, 'W/"1"']);
    await idp.patch(
      `/Users/${id}`,
      { op: 'replace', path: 'title', value: 'A' },
      { op: 'add', path: 'displayName', value: 'B' },
    );
    await idp.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: 'false' });
    await idp.send('DELETE', `/Users/${id}`);
    const { rows: events } = await asSuperuser(app.databaseName, (db) =>
      db.query('select type, actor_token_id as token, data from audit_event where entity_id = $1 order by seq', [id]),
    );
    expect(events.map((e) => [e.type, e.token])).toEqual(
      ['MemberAdded', 'MemberProvisioned', 'MemberDeactivated', 'MemberRemoved'].map((type) => [type, idp.token.id]),
    );
    expect(JSON.stringify(events.slice(1))).not.toMatch(/quiet|example/i);
  });
});

describe('who is deactivated by the identity provider', () => {
  beforeEach(startAfresh);

  it.each([
    ['Okta', { op: 'replace', value: { active: false } }],
    ['Entra', { op: 'Replace', path: 'active', value: 'False' }],
  ])('is out at once by session and token (%s); active again, neither comes back', async (_, operation) => {
    const member = await org.member(['INTERVIEWER']);
    const token = await makeToken(app, member, { scopes: ['framework:read'] });
    expect([await isOut(member), await isOut(token)]).toEqual([false, false]);
    await idp.patch(`/Users/${member.memberId}`, operation);
    expect([await isOut(member), await isOut(token)]).toEqual([true, true]);
    await idp.patch(`/Users/${member.memberId}`, { op: 'replace', path: 'active', value: true });
    expect([await isOut(member), await isOut(token)]).toEqual([true, true]);
    expect((await (await org.signInAgain(member)).ask('{ me { grants } }')).me.grants).toEqual([]);
  });

  it('can be the owner of the token, which ends with them, but not the last administrator', async () => {
    expect((await idp.patch(`/Users/${org.admin.memberId}`, { op: 'replace', value: { active: false } })).status).toBe(
      409,
    );
    const second = await org.member(['ORGANISATION_ADMIN']);
    const other = await giveProvider(app, org, second);
    expect((await other.patch(`/Users/${second.memberId}`, { op: 'replace', value: { active: false } })).status).toBe(
      200,
    );
    expect((await other.send('GET', '/Users')).status).toBe(401);
    expect((await idp.send('GET', '/Users')).status).toBe(200);
  });
});
