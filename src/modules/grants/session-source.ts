/** Why this file exists: builds the actor of a request that carries a session cookie; rights, and whether the person still works here, are read afresh each time. */
import type { Actor } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import {
  findSession,
  parseSessionValue,
  personOfMember,
  touchSession,
  type SessionLimits,
  type SessionMember,
} from '../identity/index.js';
import { scopesOf } from './authorization-matrix.js';
import { grantsOf } from './grants.js';

/** The person that the session began for, while they work here and are linked to the sign-in. */
async function personOf(unit: Unit, { personId, memberId }: SessionMember): Promise<Actor['personId']> {
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
