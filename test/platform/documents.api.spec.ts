/** Why this file exists: over HTTP, budgets hold over two servers of one database, known documents alone pass where that is asked for, and proxies are believed only when named. */
import request from 'supertest';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { makeToken } from '../support/api-tokens.js';
import { asSuperuser, testDatabase, type TestDatabase } from '../support/database.js';
import { giveProvider, sendScim, type ScimAnswer } from '../support/scim.js';

const BUDGETS = { BUDGET_MEMBER: '4000', BUDGET_ORGANISATION: '6000' };
const ME = '{ me { permissions } }';

let database: TestDatabase;
let one: TestApp;
let two: TestApp;
/** Without small budgets: here organisations are made. */
let plain: TestApp;
beforeAll(async () => {
  database = await testDatabase();
  one = await startTestApp({ database, settings: { ...BUDGETS, TRUSTED_PROXIES: '127.0.0.0/8' } });
  two = await startTestApp({ database, settings: BUDGETS });
  plain = await startTestApp({ database });
});
afterAll(async () => {
  expect([...one.faults, ...two.faults, ...plain.faults]).toEqual([]);
  await one.close();
  await two.close();
  await plain.close();
  await database.drop();
});

interface Told {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | undefined;
}
async function send(app: TestApp, headers: Record<string, string>, query = ME): Promise<Told> {
  const { status, body, headers: told } = await request(app.server).post('/graphql').set(headers).send({ query });
  const { errors } = body as { errors?: { extensions: { code: string } }[] };
  return { status, code: errors?.[0]?.extensions.code, retryAfter: told['retry-after'] };
}
const cookieOf = (cookie: string | null): Record<string, string> => ({ cookie: cookie ?? '' });

/** Sends to both servers in turn until one refuses. @returns how many passed, and the refusal */
async function untilRefused(headers: Record<string, string>): Promise<{ passed: number; refusal: Told }> {
  for (let passed = 0; passed < 200; passed++) {
    const told = await send(passed % 2 === 0 ? one : two, headers);
    if (told.status !== 200) return { passed, refusal: told };
  }
  throw new Error('nothing was refused');
}

