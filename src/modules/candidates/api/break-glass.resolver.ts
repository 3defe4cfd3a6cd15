/** Why this file exists: breaking glass, ending it, and who is to know of it: gate, call, return. */
import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { may, Requires } from '../../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, page, type Page } from '../../../platform/graphql/index.js';
import { MemberObject, memberLoader } from '../../identity/index.js';
import * as commands from '../commands/break-glass.js';
import { candidateLoader } from '../queries/application-rows.js';
import { breakGlassList, breakGlassLoader, ownAccessLoader } from '../queries/break-glass-rows.js';
import { CandidateObject } from './application.types.js';
import * as t from './break-glass.types.js';

const BreakGlassConnection = connectionOf('BreakGlass', t.BreakGlassObject);

@Resolver(() => t.BreakGlassObject)
export class BreakGlassResolver {
  @Query(() => BreakGlassConnection, {
    description:
      'Contact data that auditors opened by breaking glass, newest first: your own, all for administrators and auditors, those about your candidates for hiring managers.',
  })
  @Requires('break-glass:read')
  async breakGlassAccesses(
    @Op() operation: Operation,
    @Args() args: t.BreakGlassArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.BreakGlassObject>> {
    const filter = { candidateId: args.candidateId ?? null, onlyRecent: args.onlyRecent === true };
    return page(operation.unit, await breakGlassList(operation.unit, filter), args, info);
  }

  @Mutation(() => t.BreakGlassResult, {
    description:
      'Opens the contact data of one candidate to you at once, for a while. Administrators and the hiring manager see it, with your reason.',
  })
  @Requires('break-glass:create')
  async breakGlass(@Op() operation: Operation, @Args('input') input: t.BreakGlassInput): Promise<object> {
    const outcome = await operation.command('breakGlass', input, (unit) =>
      commands.breakGlass(unit, operation.member, input),
    );
    return answer('BreakGlass', outcome, ({ id }) => ({ breakGlass: () => operation.load(breakGlassLoader, id) }));
  }

  @Mutation(() => t.EndBreakGlassResult, { description: 'Ends an access: your own, or any as an administrator.' })
  @Requires('break-glass:archive')
  async endBreakGlass(@Op() operation: Operation, @Args('input') input: t.EndBreakGlassInput): Promise<object> {
    const outcome = await operation.command('endBreakGlass', input, (unit) =>
      commands.endBreakGlass(unit, operation.member, input),
    );
    return answer('EndBreakGlass', outcome, ({ id }) => ({ breakGlass: () => operation.load(breakGlassLoader, id) }));
  }

  @ResolveField(() => CandidateObject, { nullable: true, description: 'Whose contact data.' })
  candidate(@Parent() parent: t.BreakGlassObject, @Op() operation: Operation): Promise<CandidateObject | null> {
    return operation.load(candidateLoader, parent.candidateId);
  }
  @ResolveField(() => MemberObject, { nullable: true, description: 'The auditor who opened it and alone may read.' })
  openedBy(@Parent() parent: t.BreakGlassObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, parent.memberId);
  }
  @ResolveField(() => MemberObject, { nullable: true, description: 'Who ended it; absent when nobody did.' })
  async endedBy(@Parent() parent: t.BreakGlassObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return parent.endedBy === null ? null : operation.load(memberLoader, parent.endedBy);
  }
}

@Resolver(() => CandidateObject)
export class CandidateAccessFields {
  @ResolveField(() => t.BreakGlassObject, {
    nullable: true,
    description: 'Your own access to the contact data by breaking glass, while it is open.',
  })
  ownAccess(@Parent() parent: CandidateObject, @Op() operation: Operation): Promise<t.BreakGlassObject | null> | null {
    return may(operation.member, 'break-glass:read') ? operation.load(ownAccessLoader, parent.id) : null;
  }
}
