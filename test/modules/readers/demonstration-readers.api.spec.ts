/** Why this file exists: in the demonstration, for each member and each kind of record, "who can see it" says what a read by that member gives. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { addGrant } from '../../../src/modules/grants/index.js';
import { enter } from '../../../src/modules/identity/index.js';
import { allOrganisations } from '../../../src/modules/tenancy/index.js';
import type { MemberId } from '../../../src/platform/access/index.js';
import { newId, type OrganisationId } from '../../../src/platform/ids/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import { askForGrant } from '../../support/approvals.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { clientOf } from '../../support/clients.js';
import { storyWeek } from '../../support/demonstration.js';

interface Kind {
  /** Ids of the records that are compared. */
  readonly sample: string;
  /** A field of a query by which one is read, for the id `$id`. */
  readonly read: string;
  /** What was read of it; absent when nothing was. */
  readonly seen: (answer: Answered, id: string) => unknown;
  /** Every rule by which somebody sees one of them, or does not. */
  readonly rules: string;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
type Answered = any;

const KINDS: Readonly<Record<string, Kind>> = {
  REQUISITION: {
    sample: 'select id, id as "by" from requisition where organisation_id = $1 order by id',
    read: 'requisition(id: $id) { id }',
    seen: (a) => a,
    rules: 'ALL ASSIGNED POSTED REQUISITION',
  },
  APPLICATION: {
    sample: 'select id, id as "by" from application where organisation_id = $1 order by id limit 30',
    read: 'application(id: $id) { id }',
    seen: (a) => a,
    rules: 'ADMINISTERS_ONLY ALL ASSIGNED CONFLICT_OF_INTEREST REQUISITION WAITING_FOR_SECOND',
  },
  CANDIDATE_CONTACT: {
    sample: 'select id, id as "by" from candidate where organisation_id = $1 order by id limit 25',
    read: 'candidate(id: $id) { contact { email } }',
    seen: (a) => a?.contact,
    rules: 'ADMINISTERS_ONLY BREAK_GLASS CONFLICT_OF_INTEREST REQUISITION',
  },
  EVALUATION: {
    sample: 'select id, id as "by" from application where organisation_id = $1 order by id limit 30',
    read: 'applicationEvaluation(applicationId: $id) { comparison { cells { skill { key } } } }',
    seen: (a) => a?.comparison,
    rules:
      'ADMINISTERS_ONLY ALL ASSIGNED CONFLICT_OF_INTEREST OWN_SCORECARD_DUE PANEL_INCOMPLETE REQUISITION WAITING_FOR_SECOND',
  },
  SCORECARD: {
    sample: `(select s.id, i.application_id as "by" from scorecard s join interview i on i.organisation_id = s.organisation_id and i.id = s.interview_id
      where s.organisation_id = $1 and s.state = 'DRAFT' order by s.id limit 12) union all
      (select s.id, i.application_id from scorecard s join interview i on i.organisation_id = s.organisation_id and i.id = s.interview_id
      where s.organisation_id = $1 and s.state <> 'DRAFT' order by s.id limit 24)`,
    read: 'applicationEvaluation(applicationId: $id) { scorecards { id } }',
    seen: (a, id) => a?.scorecards?.find((one: { id: string }) => one.id === id),
    rules:
      'ADMINISTERS_ONLY ALL ASSIGNED AUTHOR CONFLICT_OF_INTEREST DRAFT_OF_ANOTHER OWN_SCORECARD_DUE REQUISITION WAITING_FOR_SECOND',
  },
  PROFILE: {
    sample: 'select id, id as "by" from person where organisation_id = $1 order by member_id is null, id limit 25',
    read: 'profile(personId: $id) { knownSkills }',
    seen: (a) => a,
    rules: 'ADMINISTERS_ONLY ALL MENTEE OWN TEAM WAITING_FOR_SECOND',
  },
  GROWTH_PLAN: {
    sample: 'select id, id as "by" from growth_plan where organisation_id = $1 order by id',
    read: 'growthPlan(id: $id) { id }',
    seen: (a) => a,
    rules: 'ADMINISTERS_ONLY ALL MENTEE OWN TEAM WAITING_FOR_SECOND',
  },
};
const TOGETHER = 12;

let app: TestApp;
let organisationId: OrganisationId;
let auditor: Client;
const clients = new Map<MemberId, Client>();
const names = new Map<MemberId, string>();
const rowsOf = <T>(sql: string): Promise<T[]> =>
  app.database.read({ organisationId, actor: null, requestId: 'test' }, (unit) => unit.rows<T>(sql));

async function signedIn(memberId: MemberId): Promise<Client> {
  const refused = { code: 'INTERNAL', message: 'the member is not active' };
  const by = { method: 'DEMONSTRATION', userAgent: 'test', refused } as const;
  const limits = { idleMinutes: 30, hours: 12 };
  const scope = { organisationId, actor: null, requestId: 'test' };
  const entered = await app.database.write(scope, (unit) => enter(unit, memberId, by, limits));
  if (!entered.ok) throw new Error(entered.problem.message);
  return clientOf(app.running, memberId, `twinladder_session=${entered.value.value}`);
}

const memberCalled = (part: string): MemberId => {
  const found = [...names].find(([, name]) => name.includes(part));
  if (found === undefined) throw new Error(`there is no ${part}`);
  return found[0];
};

