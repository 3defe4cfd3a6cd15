/** Why this file exists: the clarity review, the comparison and the difference of job roles as the API shows them. */
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonObject } from '../../../platform/graphql/index.js';
import type { RequirementPart, TextPart } from '../domain/diff-job-role-versions.js';
import { JobRoleTextPartEnum, LifeCycleAreaEnum, RequirementPartEnum } from './job-role.enums.js';
import { RequirementObject } from './job-role.types.js';

@ObjectType('NearestRung', { description: 'The production rung that asks for moved skills at the closest levels.' })
export class NearestRungObject {
  @Field(() => String, { description: 'Key of the job role.' })
  readonly jobRoleKey!: string;
  @Field(() => ID, { nullable: true, description: 'Its current version.' })
  readonly jobRoleVersionId!: string | null;
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;
  @Field(() => Int, { description: 'Its rung, 1 to 5.' })
  readonly rung!: number;
}

@ObjectType('SplitProposal', { description: 'How a research job role with production duties comes apart into two.' })
export class SplitProposalObject {
  @Field(() => String, { description: 'Title of the job role that stays.' })
  readonly staysTitle!: string;
  @Field(() => [String], { description: 'Keys of the skills that stay with it.' })
  readonly staysSkillKeys!: readonly string[];
  @Field(() => [String], { description: 'Keys of the skills that move to a production job role.' })
  readonly movesSkillKeys!: readonly string[];
  @Field(() => NearestRungObject, {
    nullable: true,
    description: 'The job role they fit best; absent when there is none.',
  })
  readonly movesTo!: NearestRungObject | null;
}

@ObjectType('ClarityFinding', {
  description: 'A way in which a job role contradicts itself; it advises, it forbids nothing.',
})
export class ClarityFindingObject {
  @Field(() => String, { description: 'Key of the clarity rule.' })
  readonly rule!: string;
  @Field(() => String, { description: 'What is wrong.' })
  readonly message!: string;
  @Field(() => String, { description: 'A way out.' })
  readonly suggestion!: string;
  @Field(() => [String], { description: 'Keys of the skills involved, sorted.' })
  readonly skillKeys!: readonly string[];
  @Field(() => JsonObject, { description: 'What was counted, in the terms of the rule; `type` names its kind.' })
  readonly facts!: unknown;
  @Field(() => SplitProposalObject, {
    nullable: true,
    description: 'Only where a research job role asks for too many production skills.',
  })
  readonly split!: SplitProposalObject | null;
}

@ObjectType('ClarityRule', { description: 'A rule of the clarity review.' })
export class ClarityRuleObject {
  @Field(() => String, { description: 'Key.' })
  readonly key!: string;
  @Field(() => String, { description: 'When it finds something, in words.' })
  readonly when!: string;
  @Field(() => String, { description: 'What is wrong then.' })
  readonly message!: string;
  @Field(() => String, { description: 'A way out.' })
  readonly suggestion!: string;
  @Field(() => Boolean, {
    description: 'True when it reads growth plans: it never finds anything in a definition alone.',
  })
  readonly readsPlans!: boolean;
}

@ObjectType('LifeCycleCover', { description: "Whether a job role answers for a part of a model's life." })
export class LifeCycleCoverObject {
  @Field(() => LifeCycleAreaEnum, { description: 'The part.' })
  readonly area!: keyof typeof LifeCycleAreaEnum;
  @Field(() => [String], { description: 'Keys of the must-haves that belong to it; empty when it is not covered.' })
  readonly skillKeys!: readonly string[];
}

@ObjectType('SharedRequirement', { description: 'A skill that both job roles ask for.' })
export class SharedRequirementObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'Level on the left, 1 to 5.' })
  readonly leftLevel!: number;
  @Field(() => Int, { description: 'Level on the right, 1 to 5.' })
  readonly rightLevel!: number;
  @Field(() => Int, { description: 'Right minus left, -4 to 4.' })
  readonly difference!: number;
  @Field(() => Boolean, { description: 'Must-have on the left.' })
  readonly isLeftMustHave!: boolean;
  @Field(() => Boolean, { description: 'Must-have on the right.' })
  readonly isRightMustHave!: boolean;
}

@ObjectType('OneSidedRequirement', { description: 'A skill that only one of two job roles asks for.' })
export class OneSidedRequirementObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => Int, { description: 'Its level, 1 to 5.' })
  readonly level!: number;
  @Field(() => Boolean, { description: 'Whether it is a must-have there.' })
  readonly isMustHave!: boolean;
}

