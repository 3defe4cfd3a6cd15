/** Why this file exists: signing in and out, sessions that end, and rights that are read afresh on each request. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { foundOrganisation } from '../../../src/modules/demonstration/index.js';
import { PASSWORD, startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { clientOf } from '../../support/clients.js';
import { asSuperuser } from '../../support/database.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  offsetMs = 0;
  await passAttemptWindow(app.databaseName); // failures of one address are counted by the minute
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const ME = '{ me { member { displayName } grants permissions } }';
const signIn = (input: object) =>
  app.anonymous.send(
    'mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on SignInSuccess { member { displayName } } ... on Problem { code } } }',
    { i: input },
  );
const eventsOf = async (type: string): Promise<number> => {
  const auditor = await org.member(['AUDITOR']);
  const data = await auditor.ask('query($t: String) { auditEvents(type: $t) { totalCount } }', { t: type });
  return data.auditEvents.totalCount as number;
};

describe('signing in', () => {
  it('sets a cookie that no script can read, and tells who is signed in', async () => {
    const answer = await signIn({ organisation: org.slug, email: `ADMIN@${org.slug}.example`, password: PASSWORD });
    expect(answer.data.signIn).toEqual({ __typename: 'SignInSuccess', member: { displayName: 'Ada Admin' } });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^twinladder_session=[0-9a-f-]{36}~[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax/,
    );
    const me = await org.admin.ask(ME);
    expect(me.me).toMatchObject({ member: { displayName: 'Ada Admin' }, grants: ['ORGANISATION_ADMIN'] });
  });

  it('fits a password that is kept as argon2id with 19 MiB, two passes and one lane', async () => {
    const slug = `${org.slug}-founded`;
    const adminEmail = `founder@${slug}.example`;
    const founding = {
      slug,
      name: slug,
      adminEmail,
      adminName: 'Fay Founder',
      password: 'six plain words for one founder',
    };
    expect(await foundOrganisation(app.database, founding)).toMatchObject({ ok: true });
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ kept: string }>('select password_hash as kept from member where email = $1', [adminEmail]),
    );
    expect(rows.map((row) => row.kept.split('$').slice(1, 4))).toEqual([['argon2id', 'v=19', 'm=19456,t=2,p=1']]);
    const answer = await signIn({ organisation: slug, email: adminEmail, password: founding.password });
    expect(answer.data.signIn).toMatchObject({ __typename: 'SignInSuccess' });
  });

  it.each([
    [
      'the wrong password',
      (slug: string) => ({ organisation: slug, email: `admin@${slug}.example`, password: 'wrong' }),
    ],
    [
      'an unknown member',
      (slug: string) => ({ organisation: slug, email: 'nobody@nowhere.example', password: PASSWORD }),
    ],
    ['an unknown organisation', () => ({ organisation: 'no-such-one', email: 'a@b.example', password: PASSWORD })],
  ])('with %s fails in the same words and sets no cookie', async (_, input) => {
    const answer = await signIn(input(org.slug));
    expect(answer.data.signIn).toEqual({ __typename: 'RuleViolation', code: 'SIGN_IN_FAILED' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is recorded, failures too', async () => {
    await signIn({ organisation: org.slug, email: `admin@${org.slug}.example`, password: 'wrong' });
    expect(await eventsOf('SignInFailed')).toBe(1);
    expect(await eventsOf('SignedIn')).toBeGreaterThan(1);
  });

  it('is held up after five failures of one account, even with the right password, until a minute has passed', async () => {
    const account = { organisation: org.slug, email: `admin@${org.slug}.example` };
    for (let i = 0; i < 5; i++) await signIn({ ...account, password: 'wrong' });
    expect((await signIn({ ...account, password: PASSWORD })).data.signIn.code).toBe('TOO_MANY_ATTEMPTS');
    await passAttemptWindow(app.databaseName);
    expect((await signIn({ ...account, password: PASSWORD })).data.signIn.__typename).toBe('SignInSuccess');
  });

  it('into the demonstration needs a server that has one', async () => {
    expect((await app.anonymous.ask('{ demonstrationMembers { memberId } }')).demonstrationMembers).toEqual([]);
    const answer = await app.anonymous.ask('mutation($m: ID!) { demonstrationSignIn(memberId: $m) { __typename } }', {
      m: org.admin.memberId,
    });
    expect(answer.demonstrationSignIn.__typename).toBe('NotFound');
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const client = await org.member(['EMPLOYEE']);
    expect((await client.ask('mutation { signOut }')).signOut).toBe(true);
    expect((await client.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ends after half an hour without a request, and not before', async () => {
    const client = await org.member(['EMPLOYEE']);
    offsetMs = 29 * 60_000;
    await client.ask(ME);
    offsetMs = 58 * 60_000;
    await client.ask(ME);
    offsetMs = 89 * 60_000;
    expect((await client.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ends after twelve hours, whatever happens in it', async () => {
    const client = await org.member(['EMPLOYEE']);
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      offsetMs = minutes * 60_000;
      await client.ask(ME);
    }
    offsetMs = 12 * 3_600_000 + 1000;
    expect((await client.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each(['nonsense', '~', 'a~b', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}~${'A'.repeat(43)}`])(
    'with the made-up value %s is nobody’s',
    async (value) => {
      const stranger = clientOf(app.running, null, `twinladder_session=${value}`);
      expect((await stranger.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );

  it('of one organisation does not open another one with the same secret', async () => {
    const other = await app.organisation();
    const secret = String(org.admin.cookie).split('~')[1] ?? '';
    const stranger = clientOf(app.running, null, `twinladder_session=${other.id}~${secret}`);
    expect((await stranger.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('grants', () => {
  it('hold and end with the next request of an open session', async () => {
    const client = await org.member(['EMPLOYEE']);
    const code = async (): Promise<string | undefined> =>
      (await client.send('{ members { nodes { id } } }')).errors[0]?.extensions.code;
    expect(await code()).toBe('FORBIDDEN');
    await org.admin.run('giveGrant', { memberId: client.memberId, grant: 'ORGANISATION_ADMIN' }, 'member { grants }');
    expect(await code()).toBeUndefined();
    await client.run('takeGrant', { memberId: client.memberId, grant: 'ORGANISATION_ADMIN' });
    expect(await code()).toBe('FORBIDDEN');
    expect(await eventsOf('GrantTaken')).toBe(1);
  });

  it('are given by nobody to themselves, not twice, and not to strangers; the last administrator stays', async () => {
    const client = await org.member(['EMPLOYEE']);
    expect((await org.admin.refused('giveGrant', { memberId: org.admin.memberId, grant: 'AUDITOR' })).code).toBe(
      'NOT_TO_YOURSELF',
    );
    expect((await org.admin.refused('giveGrant', { memberId: client.memberId, grant: 'EMPLOYEE' })).code).toBe(
      'GRANT_HELD_ALREADY',
    );
    const other = await app.organisation();
    expect((await org.admin.refused('giveGrant', { memberId: other.admin.memberId, grant: 'AUDITOR' })).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (await org.admin.refused('takeGrant', { memberId: org.admin.memberId, grant: 'ORGANISATION_ADMIN' })).code,
    ).toBe('LAST_ADMINISTRATOR');
    expect((await org.admin.refused('takeGrant', { memberId: client.memberId, grant: 'MENTOR' })).code).toBe(
      'GRANT_NOT_HELD',
    );
  });
});
