/** Why this file exists: users are made, changed, taken out and removed as an identity provider says; each is one write with its facts. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { leaveAllGroups, oneAfterTheOther, reactivateMember, takeOut } from '../grants/index.js';
import { addMember, memberTable } from '../identity/index.js';
import { provisionedUserTable, type ProvisionedUser } from './provisioning.tables.js';
import { noSuch, ofProblem, ScimError } from './scim-error.js';
import { isNameTaken, userById, type UserRow } from './user-rows.js';
import { addressOf, shownName, type UserState } from './user-state.js';
import { done, needVersion, unchanged, type Change } from './writes.js';

const storedOf = (state: UserState): Omit<ProvisionedUser, 'memberId'> => {
  const { userName, externalId, displayName, formattedName, givenName, familyName, emails } = state;
  const userNameKey = userName.toLowerCase();
  return { userName, userNameKey, externalId, displayName, formattedName, givenName, familyName, emails };
};

async function needFreeName(unit: Unit, state: UserState, by: MemberId | null): Promise<void> {
  if (await isNameTaken(unit, state.userName, by))
    throw new ScimError(409, 'Another user has this userName.', 'uniqueness');
}

async function read(unit: Unit, id: MemberId): Promise<UserRow> {
  const row = await userById(unit, id);
  if (row === null) throw noSuch('user');
  return row;
}

/** A new member without grants and password; never one that is there already, whatever the address says. */
export async function createUser(unit: Unit, state: UserState): Promise<Change<UserRow>> {
  await needFreeName(unit, state, null);
  const id = await addMember(unit, {
    email: addressOf(state),
    displayName: shownName(state),
    headline: state.title ?? '',
    passwordHash: null,
  });
  await unit.insert<ProvisionedUser>(provisionedUserTable, [{ memberId: id, ...storedOf(state) }]);
  if (state.active === false) await unit.update(memberTable, { id }, { state: 'DEACTIVATED' });
  return done(await read(unit, id));
}

/** The user, held until the unit ends. @throws ScimError when there is none, or it has another version than the sender saw */
export async function holdUser(unit: Unit, id: MemberId, versions: string | null): Promise<UserRow> {
  await oneAfterTheOther(unit); // asked for before the row, as everybody does who takes rights away
  await unit.findOne(memberTable, { id }, { lock: 'UPDATE' });
  const row = await read(unit, id);
  needVersion(row, versions);
  return row;
}

/** Names of the attributes that differ. */
function differences(before: UserRow, after: UserState): string[] {
  const names = ['userName', 'externalId', 'displayName', 'formattedName', 'givenName', 'familyName', 'title'] as const;
  const changed: string[] = names.filter((name) => before[name] !== after[name]);
  const plain = (emails: UserState['emails']): string =>
    JSON.stringify(emails.map((e) => [e.value, e.type, e.primary]));
  if (plain(before.emails) !== plain(after.emails)) changed.push('emails');
  return changed;
}

async function store(unit: Unit, before: UserRow, state: UserState): Promise<boolean> {
  const changed = differences(before, state);
  if (changed.length === 0) return false;
  const { id, version } = before;
  if (changed.includes('userName')) await needFreeName(unit, state, id);
  await unit.update(
    memberTable,
    { id },
    {
      displayName: shownName(state),
      headline: state.title ?? '',
      ...(changed.includes('emails') || changed.includes('userName') ? { email: addressOf(state) } : {}),
      updatedAt: unit.now.toISOString(),
      version: version + 1,
    },
  );
  const stored = storedOf(state);
  if (before.isProvisioned) await unit.update(provisionedUserTable, { memberId: id }, stored);
  else await unit.insert<ProvisionedUser>(provisionedUserTable, [{ memberId: id, ...stored }]);
  unit.record({ type: 'MemberProvisioned', entity: 'Member', entityId: id, data: { changed } });
  return true;
}

/** Gives a held user another state; what was active and no longer is, is out within the same transaction. */
export async function changeUser(unit: Unit, before: UserRow, state: UserState): Promise<Change<UserRow>> {
  const isStored = await store(unit, before, state);
  const turns = state.active !== null && state.active !== before.active;
  if (turns) {
    const moved = await (state.active
      ? reactivateMember(unit, { memberId: before.id })
      : takeOut(unit, before.id, 'DEACTIVATED'));
    if (!moved.ok) throw ofProblem(moved.problem);
  }
  return isStored || turns ? done(await read(unit, before.id)) : unchanged(before);
}

/**
 * Removes a user for good: the member is out, leaves all groups, and gives up user name and address, which a new user can have. The member's
 * record, with id and name, stays for everything that refers to it.
 */
export async function removeUser(unit: Unit, before: UserRow): Promise<Change<null>> {
  const { id } = before;
  const out = await takeOut(unit, id, 'REMOVED');
  if (!out.ok) throw ofProblem(out.problem);
  await leaveAllGroups(unit, id);
  await unit.update(memberTable, { id }, { email: `${id}@removed.invalid`, passwordHash: null });
  if (before.isProvisioned) await unit.remove(provisionedUserTable, { memberId: id });
  return done(null);
}
