/** Why this file exists: inputs of the growth mutations, with their limits. */
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { Day } from '../../../platform/graphql/index.js';
import type { Level } from '../../frameworks/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { OverlayKey } from '../../job-roles/index.js';
import { AssessmentEvidenceInput } from '../../matrices/graphql.js';
import { CHECK_IN_STAGES, type CheckIn, type CheckInStage } from '../domain/check-in.js';
import type { GrowthGoalId } from '../domain/goal.js';
import type { GrowthPlanId } from '../domain/plan.js';
import type { PlanActivityId } from '../store/growth.tables.js';
import { CheckInStageEnum } from './growth.enums.js';

@InputType({ description: 'A plan to make.' })
export class CreateGrowthPlanInput {
  @Field(() => ID, { nullable: true, description: 'The person; yourself when absent.' })
  readonly personId?: PersonId | null;
  @Field(() => ID, { description: 'The job role version to grow towards.' })
  readonly targetJobRoleVersionId!: JobRoleVersionId;
  @Field(() => [String], {
    nullable: true,
    description: 'Keys of overlays that apply to the target; none when absent.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(80, { each: true })
  readonly overlayKeys?: readonly OverlayKey[] | null;
  @Field(() => Day, { nullable: true, description: 'First day; today when absent.' })
  readonly startOn?: string | null;
  @Field(() => Float, { description: 'Hours of each week kept free for the plan, 0.25 to 168.' })
  @Min(0.25)
  @Max(168)
  readonly protectedHoursPerWeek!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours that the person works in a week; from their availability when absent.',
  })
  @IsOptional()
  @Min(1)
  @Max(168)
  readonly weeklyHours?: number | null;
  @Field(() => Day, { nullable: true, description: 'Date of a real deployment that the person takes part in.' })
  readonly deploymentOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What is deployed then, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly deploymentName?: string | null;
}

@InputType({ description: 'Names a plan, and the state of it that you saw.' })
export class GrowthPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  readonly planId!: GrowthPlanId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Changes a plan. What is absent stays as it is.' })
export class UpdateGrowthPlanInput extends GrowthPlanInput {
  @Field(() => Day, { nullable: true, description: 'Day from which everything that is not done is dated anew.' })
  readonly startOn?: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours of each week kept free for the plan, 0.25 to 168; everything that is not done is dated anew.',
  })
  @IsOptional()
  @Min(0.25)
  @Max(168)
  readonly protectedHoursPerWeek?: number | null;
  @Field(() => Float, { nullable: true, description: 'Hours that the person works in a week, 1 to 168.' })
  @IsOptional()
  @Min(1)
  @Max(168)
  readonly weeklyHours?: number | null;
  @Field(() => Day, { nullable: true, description: 'Date of the deployment; null takes it back.' })
  readonly deploymentOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What is deployed then, at most 200 characters; null takes it back.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly deploymentName?: string | null;
}

@InputType({ description: 'Names a mentor.' })
export class NameMentorInput extends GrowthPlanInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The mentor, who has to agree; null or nothing takes the name back.',
  })
  readonly mentorId?: PersonId | null;
}

@InputType({ description: 'Says no to the question whether you mentor somebody.' })
export class DeclineMentoringInput extends GrowthPlanInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 500 characters; the person and their manager read it.',
  })
  @IsOptional()
  @MaxLength(500)
  readonly reason?: string | null;
}

@InputType({ description: 'Closes a plan.' })
export class CloseGrowthPlanInput extends GrowthPlanInput {
  @Field(() => String, { description: 'Why: 5 to 2,000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}

@InputType({ description: 'Names an activity of a plan, and the state of it that you saw.' })
export class PlanActivityInput {
  @Field(() => ID, { description: 'The activity in the plan.' })
  readonly activityId!: PlanActivityId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Names a goal, and the state of it that you saw.' })
export class GrowthGoalInput {
  @Field(() => ID, { description: 'The goal.' })
  readonly goalId!: GrowthGoalId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}
@InputType({ description: 'Hands in the evidence of a goal.' })
export class SubmitGoalEvidenceInput extends GrowthGoalInput {
  @Field(() => [AssessmentEvidenceInput], {
    description: 'One to ten pieces; the strongest decides what they can carry.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AssessmentEvidenceInput)
  readonly evidence!: readonly AssessmentEvidenceInput[];
}
@InputType({ description: 'Drops a goal.' })
export class DropGoalInput extends GrowthGoalInput {
  @Field(() => String, { description: 'Why: 5 to 2,000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}

@InputType({ description: 'Opens a check-in on a goal.' })
export class OpenCheckInInput {
  @Field(() => ID, { description: 'The goal.' })
  readonly goalId!: GrowthGoalId;
  @Field(() => ID, {
    nullable: true,
    description:
      'Who gives the second view: the manager or the mentor who agreed. You when you are one of them, else the manager, when absent.',
  })
  @IsOptional()
  readonly assessorId?: PersonId | null;
}
@InputType({ description: 'Records one stage of a check-in, once.' })
export class RecordCheckInInput {
  @Field(() => ID, { description: 'The check-in.' })
  readonly checkInId!: CheckIn['id'];
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
  @Field(() => CheckInStageEnum, { description: 'Which stage.' })
  @IsIn(CHECK_IN_STAGES)
  readonly stage!: CheckInStage;
  @Field(() => Int, { nullable: true, description: 'The level as you see it, 1 to 5; absent for none yet.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly level?: Level | null;
  @Field(() => String, { description: 'Why; at most 4,000 characters, may be empty.' })
  @MaxLength(4000)
  readonly note!: string;
}
