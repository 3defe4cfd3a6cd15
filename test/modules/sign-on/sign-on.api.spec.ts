/** Why this file exists: signing in by a certified provider: known and new members, connecting, domains, sessions, and how it is set up. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { PASSWORD, startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { Browser, type Page } from '../../support/browser.js';
import { asSuperuser } from '../../support/database.js';
import { startRealProvider, type RealProvider } from '../../support/real-provider.js';
import { beginProof, clientIn, Dns, ME, originOf, prove, start, useProvider } from '../../support/sign-on.js';
import { eventsOf } from '../../support/trail.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
const dns = new Dns();
let app: TestApp;
let provider: RealProvider;
let org: TestOrganisation;
let domain: string;
beforeAll(async () => {
  app = await startTestApp({ clock, txt: dns.source, settings: { SIGN_ON_LOOPBACK: 'on' } });
  provider = await startRealProvider(`${originOf(app)}/sign-in/return`);
});
beforeEach(async () => {
  offsetMs += 61_000; // the visits of one address are counted by the minute
  org = await app.organisation();
  domain = `${org.slug}.example`;
  await useProvider(org, provider);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await provider.close();
  await app.close();
});

const account = (sub: string, more: object = {}): void =>
  void provider.accounts.set(sub, {
    sub,
    email: `${sub}@${domain}`,
    emailVerified: true,
    name: 'Ann Example',
    ...more,
  });

/** From our sign-in page through the provider's pages and back. */
async function signIn(browser: Browser, sub: string, to?: string): Promise<Page> {
  const page = await start(app, browser, org.slug, to);
  if (page.location === null) throw new Error(`sent nowhere: ${page.status}`);
  return browser.visit(await provider.signIn(browser, page.location, sub));
}

