/** Why this file exists: candidates and applications as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../../../platform/graphql/index.js';
import type { ApplicationStage } from '../domain/application.js';
import type { ConflictKind } from '../domain/conflict-of-interest.js';
import type { CandidateSource, WithdrawnBy } from '../store/application.tables.js';
import { ApplicationStageEnum, CandidateSourceEnum, ConflictKindEnum, WithdrawnByEnum } from './candidate.enums.js';

@ObjectType('CandidateContact', {
  description: 'How to reach a candidate; for the hiring manager of an application only.',
})
export class CandidateContactObject {
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  readonly email!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  readonly phone!: string | null;
}

@ObjectType('Candidate', { description: 'Somebody who may be hired. Administrators and auditors see the name only.' })
export class CandidateObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => String, { description: 'Name.' })
  readonly displayName!: string;
  @Field(() => String, { nullable: true, description: 'What they do, in a few words; for the hiring team.' })
  readonly headline!: string | null;
  @Field(() => CandidateSourceEnum, {
    nullable: true,
    description: 'How they came to the organisation; for the hiring team.',
  })
  readonly source!: CandidateSource | null;
  @Field(() => Boolean, { nullable: true, description: 'True for an employee; for the hiring team.' })
  readonly isInternal!: boolean | null;
  @Field(() => Instant, { nullable: true, description: 'When they were entered; for the hiring team.' })
  readonly createdAt!: string | null;
  @Field(() => Day, {
    nullable: true,
    description: 'Day on which they agreed that their data are kept; for the hiring team.',
  })
  readonly consentedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day until which they agreed; for the hiring team.' })
  readonly keepUntil!: string | null;
  readonly isOwn!: boolean;
}

@ObjectType('StageChange', { description: 'One step of an application.' })
export class StageChangeObject {
  @Field(() => ApplicationStageEnum, { nullable: true, description: 'Stage before; absent for the first one.' })
  readonly fromStage!: ApplicationStage | null;
  @Field(() => ApplicationStageEnum, { description: 'Stage after.' })
  readonly toStage!: ApplicationStage;
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
  @Field(() => String, { nullable: true, description: 'Note or reason; for the hiring manager and auditors.' })
  readonly note!: string | null;
}

@ObjectType('Application', { description: 'A candidate on a requisition. Nobody with a conflict of interest sees it.' })
export class ApplicationObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => ApplicationStageEnum, { description: 'How far it has come.' })
  readonly stage!: ApplicationStage;
  @Field(() => Instant, { description: 'When it was received.' })
  readonly appliedAt!: string;
  @Field(() => WithdrawnByEnum, { nullable: true, description: 'Who ended it without a decision.' })
  readonly withdrawnBy!: WithdrawnBy | null;
  @Field(() => String, { nullable: true, description: 'Why; for the hiring manager and auditors.' })
  readonly withdrawReason!: string | null;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  readonly requisitionId!: string;
  readonly candidateId!: string;
  /** True for the hiring manager and those who read all applications. */
  readonly isOwn!: boolean;
  readonly isDue!: boolean;
}

@ObjectType('OwnApplication', {
  description: 'An application of your own inside the organisation: its stage, and nothing of what others think.',
})
export class OwnApplicationObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => ID, { description: 'Id of the requisition.' })
  readonly requisitionId!: string;
  @Field(() => String, { description: 'Title of the requisition.' })
  readonly title!: string;
  @Field(() => ApplicationStageEnum, { description: 'How far it has come.' })
  readonly stage!: ApplicationStage;
  @Field(() => Instant, { description: 'When you applied.' })
  readonly appliedAt!: string;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
}

@ObjectType('ConflictOfInterest', {
  description: 'Why one person is barred from an application; computed, and it cannot be lifted.',
})
export class ConflictObject {
  readonly personId!: string;
  @Field(() => [ConflictKindEnum], { description: 'Kinds of conflict.' })
  readonly kinds!: readonly ConflictKind[];
  @Field(() => String, { description: 'The conflicts in words.' })
  readonly words!: string;
}
