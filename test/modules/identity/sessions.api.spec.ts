/** Why this file exists: signing in and out, sessions that end, and rights that are read afresh on each request. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { tidy } from '../../../src/upkeep.js';
import { PASSWORD, startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { clientOf } from '../../support/clients.js';
import { sameStatements } from '../../support/statements.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  offsetMs = 0;
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
    offsetMs = 61_000;
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
    await org.admin.run('takeGrant', { memberId: client.memberId, grant: 'ORGANISATION_ADMIN' });
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

describe('idempotency', () => {
  const GIVE = 'mutation($i: GrantInput!) { giveGrant(input: $i) { __typename ... on Problem { code } } }';

  it('answers the same for the same key and input, and acts once, twenty times in parallel too', async () => {
    const client = await org.member(['EMPLOYEE']);
    const send = () =>
      org.admin.send(
        GIVE,
        { i: { memberId: client.memberId, grant: 'MENTOR' } },
        { 'idempotency-key': 'same-key-for-all' },
      );
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(answers.map((a) => a.data.giveGrant.__typename)).toEqual(
      Array.from({ length: 20 }, () => 'GiveGrantSuccess'),
    );
    const auditor = await org.member(['AUDITOR']);
    const events = await auditor.ask('query($e: ID) { auditEvents(entityId: $e, type: "GrantGiven") { totalCount } }', {
      e: client.memberId,
    });
    expect(events.auditEvents.totalCount).toBe(2);
  });

  it('refuses a key that was used for something else', async () => {
    const client = await org.member(['EMPLOYEE']);
    const headers = { 'idempotency-key': 'another-key' };
    await org.admin.send(GIVE, { i: { memberId: client.memberId, grant: 'MENTOR' } }, headers);
    const answer = await org.admin.send(GIVE, { i: { memberId: client.memberId, grant: 'INTERVIEWER' } }, headers);
    expect(answer.data.giveGrant).toEqual({ __typename: 'RuleViolation', code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('keeps several mutations of one document apart', async () => {
    const client = await org.member([]);
    const text = `mutation($a: GrantInput!, $b: GrantInput!) { a: giveGrant(input: $a) { __typename } b: giveGrant(input: $b) { __typename } }`;
    const variables = {
      a: { memberId: client.memberId, grant: 'MENTOR' },
      b: { memberId: client.memberId, grant: 'EMPLOYEE' },
    };
    for (let i = 0; i < 2; i++) {
      const answer = await org.admin.send(text, variables, { 'idempotency-key': 'two-at-once' });
      expect([answer.data.a.__typename, answer.data.b.__typename]).toEqual(['GiveGrantSuccess', 'GiveGrantSuccess']);
    }
  });

  it('forgets keys after a day, and not before', async () => {
    const client = await org.member(['EMPLOYEE']);
    const give = () =>
      org.admin.send(GIVE, { i: { memberId: client.memberId, grant: 'MENTOR' } }, { 'idempotency-key': 'kept-a-day' });
    await give();
    await tidy(app.database);
    expect((await give()).data.giveGrant.__typename).toBe('GiveGrantSuccess');
    offsetMs = 25 * 3_600_000;
    await tidy(app.database);
    offsetMs = 0;
    expect((await give()).data.giveGrant.code).toBe('GRANT_HELD_ALREADY');
  });

  it('names what is wrong with a key', async () => {
    const answer = await org.admin.send(ME, {}, { 'idempotency-key': 'short' });
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_INPUT']);
  });
});

describe('lists', () => {
  it('continue after their cursor without a gap or a repeat, for the same member and filter only', async () => {
    for (let i = 0; i < 6; i++) await org.member([]);
    const PAGE =
      'query($after: String) { members(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }';
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const data: {
        members: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number };
      } = await org.admin.ask(PAGE, { after });
      ids.push(...data.members.nodes.map((n) => n.id));
      expect(data.members.totalCount).toBe(7);
      after = data.members.pageInfo.hasNextPage ? data.members.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(ids).size).toBe(7);
    const first = await org.admin.ask(PAGE, {});
    const second = await org.member(['ORGANISATION_ADMIN']);
    const stolen = await second.send(PAGE, { after: first.members.pageInfo.endCursor });
    expect(stolen.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'after' }] });
    for (const first of [0, 101, -1])
      expect((await org.admin.send(`{ members(first: ${first}) { nodes { id } } }`)).errors[0]?.extensions.code).toBe(
        'BAD_INPUT',
      );
  });

  it('of members, of audit events and of framework versions cost the same statements for two rows and for twenty', async () => {
    const grow = async (): Promise<void> => {
      for (let i = 0; i < 18; i++) await org.member([]);
    };
    await sameStatements(app, 'members', org.admin, '{ members { nodes { id displayName } totalCount } }', grow);
    const auditor = await org.member(['AUDITOR']);
    await sameStatements(
      app,
      'auditEvents',
      auditor,
      '{ auditEvents { nodes { seq type actor { displayName } } totalCount } }',
      async () => void (await org.member([])),
    );
    const { frameworkVersion } = await org.admin.ask('{ frameworkVersion { id } }');
    await sameStatements(
      app,
      'frameworkVersions',
      org.admin,
      '{ frameworkVersions { nodes { number title } } }',
      async () => {
        for (let i = 0; i < 3; i++)
          await org.admin.run('forkFramework', { frameworkVersionId: frameworkVersion.id, title: `Fork ${i}` });
      },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['a NUL', 'x\u0000y'],
    ['a lone surrogate', 'x\ud800y'],
    ['a control character', 'x\u0007y'],
    ['20,001 characters', 'x'.repeat(20_001)],
  ])('with %s is refused and the field is named', async (_, title) => {
    const { frameworkVersion } = await org.admin.ask('{ frameworkVersion { id } }');
    const answer = await org.admin.send(
      'mutation($i: ForkFrameworkInput!) { forkFramework(input: $i) { __typename } }',
      { i: { frameworkVersionId: frameworkVersion.id, title } },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'input.title' }] });
  });

  it.each(["Robert'); DROP TABLE member;--", '<script>alert(1)</script>', 'Å 你好 🧬 ‮rtl', '{"a":1}', '%00', '\\'])(
    '%s comes back as it was sent',
    async (title) => {
      const { frameworkVersion } = await org.admin.ask('{ frameworkVersion { id } }');
      const made = await org.admin.run(
        'forkFramework',
        { frameworkVersionId: frameworkVersion.id, title },
        'frameworkVersion { title }',
      );
      expect(made.frameworkVersion.title).toBe(title);
    },
  );
});
