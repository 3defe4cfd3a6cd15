/** Why this file exists: broken tokens and flows, one at a time: nobody gets in, no member is made, and one line without secrets says that it happened. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { Browser, type Page } from '../../support/browser.js';
import { asSuperuser } from '../../support/database.js';
import {
  CLIENT_SECRET,
  startHostileProvider,
  type HostileProvider,
  type Misdeed,
} from '../../support/hostile-provider.js';
import {
  clientIn,
  comeBack,
  Dns,
  ME,
  originOf,
  prove,
  signOn,
  standing,
  start,
  useProvider,
  written,
} from '../../support/sign-on.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
const dns = new Dns();
let app: TestApp;
let provider: HostileProvider;
let other: HostileProvider;
let org: TestOrganisation;
let browser: Browser;
beforeAll(async () => {
  const settings = { SIGN_ON_LOOPBACK: 'on', SIGN_ON_TIMEOUT_MS: '400' };
  app = await startTestApp({ clock, txt: dns.source, settings });
  provider = await startHostileProvider();
  other = await startHostileProvider();
  org = await app.organisation();
  await useProvider(org, provider);
  await prove(org, dns, 'acme.example');
});
beforeEach(() => {
  offsetMs += 61_000; // the visits of one address are counted by the minute
  browser = new Browser();
  provider.misdeed = {};
  provider.person = { sub: 'ann', email: 'ann@acme.example', email_verified: true, name: 'Ann' };
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await provider.close();
  await other.close();
  await app.close();
});

/** Runs a sign-in that must not hold, and looks at everything that it may have left. */
async function refused(reason: string, code: string, walk: () => Promise<Page>): Promise<void> {
  const before = await standing(app);
  const known = await written(app);
  const page = await walk();
  expect([page.status, page.location?.href]).toEqual([303, `${originOf(app)}/sign-in?problem=${code}`]);
  expect(page.setCookies.filter((c) => c.startsWith('twinladder_session='))).toEqual([]);
  expect((await clientIn(app, browser).send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await standing(app)).toEqual(before);
  const after = await written(app);
  expect([...after.recorded.slice(known.recorded.length), ...after.noticed.slice(known.noticed.length)]).toEqual([
    reason,
  ]);
  for (const secret of [CLIENT_SECRET, 'eyJ', 'ann@acme.example', page.location?.searchParams.get('code') ?? 'eyJ'])
    expect(after.all).not.toContain(secret);
}
/** Begins, is let in by the provider, and comes back with what `query` makes of its answer. */
async function through(query: (good: URLSearchParams) => URLSearchParams = (good) => good): Promise<Page> {
  const page = await start(app, browser, org.slug);
  if (page.location === null) throw new Error(`sent nowhere: ${page.status}`);
  return comeBack(app, browser, query(provider.consent(page.location)));
}
/** The same token for somebody else, with the signature of the first. */
function forMallory(good: string): string {
  const [head, body = '', signature] = good.split('.');
  const theirs = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), sub: 'mallory' };
  return [head, Buffer.from(JSON.stringify(theirs)).toString('base64url'), signature].join('.');
}
const changed = (name: string, value: string | null) => (good: URLSearchParams) => {
  if (value === null) good.delete(name);
  else good.set(name, value);
  return good;
};
const now = (): number => Math.floor(Date.now() / 1000);
const claims = (more: object): Misdeed => ({ claims: (good) => ({ ...good, ...more }) });

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

describe('a return is refused', () => {
  it.each<[string, (good: URLSearchParams) => URLSearchParams, string, string]>([
    ['without a state', changed('state', null), 'STATE', 'SIGN_ON_FAILED'],
    ['with another state', changed('state', 'x'.repeat(43)), 'STATE', 'SIGN_ON_FAILED'],
    ['with two states', (q) => new URLSearchParams(`${q.toString()}&state=again`), 'STATE', 'SIGN_ON_FAILED'],
    ['without a code', changed('code', null), 'TOKEN', 'SIGN_ON_FAILED'],
    ['with a code that nobody gave', changed('code', 'made-up'), 'TOKEN', 'SIGN_ON_FAILED'],
    ['with the name of another issuer', changed('iss', 'https://elsewhere.example'), 'TOKEN', 'SIGN_ON_FAILED'],
    ['without the name of the issuer that promised it', changed('iss', null), 'TOKEN', 'SIGN_ON_FAILED'],
    [
      'with the provider’s refusal',
      (q) => changed('code', null)(changed('error', 'access_denied')(q)),
      'PROVIDER_REFUSED',
      'SIGN_ON_CANCELLED',
    ],
    ['with an error in script', (q) => changed('error', '<script>')(q), 'PROVIDER_REFUSED', 'SIGN_ON_CANCELLED'],
  ])('%s', async (_, query, reason, code) => {
    await refused(reason, code, () => through(query));
  });

  it('with the code of another client', async () => {
    await refused('TOKEN', 'SIGN_ON_FAILED', async () => {
      const page = await start(app, browser, org.slug);
      return comeBack(app, browser, provider.consent(page.location ?? new URL('x:'), 'another'));
    });
  });

  it('with the code of another sign-in, whose verifier does not fit', async () => {
    const mine = await start(app, browser, org.slug);
    const theirs = await start(app, new Browser(), org.slug);
    const code = provider.consent(theirs.location ?? new URL('x:')).get('code');
    const query = changed('code', code)(provider.consent(mine.location ?? new URL('x:')));
    await refused('TOKEN', 'SIGN_ON_FAILED', () => comeBack(app, browser, query));
  });

  it('in a browser that began nothing, or something else: nobody is signed in by a stranger’s link', async () => {
    const page = await start(app, new Browser(), org.slug);
    const query = provider.consent(page.location ?? new URL('x:'));
    await refused('NOT_BEGUN_HERE', 'SIGN_ON_FAILED', () => comeBack(app, browser, query));
    await start(app, browser, org.slug);
    await refused('STATE', 'SIGN_ON_FAILED', () => comeBack(app, browser, query));
  });

  it('a second time, with the same code and state', async () => {
    const page = await start(app, browser, org.slug);
    const cookie = browser.cookies(originOf(app)).get('twinladder_sign_on') ?? '';
    const query = provider.consent(page.location ?? new URL('x:'));
    await comeBack(app, browser, query);
    expect((await clientIn(app, browser).ask(ME)).me.member.displayName).toBe('Ann');
    browser = new Browser();
    browser.cookies(originOf(app)).set('twinladder_sign_on', cookie);
    await refused('NOT_BEGUN_HERE', 'SIGN_ON_FAILED', () => comeBack(app, browser, query));
  });

  it('after ten minutes', async () => {
    const page = await start(app, browser, org.slug);
    const query = provider.consent(page.location ?? new URL('x:'));
    await refused('NOT_BEGUN_HERE', 'SIGN_ON_FAILED', () => {
      offsetMs += 601_000;
      return comeBack(app, browser, query);
    });
  });

  it('when sign-on was switched off, or another provider named, meanwhile', async () => {
    const own = await app.organisation();
    await useProvider(own, provider);
    const first = await start(app, browser, own.slug);
    const query = provider.consent(first.location ?? new URL('x:'));
    await own.admin.run('removeSignOn', { version: 1 });
    await refused('SWITCHED_OFF', 'SIGN_ON_FAILED', () => comeBack(app, browser, query));
    await useProvider(own, provider);
    const second = await start(app, browser, own.slug);
    const again = provider.consent(second.location ?? new URL('x:'));
    const change = { issuer: other.issuer, clientId: 'twinladder', clientSecret: CLIENT_SECRET, displayName: 'Other' };
    await own.admin.run('configureSignOn', { ...change, version: 1 });
    await refused('SWITCHED_OFF', 'SIGN_ON_FAILED', () => comeBack(app, browser, again));
  });
});

