/** Why this file exists: grants and what they allow, as the API shows them. */
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { MemberObject } from '../identity/index.js';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { GRANT_WORDS } from './rights-in-words.js';

export const Grant = Object.fromEntries(GRANTS.map((g) => [g, g])) as { readonly [G in GrantName]: G };
registerEnumType(Grant, {
  name: 'Grant',
  description: 'What a member may do; grants add up, conflicts of interest take away.',
  valuesMap: Object.fromEntries(GRANTS.map((g) => [g, { description: GRANT_WORDS[g].description }])),
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

@InputType({ description: 'A member and one grant.' })
export class GrantInput {
  @Field(() => ID, { description: 'The member.' })
  readonly memberId!: MemberId;
  @Field(() => Grant, { description: 'The grant.' })
  @IsIn(GRANTS)
  readonly grant!: GrantName;
}

const ofMember = { member: [() => MemberObject, 'The member.'] } as const;
export const GiveGrantResult = resultUnion(
  'GiveGrant',
  'The grant was given; it holds from the next request on.',
  ofMember,
);
export const TakeGrantResult = resultUnion(
  'TakeGrant',
  'The grant was taken back; it ends with the next request.',
  ofMember,
);
