/** Why this file exists: what visitors and applicants read without signing in, and what the hiring team sees of it. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../../../platform/graphql/index.js';
import type { OrganisationId } from '../../../platform/ids/index.js';
import type { Level } from '../../frameworks/index.js';
import type { ApplicationId, ApplicationStage } from '../domain/application.js';
import type { RequisitionId } from '../domain/requisition.js';
import type { CandidateSource, WithdrawnBy } from '../store/application.tables.js';
import type { EmploymentType } from '../store/requisition.tables.js';
import { ApplicationStageEnum, CandidateSourceEnum, EmploymentTypeEnum, WithdrawnByEnum } from './candidate.enums.js';

@ObjectType('AdvertRequirement', { description: 'What will be assessed of one skill.' })
export class AdvertRequirementObject {
  @Field(() => String, { description: 'Name of the skill.' })
  readonly skillName!: string;
  @Field(() => Int, { description: 'Level that is asked for, 1 to 5.' })
  readonly level!: Level;
  @Field(() => String, { description: 'Name of the level, such as Independent.' })
  readonly levelName!: string;
  @Field(() => Boolean, { description: 'True when strength elsewhere cannot make up for it.' })
  readonly isMustHave!: boolean;
  @Field(() => [String], { description: 'What somebody at this level can be seen doing; may be empty.' })
  readonly indicators!: readonly string[];
}

@ObjectType('Advert', { description: 'The public advert of a posted requisition.' })
export class AdvertObject {
  @Field(() => String, { description: 'The address that it was asked by.' })
  readonly address!: string;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => String, { description: 'Who is hiring.' })
  readonly organisationName!: string;
  @Field(() => String, { nullable: true, description: 'Place of work in words; absent when none is stated.' })
  readonly location!: string | null;
  @Field(() => EmploymentTypeEnum, { nullable: true, description: 'Kind of employment; absent when not stated.' })
  readonly employmentType!: EmploymentType | null;
  @Field(() => Day, { description: 'Day on which it was posted.' })
  readonly postedOn!: string;
  @Field(() => String, { description: 'What the job is for, in a few sentences.' })
  readonly mission!: string;
  @Field(() => [String], { description: 'What is to be reached in 12 months; may be empty.' })
  readonly outcomes!: readonly string[];
  @Field(() => [String], { description: 'What the person will own; may be empty.' })
  readonly owns!: readonly string[];
  @Field(() => [String], { description: 'What the person will not own; may be empty.' })
  readonly doesNotOwn!: readonly string[];
  @Field(() => [AdvertRequirementObject], { description: 'What will be assessed, must-haves first.' })
  readonly requirements!: readonly AdvertRequirementObject[];
  @Field(() => String, {
    nullable: true,
    description:
      'The advert as schema.org JobPosting, JSON-LD that may stand in a page; absent without a place of work.',
  })
  readonly jobPosting!: string | null;
  readonly organisationId!: OrganisationId;
  readonly requisitionId!: RequisitionId;
}

@ObjectType('StatusStep', { description: 'A stage that an application has reached.' })
export class StatusStepObject {
  @Field(() => ApplicationStageEnum, { description: 'The stage.' })
  readonly stage!: ApplicationStage;
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
}

@ObjectType('OwnCandidateData', {
  description: 'What the organisation keeps about an applicant, as the applicant sees it.',
})
export class OwnCandidateDataObject {
  @Field(() => String, { description: 'Name.' })
  readonly displayName!: string;
  @Field(() => String, { nullable: true, description: 'What they do, in a few words.' })
  readonly headline!: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address, mostly hidden: a link can be passed on.' })
  readonly email!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone number, mostly hidden.' })
  readonly phone!: string | null;
  @Field(() => CandidateSourceEnum, { description: 'How the data came to the organisation.' })
  readonly source!: CandidateSource;
  @Field(() => Instant, { description: 'When they were entered.' })
  readonly receivedAt!: string;
  @Field(() => Day, { nullable: true, description: 'Day of the consent; absent when none was written down.' })
  readonly consentedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day until which they may be kept; absent when none was agreed.' })
  readonly keepUntil!: string | null;
}

@ObjectType('ApplicationStatus', {
  description:
    'An application as the applicant sees it: never ratings, verdicts, notes, other candidates, or who interviews.',
})
export class ApplicationStatusObject {
  @Field(() => String, { description: 'Title of the requisition.' })
  readonly requisitionTitle!: string;
  @Field(() => String, { description: 'Who is hiring.' })
  readonly organisationName!: string;
  @Field(() => ApplicationStageEnum, {
    description: 'How far it has come; `DECIDED` also after a hire: a person tells the outcome.',
  })
  readonly stage!: ApplicationStage;
  @Field(() => [StatusStepObject], { description: 'Stages reached, oldest first.' })
  readonly steps!: readonly StatusStepObject[];
  @Field(() => Day, {
    nullable: true,
    description: 'Day by which the next answer is promised; absent without a promise.',
  })
  readonly answerOn!: string | null;
  @Field(() => WithdrawnByEnum, { nullable: true, description: 'Who ended it without a decision.' })
  readonly withdrawnBy!: WithdrawnBy | null;
  @Field(() => Boolean, { description: 'True while `withdrawByLink` is possible.' })
  readonly mayWithdraw!: boolean;
  @Field(() => [AdvertRequirementObject], { description: 'What will be assessed, must-haves first.' })
  readonly requirements!: readonly AdvertRequirementObject[];
  @Field(() => OwnCandidateDataObject, { description: 'What is kept about the applicant.' })
  readonly data!: OwnCandidateDataObject;
  @Field(() => Instant, { description: 'When the link stops working.' })
  readonly linkExpiresAt!: string;
  readonly organisationId!: OrganisationId;
  readonly requisitionId!: RequisitionId;
  readonly applicationId!: ApplicationId;
}

@ObjectType('StatusLink', {
  description: 'A link by which an applicant follows the application; its token is not kept.',
})
export class StatusLinkObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => Instant, { description: 'When it stops working.' })
  readonly expiresAt!: string;
}

@ObjectType('NewStatusLink', { description: 'A status link that was just made.' })
export class NewStatusLinkObject {
  @Field(() => String, {
    nullable: true,
    description: 'The token, shown this once; absent when a repeated call is answered again: make a new link then.',
  })
  readonly token!: string | null;
  @Field(() => Instant, { description: 'When it stops working.' })
  readonly expiresAt!: string;
}

@ObjectType('AnswerPromise', { description: 'The day by which an applicant was promised the next answer.' })
export class AnswerPromiseObject {
  @Field(() => Day, { description: 'The day.' })
  readonly answerOn!: string;
  @Field(() => Instant, { description: 'When it was promised.' })
  readonly madeAt!: string;
}
