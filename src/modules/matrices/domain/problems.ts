/** Why this file exists: the closed unions of expected refusals of assessments. */
import type { EvidenceTypeKey, Level } from '../../frameworks/index.js';
import type { Problem } from '../../../platform/outcome/index.js';
import type { AssessmentState } from './assessment.js';

export interface EvidenceMissing extends Problem {
  readonly code: 'EVIDENCE_MISSING';
}
export interface EvidenceTypeUnknown extends Problem {
  readonly code: 'EVIDENCE_TYPE_UNKNOWN';
  readonly type: EvidenceTypeKey;
}
export interface EvidenceTooWeak extends Problem {
  readonly code: 'EVIDENCE_TOO_WEAK';
  readonly claimed: Level;
  /** The type given that carries most, and the level it carries. */
  readonly strongest: EvidenceTypeKey;
  readonly carries: Level;
  /** Every type of the framework that can carry the claimed level alone, those that carry just enough first. */
  readonly wouldCarry: readonly EvidenceTypeKey[];
}
export interface ExpiryNotAfterValidOn extends Problem {
  readonly code: 'ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON';
}
export interface OwnExemption extends Problem {
  readonly code: 'OWN_EXEMPTION_NOT_ALLOWED';
}
export interface ReasonTooShort extends Problem {
  readonly code: 'ASSESSMENT_REASON_TOO_SHORT';
}
export interface TransitionNotAllowed extends Problem {
  readonly code: 'ASSESSMENT_TRANSITION_NOT_ALLOWED';
  readonly from: AssessmentState;
  readonly to: AssessmentState;
}
export interface ReviewerNotIndependent extends Problem {
  readonly code: 'REVIEWER_NOT_INDEPENDENT';
  readonly because: 'PERSON' | 'MENTOR';
}
export interface OwnClaimNotConfirmable extends Problem {
  readonly code: 'OWN_CLAIM_NOT_CONFIRMABLE';
}
export interface SelfClaimNotConfirmable extends Problem {
  readonly code: 'SELF_CLAIM_NOT_CONFIRMABLE';
}
export interface ConfirmedAboveProposed extends Problem {
  readonly code: 'CONFIRMED_LEVEL_ABOVE_PROPOSED';
  readonly proposed: Level;
}
export interface NotYetExpired extends Problem {
  readonly code: 'ASSESSMENT_NOT_YET_EXPIRED';
  /** `null` when it never lapses. */
  readonly expiresOn: string | null;
}

export type ProposeProblem = EvidenceMissing | EvidenceTypeUnknown | EvidenceTooWeak | ExpiryNotAfterValidOn;
export type ExemptProblem = OwnExemption | ReasonTooShort | ExpiryNotAfterValidOn;
export type ConfirmProblem =
  | TransitionNotAllowed
  | SelfClaimNotConfirmable
  | ReviewerNotIndependent
  | OwnClaimNotConfirmable
  | ConfirmedAboveProposed;
export type WithReasonProblem = TransitionNotAllowed | ReasonTooShort;
export type ExpireProblem = TransitionNotAllowed | NotYetExpired;
/** Every refusal of an assessment. */
export type AssessmentProblem = ProposeProblem | ExemptProblem | ConfirmProblem | WithReasonProblem | ExpireProblem;
