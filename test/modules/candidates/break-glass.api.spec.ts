/** Why this file exists: an auditor who breaks glass reads one candidate's contact data for a while, seen by those concerned, and nothing else opens by it. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { scopesOf, tokenPermissions } from '../../../src/modules/grants/index.js';
import { makeToken } from '../../support/api-tokens.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';
import { eventsOf } from '../../support/trail.js';

const MINUTE_MS = 60_000;
/** All that a token of an auditor can carry. */
const CARRIED = [...tokenPermissions()].filter((permission) => scopesOf(['AUDITOR']).has(permission));
const REASON = 'A complaint: the answer never came';
let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };

let app: TestApp;
let org: TestOrganisation;
let given: hiring.GivenApplication;
let other: hiring.GivenApplication;
beforeAll(async () => {
  app = await startTestApp({ clock });
  org = await app.organisation();
  const requisition = await hiring.giveRequisition(org, { isPosted: true });
  given = await hiring.giveApplication(requisition);
  other = await hiring.giveApplication(requisition);
});
afterEach(() => {
  offsetMs = 0;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const auditorOf = (): Promise<Client> => org.member(['AUDITOR']);
const open = async (client: Client, more: object = {}, candidateId = given.candidateId): Promise<string> =>
  (await client.run('breakGlass', { candidateId, reason: REASON, ...more }, 'breakGlass { id }')).breakGlass
    .id as string;
const CONTACT = 'query($id: ID!) { candidate(id: $id) { contact { email phone } } }';
const accessOf = async (client: Client): Promise<unknown> =>
  (await client.ask('query($id: ID!) { candidate(id: $id) { ownAccess { isOpen } } }', { id: given.candidateId }))
    .candidate.ownAccess;
const contact = async (client: Client, candidateId = given.candidateId): Promise<unknown> =>
  (await client.ask(CONTACT, { id: candidateId })).candidate?.contact ?? null;
const SEEN = { email: expect.stringContaining('@outside.example') as string, phone: '+49 1' };
const LIST =
  'query($c: ID, $r: Boolean) { breakGlassAccesses(candidateId: $c, onlyRecent: $r) { nodes { id reason isOpen mayEnd openedBy { id } candidate { id } } } }';
const listed = async (client: Client, variables: object = {}) =>
  (await client.ask(LIST, { ...variables })).breakGlassAccesses.nodes as {
    id: string;
    isOpen: boolean;
    mayEnd: boolean;
  }[];
const codeOf = async (client: Client | { send: Client['send'] }, text: string, variables = {}) =>
  (await client.send(text, variables)).errors[0]?.extensions.code ?? null;

describe('contact data that an auditor opens', () => {
  it('are read by that auditor at once, of that candidate alone, on every path', async () => {
    const [auditor, colleague] = [await auditorOf(), await auditorOf()];
    expect(await contact(auditor)).toBeNull();
    await open(auditor);
    expect(await contact(auditor)).toEqual(SEEN);
    expect(await contact(auditor, other.candidateId)).toBeNull();
    expect([await accessOf(auditor), await accessOf(colleague)]).toEqual([{ isOpen: true }, null]);
    expect(await contact(colleague)).toBeNull();
    expect(await contact(org.admin)).toBeNull();
    const paths = await auditor.ask(
      `query($a: ID!, $b: ID!) { one: application(id: $a) { candidate { contact { email } } } two: application(id: $b) { candidate { contact { email } } }
        candidates { nodes { id contact { email } } } applications { nodes { candidate { id contact { email } } } } }`,
      { a: given.applicationId, b: other.applicationId },
    );
    expect([paths.one.candidate.contact === null, paths.two.candidate.contact]).toEqual([false, null]);
    const shown = [
      ...paths.candidates.nodes,
      ...paths.applications.nodes.map((one: { candidate: object }) => one.candidate),
    ]
      .filter((one: { contact: unknown }) => one.contact !== null)
      .map((one: { id: string }) => one.id);
    expect(shown).toEqual([given.candidateId, given.candidateId]);
  });

  it('open nothing else: neither what only the hiring team reads, nor a search for the address', async () => {
    const auditor = await auditorOf();
    await open(auditor);
    const { email } = (await contact(auditor)) as { email: string };
    const found = async (text: string) =>
      (await auditor.ask('query($t: String!) { candidates(text: $t) { nodes { id } } }', { t: text })).candidates.nodes;
    expect(await found(email)).toEqual([]);
    const text =
      'query($id: ID!) { candidate(id: $id) { displayName headline source isInternal createdAt keepUntil } }';
    const { candidate } = await auditor.ask(text, { id: given.candidateId });
    expect(candidate).toMatchObject({
      headline: null,
      source: null,
      isInternal: null,
      createdAt: null,
      keepUntil: null,
    });
    expect(await found(candidate.displayName)).toEqual([{ id: given.candidateId }]);
    const trail = await auditor.ask('{ auditEvents(first: 100) { nodes { data } } }');
    expect(JSON.stringify(trail)).not.toContain(email);
  });

  it('close by themselves after an hour, or when it was said, and at once when somebody ends it', async () => {
    const [auditor, short, ended] = [await auditorOf(), await auditorOf(), await auditorOf()];
    await open(auditor);
    await open(short, { minutes: 1 });
    const breakGlassId = await open(ended, { minutes: 240 });
    offsetMs = MINUTE_MS - 2_000;
    expect(await contact(short)).toEqual(SEEN);
    offsetMs = MINUTE_MS + 1_000;
    expect([await contact(short), await contact(auditor)]).toEqual([null, SEEN]);
    await ended.run('endBreakGlass', { breakGlassId });
    expect(await contact(ended)).toBeNull();
    expect((await ended.refused('endBreakGlass', { breakGlassId })).code).toBe('BREAK_GLASS_OVER');
  });

  it('stay open for 60 minutes when nothing is said, and 240 at most', async () => {
    const auditor = await auditorOf();
    const { breakGlass } = await auditor.run(
      'breakGlass',
      { candidateId: given.candidateId, reason: REASON },
      'breakGlass { openedAt expiresAt }',
    );
    const span = (one: { openedAt: string; expiresAt: string }) => Date.parse(one.expiresAt) - Date.parse(one.openedAt);
    expect(span(breakGlass)).toBe(60 * MINUTE_MS);
    const asked = { i: { candidateId: other.candidateId, reason: REASON, minutes: 241 } };
    const text = 'mutation($i: BreakGlassInput!) { breakGlass(input: $i) { __typename } }';
    expect(await codeOf(auditor, text, asked)).toBe('BAD_INPUT');
    await open(auditor, { minutes: 240 }, other.candidateId);
    expect(await contact(auditor, other.candidateId)).toEqual(SEEN);
  });

  it('need a reason that says something, and are not opened twice at a time', async () => {
    const auditor = await auditorOf();
    for (const reason of ['', '  a b  c ', '\u00a0\u00a0\u00a0\u00a0\u00a0why'])
      expect(await auditor.refused('breakGlass', { candidateId: given.candidateId, reason })).toMatchObject({
        code: 'BREAK_GLASS_REASON_EMPTY',
        field: 'input.reason',
      });
    const twice = await Promise.all(
      [1, 2].map(() =>
        auditor.send(
          'mutation($i: BreakGlassInput!) { breakGlass(input: $i) { __typename ... on Problem { code } } }',
          { i: { candidateId: given.candidateId, reason: 'a b c d e' } },
        ),
      ),
    );
    const told = twice.map((answer) => answer.data.breakGlass.code ?? 'done') as string[];
    expect(told.sort()).toEqual(['BREAK_GLASS_OPEN', 'done']);
    await open(auditor, {}, other.candidateId);
  });

  it('close with the right to audit', async () => {
    const auditor = await auditorOf();
    await open(auditor);
    expect(await contact(auditor)).toEqual(SEEN);
    await org.admin.run('takeGrant', { memberId: auditor.memberId, grant: 'AUDITOR' });
    expect(await codeOf(auditor, CONTACT, { id: given.candidateId })).toBe('FORBIDDEN');
    expect(await contact(await auditorOf())).toBeNull();
  });
});

describe('breaking glass', () => {
  it('is for auditors in person: no other grant, no token, and no token of an auditor who did', async () => {
    const text = 'mutation($i: BreakGlassInput!) { breakGlass(input: $i) { __typename } }';
    const input = { i: { candidateId: given.candidateId, reason: REASON } };
    for (const client of [org.admin, given.requisition.manager.client, (await givePerson(org)).client])
      expect(await codeOf(client, text, input)).toBe('FORBIDDEN');
    const auditor = await auditorOf();
    const token = await makeToken(app, auditor, { scopes: CARRIED });
    expect(await codeOf(token, text, input)).toBe('FORBIDDEN');
    expect(await codeOf(token, '{ breakGlassAccesses { totalCount } }')).toBe('FORBIDDEN');
    await open(auditor);
    expect((await token.send(CONTACT, { id: given.candidateId })).data.candidate).toEqual({ contact: null });
    expect(await contact(auditor)).toEqual(SEEN);
  });

  it('does not lift a conflict of interest, nor does opening before one arises', async () => {
    const { client: auditor, personId } = await givePerson(org, { grants: ['AUDITOR'] });
    const relation = { candidateId: other.candidateId, kind: 'FRIEND' };
    await open(auditor, {}, other.candidateId);
    expect(await contact(auditor, other.candidateId)).toEqual(SEEN);
    await auditor.run('declareRelation', relation);
    expect(await contact(auditor, other.candidateId)).toBeNull();
    const own = await hiring.giveInternalApplication(given.requisition, await givePerson(org, { managerId: personId }));
    for (const { candidateId } of [other, own])
      expect((await auditor.refused('breakGlass', { candidateId, reason: REASON })).code).toBe('NOT_FOUND');
    await open(auditor);
    expect(await contact(auditor)).toEqual(SEEN);
  });

  it('stands in the audit trail with its reason, as does each reading under it', async () => {
    const auditor = await auditorOf();
    const breakGlassId = await open(auditor);
    const opened = (await eventsOf(org, given.candidateId)).filter((e) => e.data['breakGlassId'] === breakGlassId);
    expect(opened).toEqual([
      { type: 'GlassBroken', data: { breakGlassId, reason: REASON, expiresAt: expect.any(String) as string } },
    ]);
    const readings = async (client: Client) =>
      (await eventsOf(org, client.memberId ?? '')).filter((e) => e.type === 'ContactRead');
    const event = { type: 'ContactRead', data: { ids: [given.candidateId] } };
    await auditor.ask('{ candidates { nodes { displayName } } }');
    expect(await readings(auditor)).toEqual([]);
    await contact(auditor);
    await auditor.ask('{ candidates { nodes { contact { phone } } } }');
    expect(await readings(auditor)).toEqual([event, event]);
    await contact(given.requisition.manager.client);
    expect(await readings(given.requisition.manager.client)).toEqual([]);
    await org.admin.run('endBreakGlass', { breakGlassId });
    expect((await eventsOf(org, given.candidateId)).at(-1)).toEqual({
      type: 'BrokenGlassClosed',
      data: { breakGlassId },
    });
    expect(await contact(auditor)).toBeNull();
    expect(await readings(auditor)).toHaveLength(2);
  });

  it('is seen by administrators, auditors and the hiring manager, and by nobody else or with a conflict', async () => {
    const auditor = await auditorOf();
    const id = await open(auditor);
    const { client: manager } = given.requisition.manager;
    const seen = async (client: Client, variables: object = {}) =>
      (await listed(client, variables)).find((one) => one.id === id);
    const shown = { id, reason: REASON, isOpen: true, openedBy: { id: auditor.memberId } };
    for (const [client, mayEnd] of [
      [auditor, true],
      [org.admin, true],
      [manager, false],
      [await auditorOf(), false],
    ] as const)
      expect(await seen(client)).toMatchObject({ ...shown, mayEnd });
    expect(await seen(manager, { c: other.candidateId })).toBeUndefined();
    const stranger = await hiring.giveManager(org, 'Another manager');
    expect(await seen(stranger.client)).toBeUndefined();
    expect(await codeOf((await givePerson(org)).client, LIST)).toBe('FORBIDDEN');
    const { client: friend } = await givePerson(org, { grants: ['ORGANISATION_ADMIN'] });
    expect(await seen(friend)).toMatchObject(shown);
    await friend.run('declareRelation', { candidateId: given.candidateId, kind: 'FRIEND' });
    expect(await seen(friend)).toBeUndefined();
    expect((await friend.refused('endBreakGlass', { breakGlassId: id })).code).toBe('NOT_FOUND');
    for (const [client, code] of [
      [await auditorOf(), 'BREAK_GLASS_NOT_YOURS'],
      [(await app.organisation()).admin, 'NOT_FOUND'],
    ] as const)
      expect((await client.refused('endBreakGlass', { breakGlassId: id })).code).toBe(code);
    offsetMs = 8 * 24 * 60 * MINUTE_MS;
    const again = await org.signInAgain(org.admin);
    expect([await seen(again, { r: true }), await seen(again)]).toMatchObject([
      undefined,
      { ...shown, isOpen: false, mayEnd: false },
    ]);
  });

  it('is listed in the same number of statements, however many there are', async () => {
    const text =
      '{ breakGlassAccesses(first: 100) { nodes { id openedBy { id } endedBy { id } candidate { displayName } } } }';
    await open(await auditorOf()); // an empty list asks for nobody's name
    await sameStatements(app, 'breakGlassAccesses', org.admin, text, async () => {
      for (let i = 0; i < 3; i++) await open(await auditorOf());
    });
  });
});
