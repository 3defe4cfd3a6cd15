/** Why this file exists: server-side sessions: made at sign-in, found by a hashed secret, ended by their owner, by idleness or by age. */
import { randomBytes } from 'node:crypto';
import type { MemberId, PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { isUuid, newId, type OrganisationId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { hashOfSecret } from '../../platform/signing/index.js';
import { sessionTable, type SessionId, type SessionRecord, type SignInMethod } from './identity.tables.js';

/** What the installation allows; an organisation may ask for less. */
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

/** Opens a session and returns the cookie value, which is shown this once: 256 random bits, new at each sign-in. */
export async function openSession(
  unit: Unit,
  input: { memberId: MemberId; personId: PersonId | null; userAgent: string; method: SignInMethod },
  limits: SessionLimits,
): Promise<{ value: string; maxAgeSeconds: number }> {
  const secret = randomBytes(32).toString('base64url');
  const at = unit.now.toISOString();
  await unit.insert(sessionTable, [
    {
      id: newId<'Session'>(),
      tokenHash: hashOfSecret(secret),
      ...input,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(unit.now.getTime() + limits.hours * 3_600_000).toISOString(),
      endedAt: null,
    },
  ]);
  return { value: `${unit.organisationId}~${secret}`, maxAgeSeconds: limits.hours * 3600 };
}

/**
 * The condition of a session `s` that is open: not ended, not older and not idle for longer than the installation and the organisation allow.
 * A shorter limit holds for sessions that are open already. Values: moment, idle minutes, hours, from the place given.
 */
const isOpen = (from: number): string => `s.ended_at is null and s.expires_at > $${from}
  and s.last_seen_at > $${from}::timestamptz - make_interval(mins => least($${from + 1}, coalesce((select idle_minutes::int from session_limit where organisation_id = $1), $${from + 1})))
  and s.created_at > $${from}::timestamptz - make_interval(hours => least($${from + 2}, coalesce((select hours::int from session_limit where organisation_id = $1), $${from + 2})))`;
const openValues = (unit: Unit, limits: SessionLimits): unknown[] => [
  unit.now.toISOString(),
  limits.idleMinutes,
  limits.hours,
];

/** The active member behind a session secret, or `null` when it is unknown, ended, idle for too long or too old. */
export function findSession(unit: Unit, secret: string, limits: SessionLimits): Promise<SessionMember | null> {
  return unit.one<SessionMember>(
    `select s.id as "sessionId", s.member_id as "memberId", s.person_id as "personId", m.display_name as "displayName", s.last_seen_at as "lastSeenAt"
       from session s join member m on m.organisation_id = s.organisation_id and m.id = s.member_id
      where s.organisation_id = $1 and s.token_hash = $2 and m.state = 'ACTIVE' and ${isOpen(3)}`,
    [hashOfSecret(secret), ...openValues(unit, limits)],
  );
}

/** An open session, and the moment at which it ends when nobody uses it until then. */
export interface SessionWindow {
  readonly memberId: MemberId;
  readonly personId: PersonId | null;
  readonly openUntil: string;
}

/** The same without counting as use: a window that listens keeps no session open. */
export function sessionWindow(unit: Unit, secret: string, limits: SessionLimits): Promise<SessionWindow | null> {
  return unit.one<SessionWindow>(
    `select s.member_id as "memberId", s.person_id as "personId", least(s.expires_at,
            s.last_seen_at + make_interval(mins => least($4, coalesce(l.idle_minutes::int, $4))),
            s.created_at + make_interval(hours => least($5, coalesce(l.hours::int, $5)))) as "openUntil"
       from session s join member m on m.organisation_id = s.organisation_id and m.id = s.member_id
       left join session_limit l on l.organisation_id = s.organisation_id
      where s.organisation_id = $1 and s.token_hash = $2 and m.state = 'ACTIVE' and ${isOpen(3)}`,
    [hashOfSecret(secret), ...openValues(unit, limits)],
  );
}

/** A session as its owner sees it. */
export type OpenSession = Pick<SessionRecord, 'id' | 'createdAt' | 'lastSeenAt' | 'userAgent' | 'method'>;

/** The open sessions of a member, the one used last first. */
export function openSessionsOf(unit: Unit, memberId: MemberId, limits: SessionLimits): Promise<OpenSession[]> {
  return unit.rows<OpenSession>(
    `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.user_agent as "userAgent", s.method
       from session s where s.organisation_id = $1 and s.member_id = $2 and ${isOpen(3)} order by s.last_seen_at desc, s.id limit 200`,
    [memberId, ...openValues(unit, limits)],
  );
}

/** Notes that a session was used; called at most once a minute. */
export async function touchSession(unit: Unit, sessionId: SessionId): Promise<void> {
  await unit.update(sessionTable, { id: sessionId }, { lastSeenAt: unit.now.toISOString() });
}

/** Ends one session. @returns whether it was open */
export async function endSession(unit: Unit, sessionId: SessionId): Promise<boolean> {
  return (await unit.update(sessionTable, { id: sessionId, endedAt: null }, { endedAt: unit.now.toISOString() })) === 1;
}

/** Command: ends one of the actor's own sessions; those of others do not exist for them. */
export async function endOwnSession(
  unit: Unit,
  memberId: MemberId,
  sessionId: SessionId,
): Promise<Outcome<{ id: SessionId }, Problem>> {
  const own = await unit.findOne(sessionTable, { id: sessionId, memberId });
  if (own === null || !(await endSession(unit, sessionId))) return refuse(notFound('session', 'input.sessionId'));
  unit.record({ type: 'SessionEnded', entity: 'Member', entityId: memberId, data: { sessionId } });
  return ok({ id: sessionId });
}

/** Command: ends all sessions of the actor but the one that is used. */
export async function endOtherSessions(
  unit: Unit,
  memberId: MemberId,
  current: SessionId,
): Promise<Outcome<{ ended: number }, Problem>> {
  const rows = await unit.rows(
    'update session set ended_at = $4 where organisation_id = $1 and member_id = $2 and id <> $3 and ended_at is null and expires_at > $4 returning 1',
    [memberId, current, unit.now.toISOString()],
  );
  const ended = rows.length;
  unit.record({ type: 'OtherSessionsEnded', entity: 'Member', entityId: memberId, data: { ended } });
  return ok({ ended });
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
