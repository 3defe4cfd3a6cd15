/** Why this file exists: inputs of the assessment mutations, with their limits. */
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { Day } from '../../../platform/graphql/index.js';
import type { FileId } from '../../files/index.js';
import type { EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { AssessmentId } from '../domain/assessment.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEY_MESSAGE = { message: 'a key is lower-case words joined by hyphens, such as data-pipelines' };
const LINK_MESSAGE = { message: 'a link starts with https:// or http://' };

@InputType({ description: 'A piece of evidence.' })
export class AssessmentEvidenceInput {
  @Field(() => String, { description: 'Key of an evidence type of the current framework.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly typeKey!: EvidenceTypeKey;
  @Field(() => String, { description: 'What it is, 1 to 300 characters.' })
  @MinLength(1)
  @MaxLength(300)
  readonly title!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Where it can be looked at: a web address of at most 2,000 characters.',
  })
  @IsOptional()
  @Matches(/^https?:\/\/\S+$/, LINK_MESSAGE)
  @MaxLength(2000)
  readonly link?: string | null;
  @Field(() => Day, { description: 'Day on which the work was done, not later than today.' })
  readonly occurredOn!: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'Files that show it, at most five: sent to /files before, by you, and not used elsewhere.',
  })
  @IsOptional()
  @ArrayMaxSize(5)
  readonly fileIds?: readonly FileId[] | null;
}

@InputType({ description: 'A claim of a level.' })
export class ClaimInputObject {
  @Field(() => String, { description: 'Key of a skill of the current framework.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly skillKey!: SkillKey;
  @Field(() => Int, { description: 'The level claimed, 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly level!: Level;
  @Field(() => [AssessmentEvidenceInput], {
    description:
      'Up to ten pieces; the strongest decides what the claim can carry. None only for what you say of yourself.',
  })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AssessmentEvidenceInput)
  readonly evidence!: readonly AssessmentEvidenceInput[];
  @Field(() => Day, { nullable: true, description: 'The day that the claim speaks of; today when absent.' })
  readonly validOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'First day on which it no longer counts; never when absent.' })
  readonly expiresOn?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'An earlier assessment of the same person and skill that this one replaces once it is confirmed.',
  })
  readonly supersedesId?: AssessmentId | null;
}

@InputType({ description: 'A claim about yourself.' })
export class ProposeAssessmentInput extends ClaimInputObject {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to say where you stand without asking for a review; it never counts as verified.',
  })
  readonly isSelfView?: boolean | null;
}

@InputType({ description: 'A claim about one of your direct reports.' })
export class AssessInput extends ClaimInputObject {
  @Field(() => ID, { description: 'The person assessed.' })
  readonly personId!: PersonId;
  @Field(() => ID, {
    nullable: true,
    description: 'The colleague whose attestation you record; absent for your own view.',
  })
  readonly peerId?: PersonId | null;
}

@InputType({ description: 'Names an assessment, and the state of it that you saw.' })
export class AssessmentInput {
  @Field(() => ID, { description: 'The assessment.' })
  readonly assessmentId!: AssessmentId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}
@InputType({ description: 'Confirms a claim.' })
export class ConfirmAssessmentInput extends AssessmentInput {
  @Field(() => Int, { description: 'The level that you confirm: the one claimed or a lower one, 1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly level!: Level;
}
@InputType({ description: 'Rejects or revokes an assessment.' })
export class AssessmentReasonInput extends AssessmentInput {
  @Field(() => String, { description: 'Why, for the person to read: 5 to 2,000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}
@InputType({ description: 'Adds evidence to a claim of yours that waits for review.' })
export class AddEvidenceInput extends AssessmentInput {
  @Field(() => [AssessmentEvidenceInput], { description: 'One to ten pieces.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AssessmentEvidenceInput)
  readonly evidence!: readonly AssessmentEvidenceInput[];
}
@InputType({ description: 'Exempts a direct report from a skill.' })
export class ExemptSkillInput {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: PersonId;
  @Field(() => String, { description: 'Key of a skill of the current framework.' })
  @Matches(KEY, KEY_MESSAGE)
  @MaxLength(80)
  readonly skillKey!: SkillKey;
  @Field(() => String, { description: 'Why: 5 to 2,000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
  @Field(() => Day, { nullable: true, description: 'First day on which the exemption ends; never when absent.' })
  readonly expiresOn?: string | null;
}
