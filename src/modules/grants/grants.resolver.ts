/** Why this file exists: who am I, and who may do what. */
import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import { AnyMember, Requires, type MemberId } from '../../platform/access/index.js';
import {
  answer,
  connectionOf,
  Op,
  Operation,
  page,
  PageArgs,
  resultUnion,
  type Page,
} from '../../platform/graphql/index.js';
import { MemberObject, memberById, memberLoader } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { giveGrant, grantsOf, takeGrant } from './grants.js';

const Grant = Object.fromEntries(GRANTS.map((g) => [g, g])) as { readonly [G in GrantName]: G };
registerEnumType(Grant, {
  name: 'Grant',
  description: 'What a member may do; grants add up, conflicts of interest take away.',
  valuesMap: {
    ORGANISATION_ADMIN: { description: 'Administers members, grants and the skill library; sees no evaluations.' },
    HIRING_MANAGER: { description: 'Defines job roles, runs requisitions and decides on them.' },
    INTERVIEWER: { description: 'Scores the interviews they are assigned to.' },
    EMPLOYEE: { description: 'Sees and grows their own profile.' },
    PEOPLE_MANAGER: { description: 'Confirms levels and checks in with direct reports.' },
    MENTOR: { description: 'Supports mentees who agreed.' },
    WORKFORCE_PLANNER: { description: 'Plans the mix of skills.' },
    AUDITOR: { description: 'Reads what quality and law need; changes nothing.' },
  },
});

@ObjectType('Me', { description: 'The member who is signed in.' })
export class Me {
  @Field(() => MemberObject, { description: 'The sign-in itself.' })
  readonly member!: MemberObject;
  @Field(() => [Grant], { description: 'Grants held now.' })
  readonly grants!: readonly GrantName[];
  @Field(() => [String], { description: 'What they allow, as `resource:action`; the rows are decided per record.' })
  readonly permissions!: readonly string[];
}

@InputType({ description: 'A member and one grant.' })
export class GrantInput {
  @Field(() => ID, { description: 'The member.' })
  readonly memberId!: MemberId;
  @Field(() => Grant, { description: 'The grant.' })
  @IsIn(GRANTS)
  readonly grant!: GrantName;
}

const ofMember = { member: [() => MemberObject, 'The member.'] } as const;
const GiveGrantResult = resultUnion('GiveGrant', 'The grant was given; it holds from the next request on.', ofMember);
const TakeGrantResult = resultUnion('TakeGrant', 'The grant was taken back; it ends with the next request.', ofMember);
const MemberConnection = connectionOf('Member', MemberObject);

@Resolver(() => MemberObject)
export class GrantsResolver {
  @Query(() => Me, { nullable: true, description: 'Who is signed in; absent when nobody is.' })
  @AnyMember()
  async me(@Op() operation: Operation): Promise<Me | null> {
    const actor = operation.member;
    const member = await memberById(operation.unit, actor.memberId);
    if (member === null) return null;
    return { member, grants: actor.grants as GrantName[], permissions: [...actor.scopes.keys()].sort() };
  }

  @Query(() => MemberConnection, { description: 'All members of the organisation, oldest first.' })
  @Requires('grant:create')
  members(@Op() operation: Operation, @Args() args: PageArgs): Promise<Page<MemberObject>> {
    return page(
      operation.unit,
      {
        list: 'members',
        sql: `select id, display_name as "displayName", headline, created_at as "createdAt" from member where organisation_id = $1`,
        values: [],
        orderBy: ['createdAt', 'id'],
      },
      args,
    );
  }

  @ResolveField(() => [Grant], {
    nullable: true,
    description: 'Grants held now; absent for members who may not see them.',
  })
  async grants(@Parent() member: MemberObject, @Op() operation: Operation): Promise<readonly GrantName[] | null> {
    const actor = operation.member;
    const scopes = actor.scopes.get('grant:read');
    const sees =
      scopes?.has('ALL') === true ||
      (scopes?.has('OWN') === true && member.id === actor.memberId) ||
      actor.grants.includes('ORGANISATION_ADMIN');
    return sees ? grantsOf(operation.unit, member.id as MemberId) : null;
  }

  @Mutation(() => GiveGrantResult, { description: 'Gives a grant to another member.' })
  @Requires('grant:create')
  async giveGrant(@Op() operation: Operation, @Args('input') input: GrantInput): Promise<object> {
    const outcome = await operation.command('giveGrant', input, (unit) => giveGrant(unit, input));
    return answer('GiveGrant', outcome, ({ memberId }) => ({ member: () => operation.load(memberLoader, memberId) }));
  }

  @Mutation(() => TakeGrantResult, { description: 'Takes a grant back.' })
  @Requires('grant:archive')
  async takeGrant(@Op() operation: Operation, @Args('input') input: GrantInput): Promise<object> {
    const outcome = await operation.command('takeGrant', input, (unit) => takeGrant(unit, input));
    return answer('TakeGrant', outcome, ({ memberId }) => ({ member: () => operation.load(memberLoader, memberId) }));
  }
}
