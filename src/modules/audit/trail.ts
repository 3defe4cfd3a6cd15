/** Why this file exists: appending to the trail inside the unit that made the change, and verifying a whole trail. */
import type { AuditFact, Database, Unit } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { auditEventTable, type AuditEventRecord } from './audit.tables.js';
import { ChainWalk, GENESIS, hashOf, type ChainFault } from './chain.js';

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
  /** The first thing that is wrong, or `null` when the whole chain holds. */
  readonly fault: ChainFault | null;
}

/** Walks an organisation's whole trail in pages of 2,000 events, in one snapshot. */
export async function verifyTrail(database: Database, organisationId: OrganisationId): Promise<TrailVerdict> {
  return database.read({ organisationId, actor: null, requestId: 'verify-audit' }, async (unit) => {
    const walk = new ChainWalk(organisationId);
    for (;;) {
      const events = await unit.rows<AuditEventRecord>(
        `select seq, at, actor_member_id as "actorMemberId", actor_person_id as "actorPersonId", actor_token_id as "actorTokenId", request_id as "requestId", type, entity,
                entity_id as "entityId", data, prev_hash as "prevHash", hash
           from audit_event where organisation_id = $1 and seq > $2 order by seq limit 2000`,
        [walk.length],
      );
      for (const event of events) {
        const fault = walk.next(event);
        if (fault !== null) return { events: walk.length, fault };
      }
      if (events.length < 2000) break;
    }
    const head = await unit.one<{ seq: number; hash: string }>(
      'select seq, hash from audit_head where organisation_id = $1',
    );
    return { events: walk.length, fault: walk.end(head) };
  });
}
