/** Why this file exists: who am I, and who may do what. */
import { Args, ArgsType, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { AnyMember, reaches, Requires, type Actor, type MemberId } from '../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../platform/graphql/index.js';
import { MemberObject, memberById, memberLoader, personOfMember } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { grantRequestLoader } from './grant-requests.js';
import { giveGrant, grantsLoader, grantsOf, takeGrant, type GrantStep } from './grants.js';
import * as t from './grants.types.js';
import { GRANT_WORDS, rightsInWords } from './rights-in-words.js';
import { tokenPermissions } from './token-permissions.js';

const MemberConnection = connectionOf('Member', MemberObject);

@ArgsType()
export class MemberArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only members whose name or headline contains this text, whatever its case; at most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly text?: string | null;
}

/** Grants of all members are for administrators and auditors; everybody with the right sees their own. */
export const seesGrantsOf = (actor: Actor, memberId: string): boolean =>
  reaches(actor, 'grant:read', 'ALL') || (reaches(actor, 'grant:read', 'OWN') && memberId === actor.memberId);

@Resolver(() => MemberObject)
export class GrantsResolver {
  @Query(() => t.Me, { nullable: true, description: 'Who is signed in, or whose API token is used.' })
  @AnyMember({ byToken: true })
  async me(@Op() operation: Operation): Promise<t.Me | null> {
    const actor = operation.member;
    const member = await memberById(operation.unit, actor.memberId);
    if (member === null) return null;
    return { member, grants: actor.grants as GrantName[], permissions: [...actor.scopes.keys()].sort() };
  }

  @Query(() => MemberConnection, { description: 'All members of the organisation, oldest first.' })
  @Requires('grant:create')
  members(@Op() operation: Operation, @Args() args: MemberArgs): Promise<Page<MemberObject>> {
    const text = args.text?.trim() ?? '';
    const filter = text === '' ? null : text;
    const sql = `select id, display_name as "displayName", headline, created_at as "createdAt" from member
      where organisation_id = $1 and ($2::text is null or strpos(lower(display_name || ' ' || headline), lower($2)) > 0)`;
    const query = { list: 'members', sql, values: [filter], orderBy: ['createdAt', 'id'], filter };
    return page(operation.unit, query, args);
  }

  @Query(() => [t.GrantKindObject], { description: 'Every grant there is, and what it allows, in words.' })
  @Requires('grant:read')
  grantKinds(): t.GrantKindObject[] {
    return GRANTS.map((grant) => ({ grant, ...GRANT_WORDS[grant], rights: rightsInWords([grant]) }));
  }

  @Query(() => t.MemberRightsObject, {
    nullable: true,
    description:
      'What a member may do now, without their data; absent for a member whose grants you may not see, or who does not exist.',
  })
  @Requires('grant:read')
  async memberRights(
    @Op() operation: Operation,
    @Args('memberId', { type: () => ID, description: 'The member.' }) memberId: MemberId,
  ): Promise<t.MemberRightsObject | null> {
    if (!seesGrantsOf(operation.member, memberId)) return null;
    const member = await operation.load(memberLoader, memberId);
    if (member === null) return null;
    const grants = await grantsOf(operation.unit, memberId);
    const hasPerson = (await personOfMember(operation.unit, memberId)) !== null;
    return { member, grants, hasPerson, rights: rightsInWords(grants) };
  }

  @ResolveField(() => [t.Grant], {
    nullable: true,
    description: 'Grants held now; absent for members who may not see them.',
  })
  async grants(@Parent() member: MemberObject, @Op() operation: Operation): Promise<readonly GrantName[] | null> {
    if (!seesGrantsOf(operation.member, member.id)) return null;
    return (await operation.load(grantsLoader, member.id)) ?? [];
  }

  @Mutation(() => t.GiveGrantResult, {
    description:
      'Gives a grant to another member. Where a grant takes two administrators, it waits for another one to approve it.',
  })
  @Requires('grant:create')
  async giveGrant(@Op() operation: Operation, @Args('input') input: t.GiveGrantInput): Promise<object> {
    const wish = { ...input, expiresAt: input.expiresAt ?? null };
    const outcome = await operation.command('giveGrant', input, (unit) => giveGrant(unit, operation.member, wish));
    return answer('GiveGrant', outcome, (step) => this.#changed(operation, step));
  }

  @Mutation(() => t.TakeGrantResult, {
    description:
      'Takes a grant back. Where two administrators are needed to take the right to administer from another one, it waits.',
  })
  @Requires('grant:archive')
  async takeGrant(@Op() operation: Operation, @Args('input') input: t.GrantInput): Promise<object> {
    const outcome = await operation.command('takeGrant', input, (unit) => takeGrant(unit, operation.member, input));
    return answer('TakeGrant', outcome, (step) => this.#changed(operation, step));
  }

  #changed(operation: Operation, { memberId, requestId }: GrantStep): object {
    return {
      member: () => operation.load(memberLoader, memberId),
      step: async () => ({
        request: requestId === null ? null : await operation.load(grantRequestLoader, requestId),
      }),
    };
  }
}

@Resolver(() => t.Me)
export class MeResolver {
  @ResolveField(() => [t.RightObject], {
    description:
      'What an API token of the caller may carry, in the order of the authorization matrix; none for a token itself.',
  })
  tokenScopes(@Parent() me: t.Me): t.RightObject[] {
    const allowed = tokenPermissions();
    return rightsInWords(me.grants).filter((right) => allowed.has(right.permission));
  }
}
