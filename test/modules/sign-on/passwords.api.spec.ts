/** Why this file exists: an organisation closes the way in by passwords only when nobody is locked out, and the operator opens it again. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { passwordsOn } from '../../../src/cli/maintenance.js';
import { parseConfig } from '../../../src/platform/config/index.js';
import { PASSWORD, startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { Browser } from '../../support/browser.js';
import type { Client } from '../../support/clients.js';
import { asSuperuser } from '../../support/database.js';
import { startHostileProvider, type HostileProvider } from '../../support/hostile-provider.js';
import { clientIn, Dns, ME, prove, signOn, useProvider } from '../../support/sign-on.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
const dns = new Dns();
let app: TestApp;
let provider: HostileProvider;
let org: TestOrganisation;
let admin: Client;
beforeAll(async () => {
  app = await startTestApp({ clock, txt: dns.source, settings: { SIGN_ON_LOOPBACK: 'on' } });
  provider = await startHostileProvider();
});
beforeEach(async () => {
  offsetMs += 61_000;
  org = await app.organisation();
  await useProvider(org, provider);
  await prove(org, dns, `${org.slug}.example`);
  provider.person = { sub: org.slug, email: `chief@${org.slug}.example`, email_verified: true, name: 'Chief' };
  const browser = new Browser();
  await signOn(app, browser, org.slug, provider);
  admin = clientIn(app, browser);
  const { me } = await admin.ask(ME);
  await org.admin.run('giveGrant', { memberId: me.member.id, grant: 'ORGANISATION_ADMIN' });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await provider.close();
  await app.close();
});

const TEXT = 'mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on Problem { code message } } }';
const signIn = async (password: string, email = `admin@${org.slug}.example`) =>
  (await app.anonymous.send(TEXT, { i: { organisation: org.slug, email, password } })).data.signIn;
/** What the trail says of it; nobody new can sign in to read it there. */
async function switches(): Promise<string[]> {
  const { rows } = await asSuperuser(app.databaseName, (db) =>
    db.query<{ type: string }>(
      `select type from audit_event where organisation_id = $1 and type like 'Passwords%' order by seq`,
      [org.id],
    ),
  );
  return rows.map((row) => row.type);
}
const off = { passwords: false, version: 0 };

describe('passwords', () => {
  it('are switched off only by an administrator who came in by the provider', async () => {
    expect((await org.admin.refused('setPasswordSignIn', off)).code).toBe('PASSWORDS_NEED_SIGN_ON');
    const plain = await app.organisation();
    expect((await plain.admin.refused('setPasswordSignIn', off)).code).toBe('SIGN_ON_NOT_CONFIGURED');
    expect((await admin.refused('setPasswordSignIn', { ...off, version: 1 })).code).toBe('STALE_VERSION');
    const { settings } = await admin.run('setPasswordSignIn', off, 'settings { passwords passwordsVersion }');
    expect(settings).toEqual({ passwords: false, passwordsVersion: 1 });
    expect(await switches()).toEqual(['PasswordsSwitchedOff']);
  });

  it('that are off answer like wrong ones, end the sessions that began with one, and close no other way', async () => {
    const wrong = await signIn('wrong');
    await admin.run('setPasswordSignIn', off);
    expect(await signIn(PASSWORD)).toEqual(wrong);
    expect(await signIn(PASSWORD, 'nobody@else.example')).toEqual(wrong);
    expect((await org.admin.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await admin.ask(ME);
    const ways = 'query($n: String!) { waysToSignIn(name: $n) { signOn passwords } }';
    expect((await app.anonymous.ask(ways, { n: org.slug })).waysToSignIn).toEqual({ signOn: 'Acme', passwords: false });
    await signOn(app, new Browser(), org.slug, provider);
    const browser = new Browser();
    expect((await signOn(app, browser, org.slug, provider)).location?.pathname).toBe('/');
  });

  it('that are off keep the provider as it is; a new client secret of the same client is fine', async () => {
    await admin.run('setPasswordSignIn', off);
    const same = { issuer: provider.issuer, clientId: 'twinladder', displayName: 'Acme', version: 1 };
    expect((await admin.refused('removeSignOn', { version: 1 })).code).toBe('PASSWORDS_ARE_OFF');
    const other = { ...same, clientId: 'another', clientSecret: 'long enough' };
    expect((await admin.refused('configureSignOn', other)).code).toBe('PASSWORDS_ARE_OFF');
    await admin.run('configureSignOn', { ...same, clientSecret: 'a new secret of it' });
    await admin.run('setPasswordSignIn', { passwords: true, version: 1 });
    expect((await signIn(PASSWORD)).__typename).toBe('SignInSuccess');
    await admin.run('removeSignOn', { version: 2 });
  });

  it('are switched on again by the operator, once', async () => {
    await admin.run('setPasswordSignIn', off);
    const config = parseConfig({ NODE_ENV: 'test', DATABASE_URL: app.databaseUrl, TWINLADDER_DEMO: 'off' });
    const printed: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => printed.push(String(text)) > 0;
    try {
      await passwordsOn(config, { organisation: org.slug });
      await passwordsOn(config, { organisation: org.slug });
    } finally {
      process.stdout.write = write;
    }
    expect(printed.join('')).toMatch(/can sign in with their passwords again.*\n.*on already/);
    expect((await signIn(PASSWORD)).__typename).toBe('SignInSuccess');
    await expect(passwordsOn(config, { organisation: 'nobody' })).rejects.toThrow(/no organisation nobody/);
    expect(await switches()).toEqual(['PasswordsSwitchedOff', 'PasswordsSwitchedOn']);
  });
});
