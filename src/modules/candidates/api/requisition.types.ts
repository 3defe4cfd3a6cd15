/** Why this file exists: requisitions as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../../platform/graphql/index.js';
import type { ApplicationStage } from '../domain/application.js';
import type { RequisitionState } from '../domain/requisition.js';
import type { EmploymentType } from '../store/requisition.tables.js';
import { ApplicationStageEnum, EmploymentTypeEnum, RequisitionStateEnum } from './candidate.enums.js';

@ObjectType('Requisition', {
  description: 'How many people are wanted for a job role. Employees see the public part of those that are posted.',
})
export class RequisitionObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => RequisitionStateEnum, { description: 'Where it is in its life.' })
  readonly state!: RequisitionState;
  @Field(() => Int, { description: 'People wanted in all, 1 or more.' })
  readonly openings!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'People hired so far; for the hiring manager and those who see all requisitions.',
  })
  readonly filled!: number | null;
  @Field(() => [String], { description: 'Keys of the regulatory overlays that apply.' })
  readonly overlayKeys!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'Name of the AI programme that the hire serves; for the hiring team.',
  })
  readonly initiativeName!: string | null;
  @Field(() => String, { nullable: true, description: 'Place of work.' })
  readonly location!: string | null;
  @Field(() => EmploymentTypeEnum, { nullable: true, description: 'Kind of employment.' })
  readonly employmentType!: EmploymentType | null;
  @Field(() => Boolean, { description: 'True while every employee may read it and apply.' })
  readonly isPosted!: boolean;
  @Field(() => Instant, { nullable: true, description: 'When it was opened; what it asks for is fixed since then.' })
  readonly openedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was closed.' })
  readonly closedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was closed with applications undecided; for the hiring team.',
  })
  readonly closeReason!: string | null;
  @Field(() => Instant, { description: 'When it was drafted.' })
  readonly createdAt!: string;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  @Field(() => [String], { description: 'What should be mended, in words; for the hiring team, else empty.' })
  readonly warnings!: readonly string[];
  readonly jobRoleVersionId!: string;
  readonly hiringManagerId!: string;
  readonly isStaff!: boolean;
  readonly isOwn!: boolean;
}

@ObjectType('RequirementReason', { description: 'Why an overlay changed a requirement.' })
export class RequirementReasonObject {
  @Field(() => String, { description: 'Key of the overlay.' })
  readonly overlayKey!: string;
  @Field(() => String, { description: 'The reason, as the overlay states it.' })
  readonly why!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Level before; absent when the job role did not ask for the skill.',
  })
  readonly fromLevel!: number | null;
  @Field(() => Int, { description: 'Level after.' })
  readonly toLevel!: number;
  @Field(() => Boolean, { description: 'True when it became a must-have.' })
  readonly madeMustHave!: boolean;
}

@ObjectType('RequisitionRequirement', {
  description: 'What a requisition asks of one skill, overlays included; fixed when it was opened.',
})
export class RequisitionRequirementObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Minimum level, 1 to 5.' })
  readonly level!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Level of the job role itself; absent when only an overlay asks for the skill.',
  })
  readonly baseLevel!: number | null;
  @Field(() => Int, { description: 'Weight, 1 minor to 5 defining.' })
  readonly weight!: number;
  @Field(() => Boolean, { description: 'True when strength elsewhere cannot make up for it.' })
  readonly isMustHave!: boolean;
  @Field(() => Int, { description: 'Weakest evidence class that satisfies a must-have, 1 to 5.' })
  readonly minEvidenceClass!: number;
  @Field(() => [String], { description: 'Keys of the kit stages that assess it; may be empty.' })
  readonly stageKeys!: readonly string[];
  @Field(() => [RequirementReasonObject], { description: 'What overlays changed; empty when nothing.' })
  readonly reasons!: readonly RequirementReasonObject[];
}

@ObjectType('StageCount', { description: 'Applications at one stage.' })
export class StageCountObject {
  @Field(() => ApplicationStageEnum, { description: 'The stage.' })
  readonly stage!: ApplicationStage;
  @Field(() => Int, {
    nullable: true,
    description: 'How many; absent when fewer than five and you may only see groups.',
  })
  readonly count!: number | null;
}
