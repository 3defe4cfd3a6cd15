/** Why this file exists: members see and end their own sessions; an organisation lets them end sooner. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { PASSWORD, startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { clientOf } from '../../support/clients.js';
import { asSuperuser } from '../../support/database.js';
import { eventsOf, eventTypesOf } from '../../support/trail.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
let member: Client;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  offsetMs = 0;
  org = await app.organisation();
  member = await org.member(['EMPLOYEE']);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const MINE = '{ mySessions { id startedAt lastSeenAt method browser isCurrent } }';
interface Mine {
  readonly id: string;
  readonly lastSeenAt: string;
  readonly browser: string;
  readonly isCurrent: boolean;
}
const sessionsOf = async (client: Client): Promise<readonly Mine[]> => (await client.ask(MINE)).mySessions;
const isOut = async (client: Client): Promise<boolean> =>
  (await client.send(MINE)).errors[0]?.extensions.code === 'UNAUTHENTICATED';

const SIGN_IN = 'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }';
/** Signs the administrator in from a browser, which may carry a session already. */
async function signInFrom(headers: Record<string, string>): Promise<Client> {
  const input = { organisation: org.slug, email: `admin@${org.slug}.example`, password: PASSWORD };
  const answer = await app.anonymous.send(SIGN_IN, { i: input }, headers);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return clientOf(app.running, org.admin.memberId, cookie);
}

describe('my sessions', () => {
  it('are listed with the browser in words, and the one in use is marked', async () => {
    const firefox = await signInFrom({
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    });
    const [newest, first, ...more] = await sessionsOf(firefox);
    expect(newest).toMatchObject({ browser: 'Firefox on Windows', method: 'PASSWORD', isCurrent: true });
    expect(first).toMatchObject({ browser: 'Another program', isCurrent: false });
    expect(more).toEqual([]);
    expect(await sessionsOf(member)).toHaveLength(1);
  });

  it('leave out those that ended, idled out or grew too old', async () => {
    const second = await org.signInAgain(member);
    await second.ask('mutation { signOut }');
    expect(await sessionsOf(member)).toHaveLength(1);
    await org.signInAgain(member);
    offsetMs = 20 * 60_000;
    await member.ask(MINE);
    offsetMs = 35 * 60_000;
    expect(await sessionsOf(member)).toHaveLength(1);
  });

  it('are ended one by one, effective at once, and recorded', async () => {
    const second = await org.signInAgain(member);
    const other = (await sessionsOf(member)).find((s) => !s.isCurrent);
    const { sessionId } = await member.run('endSession', { sessionId: other?.id }, 'sessionId');
    expect(sessionId).toBe(other?.id);
    expect([await isOut(second), await isOut(member)]).toEqual([true, false]);
    expect((await member.refused('endSession', { sessionId })).code).toBe('NOT_FOUND');
    const recorded = await eventsOf(org, member.memberId ?? '');
    expect(recorded.find((e) => e.type === 'SessionEnded')?.data).toEqual({ sessionId });
  });

  it('can end the one in use, which clears the cookie', async () => {
    const [own] = await sessionsOf(member);
    const answer = await member.send('mutation($i: EndSessionInput!) { endSession(input: $i) { __typename } }', {
      i: { sessionId: own?.id },
    });
    expect(String(answer.headers['set-cookie'])).toMatch(/^twinladder_session=; Max-Age=0/);
    expect(await isOut(member)).toBe(true);
  });

  it('of others do not exist for anybody else, administrators included', async () => {
    const [theirs] = await sessionsOf(member);
    const outsider = (await app.organisation()).admin;
    for (const client of [org.admin, outsider])
      expect((await client.refused('endSession', { sessionId: theirs?.id })).code).toBe('NOT_FOUND');
    expect(await isOut(member)).toBe(false);
  });

  it('are ended all but the one in use', async () => {
    const others = [await org.signInAgain(member), await org.signInAgain(member)];
    const colleague = await org.member(['EMPLOYEE']);
    expect((await member.run('endOtherSessions', null, 'ended')).ended).toBe(2);
    expect(await Promise.all([...others, member, colleague].map(isOut))).toEqual([true, true, false, false]);
    expect((await member.run('endOtherSessions', null, 'ended')).ended).toBe(0);
    expect(await eventTypesOf(org, member.memberId ?? '')).toContain('OtherSessionsEnded');
  });
});

