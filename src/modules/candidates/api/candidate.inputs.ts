/** Why this file exists: inputs and results of the mutations of requisitions, candidates and applications. */
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { Day, PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { OverlayKey } from '../../job-roles/index.js';
import type { ApplicationId, ApplicationStage, CandidateId, ForwardStage } from '../domain/application.js';
import type { RequisitionId, RequisitionState } from '../domain/requisition.js';
import type { CandidateSource, RelationKind } from '../store/application.tables.js';
import type { EmploymentType } from '../store/requisition.tables.js';
import { ApplicationObject, CandidateObject, OwnApplicationObject } from './application.types.js';
import * as e from './candidate.enums.js';
import { RequisitionObject } from './requisition.types.js';

@ArgsType()
export class RequisitionsArgs extends PageArgs {
  @Field(() => e.RequisitionStateEnum, { nullable: true, description: 'Only those in this state.' })
  readonly state?: RequisitionState | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those of which you are the hiring manager.' })
  readonly isMine?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  @IsOptional()
  @MaxLength(200)
  readonly text?: string | null;
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those on this requisition.' })
  readonly requisitionId?: RequisitionId | null;
  @Field(() => e.ApplicationStageEnum, { nullable: true, description: 'Only those at this stage.' })
  readonly stage?: ApplicationStage | null;
}

@ArgsType()
export class CandidatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  @IsOptional()
  @MaxLength(200)
  readonly text?: string | null;
}

@InputType({ description: 'Drafts a requisition.' })
export class CreateRequisitionInput {
  @Field(() => ID, { description: 'A published version of the job role.' })
  readonly jobRoleVersionId!: JobRoleVersionId;
  @Field(() => [String], { description: 'Keys of the regulatory overlays that apply; may be empty.' })
  @ArrayMaxSize(10)
  @MaxLength(80, { each: true })
  readonly overlayKeys!: readonly OverlayKey[];
  @Field(() => Int, { description: 'People wanted, 1 to 1000.' })
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly openings!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Title, at most 200 characters; absent for that of the job role.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly title?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the AI programme that the hire serves, at most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly initiativeName?: string | null;
  @Field(() => String, { nullable: true, description: 'Place of work, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly location?: string | null;
  @Field(() => e.EmploymentTypeEnum, { nullable: true, description: 'Kind of employment.' })
  readonly employmentType?: EmploymentType | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Who answers for it; you when absent. Only administrators name somebody else.',
  })
  readonly hiringManagerId?: PersonId | null;
}

@InputType({ description: 'Names a requisition, and the state of it that you saw.' })
export class RequisitionStepInput {
  @Field(() => ID, { description: 'The requisition.' })
  readonly requisitionId!: RequisitionId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Closes a requisition.' })
export class CloseRequisitionInput extends RequisitionStepInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 2000 characters; needed while applications are not decided.',
  })
  @IsOptional()
  @MaxLength(2000)
  readonly reason?: string | null;
}

@InputType({
  description:
    'Shows a requisition to all employees and to everybody who has its public address, or takes it off again.',
})
export class PostRequisitionInput extends RequisitionStepInput {
  @Field(() => Boolean, { description: 'True to show it.' })
  readonly isPosted!: boolean;
}

