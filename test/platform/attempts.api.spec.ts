/** Why this file exists: what may be tried a few times a minute may be tried no more often over two servers, at the same moment, or by other addresses, and who was right is not held up by who guesses. */
import { beginAttempt, type Attempt } from '../../src/platform/attempts/index.js';
import { PASSWORD, startTestApp, type Answer, type TestApp, type TestOrganisation } from '../support/app.js';
import { passAttemptWindow } from '../support/attempts.js';
import { makeToken } from '../support/api-tokens.js';
import { asSuperuser, testDatabase } from '../support/database.js';
import { proxyOf, type DatabaseProxy } from '../support/database-proxy.js';

const BELIEVED = { TRUSTED_PROXIES: '127.0.0.0/8' };
let wire: DatabaseProxy;
let drop: () => Promise<void>;
let apps: readonly [TestApp, TestApp];
let org: TestOrganisation;
beforeAll(async () => {
  const clone = await testDatabase();
  wire = await proxyOf(clone);
  apps = [
    await startTestApp({ database: clone, settings: BELIEVED }),
    await startTestApp({ database: wire.database, settings: BELIEVED }),
  ];
  drop = () => clone.drop();
  org = await apps[0].organisation();
});
beforeEach(() => passAttemptWindow(apps[0].databaseName));
afterAll(async () => {
  for (const app of apps) {
    expect(app.faults).toEqual([]);
    await app.close();
  }
  await wire.close();
  await drop();
});

const SIGN_IN =
  'mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on Problem { code facts { name value } } } }';
let turn = 0;
/** Signs in at both servers in turn. */
function signIn(email: string, password: string, headers: Record<string, string> = {}): Promise<Answer> {
  const app = apps[turn++ % 2] ?? apps[0];
  return app.anonymous.send(SIGN_IN, { i: { organisation: org.slug, email, password } }, headers);
}
const codeOf = ({ data, errors }: Answer): string =>
  (data?.signIn?.code ?? data?.signIn?.__typename ?? errors[0]?.extensions.code) as string;
const from = (n: number): Record<string, string> => ({ 'x-forwarded-for': `203.0.113.${n}` });
const admin = (): string => `admin@${org.slug}.example`;
const times = (n: number, answer: string): string[] => Array.from({ length: n }, () => answer);

describe('sign-ins', () => {
  it('that fail are five a minute of one account, over two servers, all at once and from forty addresses', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => signIn(admin(), 'wrong', from(i))));
    expect(answers.map(codeOf).sort()).toEqual([...times(5, 'SIGN_IN_FAILED'), ...times(35, 'TOO_MANY_ATTEMPTS')]);
    const refused = answers.find((answer) => codeOf(answer) === 'TOO_MANY_ATTEMPTS');
    const seconds = Number(refused?.headers['retry-after']);
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused?.data.signIn.facts).toEqual([{ name: 'retryAfter', value: String(seconds) }]);
  });

  it('that fail are twenty a minute from one address, whatever accounts they try; another address goes on', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => signIn(`m${i}@nowhere.example`, 'wrong', from(1))),
    );
    expect(answers.map(codeOf).sort()).toEqual([...times(20, 'SIGN_IN_FAILED'), ...times(10, 'TOO_MANY_ATTEMPTS')]);
    expect(codeOf(await signIn(admin(), PASSWORD, from(1)))).toBe('TOO_MANY_ATTEMPTS');
    expect(codeOf(await signIn(admin(), PASSWORD, from(2)))).toBe('SignInSuccess');
  });

  it('are held up for a minute at most: what is refused does not lengthen it', async () => {
    for (let i = 0; i < 5; i++) await signIn(admin(), 'wrong', from(i));
    await passAttemptWindow(apps[0].databaseName, 50);
    for (let i = 0; i < 20; i++) expect(codeOf(await signIn(admin(), 'wrong', from(i)))).toBe('TOO_MANY_ATTEMPTS');
    const held = await signIn(admin(), PASSWORD, from(9));
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(10);
    await passAttemptWindow(apps[0].databaseName, 11);
    expect(codeOf(await signIn(admin(), PASSWORD, from(9)))).toBe('SignInSuccess');
  });

  it('by a browser that signed in before are not held up by strangers, and are five a minute too', async () => {
    const own = await signIn(admin(), PASSWORD, from(1));
    const cookie = /twinladder_browser=[\w-]{43}/.exec(String(own.headers['set-cookie']))?.[0] ?? '';
    for (let i = 0; i < 6; i++) await signIn(admin(), 'wrong', from(i));
    expect(codeOf(await signIn(admin(), PASSWORD, from(1)))).toBe('TOO_MANY_ATTEMPTS');
    expect(codeOf(await signIn(admin(), PASSWORD, { ...from(1), cookie }))).toBe('SignInSuccess');
    const other = await org.enrol(['EMPLOYEE'], 'Otto Other');
    const { email } = (
      await asSuperuser(apps[0].databaseName, (db) => db.query(`select email from member where id = $1`, [other]))
    ).rows[0] as { email: string };
    for (let i = 0; i < 5; i++) await signIn(email, 'wrong', from(40 + i));
    expect(codeOf(await signIn(email, PASSWORD, { ...from(1), cookie }))).toBe('TOO_MANY_ATTEMPTS');
    for (let i = 0; i < 5; i++)
      expect(codeOf(await signIn(admin(), 'wrong', { ...from(50), cookie }))).toBe('SIGN_IN_FAILED');
    expect(codeOf(await signIn(admin(), 'wrong', { ...from(51), cookie }))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('that succeed count for nothing', async () => {
    for (let i = 0; i < 30; i++) expect(codeOf(await signIn(admin(), PASSWORD, from(1)))).toBe('SignInSuccess');
  });

  it('are refused as SERVICE_UNAVAILABLE while the database is away, and not let through', async () => {
    wire.cut();
    const i = { organisation: org.slug, email: admin(), password: PASSWORD };
    const refused = await apps[1].anonymous.send(SIGN_IN, { i });
    expect([refused.status, codeOf(refused)]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(refused.headers['retry-after']).toBe('2');
    wire.restore();
  });
});

describe('links', () => {
  const OPEN = 'query($t: String!) { applicationStatus(token: $t) { stage } }';
  it('of candidates and of invitations that do not work are ten a minute from one address, over two servers', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        apps[i % 2 === 0 ? 0 : 1].anonymous.send(OPEN, { t: `guess-${i}` }, from(1)),
      ),
    );
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'ABSENT');
    expect(codes.sort()).toEqual([...times(10, 'ABSENT'), ...times(6, 'RATE_LIMITED')]);
    const invitation = 'query($t: String!) { invitation(token: $t) { email } }';
    for (const [address, code] of [[1, 'RATE_LIMITED'] as const, [2, undefined] as const]) {
      const answer = await apps[1].anonymous.send(invitation, { t: 'a-guess' }, from(address));
      expect(answer.errors[0]?.extensions.code).toBe(code);
    }
  });

  it('are counted one by one, not by the request', async () => {
    const aliases = Array.from({ length: 12 }, (_, i) => `a${i}: applicationStatus(token: "x${i}") { stage }`);
    const { errors } = await apps[0].anonymous.send(`{ ${aliases.join(' ')} }`, {}, from(3));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(times(2, 'RATE_LIMITED'));
  });
});

