/** Why this file exists: assessments as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../../../platform/graphql/index.js';
import { resultUnion } from '../../../platform/graphql/index.js';
import type { AssessmentSource, AssessmentState } from '../domain/assessment.js';
import type { InterviewProvenance } from '../store/assessment.tables.js';
import { EvidenceFileObject } from './evidence-file.types.js';
import { AssessmentSourceEnum, AssessmentStateEnum } from './matrix.enums.js';

@ObjectType('AssessmentEvidence', { description: 'A piece of evidence behind a claim.' })
export class AssessmentEvidenceObject {
  @Field(() => ID, { description: 'Id of the piece.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key of its evidence type in the framework.' })
  readonly typeKey!: string;
  @Field(() => String, { description: 'What it is.' })
  readonly title!: string;
  @Field(() => String, { nullable: true, description: 'Where it can be looked at; absent when the title says it all.' })
  readonly link!: string | null;
  @Field(() => Day, { description: 'Day on which the work was done.' })
  readonly occurredOn!: string;
  @Field(() => Instant, { description: 'When it was handed in.' })
  readonly addedAt!: string;
  @Field(() => [EvidenceFileObject], { description: 'Files that show it, at most five; withdrawn ones too.' })
  readonly files!: readonly EvidenceFileObject[];
}

@ObjectType('AssessmentEvent', { description: 'What happened to an assessment; events are added and never changed.' })
export class AssessmentEventObject {
  @Field(() => Int, { description: '1 for the claim itself, then counting up.' })
  readonly seq!: number;
  @Field(() => AssessmentStateEnum, { description: 'The state from then on.' })
  readonly state!: AssessmentState;
  @Field(() => Int, { nullable: true, description: 'The level confirmed; absent for every other event.' })
  readonly level!: number | null;
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why; always there for a rejection, a revocation and an exemption.',
  })
  readonly reason!: string | null;
  readonly byPersonId!: string | null;
}

@ObjectType('InterviewProvenance', {
  description: 'Where a level that came from interviews was seen, before the first day of work.',
})
export class InterviewProvenanceObject {
  @Field(() => ID, { description: 'The application whose interviews showed it.' })
  readonly applicationId!: string;
  @Field(() => [ID], { description: 'The interviews in which it was rated.' })
  readonly interviewIds!: readonly string[];
  @Field(() => Int, { description: 'How many interviewers rated it.' })
  readonly raterCount!: number;
  @Field(() => Int, {
    description: 'How many ratings counted; they are read through the application, by those who may.',
  })
  readonly ratingCount!: number;
  @Field(() => Int, { description: 'The level that the requisition asked for, which a rating of 3 meets.' })
  readonly requiredLevel!: number;
}

@ObjectType('Assessment', {
  description: 'A claim that a person holds a level of a skill, with its evidence and what happened to it.',
})
export class AssessmentObject {
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly id!: string;
  @Field(() => ID, { description: 'The person whom it is about.' })
  readonly personId!: string;
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => AssessmentSourceEnum, { description: 'Where the claim comes from.' })
  readonly source!: AssessmentSource;
  @Field(() => AssessmentStateEnum, { description: 'Its state now.' })
  readonly state!: AssessmentState;
  @Field(() => Int, { nullable: true, description: 'The level claimed, 1 to 5; absent for an exemption.' })
  readonly proposedLevel!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The level confirmed, or the one claimed while it waits; it counts only while the state says so.',
  })
  readonly level!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Class of the best evidence, 1 stated to 5 accepted outside; absent for an exemption.',
  })
  readonly evidenceClass!: number | null;
  @Field(() => Day, { description: 'The day that the claim speaks of.' })
  readonly validOn!: string;
  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly recordedAt!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'First day on which it no longer counts; absent when it never lapses.',
  })
  readonly expiresOn!: string | null;
  @Field(() => ID, { nullable: true, description: 'The assessment that this one replaces.' })
  readonly supersedesId!: string | null;
  @Field(() => [AssessmentEvidenceObject], { description: 'The evidence, in the order in which it was handed in.' })
  readonly evidence!: readonly AssessmentEvidenceObject[];
  @Field(() => [AssessmentEventObject], { description: 'What happened to it, oldest first.' })
  readonly events!: readonly AssessmentEventObject[];
  @Field(() => Int, { description: 'Pass it with a change, so that nobody overwrites another.' })
  readonly version!: number;
  readonly frameworkVersionId!: string;
  readonly claimantPersonId!: string | null;
  readonly provenance!: InterviewProvenance | null;
}

const changed = { assessment: [() => AssessmentObject, 'The assessment as it is now.'] } as const;

export const ProposeAssessmentResult = resultUnion(
  'ProposeAssessment',
  'Your claim is recorded; with evidence it waits for your manager.',
  changed,
);
export const AssessResult = resultUnion('Assess', 'The claim is recorded and waits for a second person.', changed);
export const ConfirmAssessmentResult = resultUnion('ConfirmAssessment', 'The level counts from now on.', changed);
export const RejectAssessmentResult = resultUnion(
  'RejectAssessment',
  'The claim was sent back with the reason.',
  changed,
);
export const RevokeAssessmentResult = resultUnion('RevokeAssessment', 'The assessment counts no more.', changed);
export const ExemptSkillResult = resultUnion('ExemptSkill', 'The person is not asked for the skill.', changed);
export const AddEvidenceResult = resultUnion('AddEvidence', 'The evidence stands beside the claim.', changed);
