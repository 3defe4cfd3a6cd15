/** Why this file exists: inputs and results of the framework mutations. */
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { resultUnion } from '../../../platform/graphql/index.js';
import type { CategoryKey, FrameworkVersionId, SkillKey } from '../domain/framework.js';
import { FrameworkVersionObject } from './framework.types.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_MESSAGE = { message: 'a key is lower-case words joined by hyphens, such as data-pipelines' };

@InputType({ description: 'Names the version to change, and the state of it that you saw.' })
export class FrameworkVersionInput {
  @Field(() => ID, { description: 'The framework version.' })
  readonly frameworkVersionId!: FrameworkVersionId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Makes a draft from a version.' })
export class ForkFrameworkInput {
  @Field(() => ID, { description: 'The version to start from.' })
  readonly frameworkVersionId!: FrameworkVersionId;
  @Field(() => String, { description: 'Title of the draft, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly title!: string;
}

@InputType({ description: 'A category.' })
export class CategoryInput {
  @Field(() => String, { description: 'Key: lower-case words joined by hyphens.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly key!: CategoryKey;
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly name!: string;
  @Field(() => Int, { description: 'Place among the categories, 1 to 1000.' })
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly order!: number;
}
@InputType({ description: 'Adds or changes a category of a draft.' })
export class PutCategoryInput extends FrameworkVersionInput {
  @Field(() => CategoryInput, { description: 'The category.' })
  @ValidateNested()
  @Type(() => CategoryInput)
  readonly category!: CategoryInput;
}

@InputType({ description: 'A prerequisite of a skill.' })
export class PrerequisiteInput {
  @Field(() => String, { description: 'Key of the skill that is needed first.' })
  @Matches(KEY, KEY_MESSAGE)
  readonly skillKey!: SkillKey;
  @Field(() => Int, { description: 'Level needed of it, 1 to 5.' })
  @Min(1)
  @Max(5)
  readonly minLevel!: number;
  @Field(() => Int, { description: 'Level from which it is needed, 2 to 5.' })
  @Min(2)
  @Max(5)
  readonly fromLevel!: number;
}
@InputType({ description: 'Indicators of one level.' })
export class SkillLevelInput {
  @Field(() => [String], { description: 'One to five sentences, each something that can be observed.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @MaxLength(500, { each: true })
  readonly indicators!: readonly string[];
}
@InputType({ description: 'A whole skill.' })
export class SkillInput {
  @Field(() => String, { description: 'Key; the same skill keeps its key for ever.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly key!: SkillKey;
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly name!: string;
  @Field(() => String, { description: 'What it is, in one sentence.' })
  @MinLength(1)
  @MaxLength(1000)
  readonly definition!: string;
  @Field(() => String, { description: 'Key of its category in this version.' })
  @Matches(KEY, KEY_MESSAGE)
  readonly category!: CategoryKey;
  @Field(() => Float, { description: 'How much it belongs to the research track, 0 to 1.' })
  @Min(0)
  @Max(1)
  readonly affinityResearch!: number;
  @Field(() => Float, { description: 'How much it belongs to the production track, 0 to 1.' })
  @Min(0)
  @Max(1)
  readonly affinityProduction!: number;
  @Field(() => [SkillLevelInput], { description: 'The five levels, lowest first.' })
  @ArrayMinSize(5)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => SkillLevelInput)
  readonly levels!: readonly SkillLevelInput[];
  @Field(() => [PrerequisiteInput], { description: 'What must be held first; may be empty.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PrerequisiteInput)
  readonly prerequisites!: readonly PrerequisiteInput[];
}
@InputType({ description: 'Adds or replaces a skill of a draft.' })
export class PutSkillInput extends FrameworkVersionInput {
  @Field(() => SkillInput, { description: 'The whole skill.' })
  @ValidateNested()
  @Type(() => SkillInput)
  readonly skill!: SkillInput;
}
@InputType({ description: 'Takes a skill out of a draft.' })
export class RemoveSkillInput extends FrameworkVersionInput {
  @Field(() => String, { description: 'Key of the skill.' })
  @Matches(KEY, KEY_MESSAGE)
  readonly skillKey!: SkillKey;
}

const changed = { frameworkVersion: [() => FrameworkVersionObject, 'The version as it is now.'] } as const;

export const AdoptLibraryResult = resultUnion(
  'AdoptLibrary',
  'The library is now your organisation’s own: framework, job roles and kits.',
  changed,
);
export const ForkFrameworkResult = resultUnion('ForkFramework', 'The draft was made.', changed);
export const PutCategoryResult = resultUnion('PutCategory', 'The draft has the category.', changed);
export const PutSkillResult = resultUnion('PutSkill', 'The draft has the skill.', changed);
export const RemoveSkillResult = resultUnion('RemoveSkill', 'The draft has the skill no more.', changed);
export const PublishFrameworkResult = resultUnion(
  'PublishFramework',
  'The version is published and never changes again.',
  changed,
);
export const RetireFrameworkResult = resultUnion('RetireFramework', 'The version is retired.', changed);
