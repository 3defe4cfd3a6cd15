/** Why this file exists: a change to grants that takes two is asked for, declined, withdrawn, or lapses; approving it stands apart. */
import { reaches, type Actor, type MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader, type ListQuery } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { personOfMember } from '../identity/index.js';
import { oneAfterTheOther } from './administrators.js';
import type { GrantName } from './authorization-matrix.js';
import {
  grantRequestTable,
  type GrantRequestId,
  type GrantRequestRecord,
  type GrantRequestState,
} from './grant-request.table.js';
import type { MemberGroupId } from './member-group.tables.js';
import type { GrantChangeKind } from './two-persons.js';

export const grantRequestProblems = registerProblems('grants', {
  GRANT_REQUESTED_ALREADY: {
    kind: 'AlreadyExists',
    meaning: 'The same change waits for a second administrator already.',
    mend: 'Another administrator approves or declines it, or who asked withdraws it.',
  },
  GRANT_REQUEST_CLOSED: {
    kind: 'RuleViolation',
    meaning: 'The request was approved, declined or withdrawn, or nobody answered it within seven days.',
    mend: 'The administrator asks again if it is still wanted.',
  },
  GRANT_REQUEST_NOT_YOURS: {
    kind: 'NotAllowed',
    meaning: 'Only who asked withdraws a request.',
    mend: 'Another administrator declines it.',
  },
  DECLINE_REASON_EMPTY: {
    kind: 'InvalidInput',
    meaning: 'A request is declined without a reason.',
    mend: 'The administrator says in a few words why.',
  },
});

/** Days after which a request that nobody answered lapses. */
export const REQUEST_DAYS = 7;
const DAY_MS = 86_400_000;

export interface GrantChangeWish {
  readonly kind: GrantChangeKind;
  readonly grantName: GrantName;
  readonly target: { readonly memberId: MemberId } | { readonly groupId: MemberGroupId };
  readonly expiresAt: string | null;
}
type Done = Outcome<{ id: GrantRequestId }, Problem>;

const nameOf = (request: Pick<GrantRequestRecord, 'memberId' | 'groupId' | 'id'>) =>
  request.memberId === null
    ? { entity: 'MemberGroup', entityId: request.groupId ?? request.id }
    : { entity: 'Member', entityId: request.memberId };

/** Closes what nobody answered in time, so that the same can be asked for again. */
async function closeLapsed(unit: Unit): Promise<void> {
  const lapsed = await unit.rows<Pick<GrantRequestRecord, 'id' | 'kind' | 'grantName' | 'memberId' | 'groupId'>>(
    `update grant_request set state = 'LAPSED', closed_at = lapses_at
      where organisation_id = $1 and state = 'WAITING' and lapses_at <= $2
      returning id, kind, grant_name as "grantName", member_id as "memberId", group_id as "groupId"`,
    [unit.now.toISOString()],
  );
  for (const { id, kind, grantName, ...target } of lapsed)
    unit.record({
      type: 'GrantRequestLapsed',
      ...nameOf({ id, ...target }),
      data: { requestId: id, kind, grant: grantName },
    });
}

/** Asks for a change that a second administrator must approve; a call in the same unit holds `oneAfterTheOther`. @returns `null` when it waits already */
export async function askForSecond(
  unit: Unit,
  wish: GrantChangeWish,
  requestedBy: MemberId,
): Promise<GrantRequestId | null> {
  await closeLapsed(unit);
  const { kind, grantName, expiresAt } = wish;
  const target = { memberId: null, groupId: null, ...wish.target };
  const waiting = await unit.findOne(grantRequestTable, { ...target, kind, grantName, state: 'WAITING' });
  if (waiting !== null) return null;
  const id: GrantRequestId = newId<'GrantRequest'>();
  const end = new Date(unit.now.getTime() + REQUEST_DAYS * DAY_MS).toISOString();
  const request: GrantRequestRecord = {
    ...{ id, kind, grantName, ...target, expiresAt, requestedBy },
    requestedAt: unit.now.toISOString(),
    requestedByPerson: await personOfMember(unit, requestedBy),
    lapsesAt: expiresAt !== null && expiresAt < end ? expiresAt : end,
    ...{ state: 'WAITING', closedAt: null, closedBy: null, declineReason: null },
  };
  await unit.insert<GrantRequestRecord>(grantRequestTable, [request]);
  const data = { requestId: id, kind, grant: grantName, ...(expiresAt === null ? {} : { expiresAt }) };
  unit.record({ type: 'GrantRequested', ...nameOf(request), data });
  return id;
}

