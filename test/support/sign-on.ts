/** Why this file exists: tests set single sign-on up and walk through it as a browser does. */
import type { AddressInfo } from 'node:net';
import type { TestApp, TestOrganisation } from './app.js';
import { Browser, type Page } from './browser.js';
import { clientOf, type Client } from './clients.js';
import { asSuperuser } from './database.js';
import { CLIENT_ID, CLIENT_SECRET, type HostileProvider } from './hostile-provider.js';

/** Where a browser reaches the application. */
export const originOf = (app: TestApp): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

/** Names a provider for an organisation. */
export async function useProvider(
  organisation: TestOrganisation,
  {
    issuer,
    clientId = CLIENT_ID,
    clientSecret = CLIENT_SECRET,
  }: { issuer: string; clientId?: string; clientSecret?: string },
): Promise<void> {
  const input = { issuer, clientId, clientSecret, displayName: 'Acme', version: 0 };
  await organisation.admin.run('configureSignOn', input);
}

/** Answers of the domain name system, by name. */
export class Dns {
  readonly records = new Map<string, readonly string[]>();
  readonly source = (name: string): Promise<readonly string[]> => Promise.resolve(this.records.get(name) ?? []);
}

const DOMAINS = 'settings { domains { domain recordName recordValue provedAt } }';
interface Domain {
  readonly domain: string;
  readonly recordName: string;
  readonly recordValue: string;
  readonly provedAt: string | null;
}

/** Puts a domain on the list. @returns its record */
export async function beginProof(organisation: TestOrganisation, domain: string): Promise<Domain> {
  const { settings } = await organisation.admin.run('startMailDomainProof', { domain }, DOMAINS);
  const found = (settings.domains as Domain[]).find((one) => one.domain === domain);
  if (found === undefined) throw new Error(`${domain} is not on the list`);
  return found;
}

/** Proves a domain for an organisation. */
export async function prove(organisation: TestOrganisation, dns: Dns, domain: string): Promise<void> {
  const { recordName, recordValue } = await beginProof(organisation, domain);
  dns.records.set(recordName, [...(dns.records.get(recordName) ?? []), recordValue]);
  await organisation.admin.run('checkMailDomainProof', { domain });
}

/** Begins to sign in. @returns the page, which sends the browser to the provider */
export const start = (app: TestApp, browser: Browser, name: string, to = '/'): Promise<Page> =>
  browser.visit(`${originOf(app)}/sign-in/start?${new URLSearchParams({ name, to }).toString()}`);

/** Comes back from a provider. */
export const comeBack = (app: TestApp, browser: Browser, query: URLSearchParams): Promise<Page> =>
  browser.visit(`${originOf(app)}/sign-in/return?${query.toString()}`);

/** The whole way with a provider that asks nothing. */
export async function signOn(
  app: TestApp,
  browser: Browser,
  name: string,
  provider: HostileProvider,
  to?: string,
): Promise<Page> {
  const page = await start(app, browser, name, to);
  if (page.location === null) throw new Error(`sent nowhere: ${page.status} ${page.text}`);
  return comeBack(app, browser, provider.consent(page.location));
}

/** Whoever is signed in in a browser. */
export function clientIn(app: TestApp, browser: Browser): Client {
  const value = browser.cookies(originOf(app)).get('twinladder_session');
  return clientOf(app.running, null, value === undefined ? null : `twinladder_session=${value}`);
}
export const ME = '{ me { member { id displayName } grants } mySessions { method isCurrent } }';

/** Runs a sign-in that must not hold, and looks at everything that it may have left: sessions, members, accounts, and what was written down. */
export async function expectRefused(
  app: TestApp,
  browser: Browser,
  { reason, code }: { readonly reason: string; readonly code: string },
  walk: () => Promise<Page>,
): Promise<void> {
  const before = await standing(app);
  const known = await written(app);
  const page = await walk();
  expect([page.status, page.location?.href]).toEqual([303, `${originOf(app)}/sign-in?problem=${code}`]);
  expect(page.setCookies.filter((c) => c.startsWith('twinladder_session='))).toEqual([]);
  expect((await clientIn(app, browser).send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await standing(app)).toEqual(before);
  const after = await written(app);
  const added = [...after.recorded.slice(known.recorded.length), ...after.noticed.slice(known.noticed.length)];
  expect(added).toEqual([reason]);
  for (const secret of [CLIENT_SECRET, 'eyJ', 'ann@acme.example']) expect(after.all).not.toContain(secret);
}

/** What a refused sign-in must leave as it was: members, sessions, connected accounts. */
async function standing(app: TestApp): Promise<unknown> {
  const { rows } = await asSuperuser(app.databaseName, (db) =>
    db.query(
      `select (select count(*)::int from member) as members, (select count(*)::int from sign_on_identity) as accounts,
              (select count(*)::int from session where ended_at is null) as sessions`,
    ),
  );
  return rows[0];
}

/** Texts of everything that is kept of refusals: the audit trail and what was written down for the operator. */
async function written(
  app: TestApp,
): Promise<{ readonly recorded: string[]; readonly noticed: string[]; readonly all: string }> {
  const { rows } = await asSuperuser(app.databaseName, (db) =>
    db.query<{ type: string; data: { reason?: string }; text: string }>(
      'select type, data, e::text as text from audit_event e order by at, seq',
    ),
  );
  const recorded = rows.filter((row) => row.type === 'SignOnRefused').map((row) => row.data.reason ?? '');
  const noticed = app.notices.map((line) => line['reason'] ?? '');
  return {
    ...{ recorded, noticed },
    all: rows.map((row) => row.text).join('\n') + JSON.stringify(app.notices),
  };
}

/** As patient with a provider as a test can be; providers are on this machine. */
export const IMPATIENT = { SIGN_ON_LOOPBACK: 'on', SIGN_ON_TIMEOUT_MS: '400' } as const;
/** A person of the provider whose address it verified. */
export const ANN = { sub: 'ann', email: 'ann@acme.example', email_verified: true, name: 'Ann' } as const;

/** Where a walk through a hostile provider takes place. */
export interface HostileGround {
  readonly app: TestApp;
  readonly browser: Browser;
  readonly organisation: TestOrganisation;
  readonly provider: HostileProvider;
}
/** Begins, is let in by the provider, and comes back with what `query` makes of its answer. */
export async function throughHostile(
  { app, browser, organisation, provider }: HostileGround,
  query: (good: URLSearchParams) => URLSearchParams = (good) => good,
): Promise<Page> {
  const page = await start(app, browser, organisation.slug);
  if (page.location === null) throw new Error(`sent nowhere: ${page.status}`);
  return comeBack(app, browser, query(provider.consent(page.location)));
}
