/** Why this file exists: evaluations, comparison, debrief and decision as the API shows them, once the reader may see them. */
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Sensitive } from '../../../platform/access/index.js';
import { Instant } from '../../../platform/graphql/index.js';
import type { ReadDeniedBy } from '../domain/blindness.js';
import type { RequirementStatus } from '../domain/comparison.js';
import type { DecisionOutcome, DecisionReason } from '../domain/decision-reasons.js';
import type { Verdict } from '../domain/scorecard.js';
import {
  DecisionOutcomeEnum,
  DecisionReasonEnum,
  RequirementStatusEnum,
  VerdictEnum,
  WithheldEnum,
} from './evaluation.enums.js';
import { RatedSkillObject } from './kit.types.js';
import { PanelProgressObject, ScorecardObject } from './scorecard.types.js';

@ObjectType('ComparedRating', { description: 'One rating as it counts now.' })
export class ComparedRatingObject {
  @Field(() => String, { description: 'Key of the item.' })
  readonly itemKey!: string;
  @Field(() => Int, { description: '1 to 5 against the anchors; 3 meets the bar. Not a level of the skill.' })
  readonly rating!: number;
  @Field(() => Boolean, { description: 'True when its scorecard was amended after submission.' })
  readonly isAmended!: boolean;
  @Field(() => Boolean, { description: 'True when it was written after its author could read another scorecard.' })
  readonly isInfluenced!: boolean;
  readonly personId!: string;
}

@ObjectType('ComparedCell', { description: 'What the interviews say about one requirement.' })
export class ComparedCellObject {
  @Field(() => RatedSkillObject, { description: 'The skill.' })
  readonly skill!: RatedSkillObject;
  @Field(() => Int, { description: 'Required level, 1 to 5.' })
  readonly requiredLevel!: number;
  @Field(() => Boolean, { description: 'True for a must-have.' })
  readonly isMustHave!: boolean;
  @Field(() => RequirementStatusEnum, { description: 'Met, below or not assessed.' })
  readonly status!: RequirementStatus;
  @Field(() => Int, {
    nullable: true,
    description:
      'Level that the ratings carry, at most the required one; 0 when assessed and nothing carried; absent when not assessed.',
  })
  readonly carriedLevel!: number | null;
  @Field(() => [ComparedRatingObject], { description: 'The ratings, by interviewer; empty when nobody assessed it.' })
  readonly ratings!: readonly ComparedRatingObject[];
  @Field(() => Int, { nullable: true, description: 'Highest minus lowest rating; absent below two.' })
  readonly spread!: number | null;
  @Field(() => Boolean, { description: 'True from a spread of 2 up: to be talked through, not averaged away.' })
  readonly needsDiscussion!: boolean;
}

@ObjectType('ComparedVerdict', { description: 'One interviewer’s verdict.' })
export class ComparedVerdictObject {
  @Field(() => VerdictEnum, { description: 'The verdict.' })
  readonly verdict!: Verdict;
  @Field(() => Boolean, { description: 'True when its scorecard was amended after submission.' })
  readonly isAmended!: boolean;
  @Field(() => Boolean, { description: 'True when it was written after its author could read another scorecard.' })
  readonly isInfluenced!: boolean;
  readonly personId!: string;
}

@ObjectType('InterviewedFit', {
  description: 'Attainment, with all that it must not be read without. Read `floors` first.',
})
export class InterviewedFitObject {
  @Field(() => String, { description: 'Missing must-haves, then those not assessed, in words.' })
  readonly floors!: string;
  @Field(() => [String], { description: 'Keys of must-haves shown below the required level.' })
  readonly missingMustHaves!: readonly string[];
  @Field(() => [String], { description: 'Keys of must-haves that nobody assessed.' })
  readonly unassessedMustHaves!: readonly string[];
  @Field(() => Int, { description: 'Number of must-haves.' })
  readonly mustHaves!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Assessed part of the must-haves by weight, 0 to 1; absent when there are none.',
  })
  readonly mustHaveCoverage!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Attainment over what was assessed, 0 to 1; absent when nothing was.',
  })
  readonly share!: number | null;
  @Field(() => Float, { description: 'Assessed part of all requirements by weight, 0 to 1.' })
  readonly coverage!: number;
}

@ObjectType('CandidateComparison', {
  description: 'What the scorecards of one application say, requirement by requirement.',
})
export class CandidateComparisonObject {
  @Field(() => [ComparedCellObject], { description: 'One for each requirement, in its order.' })
  readonly cells!: readonly ComparedCellObject[];
  @Field(() => InterviewedFitObject, { description: 'Floors first, then attainment.' })
  readonly fit!: InterviewedFitObject;
  @Field(() => [ComparedVerdictObject], { description: 'By interviewer; never counted up.' })
  readonly verdicts!: readonly ComparedVerdictObject[];
}

