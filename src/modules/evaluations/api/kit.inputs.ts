/** Why this file exists: inputs and results of the mutations of kits and plans. */
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import type { RequisitionId } from '../../candidates/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { ItemKey, ItemKind, KitVersionId, StageKey } from '../domain/kit.js';
import type { KitState } from '../store/kit.tables.js';
import type { PlanInterviewId } from '../store/plan.tables.js';
import { ItemKindEnum, KitStateEnum } from './evaluation.enums.js';
import { KitObject } from './kit.types.js';
import { InterviewPlanObject } from './plan.types.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_MESSAGE = { message: 'a key is lower-case words joined by hyphens, such as work-sample' };

@ArgsType()
export class KitsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only versions of the kit with this key.' })
  @IsOptional()
  @MaxLength(80)
  readonly key?: string | null;
  @Field(() => KitStateEnum, { nullable: true, description: 'Only those in this state.' })
  readonly state?: KitState | null;
}

@InputType({ description: 'Makes a draft from a version of a kit.' })
export class ForkKitInput {
  @Field(() => ID, { description: 'The version to start from.' })
  readonly kitId!: KitVersionId;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the draft, at most 200 characters; absent for the same.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly name?: string | null;
}

@InputType({ description: 'Names a kit version, and the state of it that you saw.' })
export class KitStepInput {
  @Field(() => ID, { description: 'The kit version.' })
  readonly kitId!: KitVersionId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'One sitting of the loop.' })
export class KitStageInput {
  @Field(() => String, { description: 'Key: lower-case words joined by hyphens.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly key!: StageKey;
  @Field(() => String, { description: 'Name, at most 200 characters.' })
  @MaxLength(200)
  readonly name!: string;
  @Field(() => Int, { description: 'Ceiling for its items together, 1 to 480 minutes.' })
  @IsInt()
  @Min(1)
  @Max(480)
  readonly minutes!: number;
  @Field(() => String, { description: 'How it is held, at most 500 characters.' })
  @MaxLength(500)
  readonly format!: string;
}

@InputType({ description: 'A question or task. A draft may be unfinished; it is checked when it is published.' })
export class KitItemInput {
  @Field(() => String, { description: 'Key: lower-case words joined by hyphens.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly key!: ItemKey;
  @Field(() => String, { description: 'Key of the stage it belongs to.' })
  @MaxLength(80)
  readonly stageKey!: StageKey;
  @Field(() => ItemKindEnum, { description: 'How it works.' })
  readonly kind!: ItemKind;
  @Field(() => String, { description: 'Title, at most 200 characters.' })
  @MaxLength(200)
  readonly title!: string;
  @Field(() => Int, { description: 'Minutes it takes, 1 to 480.' })
  @IsInt()
  @Min(1)
  @Max(480)
  readonly minutes!: number;
  @Field(() => [Int], { description: 'Rungs, 1 to 5, for which it is meant.' })
  @ArrayMaxSize(5)
  @Min(1, { each: true })
  @Max(5, { each: true })
  readonly rungs!: readonly number[];
  @Field(() => String, { description: 'What to ask or set, at most 4000 characters.' })
  @MaxLength(4000)
  readonly prompt!: string;
  @Field(() => [String], { description: 'Questions that dig deeper, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(1000, { each: true })
  readonly probes!: readonly string[];
  @Field(() => [String], { description: 'Keys of the skills that its rating counts towards, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(80, { each: true })
  readonly skillKeys!: readonly SkillKey[];
  @Field(() => [String], { description: 'What ratings 1 to 5 look like, lowest first.' })
  @ArrayMaxSize(5)
  @MaxLength(1000, { each: true })
  readonly anchors!: readonly string[];
  @Field(() => [String], { description: 'Signs that need a word in the debrief, at most 20.' })
  @ArrayMaxSize(20)
  @MaxLength(500, { each: true })
  readonly redFlags!: readonly string[];
  @Field(() => String, { nullable: true, description: 'What must be prepared, at most 2000 characters.' })
  @IsOptional()
  @MaxLength(2000)
  readonly materials?: string | null;
}

@InputType({ description: 'Replaces a draft of a kit.' })
export class UpdateKitDraftInput extends KitStepInput {
  @Field(() => String, { description: 'Name, at most 200 characters.' })
  @MaxLength(200)
  readonly name!: string;
  @Field(() => [KitStageInput], { description: 'All stages, in the order they are held.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => KitStageInput)
  readonly stages!: readonly KitStageInput[];
  @Field(() => [KitItemInput], { description: 'All items.' })
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => KitItemInput)
  readonly items!: readonly KitItemInput[];
}

@InputType({ description: 'An item to be asked, and the skills to be rated on it.' })
export class PlannedItemInput {
  @Field(() => String, { description: 'Key of the item.' })
  @MaxLength(80)
  readonly itemKey!: ItemKey;
  @Field(() => [String], { description: 'Keys of the skills to be rated on it, each one of the item’s own.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @MaxLength(80, { each: true })
  readonly skillKeys!: readonly SkillKey[];
}

@InputType({ description: 'Somebody who will be on a panel.' })
export class PlannedSeatInput {
  @Field(() => ID, { description: 'The employee.' })
  readonly personId!: PersonId;
  @Field(() => Boolean, { description: 'True for one who learns.' })
  @IsBoolean()
  readonly isObserver!: boolean;
}

@InputType({ description: 'One sitting of the plan.' })
export class PlannedInterviewInput {
  @Field(() => ID, { nullable: true, description: 'Id of one that is in the plan already; absent for a new one.' })
  readonly id?: PlanInterviewId | null;
  @Field(() => String, { description: 'Key of the kit’s stage.' })
  @MaxLength(80)
  readonly stageKey!: StageKey;
  @Field(() => String, {
    nullable: true,
    description: 'Title, at most 200 characters; absent for the name of the stage.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly title?: string | null;
  @Field(() => Int, { nullable: true, description: 'Minutes, 1 to 480; absent for those of its items together.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(480)
  readonly minutes?: number | null;
  @Field(() => [PlannedItemInput], { description: 'What is asked, in order, 1 to 20.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlannedItemInput)
  readonly items!: readonly PlannedItemInput[];
  @Field(() => [PlannedSeatInput], { description: 'Who asks, at most 10; may be empty for now.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => PlannedSeatInput)
  readonly seats!: readonly PlannedSeatInput[];
}

@InputType({ description: 'The whole interview plan of a requisition.' })
export class PlanInterviewsInput {
  @Field(() => ID, { description: 'The requisition.' })
  readonly requisitionId!: RequisitionId;
  @Field(() => Int, { nullable: true, description: 'The plan’s `version` as you read it; absent for the first plan.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  readonly version?: number | null;
  @Field(() => ID, { description: 'The kit version whose items are asked; a published one.' })
  readonly kitId!: KitVersionId;
  @Field(() => [PlannedInterviewInput], { description: 'All sittings, in the order they are held, 1 to 12.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => PlannedInterviewInput)
  readonly interviews!: readonly PlannedInterviewInput[];
}

const kit = { kit: [() => KitObject, 'The kit version as it is now.'] } as const;
export const ForkKitResult = resultUnion('ForkKit', 'The draft was made.', kit);
export const UpdateKitDraftResult = resultUnion('UpdateKitDraft', 'The draft was replaced.', kit);
export const PublishKitResult = resultUnion('PublishKit', 'The kit version is published and never changes again.', kit);
export const PlanInterviewsResult = resultUnion('PlanInterviews', 'The plan was written.', {
  interviewPlan: [() => InterviewPlanObject, 'The plan as it is now, with its coverage.'],
});
