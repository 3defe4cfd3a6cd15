/** Why this file exists: interview kits as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../../platform/graphql/index.js';
import { TrackEnum } from '../../frameworks/graphql.js';
import type { Track } from '../../frameworks/index.js';
import type { ItemKind } from '../domain/kit.js';
import type { KitState } from '../store/kit.tables.js';
import { ItemKindEnum, KitStateEnum } from './evaluation.enums.js';

@ObjectType('KitStage', { description: 'One sitting of the loop.' })
export class KitStageObject {
  @Field(() => String, { description: 'Key, unique in the kit.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => Int, { description: 'Ceiling for all items asked in it together, minutes.' })
  readonly minutes!: number;
  @Field(() => String, { description: 'How it is held.' })
  readonly format!: string;
}

@ObjectType('RatedSkill', { description: 'A skill that a rating counts towards.' })
export class RatedSkillObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly name!: string;
}

@ObjectType('KitItem', { description: 'A question or task with a description for every rating.' })
export class KitItemObject {
  @Field(() => String, { description: 'Key, unique in the kit.' })
  readonly key!: string;
  @Field(() => String, { description: 'Key of the stage it belongs to.' })
  readonly stageKey!: string;
  @Field(() => ItemKindEnum, { description: 'How it works.' })
  readonly kind!: ItemKind;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => Int, { description: 'Minutes it takes.' })
  readonly minutes!: number;
  @Field(() => [Int], { description: 'Rungs, 1 to 5, for which it is meant.' })
  readonly rungs!: readonly number[];
  @Field(() => String, { description: 'What to ask or set.' })
  readonly prompt!: string;
  @Field(() => [String], { description: 'Questions that dig deeper.' })
  readonly probes!: readonly string[];
  @Field(() => [RatedSkillObject], { description: 'Skills that its rating counts towards.' })
  readonly skills!: readonly RatedSkillObject[];
  @Field(() => [String], { description: 'What ratings 1 to 5 look like; 3 meets the bar of the rung.' })
  readonly anchors!: readonly string[];
  @Field(() => [String], { description: 'Signs that need a word in the debrief.' })
  readonly redFlags!: readonly string[];
  @Field(() => String, { nullable: true, description: 'What must be prepared; absent when nothing.' })
  readonly materials!: string | null;
}

@ObjectType('InterviewKit', { description: 'A version of an interview kit: stages and anchored items.' })
export class KitObject {
  @Field(() => ID, { description: 'Id of this version.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key; all versions of a kit have the same.' })
  readonly key!: string;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => TrackEnum, { description: 'The track it is made for.' })
  readonly track!: Track;
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  readonly number!: number;
  @Field(() => KitStateEnum, { description: 'Where it is in its life.' })
  readonly state!: KitState;
  @Field(() => ID, { nullable: true, description: 'The version it was forked from.' })
  readonly basedOnId!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was published.' })
  readonly publishedAt!: string | null;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  @Field(() => [String], { description: 'What ratings 1 to 5 mean whatever the item.' })
  readonly ratingScale!: readonly string[];
  @Field(() => [KitStageObject], { description: 'Its stages, in the order they are held.' })
  readonly stages!: readonly KitStageObject[];
  @Field(() => [KitItemObject], { description: 'Its items.' })
  readonly items!: readonly KitItemObject[];
}