describe('signing in by the provider', () => {
  it('makes a member without grants of a verified address in a proved domain, and knows them by their account from then on', async () => {
    await prove(org, dns, domain);
    const sub = `new-${org.slug}`;
    account(sub);
    const browser = new Browser();
    const page = await signIn(browser, sub, '/people?view=members');
    expect([page.status, page.location?.href]).toEqual([303, `${originOf(app)}/people?view=members`]);
    const first = await clientIn(app, browser).ask(ME);
    expect(first).toMatchObject({
      me: { member: { displayName: 'Ann Example' }, grants: [] },
      mySessions: [{ method: 'SINGLE_SIGN_ON', isCurrent: true }],
    });
    account(sub, { email: 'another@elsewhere.example', emailVerified: false });
    const later = new Browser();
    await signIn(later, sub);
    expect((await clientIn(app, later).ask(ME)).me.member.id).toBe(first.me.member.id);
    expect((await eventsOf(org, first.me.member.id)).map((e) => e.type)).toEqual([
      'MemberAdded',
      'SignOnLinked',
      'SignedIn',
      'SignedIn',
    ]);
  });

  it('sets a cookie that no script can read, ends the former session, and does not cache', async () => {
    await prove(org, dns, domain);
    const sub = `again-${org.slug}`;
    account(sub);
    const browser = new Browser();
    await signIn(browser, sub);
    const before = clientIn(app, browser);
    const page = await signIn(browser, sub);
    expect(page.setCookies.find((c) => c.startsWith('twinladder_session='))).toMatch(
      /^twinladder_session=[0-9a-f-]{36}~[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(page.setCookies.find((c) => c.startsWith('twinladder_sign_on='))).toMatch(/Max-Age=0/);
    const kept = ['cache-control', 'referrer-policy'].map((name) => page.headers.get(name));
    expect(kept).toEqual(['no-store', 'no-referrer']);
    expect((await before.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await clientIn(app, browser).ask(ME)).mySessions).toHaveLength(1);
  });

  it('does not join an account to a member with the same address: an administrator connects it', async () => {
    await prove(org, dns, domain);
    const memberId = await org.enrol(['EMPLOYEE'], 'Olive Old');
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ email: string }>('select email from member where id = $1', [memberId]),
    );
    const sub = `old-${org.slug}`;
    account(sub, { email: rows[0]?.email.toUpperCase() });
    const page = await signIn(new Browser(), sub);
    expect(page.location?.search).toBe('?problem=SIGN_ON_NOT_LINKED');
    const WAITING = '{ signOnSettings { linkedMembers requests { member { id displayName } } } }';
    expect((await org.admin.ask(WAITING)).signOnSettings).toEqual({
      linkedMembers: 0,
      requests: [{ member: { id: memberId, displayName: 'Olive Old' } }],
    });
    await org.admin.run('decideSignOnRequest', { memberId, accept: true }, 'member { id }');
    expect((await org.admin.ask(WAITING)).signOnSettings).toEqual({ linkedMembers: 1, requests: [] });
    const browser = new Browser();
    await signIn(browser, sub);
    expect((await clientIn(app, browser).ask(ME)).me).toMatchObject({
      member: { id: memberId },
      grants: ['EMPLOYEE'],
    });
    await org.admin.run('unlinkSignOn', { memberId }, 'member { id }');
    expect((await clientIn(app, browser).send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await signIn(new Browser(), sub);
    await org.admin.run('decideSignOnRequest', { memberId, accept: false });
    expect((await org.admin.ask(WAITING)).signOnSettings).toEqual({ linkedMembers: 0, requests: [] });
    expect((await org.admin.refused('decideSignOnRequest', { memberId, accept: true })).code).toBe('NOT_FOUND');
    expect((await org.admin.refused('unlinkSignOn', { memberId })).code).toBe('NOT_FOUND');
  });

  it('is connected by the member, signed in with the password that is asked for again', async () => {
    const client = await org.member(['EMPLOYEE'], 'Mia Member');
    const sub = `own-${org.slug}`;
    account(sub, { email: 'mia@private.example' });
    expect((await client.refused('startSignOnLink', { password: 'wrong' })).code).toBe('SIGN_IN_FAILED');
    const text =
      'mutation($i: StartSignOnLinkInput!) { startSignOnLink(input: $i) { ... on StartSignOnLinkSuccess { address } } }';
    const answer = await client.send(text, { i: { password: PASSWORD } });
    const [, own = ''] = /twinladder_sign_on=([^;]+)/.exec(String(answer.headers['set-cookie'])) ?? [];
    const browser = new Browser();
    browser.cookies(originOf(app)).set('twinladder_sign_on', own);
    browser.cookies(originOf(app)).set('twinladder_session', client.cookie?.split('=')[1] ?? '');
    const back = await provider.signIn(browser, new URL(answer.data.startSignOnLink.address), sub);
    expect((await browser.visit(back)).location?.pathname).toBe('/account');
    expect((await client.ask('{ mySignOn { provider isLinked } }')).mySignOn).toEqual({
      provider: 'Acme',
      isLinked: true,
    });
    const other = new Browser();
    await signIn(other, sub);
    expect((await clientIn(app, other).ask(ME)).me.member.displayName).toBe('Mia Member');
  });

  it('finds the organisation by a proved domain too', async () => {
    await prove(org, dns, domain);
    const page = await start(app, new Browser(), `anybody@${domain}`);
    expect(page.location?.origin).toBe(provider.issuer);
  });

  it('goes on without the provider for those who are in, and says so to those who are not', async () => {
    const gone = await startRealProvider('http://127.0.0.1/never');
    const other = await app.organisation();
    await useProvider(other, gone);
    await gone.close();
    const page = await start(app, new Browser(), other.slug);
    expect(page.location?.href).toBe(`${originOf(app)}/sign-in?problem=SIGN_ON_UNAVAILABLE`);
    await other.admin.ask(ME);
  });
});

describe('the ways in', () => {
  const WAYS = 'query($n: String!) { waysToSignIn(name: $n) { signOn passwords } }';
  const ways = async (name: string) => (await app.anonymous.ask(WAYS, { n: name })).waysToSignIn;

  it('are those of the organisation, by its short name or a proved domain, and the ordinary ones for what does not exist', async () => {
    const ordinary = { signOn: null, passwords: true };
    const other = await app.organisation();
    await beginProof(org, `begun-${domain}`);
    await prove(org, dns, domain);
    expect(await ways(org.slug)).toEqual({ signOn: 'Acme', passwords: true });
    expect(await ways(` Someone@${domain.toUpperCase()} `)).toEqual({ signOn: 'Acme', passwords: true });
    for (const name of [other.slug, 'nobody', `a@begun-${domain}`, `a@sub.${domain}`, 'a@b', '@', '', 'x'.repeat(255)])
      expect([name, await ways(name)]).toEqual([name, ordinary]);
  });
});

describe('the client secret', () => {
  it('is sealed, stays out of every answer and of the trail, and is kept for the same issuer and client only', async () => {
    const secret = provider.clientSecret;
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ kept: string }>(
        `select concat((select json_agg(p) from sign_on_provider p), (select json_agg(k) from idempotency_key k), (select json_agg(e) from audit_event e)) as kept`,
      ),
    );
    expect(rows[0]?.kept).toContain(provider.issuer);
    expect(rows[0]?.kept).not.toContain(secret);
    const same = { issuer: provider.issuer, clientId: provider.clientId, displayName: 'Acme Corp' };
    await org.admin.run('configureSignOn', { ...same, version: 1 });
    expect((await org.admin.refused('configureSignOn', { ...same, clientId: 'x', version: 2 })).code).toBe(
      'SIGN_ON_SECRET_MISSING',
    );
    expect((await org.admin.refused('configureSignOn', { ...same, version: 1 })).code).toBe('STALE_VERSION');
    const ALL = '{ signOnSettings { provider { issuer clientId displayName version } returnAddress passwords } }';
    const auditor = await org.member(['AUDITOR']);
    const seen = await auditor.ask(ALL);
    expect(seen.signOnSettings).toEqual({
      provider: { ...same, version: 2 },
      returnAddress: `${originOf(app)}/sign-in/return`,
      passwords: true,
    });
  });

  it('sealed for one organisation opens for no other', async () => {
    const other = await app.organisation();
    await useProvider(other, provider);
    await asSuperuser(app.databaseName, (db) =>
      db.query(
        'update sign_on_provider set sealed_secret = (select sealed_secret from sign_on_provider where organisation_id = $1) where organisation_id = $2',
        [other.id, org.id],
      ),
    );
    account(`sealed-${org.slug}`);
    await prove(org, dns, domain);
    const page = await signIn(new Browser(), `sealed-${org.slug}`);
    expect(page.location?.search).toBe('?problem=SIGN_ON_FAILED');
  });
});

