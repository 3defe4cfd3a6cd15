/** Why this file exists: every way in ends here: one new session for one active member, and the end of the session that the browser came with. */
import type { Actor } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { memberTable, type MemberRecord, type SessionId, type SignInMethod } from './identity.tables.js';
import { personOfMember } from './members.js';
import { endSession, openSession, type SessionLimits } from './sessions.js';

/** The value of the session cookie, shown this once. */
export interface Entered {
  readonly value: string;
  readonly maxAgeSeconds: number;
}

/** Opens a session for a member who has proved who they are; one who was deactivated meanwhile is refused with the given problem. */
export async function enter(
  unit: Unit,
  memberId: MemberRecord['id'],
  by: { readonly method: SignInMethod; readonly userAgent: string; readonly refused: Problem },
  limits: SessionLimits,
): Promise<Outcome<Entered, Problem>> {
  const { method, userAgent, refused } = by;
  const personId = await personOfMember(unit, memberId);
  if ((await unit.findOne(memberTable, { id: memberId, state: 'ACTIVE' })) === null) return refuse(refused);
  const session = await openSession(unit, { memberId, personId, userAgent, method }, limits);
  unit.record({ type: 'SignedIn', entity: 'Member', entityId: memberId, data: { method } });
  return ok(session);
}

/** Ends the session of a request, if it came with one: signing in again never leaves the former one open behind it. */
export async function leave(database: Database, actor: Actor | null, requestId: string): Promise<void> {
  if (actor?.sessionId == null) return;
  const sessionId = actor.sessionId as SessionId;
  await database.write({ organisationId: actor.organisationId, actor, requestId }, async (unit) => {
    await endSession(unit, sessionId);
    unit.record({ type: 'SignedOut', entity: 'Member', entityId: actor.memberId });
    return ok(true);
  });
}
