/** Why this file exists: auditors who opened the contact data of one candidate, why, and until when. */
import type { MemberId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { memberTable } from '../../identity/index.js';
import type { CandidateId } from '../domain/application.js';
import { candidateTable } from './application.tables.js';

export type BreakGlassId = Id<'BreakGlass'>;

export interface BreakGlassRecord {
  readonly id: BreakGlassId;
  /** The auditor who may read; nobody else may. */
  readonly memberId: MemberId;
  readonly candidateId: CandidateId;
  readonly reason: string;
  readonly openedAt: string;
  readonly expiresAt: string;
  /** Both `null` unless somebody ended it before it ended by itself. */
  readonly endedAt: string | null;
  readonly endedBy: MemberId | null;
}

export const breakGlassTable = defineTable<BreakGlassRecord>('break_glass', {
  columns: {
    id: column('uuid'),
    memberId: column('uuid'),
    candidateId: column('uuid'),
    reason: column('text'),
    openedAt: column('timestamptz'),
    expiresAt: column('timestamptz'),
    endedAt: nullable('timestamptz'),
    endedBy: nullable('uuid'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    break_glass_member_fk: { columns: ['memberId'], references: memberTable },
    break_glass_candidate_fk: { columns: ['candidateId'], references: candidateTable },
    break_glass_ended_by_fk: { columns: ['endedBy'], references: memberTable },
  },
  checks: {
    break_glass_reason_ck: 'length(btrim(reason)) >= 5',
    break_glass_span_ck: `expires_at > opened_at AND expires_at <= opened_at + interval '4 hours'`,
    break_glass_ended_ck: '(ended_at IS NULL) = (ended_by IS NULL)',
  },
  indexes: {
    break_glass_member_ix: { columns: ['memberId', 'candidateId'] },
    break_glass_candidate_ix: { columns: ['candidateId'] },
  },
});
