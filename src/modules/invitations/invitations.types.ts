/** Why this file exists: invitations as those who invite see them, and as those who are invited do. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEmail, IsIn, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { MemberId, PersonId } from '../../platform/access/index.js';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import { Grant, GRANTS, type GrantName } from '../grants/index.js';
import { MemberObject } from '../identity/index.js';
import type { InvitationState } from './invite.js';
import type { InvitationId } from './invitation.table.js';

const states: { readonly [S in InvitationState]: S } = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  REVOKED: 'REVOKED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(states, {
  name: 'InvitationState',
  description: 'Whether the link of an invitation works.',
  valuesMap: {
    OPEN: { description: 'Nobody has accepted it yet.' },
    ACCEPTED: { description: 'It made a member.' },
    REVOKED: { description: 'It was taken back, or a newer one took its place.' },
    EXPIRED: { description: 'Its time has passed.' },
  },
});

@ObjectType('Invitation', { description: 'Lets somebody become a member by a link that was shown once.' })
export class InvitationObject {
  @Field(() => ID, { description: 'Id of the invitation; nobody can accept it with this.' })
  readonly id!: InvitationId;
  @Field(() => String, { description: 'Name of the person.' })
  readonly displayName!: string;
  @Field(() => String, { description: 'E-mail address that the member will have.' })
  readonly email!: string;
  @Field(() => [Grant], { description: 'Grants that the member will have.' })
  readonly grants!: readonly GrantName[];
  @Field(() => states, { description: 'Whether its link works.' })
  readonly state!: InvitationState;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => Instant, { description: 'When its link stops working.' })
  readonly expiresAt!: string;
  readonly personId!: PersonId | null;
  readonly createdBy!: MemberId;
}

@ObjectType('InvitationSecret', { description: 'What the link of an invitation carries; shown once.' })
export class InvitationSecretObject {
  @Field(() => String, {
    nullable: true,
    description: 'The secret part of the link, 64 characters; absent when the invitation was made by an earlier call.',
  })
  readonly value!: string | null;
}

@ObjectType('OwnInvitation', { description: 'An invitation as whoever holds its link sees it.' })
export class OwnInvitationObject {
  @Field(() => String, { description: 'Who invites.' })
  readonly organisationName!: string;
  @Field(() => String, { description: 'Short name of the organisation, for signing in later.' })
  readonly organisation!: string;
  @Field(() => String, { description: 'Who is invited.' })
  readonly displayName!: string;
  @Field(() => String, { description: 'The address to sign in with later.' })
  readonly email!: string;
  @Field(() => Boolean, { description: 'Whether it can be accepted by choosing a password.' })
  readonly passwords!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The provider by which it can be accepted; absent where there is none.',
  })
  readonly signOn!: string | null;
  @Field(() => Instant, { description: 'When the link stops working.' })
  readonly expiresAt!: string;
}

@InputType({ description: 'Somebody to invite.' })
export class InviteInput {
  @Field(() => String, { description: 'Name of the person, at most 120 characters.' })
  @MaxLength(120)
  readonly displayName!: string;
  @Field(() => String, { description: 'E-mail address that the member will have.' })
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;
  @Field(() => ID, { nullable: true, description: 'The person of the directory whom the sign-in will belong to.' })
  @IsOptional()
  @IsString()
  readonly personId?: PersonId | null;
  @Field(() => [Grant], { description: 'Grants that the member will have; may be none.' })
  @ArrayMaxSize(GRANTS.length)
  @IsIn(GRANTS, { each: true })
  readonly grants!: readonly GrantName[];
  @Field(() => Int, { nullable: true, description: 'Days that the link works, 1 to 14; 14 when absent.' })
  @IsOptional()
  @IsInt()
  readonly days?: number | null;
}

@InputType({ description: 'An invitation.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  @IsString()
  readonly invitationId!: InvitationId;
}

@InputType({ description: 'The link of an invitation, and the password to sign in with from now on.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The secret part of the link.' })
  @MaxLength(200)
  readonly token!: string;
  @Field(() => String, { description: 'A new password, 12 to 200 characters.' })
  @Length(1, 200)
  readonly password!: string;
}

@InputType({ description: 'The link of an invitation.' })
export class StartInvitationSignOnInput {
  @Field(() => String, { description: 'The secret part of the link.' })
  @MaxLength(200)
  readonly token!: string;
}

export const InviteResult = resultUnion('Invite', 'The link can be handed over.', {
  invitation: [() => InvitationObject, 'The invitation.'],
  secret: [() => InvitationSecretObject, 'What its link carries.'],
});
export const RevokeInvitationResult = resultUnion('RevokeInvitation', 'The link does not work any more.', {
  invitation: [() => InvitationObject, 'The invitation.'],
});
export const AcceptInvitationResult = resultUnion('AcceptInvitation', 'The session cookie was set.', {
  member: [() => MemberObject, 'Who is signed in now.'],
});
export const StartInvitationSignOnResult = resultUnion(
  'StartInvitationSignOn',
  'The browser goes to the provider now.',
  { address: [() => String, 'Where it goes.'] },
);