describe('a budget', () => {
  /** `me` costs 2 and each operation 100 besides; both servers may overdraw by a twentieth. A minute may end in between, which gives one budget more. */
  it('of a member holds over both servers: 429 with Retry-After, and others go on', async () => {
    const org = await plain.organisation();
    const other = await plain.organisation();
    const { passed, refusal } = await untilRefused(cookieOf(org.admin.cookie));
    expect(passed).toBeGreaterThanOrEqual(Math.floor((4000 - 2 * 204) / 102) - 1);
    expect(passed).toBeLessThanOrEqual(2 * Math.ceil((4000 + 2 * 204) / 102));
    expect(refusal).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refusal.retryAfter)).toBeGreaterThanOrEqual(1);
    expect(Number(refusal.retryAfter)).toBeLessThanOrEqual(60);
    expect(await send(one, cookieOf(other.admin.cookie))).toMatchObject({ status: 200 });
  });

  it('of an organisation is shared by its members', async () => {
    const org = await plain.organisation();
    const members = [org.admin, await org.member(['EMPLOYEE']), await org.member(['EMPLOYEE'])];
    let passed = 0;
    let refused: Told | null = null;
    for (let i = 0; i < 150 && refused === null; i++) {
      const told = await send(one, cookieOf(members[i % 3]?.cookie ?? null));
      if (told.status === 200) passed++;
      else refused = told;
    }
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(passed).toBeLessThanOrEqual(2 * Math.ceil((6000 + 300) / 102));
    expect(passed).toBeGreaterThanOrEqual(50);
  });

  it('of a token is spent by provisioning too, which is refused in the shape of SCIM and goes on with a new minute', async () => {
    const org = await plain.organisation();
    const idp = await giveProvider(plain, org);
    await asSuperuser(database.name, (db) => db.query(`delete from budget`)); // what the third server took for itself
    const authorization = `Bearer ${idp.token.text}`;
    const ask = (i: number) =>
      sendScim(i % 2 === 0 ? one : two, 'GET', '/Users?count=50', undefined, { authorization });
    let passed = 0;
    let refused: ScimAnswer | null = null;
    for (let i = 0; i < 100 && refused === null; i++) {
      const answer = await ask(i);
      if (answer.status === 200) passed++;
      else refused = answer;
    }
    // each costs 150 of the 4000; both servers may overdraw by a twentieth, and a minute may end in between
    expect(passed).toBeGreaterThanOrEqual(Math.floor((4000 - 2 * 350) / 150));
    expect(passed).toBeLessThanOrEqual(2 * Math.ceil((4000 + 2 * 350) / 150));
    expect(refused?.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '429' });
    expect(refused?.headers['content-type']).toContain('application/scim+json');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(Number(refused?.headers['retry-after'])).toBeLessThanOrEqual(60);
    await asSuperuser(database.name, (db) => db.query(`delete from budget`));
    const third = await startTestApp({ database, settings: BUDGETS }); // holds no lease of the minute
    expect((await sendScim(third, 'GET', '/Users', undefined, { authorization })).status).toBe(200);
    await third.close();
  });

  it('costs a quiet member no statement', async () => {
    const org = await plain.organisation();
    await org.admin.send(ME);
    const { statements } = await one.statements(() => org.admin.send(ME));
    expect(statements.filter((sql) => sql.includes('budget'))).toEqual([]);
  });

  it('of a visitor goes by the address that a named proxy tells, and by the connection otherwise', async () => {
    const visitor = (n: number): Record<string, string> => ({ 'x-forwarded-for': `203.0.113.${n}` });
    const OPEN = '{ demonstrationMembers { memberId } }';
    const spend = async (app: TestApp, n: (i: number) => number): Promise<number> => {
      for (let i = 0; i < 100; i++) if ((await send(app, visitor(n(i)), OPEN)).status === 429) return i;
      return 100;
    };
    expect(await spend(one, (i) => i)).toBe(100);
    expect(await spend(one, () => 250)).toBeLessThan(100);
    expect(await spend(two, (i) => i)).toBeLessThan(100);
  });
});

describe('where only known documents pass', () => {
  let strict: TestApp;
  let org: TestOrganisation;
  beforeAll(async () => {
    strict = await startTestApp({ database, settings: { TRUSTED_DOCUMENTS: 'on' }, trustedDocuments: [ME] });
    org = await plain.organisation();
  });
  afterAll(() => strict.close());

  it('a session and a visitor send those and no others', async () => {
    expect(await send(strict, cookieOf(org.admin.cookie))).toMatchObject({ status: 200, code: undefined });
    for (const headers of [cookieOf(org.admin.cookie), {}]) {
      const refused = await send(strict, headers, '{ me { permissions } __typename }');
      expect(refused).toMatchObject({ status: 403, code: 'UNKNOWN_DOCUMENT' });
    }
    expect(await send(strict, cookieOf(org.admin.cookie), `${ME} `)).toMatchObject({ code: 'UNKNOWN_DOCUMENT' });
  });

  it('a token sends others only with the scope for it', async () => {
    const asking = '{ people { nodes { id } } }';
    const bearer = async (name: string, scopes: string[]): Promise<Record<string, string>> => ({
      authorization: `Bearer ${(await makeToken(plain, org.admin, { name, scopes })).text}`,
    });
    const without = await bearer('without', ['directory:read']);
    expect(await send(strict, without, asking)).toMatchObject({ status: 403, code: 'UNKNOWN_DOCUMENT' });
    expect(await send(strict, without)).toMatchObject({ status: 200 });
    const withScope = await bearer('with', ['directory:read', 'document:create']);
    expect(await send(strict, withScope, asking)).toMatchObject({ status: 200, code: undefined });
  });
});
