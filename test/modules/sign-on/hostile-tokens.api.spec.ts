/** Why this file exists: broken tokens and providers, one at a time: nobody gets in, no member is made, and one line without secrets says that it happened. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { Browser, type Page } from '../../support/browser.js';
import { startHostileProvider, type HostileProvider, type Misdeed } from '../../support/hostile-provider.js';
import {
  ANN,
  clientIn,
  comeBack,
  Dns,
  expectRefused,
  IMPATIENT,
  ME,
  prove,
  start,
  throughHostile,
  useProvider,
} from '../../support/sign-on.js';

const dns = new Dns();
let app: TestApp;
let provider: HostileProvider;
let org: TestOrganisation;
let browser: Browser;
beforeAll(async () => {
  app = await startTestApp({ txt: dns.source, settings: IMPATIENT });
  provider = await startHostileProvider();
  org = await app.organisation();
  await useProvider(org, provider);
  await prove(org, dns, 'acme.example');
});
beforeEach(async () => {
  await passAttemptWindow(app.databaseName); // the visits of one address are counted by the minute
  browser = new Browser();
  provider.misdeed = {};
  provider.person = ANN;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await provider.close();
  await app.close();
});

/** Runs a sign-in that must not hold, in the browser of the test. */
const refused = (reason: string, code: string, walk: () => Promise<Page>): Promise<void> =>
  expectRefused(app, browser, { reason, code }, walk);
const through = (query?: (good: URLSearchParams) => URLSearchParams): Promise<Page> =>
  throughHostile({ app, browser, organisation: org, provider }, query);
/** The same token for somebody else, with the signature of the first. */
function forMallory(good: string): string {
  const [head, body = '', signature] = good.split('.');
  const theirs = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), sub: 'mallory' };
  return [head, Buffer.from(JSON.stringify(theirs)).toString('base64url'), signature].join('.');
}
const now = (): number => Math.floor(Date.now() / 1000);
const claims = (more: object): Misdeed => ({ claims: (good) => ({ ...good, ...more }) });

it('a good token signs in: the provider of this file is refused for what it does wrong alone', async () => {
  expect((await through()).location?.pathname).toBe('/');
  expect((await clientIn(app, browser).ask(ME)).me.member.displayName).toBe('Ann');
});