@ObjectType('AxisDemand', {
  description:
    'How much a job role asks for on each track: sum of level, weight and affinity. Compare two sides, not two tracks.',
})
export class AxisDemandObject {
  @Field(() => Float, { description: 'On the research track, 0 or more.' })
  readonly research!: number;
  @Field(() => Float, { description: 'On the production track, 0 or more.' })
  readonly production!: number;
}

@ObjectType('DutyComparison', { description: 'Duties of two job roles, compared by their words.' })
export class DutyComparisonObject {
  @Field(() => [String], { description: 'On both sides.' })
  readonly shared!: readonly string[];
  @Field(() => [String], { description: 'On the left only.' })
  readonly onlyLeft!: readonly string[];
  @Field(() => [String], { description: 'On the right only.' })
  readonly onlyRight!: readonly string[];
}

@ObjectType('JobRoleComparison', { description: 'Two job roles side by side. Lists of skills are sorted by key.' })
export class JobRoleComparisonObject {
  @Field(() => [SharedRequirementObject], { description: 'Skills that both ask for.' })
  readonly shared!: readonly SharedRequirementObject[];
  @Field(() => [OneSidedRequirementObject], { description: 'Skills that only the left one asks for.' })
  readonly onlyLeft!: readonly OneSidedRequirementObject[];
  @Field(() => [OneSidedRequirementObject], { description: 'Skills that only the right one asks for.' })
  readonly onlyRight!: readonly OneSidedRequirementObject[];
  @Field(() => AxisDemandObject, { description: 'What the left one asks for per track.' })
  readonly leftDemand!: AxisDemandObject;
  @Field(() => AxisDemandObject, { description: 'What the right one asks for per track.' })
  readonly rightDemand!: AxisDemandObject;
  @Field(() => DutyComparisonObject, { description: 'Outcomes in 12 months.' })
  readonly outcomesIn12Months!: DutyComparisonObject;
  @Field(() => DutyComparisonObject, { description: 'What they own.' })
  readonly owns!: DutyComparisonObject;
  @Field(() => DutyComparisonObject, { description: 'What they do not own.' })
  readonly doesNotOwn!: DutyComparisonObject;
  @Field(() => Float, {
    nullable: true,
    description:
      'Sum of the lower levels by sum of the higher levels over all skills of both, 0 to 1; absent when neither asks for anything.',
  })
  readonly overlapShare!: number | null;
}

@ObjectType('RequirementChange', { description: 'A requirement that two versions ask differently.' })
export class RequirementChangeObject {
  @Field(() => String, { description: 'Key of the skill.' })
  readonly skillKey!: string;
  @Field(() => [RequirementPartEnum], { description: 'What differs.' })
  readonly parts!: readonly RequirementPart[];
  @Field(() => RequirementObject, { description: 'In the first version.' })
  readonly before!: RequirementObject;
  @Field(() => RequirementObject, { description: 'In the second version.' })
  readonly after!: RequirementObject;
}

@ObjectType('JobRoleTextChange', { description: 'A text that differs between two versions, as lines.' })
export class JobRoleTextChangeObject {
  @Field(() => JobRoleTextPartEnum, { description: 'Which text.' })
  readonly part!: TextPart;
  @Field(() => [String], { description: 'In the first version; empty when it says nothing.' })
  readonly before!: readonly string[];
  @Field(() => [String], { description: 'In the second version; empty when it says nothing.' })
  readonly after!: readonly string[];
}

@ObjectType('JobRoleVersionDiff', {
  description: 'What differs between two versions. Lists of requirements are sorted by skill key.',
})
export class JobRoleVersionDiffObject {
  @Field(() => Boolean, { description: 'True when nothing differs.' })
  readonly isEmpty!: boolean;
  @Field(() => [RequirementObject], { description: 'Requirements that only the second version has.' })
  readonly requirementsAdded!: readonly RequirementObject[];
  @Field(() => [RequirementObject], { description: 'Requirements that only the first version has.' })
  readonly requirementsRemoved!: readonly RequirementObject[];
  @Field(() => [RequirementChangeObject], { description: 'Requirements that both have and that differ.' })
  readonly requirementsChanged!: readonly RequirementChangeObject[];
  @Field(() => [JobRoleTextChangeObject], { description: 'Texts that differ.' })
  readonly texts!: readonly JobRoleTextChangeObject[];
}
