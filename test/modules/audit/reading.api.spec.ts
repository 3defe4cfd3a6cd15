/** Why this file exists: the trail is read from either end and narrowed, and each reader stays within their own rows. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';

let app: TestApp;
let org: TestOrganisation;
let auditor: Client;
beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
  auditor = await org.member(['AUDITOR']);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const LIST = `query($first: Int, $after: String, $type: String, $entity: String, $actorId: ID, $since: Instant, $before: Instant, $newestFirst: Boolean) {
  auditEvents(first: $first, after: $after, type: $type, entity: $entity, actorId: $actorId, since: $since, before: $before, newestFirst: $newestFirst) {
    nodes { seq at type entity actor { id } } pageInfo { hasNextPage endCursor } totalCount } }`;
interface Event {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly entity: string;
  readonly actor: { readonly id: string } | null;
}
const list = async (client: Client, variables: Record<string, unknown>) =>
  (await client.ask(LIST, variables)).auditEvents as {
    nodes: Event[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: number;
  };
const seqs = (events: readonly Event[]): number[] => events.map((e) => e.seq);

describe('the trail', () => {
  it('is read newest first over its pages, without a gap or a repeat', async () => {
    const oldest = await list(auditor, { first: 100 });
    expect(oldest.totalCount).toBe(oldest.nodes.length);
    const found: Event[] = [];
    let after: string | null = null;
    do {
      const part = await list(auditor, { first: 3, after, newestFirst: true });
      found.push(...part.nodes);
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seqs(found)).toEqual(seqs(oldest.nodes).reverse());
    const wrongWay = await auditor.send(LIST, { first: 3, after: oldest.pageInfo.endCursor, newestFirst: true });
    expect(wrongWay.errors[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('is narrowed by kind of record, by who did it and by time', async () => {
    const { team } = await org.admin.run('addTeam', { name: 'Narrowed' }, 'team { id }');
    expect(team.id).not.toBe('');
    const teams = await list(auditor, { entity: 'Team', first: 100 });
    expect(new Set(teams.nodes.map((e) => e.type))).toEqual(new Set(['TeamAdded']));
    const byAdmin = await list(auditor, { actorId: org.admin.memberId, first: 100 });
    expect(new Set(byAdmin.nodes.map((e) => e.actor?.id))).toEqual(new Set([org.admin.memberId]));
    expect(byAdmin.nodes.length).toBeGreaterThan(0);
    const at = teams.nodes[0]?.at ?? '';
    expect(seqs((await list(auditor, { since: at, entity: 'Team' })).nodes)).toEqual(seqs(teams.nodes));
    expect((await list(auditor, { before: at, entity: 'Team' })).nodes).toEqual([]);
  });

  it('names the member that an event happened to', async () => {
    const member = await org.member(['EMPLOYEE'], 'Nina Named');
    await org.admin.run('giveGrant', { memberId: member.memberId, grant: 'MENTOR' });
    const query =
      'query($type: String) { auditEvents(type: $type, newestFirst: true) { nodes { aboutMember { displayName } } } }';
    expect((await auditor.ask(query, { type: 'GrantGiven' })).auditEvents.nodes[0]).toEqual({
      aboutMember: { displayName: 'Nina Named' },
    });
    await org.admin.run('addTeam', { name: 'Nobody’s' });
    expect((await auditor.ask(query, { type: 'TeamAdded' })).auditEvents.nodes[0]).toEqual({ aboutMember: null });
  });

  it('offers what it can be narrowed by, to an administrator only from their own acts', async () => {
    const FILTERS = '{ auditFilters { kinds { type entity count } actors { id displayName } } }';
    const second = await org.member(['ORGANISATION_ADMIN']);
    await org.admin.run('addTeam', { name: 'Of the first' });
    await second.run('addTeam', { name: 'Of the second' });
    const all = (await auditor.ask(FILTERS)).auditFilters;
    const own = (await org.admin.ask(FILTERS)).auditFilters;
    const { totalCount } = await list(auditor, { first: 1 });
    expect(all.kinds.reduce((sum: number, k: { count: number }) => sum + k.count, 0)).toBe(totalCount);
    expect(own.actors.map((a: { id: string }) => a.id)).toEqual([org.admin.memberId]);
    expect(all.actors.map((a: { id: string }) => a.id)).toEqual(
      expect.arrayContaining([org.admin.memberId, second.memberId]),
    );
    expect(own.kinds.map((k: { type: string }) => k.type)).not.toContain('OrganisationCreated');
    expect((await list(org.admin, { actorId: second.memberId })).nodes).toEqual([]);
  });

  it('and its filters are refused to everybody else', async () => {
    const employee = await org.member(['EMPLOYEE']);
    for (const query of ['{ auditFilters { kinds { type } } }', '{ auditEvents { nodes { seq } } }'])
      expect((await employee.send(query)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
