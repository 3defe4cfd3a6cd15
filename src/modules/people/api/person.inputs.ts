/** Why this file exists: arguments, inputs and results of the people fields. */
import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import { Day, PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { TeamId } from '../domain/person.js';
import { PersonObject, TeamObject } from './person.types.js';

const NOT_BLANK = { message: 'is blank. Write a name.' };

@InputType({ description: 'Narrows a list of people; what is absent narrows nothing.' })
export class PersonFilter {
  @Field(() => ID, { nullable: true, description: 'Only this team.' })
  @IsOptional()
  readonly teamId?: TeamId | null;
  @Field(() => ID, { nullable: true, description: 'Only people in this version of a job role.' })
  @IsOptional()
  readonly jobRoleVersionId?: JobRoleVersionId | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only names that contain this text, whatever its case; at most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True to list people who have left too.' })
  @IsOptional()
  readonly withLeavers?: boolean | null;
}
@ArgsType()
export class PersonListArgs extends PageArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Narrows the list.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonFilter)
  readonly filter?: PersonFilter | null;
}

@InputType({ description: 'A new team.' })
export class AddTeamInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters, unique in the organisation.' })
  @MinLength(1)
  @MaxLength(200)
  @Matches(/\S/, NOT_BLANK)
  readonly name!: string;
}

@InputType({ description: 'A new person.' })
export class AddPersonInput {
  @Field(() => String, { description: 'Name as shown to colleagues, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  @Matches(/\S/, NOT_BLANK)
  readonly displayName!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The sign-in of the person; its open sessions end. Absent for none.',
  })
  @IsOptional()
  readonly memberId?: MemberId | null;
  @Field(() => ID, { nullable: true, description: 'The team; absent for none.' })
  @IsOptional()
  readonly teamId?: TeamId | null;
  @Field(() => ID, { nullable: true, description: 'The person they report to; absent for nobody.' })
  @IsOptional()
  readonly managerId?: PersonId | null;
  @Field(() => ID, { nullable: true, description: 'A published version of their job role; absent when not defined.' })
  @IsOptional()
  readonly jobRoleVersionId?: JobRoleVersionId | null;
  @Field(() => Float, { nullable: true, description: 'Share of a full week, 0 to 1; 1 when absent.' })
  @IsOptional()
  @Min(0)
  @Max(1)
  readonly availability?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many people they can mentor at a time, 0 to 20; 0 when absent.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(20)
  readonly mentorCapacity?: number | null;
  @Field(() => Day, { nullable: true, description: 'First day of work; today when absent.' })
  @IsOptional()
  readonly startedOn?: string | null;
}

@InputType({ description: 'Names the person to change, and the state of the record that you saw.' })
export class PersonInput {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: PersonId;
  @Field(() => Int, { description: 'Their `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'New facts about a person; what is absent stays as it is.' })
export class UpdatePersonInput extends PersonInput {
  @Field(() => String, { nullable: true, description: 'Name as shown to colleagues, 1 to 200 characters.' })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  @Matches(/\S/, NOT_BLANK)
  readonly displayName?: string | null;
  @Field(() => ID, { nullable: true, description: 'The team; `null` for none.' })
  @IsOptional()
  readonly teamId?: TeamId | null;
  @Field(() => ID, { nullable: true, description: 'The person they report to; `null` for nobody.' })
  @IsOptional()
  readonly managerId?: PersonId | null;
  @Field(() => ID, { nullable: true, description: 'A published version of their job role; `null` for none.' })
  @IsOptional()
  readonly jobRoleVersionId?: JobRoleVersionId | null;
  @Field(() => Float, { nullable: true, description: 'Share of a full week, 0 to 1.' })
  @IsOptional()
  @Min(0)
  @Max(1)
  readonly availability?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many people they can mentor at a time, 0 to 20.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(20)
  readonly mentorCapacity?: number | null;
}

@InputType({ description: 'Links a person to a sign-in.' })
export class LinkPersonToMemberInput extends PersonInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The member who is this person; `null` or absent ends the link. Open sessions of the members involved end.',
  })
  @IsOptional()
  readonly memberId!: MemberId | null;
}

@InputType({ description: 'Ends an employment.' })
export class EndEmploymentInput extends PersonInput {
  @Field(() => Day, { description: 'First day on which the person no longer works here.' })
  readonly leftOn!: string;
}

const person = { person: [() => PersonObject, 'The person as they are now.'] } as const;

export const AddTeamResult = resultUnion('AddTeam', 'The team was added.', { team: [() => TeamObject, 'The team.'] });
export const AddPersonResult = resultUnion('AddPerson', 'The person was added.', person);
export const UpdatePersonResult = resultUnion('UpdatePerson', 'The person was changed.', person);
export const LinkPersonToMemberResult = resultUnion(
  'LinkPersonToMember',
  'The link was changed; the members involved sign in again.',
  person,
);
export const EndEmploymentResult = resultUnion(
  'EndEmployment',
  'The employment ends on that day. Give direct reports another manager.',
  person,
);
