/** Why this file exists: members see whether they can sign in by the provider, and connect their own account with their password. */
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnyMember } from '../../platform/access/index.js';
import { beginAttempt } from '../../platform/attempts/index.js';
import { answer, Op, Operation, problemAnswer } from '../../platform/graphql/index.js';
import { ok } from '../../platform/outcome/index.js';
import { memberById, passwordFits, tooManyAttempts } from '../identity/index.js';
import { ATTEMPT_SECONDS } from './attempts.js';
import { begin } from './begin.js';
import { SignOnRefused } from './openid.js';
import { providerOf } from './provider-settings.js';
import { problemOf } from './refusals.js';
import { SignOnSettings } from './settings.js';
import { identityTable } from './sign-on.tables.js';
import * as t from './sign-on.types.js';

@Resolver()
export class MySignOnResolver {
  constructor(private readonly settings: SignOnSettings) {}

  @Query(() => t.MySignOnObject, { description: 'Whether the caller can sign in by the provider of the organisation.' })
  @AnyMember()
  async mySignOn(@Op() operation: Operation): Promise<t.MySignOnObject> {
    const { unit, member } = operation;
    const provider = await providerOf(unit);
    const linked =
      provider === null
        ? null
        : await unit.findOne(identityTable, { memberId: member.memberId, issuer: provider.issuer });
    return { provider: provider?.displayName ?? null, isLinked: linked !== null };
  }

  @Mutation(() => t.StartSignOnLinkResult, {
    description: 'Begins to connect an account of the provider with the caller, whose password it asks for.',
  })
  @AnyMember()
  async startSignOnLink(@Op() operation: Operation, @Args('input') input: t.StartSignOnLinkInput): Promise<object> {
    const { memberId, organisationId } = operation.member;
    const member = await memberById(operation.unit, memberId);
    await operation.finish();
    const attempt = await beginAttempt(operation.database, [{ what: 'own-password', of: memberId, most: 5 }]);
    if (attempt.kind === 'REFUSED') {
      operation.http.retryAfter(attempt.seconds);
      return problemAnswer(tooManyAttempts(attempt.seconds));
    }
    if (!(await passwordFits(member, input.password))) {
      const message = 'This is not your password.';
      return problemAnswer({ code: 'SIGN_IN_FAILED', message, field: 'input.password' });
    }
    await attempt.giveBack();
    try {
      const begun = await begin(operation.database, this.settings, {
        ...{ organisationId, purpose: 'LINK', subjectId: memberId, returnPath: '/account' },
        requestId: operation.http.requestId,
      });
      operation.http.setSignOnCookie(begun.cookie, ATTEMPT_SECONDS);
      return answer('StartSignOnLink', ok(begun), ({ address }) => ({ address }));
    } catch (error) {
      if (error instanceof SignOnRefused) return problemAnswer(problemOf(error.reason));
      throw error;
    }
  }
}
