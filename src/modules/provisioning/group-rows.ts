/** Why this file exists: groups as rows: how they are read, asked for, and shown with their members. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { MemberGroupId, MemberGroupRecord } from '../grants/index.js';
import type { Attributes } from './filter-sql.js';
import { ROOT, timed } from './resources.js';

export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export type GroupRow = Omit<MemberGroupRecord, 'removedAt'>;
export const GROUPS = 'from member_group q where q.organisation_id = $1 and q.removed_at is null';
export const GROUP_COLUMNS = `q.id, q.display_name as "displayName", q.external_id as "externalId", q.created_at as "createdAt",
  q.updated_at as "updatedAt", q.version`;

export const GROUP_ATTRIBUTES: Attributes = {
  schema: GROUP_SCHEMA.toLowerCase(),
  single: {
    id: { kind: 'EXACT', sql: 'q.id::text' },
    externalid: { kind: 'EXACT', sql: 'q.external_id' },
    displayname: { kind: 'TEXT', sql: 'q.display_name' },
    'meta.created': { kind: 'TIME', sql: 'q.created_at' },
    'meta.lastmodified': { kind: 'TIME', sql: 'q.updated_at' },
  },
  many: {
    members: {
      from: 'member_group_seat t where t.organisation_id = $1 and t.group_id = q.id',
      parts: { value: { kind: 'EXACT', sql: 't.member_id::text' } },
    },
  },
};

/** A group that is there, or `null`. */
export const groupById = (unit: Unit, id: MemberGroupId): Promise<GroupRow | null> =>
  unit.one<GroupRow>(`select ${GROUP_COLUMNS} ${GROUPS} and q.id = $2`, [id]);

export interface GroupMember {
  readonly id: MemberId;
  readonly name: string;
}

/** The members of many groups, by name. */
export async function membersOf(
  unit: Unit,
  ids: readonly MemberGroupId[],
): Promise<ReadonlyMap<string, readonly GroupMember[]>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.rows<GroupMember & { groupId: string }>(
    `select t.group_id as "groupId", m.id, m.display_name as name from member_group_seat t
       join member m on m.organisation_id = t.organisation_id and m.id = t.member_id
      where t.organisation_id = $1 and t.group_id = any($2::uuid[]) order by m.display_name, m.id`,
    [ids],
  );
  const byGroup = new Map<string, GroupMember[]>();
  for (const { groupId, ...member } of rows) {
    const known = byGroup.get(groupId);
    if (known === undefined) byGroup.set(groupId, [member]);
    else known.push(member);
  }
  return byGroup;
}

/** A group as RFC 7643 shows one; without members when they were not read. */
export function groupResource(row: GroupRow, members: readonly GroupMember[] | null): Record<string, unknown> {
  const shown = members?.map(({ id, name }) => ({
    ...{ value: id, $ref: `${ROOT}/Users/${id}` },
    ...{ display: name, type: 'User' },
  }));
  return {
    schemas: [GROUP_SCHEMA],
    id: row.id,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    displayName: row.displayName,
    ...(shown === undefined ? {} : { members: shown }),
    meta: { resourceType: 'Group', ...timed(row), location: `${ROOT}/Groups/${row.id}` },
  };
}
