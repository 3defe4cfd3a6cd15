/** Why this file exists: an administrator says which grants the members of a group hold; the identity provider only says who is in it. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader, type ListQuery } from '../../platform/graphql/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../platform/problems/index.js';
import { lastAdministratorProblem } from './administrators.js';
import type { GrantName } from './authorization-matrix.js';
import { askForSecond } from './grant-requests.js';
import { matchGroupGrants } from './group-grants.js';
import {
  memberGroupGrantTable,
  memberGroupSeatTable,
  memberGroupTable,
  type MemberGroupId,
  type MemberGroupRecord,
} from './member-group.tables.js';
import { holdGroup } from './member-groups.js';
import { waitingForSecond } from './two-persons.js';

export interface TieWish {
  readonly groupId: MemberGroupId;
  /** All grants that the group shall give; none lets it give nothing. */
  readonly grants: readonly GrantName[];
  readonly version: number;
}

/**
 * Command: ties grants to a group. Members get and lose them at once, or when a second administrator agrees where that takes two; nobody ties
 * a grant to a group that they are in themselves.
 */
export async function setGroupGrants(unit: Unit, wish: TieWish): Promise<Outcome<{ id: MemberGroupId }, Problem>> {
  const { groupId: id, version } = wish;
  const actor = unit.actor;
  const group = await holdGroup(unit, id);
  if (group === null || actor === null) return refuse(notFound('group', 'input.groupId'));
  if (group.version !== version) return refuse(staleVersion('group', group.version));
  const tied = (await unit.find(memberGroupGrantTable, { groupId: id })).map((tie) => tie.grantName);
  const wanted = [...new Set(wish.grants)].sort();
  const added = wanted.filter((grant) => !tied.includes(grant));
  const taken = tied.filter((grant) => !wanted.includes(grant));
  const ownSeat = await unit.findOne(memberGroupSeatTable, { groupId: id, memberId: actor.memberId });
  if (added.length > 0 && ownSeat !== null) {
    const message = 'You are in this group, and nobody gives a grant to themselves. Ask another administrator.';
    return refuse({ code: 'NOT_TO_YOURSELF', message, field: 'input.grants' });
  }
  const [late, never] = [await waitingForSecond(unit, 'GIVE', added), await waitingForSecond(unit, 'TAKE', taken)];
  for (const grantName of late)
    await askForSecond(unit, { kind: 'GIVE', grantName, target: { groupId: id }, expiresAt: null }, actor.memberId);
  for (const grantName of never)
    await askForSecond(unit, { kind: 'TAKE', grantName, target: { groupId: id }, expiresAt: null }, actor.memberId);
  const now = { added: added.filter((one) => !late.has(one)), taken: taken.filter((one) => !never.has(one)) };
  return changeTies(unit, group, now, actor.memberId);
}

/** Ties grants to a group that is held and takes them off; its members follow at once. The caller made sure that nobody else has to agree. */
export async function changeTies(
  unit: Unit,
  { id, version }: MemberGroupRecord,
  { added, taken }: { readonly added: readonly GrantName[]; readonly taken: readonly GrantName[] },
  mappedBy: MemberId,
): Promise<Outcome<{ id: MemberGroupId }, Problem>> {
  const at = unit.now.toISOString();
  const tied = (await unit.find(memberGroupGrantTable, { groupId: id })).map((tie) => tie.grantName);
  const ties = added.filter((one) => !tied.includes(one));
  await unit.insert(
    memberGroupGrantTable,
    ties.map((grantName) => ({ groupId: id, grantName, mappedAt: at, mappedBy })),
  );
  if (taken.length > 0) await unit.remove(memberGroupGrantTable, { groupId: id, grantName: taken });
  await unit.update(memberGroupTable, { id }, { updatedAt: at, version: version + 1 });
  unit.record({ type: 'GroupGrantsSet', entity: 'MemberGroup', entityId: id, data: { added, taken } });
  const { tookAdministrator } = await matchGroupGrants(unit, { groupId: id });
  const last = tookAdministrator ? await lastAdministratorProblem(unit, 'input.grants') : null;
  return last === null ? ok({ id }) : refuse(last);
}

/** A group with the number of its members and what it gives. */
export interface MemberGroupRow extends Pick<MemberGroupRecord, 'id' | 'displayName' | 'externalId' | 'version'> {
  readonly memberCount: number;
  readonly grants: readonly GrantName[];
}

const GROUPS = `select q.id, q.display_name as "displayName", q.external_id as "externalId", q.version, lower(q.display_name) as "key",
    (select count(*)::int from member_group_seat s where s.organisation_id = $1 and s.group_id = q.id) as "memberCount",
    array(select t.grant_name from member_group_grant t where t.organisation_id = $1 and t.group_id = q.id order by 1) as grants
  from member_group q where q.organisation_id = $1 and q.removed_at is null`;

/** Groups by name, for those who may see them. */
export const groupList = (): ListQuery => ({
  list: 'memberGroups',
  sql: GROUPS,
  values: [],
  orderBy: ['key', 'id'],
  filter: null,
});

/** Groups by id, for those who were let in already. */
export const groupLoader = defineLoader<MemberGroupRow>('memberGroup', async (unit, ids) => {
  const rows = await unit.rows<MemberGroupRow>(`${GROUPS} and q.id = any($2::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** A grant that a member holds through a group. */
export interface GroupGrantRow {
  readonly grant: GrantName;
  readonly groupName: string;
}

/** The grants of members that come from groups, with the names of the groups. */
export const groupGrantsLoader = defineLoader<readonly GroupGrantRow[]>('groupGrants', async (unit, ids) => {
  const rows = await unit.rows<GroupGrantRow & { memberId: string }>(
    `select g.member_id as "memberId", g.grant_name as "grant", q.display_name as "groupName" from member_grant g
       join member_group q on q.organisation_id = g.organisation_id and q.id = g.group_id
      where g.organisation_id = $1 and g.member_id = any($2::uuid[]) and g.ended_at is null order by 2, 3, q.id`,
    [ids],
  );
  const byMember = new Map<string, GroupGrantRow[]>();
  for (const { memberId, ...row } of rows) byMember.set(memberId, [...(byMember.get(memberId) ?? []), row]);
  return byMember;
});
