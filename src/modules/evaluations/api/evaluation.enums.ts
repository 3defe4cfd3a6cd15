/** Why this file exists: the enums of evaluations in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../frameworks/graphql.js';
import type { ReadDeniedBy } from '../domain/blindness.js';
import type { RequirementStatus } from '../domain/comparison.js';
import { DECISION_REASONS, type DecisionReason } from '../domain/decision-reasons.js';
import { ITEM_KINDS } from '../domain/kit.js';
import { SCORECARD_STATES, VERDICTS } from '../domain/scorecard.js';
import type { WarningSeverity } from '../domain/plan-warnings.js';
import { INTERVIEW_STATES } from '../store/interview.tables.js';
import { KIT_STATES } from '../store/kit.tables.js';

export const KitStateEnum = enumOf(KIT_STATES);
registerEnumType(KitStateEnum, {
  name: 'KitState',
  description: 'Where a kit version is in its life.',
  valuesMap: {
    DRAFT: { description: 'Can be edited.' },
    PUBLISHED: { description: 'Never changes again; plans use it.' },
    RETIRED: { description: 'No new plan uses it.' },
  },
});

export const ItemKindEnum = enumOf(ITEM_KINDS);
registerEnumType(ItemKindEnum, {
  name: 'ItemKind',
  description: 'How an item finds out what somebody can do.',
  valuesMap: {
    QUESTION: { description: 'Asks about what was done.' },
    SCENARIO: { description: 'Asks what would be done.' },
    WORK_SAMPLE: { description: 'A piece of work with prepared materials, rated by two.' },
    REVIEW_EXERCISE: { description: 'Judging the work of others.' },
    PRESENTATION: { description: 'Presenting own work.' },
  },
});

export const InterviewStateEnum = enumOf(INTERVIEW_STATES);
registerEnumType(InterviewStateEnum, {
  name: 'InterviewState',
  description: 'Where an interview is.',
  valuesMap: {
    PLANNED: { description: 'To be held.' },
    DONE: { description: 'Was held.' },
    CANCELLED: { description: 'Will not be held; nothing is due for it.' },
  },
});

export const NextInterviewStateEnum = enumOf(['DONE', 'CANCELLED'] as const);
registerEnumType(NextInterviewStateEnum, {
  name: 'NextInterviewState',
  description: 'What can become of a planned interview.',
  valuesMap: {
    DONE: { description: 'It was held.' },
    CANCELLED: { description: 'It will not be held; a new one can be made from the plan.' },
  },
});

export const ScorecardStateEnum = enumOf(SCORECARD_STATES);
registerEnumType(ScorecardStateEnum, {
  name: 'ScorecardState',
  description: 'Where a scorecard is.',
  valuesMap: {
    DRAFT: { description: 'Seen by its author only.' },
    SUBMITTED: { description: 'Locked; amendments are added beside it.' },
  },
});

export const VerdictEnum = enumOf(VERDICTS);
registerEnumType(VerdictEnum, {
  name: 'Verdict',
  description: 'What an interviewer would do. There is no neutral one on purpose.',
  valuesMap: {
    STRONG_NO: { description: 'Not to be hired, with conviction.' },
    NO: { description: 'Not to be hired.' },
    YES: { description: 'To be hired.' },
    STRONG_YES: { description: 'To be hired, with conviction.' },
  },
});

export const WarningSeverityEnum = enumOf<WarningSeverity>(['BROKEN', 'WARN', 'INFO']);
registerEnumType(WarningSeverityEnum, {
  name: 'PlanWarningSeverity',
  description: 'How much a finding about a plan matters.',
  valuesMap: {
    BROKEN: { description: 'The plan cannot be used so.' },
    WARN: { description: 'It weakens the evidence.' },
    INFO: { description: 'Worth knowing.' },
  },
});

export const RequirementStatusEnum = enumOf<RequirementStatus>(['MET', 'BELOW', 'NOT_ASSESSED']);
registerEnumType(RequirementStatusEnum, {
  name: 'InterviewedRequirementStatus',
  description: 'What the interviews say about one requirement.',
  valuesMap: {
    MET: { description: 'Shown at the required level.' },
    BELOW: { description: 'Shown below the required level.' },
    NOT_ASSESSED: { description: 'Nobody assessed it: unknown, which is not a low score.' },
  },
});

export const WithheldEnum = enumOf<ReadDeniedBy>([
  'CONFLICT_OF_INTEREST',
  'DRAFT_OF_ANOTHER',
  'OWN_SCORECARD_DUE',
  'REMOVED_FROM_PANEL',
  'NOT_INVOLVED',
  'PANEL_INCOMPLETE',
  'FIGURES_NOT_SHARED',
]);
registerEnumType(WithheldEnum, {
  name: 'WithheldReason',
  description: 'Why others’ judgement, or figures, are withheld from you.',
  valuesMap: {
    CONFLICT_OF_INTEREST: { description: 'You have a conflict of interest.' },
    DRAFT_OF_ANOTHER: { description: 'It is not submitted.' },
    OWN_SCORECARD_DUE: { description: 'A scorecard of your own on this application is not submitted.' },
    REMOVED_FROM_PANEL: { description: 'You are no longer on the panel.' },
    NOT_INVOLVED: { description: 'You have no part in this application.' },
    PANEL_INCOMPLETE: { description: 'A scorecard of the panel is still due; figures wait for it.' },
    FIGURES_NOT_SHARED: { description: 'The organisation does not share figures with interviewers.' },
  },
});

export const DecisionOutcomeEnum = enumOf(['ACCEPT', 'DECLINE'] as const);
registerEnumType(DecisionOutcomeEnum, {
  name: 'DecisionOutcome',
  description: 'What was decided.',
  valuesMap: {
    ACCEPT: { description: 'The applicant is accepted.' },
    DECLINE: { description: 'The applicant is declined.' },
  },
});

const reasons = Object.keys(DECISION_REASONS) as DecisionReason[];
export const DecisionReasonEnum = enumOf(reasons);
registerEnumType(DecisionReasonEnum, {
  name: 'DecisionReason',
  description: 'Grounds of a decision. What is not in this list is no ground.',
  valuesMap: Object.fromEntries(reasons.map((reason) => [reason, { description: DECISION_REASONS[reason].words }])),
});
