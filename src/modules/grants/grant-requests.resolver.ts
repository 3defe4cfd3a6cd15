/** Why this file exists: reading and answering changes to grants that wait for a second administrator; grants that end by themselves. */
import {
  Args,
  ArgsType,
  Field,
  Info,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../platform/access/index.js';
import {
  answer,
  connectionOf,
  Instant,
  Op,
  Operation,
  page,
  PageArgs,
  type Page,
} from '../../platform/graphql/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import type { GrantName } from './authorization-matrix.js';
import { approveGrant } from './grant-approval.js';
import { Grant } from './grant.enum.js';
import * as requests from './grant-requests.js';
import * as t from './grant-requests.types.js';
import { timedGrantsLoader, type TimedGrant } from './grants.js';
import { seesGrantsOf } from './grants.resolver.js';

const GrantRequestConnection = connectionOf('GrantRequest', t.GrantRequestObject);
type Row = requests.GrantRequestRow;

@ArgsType()
export class GrantRequestArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only those that still wait.' })
  @IsOptional()
  readonly onlyWaiting?: boolean | null;
}

@Resolver(() => t.GrantRequestObject)
export class GrantRequestsResolver {
  @Query(() => GrantRequestConnection, {
    description:
      'Changes to grants that take two administrators, newest first; members who may not see all grants see those about themselves.',
  })
  @Requires('grant:read')
  grantRequests(
    @Op() operation: Operation,
    @Args() args: GrantRequestArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.GrantRequestObject>> {
    const list = requests.grantRequestList(operation.unit, operation.member, args.onlyWaiting === true);
    return page(operation.unit, list, args, info);
  }

  @Mutation(() => t.ApproveGrantResult, {
    description: 'Approves what another administrator asked for, which is done at once.',
  })
  @Requires('grant:create')
  async approveGrant(@Op() operation: Operation, @Args('input') input: t.GrantRequestInput): Promise<object> {
    const outcome = await operation.command('approveGrant', input, (unit) =>
      approveGrant(unit, operation.member, input),
    );
    return answer('ApproveGrant', outcome, ({ id }) => ({
      request: () => operation.load(requests.grantRequestLoader, id),
    }));
  }

  @Mutation(() => t.DeclineGrantResult, { description: 'Declines what an administrator asked for, with a reason.' })
  @Requires('grant:create')
  async declineGrant(@Op() operation: Operation, @Args('input') input: t.DeclineGrantInput): Promise<object> {
    const outcome = await operation.command('declineGrant', input, (unit) =>
      requests.declineGrant(unit, operation.member, input),
    );
    return answer('DeclineGrant', outcome, ({ id }) => ({
      request: () => operation.load(requests.grantRequestLoader, id),
    }));
  }

  @Mutation(() => t.WithdrawGrantRequestResult, { description: 'Takes an own request back.' })
  @Requires('grant:create')
  async withdrawGrantRequest(@Op() operation: Operation, @Args('input') input: t.GrantRequestInput): Promise<object> {
    const outcome = await operation.command('withdrawGrantRequest', input, (unit) =>
      requests.withdrawGrantRequest(unit, operation.member, input),
    );
    return answer('WithdrawGrantRequest', outcome, ({ id }) => ({
      request: () => operation.load(requests.grantRequestLoader, id),
    }));
  }

  @ResolveField(() => Grant, { description: 'The grant.' })
  grant(@Parent() request: Row): GrantName {
    return request.grantName;
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Whom it concerns; absent for a group.' })
  async member(@Parent() request: Row, @Op() operation: Operation): Promise<MemberObject | null> {
    return request.memberId === null ? null : operation.load(memberLoader, request.memberId);
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Who asked.' })
  requestedBy(@Parent() request: Row, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, request.requestedBy);
  }

  @ResolveField(() => MemberObject, {
    nullable: true,
    description: 'Who answered or withdrew it; absent while it waits and when it lapsed.',
  })
  async closedBy(@Parent() request: Row, @Op() operation: Operation): Promise<MemberObject | null> {
    return request.closedBy === null ? null : operation.load(memberLoader, request.closedBy);
  }
}

@ObjectType('TimedGrant', { description: 'A grant that ends by itself.' })
export class TimedGrantObject {
  @Field(() => Grant, { description: 'The grant.' })
  readonly grant!: GrantName;
  @Field(() => Instant, { description: 'When it ends.' })
  readonly expiresAt!: string;
}

@Resolver(() => MemberObject)
export class TimedGrantsResolver {
  @ResolveField(() => [TimedGrantObject], {
    nullable: true,
    description: 'Grants held now that end by themselves; absent for members whose grants you may not see.',
  })
  async timedGrants(@Parent() member: MemberObject, @Op() operation: Operation): Promise<readonly TimedGrant[] | null> {
    if (!seesGrantsOf(operation.member, member.id)) return null;
    return (await operation.load(timedGrantsLoader, member.id)) ?? [];
  }
}
