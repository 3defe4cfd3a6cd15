/** Why this file exists: the states of growth plans and of their goals as data. */

export const PLAN_STATES = ['DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'CLOSED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Where each state may go; a state with an empty list is final. DRAFT is the only beginning. */
export const PLAN_TRANSITIONS: Readonly<Record<PlanState, readonly PlanState[]>> = {
  DRAFT: ['ACTIVE', 'CLOSED'],
  ACTIVE: ['PAUSED', 'COMPLETED', 'CLOSED'],
  PAUSED: ['ACTIVE', 'CLOSED'],
  COMPLETED: [],
  CLOSED: [],
};

export const GOAL_STATES = ['PLANNED', 'ACTIVE', 'IN_REVIEW', 'VERIFIED', 'DROPPED'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** Where each state may go; a state with an empty list is final. PLANNED is the only beginning; a review may send a goal back. */
export const GOAL_TRANSITIONS: Readonly<Record<GoalState, readonly GoalState[]>> = {
  PLANNED: ['ACTIVE', 'DROPPED'],
  ACTIVE: ['IN_REVIEW', 'DROPPED'],
  IN_REVIEW: ['VERIFIED', 'ACTIVE', 'DROPPED'],
  VERIFIED: [],
  DROPPED: [],
};
