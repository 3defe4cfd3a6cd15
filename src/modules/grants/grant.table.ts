/** Why this file exists: which member holds which grant, since when and until when. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { memberGroupTable, type MemberGroupId } from './member-group.tables.js';

export interface GrantRecord {
  readonly id: Id<'Grant'>;
  readonly memberId: MemberId;
  readonly grantName: GrantName;
  readonly grantedAt: string;
  /** `null` when the product itself gave it, at set-up. */
  readonly grantedBy: MemberId | null;
  /** `null`: until it is taken back. */
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
  /** The group whose membership gives it; `null` when somebody gave it to this member. */
  readonly groupId: MemberGroupId | null;
}

export const grantTable = defineTable<GrantRecord>('member_grant', {
  columns: {
    id: column('uuid'),
    memberId: column('uuid'),
    grantName: column('text'),
    grantedAt: column('timestamptz'),
    grantedBy: nullable('uuid'),
    expiresAt: nullable('timestamptz'),
    endedAt: nullable('timestamptz'),
    groupId: nullable('uuid'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    member_grant_member_fk: {
      columns: ['memberId'],
      references: memberTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such member.', field: 'input.memberId' },
    },
    member_grant_granted_by_fk: { columns: ['grantedBy'], references: memberTable },
    member_grant_group_fk: { columns: ['groupId'], references: memberGroupTable },
  },
  checks: { member_grant_name_ck: `grant_name IN (${GRANTS.map((g) => `'${g}'`).join(', ')})` },
  indexes: {
    member_grant_open_uq: {
      columns: ['memberId', 'grantName'],
      unique: true,
      where: 'ended_at IS NULL AND group_id IS NULL',
      problem: { code: 'GRANT_HELD_ALREADY', message: 'The member holds this grant already.', field: 'input.grant' },
    },
    member_grant_group_uq: {
      columns: ['groupId', 'memberId', 'grantName'],
      unique: true,
      where: 'ended_at IS NULL AND group_id IS NOT NULL',
    },
  },
});
