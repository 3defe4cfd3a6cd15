/** Why this file exists: the pure face of the evaluations module. */
export * from './domain/kit.js';
export * from './domain/interview-plan.js';
export type { ScorecardId, ScorecardState, Verdict } from './domain/scorecard.js';
export { VERDICTS } from './domain/scorecard.js';
export { DECISION_REASONS } from './domain/decision-reasons.js';
export type { DecisionOutcome, DecisionReason } from './domain/decision-reasons.js';
export type { DecisionId } from './domain/decision.js';
