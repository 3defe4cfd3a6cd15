/** Why this file exists: inputs and results of the mutations of interviews, scorecards and decisions. */
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PersonId } from '../../../platform/access/index.js';
import { Day, Instant, PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ApplicationObject } from '../../candidates/graphql.js';
import type { ApplicationId } from '../../candidates/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import { PersonObject } from '../../people/graphql.js';
import type { DecisionOutcome, DecisionReason } from '../domain/decision-reasons.js';
import type { InterviewId } from '../domain/interview-plan.js';
import type { ItemKey } from '../domain/kit.js';
import type { ScorecardId, Verdict } from '../domain/scorecard.js';
import type { PlanInterviewId } from '../store/plan.tables.js';
import * as e from './evaluation.enums.js';
import { ApplicationEvaluationObject } from './evaluation.types.js';
import { InterviewObject, ScorecardObject } from './scorecard.types.js';

@ArgsType()
export class MyInterviewsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those for which your scorecard is due; false: only the others.',
  })
  readonly isDue?: boolean | null;
}

@InputType({ description: 'The time of one planned interview.' })
export class InterviewTimeInput {
  @Field(() => ID, { description: 'The planned interview.' })
  readonly plannedInterviewId!: PlanInterviewId;
  @Field(() => Instant, { description: 'When it is held.' })
  @IsString()
  readonly scheduledAt!: string;
}
@InputType({ description: 'Makes the interviews of an application from the plan of its requisition.' })
export class ScheduleInterviewsInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => [InterviewTimeInput], { nullable: true, description: 'Times that are known already.' })
  @IsOptional()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => InterviewTimeInput)
  readonly times?: readonly InterviewTimeInput[] | null;
}

@InputType({ description: 'Sets the time of an interview, or says that it was held or is cancelled.' })
export class UpdateInterviewInput {
  @Field(() => ID, { description: 'The interview.' })
  readonly interviewId!: InterviewId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
  @Field(() => Instant, { nullable: true, description: 'When it is held; absent leaves it.' })
  readonly scheduledAt?: string | null;
  @Field(() => e.NextInterviewStateEnum, { nullable: true, description: 'What has become of it; absent leaves it.' })
  readonly state?: 'DONE' | 'CANCELLED' | null;
}