describe('a session', () => {
  it('is another one after each sign-in: the former one of the same browser ends', async () => {
    const cookie = org.admin.cookie ?? '';
    const next = await signInFrom({ cookie });
    expect(next.cookie).not.toBe(cookie);
    expect([await isOut(org.admin), await isOut(next)]).toEqual([true, false]);
    const elsewhere = await app.organisation();
    const moved = await signInFrom({ cookie: elsewhere.admin.cookie ?? '' });
    expect([await isOut(elsewhere.admin), await isOut(moved)]).toEqual([true, false]);
  });

  it('stays when a sign-in fails', async () => {
    const wrong = { organisation: org.slug, email: `admin@${org.slug}.example`, password: 'wrong' };
    await org.admin.send(SIGN_IN, { i: wrong });
    expect(await isOut(org.admin)).toBe(false);
  });

  it('has a secret of 256 bits, of which only the hash is kept', async () => {
    const secret = String(member.cookie).split('~')[1] ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ kept: string }>('select json_agg(s)::text as kept from session s'),
    );
    expect(rows[0]?.kept).not.toContain(secret);
  });
});

describe('the limits of an organisation', () => {
  const set = (client: Client, idleMinutes: number, hours: number, version: number) =>
    client.run('setSessionLimits', { idleMinutes, hours, version }, 'sessionLimits { idleMinutes hours version }');

  it('are those of the installation until an administrator shortens them, for open sessions too', async () => {
    expect((await member.ask('{ sessionLimits { idleMinutes hours version } }')).sessionLimits).toEqual({
      idleMinutes: 30,
      hours: 12,
      version: 0,
    });
    expect((await set(org.admin, 10, 2, 0)).sessionLimits).toEqual({ idleMinutes: 10, hours: 2, version: 1 });
    expect((await eventsOf(org, org.id)).at(-1)).toEqual({
      type: 'SessionLimitsSet',
      data: { before: { idleMinutes: 30, hours: 12 }, after: { idleMinutes: 10, hours: 2 } },
    });
    offsetMs = 11 * 60_000;
    expect(await isOut(member)).toBe(true);
    offsetMs = 0;
    for (let minutes = 8; minutes < 120; minutes += 8) {
      offsetMs = minutes * 60_000;
      expect(await isOut(org.admin)).toBe(false);
    }
    offsetMs = 121 * 60_000;
    expect(await isOut(org.admin)).toBe(true);
    const elsewhere = await app.organisation();
    expect((await elsewhere.admin.ask('{ sessionLimits { idleMinutes } }')).sessionLimits.idleMinutes).toBe(30);
  });

  it('are never longer than those of the installation', async () => {
    const answer = await org.admin.send(
      'mutation { setSessionLimits(input: { idleMinutes: 31, hours: 13, version: 0 }) { __typename } }',
    );
    expect(answer.errors[0]?.extensions.fields?.map((f) => f.field)).toEqual(['input.idleMinutes', 'input.hours']);
  });

  it('are changed by administrators only, and not over a change that they did not see', async () => {
    const text = 'mutation { setSessionLimits(input: { idleMinutes: 5, hours: 1, version: 0 }) { __typename } }';
    expect((await member.send(text)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await set(org.admin, 20, 8, 0);
    const stale = await org.admin.refused('setSessionLimits', { idleMinutes: 5, hours: 1, version: 0 });
    expect(stale.code).toBe('STALE_VERSION');
    expect((await set(org.admin, 25, 12, 1)).sessionLimits).toEqual({ idleMinutes: 25, hours: 12, version: 2 });
  });
});
