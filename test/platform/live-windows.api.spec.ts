/** Why this file exists: a window that listens is let in as its session is, ends with it, and costs the server little. */
import { MOST_OF_MEMBER } from '../../src/platform/live/index.js';
import { makeToken } from '../support/api-tokens.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { asSuperuser } from '../support/database.js';
import { givePerson } from '../support/people.js';
import { startTwoServers, type TwoServers } from '../support/two-servers.js';

/** The specification's figure. */
const SECOND_MS = 1_000;

let servers: TwoServers;
let one: TestApp;
let two: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  servers = await startTwoServers();
  ({ one, two, org } = servers);
});
afterEach(() => servers.leaveAll());
afterAll(() => servers.close());

const window: TwoServers['window'] = (...wish) => servers.window(...wish);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a window ends within a second', () => {
  const cases: readonly (readonly [string, boolean, (client: Client) => Promise<unknown>])[] = [
    ['of signing out', true, (client) => client.ask('mutation { signOut }')],
    ['of a deactivation', true, (client) => org.admin.run('deactivateMember', { memberId: client.memberId })],
    [
      'of a grant that is given',
      false,
      (client) => org.admin.run('giveGrant', { memberId: client.memberId, grant: 'MENTOR' }),
    ],
    [
      'of a grant that is taken',
      false,
      (client) => org.admin.run('takeGrant', { memberId: client.memberId, grant: 'INTERVIEWER' }),
    ],
  ];
  it.each(cases)('%s, and others stay', async (_, isOver, happens) => {
    const [leaver, stayer] = [await org.member(['INTERVIEWER']), await org.member(['INTERVIEWER'])];
    const [gone, kept] = [await window(leaver), await window(stayer)];
    await happens(leaver);
    expect(await gone.ends(SECOND_MS)).not.toBeNull();
    expect(gone.text().includes('event: over')).toBe(isOver);
    expect(kept.isOpen()).toBe(true);
  });

  it('of the end of the employment', async () => {
    const { client, personId } = await givePerson(org, { grants: ['EMPLOYEE'] });
    const listener = await window(client);
    const leftOn = new Date().toISOString().slice(0, 10);
    await org.admin.run('endEmployment', { personId, version: 1, leftOn });
    expect(await listener.ends(SECOND_MS)).not.toBeNull();
  });

  it('of a limit of sessions that the organisation shortens, of a grant that ends by itself, and keeps no session open', async () => {
    const here = await one.organisation();
    const timed = await here.member(['EMPLOYEE']);
    await here.admin.run('giveGrant', {
      memberId: timed.memberId,
      grant: 'MENTOR',
      expiresAt: new Date(Date.now() + 2_000).toISOString(),
    });
    const [byGrant, byLimit] = [await window(timed), await window(await here.member([]))];
    expect(await byGrant.ends(4_000)).not.toBeNull();
    await asSuperuser(one.databaseName, (db) =>
      db.query(`update session set last_seen_at = last_seen_at - interval '8 minutes' where organisation_id = $1`, [
        here.id,
      ]),
    );
    await here.admin.run('setSessionLimits', { idleMinutes: 5, hours: 12, version: 0 }).catch(() => undefined);
    const again = await here.signInAgain(here.admin);
    await again.run('setSessionLimits', { idleMinutes: 6, hours: 12, version: 1 });
    expect(await byLimit.ends(SECOND_MS)).not.toBeNull();
  });

  it('when the session has been idle, though the window listened all the time', async () => {
    const client = await org.member([]);
    await asSuperuser(one.databaseName, (db) =>
      db.query(`update session set last_seen_at = now() - interval '29 minutes 58 seconds' where member_id = $1`, [
        client.memberId,
      ]),
    );
    const listener = await window(client);
    expect(listener.status).toBe(200);
    expect(await listener.ends(4_000)).not.toBeNull();
    expect((await client.send('{ me { grants } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('who may listen', () => {
  const refusal = async (client: Pick<Client, 'cookie'>, headers: Record<string, string> = {}, at = two) => {
    const listener = await window(client, headers, at);
    await listener.ends();
    return [listener.status, JSON.parse(listener.text()).errors[0].extensions.code, listener.headers['retry-after']];
  };

  it('is a session from a page of the same origin: no token, no stranger, no other site', async () => {
    const token = await makeToken(one, org.admin, { scopes: ['directory:read'] });
    expect(await refusal({ cookie: null })).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect(await refusal({ cookie: 'twinladder_session=nonsense' })).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect(await refusal({ cookie: null }, { authorization: `Bearer ${token.text}` })).toEqual([
      400,
      'BAD_REQUEST',
      undefined,
    ]);
    expect(await refusal(org.admin, { authorization: `Bearer ${token.text}` })).toEqual([
      400,
      'BAD_REQUEST',
      undefined,
    ]);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await refusal(org.admin, { 'sec-fetch-site': site })).toEqual([403, 'FORBIDDEN', undefined]);
    expect(await refusal(org.admin, { origin: 'https://elsewhere.example' })).toEqual([403, 'FORBIDDEN', undefined]);
    expect((await window(org.admin, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('has so many windows and no more, as long as they are open; so has a process', async () => {
    const client = await org.member([]);
    const windows = [];
    for (let i = 0; i < MOST_OF_MEMBER; i++) windows.push(await window(client));
    expect(await refusal(client)).toEqual([429, 'RATE_LIMITED', '60']);
    windows[0]?.leave();
    await pause(100);
    expect((await window(client)).status).toBe(200);
    const small = await startTestApp({ database: servers.wire.database, settings: { EVENT_WINDOWS: '1' } });
    expect((await window(org.admin, {}, small)).status).toBe(200);
    expect(await refusal(client, {}, small)).toEqual([429, 'RATE_LIMITED', '60']);
    await small.close();
  });
});

it('costs the database one statement per look, however many windows there are, and none without windows', async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, () => org.member([])));
  for (const client of clients) await window(client);
  const asked: string[] = [];
  const { database } = two;
  const read = database.readShared.bind(database);
  database.readShared = (sql, values) => {
    asked.push(sql);
    return read(sql, values);
  };
  const { statements } = await two.statements(() => pause(1_500));
  expect(statements).toEqual([]);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.length).toBeLessThanOrEqual(6);
  servers.leaveAll();
  await pause(700);
  asked.length = 0;
  await pause(1_000);
  expect(asked).toEqual([]);
  database.readShared = read;
});

it('a server that drains ends its windows at once, lets none in, and answers everything else', async () => {
  const draining = await startTestApp({ database: servers.wire.database });
  const listener = await window(org.admin, {}, draining);
  const begun = Date.now();
  const drained = draining.running.drain(0);
  expect(await listener.ends(SECOND_MS)).not.toBeNull();
  await drained;
  expect(Date.now() - begun).toBeLessThan(4_000); // it does not wait for windows as for requests
  await draining.close();
});
