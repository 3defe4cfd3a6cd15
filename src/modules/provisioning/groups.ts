/** Why this file exists: groups are made, changed and removed as an identity provider says; what they give follows at once. */
import type { Unit } from '../../platform/database/index.js';
import {
  addGroup,
  changeGroup,
  holdGroup,
  removeGroup,
  unknownMembers,
  type GroupNames,
  type MemberGroupId,
  type MemberGroupRecord,
  type SeatChanges,
} from '../grants/index.js';
import { groupById, type GroupRow } from './group-rows.js';
import { bad, noSuch, ofProblem } from './scim-error.js';
import { done, needVersion, unchanged, type Change } from './writes.js';

async function read(unit: Unit, id: MemberGroupId): Promise<GroupRow> {
  const row = await groupById(unit, id);
  if (row === null) throw noSuch('group');
  return row;
}

async function needMembers(unit: Unit, { joins }: SeatChanges): Promise<void> {
  const unknown = await unknownMembers(unit, joins);
  if (unknown.length > 0)
    throw bad('invalidValue', `${unknown.length} of the members are no users, the first: ${String(unknown[0])}.`);
}

export async function createGroup(unit: Unit, names: GroupNames, seats: SeatChanges): Promise<Change<GroupRow>> {
  await needMembers(unit, seats);
  const group = await addGroup(unit, names);
  if (seats.joins.length > 0) await change(unit, group, names, seats);
  return done(await read(unit, group.id));
}

/** The group, held until the unit ends. @throws ScimError when there is none, or it has another version than the sender saw */
export async function heldGroup(unit: Unit, id: MemberGroupId, versions: string | null): Promise<MemberGroupRecord> {
  const group = await holdGroup(unit, id);
  if (group === null) throw noSuch('group');
  needVersion(group, versions);
  return group;
}

async function change(unit: Unit, group: MemberGroupRecord, names: GroupNames, seats: SeatChanges): Promise<boolean> {
  const outcome = await changeGroup(unit, group, names, seats);
  if (!outcome.ok) throw ofProblem(outcome.problem);
  return outcome.value.isChanged;
}

export async function updateGroup(
  unit: Unit,
  group: MemberGroupRecord,
  names: GroupNames,
  seats: SeatChanges,
): Promise<Change<GroupRow>> {
  await needMembers(unit, seats);
  return (await change(unit, group, names, seats)) ? done(await read(unit, group.id)) : unchanged(group);
}

export async function dropGroup(unit: Unit, group: MemberGroupRecord): Promise<Change<null>> {
  const outcome = await removeGroup(unit, group);
  if (!outcome.ok) throw ofProblem(outcome.problem);
  return done(null);
}
