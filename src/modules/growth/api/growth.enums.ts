/** Why this file exists: the enums of growth plans in the API, each value described. */
import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../frameworks/graphql.js';
import { CHECK_IN_STAGES } from '../domain/check-in.js';
import { ACTIVITY_STATES } from '../domain/planned-activity.js';
import { GOAL_STATES, PLAN_STATES } from '../domain/states.js';

export const PlanStateEnum = enumOf(PLAN_STATES);
registerEnumType(PlanStateEnum, {
  name: 'GrowthPlanState',
  description: 'Where a growth plan is in its life.',
  valuesMap: {
    DRAFT: { description: 'Being prepared; a bridge waits here for its support.' },
    ACTIVE: { description: 'Running.' },
    PAUSED: { description: 'Resting: nothing is due and no stall is signalled.' },
    COMPLETED: { description: 'Every goal is verified or dropped, at least one verified.' },
    CLOSED: { description: 'Ended with a reason.' },
  },
});

export const GoalStateEnum = enumOf(GOAL_STATES);
registerEnumType(GoalStateEnum, {
  name: 'GrowthGoalState',
  description: 'Where a goal is.',
  valuesMap: {
    PLANNED: { description: 'Not begun.' },
    ACTIVE: { description: 'Work on it has begun.' },
    IN_REVIEW: { description: 'Its evidence was handed in and waits for a reviewer.' },
    VERIFIED: { description: 'A reviewer confirmed its level.' },
    DROPPED: { description: 'Given up with a reason.' },
  },
});

export const PlanActivityStateEnum = enumOf(ACTIVITY_STATES);
registerEnumType(PlanActivityStateEnum, {
  name: 'PlanActivityState',
  description: 'Where an activity of a plan is.',
  valuesMap: {
    PLANNED: { description: 'Not begun.' },
    ACTIVE: { description: 'Running.' },
    DONE: { description: 'Ended; evidence, not this, verifies a level.' },
    DROPPED: { description: 'Not needed any more.' },
  },
});

export const StepStateEnum = enumOf(['REACHED', 'CAN_START', 'BLOCKED'] as const);
registerEnumType(StepStateEnum, {
  name: 'GrowthStepState',
  description: 'How a step stands today, by what is verified.',
  valuesMap: {
    REACHED: { description: 'The level is verified.' },
    CAN_START: { description: 'Everything that it needs is verified.' },
    BLOCKED: { description: 'Something that it needs is not verified yet.' },
  },
});

export const CheckInStageEnum = enumOf(CHECK_IN_STAGES);
registerEnumType(CheckInStageEnum, {
  name: 'CheckInStage',
  description: 'The stages of a check-in, in this order; each is recorded once.',
  valuesMap: {
    SELF: { description: 'The view of the person.' },
    ASSESSOR: { description: 'The view of the manager or the mentor.' },
    AGREED: { description: 'What both agreed after talking it over; the two views stay beside it.' },
  },
});

export const SupportCodeEnum = enumOf([
  'MENTOR_MISSING',
  'MENTOR_NOT_AGREED',
  'DEPLOYMENT_NOT_DATED',
  'TIME_NOT_PROTECTED',
] as const);
registerEnumType(SupportCodeEnum, {
  name: 'SupportFindingCode',
  description: 'What a bridge plan lacks; it does not start while anything is missing.',
  valuesMap: {
    MENTOR_MISSING: { description: 'Nobody is named as mentor.' },
    MENTOR_NOT_AGREED: { description: 'The mentor named has not agreed.' },
    DEPLOYMENT_NOT_DATED: { description: 'No real deployment has a date.' },
    TIME_NOT_PROTECTED: { description: 'Less than half of the working time is protected.' },
  },
});
