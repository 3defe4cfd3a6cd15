/** Why this file exists: frameworks as the API shows them. */
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../../platform/graphql/index.js';
import type { ActivityKind, Lever } from '../domain/framework.js';
import type { Impact } from '../extension-points.js';
import type { FrameworkState } from '../store/framework.tables.js';
import { ActivityKindEnum, FrameworkStateEnum, ImpactKindEnum, LeverEnum } from './framework.enums.js';

@ObjectType('Category', { description: 'A group of skills.' })
export class CategoryObject {
  @Field(() => String, { description: 'Key, unique within the version.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => Int, { description: 'Place among the categories, from 1.' })
  readonly order!: number;
}

@ObjectType('SkillLevel', { description: 'What a level of a skill looks like.' })
export class SkillLevelObject {
  @Field(() => Int, { description: 'The level, 1 to 5.' })
  readonly level!: number;
  @Field(() => String, { description: 'Name of the level on the scale, such as Independent.' })
  readonly name!: string;
  @Field(() => [String], { description: 'What can be observed in a person who holds it.' })
  readonly indicators!: readonly string[];
}

@ObjectType('Prerequisite', { description: 'To hold `fromLevel` of a skill, hold `minLevel` of another one.' })
export class PrerequisiteObject {
  @Field(() => String, { description: 'Key of the skill that is needed first.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Its name.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'The level that is needed of it, 1 to 5.' })
  readonly minLevel!: number;
  @Field(() => Int, { description: 'The level from which it is needed, 2 to 5.' })
  readonly fromLevel!: number;
}

@ObjectType('Skill', { description: 'A skill in one framework version.' })
export class SkillObject {
  @Field(() => ID, { description: 'Id of the skill in this version.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key; the same skill has the same key in every version.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => String, { description: 'What it is, in one sentence.' })
  readonly definition!: string;
  @Field(() => CategoryObject, { description: 'The group it belongs to.' })
  readonly category!: CategoryObject;
  @Field(() => Float, { description: 'How much it belongs to the research track, 0 to 1.' })
  readonly affinityResearch!: number;
  @Field(() => Float, { description: 'How much it belongs to the production track, 0 to 1.' })
  readonly affinityProduction!: number;
  @Field(() => [SkillLevelObject], { description: 'The five levels, lowest first.' })
  readonly levels!: readonly SkillLevelObject[];
  @Field(() => [PrerequisiteObject], { description: 'What must be held first.' })
  readonly prerequisites!: readonly PrerequisiteObject[];
  @Field(() => [String], { description: 'Links to outside frameworks, such as `SFIA DENG` or `GMLP 2`.' })
  readonly references!: readonly string[];
}

@ObjectType('EvidenceType', { description: 'A kind of evidence, and what it can carry.' })
export class EvidenceTypeObject {
  @Field(() => String, { description: 'Key.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => Int, { description: 'Evidence class, 1 stated to 5 accepted by an outside authority.' })
  readonly strength!: number;
  @Field(() => Int, { description: 'Highest level it can support alone, 1 to 5.' })
  readonly maxLevel!: number;
  @Field(() => Int, { description: 'Months after its date until which it is fresh.' })
  readonly freshMonths!: number;
  @Field(() => String, { description: 'Who can confirm it.' })
  readonly verifiedBy!: string;
  @Field(() => String, { description: 'What to look for.' })
  readonly note!: string;
}

@ObjectType('LevelStep', { description: 'One level of one skill.' })
export class LevelStepObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'Level before the step, 0 to 4; 0 means nothing held.' })
  readonly from!: number;
  @Field(() => Int, { description: 'Level after the step, 1 to 5.' })
  readonly to!: number;
}

@ObjectType('ActivityEvidence', { description: 'Evidence that an activity ends in.' })
export class ActivityEvidenceObject {
  @Field(() => String, { description: 'Key of the evidence type.' })
  readonly typeKey!: string;
  @Field(() => String, { description: 'What it must show.' })
  readonly show!: string;
}

@ObjectType('GrowthActivity', {
  description: 'A way to raise skills by one step at a time; it ends in evidence, not in attendance.',
})
export class GrowthActivityObject {
  @Field(() => String, { description: 'Key.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => ActivityKindEnum, { description: 'How it works.' })
  readonly kind!: ActivityKind;
  @Field(() => LeverEnum, { description: 'The support it gives.' })
  readonly lever!: Lever;
  @Field(() => String, { description: 'What happens.' })
  readonly summary!: string;
  @Field(() => String, { description: 'Who guides it.' })
  readonly host!: string;
  @Field(() => Float, { description: 'Effort of the learner, hours.' })
  readonly hours!: number;
  @Field(() => Float, { description: 'Usual length, calendar weeks.' })
  readonly weeks!: number;
  @Field(() => [LevelStepObject], { description: 'The steps it can raise.' })
  readonly raises!: readonly LevelStepObject[];
  @Field(() => [ActivityEvidenceObject], { description: 'The evidence it ends in.' })
  readonly evidence!: readonly ActivityEvidenceObject[];
}

@ObjectType('FrameworkVersion', { description: 'A version of the organisation’s skill framework.' })
export class FrameworkVersionObject {
  @Field(() => ID, { description: 'Id of the version.' })
  readonly id!: string;
  @Field(() => Int, { description: 'Its number within the organisation, from 1.' })
  readonly number!: number;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => FrameworkStateEnum, { description: 'Where it is in its life.' })
  readonly state!: FrameworkState;
  @Field(() => ID, { nullable: true, description: 'The version it was forked from; absent for an adopted one.' })
  readonly basedOnId!: string | null;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was published; absent for a draft.' })
  readonly publishedAt!: string | null;
  @Field(() => Int, { description: 'Counts the changes of the record; name it when you change it.' })
  readonly version!: number;
}

@ObjectType('Impact', { description: 'A record that a change of skills touches.' })
export class ImpactObject {
  @Field(() => ImpactKindEnum, { description: 'Kind of record.' })
  readonly kind!: Impact['kind'];
  @Field(() => ID, { description: 'Id of the record.' })
  readonly id!: string;
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;
  @Field(() => [String], { description: 'Keys of the skills through which it is touched.' })
  readonly skillKeys!: readonly string[];
}

@ObjectType('SkillChange', { description: 'A skill that differs between two versions.' })
export class SkillChangeObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => [String], {
    description: 'What differs: NAME, DEFINITION, CATEGORY, AFFINITY, INDICATORS, PREREQUISITES, REFERENCES.',
  })
  readonly parts!: readonly string[];
}

@ObjectType('FrameworkDiff', { description: 'What differs between two versions, and what that touches.' })
export class FrameworkDiffObject {
  @Field(() => [String], { description: 'Keys of skills that only the second version has.' })
  readonly skillsAdded!: readonly string[];
  @Field(() => [String], { description: 'Keys of skills that only the first version has.' })
  readonly skillsRemoved!: readonly string[];
  @Field(() => [SkillChangeObject], { description: 'Skills that both have and that differ.' })
  readonly skillsChanged!: readonly SkillChangeObject[];
  @Field(() => [String], { description: 'Keys of categories that were added, removed or changed.' })
  readonly categoriesTouched!: readonly string[];
  @Field(() => [String], { description: 'Keys of activities that were added, removed or changed.' })
  readonly activitiesTouched!: readonly string[];
  @Field(() => [ImpactObject], {
    description: 'Records that ask for, or work on, a skill that was changed or removed.',
  })
  readonly impact!: readonly ImpactObject[];
}
