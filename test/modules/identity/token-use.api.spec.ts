/** Why this file exists: what a request with an API token may do, whose act it is, and what happens to tokens that are not valid. */
import { verifyTrail } from '../../../src/modules/audit/index.js';
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { makeToken, withToken, type TestToken } from '../../support/api-tokens.js';
import type { Answer } from '../../support/clients.js';
import { asSuperuser } from '../../support/database.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
let owner: Client;
let token: TestToken;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  await pass(); // what one test guesses wrong holds up no other
  org = await app.organisation();
  owner = await org.member(['ORGANISATION_ADMIN', 'EMPLOYEE'], 'Olive Owner');
  token = await makeToken(app, owner, { scopes: ['directory:read', 'directory:create', 'framework:read'] });
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

/** Lets two minutes pass, for the server and for what was counted. */
async function pass(): Promise<void> {
  offsetMs += 120_000;
  await passAttemptWindow(app.databaseName);
}

const TEAMS = '{ teams { nodes { name } } }';
const ADD =
  'mutation($i: AddTeamInput!) { addTeam(input: $i) { __typename ... on AddTeamSuccess { team { id } } ... on Problem { code } } }';
const codeOf = ({ errors }: Answer): string | undefined => errors[0]?.extensions.code;
/** What a sender can tell: status, code and words. */
const told = ({ status, errors }: Answer) => [status, errors[0]?.extensions.code, errors[0]?.message];

describe('a request with a token', () => {
  it('reads and changes what its scopes say, in the name of its owner', async () => {
    const made = await token.send(ADD, { i: { name: 'By a program' } });
    expect(made.data.addTeam.__typename).toBe('AddTeamSuccess');
    expect((await token.send(TEAMS)).data.teams.nodes).toEqual([{ name: 'By a program' }]);
    const { me } = (await token.send('{ me { member { displayName } grants permissions tokenScopes { permission } } }'))
      .data;
    expect(me).toEqual({
      member: { displayName: 'Olive Owner' },
      grants: [],
      permissions: ['directory:create', 'directory:read', 'framework:read'],
      tokenScopes: [],
    });
  });

  it('is refused what its owner may do but its scopes do not say', async () => {
    const answer = await token.send('{ members { nodes { id } } }');
    expect(codeOf(answer)).toBe('FORBIDDEN');
    expect(codeOf(await owner.send('{ members { nodes { id } } }'))).toBeUndefined();
  });

  it.each([
    [
      'make tokens',
      'mutation { createApiToken(input: { name: "x", scopes: ["directory:read"], expiresOn: "2099-01-01" }) { __typename } }',
    ],
    ['list tokens', '{ apiTokens { nodes { id } } }'],
    ['see sessions', '{ mySessions { id } }'],
    ['end sessions', 'mutation { endOtherSessions { __typename } }'],
    [
      'sign in',
      'mutation { signIn(input: { organisation: "x", email: "a@b.example", password: "x" }) { __typename } }',
    ],
    ['sign out', 'mutation { signOut }'],
    ['be its owner as a person', '{ myPerson { id } }'],
  ])('cannot %s', async (_, text) => {
    const answer = await token.send(text);
    expect([codeOf(answer), answer.headers['set-cookie']]).toEqual(['FORBIDDEN', undefined]);
  });

  it('with a scope to read changes nothing, where a member changes something by the same permission', async () => {
    const manager = await org.member(['HIRING_MANAGER']);
    const reading = await makeToken(app, manager, { scopes: ['debrief:read'] });
    const text = 'mutation($i: AddDissentInput!) { addDissent(input: $i) { __typename ... on Problem { code } } }';
    const variables = { i: { applicationId: token.id, text: 'I see this otherwise, for the reasons I gave.' } };
    expect((await manager.send(text, variables)).data.addDissent.code).toBe('NOT_FOUND');
    expect(codeOf(await reading.send(text, variables))).toBe('FORBIDDEN');
  });

  it('follows the rights of its owner from one request to the next', async () => {
    expect(codeOf(await token.send(ADD, { i: { name: 'One' } }))).toBeUndefined();
    const held = { memberId: owner.memberId, grant: 'ORGANISATION_ADMIN' };
    await owner.run('takeGrant', held);
    expect(codeOf(await token.send(ADD, { i: { name: 'Two' } }))).toBe('FORBIDDEN');
    expect((await token.send(TEAMS)).data.teams.nodes).toEqual([{ name: 'One' }]);
    const { step } = await org.admin.run('giveGrant', held, 'step { request { id } }');
    const third = await org.member(['ORGANISATION_ADMIN']);
    await third.run('approveGrant', { requestId: step.request.id });
    expect(codeOf(await token.send(ADD, { i: { name: 'Three' } }))).toBeUndefined();
  });

  it('together with a session cookie is refused before anything is asked', async () => {
    const answer = await owner.send(TEAMS, {}, { authorization: `Bearer ${token.text}` });
    expect(told(answer)).toEqual([
      400,
      'BAD_REQUEST',
      'The request carries a session cookie and an API token. Send one of them.',
    ]);
  });

  it('leaves other schemes of the header to whoever stands in front of the server', async () => {
    expect(codeOf(await owner.send(TEAMS, {}, { authorization: 'Basic YTpi' }))).toBeUndefined();
  });
});

