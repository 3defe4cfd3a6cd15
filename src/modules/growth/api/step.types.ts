/** Why this file exists: what plans and previews have in common as the API shows them: steps, hours and support. */
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../../platform/graphql/index.js';
import { LeverEnum } from '../../frameworks/graphql.js';
import type { Lever } from '../../frameworks/index.js';
import type { PlanStep } from '../domain/plan-steps.js';
import type { SupportFinding } from '../domain/support.js';
import { StepStateEnum, SupportCodeEnum } from './growth.enums.js';

@ObjectType('MissingLevel', { description: 'A level that must be verified before a step can start.' })
export class MissingLevelObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'The level needed, 1 to 5.' })
  readonly level!: number;
  @Field(() => Int, { nullable: true, description: 'The level verified today; absent when not assessed.' })
  readonly held!: number | null;
  @Field(() => String, { description: 'The same in words.' })
  readonly message!: string;
}

@ObjectType('GrowthStep', { description: 'One level of one skill on the way of a plan.' })
export class GrowthStepObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Level before, 0 to 4.' })
  readonly from!: number;
  @Field(() => Int, { description: 'Level after, 1 to 5.' })
  readonly to!: number;
  @Field(() => StepStateEnum, { description: 'How it stands today.' })
  readonly state!: PlanStep['state'];
  @Field(() => [MissingLevelObject], { description: 'Why it is blocked; empty unless it is.' })
  readonly missing!: readonly MissingLevelObject[];
  @Field(() => String, {
    nullable: true,
    description: 'Key of the activity of the plan that raises it; absent when none does and a task has to be agreed.',
  })
  readonly activityKey!: string | null;
}

@ObjectType('PlanLeverHours', { description: 'Hours of a plan by the support that they give.' })
export class PlanLeverHoursObject {
  @Field(() => LeverEnum, { description: 'The support.' })
  readonly lever!: Lever;
  @Field(() => Float, { description: 'Hours, above 0.' })
  readonly hours!: number;
}

@ObjectType('LeverReport', {
  description: 'Where the hours of a plan go. Growth comes from practice: at least half of them should.',
})
export class LeverReportObject {
  @Field(() => [PlanLeverHoursObject], { description: 'Hours by lever, most first.' })
  readonly levers!: readonly PlanLeverHoursObject[];
  @Field(() => Float, { description: 'All hours of the learner.' })
  readonly totalHours!: number;
  @Field(() => Float, { description: 'Hours of pairing, projects and on-call.' })
  readonly practiceHours!: number;
  @Field(() => Float, { nullable: true, description: 'Share of practice, 0 to 1; absent for a plan without hours.' })
  readonly practiceShare!: number | null;
  @Field(() => Boolean, { description: 'True when less than half of the hours is practice.' })
  readonly isBelowTarget!: boolean;
}

@ObjectType('SupportFinding', { description: 'What a bridge plan lacks. While there is any, it does not start.' })
export class SupportFindingObject {
  @Field(() => SupportCodeEnum, { description: 'What is missing.' })
  readonly code!: SupportFinding['code'];
  @Field(() => String, { description: 'What is missing and how to mend it.' })
  readonly message!: string;
}

@ObjectType('StallSignal', {
  description: 'A quarter has passed without accepted evidence: a reason to talk. It says nothing about the person.',
})
export class StallSignalObject {
  @Field(() => Day, {
    description: 'Day of the last accepted evidence, or of the start of the plan when that is later.',
  })
  readonly since!: string;
  @Field(() => Int, { description: 'Days since then.' })
  readonly days!: number;
}
