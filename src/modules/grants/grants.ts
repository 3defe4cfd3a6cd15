/** Why this file exists: giving, taking back and reading grants; every grant is given in one place. */
import type { Actor, MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { memberTable } from '../identity/index.js';
import { lastAdministratorProblem, oneAfterTheOther } from './administrators.js';
import type { GrantName } from './authorization-matrix.js';
import { grantTable, type GrantRecord } from './grant.table.js';
import type { GrantRequestId } from './grant-request.table.js';
import { askForSecond } from './grant-requests.js';
import type { MemberGroupId } from './member-group.tables.js';
import { waitingForSecond } from './two-persons.js';

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
  GRANT_EXPIRY_PAST: {
    kind: 'InvalidInput',
    meaning: 'A grant would end before it begins.',
    mend: 'The administrator chooses a moment that is still to come.',
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

export interface TimedGrant {
  readonly grant: GrantName;
  readonly expiresAt: string;
}
/** The grants of members that end by themselves and have not ended. */
export const timedGrantsLoader = defineLoader<readonly TimedGrant[]>('timedGrants', async (unit, ids) => {
  const rows = await unit.rows<TimedGrant & { memberId: string }>(
    `select member_id as "memberId", grant_name as "grant", expires_at as "expiresAt" from member_grant
      where organisation_id = $1 and member_id = any($2::uuid[]) and ended_at is null and expires_at > $3 order by 2`,
    [ids, unit.now.toISOString()],
  );
  const byMember = new Map<string, TimedGrant[]>();
  for (const { memberId, ...row } of rows) byMember.set(memberId, [...(byMember.get(memberId) ?? []), row]);
  return byMember;
});

export interface NewGrant {
  readonly memberId: MemberId;
  readonly grantName: GrantName;
  /** The group that gives it by membership; `null` for one given to this very member. */
  readonly groupId: MemberGroupId | null;
  /** When it ends by itself; `null`: when it is taken back. */
  readonly expiresAt?: string | null;
}

/**
 * Gives grants. Every grant of the product passes here, whoever gives it and by whatever way.
 * @param grantedBy `null` at set-up only
 */
export async function addGrants(unit: Unit, grants: readonly NewGrant[], grantedBy: MemberId | null): Promise<void> {
  const at = { grantedAt: unit.now.toISOString(), grantedBy, endedAt: null };
  await unit.insert<GrantRecord>(
    grantTable,
    grants.map(({ expiresAt = null, ...grant }) => ({ id: newId<'Grant'>(), ...grant, expiresAt, ...at })),
  );
  for (const { memberId, grantName, groupId, expiresAt = null } of grants) {
    const from = groupId === null ? {} : { groupId };
    const data = { grant: grantName, ...from, ...(expiresAt === null ? {} : { expiresAt }) };
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

export interface GrantWish {
  readonly memberId: MemberId;
  readonly grant: GrantName;
  /** When it ends by itself; `null`: when it is taken back. */
  readonly expiresAt: string | null;
}
/** What became of a wish: done, or waiting for a second administrator under this id. */
export interface GrantStep {
  readonly memberId: MemberId;
  readonly requestId: GrantRequestId | null;
}
type Stepped = Outcome<GrantStep, Problem>;

/** The grant that is in the way of a wish, as it is held now; one that ends earlier than the wish makes way. */
async function inTheWay(unit: Unit, { memberId, grant: grantName, expiresAt }: GrantWish) {
  const held = await unit.findOne(grantTable, { memberId, grantName, groupId: null, endedAt: null });
  if (held === null) return null;
  const isOver = held.expiresAt !== null && new Date(held.expiresAt) <= unit.now;
  const isLonger = held.expiresAt !== null && (expiresAt === null || new Date(expiresAt) > new Date(held.expiresAt));
  return { id: held.id, endsAt: isOver ? held.expiresAt : unit.now.toISOString(), isFinal: !isOver && !isLonger };
}

/** Why a member cannot get a grant, or `null`. */
async function givingFault(unit: Unit, wish: GrantWish): Promise<Problem | null> {
  const field = 'input.memberId';
  const member = await unit.findOne(memberTable, { id: wish.memberId }, { lock: 'UPDATE' });
  if (member === null) return notFound('member', field);
  if (member.state !== 'ACTIVE') {
    const message = 'This member is deactivated. Reactivate the member first.';
    return { code: 'MEMBER_NOT_ACTIVE', message, field };
  }
  if ((await inTheWay(unit, wish))?.isFinal !== true) return null;
  return { code: 'GRANT_HELD_ALREADY', message: 'The member holds this grant already.', field: 'input.grant' };
}

/** Gives a grant at once, instead of the same one that ends earlier. The caller made sure that nobody else has to agree. */
export async function giveNow(unit: Unit, wish: GrantWish, grantedBy: MemberId | null): Promise<Stepped> {
  const { memberId, grant: grantName, expiresAt } = wish;
  const fault = await givingFault(unit, wish);
  if (fault !== null) return refuse(fault);
  const old = await inTheWay(unit, wish);
  if (old !== null) await unit.update(grantTable, { id: old.id }, { endedAt: old.endsAt });
  await addGrants(unit, [{ memberId, grantName, groupId: null, expiresAt }], grantedBy);
  return ok({ memberId, requestId: null });
}

/** Gives a grant, or asks a second administrator where that takes two. @param by who wants it, an administrator */
export async function giveOrAsk(unit: Unit, wish: GrantWish, by: MemberId): Promise<Stepped> {
  await oneAfterTheOther(unit);
  const { memberId, grant: grantName, expiresAt } = wish;
  if (!(await waitingForSecond(unit, 'GIVE', [grantName])).has(grantName)) return giveNow(unit, wish, by);
  const fault = await givingFault(unit, wish);
  if (fault !== null) return refuse(fault);
  const requestId = await askForSecond(unit, { kind: 'GIVE', grantName, target: { memberId }, expiresAt }, by);
  return requestId === null ? refuse(requestedAlready) : ok({ memberId, requestId });
}
const requestedAlready: Problem = {
  code: 'GRANT_REQUESTED_ALREADY',
  message: 'This waits for a second administrator already.',
  field: 'input.grant',
};

/** Command: gives a grant to another member, or asks a second administrator to agree. */
export async function giveGrant(unit: Unit, actor: Actor, wish: GrantWish): Promise<Stepped> {
  if (actor.memberId === wish.memberId)
    return refuse({
      code: 'NOT_TO_YOURSELF',
      message: 'Nobody gives a grant to themselves. Ask another administrator.',
      field: 'input.memberId',
    });
  if (wish.expiresAt !== null && new Date(wish.expiresAt) <= unit.now)
    return refuse({
      code: 'GRANT_EXPIRY_PAST',
      message: 'This moment has passed. Choose one that is still to come.',
      field: 'input.expiresAt',
    });
  return giveOrAsk(unit, wish, actor.memberId);
}

type Held = Pick<GrantWish, 'memberId' | 'grant'>;

/** Ends a grant at once; effective at the member's next request. The last administrator cannot be taken away. */
export async function endGrant(unit: Unit, { memberId, grant: grantName }: Held): Promise<Stepped> {
  const now = unit.now.toISOString();
  const [ended] = await unit.rows<{ isLate: boolean }>(
    `update member_grant set ended_at = least(expires_at, $4)
      where organisation_id = $1 and member_id = $2 and grant_name = $3 and group_id is null and ended_at is null
      returning coalesce(expires_at <= $4, false) as "isLate"`,
    [memberId, grantName, now],
  );
  const isOver = ended === undefined || ended.isLate;
  if (isOver && (await unit.findOne(grantTable, { memberId, grantName, endedAt: null })) !== null)
    return refuse({
      code: 'GRANT_FROM_GROUP',
      message: 'This grant comes from a group. Take the member out of the group, or the grant off the group.',
      field: 'input.grant',
    });
  if (isOver)
    return refuse({ code: 'GRANT_NOT_HELD', message: 'The member does not hold this grant.', field: 'input.grant' });
  const last = await lastAdministratorProblem(unit, 'input.memberId');
  if (last !== null) return refuse(last);
  unit.record({ type: 'GrantTaken', entity: 'Member', entityId: memberId, data: { grant: grantName } });
  return ok({ memberId, requestId: null });
}

/** Command: takes a grant back. Taking another one's right to administer waits for a second administrator; giving up the own one does not. */
export async function takeGrant(unit: Unit, actor: Actor, held: Held): Promise<Stepped> {
  await oneAfterTheOther(unit);
  const { memberId, grant: grantName } = held;
  const waits = actor.memberId !== memberId && (await waitingForSecond(unit, 'TAKE', [grantName])).has(grantName);
  if (!waits) return endGrant(unit, held);
  const direct = await unit.findOne(grantTable, { memberId, grantName, groupId: null, endedAt: null });
  if (direct === null || (direct.expiresAt !== null && new Date(direct.expiresAt) <= unit.now))
    return endGrant(unit, held);
  const change = { kind: 'TAKE', grantName, target: { memberId }, expiresAt: null } as const;
  const requestId = await askForSecond(unit, change, actor.memberId);
  return requestId === null ? refuse(requestedAlready) : ok({ memberId, requestId });
}
