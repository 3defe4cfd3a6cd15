/** Why this file exists: inputs and results of the job role mutations. */
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import { TrackEnum } from '../../frameworks/graphql.js';
import type { EvidenceClass, FrameworkVersionId, Level, SkillKey, Track } from '../../frameworks/index.js';
import type { JobRoleKey } from '../domain/job-role.js';
import type { LadderKey } from '../domain/ladder.js';
import type { JobRoleId, JobRoleState, JobRoleVersionId } from '../store/job-role.tables.js';
import { JobRoleStateEnum } from './job-role.enums.js';
import { JobRoleVersionObject } from './job-role.types.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_MESSAGE = { message: 'a key is lower-case words joined by hyphens, such as mle-3' };

@InputType({ description: 'Narrows a list of job roles; what is absent narrows nothing.' })
export class JobRoleFilter {
  @Field(() => TrackEnum, { nullable: true, description: 'Only this track.' })
  @IsOptional()
  readonly track?: Track | null;
  @Field(() => JobRoleStateEnum, {
    nullable: true,
    description: 'Only where the newest version that you see is in this state.',
  })
  @IsOptional()
  readonly state?: JobRoleState | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only where the title of that version contains this text, whatever its case; at most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly text?: string | null;
}

@ArgsType()
export class JobRoleListArgs extends PageArgs {
  @Field(() => JobRoleFilter, { nullable: true, description: 'Narrows the list.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => JobRoleFilter)
  readonly filter?: JobRoleFilter | null;
}

@InputType({ description: 'A new job role.' })
export class CreateJobRoleInput {
  @Field(() => String, { description: 'Key: lower-case words joined by hyphens. It never changes.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly key!: JobRoleKey;
  @Field(() => TrackEnum, { description: 'Its track.' })
  readonly track!: Track;
  @Field(() => Int, { description: 'Its rung, 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly rung!: number;
  @Field(() => String, { nullable: true, description: 'Key of a ladder of the same track; absent for none.' })
  @IsOptional()
  @Matches(KEY, KEY_MESSAGE)
  readonly ladderKey?: LadderKey | null;
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it is for, at most 2000 characters; needed before it is published.',
  })
  @IsOptional()
  @MaxLength(2000)
  readonly mission?: string | null;
  @Field(() => ID, { nullable: true, description: 'The framework version to stand on; absent for the current one.' })
  @IsOptional()
  readonly frameworkVersionId?: FrameworkVersionId | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Starts as a copy of this version: its texts, requirements and framework version, unless said otherwise here. Absent for an empty draft.',
  })
  @IsOptional()
  readonly copyOfId?: JobRoleVersionId | null;
}

@InputType({ description: 'Makes the next draft of a job role.' })
export class DraftJobRoleVersionInput {
  @Field(() => ID, { description: 'The job role.' })
  readonly jobRoleId!: JobRoleId;
  @Field(() => ID, {
    nullable: true,
    description: 'Moves the draft to this framework version; absent, it stands where the newest version stands.',
  })
  @IsOptional()
  readonly frameworkVersionId?: FrameworkVersionId | null;
}

@InputType({ description: 'Names the version to change, and the state of it that you saw.' })
export class JobRoleVersionInput {
  @Field(() => ID, { description: 'The job role version.' })
  readonly jobRoleVersionId!: JobRoleVersionId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'A level of a skill.' })
export class SkillAtLevelInput {
  @Field(() => String, { description: 'Key of the skill.' })
  @Matches(KEY, KEY_MESSAGE)
  readonly skillKey!: SkillKey;
  @Field(() => Int, { description: 'The level, 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly level!: Level;
}

@InputType({ description: 'Codes of occupations outside the product.' })
export class OccupationsInput {
  @Field(() => [String], { description: 'O*NET-SOC occupations, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(200, { each: true })
  readonly onet!: readonly string[];
  @Field(() => [String], { description: 'ESCO occupations, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(200, { each: true })
  readonly esco!: readonly string[];
  @Field(() => [String], { description: 'Codes of SFIA skills, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(200, { each: true })
  readonly sfia!: readonly string[];
}

@InputType({ description: 'New texts of a draft; what is absent stays as it is.' })
export class UpdateJobRoleDraftInput extends JobRoleVersionInput {
  @Field(() => String, { nullable: true, description: 'Title, 1 to 200 characters.' })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  readonly title?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for, at most 2000 characters.' })
  @IsOptional()
  @MaxLength(2000)
  readonly mission?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'What has been reached after 12 months; at most 20 of 500 characters.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(500, { each: true })
  readonly outcomesIn12Months?: readonly string[] | null;
  @Field(() => [String], { nullable: true, description: 'What it answers for; at most 20 of 500 characters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(500, { each: true })
  readonly owns?: readonly string[] | null;
  @Field(() => [String], { nullable: true, description: 'What others answer for; at most 20 of 500 characters.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(500, { each: true })
  readonly doesNotOwn?: readonly string[] | null;
  @Field(() => String, { nullable: true, description: 'Key of the interview kit; `null` clears it.' })
  @IsOptional()
  @Matches(KEY, KEY_MESSAGE)
  readonly kitKey?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'How long somebody stays in it, at most 200 characters; `null` clears it.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly timeBox?: string | null;
  @Field(() => [SkillAtLevelInput], {
    nullable: true,
    description: 'What a person holds when a bridge starts; at most 100.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SkillAtLevelInput)
  readonly entryRequirements?: readonly SkillAtLevelInput[] | null;
  @Field(() => OccupationsInput, { nullable: true, description: 'Occupations outside the product.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OccupationsInput)
  readonly occupations?: OccupationsInput | null;
  @Field(() => ID, { nullable: true, description: 'Moves the draft to this framework version.' })
  @IsOptional()
  readonly frameworkVersionId?: FrameworkVersionId | null;
}

@InputType({ description: 'What a job role asks of one skill.' })
export class RequirementInput extends SkillAtLevelInput {
  @Field(() => Int, { description: 'Weight, 1 minor to 5 defining.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly weight!: number;
  @Field(() => Boolean, { description: 'True when nothing else makes up for it.' })
  @IsBoolean()
  readonly isMustHave!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Weakest evidence class, 1 to 5; absent for that of the level: 1, 2, and 3 from level 3 up.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly minEvidenceClass?: EvidenceClass | null;
  @Field(() => [String], {
    description: 'Keys of the interview stages that assess it, at most 10; empty when other evidence is asked for.',
  })
  @ArrayMaxSize(10)
  @Matches(KEY, { ...KEY_MESSAGE, each: true })
  readonly stages!: readonly string[];
}
@InputType({ description: 'The whole list of requirements of a draft; it replaces the list that is there.' })
export class SetRequirementsInput extends JobRoleVersionInput {
  @Field(() => [RequirementInput], {
    description: 'One per skill, at most 100, in the order in which they are to be read.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RequirementInput)
  readonly requirements!: readonly RequirementInput[];
}

const changed = { jobRoleVersion: [() => JobRoleVersionObject, 'The version as it is now.'] } as const;

export const CreateJobRoleResult = resultUnion('CreateJobRole', 'The job role was made, with a draft.', changed);
export const DraftJobRoleVersionResult = resultUnion('DraftJobRoleVersion', 'The draft was made.', changed);
export const UpdateJobRoleDraftResult = resultUnion('UpdateJobRoleDraft', 'The draft has the new texts.', changed);
export const SetRequirementsResult = resultUnion('SetRequirements', 'The draft has these requirements.', changed);
export const PublishJobRoleVersionResult = resultUnion(
  'PublishJobRoleVersion',
  'The version is published and never changes again.',
  changed,
);
export const RetireJobRoleVersionResult = resultUnion('RetireJobRoleVersion', 'The version is retired.', changed);
