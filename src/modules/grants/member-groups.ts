/** Why this file exists: keeping groups and who is in them, as an identity provider says. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { lastAdministratorProblem, oneAfterTheOther } from './administrators.js';
import { matchGroupGrants } from './group-grants.js';
import { memberGroupTable, type MemberGroupId, type MemberGroupRecord } from './member-group.tables.js';

/** A group that is there, held until the unit ends; `null` for none and for one that was removed. Groups change one after the other. */
export async function holdGroup(unit: Unit, id: MemberGroupId): Promise<MemberGroupRecord | null> {
  await oneAfterTheOther(unit);
  return unit.findOne(memberGroupTable, { id, removedAt: null }, { lock: 'UPDATE' });
}

export type GroupNames = Pick<MemberGroupRecord, 'displayName' | 'externalId'>;

/** Makes a group without members; it gives nothing until an administrator ties grants to it. */
export async function addGroup(unit: Unit, names: GroupNames): Promise<MemberGroupRecord> {
  await oneAfterTheOther(unit);
  const at = unit.now.toISOString();
  const group = { id: newId<'MemberGroup'>(), ...names, createdAt: at, updatedAt: at, removedAt: null, version: 1 };
  await unit.insert<MemberGroupRecord>(memberGroupTable, [group]);
  unit.record({ type: 'MemberGroupAdded', entity: 'MemberGroup', entityId: group.id });
  return group;
}

/** Who shall be in a group. */
export interface SeatChanges {
  /** Whether everybody leaves who is not asked for. */
  readonly isWhole: boolean;
  readonly joins: readonly MemberId[];
  readonly leaves: readonly MemberId[];
}

/** Those of the ids that are no members who can be in a group. */
export async function unknownMembers(unit: Unit, ids: readonly MemberId[]): Promise<readonly MemberId[]> {
  if (ids.length === 0) return [];
  const rows = await unit.rows<{ id: MemberId }>(
    `select id from member where organisation_id = $1 and id = any($2::uuid[]) and state <> 'REMOVED' for share`,
    [ids],
  );
  const known = new Set(rows.map((row) => row.id));
  return ids.filter((id) => !known.has(id));
}

/**
 * Changes the names and the members of a group that is held, and with them the grants that it gives.
 * @returns whether anything is different now, or why it cannot be
 */
export async function changeGroup(
  unit: Unit,
  group: MemberGroupRecord,
  names: GroupNames,
  seats: SeatChanges,
): Promise<Outcome<{ isChanged: boolean }, Problem>> {
  const { left, joined } = await moveSeats(unit, group.id, seats);
  const isRenamed = names.displayName !== group.displayName || names.externalId !== group.externalId;
  if (!isRenamed && left.length + joined.length === 0) return ok({ isChanged: false });
  const changes = { ...names, updatedAt: unit.now.toISOString(), version: group.version + 1 };
  await unit.update(memberGroupTable, { id: group.id }, changes);
  unit.record({
    type: 'MemberGroupChanged',
    entity: 'MemberGroup',
    entityId: group.id,
    data: { isRenamed, joined, left },
  });
  const problem = await follow(unit, group.id, [...left, ...joined]);
  return problem === null ? ok({ isChanged: true }) : refuse(problem);
}

/** Removes a group that is held: its members leave it, and what it gave ends. */
export async function removeGroup(unit: Unit, group: MemberGroupRecord): Promise<Outcome<null, Problem>> {
  const { left } = await moveSeats(unit, group.id, { isWhole: true, joins: [], leaves: [] });
  const at = unit.now.toISOString();
  await unit.update(
    memberGroupTable,
    { id: group.id },
    { removedAt: at, updatedAt: at, displayName: '', externalId: null, version: group.version + 1 },
  );
  unit.record({ type: 'MemberGroupRemoved', entity: 'MemberGroup', entityId: group.id, data: { left } });
  const problem = await follow(unit, group.id, left);
  return problem === null ? ok(null) : refuse(problem);
}

/** Takes a member out of every group. Their grants have ended already. */
export async function leaveAllGroups(unit: Unit, memberId: MemberId): Promise<void> {
  const rows = await unit.rows<{ groupId: MemberGroupId }>(
    'delete from member_group_seat where organisation_id = $1 and member_id = $2 returning group_id as "groupId"',
    [memberId],
  );
  if (rows.length === 0) return;
  await unit.rows(
    'update member_group set version = version + 1, updated_at = $3 where organisation_id = $1 and id = any($2::uuid[]) returning 1',
    [rows.map((row) => row.groupId), unit.now.toISOString()],
  );
}

/** Lets grants follow the seats of some members. @returns the refusal when nobody would be left to administer */
async function follow(unit: Unit, groupId: MemberGroupId, memberIds: readonly MemberId[]): Promise<Problem | null> {
  const { tookAdministrator } = await matchGroupGrants(unit, { groupId, memberIds });
  return tookAdministrator ? lastAdministratorProblem(unit) : null;
}

async function moveSeats(unit: Unit, groupId: MemberGroupId, seats: SeatChanges) {
  const { isWhole, joins, leaves } = seats;
  const left =
    isWhole || leaves.length > 0
      ? await unit.rows<{ id: MemberId }>(
          `delete from member_group_seat where organisation_id = $1 and group_id = $2
             and case when $3 then member_id <> all($4::uuid[]) else member_id = any($5::uuid[]) end returning member_id as id`,
          [groupId, isWhole, joins, leaves],
        )
      : [];
  const joined =
    joins.length > 0
      ? await unit.rows<{ id: MemberId }>(
          `insert into member_group_seat (organisation_id, group_id, member_id, added_at)
           select $1, $2, id, $4 from unnest($3::uuid[]) as id on conflict do nothing returning member_id as id`,
          [groupId, joins, unit.now.toISOString()],
        )
      : [];
  return { left: left.map((row) => row.id), joined: joined.map((row) => row.id) };
}
