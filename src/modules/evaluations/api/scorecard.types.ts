/** Why this file exists: interviews and scorecards as the API shows them. What judges somebody is nullable and decided on the field too. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Sensitive } from '../../../platform/access/index.js';
import { Instant } from '../../../platform/graphql/index.js';
import type { ScorecardState, Verdict } from '../domain/scorecard.js';
import type { InterviewState } from '../store/interview.tables.js';
import { InterviewStateEnum, ScorecardStateEnum, VerdictEnum } from './evaluation.enums.js';
import { KitItemObject } from './kit.types.js';

@ObjectType('Rating', { description: 'One skill rated on one item.' })
export class RatingObject {
  @Field(() => String, { description: 'Key of the item.' })
  readonly itemKey!: string;
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, {
    nullable: true,
    description: '1 to 5 against the anchors, 3 meets the bar; absent when not assessed, or not yet rated in a draft.',
  })
  readonly level!: number | null;
  @Field(() => Boolean, { description: 'True when it could not be assessed; that is never a low score.' })
  readonly isNotAssessed!: boolean;
  @Field(() => String, { description: 'What was seen or heard.' })
  readonly evidence!: string;
}

@ObjectType('ScorecardContent', { description: 'The whole content of a scorecard at one time.' })
export class ScorecardContentObject {
  @Field(() => VerdictEnum, { nullable: true, description: 'The verdict.' })
  readonly verdict!: Verdict | null;
  @Field(() => String, { description: 'The summary.' })
  readonly summary!: string;
  @Field(() => [RatingObject], { description: 'The ratings.' })
  readonly ratings!: readonly RatingObject[];
}

@ObjectType('ScorecardAmendment', { description: 'A later change: what stood before is kept.' })
export class AmendmentObject {
  @Field(() => Instant, { description: 'When.' })
  readonly at!: string;
  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;
  @Field(() => Boolean, { description: 'True when its author could read another scorecard by then.' })
  readonly isAfterSeeingOthers!: boolean;
  @Field(() => ScorecardContentObject, { description: 'What stood before.' })
  readonly before!: ScorecardContentObject;
  @Field(() => ScorecardContentObject, { description: 'What stands after.' })
  readonly after!: ScorecardContentObject;
}

@ObjectType('Scorecard', {
  description: 'One interviewer’s judgement of one interview. You see your own, and those of others once you may.',
})
export class ScorecardObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => ID, { description: 'Id of the interview.' })
  readonly interviewId!: string;
  @Field(() => String, { description: 'Title of the interview.' })
  readonly interviewTitle!: string;
  @Field(() => ScorecardStateEnum, { description: 'Draft or submitted.' })
  readonly state!: ScorecardState;
  @Field(() => Boolean, { description: 'True for somebody who learns; it enters no figure.' })
  readonly isObserver!: boolean;
  @Field(() => Instant, { nullable: true, description: 'When it was submitted.' })
  readonly submittedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When its author last saved it; absent before the first time.' })
  readonly savedAt!: string | null;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  @Field(() => ScorecardContentObject, {
    nullable: true,
    description: 'What it says now: the last amendment, or the original.',
  })
  @Sensitive('submitted-scorecard:read')
  readonly content!: ScorecardContentObject | null;
  @Field(() => ScorecardContentObject, {
    nullable: true,
    description: 'What was submitted, or the draft; no amendment changes it.',
  })
  @Sensitive('submitted-scorecard:read')
  readonly original!: ScorecardContentObject | null;
  @Field(() => [AmendmentObject], { nullable: true, description: 'Later changes, oldest first.' })
  @Sensitive('submitted-scorecard:read')
  readonly amendments!: readonly AmendmentObject[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when what counts now was written after its author could read another scorecard.',
  })
  @Sensitive('submitted-scorecard:read')
  readonly isAfterSeeingOthers!: boolean | null;
  readonly personId!: string;
}

@ObjectType('PanelSeat', {
  description: 'Somebody on the panel of an interview. Of others only this is visible before your own submission.',
})
export class PanelSeatObject {
  @Field(() => Boolean, { description: 'True for somebody who learns.' })
  readonly isObserver!: boolean;
  @Field(() => Boolean, { description: 'True when the scorecard is submitted.' })
  readonly hasSubmitted!: boolean;
  @Field(() => Boolean, { description: 'True when the seat was taken away.' })
  readonly isRemoved!: boolean;
  @Field(() => ID, { description: 'Id of the scorecard, for naming it when it will not come.' })
  readonly scorecardId!: string;
  readonly personId!: string;
}

@ObjectType('PanelProgress', {
  description: 'How many scorecards of an application are submitted, of those that count.',
})
export class PanelProgressObject {
  @Field(() => Int, { description: 'Submitted ones.' })
  readonly submitted!: number;
  @Field(() => Int, { description: 'All that are due.' })
  readonly due!: number;
}

@ObjectType('InterviewItem', { description: 'What to ask, and the skills to rate on it.' })
export class InterviewItemObject {
  @Field(() => KitItemObject, { description: 'The item, with its anchors.' })
  readonly item!: KitItemObject;
  @Field(() => [String], { description: 'Keys of the skills to be rated on it here.' })
  readonly skillKeys!: readonly string[];
}

@ObjectType('Interview', { description: 'One sitting with one applicant.' })
export class InterviewObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => String, { description: 'Key of the kit’s stage.' })
  readonly stageKey!: string;
  @Field(() => Int, { description: 'Minutes.' })
  readonly minutes!: number;
  @Field(() => InterviewStateEnum, { description: 'Where it is.' })
  readonly state!: InterviewState;
  @Field(() => Instant, { nullable: true, description: 'When it is held; absent while no time is set.' })
  readonly scheduledAt!: string | null;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True while your own scorecard is not submitted; absent when you have no seat.',
  })
  readonly isMyScorecardDue!: boolean | null;
  readonly applicationId!: string;
  readonly requisitionId!: string;
  readonly planInterviewId!: string;
}
