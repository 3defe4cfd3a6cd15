/** Why this file exists: growth plans as the API shows them. */
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../../../platform/graphql/index.js';
import { ActivityKindEnum, LevelStepObject, LeverEnum } from '../../frameworks/graphql.js';
import type { ActivityKind, Lever } from '../../frameworks/index.js';
import type { ActivityState } from '../domain/planned-activity.js';
import type { GoalState, PlanState } from '../domain/states.js';
import { CheckInObject } from './check-in.types.js';
import { GoalStateEnum, PlanActivityStateEnum, PlanStateEnum } from './growth.enums.js';
import { LeverReportObject, SupportFindingObject } from './step.types.js';

@ObjectType('GrowthGoal', {
  description: 'A skill to raise, from the level held when the goal was set to the level to reach.',
})
export class GrowthGoalObject {
  @Field(() => ID, { description: 'Id of the goal.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'Level held when the goal was set; 0 when none was known.' })
  readonly fromLevel!: number;
  @Field(() => Int, { description: 'Level to reach, 1 to 5.' })
  readonly toLevel!: number;
  @Field(() => Boolean, { description: 'False when only a prerequisite of another goal asks for this level.' })
  readonly isAsked!: boolean;
  @Field(() => GoalStateEnum, { description: 'Where it is.' })
  readonly state!: GoalState;
  @Field(() => Day, {
    nullable: true,
    description: 'First day of its first activity; absent when no activity leads to it.',
  })
  readonly startOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day of its last activity.' })
  readonly endOn!: string | null;
  @Field(() => Int, { description: 'Its place, prerequisites first, from 1.' })
  readonly position!: number;
  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  readonly dropReason!: string | null;
  @Field(() => [CheckInObject], { description: 'Check-ins on it, newest first.' })
  readonly checkIns!: readonly CheckInObject[];
  @Field(() => Int, { description: 'Pass it with a change, so that nobody overwrites another.' })
  readonly version!: number;
  readonly startingAssessmentId!: string | null;
  readonly submittedAssessmentId!: string | null;
  readonly verifiedById!: string | null;
  readonly personId!: string;
  readonly frameworkVersionId!: string;
}

@ObjectType('PlanActivity', { description: 'An activity of a plan, with dates.' })
export class PlanActivityObject {
  @Field(() => ID, { description: 'Id of the activity in this plan.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key of the activity in the framework.' })
  readonly activityKey!: string;
  @Field(() => ActivityKindEnum, { description: 'How it works.' })
  readonly kind!: ActivityKind;
  @Field(() => LeverEnum, { description: 'The support it gives.' })
  readonly lever!: Lever;
  @Field(() => Float, { description: 'Effort of the learner, hours.' })
  readonly hours!: number;
  @Field(() => Int, { description: 'Its length in the schedule, calendar weeks.' })
  readonly weeks!: number;
  @Field(() => Day, { description: 'First day in the schedule.' })
  readonly startOn!: string;
  @Field(() => Day, { description: 'Last day in the schedule.' })
  readonly endOn!: string;
  @Field(() => [LevelStepObject], { description: 'The steps of the plan that it is chosen to raise.' })
  readonly steps!: readonly LevelStepObject[];
  @Field(() => PlanActivityStateEnum, { description: 'Where it is.' })
  readonly state!: ActivityState;
  @Field(() => Day, { nullable: true, description: 'Day on which it began.' })
  readonly startedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day on which it ended.' })
  readonly finishedOn!: string | null;
  @Field(() => Int, { description: 'Pass it with a change, so that nobody overwrites another.' })
  readonly version!: number;
  readonly personId!: string;
  readonly frameworkVersionId!: string;
}

@ObjectType('GrowthPlan', { description: 'A dated way from what a person holds to what a job role asks for.' })
export class GrowthPlanObject {
  @Field(() => ID, { description: 'Id of the plan.' })
  readonly id!: string;
  @Field(() => [String], { description: 'Keys of the overlays that apply to the target.' })
  readonly overlayKeys!: readonly string[];
  @Field(() => PlanStateEnum, { description: 'Where it is in its life.' })
  readonly state!: PlanState;
  @Field(() => Boolean, {
    description: 'True when it leads from one track to the other; then it needs support before it starts.',
  })
  readonly isBridge!: boolean;
  @Field(() => Day, { description: 'First day of the schedule.' })
  readonly startOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day of the last activity.' })
  readonly endOn!: string | null;
  @Field(() => Float, { description: 'Hours of each week kept free for it.' })
  readonly protectedHoursPerWeek!: number;
  @Field(() => Float, { description: 'Hours that the person works in a week.' })
  readonly weeklyHours!: number;
  @Field(() => Instant, { nullable: true, description: 'When the mentor agreed; absent until then.' })
  readonly mentorAgreedAt!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'When the mentor who was asked declined; absent once somebody else is named.',
  })
  readonly mentorDeclinedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why they declined, when they said so.' })
  readonly mentorDeclineReason!: string | null;
  @Field(() => Day, { nullable: true, description: 'Date of the real deployment that the person takes part in.' })
  readonly deploymentOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What is deployed then.' })
  readonly deploymentName!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day of the first start.' })
  readonly startedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day of completion or closing.' })
  readonly endedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was closed.' })
  readonly closeReason!: string | null;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => [GrowthGoalObject], { description: 'Goals, prerequisites first.' })
  readonly goals!: readonly GrowthGoalObject[];
  @Field(() => [PlanActivityObject], { description: 'Activities, by their first place in the schedule.' })
  readonly activities!: readonly PlanActivityObject[];
  @Field(() => LeverReportObject, { description: 'Where its hours go; dropped activities are left out.' })
  readonly leverReport!: LeverReportObject;
  @Field(() => [SupportFindingObject], { description: 'What it lacks as a bridge; empty for other plans.' })
  readonly supportFindings!: readonly SupportFindingObject[];
  @Field(() => Int, { description: 'Pass it with a change, so that nobody overwrites another.' })
  readonly version!: number;
  readonly personId!: string;
  readonly mentorId!: string | null;
  readonly mentorDeclinedById!: string | null;
  readonly targetJobRoleVersionId!: string;
  readonly frameworkVersionId!: string;
}
