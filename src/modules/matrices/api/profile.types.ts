/** Why this file exists: profiles, fits and standings as the API shows them. */
import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Sensitive } from '../../../platform/access/index.js';
import { Day, Instant } from '../../../platform/graphql/index.js';
import { SkillObject, TrackEnum } from '../../frameworks/graphql.js';
import type { Track } from '../../frameworks/index.js';
import type { FitStatus } from '../../job-roles/index.js';
import type { AssessmentSource } from '../domain/assessment.js';
import type { Freshness } from '../domain/profile.js';
import { AssessmentObject } from './assessment.types.js';
import { AssessmentSourceEnum, FitStatusEnum, FreshnessEnum } from './matrix.enums.js';

@ArgsType()
export class WhenArgs {
  @Field(() => Day, { nullable: true, description: 'How it was on this day; today when absent.' })
  @IsOptional()
  readonly asOf?: string | null;
  @Field(() => Instant, { nullable: true, description: 'What was known at this moment; now when absent.' })
  @IsOptional()
  readonly knownAt?: string | null;
}

@ObjectType('ProfileEntry', {
  description: 'What is known of one skill of a person. An absent level is unknown, never 0.',
})
export class ProfileEntryObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => SkillObject, {
    nullable: true,
    description: 'The skill in the current framework; absent when it has left the framework.',
  })
  readonly skill!: SkillObject | null;
  @Field(() => Int, { nullable: true, description: 'The verified level, 1 to 5.' })
  readonly level!: number | null;
  @Field(() => AssessmentSourceEnum, {
    nullable: true,
    description: 'Where the verified level comes from; never SELF.',
  })
  readonly source!: AssessmentSource | null;
  @Field(() => Int, { nullable: true, description: 'Class of the best evidence behind it, 1 to 5.' })
  readonly evidenceClass!: number | null;
  @Field(() => Day, { nullable: true, description: 'The day that the verified level speaks of.' })
  readonly validOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'First day on which it no longer counts.' })
  readonly expiresOn!: string | null;
  @Field(() => FreshnessEnum, {
    nullable: true,
    description: 'How old its evidence is; absent when nothing was ever verified.',
  })
  readonly freshness!: Freshness | null;
  @Field(() => Day, { nullable: true, description: 'Last day on which its evidence is fresh.' })
  readonly freshUntil!: string | null;
  @Field(() => Int, { nullable: true, description: 'The verified level that expired, when none took its place.' })
  readonly expiredLevel!: number | null;
  @Field(() => Int, { nullable: true, description: 'What the person says of themselves; never verified.' })
  @Sensitive('self-assessment:read')
  readonly selfLevel!: number | null;
  @Field(() => Int, { nullable: true, description: 'A claim that waits for a reviewer.' })
  readonly proposedLevel!: number | null;
  @Field(() => Boolean, { description: 'True when the person is not asked for this skill.' })
  readonly isExempt!: boolean;
  @Field(() => AssessmentObject, {
    nullable: true,
    description: 'The assessment behind the verified level, with its evidence and where it was seen.',
  })
  readonly assessment!: AssessmentObject | null;
  @Field(() => AssessmentObject, {
    nullable: true,
    description: 'The claim that was sent back last, while no newer one took its place; its events tell why.',
  })
  readonly returnedAssessment!: AssessmentObject | null;
}

@ObjectType('Profile', { description: 'What a person holds, as it was on one day and as it was known at one moment.' })
export class ProfileObject {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: string;
  @Field(() => Day, { description: 'How it was on this day.' })
  readonly asOf!: string;
  @Field(() => Instant, { description: 'What was known at this moment.' })
  readonly knownAt!: string;
  @Field(() => Int, { description: 'Skills of the current framework with a verified level.' })
  readonly knownSkills!: number;
  @Field(() => Int, { description: 'Skills of the current framework.' })
  readonly allSkills!: number;
  @Field(() => [ProfileEntryObject], {
    description: 'One per skill of the current framework in its order, then those that have left it.',
  })
  readonly entries!: readonly ProfileEntryObject[];
}

@ObjectType('FitLine', { description: 'One requirement of a job role, and how a person stands to it.' })
export class FitLineObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'The level asked for, 1 to 5.' })
  readonly required!: number;
  @Field(() => Int, { description: 'Weakest class of evidence that satisfies it when it is a must-have.' })
  readonly requiredEvidenceClass!: number;
  @Field(() => Int, { nullable: true, description: 'The verified level; absent when not assessed.' })
  readonly held!: number | null;
  @Field(() => Int, { nullable: true, description: 'Class of the evidence behind it.' })
  readonly heldEvidenceClass!: number | null;
  @Field(() => Float, { nullable: true, description: 'min(held / required, 1); absent when not assessed.' })
  readonly attainment!: number | null;
  @Field(() => FitStatusEnum, { description: 'How it stands.' })
  readonly status!: FitStatus;
  @Field(() => Boolean, { description: 'Whether it is a must-have.' })
  readonly isMustHave!: boolean;
  @Field(() => Float, { description: 'Its weight, 1 minor to 5 defining.' })
  readonly weight!: number;
}

