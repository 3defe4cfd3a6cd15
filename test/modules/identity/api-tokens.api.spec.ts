/** Why this file exists: API tokens are made, shown once, listed, revoked, and end by themselves. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { dayFromNow, makeToken, type TestToken } from '../../support/api-tokens.js';
import { asSuperuser } from '../../support/database.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf } from '../../support/trail.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let org: TestOrganisation;
let owner: Client;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
beforeEach(async () => {
  offsetMs = 0;
  org = await app.organisation();
  owner = await org.member(['HIRING_MANAGER'], 'Olive Owner');
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const DAY_MS = 86_400_000;
const LIST =
  'query($m: ID) { apiTokens(memberId: $m) { nodes { id name publicId state expiresOn lastUsedAt revokedAt owner { displayName } scopes { permission resource action isHeld } } totalCount } }';
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly scopes: readonly { readonly permission: string; readonly isHeld: boolean }[];
}
const list = async (client: Client, memberId?: string | null): Promise<readonly Listed[]> =>
  (await client.ask(LIST, { m: memberId ?? null })).apiTokens.nodes;
const make = (wish: Parameters<typeof makeToken>[2] = {}): Promise<TestToken> => makeToken(app, owner, wish);

describe('making a token', () => {
  it('shows the secret once and keeps only its hash', async () => {
    const token = await make({ name: 'Job board', scopes: ['requisition:read', 'candidate:create'] });
    expect(token.text).toMatch(/^tlk_[\w-]{43}_[\w-]{43}$/);
    const secret = token.text.slice(-43);
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ kept: string }>(
        `select concat((select json_agg(t) from api_token t), (select json_agg(k) from idempotency_key k), (select json_agg(e) from audit_event e)) as kept`,
      ),
    );
    expect(rows[0]?.kept).not.toContain(secret);
    expect(JSON.stringify(await owner.ask(LIST))).not.toContain(secret);
    expect(await eventsOf(org, token.id)).toEqual([
      {
        type: 'ApiTokenCreated',
        data: { name: 'Job board', scopes: ['candidate:create', 'requisition:read'], expiresOn: dayFromNow(30) },
      },
    ]);
  });

  it('answers a repeated request with the same token and without its secret', async () => {
    const text =
      'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { ... on CreateApiTokenSuccess { apiToken { id } secret { value } } } }';
    const variables = { i: { name: 'Once', scopes: ['requisition:read'], expiresOn: dayFromNow(30) } };
    const headers = { 'idempotency-key': 'made-only-once' };
    const first = await owner.ask(text, variables, headers);
    const second = await owner.ask(text, variables, headers);
    expect(first.createApiToken.secret.value).toMatch(/^tlk_/);
    expect(second.createApiToken).toEqual({ apiToken: first.createApiToken.apiToken, secret: { value: null } });
    expect(await list(owner)).toHaveLength(1);
  });

  it.each([
    ['no name', { name: ' ' }, 'TOKEN_NAME_EMPTY'],
    ['the end today', { expiresOn: dayFromNow(0) }, 'TOKEN_EXPIRY_WRONG'],
    ['the end after more than 365 days', { expiresOn: dayFromNow(366) }, 'TOKEN_EXPIRY_WRONG'],
    ['a scope that no token may carry', { scopes: ['decision:submit'] }, 'TOKEN_SCOPE_NOT_ALLOWED'],
    ['a scope that does not exist', { scopes: ['everything:all'] }, 'TOKEN_SCOPE_NOT_ALLOWED'],
    ['a scope that the owner does not hold', { scopes: ['audit-trail:read'] }, 'TOKEN_SCOPE_NOT_HELD'],
  ])('with %s is refused', async (_, wish, code) => {
    const input = { name: 'Job board', scopes: ['requisition:read'], expiresOn: dayFromNow(30), ...wish };
    expect((await owner.refused('createApiToken', input)).code).toBe(code);
    expect(await list(owner)).toEqual([]);
  });

  it('without any scope, or without an end, is not possible', async () => {
    const text = 'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { __typename } }';
    const none = await owner.send(text, { i: { name: 'x', scopes: [], expiresOn: dayFromNow(3) } });
    expect(none.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'input.scopes' }] });
    const endless = await owner.send(text, { i: { name: 'x', scopes: ['requisition:read'] } });
    expect(endless.status).toBe(400);
  });

  it('works for 365 days at most, and its name is free again when it has ended', async () => {
    const input = { name: 'Yearly', scopes: ['requisition:read'], expiresOn: dayFromNow(365) };
    await owner.run('createApiToken', input);
    expect((await owner.refused('createApiToken', { ...input, name: 'YEARLY' })).code).toBe('TOKEN_NAME_TAKEN');
    const colleague = await org.member(['HIRING_MANAGER']);
    await colleague.run('createApiToken', input);
    const [first] = await list(owner);
    await owner.run('revokeApiToken', { tokenId: first?.id });
    await owner.run('createApiToken', input);
    offsetMs = 366 * DAY_MS;
    const later = await org.signInAgain(owner);
    await later.run('createApiToken', { ...input, expiresOn: dayFromNow(400) });
    expect((await list(later)).map((t) => t.state)).toEqual(['LIVE', 'EXPIRED', 'REVOKED']);
  });

  it('is possible for twenty at a time, in parallel too', async () => {
    const inputs = Array.from({ length: 23 }, (_, i) => ({
      i: { name: `Token ${i}`, scopes: ['requisition:read'], expiresOn: dayFromNow(9) },
    }));
    const text =
      'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { __typename ... on Problem { code } } }';
    const answers = await Promise.all(inputs.map((variables) => owner.send(text, variables)));
    const codes = answers.map((a) => a.data.createApiToken.code as string | undefined).filter((c) => c !== undefined);
    expect(codes).toEqual(['TOO_MANY_TOKENS', 'TOO_MANY_TOKENS', 'TOO_MANY_TOKENS']);
    expect(await list(owner)).toHaveLength(20);
  });

  it('offers the permissions that a token of the member may carry, in words', async () => {
    const { me } = await owner.ask('{ me { tokenScopes { permission resource action rows } } }');
    const permissions = (me.tokenScopes as { permission: string }[]).map((s) => s.permission);
    expect(permissions).toContain('requisition:read');
    expect(permissions).not.toContain('decision:submit');
    expect(me.tokenScopes[0]).toEqual({
      permission: 'directory:read',
      resource: 'People and teams',
      action: 'See',
      rows: ['all of the organisation'],
    });
  });
});

describe('the list of tokens', () => {
  it('shows members their own, and administrators and auditors all of the organisation', async () => {
    const token = await make({ name: 'Mine' });
    const stranger = await (await app.organisation()).member(['ORGANISATION_ADMIN', 'AUDITOR']);
    const colleague = await org.member(['HIRING_MANAGER']);
    await makeToken(app, colleague, { name: 'Theirs' });
    const auditor = await org.member(['AUDITOR']);
    const namesFor = async (client: Client, memberId?: string | null) =>
      (await list(client, memberId)).map((t) => t.name).sort();
    expect(await namesFor(owner)).toEqual(['Mine']);
    expect(await namesFor(owner, colleague.memberId)).toEqual([]);
    expect(await namesFor(colleague)).toEqual(['Theirs']);
    for (const reader of [org.admin, auditor]) {
      expect(await namesFor(reader)).toEqual(['Mine', 'Theirs']);
      expect(await namesFor(reader, owner.memberId)).toEqual(['Mine']);
    }
    expect(await namesFor(stranger)).toEqual([]);
    const { apiTokens } = await auditor.ask(LIST, { m: owner.memberId });
    expect(apiTokens.nodes[0]).toMatchObject({
      publicId: token.text.slice(4, 47),
      state: 'LIVE',
      owner: { displayName: 'Olive Owner' },
    });
  });

  it('costs the same statements for two tokens and for twenty', async () => {
    for (let i = 0; i < 2; i++) await make({ name: `First ${i}` });
    await sameStatements(app, 'apiTokens', owner, LIST, async () => {
      for (let i = 0; i < 18; i++) await make({ name: `More ${i}` });
    });
  });

  it('tells which scopes the owner does not hold any more', async () => {
    await make({ scopes: ['requisition:read', 'candidate:create'] });
    await org.admin.run('giveGrant', { memberId: owner.memberId, grant: 'WORKFORCE_PLANNER' });
    await org.admin.run('takeGrant', { memberId: owner.memberId, grant: 'HIRING_MANAGER' });
    const [token] = await list(owner);
    expect(token?.scopes).toMatchObject([
      { permission: 'candidate:create', resource: 'Candidates', action: 'Add', isHeld: false },
      { permission: 'requisition:read', isHeld: true },
    ]);
  });
});

describe('revoking a token', () => {
  it('ends it for good and is recorded with its owner', async () => {
    const token = await make({ name: 'Old' });
    const { apiToken } = await owner.run('revokeApiToken', { tokenId: token.id }, 'apiToken { state revokedAt }');
    expect(apiToken).toEqual({ state: 'REVOKED', revokedAt: expect.any(String) });
    expect((await owner.refused('revokeApiToken', { tokenId: token.id })).code).toBe('NOT_FOUND');
    expect((await eventsOf(org, token.id)).at(-1)).toEqual({
      type: 'ApiTokenRevoked',
      data: { name: 'Old', ownerId: owner.memberId },
    });
  });

  it('is for the owner and for administrators; others are told that there is no such token', async () => {
    const token = await make();
    const outsider = await (await app.organisation()).member(['ORGANISATION_ADMIN']);
    for (const client of [await org.member(['HIRING_MANAGER']), await org.member(['AUDITOR']), outsider])
      expect((await client.refused('revokeApiToken', { tokenId: token.id })).code).toBe('NOT_FOUND');
    await org.admin.run('revokeApiToken', { tokenId: token.id });
    expect((await list(owner))[0]?.state).toBe('REVOKED');
  });
});
