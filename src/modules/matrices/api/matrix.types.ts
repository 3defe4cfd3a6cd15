/** Why this file exists: the skills matrix as the API shows it: arrays, not objects, so that it stays small. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../../platform/graphql/index.js';
import { TeamObject } from '../../people/graphql.js';
import type { LifeCycleArea } from '../../job-roles/index.js';
import { LifeCycleAreaEnum } from '../../job-roles/graphql.js';

@ObjectType('MatrixCoverage', {
  description: 'What a group covers of one skill. A figure about fewer than 5 people is absent, with the reason.',
})
export class MatrixCoverageObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { nullable: true, description: 'People whose job role asks for it.' })
  readonly asked!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Those of them who hold the level that their own job role asks for.',
  })
  readonly met!: number | null;
  @Field(() => Int, { nullable: true, description: 'Those of them whose level nobody verified.' })
  readonly unknown!: number | null;
  @Field(() => String, { nullable: true, description: 'Why the three figures above are absent.' })
  readonly askedReason!: string | null;
  @Field(() => Int, { nullable: true, description: 'People of the whole group with a verified level.' })
  readonly known!: number | null;
  @Field(() => String, { nullable: true, description: 'Why the figure above is absent.' })
  readonly knownReason!: string | null;
}

@ObjectType('SinglePoint', { description: 'A skill that exactly one person of the group holds at level 3 or more.' })
export class SinglePointObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => ID, { description: 'The one person.' })
  readonly personId!: string;
  @Field(() => Int, { description: 'The level they hold.' })
  readonly level!: number;
}

@ObjectType('MatrixCategory', { description: 'A band of neighbouring skills of a matrix.' })
export class MatrixCategoryObject {
  @Field(() => String, { description: 'Key of the category.' })
  readonly key!: string;
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;
  @Field(() => Int, { description: 'How many of the skills, in their order, belong to it.' })
  readonly skillCount!: number;
}

@ObjectType('LifeCycleNeed', {
  description: 'A level that somebody of a group has to hold for a duty of the life cycle.',
})
export class LifeCycleNeedObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'The level, 1 to 5.' })
  readonly level!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'People of the group who hold it; absent where the group is too small for figures.',
  })
  readonly holders!: number | null;
}

@ObjectType('LifeCycleDuty', { description: 'Whether a group can carry one duty of a model in use.' })
export class LifeCycleDutyObject {
  @Field(() => LifeCycleAreaEnum, { description: 'The duty.' })
  readonly area!: LifeCycleArea;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when each need is held by somebody; absent where the group is too small for figures.',
  })
  readonly isCovered!: boolean | null;
  @Field(() => [LifeCycleNeedObject], { description: 'What it takes.' })
  readonly needs!: readonly LifeCycleNeedObject[];
}

@ObjectType('SkillsMatrix', {
  description:
    'Verified levels of a group, as parallel arrays: entry i of each list belongs to person i, character j of each string to skill j. `.` means unknown, or not asked for.',
})
export class SkillsMatrixObject {
  @Field(() => ID, { nullable: true, description: 'The team; absent when everybody within your reach is shown.' })
  readonly teamId!: string | null;
  @Field(() => Day, { description: 'The day of the levels, and who worked here; job roles are those of today.' })
  readonly asOf!: string;
  @Field(() => [String], { description: 'Keys of the skills, in the order of the framework.' })
  readonly skillKeys!: readonly string[];
  @Field(() => [String], { description: 'Their names.' })
  readonly skillNames!: readonly string[];
  @Field(() => [String], { description: 'Names of the levels 1 to 5 of the framework.' })
  readonly levelNames!: readonly string[];
  @Field(() => [MatrixCategoryObject], { description: 'Categories of the skills, in their order, as bands.' })
  readonly categories!: readonly MatrixCategoryObject[];
  @Field(() => [TeamObject], { description: 'Teams of the group, by name.' })
  readonly teams!: readonly { readonly id: string; readonly name: string }[];
  @Field(() => Int, { description: 'Number of people whom the figures speak of.' })
  readonly peopleCount!: number;
  @Field(() => [ID], { description: 'People whose row you may see, by name; empty for those who see figures only.' })
  readonly personIds!: readonly string[];
  @Field(() => [String], { description: 'Their names.' })
  readonly personNames!: readonly string[];
  @Field(() => [Int], {
    nullable: 'items',
    description: 'Their teams, as places in `teams` from 0; absent for a person without a team.',
  })
  readonly personTeams!: readonly (number | null)[];
  @Field(() => [String], { description: 'Keys of their job roles; empty text for a person without one.' })
  readonly jobRoleKeys!: readonly string[];
  @Field(() => [String], { description: 'Titles of their job roles; empty text for a person without one.' })
  readonly jobRoleTitles!: readonly string[];
  @Field(() => [String], { description: 'Verified levels, 1 to 5.' })
  readonly levels!: readonly string[];
  @Field(() => [String], { description: 'Levels that the person’s own job role asks for, overlays applied.' })
  readonly required!: readonly string[];
  @Field(() => [String], {
    description: 'Levels missing to the own job role, 0 to 4; unknown when the level is unknown.',
  })
  readonly gaps!: readonly string[];
  @Field(() => [MatrixCoverageObject], { description: 'Coverage, one per skill.' })
  readonly coverage!: readonly MatrixCoverageObject[];
  @Field(() => [LifeCycleDutyObject], {
    description: 'The five duties of a model in use, and whether they are covered.',
  })
  readonly lifeCycle!: readonly LifeCycleDutyObject[];
  @Field(() => [SinglePointObject], { description: 'Skills that hang on one person, for rows that you may see.' })
  readonly singlePoints!: readonly SinglePointObject[];
}
