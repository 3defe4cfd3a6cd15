/** Why this file exists: administrators take members out and let them in again, and see who is out. */
import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { Requires, type MemberId } from '../../platform/access/index.js';
import { answer, Op, Operation, resultUnion } from '../../platform/graphql/index.js';
import { MemberObject, memberLoader, type MemberState } from '../identity/index.js';
import { seesGrantsOf } from './grants.resolver.js';
import { deactivateMember, reactivateMember } from './leavers.js';

const MemberStateEnum: { readonly [S in MemberState]: S } = {
  ACTIVE: 'ACTIVE',
  DEACTIVATED: 'DEACTIVATED',
  REMOVED: 'REMOVED',
};
registerEnumType(MemberStateEnum, {
  name: 'MemberState',
  description: 'Whether a member may sign in.',
  valuesMap: {
    ACTIVE: { description: 'The member may sign in.' },
    DEACTIVATED: {
      description: 'The member is out until an administrator or the identity provider lets them in again.',
    },
    REMOVED: { description: 'The identity provider removed the member for good; the records stay.' },
  },
});

@InputType({ description: 'A member to take out or to let in again.' })
export class MemberToMoveInput {
  @Field(() => ID, { description: 'The member.' })
  @IsString()
  readonly memberId!: MemberId;
}

const ofMember = { member: [() => MemberObject, 'The member.'] } as const;
const DeactivateMemberResult = resultUnion(
  'DeactivateMember',
  'The member is out: sessions, API tokens and grants have ended.',
  ofMember,
);
const ReactivateMemberResult = resultUnion(
  'ReactivateMember',
  'The member may sign in again, without the sessions, tokens and grants of before.',
  ofMember,
);

@Resolver(() => MemberObject)
export class LeaversResolver {
  @ResolveField(() => MemberStateEnum, {
    nullable: true,
    description: 'Whether the member may sign in; absent for members whose grants you may not see.',
  })
  async state(@Parent() member: MemberObject, @Op() operation: Operation): Promise<MemberState | null> {
    if (!seesGrantsOf(operation.member, member.id)) return null;
    return (await operation.load(memberLoader, member.id))?.state ?? null;
  }

  @Mutation(() => DeactivateMemberResult, {
    description: 'Takes another member out at once: sessions, API tokens and grants end, records stay.',
  })
  @Requires('grant:archive')
  async deactivateMember(@Op() operation: Operation, @Args('input') input: MemberToMoveInput): Promise<object> {
    const outcome = await operation.command('deactivateMember', input, (unit) => deactivateMember(unit, input));
    return answer('DeactivateMember', outcome, ({ memberId }) => ({
      member: () => operation.load(memberLoader, memberId),
    }));
  }

  @Mutation(() => ReactivateMemberResult, {
    description: 'Lets a deactivated member sign in again; nothing that ended comes back but what groups give.',
  })
  @Requires('grant:create')
  async reactivateMember(@Op() operation: Operation, @Args('input') input: MemberToMoveInput): Promise<object> {
    const outcome = await operation.command('reactivateMember', input, (unit) => reactivateMember(unit, input));
    return answer('ReactivateMember', outcome, ({ memberId }) => ({
      member: () => operation.load(memberLoader, memberId),
    }));
  }
}
