/** Why this file exists: appending to the trail inside the unit that made the change, and verifying a whole trail. */
import type { AuditFact, Database, Unit } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { auditEventTable, type AuditEventRecord } from './audit.tables.js';
import { ChainWalk, GENESIS, hashOf, type ChainFault } from './chain.js';
import { HeadCheck, type Head, type HeadFault } from './heads.js';

/** Appends the facts of a unit to its organisation's chain; the lock on the head makes units of one organisation follow each other. */
export async function appendFacts(unit: Unit, facts: readonly AuditFact[]): Promise<void> {
  const head = await lockHead(unit);
  let { seq, hash } = head;
  const events = facts.map((fact): AuditEventRecord => {
    const event = {
      seq: ++seq,
      at: head.at,
      actorMemberId: unit.actor?.memberId ?? null,
      actorPersonId: unit.actor?.personId ?? null,
      actorTokenId: unit.actor?.tokenId ?? null,
      requestId: unit.requestId,
      type: fact.type,
      entity: fact.entity,
      entityId: fact.entityId,
      data: JSON.parse(JSON.stringify(fact.data ?? {})) as Record<string, unknown>,
      prevHash: hash,
    };
    hash = hashOf(unit.organisationId, event);
    return { ...event, hash };
  });
  await unit.insert(auditEventTable, events);
  await unit.rows('update audit_head set seq = $2, at = $3, hash = $4 where organisation_id = $1', [
    seq,
    head.at,
    hash,
  ]);
}

/** The head, locked; its time is the database's clock in milliseconds, and never before the last event. */
async function lockHead(unit: Unit): Promise<{ seq: number; hash: string; at: string }> {
  const sql = `select seq, hash, date_trunc('milliseconds', greatest(clock_timestamp(), at)) as at from audit_head where organisation_id = $1 for update`;
  const head = await unit.one<{ seq: number; hash: string; at: string }>(sql);
  if (head !== null) return head;
  await unit.rows(
    `insert into audit_head (organisation_id, seq, at, hash) values ($1, 0, '1970-01-01T00:00:00Z', $2) on conflict do nothing`,
    [GENESIS],
  );
  const made = await unit.one<{ seq: number; hash: string; at: string }>(sql);
  if (made === null) throw new Error('the audit trail has no head');
  return made;
}

export interface TrailVerdict {
  readonly events: number;
  /** Number of the last event that a signed head vouches for; 0 without heads. */
  readonly vouched: number;
  /** The first thing that is wrong, or `null` when the whole chain holds. */
  readonly fault: ChainFault | HeadFault | null;
}

/** Rows of a statement whose `$1` is the organisation, for somebody who may see them. */
export type TrailQuery = <T>(sql: string, values: readonly unknown[]) => Promise<T[]>;

const PAGE = 2_000;
const eventsWith = (token: string): string => `
select seq::float8 as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor_member_id as "actorMemberId",
       actor_person_id as "actorPersonId", ${token} as "actorTokenId", request_id as "requestId", type, entity, entity_id as "entityId", data,
       prev_hash as "prevHash", hash
  from audit_event where organisation_id = $1 and seq > $2 order by seq limit ${PAGE}`;
/** A database that is restored to an older level has no tokens yet. */
const HAS_TOKENS = `
select 1 from pg_attribute where attrelid = 'audit_event'::regclass and attname = 'actor_token_id' and $1::uuid is not null`;

/** All events of an organisation in order, read in pages; the caller holds the snapshot. */
export async function* trailEvents(query: TrailQuery, organisationId: string): AsyncGenerator<AuditEventRecord> {
  const hasTokens = (await query(HAS_TOKENS, [organisationId])).length > 0;
  const sql = eventsWith(hasTokens ? 'actor_token_id' : 'null::uuid');
  for (let last = 0; ; ) {
    const events = await query<AuditEventRecord>(sql, [organisationId, last]);
    yield* events;
    last = events.at(-1)?.seq ?? last;
    if (events.length < PAGE) return;
  }
}

/** Walks the trail that a query sees, and holds it against its head and against signed heads. */
export async function walkTrail(
  query: TrailQuery,
  organisationId: string,
  heads: readonly Head[] = [],
): Promise<TrailVerdict> {
  const walk = new ChainWalk(organisationId);
  const check = new HeadCheck(heads, organisationId);
  const verdict = (fault: TrailVerdict['fault']) => ({ events: walk.length, vouched: check.vouched, fault });
  for await (const event of trailEvents(query, organisationId)) {
    const fault = walk.next(event) ?? check.at(event.seq, event.hash);
    if (fault !== null) return verdict(fault);
  }
  const [head] = await query<{ seq: number; hash: string }>(
    'select seq::float8 as seq, hash from audit_head where organisation_id = $1',
    [organisationId],
  );
  return verdict(walk.end(head ?? null) ?? check.end());
}

export const unitQuery =
  (unit: Unit): TrailQuery =>
  (sql, values) =>
    unit.rows(sql, values.slice(1)); // a unit puts its organisation in itself

/** Walks an organisation's whole trail in one snapshot. */
export const verifyTrail = (
  database: Database,
  organisationId: OrganisationId,
  heads: readonly Head[] = [],
): Promise<TrailVerdict> =>
  database.read({ organisationId, actor: null, requestId: 'verify-audit' }, (unit) =>
    walkTrail(unitQuery(unit), organisationId, heads),
  );
