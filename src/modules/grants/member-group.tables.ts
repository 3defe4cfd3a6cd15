/** Why this file exists: groups of members as an identity provider keeps them, who is in them, and which grants an administrator tied to them. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';

export type MemberGroupId = Id<'MemberGroup'>;

export interface MemberGroupRecord {
  readonly id: MemberGroupId;
  readonly displayName: string;
  /** What the identity provider calls it; `null` when it did not say. */
  readonly externalId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** `null` while it is there; grants that it gave once still name it. */
  readonly removedAt: string | null;
  /** Goes up with its names and with its members. */
  readonly version: number;
}
export const memberGroupTable = defineTable<MemberGroupRecord>('member_group', {
  columns: {
    id: column('uuid'),
    displayName: column('text'),
    externalId: nullable('text'),
    createdAt: column('timestamptz'),
    updatedAt: column('timestamptz'),
    removedAt: nullable('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  indexes: {
    member_group_external_uq: {
      columns: ['externalId'],
      unique: true,
      where: 'removed_at IS NULL',
      problem: { code: 'ALREADY_EXISTS', message: 'Another group has this externalId.', field: 'externalId' },
    },
  },
});

interface MemberGroupSeat {
  readonly groupId: MemberGroupId;
  readonly memberId: MemberId;
  readonly addedAt: string;
}
/** Who is in a group now; who was stands in the audit trail. */
export const memberGroupSeatTable = defineTable<MemberGroupSeat>(
  'member_group_seat',
  {
    columns: { groupId: column('uuid'), memberId: column('uuid'), addedAt: column('timestamptz') },
    primaryKey: ['groupId', 'memberId'],
    foreignKeys: {
      member_group_seat_group_fk: { columns: ['groupId'], references: memberGroupTable },
      member_group_seat_member_fk: { columns: ['memberId'], references: memberTable },
    },
    indexes: { member_group_seat_member_ix: { columns: ['memberId'] } },
  },
  { access: ['INSERT', 'DELETE'] },
);

interface MemberGroupGrant {
  readonly groupId: MemberGroupId;
  readonly grantName: GrantName;
  readonly mappedAt: string;
  readonly mappedBy: MemberId;
}
/** Which grants the members of a group hold; a group without a row here gives nothing. */
export const memberGroupGrantTable = defineTable<MemberGroupGrant>(
  'member_group_grant',
  {
    columns: {
      groupId: column('uuid'),
      grantName: column('text'),
      mappedAt: column('timestamptz'),
      mappedBy: column('uuid'),
    },
    primaryKey: ['groupId', 'grantName'],
    foreignKeys: {
      member_group_grant_group_fk: { columns: ['groupId'], references: memberGroupTable },
      member_group_grant_by_fk: { columns: ['mappedBy'], references: memberTable },
    },
    checks: { member_group_grant_name_ck: `grant_name IN (${GRANTS.map((g) => `'${g}'`).join(', ')})` },
  },
  { access: ['INSERT', 'DELETE'] },
);
