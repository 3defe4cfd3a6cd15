/** Why this file exists: root fields of the pages without sign-in, and what the hiring team does for them. */
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Open, Requires } from '../../../platform/access/index.js';
import { answer, Op, Operation, problemAnswer, tooManyGuesses } from '../../../platform/graphql/index.js';
import { ok } from '../../../platform/outcome/index.js';
import { beginLinkCheck } from '../../identity/index.js';
import * as links from '../commands/status-link.js';
import { advertOf } from '../queries/advert.js';
import { applicationLoader } from '../queries/application-rows.js';
import { answerPromiseLoader, applicationStatus, statusLinkLoader } from '../queries/application-status.js';
import type { RequisitionId } from '../domain/requisition.js';
import { advertAddress, requisitionAt, statusTokenOf } from '../store/public-address.js';
import { ApplicationObject } from './application.types.js';
import * as i from './public.inputs.js';
import { AdvertObject, AnswerPromiseObject, ApplicationStatusObject, StatusLinkObject } from './public.types.js';
import { RequisitionObject } from './requisition.types.js';

@Resolver()
export class PublicResolver {
  @Query(() => AdvertObject, {
    nullable: true,
    description: 'The advert at a public address; absent unless its requisition is open and posted.',
  })
  @Open('an advert is for everybody who has its address, which only this installation can make')
  async advert(
    @Op() operation: Operation,
    @Args('address', { type: () => String, description: 'Last part of the public address.' }) address: string,
  ): Promise<AdvertObject | null> {
    const found = requisitionAt(address);
    if (found === null) return null;
    return advertOf(operation.visit(found.organisationId), found.requisitionId, address);
  }

  @Query(() => ApplicationStatusObject, {
    nullable: true,
    description: 'Your own application, by its status link; absent when the link is wrong, expired or revoked.',
  })
  @Open('whoever holds a status link is its applicant; the token is secret, expires and can be revoked')
  async applicationStatus(
    @Op() operation: Operation,
    @Args('token', { type: () => String, description: 'The token of the link.' }) token: string,
  ): Promise<ApplicationStatusObject | null> {
    return checked(operation, token, ({ organisationId, tokenHash }) =>
      applicationStatus(operation.visit(organisationId), tokenHash),
    );
  }

  @Mutation(() => i.WithdrawByLinkResult, {
    description: 'Ends your own application by its status link; once it has ended, the same call answers the same.',
  })
  @Open('whoever holds a status link is its applicant; the token is secret, expires and can be revoked')
  async withdrawByLink(@Op() operation: Operation, @Args('input') input: i.WithdrawByLinkInput): Promise<object> {
    const told = await checked(operation, input.token, async ({ organisationId, tokenHash }) => {
      const outcome = await operation.commandOf(organisationId, (unit) =>
        links.withdrawByLink(unit, tokenHash, input.reason ?? null),
      );
      const isDone = outcome.ok || outcome.problem.code === 'APPLICATION_ENDED';
      if (!isDone) return outcome.problem.code === links.deadLink().code ? null : problemAnswer(outcome.problem);
      const status = await applicationStatus(operation.visit(organisationId), tokenHash);
      return status === null ? null : answer('WithdrawByLink', ok(status), () => ({ status }));
    });
    return told ?? problemAnswer(links.deadLink());
  }

  @Mutation(() => i.CreateStatusLinkResult, {
    description: 'Makes the status link of an application on an own requisition; its token is shown this once.',
  })
  @Requires('application:update')
  async createStatusLink(@Op() operation: Operation, @Args('input') input: i.CreateStatusLinkInput): Promise<object> {
    let made: links.MadeLink | null = null; // the token stays out of the stored outcome of a repeated call
    const outcome = await operation.command('CreateStatusLink', input, async (unit) => {
      const created = await links.createStatusLink(unit, input);
      made = created.ok ? created.value : null;
      if (!created.ok) return created;
      const { id, applicationId, expiresAt } = created.value;
      return ok({ id, applicationId, expiresAt });
    });
    return answer('CreateStatusLink', outcome, ({ id, applicationId, expiresAt }) => ({
      link: { token: tokenOf(made, id), expiresAt },
      application: () => operation.load(applicationLoader, applicationId),
    }));
  }

  @Mutation(() => i.RevokeStatusLinkResult, { description: 'Ends the status link of an application at once.' })
  @Requires('application:update')
  async revokeStatusLink(@Op() operation: Operation, @Args('input') input: i.RevokeStatusLinkInput): Promise<object> {
    const outcome = await operation.command('RevokeStatusLink', input, (unit) => links.revokeStatusLink(unit, input));
    return answer('RevokeStatusLink', outcome, ({ id }) => ({
      application: () => operation.load(applicationLoader, id),
    }));
  }

  @Mutation(() => i.PromiseAnswerResult, {
    description: 'Promises the applicant the next answer by a day; the next stage ends the promise.',
  })
  @Requires('application:update')
  async promiseAnswer(@Op() operation: Operation, @Args('input') input: i.PromiseAnswerInput): Promise<object> {
    const outcome = await operation.command('PromiseAnswer', input, (unit) => links.promiseAnswer(unit, input));
    return answer('PromiseAnswer', outcome, ({ id }) => ({ application: () => operation.load(applicationLoader, id) }));
  }
}

/**
 * What a link opens; `null` when it does not work, which is counted.
 * @param work  gives `null` when there is no such link, or no more
 */
async function checked<T>(
  operation: Operation,
  token: string,
  work: (held: NonNullable<ReturnType<typeof statusTokenOf>>) => Promise<T | null>,
): Promise<T | null> {
  const check = await beginLinkCheck(operation.database, token, operation.http.address);
  if (check.kind === 'REFUSED') throw tooManyGuesses(check.seconds);
  const held = statusTokenOf(token);
  const found = held === null ? null : await work(held);
  if (found !== null) await check.giveBack();
  return found;
}

/** The token, if this very call made the link that the answer is about. */
const tokenOf = (made: links.MadeLink | null, id: string): string | null => (made?.id === id ? made.token : null);

@Resolver(() => ApplicationObject)
export class ApplicationPublicFields {
  @ResolveField(() => StatusLinkObject, {
    nullable: true,
    description: 'The status link that works now; for the hiring manager and auditors.',
  })
  async statusLink(@Parent() parent: ApplicationObject, @Op() operation: Operation): Promise<StatusLinkObject | null> {
    return parent.isOwn ? operation.load(statusLinkLoader, parent.id) : null;
  }
  @ResolveField(() => AnswerPromiseObject, {
    nullable: true,
    description: 'The answer that the applicant waits for; for the hiring manager and auditors.',
  })
  async answerPromise(
    @Parent() parent: ApplicationObject,
    @Op() operation: Operation,
  ): Promise<AnswerPromiseObject | null> {
    return parent.isOwn ? operation.load(answerPromiseLoader, parent.id) : null;
  }
}

@Resolver(() => RequisitionObject)
export class RequisitionPublicFields {
  @ResolveField(() => String, {
    nullable: true,
    description:
      'Last part of the address of the public advert, which works while the requisition is open and posted; for the hiring manager and those who see all requisitions.',
  })
  advertAddress(@Parent() parent: RequisitionObject, @Op() operation: Operation): string | null {
    return parent.isOwn ? advertAddress(operation.member.organisationId, parent.id as RequisitionId) : null;
  }
}
