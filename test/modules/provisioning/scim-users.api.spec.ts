/** Why this file exists: users of an identity provider, in the words of the RFCs, of Okta and of Entra; and who leaves is out. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { makeToken, type TestToken } from '../../support/api-tokens.js';
import { asSuperuser } from '../../support/database.js';
import { GROUP, giveProvider, PATCH, sendScim, USER, type Provider } from '../../support/scim.js';

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

/** RFC 7643, section 8.2, shortened to what identity providers send. */
const RFC_USER = {
  schemas: [USER],
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: { formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'Barbara', middleName: 'Jane' },
  displayName: 'Babs Jensen',
  nickName: 'Babs',
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  addresses: [{ streetAddress: '100 Universal City Plaza', type: 'work' }],
  phoneNumbers: [{ value: '555-555-5555', type: 'work' }],
  title: 'Tour Guide',
  active: true,
  password: 't1meMa$heen',
};
const OKTA_USER = {
  schemas: [USER],
  userName: 'test.user@okta.local',
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
};
const ENTRA_USER = {
  schemas: [USER, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: 'Test_User_ab6490ee-1e48-479e-a20b-2d77186b5dd1',
  active: true,
  emails: [{ primary: true, type: 'work', value: 'Test_User_fd0ea19b-0777-472c-9f96-4f70d2226f2e@testuser.com' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  roles: [],
};

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

describe('a list of users', () => {
  beforeAll(async () => {
    await startAfresh();
    await idp.user('anna@x.example', {
      displayName: 'Anna',
      externalId: 'A1',
      emails: [{ value: 'anna@work.example', type: 'work' }],
    });
    await idp.user('bert@x.example', {
      displayName: 'Bert',
      title: 'Lead',
      active: false,
      name: { familyName: 'Berg' },
    });
    await idp.user('cleo@x.example', { displayName: 'Cleo 100%_"', name: { familyName: 'Clark' } });
  });
  const X = ['anna@x.example', 'bert@x.example', 'cleo@x.example'];
  const [ANNA = '', BERT = '', CLEO = ''] = X;

  it.each([
    ['userName sw "anna"', [ANNA]],
    ['USERNAME EQ "ANNA@x.example"', [ANNA]],
    ['userName ew "x.example"', X],
    ['userName co "ER" and userName ew "x.example"', [BERT]],
    ['displayName eq "Cleo 100%_\\""', [CLEO]],
    ['displayName co "%"', [CLEO]],
    ['externalId eq "A1"', [ANNA]],
    ['externalId eq "a1"', []],
    ['externalId pr', [ANNA]],
    ['active eq false', [BERT]],
    ['active eq "False"', [BERT]],
    ['userName ew "x.example" and active ne false', [ANNA, CLEO]],
    ['userName ew "x.example" and not (title pr)', [ANNA, CLEO]],
    ['userName ew "x.example" and title ne "Lead"', [ANNA, CLEO]],
    ['name.familyName gt "berg" and name.familyName le "Clark"', [CLEO]],
    ['name.familyName ge "berg" and name.familyName lt "Clark"', [BERT]],
    ['emails.value eq "ANNA@work.example"', [ANNA]],
    ['emails[type eq "work" and value co "@work"]', [ANNA]],
    ['emails co "work.example"', [ANNA]],
    ['(userName sw "anna" or userName sw "bert") and active eq true', [ANNA]],
    ['userName sw "anna" or userName sw "bert" and active eq true', [ANNA]],
    ['meta.lastModified gt "2020-01-01T00:00:00Z" and userName ew "x.example"', X],
    ['meta.lastModified lt "2020-01-01T00:00:00Z"', []],
    [`${USER}:userName sw "cleo"`, [CLEO]],
    ['title eq null and userName ew "x.example"', [ANNA, CLEO]],
  ])('filtered by %s', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it('is paged with the number of all, sorted, and shows what is asked for', async () => {
    const filter = `filter=${encodeURIComponent('userName ew "x.example"')}`;
    const list = async (query: string) => (await idp.send('GET', `/Users?${filter}&${query}`)).body;
    const names = (body: { Resources: { userName: string }[] }) => body.Resources.map((u) => u.userName);
    const page = await list('startIndex=2&count=1&sortBy=userName');
    expect([page.totalResults, page.startIndex, page.itemsPerPage, names(page)]).toEqual([3, 2, 1, [BERT]]);
    expect(names(await list('sortBy=displayName&sortOrder=descending'))).toEqual([CLEO, BERT, ANNA]);
    expect(names(await list('startIndex=-5&count=100'))).toHaveLength(3);
    expect(await list('count=0')).toMatchObject({ totalResults: 3, itemsPerPage: 0, Resources: [] });
    expect(await list('startIndex=99')).toMatchObject({ totalResults: 3, Resources: [] });
    const [anna] = (await list('sortBy=userName&attributes=userName,emails.value')).Resources;
    expect(anna).toEqual({ schemas: [USER], id: anna.id, userName: ANNA, emails: [{ value: 'anna@work.example' }] });
    const [whole] = (await list('sortBy=userName&excludedAttributes=emails,meta,name')).Resources;
    expect(Object.keys(whole).sort()).toEqual(['active', 'displayName', 'externalId', 'id', 'schemas', 'userName']);
  });

  it('costs the same statements for two rows and for twenty', async () => {
    const shapes = async (path: string): Promise<string[]> => {
      const { statements } = await app.statements(() => idp.send('GET', path));
      return statements.map((s) => s.replaceAll(/'[0-9a-f-]{36}'/g, '?'));
    };
    const group = await idp.group('Some');
    await shapes('/Users');
    const few = [await shapes('/Users'), await shapes('/Groups')];
    for (let i = 0; i < 18; i++) await idp.group(`G${i}`, [await idp.user(`u${i}@y.example`)]);
    expect([await shapes('/Users'), await shapes('/Groups')]).toEqual(few);
    expect((await idp.send('GET', `/Groups/${group}`)).body.members).toEqual([]);
  });
});

describe('versions', () => {
  beforeEach(startAfresh);

  it('let nobody write over what they did not see, and spare reading again', async () => {
    const id = await idp.user('v@x.example');
    const path = `/Users/${id}`;
    expect((await idp.send('GET', path, undefined, { 'if-none-match': 'W/"1"' })).status).toBe(304);
    const put = { schemas: [USER], userName: 'v2@x.example' };
    expect((await idp.send('PUT', path, put, { 'if-match': 'W/"1"' })).headers.etag).toBe('W/"2"');
    for (const [method, body] of [
      ['PUT', put],
      ['PATCH', { schemas: [PATCH], Operations: [{ op: 'remove', path: 'title' }] }],
      ['DELETE', undefined],
    ] as const) {
      const stale = await idp.send(method, path, body, { 'if-match': 'W/"1"' });
      expect([method, stale.status, stale.body.status]).toEqual([method, 412, '412']);
    }
    expect((await idp.send('GET', path, undefined, { 'if-none-match': 'W/"1"' })).status).toBe(200);
    expect((await idp.send('DELETE', path, undefined, { 'if-match': '"2"' })).status).toBe(204);
  });
});

describe('the door', () => {
  beforeEach(startAfresh);

  it('opens to a token made for it, of somebody who may manage members now, and to nothing else', async () => {
    const ask = (headers: Record<string, string>) => sendScim(app, 'GET', '/Users', undefined, headers);
    const none = await ask({});
    expect([none.status, none.headers['www-authenticate'], none.body.schemas]).toEqual([
      401,
      'Bearer',
      ['urn:ietf:params:scim:api:messages:2.0:Error'],
    ]);
    expect((await ask({ cookie: org.admin.cookie ?? '' })).status).toBe(401);
    const plain = await makeToken(app, org.admin, { name: 'Other', scopes: ['directory:read'] });
    expect((await ask({ authorization: `Bearer ${plain.text}` })).status).toBe(403);
    const second = await org.member(['ORGANISATION_ADMIN']);
    const other = await giveProvider(app, org, second);
    expect((await other.send('GET', '/Users')).status).toBe(200);
    await second.run('takeGrant', { memberId: second.memberId, grant: 'ORGANISATION_ADMIN' });
    expect((await other.send('GET', '/Users')).status).toBe(403);
    await org.admin.run('revokeApiToken', { tokenId: idp.token.id });
    expect((await idp.send('GET', '/Users')).status).toBe(401);
  });

  it('shows nothing of another organisation, on any way', async () => {
    const away = await app.organisation();
    const foreign = await giveProvider(app, away);
    const user = await foreign.user('far@x.example', { externalId: 'far' });
    const group = await foreign.group('Far', [user]);
    for (const path of [`/Users/${user}`, `/Groups/${group}`])
      for (const [method, body] of [
        ['GET', undefined],
        ['PUT', { schemas: [USER, GROUP], userName: 'x', displayName: 'x' }],
        ['PATCH', { schemas: [PATCH], Operations: [{ op: 'replace', path: 'displayName', value: 'x' }] }],
        ['DELETE', undefined],
      ] as const)
        expect([path, method, (await idp.send(method, path, body)).status]).toEqual([path, method, 404]);
    expect(await found('externalId eq "far"')).toEqual([]);
    expect(await found('userName eq "far@x.example"')).toEqual([]);
    expect(
      (await idp.send('POST', '/Groups', { schemas: [GROUP], displayName: 'x', members: [{ value: user }] })).status,
    ).toBe(400);
    expect(await idp.user('far@x.example', { externalId: 'far' })).not.toBe(user);
    expect((await foreign.send('GET', `/Users/${user}`)).status).toBe(200);
  });

  it('tells truly what can be done', async () => {
    const config = (await idp.send('GET', '/ServiceProviderConfig')).body;
    const of = (name: string) => config[name].supported;
    expect(['patch', 'filter', 'sort', 'etag', 'bulk', 'changePassword'].map(of)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const types = (await idp.send('GET', '/ResourceTypes')).body.Resources;
    expect(types.map((t: { endpoint: string; schema: string }) => [t.endpoint, t.schema])).toEqual([
      ['/Users', USER],
      ['/Groups', GROUP],
    ]);
    const schema = (await idp.send('GET', `/Schemas/${USER}`)).body;
    const kept = ['userName', 'name', 'displayName', 'title', 'active', 'emails'];
    expect(schema.attributes.map((a: { name: string }) => a.name)).toEqual(kept);
    const made = (await idp.send('POST', '/Users', RFC_USER)).body;
    expect(kept.filter((name) => made[name] === undefined)).toEqual([]);
    expect((await idp.send('GET', '/Schemas?filter=id%20pr')).status).toBe(403);
  });
});
