/** Why this file exists: inviting people, looking at invitations, and taking them back. */
import { Args, ArgsType, Field, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires, type PersonId } from '../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../platform/graphql/index.js';
import { ok } from '../../platform/outcome/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import { personLoader, PersonObject } from '../people/graphql.js';
import {
  invitationList,
  invitationLoader,
  invite,
  MOST_INVITATION_DAYS,
  revokeInvitation,
  type MadeInvitation,
} from './invite.js';
import * as t from './invitations.types.js';

const InvitationConnection = connectionOf('Invitation', t.InvitationObject);

@ArgsType()
export class InvitationArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only invitations for this person.' })
  @IsOptional()
  readonly personId?: PersonId | null;
}

@Resolver(() => t.InvitationObject)
export class InvitationsResolver {
  @Query(() => InvitationConnection, { description: 'Invitations, newest first, without their links.' })
  @Requires('grant:create')
  invitations(
    @Op() operation: Operation,
    @Args() args: InvitationArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.InvitationObject>> {
    return page(operation.unit, invitationList(operation.unit, args.personId ?? null), args, info);
  }

  @Mutation(() => t.InviteResult, {
    description: 'Invites somebody; the link is shown once. An open invitation of the same address ends.',
  })
  @Requires('grant:create')
  async invite(@Op() operation: Operation, @Args('input') input: t.InviteInput): Promise<object> {
    const { member } = operation;
    const wish = { ...input, personId: input.personId ?? null, days: input.days ?? MOST_INVITATION_DAYS };
    const shown: { made: MadeInvitation | null } = { made: null }; // the secret stays out of the outcome that is kept for repeated calls
    const outcome = await operation.command('invite', input, async (unit) => {
      const made = await invite(unit, member, wish);
      shown.made = made.ok ? made.value : null;
      return made.ok ? ok({ id: made.value.id }) : made;
    });
    return answer('Invite', outcome, ({ id }) => ({
      secret: { value: shown.made?.id === id ? shown.made.text : null },
      invitation: () => operation.load(invitationLoader, id),
    }));
  }

  @Mutation(() => t.RevokeInvitationResult, { description: 'Ends an invitation that nobody accepted yet.' })
  @Requires('grant:archive')
  async revokeInvitation(@Op() operation: Operation, @Args('input') input: t.RevokeInvitationInput): Promise<object> {
    const outcome = await operation.command('revokeInvitation', input, (unit) =>
      revokeInvitation(unit, input.invitationId),
    );
    return answer('RevokeInvitation', outcome, ({ id }) => ({
      invitation: () => operation.load(invitationLoader, id),
    }));
  }

  @ResolveField(() => PersonObject, {
    nullable: true,
    description: 'The person whom the sign-in will belong to; absent when none was named.',
  })
  person(@Parent() invitation: t.InvitationObject, @Op() operation: Operation): Promise<PersonObject | null> | null {
    return invitation.personId === null ? null : operation.load(personLoader, invitation.personId);
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Who invited.' })
  invitedBy(@Parent() invitation: t.InvitationObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, invitation.createdBy);
  }
}
