/** Why this file exists: what the growth mutations answer. */
import { ID } from '@nestjs/graphql';
import { resultUnion } from '../../../platform/graphql/index.js';
import { GrowthPlanObject } from './growth-plan.types.js';
import { MentoringObject } from './preview.types.js';
import { CheckInObject } from './check-in.types.js';

const changed = { growthPlan: [() => GrowthPlanObject, 'The plan as it is now.'] } as const;
const mentoring = { mentoring: [() => MentoringObject, 'The plan, as its mentor sees it now.'] } as const;
const checkedIn = { checkIn: [() => CheckInObject, 'The check-in as it is now.'] } as const;

export const CreateGrowthPlanResult = resultUnion('CreateGrowthPlan', 'The plan is kept as a draft.', changed);
export const UpdateGrowthPlanResult = resultUnion(
  'UpdateGrowthPlan',
  'The plan has the changes, its open activities new dates.',
  changed,
);
export const StartGrowthPlanResult = resultUnion('StartGrowthPlan', 'The plan is running.', changed);
export const PauseGrowthPlanResult = resultUnion('PauseGrowthPlan', 'The plan rests.', changed);
export const ResumeGrowthPlanResult = resultUnion('ResumeGrowthPlan', 'The plan is running again.', changed);
export const CompleteGrowthPlanResult = resultUnion('CompleteGrowthPlan', 'The plan is completed.', changed);
export const CloseGrowthPlanResult = resultUnion('CloseGrowthPlan', 'The plan is closed.', changed);
export const NameMentorResult = resultUnion('NameMentor', 'The mentor is named and has to agree.', changed);
export const AgreeToMentorResult = resultUnion('AgreeToMentor', 'You mentor this person.', mentoring);
export const DeclineMentoringResult = resultUnion(
  'DeclineMentoring',
  'The plan has no mentor; its person and their manager see that you declined.',
  { planId: [() => ID, 'The plan, of which you see nothing now.'] },
);
export const WithdrawFromMentoringResult = resultUnion(
  'WithdrawFromMentoring',
  'You mentor this person no more.',
  mentoring,
);
export const StartActivityResult = resultUnion(
  'StartActivity',
  'The activity is running and its goals are active.',
  changed,
);
export const FinishActivityResult = resultUnion(
  'FinishActivity',
  'The activity is done; hand in its evidence.',
  changed,
);
export const SubmitGoalEvidenceResult = resultUnion(
  'SubmitGoalEvidence',
  'The evidence waits for a reviewer.',
  changed,
);
export const DropGoalResult = resultUnion('DropGoal', 'The goal is dropped.', changed);
export const OpenCheckInResult = resultUnion('OpenCheckIn', 'The check-in is open.', checkedIn);
export const RecordCheckInResult = resultUnion('RecordCheckIn', 'The view is written down and stays.', checkedIn);
