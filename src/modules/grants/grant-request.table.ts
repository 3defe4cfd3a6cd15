/** Why this file exists: changes to grants that wait for a second administrator, and what became of them. */
import type { MemberId, PersonId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { memberGroupTable, type MemberGroupId } from './member-group.tables.js';
import type { GrantChangeKind } from './two-persons.js';

export type GrantRequestId = Id<'GrantRequest'>;
export const GRANT_REQUEST_STATES = ['WAITING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED'] as const;
export type GrantRequestState = (typeof GRANT_REQUEST_STATES)[number];

export interface GrantRequestRecord {
  readonly id: GrantRequestId;
  readonly kind: GrantChangeKind;
  readonly grantName: GrantName;
  /** Whom it concerns; either a member or a group. */
  readonly memberId: MemberId | null;
  readonly groupId: MemberGroupId | null;
  /** Until when the grant shall be held; `null`: until it is taken back. */
  readonly expiresAt: string | null;
  readonly requestedAt: string;
  readonly requestedBy: MemberId;
  /** The person behind who asked, at that moment; a link that moves to another sign-in changes nothing. */
  readonly requestedByPerson: PersonId | null;
  readonly lapsesAt: string;
  /** One that lapsed may still say that it waits. */
  readonly state: GrantRequestState;
  readonly closedAt: string | null;
  /** `null` while it waits, and when it lapsed. */
  readonly closedBy: MemberId | null;
  readonly declineReason: string | null;
}

const ALREADY = {
  code: 'GRANT_REQUESTED_ALREADY',
  message: 'This waits for a second administrator already.',
  field: 'input.grant',
} as const;
const words = (list: readonly string[]): string => list.map((word) => `'${word}'`).join(', ');

export const grantRequestTable = defineTable<GrantRequestRecord>('grant_request', {
  columns: {
    id: column('uuid'),
    kind: column('text'),
    grantName: column('text'),
    memberId: nullable('uuid'),
    groupId: nullable('uuid'),
    expiresAt: nullable('timestamptz'),
    requestedAt: column('timestamptz'),
    requestedBy: column('uuid'),
    requestedByPerson: nullable('uuid'),
    lapsesAt: column('timestamptz'),
    state: column('text'),
    closedAt: nullable('timestamptz'),
    closedBy: nullable('uuid'),
    declineReason: nullable('text'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    grant_request_member_fk: { columns: ['memberId'], references: memberTable },
    grant_request_group_fk: { columns: ['groupId'], references: memberGroupTable },
    grant_request_requested_by_fk: { columns: ['requestedBy'], references: memberTable },
    grant_request_closed_by_fk: { columns: ['closedBy'], references: memberTable },
  },
  checks: {
    grant_request_kind_ck: `kind IN ('GIVE', 'TAKE')`,
    grant_request_name_ck: `grant_name IN (${words(GRANTS)})`,
    grant_request_state_ck: `state IN (${words(GRANT_REQUEST_STATES)})`,
    grant_request_target_ck: 'num_nonnulls(member_id, group_id) = 1',
    grant_request_closed_ck: `(state = 'WAITING') = (closed_at IS NULL)`,
    grant_request_second_ck: `state <> 'APPROVED' OR closed_by <> requested_by`,
    grant_request_reason_ck: `(state = 'DECLINED') = (decline_reason IS NOT NULL)`,
  },
  indexes: {
    grant_request_member_uq: {
      columns: ['memberId', 'grantName', 'kind'],
      unique: true,
      where: `state = 'WAITING' AND member_id IS NOT NULL`,
      problem: ALREADY,
    },
    grant_request_group_uq: {
      columns: ['groupId', 'grantName', 'kind'],
      unique: true,
      where: `state = 'WAITING' AND group_id IS NOT NULL`,
      problem: ALREADY,
    },
  },
});
