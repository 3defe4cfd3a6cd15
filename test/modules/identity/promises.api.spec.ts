/** Why this file exists: what every operation promises: keys that act once, lists that continue, texts that come back as they were sent. */
import { tidy } from '../../../src/upkeep.js';
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
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

describe('idempotency', () => {
  const GIVE = 'mutation($i: GiveGrantInput!) { giveGrant(input: $i) { __typename ... on Problem { code } } }';

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
    const text = `mutation($a: GiveGrantInput!, $b: GiveGrantInput!) { a: giveGrant(input: $a) { __typename } b: giveGrant(input: $b) { __typename } }`;
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
    await tidy(app.database, app.running.files);
    expect((await give()).data.giveGrant.__typename).toBe('GiveGrantSuccess');
    offsetMs = 25 * 3_600_000;
    await tidy(app.database, app.running.files);
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
      async () => {
        await org.member([]);
      },
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

describe('an unusual request', () => {
  it('for a subscription is refused in words', async () => {
    const answer = await org.admin.send('subscription { x }');
    expect(answer.errors[0]?.extensions.code).toMatch(/BAD_REQUEST|GRAPHQL_VALIDATION_FAILED/);
  });

  it('of two mutations, the second forbidden, still answers the first, which stands', async () => {
    const employee = await org.member(['EMPLOYEE']);
    const text =
      'mutation($t: AddTeamInput!, $g: GiveGrantInput!) { a: addTeam(input: $t) { __typename } b: retireFramework(input: { frameworkVersionId: "01a203f5-6026-7000-855b-541cbcf92c62", version: 1 }) { __typename } c: giveGrant(input: $g) { __typename } }';
    const variables = { t: { name: 'First' }, g: { memberId: employee.memberId, grant: 'MENTOR' } };
    const planner = await org.member(['ORGANISATION_ADMIN']);
    await org.admin.run('takeGrant', { memberId: employee.memberId, grant: 'EMPLOYEE' });
    const answer = await planner.send(text, variables);
    expect(answer.data.a.__typename).toBe('AddTeamSuccess');
    const refused = await (await org.member(['WORKFORCE_PLANNER'])).send(text, variables);
    expect(refused.data).toEqual({ a: null, b: null, c: null });
    expect(refused.errors.map((e) => e.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('with a name that shows nothing is refused', async () => {
    const answer = await org.admin.send('mutation { addTeam(input: { name: "\u200b\u2060" }) { __typename } }');
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'input.name' }] });
  });

  it('by GET is refused with 405', async () => {
    const { port } = app.server.address() as { port: number };
    const response = await fetch(`http://127.0.0.1:${port}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
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
