/** Why this file exists: giving, taking back and reading grants; every grant is given in one place. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { memberTable } from '../identity/index.js';
import { lastAdministratorProblem, oneAfterTheOther } from './administrators.js';
import type { GrantName } from './authorization-matrix.js';
import { grantTable, type GrantRecord } from './grant.table.js';
import type { MemberGroupId } from './member-group.tables.js';

export const grantProblems = registerProblems('grants', {
  GRANT_HELD_ALREADY: {
    kind: 'AlreadyExists',
    meaning: 'The member holds this grant already.',
    mend: 'Nothing needs to be done.',
  },
  GRANT_NOT_HELD: {
    kind: 'RuleViolation',
    meaning: 'The member does not hold this grant.',
    mend: 'The administrator reads the member’s grants again.',
  },
  GRANT_FROM_GROUP: {
    kind: 'RuleViolation',
    meaning: 'The member holds this grant through a group that the identity provider keeps.',
    mend: 'The administrator takes the grant off the group, or has the member taken out of it.',
  },
  MEMBER_NOT_ACTIVE: {
    kind: 'RuleViolation',
    meaning: 'The member is deactivated and can hold no grant.',
    mend: 'The administrator reactivates the member first.',
  },
  NOT_TO_YOURSELF: {
    kind: 'NotAllowed',
    meaning: 'Nobody gives a grant to themselves.',
    mend: 'Another administrator gives it.',
  },
});

/** Names of the grants that a member holds now, sorted. */
export async function grantsOf(unit: Unit, memberId: MemberId): Promise<GrantName[]> {
  const rows = await unit.rows<{ grantName: GrantName }>(
    `select distinct grant_name as "grantName" from member_grant
      where organisation_id = $1 and member_id = $2 and ended_at is null and (expires_at is null or expires_at > $3) order by 1`,
    [memberId, unit.now.toISOString()],
  );
  return rows.map((r) => r.grantName);
}

/** The same for many members at once. */
export const grantsLoader = defineLoader<readonly GrantName[]>('grants', async (unit, ids) => {
  const rows = await unit.rows<{ memberId: string; grants: GrantName[] }>(
    `select member_id as "memberId", array_agg(distinct grant_name order by grant_name) as grants from member_grant
      where organisation_id = $1 and member_id = any($2::uuid[]) and ended_at is null and (expires_at is null or expires_at > $3) group by 1`,
    [ids, unit.now.toISOString()],
  );
  return new Map(rows.map((r) => [r.memberId, r.grants]));
});

export interface NewGrant {
  readonly memberId: MemberId;
  readonly grantName: GrantName;
  /** The group that gives it by membership; `null` for one given to this very member. */
  readonly groupId: MemberGroupId | null;
}

/**
 * Gives grants. Every grant of the product passes here, whoever gives it and by whatever way.
 * @param grantedBy `null` at set-up only
 */
export async function addGrants(unit: Unit, grants: readonly NewGrant[], grantedBy: MemberId | null): Promise<void> {
  const at = { grantedAt: unit.now.toISOString(), grantedBy, expiresAt: null, endedAt: null };
  await unit.insert<GrantRecord>(
    grantTable,
    grants.map((grant) => ({ id: newId<'Grant'>(), ...grant, ...at })),
  );
  for (const { memberId, grantName, groupId } of grants) {
    const data = { grant: grantName, ...(groupId === null ? {} : { groupId }) };
    unit.record({ type: 'GrantGiven', entity: 'Member', entityId: memberId, data });
  }
}

/** Gives one grant to one member. @param grantedBy `null` at set-up only */
export const addGrant = (
  unit: Unit,
  memberId: MemberId,
  grantName: GrantName,
  grantedBy: MemberId | null,
): Promise<void> => addGrants(unit, [{ memberId, grantName, groupId: null }], grantedBy);

/** Command: gives a grant to another member. */
export async function giveGrant(
  unit: Unit,
  input: { memberId: MemberId; grant: GrantName },
): Promise<Outcome<{ memberId: MemberId }, Problem>> {
  if (unit.actor?.memberId === input.memberId)
    return refuse({
      code: 'NOT_TO_YOURSELF',
      message: 'Nobody gives a grant to themselves. Ask another administrator.',
      field: 'input.memberId',
    });
  const member = await unit.findOne(memberTable, { id: input.memberId }, { lock: 'UPDATE' });
  if (member === null) return refuse(notFound('member', 'input.memberId'));
  if (member.state !== 'ACTIVE')
    return refuse({
      code: 'MEMBER_NOT_ACTIVE',
      message: 'This member is deactivated. Reactivate the member first.',
      field: 'input.memberId',
    });
  await addGrant(unit, input.memberId, input.grant, unit.actor?.memberId ?? null);
  return ok({ memberId: input.memberId });
}

/** Command: takes a grant back; effective at the member's next request. The last administrator cannot be taken away. */
export async function takeGrant(
  unit: Unit,
  input: { memberId: MemberId; grant: GrantName },
): Promise<Outcome<{ memberId: MemberId }, Problem>> {
  const { memberId, grant: grantName } = input;
  await oneAfterTheOther(unit);
  const open = { memberId, grantName, endedAt: null };
  const ended = await unit.update(grantTable, { ...open, groupId: null }, { endedAt: unit.now.toISOString() });
  const isLeft = (await unit.findOne(grantTable, open)) !== null;
  if (ended === 0 && isLeft)
    return refuse({
      code: 'GRANT_FROM_GROUP',
      message: 'This grant comes from a group. Take the member out of the group, or the grant off the group.',
      field: 'input.grant',
    });
  if (ended === 0)
    return refuse({ code: 'GRANT_NOT_HELD', message: 'The member does not hold this grant.', field: 'input.grant' });
  const last = await lastAdministratorProblem(unit, 'input.memberId');
  if (last !== null) return refuse(last);
  unit.record({ type: 'GrantTaken', entity: 'Member', entityId: memberId, data: { grant: grantName } });
  return ok({ memberId });
}