describe('a token that is not valid', () => {
  const NOT_VALID = [
    401,
    'UNAUTHENTICATED',
    'This API token is not valid. Its owner sees the state of the own tokens under Account.',
  ];
  const changeLastCharacter = (text: string): string => `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}A`;

  it('is answered in the same words, whatever is wrong with it', async () => {
    const other = await app.organisation();
    const foreign = `tlk_${Buffer.concat([Buffer.from(other.id.replaceAll('-', ''), 'hex'), Buffer.from(token.id.replaceAll('-', ''), 'hex')]).toString('base64url')}${token.text.slice(47)}`;
    const unknown = `tlk_${'A'.repeat(43)}_${'A'.repeat(43)}`;
    for (const text of ['', 'nonsense', unknown, foreign, changeLastCharacter(token.text)]) {
      const answer = await withToken(app, text)(TEAMS);
      expect([text, ...told(answer)]).toEqual([text, ...NOT_VALID]);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
    expect(codeOf(await token.send(TEAMS))).toBeUndefined();
  });

  it('was revoked: the next request is refused', async () => {
    expect(codeOf(await token.send(TEAMS))).toBeUndefined();
    await owner.run('revokeApiToken', { tokenId: token.id });
    expect(told(await token.send(TEAMS))).toEqual(NOT_VALID);
  });

  it('has expired: it works until the end of the day before, and not longer', async () => {
    const started = offsetMs;
    const midnight = new Date(Date.now() + offsetMs);
    midnight.setUTCHours(24, 0, 0, 0);
    const tomorrow = midnight.toISOString().slice(0, 10);
    const short = await makeToken(app, owner, { name: 'Short', scopes: ['directory:read'], expiresOn: tomorrow });
    offsetMs = midnight.getTime() - Date.now() - 60_000;
    expect(codeOf(await short.send(TEAMS))).toBeUndefined();
    offsetMs = midnight.getTime() - Date.now() + 1_000;
    expect(told(await short.send(TEAMS))).toEqual(NOT_VALID);
    offsetMs = Math.max(started, offsetMs);
  });

  it('belongs to a member who was deactivated', async () => {
    await asSuperuser(app.databaseName, (db) =>
      db.query(`update member set state = 'DEACTIVATED' where id = $1`, [owner.memberId]),
    );
    expect(told(await token.send(TEAMS))).toEqual(NOT_VALID);
    const { apiTokens } = await org.admin.ask('{ apiTokens { nodes { state } } }');
    expect(apiTokens.nodes).toEqual([{ state: 'SUSPENDED' }]);
  });

  it('is held up after ten wrong secrets until a minute has passed; the right one works on, and other tokens too', async () => {
    const wrong = withToken(app, changeLastCharacter(token.text));
    for (let i = 0; i < 10; i++) expect(told(await wrong(TEAMS))).toEqual(NOT_VALID);
    const held = await wrong(TEAMS);
    expect([held.status, codeOf(held)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(30);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(codeOf(await token.send(TEAMS))).toBeUndefined();
    const second = await makeToken(app, owner, { name: 'Second', scopes: ['directory:read'] });
    expect(codeOf(await second.send(TEAMS))).toBeUndefined();
    await pass();
    expect(told(await wrong(TEAMS))).toEqual(NOT_VALID);
  });

  it('is held up after fifty guesses from one address, whatever is guessed', async () => {
    const guess = (i: number) =>
      withToken(app, `tlk_${Buffer.alloc(32, i).toString('base64url')}_${'A'.repeat(43)}`)(TEAMS);
    for (let i = 0; i < 50; i++) expect((await guess(i)).status).toBe(401);
    expect((await guess(51)).status).toBe(429);
    expect((await token.send(TEAMS)).status).toBe(429);
    expect(codeOf(await owner.send(TEAMS))).toBeUndefined();
    await pass();
    expect(codeOf(await token.send(TEAMS))).toBeUndefined();
  });
});

describe('idempotency keys', () => {
  it('belong to the token: it acts once, and neither its owner nor another token meets its keys', async () => {
    const second = await makeToken(app, owner, { name: 'Second', scopes: ['directory:read', 'directory:create'] });
    const key = { 'idempotency-key': 'the-same-key-for-all' };
    const first = await token.send(ADD, { i: { name: 'First' } }, key);
    const again = await token.send(ADD, { i: { name: 'First' } }, key);
    expect(again.data.addTeam).toEqual(first.data.addTeam);
    expect((await second.send(ADD, { i: { name: 'Second' } }, key)).data.addTeam.__typename).toBe('AddTeamSuccess');
    expect((await owner.send(ADD, { i: { name: 'Third' } }, key)).data.addTeam.__typename).toBe('AddTeamSuccess');
    const other = await token.send(ADD, { i: { name: 'Other' } }, key);
    expect(other.data.addTeam.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await owner.ask(TEAMS)).teams.nodes).toHaveLength(3);
  });
});

describe('the last use', () => {
  const lastUse = async (): Promise<string | null> =>
    (await owner.ask('{ apiTokens { nodes { lastUsedAt } } }')).apiTokens.nodes[0].lastUsedAt;

  it('is noted at most once a minute, apart from the request, which stays a read', async () => {
    expect(await lastUse()).toBeNull();
    const { statements } = await app.statements(() => token.send(TEAMS));
    const noted = statements.findIndex((sql) => sql.includes('into api_token_use'));
    const reads = statements.map((sql, i) => (sql.includes('READ ONLY') ? i : -1)).filter((i) => i >= 0);
    expect(reads).toHaveLength(2);
    expect(statements.slice(noted).findIndex((sql) => sql === 'COMMIT')).toBeLessThan((reads[1] ?? 0) - noted);
    const first = await lastUse();
    expect(first).not.toBeNull();
    const repeated = await app.statements(() => token.send(TEAMS));
    expect(repeated.statements.some((sql) => sql.includes('into api_token_use'))).toBe(false);
    expect(await lastUse()).toBe(first);
    await pass();
    await token.send(TEAMS);
    expect(await lastUse()).not.toBe(first);
  });

  it('is not noted for a request that was refused', async () => {
    await withToken(app, `${token.text.slice(0, -2)}AA`)(TEAMS);
    expect(await lastUse()).toBeNull();
  });
});

describe('the audit trail', () => {
  it('names the token of each event, holds, and shows when the token is taken out or put in', async () => {
    const { team } = (await token.send(ADD, { i: { name: 'By a program' } })).data.addTeam;
    await owner.run('addTeam', { name: 'By hand' });
    const auditor = await org.member(['AUDITOR']);
    const { auditEvents } = await auditor.ask(
      '{ auditEvents(type: "TeamAdded") { nodes { seq entityId actor { displayName } apiToken { id name } } } }',
    );
    expect(auditEvents.nodes).toMatchObject([
      { entityId: team.id, actor: { displayName: 'Olive Owner' }, apiToken: { id: token.id, name: 'A program' } },
      { actor: { displayName: 'Olive Owner' }, apiToken: null },
    ]);
    const verify = async (): Promise<number | null> => (await verifyTrail(app.database, org.id)).fault?.seq ?? null;
    expect(await verify()).toBeNull();
    const [byToken, byHand] = (auditEvents.nodes as { seq: number }[]).map((e) => e.seq);
    const put = (tokenId: string | null, seq: number | undefined) =>
      asSuperuser(app.databaseName, async (db) => {
        await db.query(`set session_replication_role = 'replica'`);
        const values = [org.id, seq, tokenId];
        await db.query('update audit_event set actor_token_id = $3 where organisation_id = $1 and seq = $2', values);
      });
    await put(null, byToken);
    expect(await verify()).toBe(byToken);
    await put(token.id, byToken);
    expect(await verify()).toBeNull();
    await put(token.id, byHand);
    expect(await verify()).toBe(byHand);
  });
});
