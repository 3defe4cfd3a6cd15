/** Why this file exists: job roles, their versions and what they ask for, as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant, JsonObject } from '../../../platform/graphql/index.js';
import { SkillObject, TrackEnum } from '../../frameworks/graphql.js';
import type { Track } from '../../frameworks/index.js';
import type { JobRoleState } from '../store/job-role.tables.js';
import { AdvertFormatEnum, JobRoleStateEnum } from './job-role.enums.js';

@ObjectType('Ladder', { description: 'The ordered rungs of a track.' })
export class LadderObject {
  @Field(() => String, { description: 'Key.' })
  readonly key!: string;
  @Field(() => TrackEnum, { description: 'The track it belongs to.' })
  readonly track!: Track;
  @Field(() => String, { description: 'Name.' })
  readonly name!: string;
  @Field(() => String, { description: 'What people on it do, in one sentence.' })
  readonly promise!: string;
}

@ObjectType('JobRole', { description: 'What a person does; what it asks for is said by its versions.' })
export class JobRoleObject {
  @Field(() => ID, { description: 'Id of the job role.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key; the same job role keeps its key for ever.' })
  readonly key!: string;
  @Field(() => TrackEnum, { description: 'The track it belongs to.' })
  readonly track!: Track;
  @Field(() => Int, { description: 'Its rung, 1 to 5; overlays are read at this rung.' })
  readonly rung!: number;
  readonly ladderKey!: string | null;
}

@ObjectType('SkillAtLevel', { description: 'A level of a skill.' })
export class SkillAtLevelObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'The level, 1 to 5.' })
  readonly level!: number;
}

@ObjectType('Occupations', { description: 'Codes of occupations outside the product that a job role lines up with.' })
export class OccupationsObject {
  @Field(() => [String], { description: 'O*NET-SOC occupations.' })
  readonly onet!: readonly string[];
  @Field(() => [String], { description: 'ESCO occupations.' })
  readonly esco!: readonly string[];
  @Field(() => [String], { description: 'Codes of SFIA skills.' })
  readonly sfia!: readonly string[];
}

@ObjectType('JobRoleVersion', { description: 'A version of a job role definition.' })
export class JobRoleVersionObject {
  @Field(() => ID, { description: 'Id of the version.' })
  readonly id!: string;
  readonly jobRoleId!: string;
  @Field(() => Int, { description: 'Its number within the job role, from 1.' })
  readonly number!: number;
  @Field(() => JobRoleStateEnum, { description: 'Where it is in its life.' })
  readonly state!: JobRoleState;
  @Field(() => ID, { description: 'The framework version that it stands on.' })
  readonly frameworkVersionId!: string;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => String, { description: 'What it is for; may be empty in a draft.' })
  readonly mission!: string;
  @Field(() => [String], { description: 'What has been reached after 12 months.' })
  readonly outcomesIn12Months!: readonly string[];
  @Field(() => [String], { description: 'What it answers for.' })
  readonly owns!: readonly string[];
  @Field(() => [String], { description: 'What others answer for.' })
  readonly doesNotOwn!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'Key of the interview kit made for it; absent when there is none.',
  })
  readonly kitKey!: string | null;
  @Field(() => [SkillAtLevelObject], { description: 'What a person holds when a bridge starts; empty otherwise.' })
  readonly entryRequirements!: readonly SkillAtLevelObject[];
  @Field(() => String, { nullable: true, description: 'How long somebody stays in it; absent for no limit.' })
  readonly timeBox!: string | null;
  @Field(() => OccupationsObject, { description: 'Occupations outside the product that it lines up with.' })
  readonly occupations!: OccupationsObject;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was published; absent for a draft.' })
  readonly publishedAt!: string | null;
  @Field(() => Int, { description: 'Counts the changes of the version; name it when you change it.' })
  readonly version!: number;
}

@ObjectType('Requirement', { description: 'What a job role asks of one skill.' })
export class RequirementObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => SkillObject, {
    nullable: true,
    description: 'The skill; absent when the framework version of a draft has it no more.',
  })
  readonly skill!: SkillObject | null;
  @Field(() => Int, { description: 'Minimum level, 1 to 5.' })
  readonly level!: number;
  @Field(() => Int, { description: 'Weight, 1 minor to 5 defining.' })
  readonly weight!: number;
  @Field(() => Boolean, { description: 'True when nothing else makes up for it.' })
  readonly isMustHave!: boolean;
  @Field(() => Int, {
    description: 'Weakest evidence class that can satisfy it when it is a must-have, 1 stated to 5 accepted outside.',
  })
  readonly minEvidenceClass!: number;
  @Field(() => [String], {
    description: 'Keys of the interview stages that assess it; empty when other evidence is asked for.',
  })
  readonly stages!: readonly string[];
}

@ObjectType('RaiseReason', { description: 'Why an overlay changed a requirement.' })
export class RaiseReasonObject {
  @Field(() => String, { description: 'Key of the overlay.' })
  readonly overlayKey!: string;
  @Field(() => String, { description: 'Name of the overlay.' })
  readonly overlayName!: string;
  @Field(() => String, { description: 'Why, in one sentence.' })
  readonly why!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Level before this overlay; absent when the skill was not asked for.',
  })
  readonly fromLevel!: number | null;
  @Field(() => Int, { description: 'Level after this overlay.' })
  readonly toLevel!: number;
  @Field(() => Boolean, { description: 'True when this overlay made it a must-have.' })
  readonly madeMustHave!: boolean;
}

@ObjectType('EffectiveRequirement', {
  description: 'What a job role asks of one skill under overlays: the higher of its own level and the floor.',
})
export class EffectiveRequirementObject extends RequirementObject {
  @Field(() => Int, {
    nullable: true,
    description: 'Level of the job role itself; absent when only an overlay asks for the skill.',
  })
  readonly baseLevel!: number | null;
  @Field(() => [RaiseReasonObject], { description: 'What changed it; empty when nothing did.' })
  readonly reasons!: readonly RaiseReasonObject[];
}

@ObjectType('ImpliedRequirement', {
  description: 'A skill that the prerequisites of the requirements ask for beyond them.',
})
export class ImpliedRequirementObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => SkillObject, {
    nullable: true,
    description: 'The skill; absent when the framework version has it no more.',
  })
  readonly skill!: SkillObject | null;
  @Field(() => Int, { description: 'Level that is needed, 1 to 5.' })
  readonly level!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Level that the job role names; absent when it does not name the skill.',
  })
  readonly namedLevel!: number | null;
}

@ObjectType('JobRoleText', { description: 'A job role in words.' })
export class JobRoleTextObject {
  @Field(() => String, { description: 'The whole definition as Markdown.' })
  readonly markdown!: string;
  @Field(() => JsonObject, { description: 'The advert as a schema.org JobPosting.' })
  readonly jobPosting!: unknown;
}

@ObjectType('JobAdvert', { description: 'An advert text, ready to be copied: duties, exclusions and must-haves.' })
export class JobAdvertObject {
  @Field(() => AdvertFormatEnum, { description: 'Its form.' })
  readonly format!: keyof typeof AdvertFormatEnum;
  @Field(() => String, { description: 'Media type, such as text/html.' })
  readonly mediaType!: string;
  @Field(() => String, { description: 'The text.' })
  readonly content!: string;
}