@InputType({ description: 'Gives a seat on a panel.' })
export class AddToPanelInput {
  @Field(() => ID, { description: 'The interview.' })
  readonly interviewId!: InterviewId;
  @Field(() => ID, { description: 'The employee.' })
  readonly personId!: PersonId;
  @Field(() => Boolean, { description: 'True for one who learns.' })
  @IsBoolean()
  readonly isObserver!: boolean;
}
@InputType({ description: 'Takes a seat on a panel away. It is not given back.' })
export class RemoveFromPanelInput {
  @Field(() => ID, { description: 'The interview.' })
  readonly interviewId!: InterviewId;
  @Field(() => ID, { description: 'The employee.' })
  readonly personId!: PersonId;
  @Field(() => String, { description: 'Why, 5 to 2000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
  @Field(() => Boolean, { description: 'True when a submitted scorecard goes on counting; a draft never does.' })
  readonly isCounted!: boolean;
}

@InputType({ description: 'One skill rated on one item: a level, or not assessed.' })
export class RatingInput {
  @Field(() => String, { description: 'Key of the item.' })
  @MaxLength(80)
  readonly itemKey!: ItemKey;
  @Field(() => String, { description: 'Key of the skill.' })
  @MaxLength(80)
  readonly skillKey!: SkillKey;
  @Field(() => Int, {
    nullable: true,
    description: '1 to 5 against the anchors; absent when not assessed, or not yet rated in a draft.',
  })
  readonly level?: number | null;
  @Field(() => Boolean, { description: 'True when it could not be assessed.' })
  readonly isNotAssessed!: boolean;
  @Field(() => String, { description: 'What was seen or heard, at most 4000 characters; 20 or more behind a level.' })
  @MaxLength(4000)
  readonly evidence!: string;
}
@InputType({ description: 'Names a scorecard, and the state of it that you saw.' })
export class ScorecardStepInput {
  @Field(() => ID, { description: 'Your scorecard.' })
  readonly scorecardId!: ScorecardId;
  @Field(() => Int, { description: 'Its `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}
@InputType({ description: 'The whole content of your scorecard. A draft may have gaps.' })
export class SaveScorecardInput extends ScorecardStepInput {
  @Field(() => e.VerdictEnum, { nullable: true, description: 'Your verdict.' })
  readonly verdict?: Verdict | null;
  @Field(() => String, { description: 'Your summary, at most 8000 characters.' })
  @MaxLength(8000)
  readonly summary!: string;
  @Field(() => [RatingInput], { description: 'Your ratings.' })
  @ArrayMaxSize(400)
  @ValidateNested({ each: true })
  @Type(() => RatingInput)
  readonly ratings!: readonly RatingInput[];
}
@InputType({ description: 'Adds an amendment to your submitted scorecard; the original is kept.' })
export class AmendScorecardInput extends SaveScorecardInput {
  @Field(() => String, { description: 'Why, 5 to 2000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}

@InputType({ description: 'A scorecard that will not come.' })
export class DebriefWaiverInput {
  @Field(() => ID, { description: 'The scorecard.' })
  readonly scorecardId!: ScorecardId;
  @Field(() => String, { description: 'Why, 5 to 2000 characters.' })
  @MaxLength(2000)
  readonly reason!: string;
}
@InputType({ description: 'Records the debrief of an application, or corrects it until the decision.' })
export class RecordDebriefInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => Int, {
    nullable: true,
    description: 'The debrief’s `version` as you read it; absent for the first record.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  readonly version?: number | null;
  @Field(() => Instant, { nullable: true, description: 'When it was held; absent for now.' })
  readonly heldAt?: string | null;
  @Field(() => String, { description: 'What was said, at most 20000 characters.' })
  @MaxLength(20_000)
  readonly notes!: string;
  @Field(() => [ID], { description: 'Who was there; you among them, nobody with a conflict of interest.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  readonly attendeeIds!: readonly PersonId[];
  @Field(() => [DebriefWaiverInput], { description: 'Scorecards that will not come, each by name; may be empty.' })
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DebriefWaiverInput)
  readonly waivers!: readonly DebriefWaiverInput[];
}

@InputType({ description: 'Somebody of the panel who saw it otherwise.' })
export class DissentInput {
  @Field(() => ID, { description: 'Who.' })
  readonly personId!: PersonId;
  @Field(() => String, { description: 'In their own words, 5 to 4000 characters.' })
  @MaxLength(4000)
  readonly text!: string;
}
@InputType({ description: 'Decides on an application, once.' })
export class DecideInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => Int, { description: 'The application’s `version` as you read it.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
  @Field(() => e.DecisionOutcomeEnum, { description: 'Accept or decline.' })
  readonly outcome!: DecisionOutcome;
  @Field(() => [e.DecisionReasonEnum], {
    description: 'Reasons from the closed list, at least one, all of the outcome.',
  })
  @ArrayMaxSize(10)
  readonly reasonCodes!: readonly DecisionReason[];
  @Field(() => String, { description: 'The reason in words, 20 to 8000 characters.' })
  @MaxLength(8000)
  readonly reason!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What has to happen first or alongside, at most 4000 characters. With the reason GAP_WITH_GROWTH_PLAN, 20 or more: who covers the gap, and by when.',
  })
  @IsOptional()
  @MaxLength(4000)
  readonly conditions?: string | null;
  @Field(() => [DissentInput], { nullable: true, description: 'Dissent spoken in the debrief.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DissentInput)
  readonly dissent?: readonly DissentInput[] | null;
}
@InputType({ description: 'Adds your dissent to a decision. The decision stands.' })
export class AddDissentInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => String, { description: 'In your own words, 5 to 4000 characters.' })
  @MaxLength(4000)
  readonly text!: string;
}
@InputType({ description: 'Makes an accepted applicant an employee.' })
export class HireCandidateInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: ApplicationId;
  @Field(() => Int, { description: 'The application’s `version` as you read it.' })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  readonly version!: number;
  @Field(() => ID, { nullable: true, description: 'The team to join; absent for none, or for the same team inside.' })
  readonly teamId?: Id<'Team'> | null;
  @Field(() => ID, { nullable: true, description: 'The manager; absent for none, or for the same manager inside.' })
  readonly managerId?: PersonId | null;
  @Field(() => Day, { description: 'First day of work.' })
  readonly startOn!: string;
}

const evaluation = {
  evaluation: [() => ApplicationEvaluationObject, 'What you may read of the evaluation now.'],
} as const;
const interview = { interview: [() => InterviewObject, 'The interview as it is now.'] } as const;
const scorecard = { scorecard: [() => ScorecardObject, 'Your scorecard as it is now.'] } as const;
const application = { application: [() => ApplicationObject, 'The application as it is now.'] } as const;

export const ScheduleInterviewsResult = resultUnion(
  'ScheduleInterviews',
  'The interviews are made, each with its panel.',
  {
    interviews: [() => [InterviewObject], 'All interviews of the application, in plan order.'],
  },
);
export const UpdateInterviewResult = resultUnion('UpdateInterview', 'The interview was changed.', interview);
export const AddToPanelResult = resultUnion('AddToPanel', 'The seat was given.', interview);
export const RemoveFromPanelResult = resultUnion('RemoveFromPanel', 'The seat was taken away.', interview);
export const SaveScorecardResult = resultUnion('SaveScorecard', 'The draft was saved.', scorecard);
export const SubmitScorecardResult = resultUnion('SubmitScorecard', 'The scorecard is submitted and locked.', {
  ...scorecard,
  ...evaluation,
});
export const AmendScorecardResult = resultUnion(
  'AmendScorecard',
  'The amendment was added; the original is kept.',
  scorecard,
);
export const RecordDebriefResult = resultUnion('RecordDebrief', 'The debrief is recorded.', evaluation);
export const DecideResult = resultUnion('Decide', 'The decision stands.', application);
export const AddDissentResult = resultUnion('AddDissent', 'The dissent is kept beside the decision.', application);
export const HireCandidateResult = resultUnion(
  'HireCandidate',
  'The applicant is an employee; what interviewers saw goes with them.',
  {
    ...application,
    person: [() => PersonObject, 'The employee.'],
  },
);
