/** Why this file exists: the face of the job-roles module; nothing else of it may be imported. */
export * from './domain/requirement.js';
export * from './domain/job-role.js';
export * from './domain/clarity-rule.js';
export { effectiveRequirements, evidenceClassForLevel } from './domain/effective-requirements.js';
export { fitOf, subtotalsByAxis } from './domain/fit.js';
export type { AxisSubtotals, Fit, FitLine, FitShares, FitStatus, HeldLevel, MustHaves } from './domain/fit.js';
export { percent } from './domain/fit-words.js';
export { reviewClarity } from './domain/clarity-review.js';
export type { ClarityFinding, SplitProposal } from './domain/clarity-review.js';
export type { ClaritySubject, PlanSupport, Rung } from './domain/clarity-tests.js';
export { compareJobRoles } from './domain/compare-job-roles.js';
export type {
  AxisDemand,
  ComparedJobRole,
  DutyComparison,
  JobRoleComparison,
  OneSidedSkill,
  SharedSkill,
} from './domain/compare-job-roles.js';
export { LIFE_CYCLE_AREAS } from './domain/life-cycle.js';
export type { LifeCycleArea } from './domain/life-cycle.js';
export { bridgeBetween } from './domain/bridge.js';
export type { Bridge, BridgeGoal, BridgeStep, StepBlocker } from './domain/bridge.js';
export { escapeHtml, escapeMarkdown, jobPosting, jobRoleMarkdown } from './domain/job-role-text.js';
export type { JobPosting, JobRoleInWords, PostingDetails, RequirementInWords } from './domain/job-role-text.js';