/** What the story has not: opened contact data, conflicts that arise late, an auditor with a scorecard due, grants that wait and that end. */
async function complicate(): Promise<void> {
  const scope = { organisationId, actor: null, requestId: 'test' };
  await app.database.write(scope, async (unit) => {
    await addGrant(unit, memberCalled('Beatriz'), 'AUDITOR', null);
    await addGrant(unit, memberCalled('Ingrid'), 'ORGANISATION_ADMIN', null);
    return ok(true);
  });
  for (const name of ['Beatriz', 'Ingrid']) clients.set(memberCalled(name), await signedIn(memberCalled(name)));
  const daniel = clientOfMember('Daniel');
  await askForGrant(daniel, 'giveGrant', { memberId: memberCalled('Lucía'), grant: 'AUDITOR' });
  const expiresAt = '2026-12-24T00:00:00.000Z';
  await daniel.run('giveGrant', { memberId: memberCalled('Lucía'), grant: 'WORKFORCE_PLANNER', expiresAt });
  const [first, second] = await rowsOf<{ id: string }>(KINDS['CANDIDATE_CONTACT']?.sample ?? '');
  const reason = 'A complaint about the answer';
  await auditor.run('breakGlass', { candidateId: first?.id, reason });
  const beatriz = clientOfMember('Beatriz');
  for (const candidateId of [first?.id, second?.id]) await beatriz.run('breakGlass', { candidateId, reason });
  await beatriz.run('declareRelation', { candidateId: second?.id, kind: 'FRIEND' });
  const marta = clientOfMember('Marta');
  const { applications } = await marta.ask('{ applications(first: 3) { nodes { candidate { id } } } }');
  await marta.run('declareRelation', { candidateId: applications.nodes[0].candidate.id, kind: 'FRIEND' });
}
const clientOfMember = (part: string): Client => clients.get(memberCalled(part)) ?? app.anonymous;

beforeAll(async () => {
  app = await startTestApp({ demo: true, clock: storyWeek });
  await ensureDemonstration(app.database);
  organisationId =
    (await allOrganisations(app.database)).find((one) => one.isDemonstration)?.id ?? newId<'Organisation'>();
  const rows = await rowsOf<{ id: MemberId; name: string }>(
    `select id, display_name as name from member where organisation_id = $1 and state = 'ACTIVE' order by display_name`,
  );
  for (const { id, name } of rows) {
    names.set(id, name);
    clients.set(id, await signedIn(id));
  }
  auditor = clientOfMember('Margaret');
  await complicate();
}, 120_000);
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const WHO = `query($kind: RecordKind!, $id: ID!) { whoCanSee(kind: $kind, id: $id) { title memberCount
  readers(first: 100) { nodes { sees member { id } reasons { rule endsAt grants { grant expiresAt } } } pageInfo { hasNextPage } } } }`;
interface Reader {
  readonly sees: boolean;
  readonly member: { readonly id: MemberId };
  readonly reasons: readonly {
    rule: string;
    endsAt: string | null;
    grants: readonly { grant: string; expiresAt: string | null }[];
  }[];
}

/** Who sees a record as the page says, with their reasons. */
async function answered(kind: string, id: string): Promise<readonly Reader[]> {
  const { whoCanSee } = await auditor.ask(WHO, { kind, id });
  expect(whoCanSee.readers.pageInfo.hasNextPage).toBe(false);
  expect(whoCanSee.memberCount).toBe(clients.size);
  return whoCanSee.readers.nodes as readonly Reader[];
}

/** Of some records those that a member can read. */
async function readBy(
  client: Client,
  { read, seen }: Kind,
  sample: readonly { id: string; by: string }[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let at = 0; at < sample.length; at += TOGETHER) {
    const some = sample.slice(at, at + TOGETHER);
    const fields = some.map(({ by }, i) => `r${i}: ${read.replace('$id', JSON.stringify(by))}`);
    const { data } = await client.send(`{ ${fields.join(' ')} }`);
    some.forEach(({ id }, i) => {
      if ((seen(data?.[`r${i}`] ?? null, id) ?? null) !== null) found.add(id);
    });
  }
  return found;
}

describe('who can see a record of the demonstration', () => {
  it.each(Object.entries(KINDS))('is answered for each %s as a read by each member is', async (name, kind) => {
    const sample = await rowsOf<{ id: string; by: string }>(kind.sample);
    const told = new Map<string, readonly Reader[]>();
    for (const { id } of sample) told.set(id, await answered(name, id));
    const differ: string[] = [];
    const counts = { seen: 0, unseen: 0 };
    for (const [memberId, client] of clients) {
      const real = await readBy(client, kind, sample);
      for (const { id } of sample) {
        const said = told.get(id)?.find(({ member }) => member.id === memberId)?.sees ?? false;
        counts[real.has(id) ? 'seen' : 'unseen']++;
        if (said !== real.has(id)) differ.push(`${names.get(memberId)} ${name} ${id}: said ${said}`);
      }
    }
    expect(differ).toEqual([]);
    expect([sample.length > 2, counts.seen > 0, counts.unseen > 0]).toEqual([true, true, true]);
    const reasons = [...told.values()].flat().map((one) => one.reasons);
    expect(reasons.filter((some) => some.length === 0)).toEqual([]);
    const met = new Set(reasons.flat().map(({ rule }) => rule));
    expect([...met].sort().join(' ')).toBe(kind.rules);
  });
});
