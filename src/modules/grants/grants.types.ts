/** Why this file exists: grants and what they allow, as the API shows them. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import { MemberObject } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { Grant } from './grant.enum.js';
import type { GrantRequestRow } from './grant-requests.js';
import { GrantRequestObject } from './grant-requests.types.js';

export { Grant } from './grant.enum.js';

@ObjectType('Me', { description: 'The member who is signed in.' })
export class Me {
  @Field(() => MemberObject, { description: 'The sign-in itself.' })
  readonly member!: MemberObject;
  @Field(() => [Grant], { description: 'Grants held now.' })
  readonly grants!: readonly GrantName[];
  @Field(() => [String], { description: 'What they allow, as `resource:action`; the rows are decided per record.' })
  readonly permissions!: readonly string[];
}

@ObjectType('Right', { description: 'One thing that grants allow, in words.' })
export class RightObject {
  @Field(() => String, { description: 'The permission, `resource:action`.' })
  readonly permission!: string;
  @Field(() => String, { description: 'What it is about, such as `Candidates`.' })
  readonly resource!: string;
  @Field(() => String, { description: 'What may be done, such as `See`.' })
  readonly action!: string;
  @Field(() => [String], { description: 'Which rows it reaches, in words; several when grants add up.' })
  readonly rows!: readonly string[];
}

@ObjectType('GrantKind', { description: 'A grant that an administrator can give, and what it allows.' })
export class GrantKindObject {
  @Field(() => Grant, { description: 'The grant.' })
  readonly grant!: GrantName;
  @Field(() => String, { description: 'Its name in words.' })
  readonly name!: string;
  @Field(() => String, { description: 'What it is for, in one sentence.' })
  readonly description!: string;
  @Field(() => [RightObject], { description: 'What it allows alone, in the order of the authorization matrix.' })
  readonly rights!: readonly RightObject[];
}

@ObjectType('MemberRights', { description: 'What a member may do now; nothing of what they could read with it.' })
export class MemberRightsObject {
  @Field(() => MemberObject, { description: 'The member.' })
  readonly member!: MemberObject;
  @Field(() => [Grant], { description: 'Grants held now.' })
  readonly grants!: readonly GrantName[];
  @Field(() => Boolean, { description: 'Whether a person of the directory stands behind the sign-in.' })
  readonly hasPerson!: boolean;
  @Field(() => [RightObject], { description: 'What the grants allow together, in the order of the matrix.' })
  readonly rights!: readonly RightObject[];
}

@InputType({ description: 'A grant for a member.' })
export class GiveGrantInput {
  @Field(() => ID, { description: 'The member.' })
  readonly memberId!: MemberId;
  @Field(() => Grant, { description: 'The grant.' })
  @IsIn(GRANTS)
  readonly grant!: GrantName;
  @Field(() => Instant, {
    nullable: true,
    description:
      'When it ends by itself; absent: when it is taken back. A grant that is held and ends earlier is prolonged to then.',
  })
  @IsOptional()
  readonly expiresAt?: string | null;
}

@InputType({ description: 'A member and one grant.' })
export class GrantInput {
  @Field(() => ID, { description: 'The member.' })
  readonly memberId!: MemberId;
  @Field(() => Grant, { description: 'The grant.' })
  @IsIn(GRANTS)
  readonly grant!: GrantName;
}

@ObjectType('GrantStep', { description: 'Whether a change to grants is done.' })
export class GrantStepObject {
  @Field(() => GrantRequestObject, {
    nullable: true,
    description: 'The request that waits for a second administrator; absent when the change is done.',
  })
  readonly request!: GrantRequestRow | null;
}

const ofMember = {
  member: [() => MemberObject, 'The member.'],
  step: [() => GrantStepObject, 'Whether it is done, or waits for a second administrator.'],
} as const;
export const GiveGrantResult = resultUnion(
  'GiveGrant',
  'The grant was given and holds from the next request on, or waits for a second administrator.',
  ofMember,
);
export const TakeGrantResult = resultUnion(
  'TakeGrant',
  'The grant was taken back and ends with the next request, or that waits for a second administrator.',
  ofMember,
);
