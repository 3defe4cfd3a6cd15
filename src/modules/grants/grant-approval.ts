/** Why this file exists: a second administrator approves a change to grants, who must be another human than who asked and who gains by it. */
import type { Actor } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { memberById, personOfMember } from '../identity/index.js';
import type { GrantRequestId, GrantRequestRecord } from './grant-request.table.js';
import { closeRequest, holdWaiting } from './grant-requests.js';
import { endGrant, giveNow, grantsOf } from './grants.js';
import { changeTies } from './group-ties.js';
import { memberGroupSeatTable } from './member-group.tables.js';
import { holdGroup } from './member-groups.js';

export const grantApprovalProblems = registerProblems('grants', {
  SECOND_PERSON_NEEDED: {
    kind: 'NotAllowed',
    meaning:
      'Who asked for a change to grants, who it concerns, and other accounts of the same person cannot approve it.',
    mend: 'Another administrator approves it.',
  },
  GRANT_REQUEST_ORPHANED: {
    kind: 'RuleViolation',
    meaning:
      'Who asked for the change administers the organisation no more, so that only one administrator would stand behind it.',
    mend: 'The administrator declines it and asks for the change, for another one to approve.',
  },
});

/** Who must not be the second administrator: seats in the group that would gain count as being concerned. */
async function secondPersonFault(unit: Unit, actor: Actor, request: GrantRequestRecord): Promise<Problem | null> {
  const { requestedBy, requestedByPerson, memberId, groupId } = request;
  const concerned = [requestedBy, ...(memberId === null ? [] : [memberId])];
  const persons = await Promise.all(concerned.map((one) => personOfMember(unit, one)));
  const isSameMember = concerned.includes(actor.memberId);
  const isSamePerson = actor.personId !== null && [...persons, requestedByPerson].includes(actor.personId);
  const seats = groupId === null ? [] : await unit.find(memberGroupSeatTable, { groupId });
  const isInGroup = seats.some((seat) => seat.memberId === actor.memberId || seat.memberId === requestedBy);
  if (!isSameMember && !isSamePerson && !isInGroup) return null;
  const message = 'You asked for this, or it concerns you. Another administrator approves it.';
  return { code: 'SECOND_PERSON_NEEDED', message, field: 'input.requestId' };
}

/** The refusal when who asked could not ask any more. */
async function orphanFault(unit: Unit, { requestedBy }: GrantRequestRecord): Promise<Problem | null> {
  const asker = await memberById(unit, requestedBy);
  if (asker?.state === 'ACTIVE' && (await grantsOf(unit, requestedBy)).includes('ORGANISATION_ADMIN')) return null;
  const message = 'Who asked is no administrator any more. Decline this and ask for it yourself.';
  return { code: 'GRANT_REQUEST_ORPHANED', message, field: 'input.requestId' };
}

/** Does what was asked for. */
async function carryOut(unit: Unit, request: GrantRequestRecord, actor: Actor): Promise<Outcome<unknown, Problem>> {
  const { kind, grantName: grant, memberId, groupId, expiresAt, requestedBy } = request;
  if (memberId !== null)
    return kind === 'GIVE'
      ? giveNow(unit, { memberId, grant, expiresAt }, requestedBy)
      : endGrant(unit, { memberId, grant });
  const group = groupId === null ? null : await holdGroup(unit, groupId);
  if (group === null) return refuse(notFound('group', 'input.requestId'));
  const changes = kind === 'GIVE' ? { added: [grant], taken: [] } : { added: [], taken: [grant] };
  return changeTies(unit, group, changes, actor.memberId);
}

/** Command: approves a request and does what it asks for. Of two at once one stands, the other is told that it is closed. */
export async function approveGrant(
  unit: Unit,
  actor: Actor,
  input: { readonly requestId: GrantRequestId },
): Promise<Outcome<{ id: GrantRequestId }, Problem>> {
  const held = await holdWaiting(unit, input.requestId);
  if (!held.ok) return held;
  const fault = (await secondPersonFault(unit, actor, held.value)) ?? (await orphanFault(unit, held.value));
  if (fault !== null) return refuse(fault);
  await closeRequest(unit, held.value, 'APPROVED', actor.memberId);
  const done = await carryOut(unit, held.value, actor);
  return done.ok ? ok({ id: input.requestId }) : done;
}
