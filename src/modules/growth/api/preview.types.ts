/** Why this file exists: a plan that nobody has kept yet, mentors on offer, and people whose plan rests, as the API shows them. */
import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { Day, Instant } from '../../../platform/graphql/index.js';
import { GrowthActivityObject, LevelStepObject } from '../../frameworks/graphql.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { PlanState } from '../domain/states.js';
import { GrowthPlanObject } from './growth-plan.types.js';
import { PlanStateEnum } from './growth.enums.js';
import { GrowthStepObject, LeverReportObject, SupportFindingObject } from './step.types.js';

@ArgsType()
export class PlanPreviewArgs {
  @Field(() => ID, { nullable: true, description: 'The person; yourself when absent.' })
  @IsOptional()
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
  readonly overlayKeys?: readonly string[] | null;
  @Field(() => Day, { nullable: true, description: 'First day of the plan; today when absent.' })
  readonly startOn?: string | null;
  @Field(() => Float, { description: 'Hours of each week kept free for the plan, above 0.' })
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
}

@ObjectType('PreviewGoal', { description: 'A goal that a plan would have.' })
export class PreviewGoalObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Level verified today; 0 when none is known.' })
  readonly fromLevel!: number;
  @Field(() => Int, { description: 'Level to reach, 1 to 5.' })
  readonly toLevel!: number;
  @Field(() => Boolean, { description: 'False when only a prerequisite of another goal asks for this level.' })
  readonly isAsked!: boolean;
  @Field(() => Day, {
    nullable: true,
    description: 'First day of its first activity; absent when no activity leads to it.',
  })
  readonly startOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day of its last activity.' })
  readonly endOn!: string | null;
  readonly startingAssessmentId!: string | null;
}

@ObjectType('PreviewActivity', { description: 'An activity that a plan would have, with dates.' })
export class PreviewActivityObject {
  @Field(() => GrowthActivityObject, { description: 'The activity.' })
  readonly activity!: GrowthActivityObject;
  @Field(() => [LevelStepObject], { description: 'The steps that it is chosen to raise.' })
  readonly steps!: readonly LevelStepObject[];
  @Field(() => Day, { description: 'First day.' })
  readonly startOn!: string;
  @Field(() => Day, { description: 'Last day.' })
  readonly endOn!: string;
  @Field(() => Int, { description: 'Calendar weeks.' })
  readonly weeks!: number;
  @Field(() => Float, { description: 'Hours in each of its weeks.' })
  readonly hoursPerWeek!: number;
}

@ObjectType('GrowthPlanPreview', { description: 'The plan that would be made today. Nothing is kept.' })
export class GrowthPlanPreviewObject {
  @Field(() => Boolean, {
    description: 'True when it leads from one track to the other; then it needs support before it starts.',
  })
  readonly isBridge!: boolean;
  @Field(() => Day, { description: 'First day.' })
  readonly startOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day of the last activity; absent when nothing is missing.' })
  readonly endOn!: string | null;
  @Field(() => Float, { description: 'Hours that the person works in a week.' })
  readonly weeklyHours!: number;
  @Field(() => [PreviewGoalObject], { description: 'Goals, prerequisites first; empty when every level is verified.' })
  readonly goals!: readonly PreviewGoalObject[];
  @Field(() => [GrowthStepObject], { description: 'Steps in an order in which they can be taken.' })
  readonly steps!: readonly GrowthStepObject[];
  @Field(() => [PreviewActivityObject], { description: 'Activities by date.' })
  readonly activities!: readonly PreviewActivityObject[];
  @Field(() => [String], {
    description:
      'Steps that no activity raises and activities that wait for one another, each with what to do about it.',
  })
  readonly notes!: readonly string[];
  @Field(() => LeverReportObject, { description: 'Where its hours go.' })
  readonly leverReport!: LeverReportObject;
  @Field(() => [SupportFindingObject], {
    description: 'What a bridge would still need: a mentor, a deployment, protected time.',
  })
  readonly supportFindings!: readonly SupportFindingObject[];
}

@ObjectType('MentorSuggestion', {
  description: 'Somebody who could guide the learner across the step. It is an offer; both sides may decline.',
})
export class MentorSuggestionObject {
  @Field(() => Int, { description: 'Their verified level.' })
  readonly level!: number;
  @Field(() => Int, { description: 'Levels above the learner; two above come first.' })
  readonly gap!: number;
  @Field(() => Int, { description: 'How many more people they can mentor.' })
  readonly capacityLeft!: number;
  @Field(() => [String], { description: 'Why, the most important first.' })
  readonly reasons!: readonly string[];
  readonly personId!: string;
}

@ObjectType('MentorOffer', { description: 'Mentors for one skill, from those who offered to mentor.' })
export class MentorOfferObject {
  @Field(() => Int, { description: 'Level that the learner holds; 0 when none is known.' })
  readonly fromLevel!: number;
  @Field(() => Int, { description: 'Level to reach.' })
  readonly toLevel!: number;
  @Field(() => [MentorSuggestionObject], { description: 'Best first, at most 20.' })
  readonly suggested!: readonly MentorSuggestionObject[];
  @Field(() => Int, { description: 'How many people offered to mentor at all.' })
  readonly asked!: number;
}

@ObjectType('StalledPerson', { description: 'Somebody whose running plan saw no accepted evidence for a quarter.' })
export class StalledPersonObject {
  @Field(() => Day, {
    description: 'Day of the last accepted evidence, or of the start of the plan when that is later.',
  })
  readonly since!: string;
  @Field(() => GrowthPlanObject, { description: 'The plan.' })
  readonly plan!: GrowthPlanObject;
  readonly personId!: string;
}

@ObjectType('Mentoring', { description: 'A plan that names you as mentor.' })
export class MentoringObject {
  @Field(() => ID, { description: 'Id of the plan, for `agreeToMentor` and `withdrawFromMentoring`.' })
  readonly planId!: string;
  @Field(() => PlanStateEnum, { description: 'Where the plan is in its life.' })
  readonly state!: PlanState;
  @Field(() => Boolean, { description: 'True when it leads from one track to the other.' })
  readonly isBridge!: boolean;
  @Field(() => Day, { description: 'First day of the plan.' })
  readonly startOn!: string;
  @Field(() => Instant, { nullable: true, description: 'When you agreed; absent until then.' })
  readonly agreedAt!: string | null;
  @Field(() => Int, { description: 'Version of the plan; pass it when you agree or withdraw.' })
  readonly version!: number;
  readonly personId!: string;
  readonly targetJobRoleVersionId!: string;
}