@ObjectType('FitShares', { description: 'Sums over requirements. Each share is 0 to 1.' })
export class FitSharesObject {
  @Field(() => Float, {
    nullable: true,
    description: 'Weighted attainment over what has been assessed; absent when nothing has. Read it with `coverage`.',
  })
  readonly fit!: number | null;
  @Field(() => Float, { description: 'Share of the weight that has been assessed.' })
  readonly coverage!: number;
  @Field(() => Float, { description: 'What is shown whatever the rest turns out to be: fit × coverage.' })
  readonly demonstrated!: number;
}

@ObjectType('Fit', {
  description: 'How a person stands to a job role: floors first. A percentage never makes up for a missing must-have.',
})
export class FitObject extends FitSharesObject {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: string;
  @Field(() => ID, { description: 'The job role version.' })
  readonly jobRoleVersionId!: string;
  @Field(() => String, { description: 'Key of the job role.' })
  readonly jobRoleKey!: string;
  @Field(() => String, { description: 'Title of the job role.' })
  readonly title!: string;
  @Field(() => TrackEnum, { description: 'Its track.' })
  readonly track!: Track;
  @Field(() => Int, { description: 'Its rung, 1 to 5.' })
  readonly rung!: number;
  @Field(() => [String], { description: 'Keys of the overlays applied.' })
  readonly overlayKeys!: readonly string[];
  @Field(() => [String], { description: 'The fit in sentences: the floors, then readiness, then the percentages.' })
  readonly words!: readonly string[];
  @Field(() => Boolean, {
    description: 'True when every must-have is met on evidence strong enough; no percentage decides it.',
  })
  readonly isReady!: boolean;
  @Field(() => Int, { description: 'Number of must-haves.' })
  readonly mustHaveTotal!: number;
  @Field(() => Int, { description: 'How many of them are met.' })
  readonly mustHaveMet!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of the must-haves that has been assessed, by weight; absent when there are none.',
  })
  readonly mustHaveCoverage!: number | null;
  @Field(() => [FitLineObject], { description: 'The must-haves that are missing, in the order of the requirements.' })
  readonly missing!: readonly FitLineObject[];
  @Field(() => [FitLineObject], { description: 'All requirements, in their order.' })
  readonly lines!: readonly FitLineObject[];
  @Field(() => FitSharesObject, { description: 'Subtotal of the research axis.' })
  readonly research!: FitSharesObject;
  @Field(() => FitSharesObject, { description: 'Subtotal of the production axis.' })
  readonly production!: FitSharesObject;
  @Field(() => Float, {
    nullable: true,
    description:
      'Where somebody stands on the research axis who holds exactly what is asked, 0 to 1; to be read beside `Standing.research`. Absent when nothing is asked there.',
  })
  readonly askedResearch!: number | null;
  @Field(() => Float, { nullable: true, description: 'The same on the production axis.' })
  readonly askedProduction!: number | null;
}

@ObjectType('AxisPosition', { description: 'Where a profile stands on one axis.' })
export class AxisPositionObject {
  @Field(() => Float, {
    nullable: true,
    description: 'What has been shown so far, 0 to 1; absent when nothing of this axis is known.',
  })
  readonly position!: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of the axis that has been assessed, 0 to 1.' })
  readonly coverage!: number | null;
}

@ObjectType('Standing', { description: 'Where a person stands on both ladders. It describes; it ranks nobody.' })
export class StandingObject {
  @Field(() => ID, { description: 'The person.' })
  readonly personId!: string;
  @Field(() => AxisPositionObject, { description: 'Position on the research axis.' })
  readonly research!: AxisPositionObject;
  @Field(() => AxisPositionObject, { description: 'Position on the production axis.' })
  readonly production!: AxisPositionObject;
  @Field(() => Int, { description: 'Skills of the current framework with a verified level.' })
  readonly knownSkills!: number;
  @Field(() => Int, { description: 'Skills of the current framework.' })
  readonly allSkills!: number;
  @Field(() => [FitObject], { description: 'The fit on every rung, by ladder, lowest rung first.' })
  readonly fits!: readonly FitObject[];
}