@InputType({ description: 'Changes a requisition. What is absent stays; an empty text clears.' })
export class UpdateRequisitionInput extends RequisitionStepInput {
  @Field(() => String, { nullable: true, description: 'Title, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly title?: string | null;
  @Field(() => Int, { nullable: true, description: 'People wanted in all, not below those already hired.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly openings?: number | null;
  @Field(() => String, { nullable: true, description: 'Name of the AI programme, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly initiativeName?: string | null;
  @Field(() => String, { nullable: true, description: 'Place of work, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly location?: string | null;
  @Field(() => e.EmploymentTypeEnum, { nullable: true, description: 'Kind of employment.' })
  readonly employmentType?: EmploymentType | null;
}

@InputType({ description: 'Enters a candidate from outside. Employees enter themselves by applying.' })
export class AddCandidateInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  @Matches(/\S/, { message: 'must not be blank' })
  @MinLength(1)
  @MaxLength(200)
  readonly displayName!: string;
  @Field(() => String, { nullable: true, description: 'What they do, at most 200 characters.' })
  @IsOptional()
  @MaxLength(200)
  readonly headline?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  readonly email?: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number, at most 40 characters.' })
  @IsOptional()
  @MaxLength(40)
  readonly phone?: string | null;
  @Field(() => e.CandidateSourceEnum, { description: 'How they came to the organisation.' })
  readonly source!: CandidateSource;
  @Field(() => ID, {
    nullable: true,
    description: 'Employee who referred them; has a conflict of interest from then on.',
  })
  readonly referrerId?: PersonId | null;
  @Field(() => Day, {
    nullable: true,
    description: 'Day on which they agreed that their data are kept, not in the future.',
  })
  readonly consentedOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'Day until which they agreed, today or later.' })
  readonly keepUntil?: string | null;
}

@InputType({ description: 'Puts a candidate on a requisition.' })
export class ApplyInput {
  @Field(() => ID, { description: 'The requisition.' })
  @IsString()
  readonly requisitionId!: RequisitionId;
  @Field(() => ID, { description: 'The candidate.' })
  readonly candidateId!: CandidateId;
}

@InputType({ description: 'Applies for yourself on a posted requisition.' })
export class ApplyInternallyInput {
  @Field(() => ID, { description: 'The posted requisition.' })
  @IsString()
  readonly requisitionId!: RequisitionId;
}

@InputType({ description: 'Names an application, and the state of it that you saw.' })
export class ApplicationStepInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Moves an application on.' })
export class MoveApplicationInput extends ApplicationStepInput {
  @Field(() => e.ForwardStageEnum, {
    description: 'The stage to move it to; stages may be skipped, there is no way back.',
  })
  readonly stage!: ForwardStage;
  @Field(() => String, { nullable: true, description: 'A note for the record, at most 2000 characters.' })
  @IsOptional()
  @MaxLength(2000)
  readonly note?: string | null;
}

@InputType({ description: 'Ends an application without a decision.' })
export class WithdrawApplicationInput extends ApplicationStepInput {
  @Field(() => Boolean, {
    description: 'True when the candidate asked for it; false when the hiring team does, which needs a reason.',
  })
  readonly isByCandidate!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, at most 2000 characters.' })
  @IsOptional()
  @MaxLength(2000)
  readonly reason?: string | null;
}

@InputType({ description: 'Declares that somebody is close to a candidate. It cannot be taken back.' })
export class DeclareRelationInput {
  @Field(() => ID, { description: 'The candidate.' })
  @IsString()
  readonly candidateId!: CandidateId;
  @Field(() => ID, {
    nullable: true,
    description: 'The employee; you when absent. Hiring managers declare for others too.',
  })
  readonly personId?: PersonId | null;
  @Field(() => e.RelationKindEnum, { description: 'How they are close.' })
  readonly kind!: RelationKind;
}

const requisition = { requisition: [() => RequisitionObject, 'The requisition as it is now.'] } as const;
const application = { application: [() => ApplicationObject, 'The application as it is now.'] } as const;
const own = { application: [() => OwnApplicationObject, 'Your application as it is now.'] } as const;

export const CreateRequisitionResult = resultUnion('CreateRequisition', 'The requisition was drafted.', requisition);
export const UpdateRequisitionResult = resultUnion('UpdateRequisition', 'The requisition was changed.', requisition);
export const OpenRequisitionResult = resultUnion(
  'OpenRequisition',
  'The requisition is open; what it asks for is fixed.',
  requisition,
);
export const HoldRequisitionResult = resultUnion('HoldRequisition', 'The requisition is on hold.', requisition);
export const CloseRequisitionResult = resultUnion('CloseRequisition', 'The requisition is closed.', requisition);
export const PostRequisitionResult = resultUnion(
  'PostRequisition',
  'The requisition is shown to employees, or no more.',
  requisition,
);
export const AddCandidateResult = resultUnion('AddCandidate', 'The candidate was entered.', {
  candidate: [() => CandidateObject, 'The candidate.'],
});
export const ApplyResult = resultUnion('Apply', 'The application was received.', application);
export const ApplyInternallyResult = resultUnion('ApplyInternally', 'Your application was received.', own);
export const MoveApplicationResult = resultUnion('MoveApplication', 'The application was moved on.', application);
export const WithdrawApplicationResult = resultUnion('WithdrawApplication', 'The application has ended.', application);
export const WithdrawMyApplicationResult = resultUnion('WithdrawMyApplication', 'Your application has ended.', own);
export const DeclareRelationResult = resultUnion('DeclareRelation', 'The relation is declared.', {
  candidateId: [() => ID, 'Id of the candidate.'],
});
