/** Why this file exists: giving, taking back and reading grants, and building the actor of a request from them. */
import type { Actor, MemberId } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import { defineLoader } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { findSession, memberById, parseSessionValue, touchSession, type SessionLimits } from '../identity/index.js';
import { scopesOf, type GrantName } from './authorization-matrix.js';
import { grantTable, type GrantRecord } from './grant.table.js';

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
  LAST_ADMINISTRATOR: {
    kind: 'RuleViolation',
    meaning: 'Without this grant nobody could administer the organisation.',
    mend: 'The administrator gives the grant to somebody else first.',
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
    `select grant_name as "grantName" from member_grant
      where organisation_id = $1 and member_id = $2 and ended_at is null and (expires_at is null or expires_at > $3) order by 1`,
    [memberId, unit.now.toISOString()],
  );
  return rows.map((r) => r.grantName);
}

/** The same for many members at once. */
export const grantsLoader = defineLoader<readonly GrantName[]>('grants', async (unit, ids) => {
  const rows = await unit.rows<{ memberId: string; grants: GrantName[] }>(
    `select member_id as "memberId", array_agg(grant_name order by grant_name) as grants from member_grant
      where organisation_id = $1 and member_id = any($2::uuid[]) and ended_at is null and (expires_at is null or expires_at > $3) group by 1`,
    [ids, unit.now.toISOString()],
  );
  return new Map(rows.map((r) => [r.memberId, r.grants]));
});

/** Gives a grant. @param grantedBy `null` at set-up only */
export async function addGrant(
  unit: Unit,
  memberId: MemberId,
  grantName: GrantName,
  grantedBy: MemberId | null,
): Promise<void> {
  await unit.insert<GrantRecord>(grantTable, [
    {
      id: newId<'Grant'>(),
      memberId,
      grantName,
      grantedAt: unit.now.toISOString(),
      grantedBy,
      expiresAt: null,
      endedAt: null,
    },
  ]);
  unit.record({ type: 'GrantGiven', entity: 'Member', entityId: memberId, data: { grant: grantName } });
}

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
  if ((await memberById(unit, input.memberId)) === null) return refuse(notFound('member', 'input.memberId'));
  await addGrant(unit, input.memberId, input.grant, unit.actor?.memberId ?? null);
  return ok({ memberId: input.memberId });
}

/** Command: takes a grant back; effective at the member's next request. The last administrator cannot be taken away. */
export async function takeGrant(
  unit: Unit,
  input: { memberId: MemberId; grant: GrantName },
): Promise<Outcome<{ memberId: MemberId }, Problem>> {
  if (input.grant === 'ORGANISATION_ADMIN') {
    const holders = await unit.find(grantTable, { grantName: 'ORGANISATION_ADMIN', endedAt: null }, { lock: 'UPDATE' });
    if (holders.length === 1 && holders[0]?.memberId === input.memberId)
      return refuse({
        code: 'LAST_ADMINISTRATOR',
        message: 'This is the last administrator. Give the grant to somebody else first.',
        field: 'input.memberId',
      });
  }
  const ended = await unit.update(
    grantTable,
    { memberId: input.memberId, grantName: input.grant, endedAt: null },
    { endedAt: unit.now.toISOString() },
  );
  if (ended === 0)
    return refuse({ code: 'GRANT_NOT_HELD', message: 'The member does not hold this grant.', field: 'input.grant' });
  unit.record({ type: 'GrantTaken', entity: 'Member', entityId: input.memberId, data: { grant: input.grant } });
  return ok({ memberId: input.memberId });
}

/** Builds the actor behind a session cookie; rights are read afresh each time. */
export function actorSource(limits: SessionLimits) {
  return async (database: Database, value: string, requestId: string): Promise<Actor | null> => {
    const parsed = parseSessionValue(value);
    if (parsed === null) return null;
    const scope = { organisationId: parsed.organisationId, actor: null, requestId };
    const found = await database.read(scope, async (unit) => {
      const session = await findSession(unit, parsed.secret, limits);
      return session === null ? null : { session, grants: await grantsOf(unit, session.memberId), now: unit.now };
    });
    if (found === null) return null;
    const { session, grants, now } = found;
    if (now.getTime() - new Date(session.lastSeenAt).getTime() > 60_000)
      await database.upkeep(scope, (unit) => touchSession(unit, session.sessionId));
    return {
      organisationId: parsed.organisationId,
      memberId: session.memberId,
      displayName: session.displayName,
      personId: session.personId,
      grants,
      scopes: scopesOf(grants),
      sessionId: session.sessionId,
      tokenId: null,
    };
  };
}
