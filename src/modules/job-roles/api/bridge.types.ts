/** Why this file exists: the bridge from one job role to another as the API shows it. */
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { GrowthActivityObject, LeverEnum, LevelStepObject } from '../../frameworks/graphql.js';
import type { Lever, UncoveredReason } from '../../frameworks/index.js';
import type { StepBlocker } from '../domain/bridge.js';
import { StepBlockReasonEnum, UncoveredReasonEnum } from './job-role.enums.js';

@ObjectType('BridgeGoal', { description: 'A skill to raise, from the level held to the level needed.' })
export class BridgeGoalObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Level held, 0 when none is known.' })
  readonly from!: number;
  @Field(() => Int, { description: 'Level needed, 1 to 5.' })
  readonly to!: number;
  @Field(() => Boolean, { description: 'False when only a prerequisite of another goal asks for this level.' })
  readonly isAskedByJobRole!: boolean;
}

@ObjectType('StepBlocker', { description: 'What must be reached before a step can be taken.' })
export class StepBlockerObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'Level to reach first, 1 to 5.' })
  readonly level!: number;
  @Field(() => StepBlockReasonEnum, { description: 'Why it comes first.' })
  readonly because!: StepBlocker['because'];
  @Field(() => String, { description: 'The same in a sentence.' })
  readonly message!: string;
}

@ObjectType('BridgeStep', { description: 'One level of one skill on the way.' })
export class BridgeStepObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Level before, 0 to 4.' })
  readonly from!: number;
  @Field(() => Int, { description: 'Level after, 1 to 5.' })
  readonly to!: number;
  @Field(() => [StepBlockerObject], { description: 'What is not held yet; empty for a step that can start now.' })
  readonly blockedBy!: readonly StepBlockerObject[];
  @Field(() => String, {
    nullable: true,
    description: 'Key of the chosen activity that covers it; absent when none does.',
  })
  readonly activityKey!: string | null;
}

@ObjectType('ChosenActivity', { description: 'An activity that was chosen for the way.' })
export class ChosenActivityObject {
  @Field(() => GrowthActivityObject, { description: 'The activity.' })
  readonly activity!: GrowthActivityObject;
  @Field(() => [LevelStepObject], { description: 'The needed steps that it covers first.' })
  readonly covers!: readonly LevelStepObject[];
}

@ObjectType('UncoveredStep', { description: 'A needed step that no chosen activity covers.' })
export class UncoveredStepObject {
  @Field(() => LevelStepObject, { description: 'The step.' })
  readonly step!: LevelStepObject;
  @Field(() => UncoveredReasonEnum, { description: 'Why.' })
  readonly reason!: UncoveredReason;
  @Field(() => String, { description: 'Why, and what to do about it.' })
  readonly message!: string;
}

@ObjectType('LeverHours', { description: 'Hours of the learner by the support that they give.' })
export class LeverHoursObject {
  @Field(() => LeverEnum, { description: 'The support.' })
  readonly lever!: Lever;
  @Field(() => Float, { description: 'Hours, above 0.' })
  readonly hours!: number;
}

@ObjectType('Bridge', { description: 'The way from what is held to what a job role asks for.' })
export class BridgeObject {
  @Field(() => [BridgeGoalObject], { description: 'Skills to raise, in the order of the framework.' })
  readonly goals!: readonly BridgeGoalObject[];
  @Field(() => [BridgeStepObject], { description: 'One level each, every step after all that block it.' })
  readonly steps!: readonly BridgeStepObject[];
  @Field(() => [ChosenActivityObject], { description: 'Activities, most needed steps per hour first.' })
  readonly activities!: readonly ChosenActivityObject[];
  @Field(() => [UncoveredStepObject], { description: 'Steps that no activity covers.' })
  readonly uncovered!: readonly UncoveredStepObject[];
  @Field(() => Float, { description: 'Hours of the learner over all activities; 0 when nothing is missing.' })
  readonly totalHours!: number;
  @Field(() => [LeverHoursObject], { description: 'The same hours by support; only where there are any.' })
  readonly hoursByLever!: readonly LeverHoursObject[];
  @Field(() => Float, {
    nullable: true,
    description: 'Share of the hours in which the learner does the work itself, 0 to 1; absent when nothing is chosen.',
  })
  readonly practiceShare!: number | null;
}