/** A request that waits, held until the unit ends. */
export async function holdWaiting(unit: Unit, id: GrantRequestId): Promise<Outcome<GrantRequestRecord, Problem>> {
  await oneAfterTheOther(unit);
  const request = await unit.findOne(grantRequestTable, { id }, { lock: 'UPDATE' });
  if (request === null) return refuse(notFound('request', 'input.requestId'));
  if (request.state === 'WAITING' && new Date(request.lapsesAt) > unit.now) return ok(request);
  const message = 'This request was answered, withdrawn, or has lapsed. Ask again if it is still wanted.';
  return refuse({ code: 'GRANT_REQUEST_CLOSED', message, field: 'input.requestId' });
}

const CLOSING = {
  APPROVED: 'GrantRequestApproved',
  DECLINED: 'GrantRequestDeclined',
  WITHDRAWN: 'GrantRequestWithdrawn',
} as const;

/** Closes a request that is held. */
export async function closeRequest(
  unit: Unit,
  request: GrantRequestRecord,
  state: keyof typeof CLOSING,
  closedBy: MemberId,
  declineReason: string | null = null,
): Promise<void> {
  const { id, kind, grantName: grant } = request;
  const closed = { state, closedAt: unit.now.toISOString(), closedBy, declineReason };
  await unit.update(grantRequestTable, { id }, closed);
  const why = declineReason === null ? {} : { reason: declineReason };
  unit.record({ type: CLOSING[state], ...nameOf(request), data: { requestId: id, kind, grant, ...why } });
}

/** Command: declines a request, with a reason. */
export async function declineGrant(
  unit: Unit,
  actor: Actor,
  input: { readonly requestId: GrantRequestId; readonly reason: string },
): Promise<Done> {
  const held = await holdWaiting(unit, input.requestId);
  if (!held.ok) return held;
  const reason = input.reason.trim();
  if (reason.length < 5) {
    const message = 'Say in a few words why this is declined.';
    return refuse({ code: 'DECLINE_REASON_EMPTY', message, field: 'input.reason' });
  }
  await closeRequest(unit, held.value, 'DECLINED', actor.memberId, reason);
  return ok({ id: input.requestId });
}

/** Command: takes an own request back. */
export async function withdrawGrantRequest(
  unit: Unit,
  actor: Actor,
  input: { readonly requestId: GrantRequestId },
): Promise<Done> {
  const held = await holdWaiting(unit, input.requestId);
  if (!held.ok) return held;
  if (held.value.requestedBy !== actor.memberId) {
    const message = 'Only who asked withdraws a request. You can decline it.';
    return refuse({ code: 'GRANT_REQUEST_NOT_YOURS', message, field: 'input.requestId' });
  }
  await closeRequest(unit, held.value, 'WITHDRAWN', actor.memberId);
  return ok({ id: input.requestId });
}

/** A request as those who may see it read it. */
export interface GrantRequestRow extends Omit<GrantRequestRecord, 'requestedByPerson' | 'groupId'> {
  readonly groupName: string | null;
  readonly state: GrantRequestState;
}
/** `$2` is the moment. */
const REQUESTS = `select * from (select r.id, r.kind, r.grant_name as "grantName", r.member_id as "memberId", q.display_name as "groupName",
    r.expires_at as "expiresAt", r.requested_at as "requestedAt", r.requested_by as "requestedBy", r.lapses_at as "lapsesAt",
    case when r.state = 'WAITING' and r.lapses_at <= $2 then 'LAPSED' else r.state end as state,
    case when r.state = 'WAITING' and r.lapses_at <= $2 then r.lapses_at else r.closed_at end as "closedAt",
    r.closed_by as "closedBy", r.decline_reason as "declineReason", -extract(epoch from r.requested_at) as back
  from grant_request r left join member_group q on q.organisation_id = r.organisation_id and q.id = r.group_id
 where r.organisation_id = $1) r where true`;

/** Requests by id, for those who were let in already. */
export const grantRequestLoader = defineLoader<GrantRequestRow>('grantRequest', async (unit, ids) => {
  const rows = await unit.rows<GrantRequestRow>(`${REQUESTS} and id = any($3::uuid[])`, [unit.now.toISOString(), ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Requests that the actor may see, newest first: all of them, or those about the actor. */
export function grantRequestList(unit: Unit, actor: Actor, onlyWaiting: boolean): ListQuery {
  const about = reaches(actor, 'grant:read', 'ALL') ? null : actor.memberId;
  return {
    list: 'grantRequests',
    sql: `${REQUESTS} and ($3::uuid is null or "memberId" = $3) and (not $4::boolean or state = 'WAITING')`,
    values: [unit.now.toISOString(), about, onlyWaiting],
    orderBy: ['back', 'id'],
    filter: String(onlyWaiting),
  };
}
