/** Why this file exists: sign-ins that are forged, repeated, late or led astray: nobody gets in, no member is made, and one line without secrets says that it happened. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { Browser, type Page } from '../../support/browser.js';
import { asSuperuser } from '../../support/database.js';
import { CLIENT_SECRET, startHostileProvider, type HostileProvider } from '../../support/hostile-provider.js';
import {
  ANN,
  clientIn,
  comeBack,
  Dns,
  expectRefused,
  IMPATIENT,
  ME,
  originOf,
  prove,
  signOn,
  start,
  throughHostile,
  useProvider,
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
  app = await startTestApp({ clock, txt: dns.source, settings: IMPATIENT });
  provider = await startHostileProvider();
  other = await startHostileProvider();
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
  await other.close();
  await app.close();
});

/** Runs a sign-in that must not hold, in the browser of the test. */
const refused = (reason: string, code: string, walk: () => Promise<Page>): Promise<void> =>
  expectRefused(app, browser, { reason, code }, walk);
const through = (query?: (good: URLSearchParams) => URLSearchParams): Promise<Page> =>
  throughHostile({ app, browser, organisation: org, provider }, query);
const changed = (name: string, value: string | null) => (good: URLSearchParams) => {
  if (value === null) good.delete(name);
  else good.set(name, value);
  return good;
};

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
    expect(Number(pages.at(-1)?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    await passAttemptWindow(app.databaseName);
    expect((await signOn(app, browser, org.slug, provider)).location?.pathname).toBe('/');
  });
});
