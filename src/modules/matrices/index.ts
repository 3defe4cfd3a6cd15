/** Why this file exists: the face of the matrices module for domain code; nothing else of it may be imported. */
export { addMonths } from './domain/calendar.js';
export { ASSESSMENT_SOURCES, ASSESSMENT_STATES } from './domain/assessment.js';
export type { AssessmentId, AssessmentSource, AssessmentState, EvidenceItem } from './domain/assessment.js';
export type { EvidenceTypes } from './domain/evidence.js';
export { interviewEvidence } from './domain/interview-evidence.js';
export type { InterviewEvidence, RatedItemKind, SubmittedRating } from './domain/interview-evidence.js';
export { matrixRows, singlePointsOfFailure, skillCoverage, SMALLEST_GROUP } from './domain/matrix.js';
export type {
  GroupFigure,
  MatrixPerson,
  MatrixRow,
  RequirementCover,
  SinglePoint,
  SkillCoverage,
} from './domain/matrix.js';
export { verifiedLevels } from './domain/profile.js';
export type { AsOf, Freshness, HeldLevel, Profile, ProfileEntry } from './domain/profile.js';
export { INDEPENDENT_REVIEW_FROM } from './domain/review.js';
