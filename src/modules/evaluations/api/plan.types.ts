/** Why this file exists: interview plans and their coverage as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WarningSeverity } from '../domain/plan-warnings.js';
import { WarningSeverityEnum } from './evaluation.enums.js';
import { RatedSkillObject } from './kit.types.js';

@ObjectType('PlannedItem', { description: 'An item to be asked, and the skills to be rated on it.' })
export class PlannedItemObject {
  @Field(() => String, { description: 'Key of the item.' })
  readonly itemKey!: string;
  @Field(() => String, { description: 'Title of the item.' })
  readonly title!: string;
  @Field(() => [RatedSkillObject], { description: 'Skills to be rated on it here.' })
  readonly skills!: readonly RatedSkillObject[];
}

@ObjectType('PlannedSeat', { description: 'Somebody who will be on a panel.' })
export class PlannedSeatObject {
  @Field(() => Boolean, { description: 'True for one who learns; an observer’s ratings enter no figure.' })
  readonly isObserver!: boolean;
  readonly personId!: string;
}

@ObjectType('PlannedInterview', { description: 'One sitting of the plan.' })
export class PlannedInterviewObject {
  @Field(() => ID, { description: 'Id; give it again when you change the plan.' })
  readonly id!: string;
  @Field(() => String, { description: 'Key of the kit’s stage.' })
  readonly stageKey!: string;
  @Field(() => String, { description: 'Title.' })
  readonly title!: string;
  @Field(() => Int, { description: 'Minutes.' })
  readonly minutes!: number;
  @Field(() => [PlannedItemObject], { description: 'What is asked, in order.' })
  readonly items!: readonly PlannedItemObject[];
  @Field(() => [PlannedSeatObject], { description: 'Who asks.' })
  readonly seats!: readonly PlannedSeatObject[];
  @Field(() => Boolean, { description: 'True when interviews were made from it; it stays in the plan then.' })
  readonly isScheduled!: boolean;
}

@ObjectType('CoverageCell', { description: 'One must-have in one planned interview.' })
export class CoverageCellObject {
  @Field(() => ID, { description: 'Id of the planned interview.' })
  readonly plannedInterviewId!: string;
  @Field(() => [String], { description: 'Keys of the items that rate it there; empty when none does.' })
  readonly itemKeys!: readonly string[];
  @Field(() => [ID], { description: 'Ids of the people who rate it there.' })
  readonly raterIds!: readonly string[];
}

@ObjectType('CoverageRow', { description: 'Who assesses one must-have.' })
export class CoverageRowObject {
  @Field(() => RatedSkillObject, { description: 'The skill.' })
  readonly skill!: RatedSkillObject;
  @Field(() => Int, { description: 'Required level, 1 to 5.' })
  readonly requiredLevel!: number;
  @Field(() => [CoverageCellObject], { description: 'One cell for each planned interview, in plan order.' })
  readonly cells!: readonly CoverageCellObject[];
  @Field(() => Int, { description: 'Different raters over all interviews; 0 means that nobody assesses it.' })
  readonly raterCount!: number;
}

@ObjectType('PlanWarning', { description: 'What is wrong or thin in a plan, and how to mend it.' })
export class PlanWarningObject {
  @Field(() => String, { description: 'Stable code in capitals.' })
  readonly code!: string;
  @Field(() => WarningSeverityEnum, { description: 'How much it matters.' })
  readonly severity!: WarningSeverity;
  @Field(() => String, { description: 'What is the matter and how to mend it.' })
  readonly message!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The planned interview it speaks of; absent for the plan as a whole.',
  })
  readonly plannedInterviewId!: string | null;
}

@ObjectType('InterviewPlan', { description: 'The plan of a requisition: every applicant is asked the same by it.' })
export class InterviewPlanObject {
  @Field(() => ID, { description: 'Id of the requisition.' })
  readonly requisitionId!: string;
  @Field(() => Int, { description: 'Pass it with a change; it goes up with each.' })
  readonly version!: number;
  @Field(() => [PlannedInterviewObject], { description: 'Sittings, in the order they are held.' })
  readonly interviews!: readonly PlannedInterviewObject[];
  @Field(() => [CoverageRowObject], { description: 'Must-have by interview: who assesses what.' })
  readonly coverage!: readonly CoverageRowObject[];
  @Field(() => Int, { description: 'Must-haves with at least one rater.' })
  readonly assessedMustHaves!: number;
  @Field(() => [PlanWarningObject], { description: 'Findings; must-haves that nobody assesses come first.' })
  readonly warnings!: readonly PlanWarningObject[];
  readonly kitId!: string;
}

@ObjectType('SuggestedStage', { description: 'Items of one stage in a suggested plan.' })
export class SuggestedStageObject {
  @Field(() => String, { description: 'Key of the stage.' })
  readonly stageKey!: string;
  @Field(() => Int, { description: 'Minutes of its items together.' })
  readonly minutes!: number;
  @Field(() => [PlannedItemObject], { description: 'Items, in kit order.' })
  readonly items!: readonly PlannedItemObject[];
}

@ObjectType('SuggestedPlan', {
  description: 'The fewest items that assess every must-have. Who interviews is left to people.',
})
export class SuggestedPlanObject {
  @Field(() => ID, { description: 'Id of the kit it is taken from.' })
  readonly kitId!: string;
  @Field(() => [SuggestedStageObject], { description: 'Stages that are needed, in kit order.' })
  readonly stages!: readonly SuggestedStageObject[];
  @Field(() => Int, { description: 'Minutes together.' })
  readonly minutes!: number;
  @Field(() => [RatedSkillObject], { description: 'Must-haves that the kit cannot assess at this rung.' })
  readonly uncovered!: readonly RatedSkillObject[];
  @Field(() => Boolean, { description: 'False only when a smaller plan may have been missed.' })
  readonly isSmallest!: boolean;
}
