/** Why this file exists: who leaves is out at once, with every session, token and grant; who comes back starts with none of them. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { endSessionsOf, memberTable } from '../identity/index.js';
import { lastAdministratorProblem, oneAfterTheOther } from './administrators.js';
import { apiTokenTable } from './api-token.tables.js';
import { grantTable } from './grant.table.js';
import { matchGroupGrants } from './group-grants.js';

export const leaverProblems = registerProblems('grants', {
  NOT_YOURSELF: {
    kind: 'NotAllowed',
    meaning: 'Nobody deactivates themselves.',
    mend: 'Another administrator does it.',
  },
  MEMBER_DEACTIVATED_ALREADY: {
    kind: 'RuleViolation',
    meaning: 'The member is deactivated already.',
    mend: 'Nothing needs to be done.',
  },
  MEMBER_ACTIVE_ALREADY: {
    kind: 'RuleViolation',
    meaning: 'The member is active already.',
    mend: 'Nothing needs to be done.',
  },
  MEMBER_REMOVED: {
    kind: 'RuleViolation',
    meaning: 'The identity provider removed this member; nobody becomes this member again.',
    mend: 'The identity provider provisions the human anew, who gets a new member.',
  },
});

type Done = Outcome<{ memberId: MemberId }, Problem>;

/** Ends all that opens the organisation to a member: sessions, tokens, grants of every origin. @returns how many of each, and which grants */
async function shutOut(unit: Unit, memberId: MemberId) {
  const at = unit.now.toISOString();
  const sessions = await endSessionsOf(unit, memberId);
  const revokedBy = unit.actor?.memberId ?? null;
  const tokens = await unit.update(apiTokenTable, { memberId, revokedAt: null }, { revokedAt: at, revokedBy });
  const held = await unit.find(grantTable, { memberId, endedAt: null });
  if (held.length > 0) await unit.update(grantTable, { memberId, endedAt: null }, { endedAt: at });
  return { sessions, tokens, grants: [...new Set(held.map((grant) => grant.grantName))].sort() };
}

/**
 * Takes an active member out: nothing of theirs opens anything from the next request on. What they did, and where they sit on panels or
 * mentor, stays on record. Refused for the last administrator. A member who is out already and is now removed needs no more.
 * @param state `REMOVED` for good, `DEACTIVATED` until somebody takes it back
 */
export async function takeOut(unit: Unit, memberId: MemberId, state: 'DEACTIVATED' | 'REMOVED'): Promise<Done> {
  await oneAfterTheOther(unit);
  const member = await unit.findOne(memberTable, { id: memberId }, { lock: 'UPDATE' });
  if (member === null || member.state === 'REMOVED') return refuse(notFound('member', 'input.memberId'));
  if (member.state === state)
    return refuse({
      code: 'MEMBER_DEACTIVATED_ALREADY',
      message: 'This member is deactivated already. Nothing needs to be done.',
      field: 'input.memberId',
    });
  const ended = await shutOut(unit, memberId);
  const changes = { state, updatedAt: unit.now.toISOString(), version: member.version + 1 };
  await unit.update(memberTable, { id: memberId }, changes);
  const last = await lastAdministratorProblem(unit, 'input.memberId');
  if (last !== null) return refuse(last);
  const type = state === 'REMOVED' ? 'MemberRemoved' : 'MemberDeactivated';
  unit.record({ type, entity: 'Member', entityId: memberId, data: ended });
  return ok({ memberId });
}

/** Command: deactivates another member. */
export async function deactivateMember(unit: Unit, { memberId }: { readonly memberId: MemberId }): Promise<Done> {
  if (unit.actor?.memberId === memberId)
    return refuse({
      code: 'NOT_YOURSELF',
      message: 'Nobody deactivates themselves. Ask another administrator.',
      field: 'input.memberId',
    });
  return takeOut(unit, memberId, 'DEACTIVATED');
}

/**
 * Command: lets a deactivated member sign in again. No session, token or grant of before comes back, not even one that was made while the
 * deactivation was under way; groups that the member is still in give what they give.
 */
export async function reactivateMember(unit: Unit, { memberId }: { readonly memberId: MemberId }): Promise<Done> {
  await oneAfterTheOther(unit);
  const member = await unit.findOne(memberTable, { id: memberId }, { lock: 'UPDATE' });
  if (member === null) return refuse(notFound('member', 'input.memberId'));
  const field = 'input.memberId';
  if (member.state === 'REMOVED') {
    const message = 'The identity provider removed this member. It provisions the human anew.';
    return refuse({ code: 'MEMBER_REMOVED', message, field });
  }
  if (member.state === 'ACTIVE')
    return refuse({
      code: 'MEMBER_ACTIVE_ALREADY',
      message: 'This member is active. Nothing needs to be done.',
      field,
    });
  await shutOut(unit, memberId);
  const changes = { state: 'ACTIVE', updatedAt: unit.now.toISOString(), version: member.version + 1 } as const;
  await unit.update(memberTable, { id: memberId }, changes);
  unit.record({ type: 'MemberReactivated', entity: 'Member', entityId: memberId });
  await matchGroupGrants(unit, { memberIds: [memberId] });
  return ok({ memberId });
}
