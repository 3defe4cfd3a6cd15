/** Why this file exists: the face of the frameworks module; nothing else of it may be imported. */
export * from './domain/framework.js';
export { chooseActivities, PRACTICE_KINDS } from './domain/choose-activities.js';
export type { ActivityCover, ChosenActivity, UncoveredReason, UncoveredStep } from './domain/choose-activities.js';
export { diffFrameworks } from './domain/diff-frameworks.js';
export type { ChangedEntry, ChangedSkill, FrameworkDiff, ListDiff, SkillChange } from './domain/diff-frameworks.js';
export type { FrameworkProblem } from './domain/framework-problem.js';
export { LAST_CATALOGUE_START, STEP_STARTS, stepId, stepsBetween, stepsCoveredBy } from './domain/level-steps.js';
export { closePrerequisites, findCycles, topologicalOrder } from './domain/prerequisites.js';
export type { PrerequisiteCycle, SkillNode } from './domain/prerequisites.js';
export { byText, orderWithNeedsFirst } from './domain/stable-order.js';
export type { StableOrder } from './domain/stable-order.js';
export { trackPosition } from './domain/track-position.js';
export type { AxisPosition, TrackPosition } from './domain/track-position.js';
export { validateFramework } from './domain/validate-framework.js';
