/** Why this file exists: the face of the matrices module for what works with stored records. */
import './problems.js';
import { registerNotices } from '../../platform/live/index.js';
import { reviewNotices } from './queries/review-notices.js';
import './policy/file.policy.js';

export { assessmentTable, type AssessmentRecord, type InterviewProvenance } from './store/assessment.tables.js';
export { evidenceFileTable } from './store/evidence-file.tables.js';
export { acceptedDays, verifiedNow, type VerifiedLevel, type VerifiedLevels } from './store/verified.store.js';
export { heldLevels, type HeldLevels, type When } from './queries/held-levels.js';
export { fitTo, standingOf, unknownOverlay, type JobRoleFit, type Standing } from './queries/fit.js';
export { isWithin, reachOf, seesProfile, type Reach } from './policy/reach.js';
export { onReview, setMentorSource, type MentorSource, type Review } from './extension-points.js';
export { assess, exemptSkill, isOnlyStated, noEmployeeRecord, proposeAssessment } from './commands/claim.js';
export { todayOf, type ClaimInput, type EvidenceInput } from './commands/record-claim.js';
export { addEvidence, confirmAssessment, rejectAssessment, revokeAssessment } from './commands/review-assessment.js';
export { inInput } from './commands/input-field.js';
export { importConfirmed, type ConfirmedClaim } from './commands/import-confirmed.js';
export { carryInterviews } from './commands/carry-interviews.js';

registerNotices(reviewNotices);
