/** Why this file exists: groups, the grants they give, and the state of provisioning, as the API shows them. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsString, Min } from 'class-validator';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import { ApiTokenObject, Grant, GRANTS, type GrantName, type MemberGroupId } from '../grants/index.js';

@ObjectType('MemberGroup', { description: 'A group of members that the identity provider keeps.' })
export class MemberGroupObject {
  @Field(() => ID, { description: 'Id of the group.' })
  readonly id!: MemberGroupId;
  @Field(() => String, { description: 'Its name, as the identity provider says it.' })
  readonly displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the identity provider calls it; absent when it did not say.',
  })
  readonly externalId!: string | null;
  @Field(() => Int, { description: 'How many members are in it.' })
  readonly memberCount!: number;
  @Field(() => [Grant], { description: 'What its members hold by being in it; none lets it give nothing.' })
  readonly grants!: readonly GrantName[];
  @Field(() => Int, { description: 'Version for changing it; goes up with its members too.' })
  readonly version!: number;
}

@ObjectType('GroupGrant', { description: 'A grant that a member holds by being in a group.' })
export class GroupGrantObject {
  @Field(() => Grant, { description: 'The grant.' })
  readonly grant!: GrantName;
  @Field(() => String, { description: 'Name of the group.' })
  readonly groupName!: string;
}

@ObjectType('ProvisioningRequest', { description: 'A request of the identity provider, without what was in it.' })
export class ProvisioningRequestObject {
  @Field(() => Instant, { description: 'When it came.' })
  readonly at!: string;
  @Field(() => String, { description: 'Method and resource type, such as `PATCH Users`.' })
  readonly request!: string;
  @Field(() => Int, { description: 'Status of the answer; 400 and more are refusals.' })
  readonly status!: number;
  @Field(() => String, { nullable: true, description: 'Why it was refused; absent for one that was not.' })
  readonly refusal!: string | null;
}

@ObjectType('ProvisioningToken', { description: 'A token that an identity provider uses, and what it asked for last.' })
export class ProvisioningTokenObject {
  @Field(() => ApiTokenObject, { description: 'The token.' })
  readonly apiToken!: ApiTokenObject;
  @Field(() => ProvisioningRequestObject, { nullable: true, description: 'Its last request; absent before the first.' })
  readonly lastRequest!: ProvisioningRequestObject | null;
  @Field(() => ProvisioningRequestObject, {
    nullable: true,
    description: 'Its last request that was refused; absent when none was.',
  })
  readonly lastRefusal!: ProvisioningRequestObject | null;
}

@ObjectType('Provisioning', { description: 'How members and groups come from an identity provider.' })
export class ProvisioningObject {
  @Field(() => String, { description: 'Path of the address that the identity provider is given, behind the host.' })
  readonly path!: string;
  @Field(() => Int, { description: 'How many members the identity provider has written.' })
  readonly provisionedCount!: number;
  @Field(() => [ProvisioningTokenObject], { description: 'Tokens that can provision now, newest first; at most 20.' })
  readonly tokens!: readonly ProvisioningTokenObject[];
}

@InputType({ description: 'Which grants the members of a group hold.' })
export class SetGroupGrantsInput {
  @Field(() => ID, { description: 'The group.' })
  @IsString()
  readonly groupId!: MemberGroupId;
  @Field(() => [Grant], { description: 'All grants that it shall give; an empty list lets it give nothing.' })
  @IsIn(GRANTS, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(20)
  readonly grants!: GrantName[];
  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

export const SetGroupGrantsResult = resultUnion(
  'SetGroupGrants',
  'The members of the group hold these grants from the next request on, and lose what it no longer gives.',
  { group: [() => MemberGroupObject, 'The group.'] },
);