describe('an account is nobody', () => {
  it.each<[string, object]>([
    ['whose address is not verified', { sub: 'x1', email_verified: false }],
    ['whose address is verified in text only', { sub: 'x2', email_verified: 'true' }],
    ['whose address lies elsewhere', { sub: 'x3', email: 'ann@elsewhere.example' }],
    ['whose address lies in a domain below', { sub: 'x4', email: 'ann@sub.acme.example' }],
    ['whose address only ends so', { sub: 'x5', email: 'ann@notacme.example' }],
    ['whose address has two parts', { sub: 'x6', email: 'ann@elsewhere.example@acme.example' }],
    ['without an address', { sub: 'x7', email: undefined }],
  ])('%s', async (_, person) => {
    provider.person = { ...provider.person, ...person };
    await refused('UNKNOWN_ACCOUNT', 'SIGN_ON_NOT_LINKED', () => through());
  });

  it('of a provider of another organisation that asserts our domain', async () => {
    const theirs = await app.organisation();
    await useProvider(theirs, other);
    other.person = { sub: 'ann', email: 'ann@acme.example', email_verified: true };
    await refused('UNKNOWN_ACCOUNT', 'SIGN_ON_NOT_LINKED', async () => {
      const page = await start(app, browser, theirs.slug);
      return comeBack(app, browser, other.consent(page.location ?? new URL('x:')));
    });
  });

  it('whose member was deactivated', async () => {
    provider.person = { ...provider.person, sub: 'leaver', email: 'leaver@acme.example' };
    await signOn(app, browser, org.slug, provider);
    const { me } = await clientIn(app, browser).ask(ME);
    await asSuperuser(app.databaseName, (db) =>
      db.query(`update member set state = 'DEACTIVATED' where id = $1`, [me.member.id]),
    );
    expect((await clientIn(app, browser).send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    browser = new Browser();
    await refused('MEMBER_INACTIVE', 'SIGN_ON_NOT_LINKED', () => through());
  });
});

describe('a beginning is refused', () => {
  it.each([
    ['to another host', 'https://elsewhere.example/'],
    ['to another host by two slashes', '//elsewhere.example/'],
    ['to another host by a backslash', '/\\elsewhere.example/'],
    ['to another host by a line break', '/\n/elsewhere.example'],
    ['to a script', 'javascript:alert(1)'],
    ['to what is no page', '/graphql?query={me{grants}}'],
    ['to its own return', '/sign-in/return?code=x'],
    ['to two slashes behind a dot', '/.//elsewhere.example'],
  ])('that leads %s afterwards', async (_, to) => {
    await refused('NOT_BEGUN_HERE', 'SIGN_ON_FAILED', () => start(app, browser, org.slug, to));
  });

  it.each([['of nobody'], [''], ['a@unproved.example']])('for %s', async (name) => {
    await refused('NOT_BEGUN_HERE', 'SIGN_ON_FAILED', () => start(app, browser, name));
  });

  it('for an organisation without a provider, like for one that does not exist', async () => {
    const plain = await app.organisation();
    await refused('SWITCHED_OFF', 'SIGN_ON_FAILED', () => start(app, browser, plain.slug));
  });

  it('more than sixty times a minute from one address', async () => {
    const pages: Page[] = [];
    for (let i = 0; i < 61; i++) pages.push(await comeBack(app, browser, new URLSearchParams()));
    expect(pages.map((p) => p.status).filter((s) => s !== 303)).toEqual([429]);
    expect(pages.at(-1)?.headers.get('retry-after')).toBe('60');
    offsetMs += 61_000;
    expect((await signOn(app, browser, org.slug, provider)).location?.pathname).toBe('/');
  });
});
