/** Why this file exists: the face of the growth module for domain code; nothing else of it may be imported. */
export { leverReport, PRACTICE_TARGET } from './domain/lever-report.js';
export type { LeverReport } from './domain/lever-report.js';
export type { GrowthGoalId } from './domain/goal.js';
export type { GrowthPlanId } from './domain/plan.js';
export { GOAL_STATES, PLAN_STATES } from './domain/states.js';
export type { GoalState, PlanState } from './domain/states.js';
export { STALL_DAYS } from './domain/stall.js';
