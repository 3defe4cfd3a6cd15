/** Why this file exists: whatever is wrong with a request of provisioning is refused in one shape, and changes nothing. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { makeToken } from '../../support/api-tokens.js';
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

describe('what cannot be used', () => {
  let target = '';
  beforeAll(async () => {
    await startAfresh();
    target = await idp.user('target@x.example', { displayName: 'Target', title: 'T' });
  });

  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const user = (more: object): object => ({ schemas: [USER], userName: 'x@x.example', ...more });
  const ops = (...Operations: unknown[]): object => ({ schemas: [PATCH], Operations });
  const bomb = `${'('.repeat(900)}userName pr${')'.repeat(900)}`;
  const list = (filter: string): string => `/Users?filter=${encodeURIComponent(filter)}`;
  const CASES: readonly (readonly [string, number, string, string, unknown?])[] = [
    ['no body', 400, 'POST', '/Users'],
    ['no JSON', 400, 'POST', '/Users', '{"schemas":'],
    ['a list', 400, 'POST', '/Users', '[]'],
    ['a text', 400, 'POST', '/Users', '"x"'],
    ['null', 400, 'POST', '/Users', 'null'],
    ['no schemas', 400, 'POST', '/Users', { userName: 'x' }],
    ['other schemas', 400, 'POST', '/Users', { schemas: [GROUP], userName: 'x' }],
    ['schemas that are no list', 400, 'POST', '/Users', { schemas: USER, userName: 'x' }],
    ['no userName', 400, 'POST', '/Users', { schemas: [USER] }],
    ['a blank userName', 400, 'POST', '/Users', user({ userName: '   ' })],
    ['a number as userName', 400, 'POST', '/Users', user({ userName: 7 })],
    ['an object as userName', 400, 'POST', '/Users', user({ userName: { a: 1 } })],
    ['a long userName', 400, 'POST', '/Users', user({ userName: 'x'.repeat(255) })],
    ['a NUL', 400, 'POST', '/Users', user({ displayName: 'a\u0000b' })],
    ['half a character', 400, 'POST', '/Users', '{"schemas":["' + USER + '"],"userName":"a\\ud800"}'],
    ['a NUL in a name', 400, 'POST', '/Users', user({ 'a\u0000': 1 })],
    ['a name twice', 400, 'POST', '/Users', user({ USERNAME: 'y' })],
    ['deep nesting', 400, 'POST', '/Users', `{"schemas":["${USER}"],"userName":"x","a":${deep(20_000)}}`],
    ['active as a word', 400, 'POST', '/Users', user({ active: 'maybe' })],
    ['active as a number', 400, 'POST', '/Users', user({ active: 1 })],
    ['a name that is a text', 400, 'POST', '/Users', user({ name: 'x' })],
    ['addresses that are texts', 400, 'POST', '/Users', user({ emails: ['x@x.example'] })],
    [
      'two primary addresses',
      400,
      'POST',
      '/Users',
      user({
        emails: [
          { value: 'a@a', primary: true },
          { value: 'b@b', primary: 'True' },
        ],
      }),
    ],
    [
      'eleven addresses',
      400,
      'POST',
      '/Users',
      user({ emails: Array.from({ length: 11 }, (_, i) => ({ value: `${i}@x` })) }),
    ],
    ['more than 100 kB', 413, 'POST', '/Users', user({ title: 'x'.repeat(110_000) })],
    ['a long text', 400, 'POST', '/Users', user({ title: 'x'.repeat(5_000) })],
    ['a group without a name', 400, 'POST', '/Groups', { schemas: [GROUP] }],
    [
      'members that are no list of users',
      400,
      'POST',
      '/Groups',
      { schemas: [GROUP], displayName: 'g', members: [{ value: 'x' }] },
    ],
    [
      'a group in a group',
      400,
      'POST',
      '/Groups',
      {
        schemas: [GROUP],
        displayName: 'g',
        members: [{ value: '01890a5d-ac96-774b-bcce-b302099a8057', type: 'Group' }],
      },
    ],
    [
      'two thousand unknown members',
      400,
      'POST',
      '/Groups',
      {
        schemas: [GROUP],
        displayName: 'g',
        members: Array.from({ length: 1_900 }, (_, i) => ({
          value: `01890a5d-ac96-774b-bcce-${String(i).padStart(12, '0')}`,
        })),
      },
    ],
    ['a PATCH without its schema', 400, 'PATCH', '/Users/:id', { Operations: [{ op: 'remove', path: 'title' }] }],
    ['a PATCH without operations', 400, 'PATCH', '/Users/:id', ops()],
    ['operations that are no list', 400, 'PATCH', '/Users/:id', { schemas: [PATCH], Operations: { op: 'add' } }],
    ['an operation that is a text', 400, 'PATCH', '/Users/:id', ops('add')],
    ['an unknown op', 400, 'PATCH', '/Users/:id', ops({ op: 'move', path: 'title', value: 'x' })],
    ['an op that is an object', 400, 'PATCH', '/Users/:id', ops({ op: { toString: 'add' }, path: 'title' })],
    ['a removal without a path', 400, 'PATCH', '/Users/:id', ops({ op: 'remove' })],
    ['a value that is missing', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: 'title' })],
    ['a value that is a text without a path', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', value: 'x' })],
    ['a path that is a number', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: 7, value: 'x' })],
    [
      'a path to a prototype',
      400,
      'PATCH',
      '/Users/:id',
      ops({ op: 'replace', path: 'constructor.prototype', value: {} }),
    ],
    ['a path to __proto__', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: '__proto__', value: {} })],
    ['a path to an unknown attribute', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: 'salary', value: 1 })],
    ['a path into a single value', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: 'userName.x', value: 'y' })],
    [
      'a path that ends early',
      400,
      'PATCH',
      '/Users/:id',
      ops({ op: 'replace', path: 'emails[type eq "work"', value: 'y' }),
    ],
    ['a path with two brackets', 400, 'PATCH', '/Users/:id', ops({ op: 'remove', path: 'emails[type[value eq "a"]]' })],
    ['another id', 400, 'PATCH', '/Users/:id', ops({ op: 'replace', path: 'id', value: 'x' })],
    ['groups of a user', 400, 'PATCH', '/Users/:id', ops({ op: 'add', path: 'groups', value: [] })],
    ['userName removed', 400, 'PATCH', '/Users/:id', ops({ op: 'remove', path: 'userName' })],
    ['active removed', 400, 'PATCH', '/Users/:id', ops({ op: 'remove', path: 'active' })],
    [
      'a thousand and one operations',
      400,
      'PATCH',
      '/Users/:id',
      ops(...Array.from({ length: 1_001 }, () => ({ op: 'remove', path: 'title' }))),
    ],
    ['an empty filter', 400, 'GET', list('  ')],
    ['a filter that ends early', 400, 'GET', list('userName eq')],
    ['a filter without quotes', 400, 'GET', list('userName eq bjensen')],
    ['a filter with an unknown operator', 400, 'GET', list('userName is "x"')],
    ['a filter with an unknown attribute', 400, 'GET', list('password eq "x"')],
    ['a filter by a prototype', 400, 'GET', list('constructor eq "x"')],
    ['a filter that goes on', 400, 'GET', list('userName pr userName pr')],
    ['a filter with an injection', 400, 'GET', list(`userName eq "x"' or 1=1 --`)],
    ['a filter that is nested', 400, 'GET', list(bomb)],
    ['a filter of many terms', 400, 'GET', list(Array.from({ length: 100 }, () => 'active pr').join(' or '))],
    ['a filter with a NUL', 400, 'GET', list('userName eq "a\u0000"')],
    ['a filter with an escaped NUL', 400, 'GET', list('userName eq "a\\u0000"')],
    ['a filter with a time that is none', 400, 'GET', list('meta.lastModified gt "yesterday"')],
    ['a filter with a year that no calendar has', 400, 'GET', list('meta.lastModified gt "9999-99-99T00:00:00Z"')],
    ['a filter that orders true', 400, 'GET', list('active gt true')],
    ['a filter that compares a text with a number', 400, 'GET', list('userName eq 7')],
    ['a parameter twice', 400, 'GET', '/Users?filter=userName%20pr&filter=id%20pr'],
    ['a count that is a word', 400, 'GET', '/Users?count=many'],
    ['a count with an exponent', 400, 'GET', '/Users?count=1e3'],
    ['a sort by nothing we know', 400, 'GET', '/Users?sortBy=password'],
    ['a sort order', 400, 'GET', '/Users?sortBy=id&sortOrder=up;drop'],
    ['an attribute that is none', 400, 'GET', '/Users?attributes=a[b]'],
    ['an unknown id', 404, 'GET', '/Users/01890a5d-ac96-774b-bcce-b302099a8057'],
    ['no id', 404, 'GET', '/Users/../../etc/passwd'],
    ['a broken escape', 400, 'GET', '/Users/%E0%A4%A'],
    ['an unknown address', 404, 'GET', '/Devices'],
    ['an address below a resource', 404, 'GET', '/Users/:id/emails'],
    ['another method', 405, 'PUT', '/Users', {}],
    ['another method on one', 405, 'POST', '/Users/:id', {}],
    ['bulk', 501, 'POST', '/Bulk', {}],
    ['me', 501, 'GET', '/Me'],
    ['search', 501, 'POST', '/Users/.search', {}],
  ];

  const rows = CASES.map(([name, status, method, path, body]) => [name, { status, method, path, body }] as const);
  it.each(rows)('%s is refused in the shape of the RFC', async (_, { status, method, path, body }) => {
    const answer = await idp.send(method, path.replace(':id', target), body);
    expect([answer.status, answer.body]).toEqual([
      status,
      expect.objectContaining({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(status),
        detail: expect.stringMatching(/\w+/),
      }),
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/select |postgres|node_modules|at Object/i);
    expect((await idp.send('GET', `/Users/${target}`)).body).toMatchObject({ displayName: 'Target', title: 'T' });
  });

  it('is refused in the same shape as plain JSON, in another type, and before anybody looks at a token', async () => {
    const auth = { authorization: `Bearer ${idp.token.text}` };
    const send = (body: string, type: string) =>
      sendScim(app, 'POST', '/Users', body, { ...auth, 'content-type': type });
    const good = await send(JSON.stringify(user({})), 'application/json');
    expect(good.status).toBe(201);
    for (const [body, type, status] of [
      ['{"schemas":', 'application/json', 400],
      [`{"schemas":["${USER}"],"userName":"p","__proto__":{"active":false}}`, 'application/json', 400],
      ['a=b', 'application/x-www-form-urlencoded', 415],
      ['<a/>', 'text/xml', 415],
      ['x'.repeat(110_000), 'application/json', 413],
    ] as const) {
      const answer = await send(body, type);
      expect([answer.status, answer.body.schemas, answer.body.status]).toEqual([
        status,
        ['urn:ietf:params:scim:api:messages:2.0:Error'],
        String(status),
      ]);
    }
  });

  it('holds a guessed token up', async () => {
    const guessed = await makeToken(app, org.admin, { name: 'Guessed', scopes: ['scim'] });
    const guess = `${guessed.text.slice(0, -3)}AAA`;
    const other = await makeToken(app, org.admin, { name: 'Second', scopes: ['scim'] });
    const ask = (text: string) => sendScim(app, 'GET', '/Users', undefined, { authorization: `Bearer ${text}` });
    for (let i = 0; i < 10; i++) expect((await ask(guess)).status).toBe(401);
    const held = await ask(guess);
    expect([held.status, held.body.status]).toEqual([429, '429']);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ask(other.text)).status).toBe(200);
  });
});