it('tokens are guessed fifty times a minute over two servers; a valid one is not held up by guesses at it from elsewhere', async () => {
  const token = await makeToken(apps[0], org.admin, { scopes: ['directory:read'] });
  const bearer = (text: string, n: number) => ({ authorization: `Bearer ${text}`, ...from(n) });
  const ask = async (i: number, headers: Record<string, string>): Promise<number> =>
    (await apps[i % 2 === 0 ? 0 : 1].anonymous.send('{ teams { totalCount } }', {}, headers)).status;
  const guesses = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      ask(i, bearer(`tlk_${Buffer.alloc(32, i).toString('base64url')}_${'A'.repeat(43)}`, 1)),
    ),
  );
  expect(guesses.sort()).toEqual([...Array.from({ length: 50 }, () => 401), ...Array.from({ length: 10 }, () => 429)]);
  const wrong = `${token.text.slice(0, -3)}AAA`;
  const aimed = await Promise.all(Array.from({ length: 14 }, (_, i) => ask(i, bearer(wrong, 100 + i))));
  expect(aimed.sort()).toEqual([...Array.from({ length: 10 }, () => 401), ...Array.from({ length: 4 }, () => 429)]);
  expect([await ask(0, bearer(token.text, 2)), await ask(1, bearer(token.text, 2))]).toEqual([200, 200]);
});

describe('the count', () => {
  const begin = (most: number, ...of: string[]): Promise<Attempt> =>
    beginAttempt(
      apps[0].database,
      of.map((one) => ({ what: 'test', of: one, most })),
    );

  it('touches no target when one of them has had enough', async () => {
    await begin(1, 'a');
    expect((await begin(1, 'a', 'b')).kind).toBe('REFUSED');
    expect((await begin(1, 'b')).kind).toBe('GIVEN');
  });

  it('neither deadlocks nor slips when crossed targets are tried and given back at the same moment', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const attempt = await begin(5, ...(i % 2 === 0 ? ['x', 'y'] : ['y', 'x']));
        if (attempt.kind === 'GIVEN' && i < 2) await attempt.giveBack();
        return attempt.kind;
      }),
    );
    const given = results.filter((kind) => kind === 'GIVEN').length;
    expect(given).toBeGreaterThanOrEqual(5);
    expect(given).toBeLessThanOrEqual(7); // two were given back
  });

  it('keeps marks and no addresses, and takes rows away that count no more', async () => {
    const kept = () =>
      asSuperuser(apps[0].databaseName, async (db) => (await db.query(`select subject from counted_attempt`)).rows);
    for (let i = 0; i < 12; i++) await begin(1, `old ${i}`);
    await passAttemptWindow(apps[0].databaseName, 3_600);
    for (let i = 0; i < 40; i++) await begin(1, `new ${i}`);
    expect(await kept()).toHaveLength(40);
    await signIn(admin(), 'wrong', from(77));
    expect(JSON.stringify(await kept())).not.toMatch(/203\.0|example/);
  });
});