describe('a token is refused', () => {
  it.each<[string, Misdeed]>([
    ['that nobody signed', { header: { alg: 'none' }, signer: 'NOBODY' }],
    ['that nobody signed, although it says so otherwise', { signer: 'NOBODY' }],
    ['signed with the public key as a secret', { header: { alg: 'HS256' }, signer: 'PUBLIC_KEY_AS_SECRET' }],
    ['signed with another key', { signer: 'ANOTHER_KEY' }],
    ['changed after it was signed', { token: forMallory }],
    ['with another algorithm than its key', { header: { alg: 'PS256' } }],
    ['of a key that the provider does not publish', { header: { kid: 'unknown' } }],
    ['with an extension that must be understood', { header: { crit: ['b64'], b64: true } }],
    ['of another issuer', claims({ iss: 'https://elsewhere.example' })],
    ['of the issuer with a slash more', { claims: (good) => ({ ...good, iss: `${String(good['iss'])}/` }) }],
    ['without an issuer', claims({ iss: undefined })],
    ['for another client', claims({ aud: 'another' })],
    ['without an audience', claims({ aud: undefined })],
    ['for several clients without saying for which', claims({ aud: ['twinladder', 'another'] })],
    ['for several clients, made for another', claims({ aud: ['twinladder', 'another'], azp: 'another' })],
    ['made for another client', claims({ azp: 'another' })],
    ['that has expired', claims({ exp: now() - 120 })],
    ['that never expires', claims({ exp: undefined })],
    ['that was issued in the future', claims({ iat: now() + 400 * 86_400 })],
    ['without the moment of its issue', claims({ iat: undefined })],
    ['that is not valid yet', claims({ nbf: now() + 3600 })],
    ['without a nonce', claims({ nonce: undefined })],
    ['with another nonce', claims({ nonce: 'of another sign-in' })],
    ['that is no token', { token: () => 'not.a.token' }],
    [
      'that is not there',
      { tokenEndpoint: (r) => r.writeHead(200, JSON_TYPE).end('{"access_token":"x","token_type":"Bearer"}') },
    ],
  ])('%s', async (_, misdeed) => {
    await refused('TOKEN', 'SIGN_ON_FAILED', () => {
      provider.misdeed = misdeed;
      return through();
    });
  });

  it.each<[string, object]>([
    ['empty', { sub: '' }],
    ['blank', { sub: '   ' }],
    ['longer than 255 characters', { sub: 'x'.repeat(256) }],
    ['with a control character', { sub: 'ann\u0000' }],
  ])('whose subject is %s', async (_, more) => {
    provider.misdeed = claims(more);
    await refused('SUBJECT', 'SIGN_ON_FAILED', () => through());
  });

  it.each<[string, object]>([
    ['missing', { sub: undefined }],
    ['no text', { sub: 7 }],
  ])('whose subject is %s (told by the library)', async (_, more) => {
    provider.misdeed = claims(more);
    await refused('TOKEN', 'SIGN_ON_FAILED', () => through());
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a provider is not believed', () => {
  it.each<[string, Misdeed, string, string]>([
    [
      'whose token endpoint fails',
      { tokenEndpoint: (r) => r.writeHead(500).end() },
      'PROVIDER_UNREACHABLE',
      'SIGN_ON_UNAVAILABLE',
    ],
    [
      'whose token endpoint does not answer',
      { tokenEndpoint: () => undefined },
      'PROVIDER_UNREACHABLE',
      'SIGN_ON_UNAVAILABLE',
    ],
    [
      'whose token endpoint never ends',
      { tokenEndpoint: (r) => void r.writeHead(200, JSON_TYPE).write('{') },
      'PROVIDER_UNREACHABLE',
      'SIGN_ON_UNAVAILABLE',
    ],
    [
      'whose answer is huge',
      { tokenEndpoint: (r) => r.writeHead(200, JSON_TYPE).end(`{"a":"${'x'.repeat(400_000)}"}`) },
      'TOKEN',
      'SIGN_ON_FAILED',
    ],
    [
      'whose answer is no JSON',
      { tokenEndpoint: (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello') },
      'TOKEN',
      'SIGN_ON_FAILED',
    ],
    [
      'that sends the server elsewhere',
      { tokenEndpoint: (r) => r.writeHead(307, { location: 'http://127.0.0.1:1/' }).end() },
      'TOKEN',
      'SIGN_ON_FAILED',
    ],
    [
      'whose keys are out of reach',
      { keysEndpoint: (r) => r.writeHead(503).end() },
      'PROVIDER_UNREACHABLE',
      'SIGN_ON_UNAVAILABLE',
    ],
    [
      'whose keys are none',
      { keysEndpoint: (r) => r.writeHead(200, JSON_TYPE).end('{"keys":[]}') },
      'TOKEN',
      'SIGN_ON_FAILED',
    ],
    [
      'that calls itself otherwise now',
      { discovery: (d) => ({ ...d, issuer: 'https://elsewhere.example' }) },
      'TOKEN',
      'SIGN_ON_FAILED',
    ],
    [
      'that calls itself with a slash more now',
      { discovery: (d) => ({ ...d, issuer: `${String(d['issuer'])}/` }) },
      'PROVIDER_ANSWER',
      'SIGN_ON_FAILED',
    ],
    [
      'whose token endpoint is a private address',
      { discovery: (d) => ({ ...d, token_endpoint: 'https://10.0.0.1/token' }) },
      'PROVIDER_ANSWER',
      'SIGN_ON_FAILED',
    ],
  ])('%s', async (_, misdeed, reason, code) => {
    const page = await start(app, browser, org.slug);
    const query = provider.consent(page.location ?? new URL('http://nowhere.invalid'));
    provider.misdeed = misdeed;
    await refused(reason, code, () => comeBack(app, browser, query));
  });

  it('whose description cannot be had when a sign-in begins', async () => {
    provider.misdeed = { discoveryEndpoint: (r) => r.writeHead(500).end() };
    await refused('PROVIDER_UNREACHABLE', 'SIGN_ON_UNAVAILABLE', () => start(app, browser, org.slug));
  });
});