@ObjectType('DebriefWaiver', { description: 'A scorecard that will not come.' })
export class DebriefWaiverObject {
  @Field(() => ID, { description: 'Id of the scorecard.' })
  readonly scorecardId!: string;
  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;
}

@ObjectType('DebriefAttendee', { description: 'Somebody who was in the debrief.' })
export class DebriefAttendeeObject {
  readonly personId!: string;
}

@ObjectType('Debrief', { description: 'The panel’s talk about an application.' })
export class DebriefObject {
  @Field(() => Instant, { description: 'When it was held.' })
  readonly heldAt!: string;
  @Field(() => String, { description: 'What was said.' })
  readonly notes!: string;
  @Field(() => [DebriefAttendeeObject], { description: 'Who was there.' })
  readonly attendees!: readonly DebriefAttendeeObject[];
  @Field(() => [DebriefWaiverObject], { description: 'Scorecards that will not come, by name.' })
  readonly waivers!: readonly DebriefWaiverObject[];
  @Field(() => Int, { description: 'Pass it with a correction; it goes up with each.' })
  readonly version!: number;
}

@ObjectType('Dissent', { description: 'Somebody of the panel who saw it otherwise, word for word.' })
export class DissentObject {
  @Field(() => String, { description: 'In their own words.' })
  readonly text!: string;
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
  readonly personId!: string;
}

@ObjectType('Decision', { description: 'What one named person decided, once, and why.' })
export class DecisionObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => DecisionOutcomeEnum, { description: 'Accepted or declined.' })
  readonly outcome!: DecisionOutcome;
  @Field(() => [DecisionReasonEnum], { description: 'Reasons from the closed list.' })
  readonly reasonCodes!: readonly DecisionReason[];
  @Field(() => String, { description: 'The reason in words.' })
  readonly reason!: string;
  @Field(() => String, { nullable: true, description: 'What has to happen first or alongside.' })
  readonly conditions!: string | null;
  @Field(() => Instant, { description: 'When.' })
  readonly decidedAt!: string;
  @Field(() => [DissentObject], { description: 'Dissent, oldest first.' })
  readonly dissent!: readonly DissentObject[];
  readonly personId!: string;
}

@ObjectType('ApplicationEvaluation', { description: 'What you may read of the evaluation of one application.' })
export class ApplicationEvaluationObject {
  @Field(() => PanelProgressObject, {
    nullable: true,
    description: 'How many scorecards are submitted; absent when you have no part in it.',
  })
  readonly progress!: PanelProgressObject | null;
  @Field(() => WithheldEnum, {
    nullable: true,
    description: 'Why figures are withheld from you; absent when they are not.',
  })
  readonly withheld!: ReadDeniedBy | null;
  @Field(() => [ScorecardObject], {
    nullable: true,
    description: 'Your own scorecards, and others’ submitted ones once you may read them; in plan order.',
  })
  @Sensitive('submitted-scorecard:read')
  readonly scorecards!: readonly ScorecardObject[] | null;
  @Field(() => DebriefObject, {
    nullable: true,
    description: 'The debrief; absent before it was recorded, and while figures are withheld.',
  })
  @Sensitive('debrief:read')
  readonly debrief!: DebriefObject | null;
  @Field(() => DecisionObject, {
    nullable: true,
    description: 'The decision; absent before it was taken, for interviewers, and while figures are withheld.',
  })
  @Sensitive('decision:read')
  readonly decision!: DecisionObject | null;
  readonly applicationId!: string;
  readonly requisitionId!: string;
}

@ObjectType('ComparedCandidate', { description: 'One application in a comparison.' })
export class ComparedCandidateObject {
  @Field(() => PanelProgressObject, { nullable: true, description: 'How many scorecards are submitted.' })
  readonly progress!: PanelProgressObject | null;
  @Field(() => WithheldEnum, {
    nullable: true,
    description: 'Why its figures are withheld from you; absent when they are not.',
  })
  readonly withheld!: ReadDeniedBy | null;
  @Field(() => CandidateComparisonObject, {
    nullable: true,
    description: 'What its scorecards say; absent while withheld.',
  })
  @Sensitive('submitted-scorecard:read')
  readonly comparison!: CandidateComparisonObject | null;
  readonly applicationId!: string;
}

@ObjectType('CandidateComparisons', {
  description:
    'Applications of one requisition side by side, in the order in which they were received, never by any figure.',
})
export class CandidateComparisonsObject {
  @Field(() => [ComparedCandidateObject], { description: 'The applications that you may see.' })
  readonly candidates!: readonly ComparedCandidateObject[];
}