describe('naming a provider', () => {
  it.each([
    ['plain http', 'http://idp.example', 'SIGN_ON_ISSUER_WRONG'],
    ['a private address', 'https://10.0.0.1', 'SIGN_ON_ISSUER_WRONG'],
    ['the address of a cloud’s own data', 'https://169.254.169.254/latest', 'SIGN_ON_ISSUER_WRONG'],
    ['an address inside another', 'https://[::ffff:10.0.0.1]', 'SIGN_ON_ISSUER_WRONG'],
    ['a private address of version 6', 'https://[fd00::1]', 'SIGN_ON_ISSUER_WRONG'],
    ['credentials', 'https://a:b@idp.example', 'SIGN_ON_ISSUER_WRONG'],
    ['a query', 'https://idp.example/?a=b', 'SIGN_ON_ISSUER_WRONG'],
    ['no address at all', 'somewhere else', 'SIGN_ON_ISSUER_WRONG'],
  ])('with %s is refused', async (_, issuer, code) => {
    const other = await app.organisation();
    const input = { issuer, clientId: 'x', clientSecret: 'long enough', displayName: 'X', version: 0 };
    expect(await other.admin.refused('configureSignOn', input)).toMatchObject({ code, field: 'input.issuer' });
  });

  it('is refused where nobody answers as exactly this issuer', async () => {
    const other = await app.organisation();
    const wish = { clientId: 'x', clientSecret: 'long enough', displayName: 'X', version: 0 };
    for (const issuer of [`${provider.issuer}/`, `${provider.issuer}/elsewhere`])
      expect((await other.admin.refused('configureSignOn', { ...wish, issuer })).code).toBe(
        'SIGN_ON_PROVIDER_UNUSABLE',
      );
  });

  it('and everything else about it is for administrators; auditors read it', async () => {
    const manager = await org.member(['HIRING_MANAGER']);
    const auditor = await org.member(['AUDITOR']);
    const text = 'mutation { removeSignOn(input: { version: 1 }) { __typename } }';
    for (const client of [manager, auditor])
      expect((await client.send(text)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await manager.send('{ signOnSettings { passwords } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await org.admin.refused('removeSignOn', { version: 9 })).code).toBe('STALE_VERSION');
    await org.admin.run('removeSignOn', { version: 1 });
    expect((await org.admin.refused('removeSignOn', { version: 1 })).code).toBe('SIGN_ON_NOT_CONFIGURED');
    expect((await eventsOf(org, org.id)).map((e) => e.type).slice(-2)).toEqual(['SignOnConfigured', 'SignOnRemoved']);
  });
});
