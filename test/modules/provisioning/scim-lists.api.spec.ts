/** Why this file exists: lists of users, their versions, and the door to all of it. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { makeToken } from '../../support/api-tokens.js';
import { GROUP, giveProvider, PATCH, sendScim, USER, type Provider } from '../../support/scim.js';
import { RFC_USER } from '../../support/scim-bodies.js';

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

const found = async (filter: string): Promise<string[]> => {
  const answer = await idp.send('GET', `/Users?filter=${encodeURIComponent(filter)}&sortBy=userName`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.Resources.map((u: { userName: string }) => u.userName);
};
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
