/** Why this file exists: server-side sessions: made at sign-in, found by a hashed secret, ended by sign-out, idleness or age. */
import { createHash, randomBytes } from 'node:crypto';
import type { MemberId, PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { isUuid, newId, type OrganisationId } from '../../platform/ids/index.js';
import { sessionTable, type SessionId } from './identity.tables.js';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

/** What stands behind a valid session now. */
export interface SessionMember {
  readonly sessionId: SessionId;
  readonly memberId: MemberId;
  readonly personId: PersonId | null;
  readonly displayName: string;
  readonly lastSeenAt: string;
}

/** Splits a cookie value into organisation and secret; `null` when it has another form. */
export function parseSessionValue(value: string): { organisationId: OrganisationId; secret: string } | null {
  const [organisationId = '', secret = ''] = value.split('~', 2);
  return isUuid(organisationId) && /^[\w-]{43}$/.test(secret)
    ? { organisationId: organisationId as OrganisationId, secret }
    : null;
}

/** Opens a session and returns the cookie value, which is shown this once. */
export async function openSession(
  unit: Unit,
  input: { memberId: MemberId; personId: PersonId | null; userAgent: string },
  limits: SessionLimits,
): Promise<{ value: string; maxAgeSeconds: number }> {
  const secret = randomBytes(32).toString('base64url');
  const at = unit.now.toISOString();
  await unit.insert(sessionTable, [
    {
      id: newId<'Session'>(),
      tokenHash: hashOf(secret),
      ...input,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(unit.now.getTime() + limits.hours * 3_600_000).toISOString(),
      endedAt: null,
    },
  ]);
  return { value: `${unit.organisationId}~${secret}`, maxAgeSeconds: limits.hours * 3600 };
}

/** The active member behind a session secret, or `null` when it is unknown, ended, idle for too long or too old. */
export function findSession(unit: Unit, secret: string, limits: SessionLimits): Promise<SessionMember | null> {
  return unit.one<SessionMember>(
    `select s.id as "sessionId", s.member_id as "memberId", s.person_id as "personId", m.display_name as "displayName", s.last_seen_at as "lastSeenAt"
       from session s join member m on m.organisation_id = s.organisation_id and m.id = s.member_id
      where s.organisation_id = $1 and s.token_hash = $2 and s.ended_at is null and m.state = 'ACTIVE'
        and s.expires_at > $3 and s.last_seen_at > $3::timestamptz - make_interval(mins => $4)`,
    [hashOf(secret), unit.now.toISOString(), limits.idleMinutes],
  );
}

/** Notes that a session was used; called at most once a minute. */
export async function touchSession(unit: Unit, sessionId: SessionId): Promise<void> {
  await unit.update(sessionTable, { id: sessionId }, { lastSeenAt: unit.now.toISOString() });
}

/** Ends one session. */
export async function endSession(unit: Unit, sessionId: SessionId): Promise<void> {
  await unit.update(sessionTable, { id: sessionId, endedAt: null }, { endedAt: unit.now.toISOString() });
}

/** Ends every open session of a member, for a changed password, a deactivation or a new person link. */
export async function endSessionsOf(unit: Unit, memberId: MemberId): Promise<number> {
  return unit.update(sessionTable, { memberId, endedAt: null }, { endedAt: unit.now.toISOString() });
}

/** Removes sessions that ended, or ran out, more than 30 days ago, in an upkeep unit. */
export async function forgetOldSessions(unit: Unit): Promise<void> {
  await unit.rows(
    `delete from session where organisation_id = $1 and least(coalesce(ended_at, expires_at), expires_at) < $2::timestamptz - interval '30 days' returning 1`,
    [unit.now.toISOString()],
  );
}
