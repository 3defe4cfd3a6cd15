/** Why this file exists: everybody sees and ends their own sessions; administrators shorten those of the organisation. */
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyMember, Requires } from '../../platform/access/index.js';
import { answer, Op, Operation, unauthenticated } from '../../platform/graphql/index.js';
import { browserInWords } from './browser.js';
import type { SessionId } from './identity.tables.js';
import { sessionLimitsOf, setSessionLimits } from './session-limits.js';
import { endOtherSessions, endOwnSession, openSessionsOf } from './sessions.js';
import * as t from './sessions.types.js';
import { IdentitySettings } from './settings.js';

/** The session of the request. */
function currentOf(operation: Operation): SessionId {
  const { sessionId } = operation.member;
  if (sessionId === null) throw unauthenticated();
  return sessionId as SessionId;
}

@Resolver(() => t.SessionObject)
export class SessionsResolver {
  constructor(private readonly settings: IdentitySettings) {}

  @Query(() => [t.SessionObject], {
    description: 'The caller’s own open sessions, the one used last first; at most 200.',
  })
  @AnyMember()
  async mySessions(@Op() operation: Operation): Promise<t.SessionObject[]> {
    const current = currentOf(operation);
    const sessions = await openSessionsOf(operation.unit, operation.member.memberId, this.settings.limits);
    return sessions.map(({ createdAt, userAgent, ...session }) => ({
      ...session,
      startedAt: createdAt,
      browser: browserInWords(userAgent),
      isCurrent: session.id === current,
    }));
  }

  @Query(() => t.SessionLimitsObject, { description: 'How long sessions of the organisation last.' })
  @AnyMember()
  sessionLimits(@Op() operation: Operation): Promise<t.SessionLimitsObject> {
    return sessionLimitsOf(operation.unit, this.settings.limits);
  }

  @Mutation(() => t.EndSessionResult, {
    description: 'Ends one of the caller’s own sessions at once; the one of this request too.',
  })
  @AnyMember()
  async endSession(@Op() operation: Operation, @Args('input') input: t.EndSessionInput): Promise<object> {
    const { memberId } = operation.member;
    const isCurrent = input.sessionId === currentOf(operation);
    const outcome = await operation.command('endSession', input, (unit) =>
      endOwnSession(unit, memberId, input.sessionId),
    );
    if (outcome.ok && isCurrent) operation.http.clearSessionCookie();
    return answer('EndSession', outcome, ({ id }) => ({ sessionId: id }));
  }

  @Mutation(() => t.EndOtherSessionsResult, {
    description: 'Ends all of the caller’s sessions but the one of this request.',
  })
  @AnyMember()
  async endOtherSessions(@Op() operation: Operation): Promise<object> {
    const current = currentOf(operation);
    const { memberId } = operation.member;
    const outcome = await operation.command('endOtherSessions', null, (unit) =>
      endOtherSessions(unit, memberId, current),
    );
    return answer('EndOtherSessions', outcome, ({ ended }) => ({ ended }));
  }

  @Mutation(() => t.SetSessionLimitsResult, {
    description: 'Lets sessions of the organisation end sooner than the installation does; longer is refused.',
  })
  @Requires('organisation:update')
  async setSessionLimits(@Op() operation: Operation, @Args('input') input: t.SetSessionLimitsInput): Promise<object> {
    const outcome = await operation.command('setSessionLimits', input, (unit) =>
      setSessionLimits(unit, input, this.settings.limits),
    );
    return answer('SetSessionLimits', outcome, (sessionLimits) => ({ sessionLimits }));
  }
}
