/** Why this file exists: builds the actor of a request that carries a session cookie; rights, and whether the person still works here, are read afresh each time. */
import type { Actor } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import type { Seat } from '../../platform/live/index.js';
import {
  findSession,
  parseSessionValue,
  personOfMember,
  sessionWindow,
  touchSession,
  type SessionLimits,
  type SessionMember,
} from '../identity/index.js';
import { scopesOf } from './authorization-matrix.js';
import { grantsOf } from './grants.js';

/** The person that the session began for, while they work here and are linked to the sign-in. */
async function personOf(
  unit: Unit,
  { personId, memberId }: Pick<SessionMember, 'personId' | 'memberId'>,
): Promise<Actor['personId']> {
  if (personId === null) return null;
  return (await personOfMember(unit, memberId)) === personId ? personId : null;
}

/** Builds the actor behind a session cookie. */
export function actorSource(limits: SessionLimits) {
  return async (database: Database, value: string, requestId: string): Promise<Actor | null> => {
    const parsed = parseSessionValue(value);
    if (parsed === null) return null;
    const scope = { organisationId: parsed.organisationId, actor: null, requestId };
    const found = await database.read(scope, async (unit) => {
      const session = await findSession(unit, parsed.secret, limits);
      if (session === null) return null;
      const grants = await grantsOf(unit, session.memberId);
      return { session, grants, personId: await personOf(unit, session), now: unit.now };
    });
    if (found === null) return null;
    const { session, grants, personId, now } = found;
    if (now.getTime() - new Date(session.lastSeenAt).getTime() > 60_000)
      await database.upkeep(scope, (unit) => touchSession(unit, session.sessionId));
    return {
      organisationId: parsed.organisationId,
      memberId: session.memberId,
      displayName: session.displayName,
      personId,
      grants,
      scopes: scopesOf(grants),
      sessionId: session.sessionId,
      tokenId: null,
    };
  };
}

/** Until when the same grants are held, if nobody changes them: one may end by itself, and somebody may leave when a day begins. */
async function sameUntil(unit: Unit, memberId: Actor['memberId']): Promise<number> {
  const ends = await unit.one<{ at: string | null }>(
    `select min(expires_at) as at from member_grant
      where organisation_id = $1 and member_id = $2 and ended_at is null and expires_at > $3`,
    [memberId, unit.now.toISOString()],
  );
  const midnight = new Date(unit.now).setUTCHours(24, 0, 0, 0);
  return ends?.at == null ? midnight : Math.min(midnight, new Date(ends.at).getTime());
}

/** Who sits behind a session cookie in a window that listens; the session does not count as used by it. */
export function seatSource(limits: SessionLimits) {
  return async (database: Database, value: string): Promise<Seat | null> => {
    const parsed = parseSessionValue(value);
    if (parsed === null) return null;
    const { organisationId } = parsed;
    return database.read({ organisationId, actor: null, requestId: 'events' }, async (unit) => {
      const session = await sessionWindow(unit, parsed.secret, limits);
      if (session === null) return null;
      const { memberId } = session;
      const until = Math.min(new Date(session.openUntil).getTime(), await sameUntil(unit, memberId));
      return {
        ...{ organisationId, memberId, personId: await personOf(unit, session) },
        rights: (await grantsOf(unit, memberId)).join(' '),
        holdsMs: Math.max(0, until - unit.now.getTime()),
      };
    });
  };
}
