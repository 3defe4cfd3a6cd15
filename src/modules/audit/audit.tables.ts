/** Why this file exists: the audit trail: append-only events in one hash chain per organisation, and the head of each chain. */
import { column, defineTable, nullable } from '../../platform/database/index.js';

export interface AuditEventRecord {
  /** 1, 2, 3 ... without a gap within the organisation. */
  readonly seq: number;
  readonly at: string;
  readonly actorMemberId: string | null;
  readonly actorPersonId: string | null;
  /** The API token it was done with; `null` for everything else. */
  readonly actorTokenId: string | null;
  readonly requestId: string;
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly prevHash: string;
  /** SHA-256 over the previous hash and the canonical JSON of the event. */
  readonly hash: string;
}

export const auditEventTable = defineTable<AuditEventRecord>(
  'audit_event',
  {
    columns: {
      seq: column('bigint'),
      at: column('timestamptz'),
      actorMemberId: nullable('uuid'),
      actorPersonId: nullable('uuid'),
      actorTokenId: nullable('uuid'),
      requestId: column('text'),
      type: column('text'),
      entity: column('text'),
      entityId: column('uuid'),
      data: column('jsonb'),
      prevHash: column('text'),
      hash: column('text'),
    },
    primaryKey: ['seq'],
    indexes: {
      audit_event_entity_ix: { columns: ['entityId', 'seq'] },
      audit_event_actor_ix: { columns: ['actorMemberId', 'seq'] },
    },
    checks: { audit_event_seq_ck: 'seq > 0' },
  },
  { access: ['INSERT'] },
);

export interface AuditHeadRecord {
  readonly seq: number;
  readonly at: string;
  readonly hash: string;
}
export const auditHeadTable = defineTable<AuditHeadRecord>(
  'audit_head',
  { columns: { seq: column('bigint'), at: column('timestamptz'), hash: column('text') }, primaryKey: [] },
  { access: ['INSERT', 'UPDATE'] },
);
