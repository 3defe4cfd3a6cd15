/** Why this file exists: the refusal codes of assessments and matrices. */
import { registerProblems } from '../../platform/problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;
const denied = (meaning: string, mend: string) => ({ kind: 'NotAllowed', meaning, mend }) as const;

export const matrixProblems = registerProblems('matrices', {
  EVIDENCE_MISSING: input('A claim comes without evidence.', 'The claimant adds a piece of evidence.'),
  EVIDENCE_TYPE_UNKNOWN: input(
    'The framework has no such evidence type.',
    'The claimant chooses one of the types of the framework.',
  ),
  EVIDENCE_TOO_WEAK: rule(
    'The evidence cannot carry the level claimed; the facts name what would.',
    'The claimant adds stronger evidence or claims a lower level.',
  ),
  ASSESSMENT_DAY_IN_FUTURE: input('A day lies in the future.', 'The claimant gives a day that has come.'),
  ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON: input(
    'The expiry is not later than the day that the claim speaks of.',
    'The claimant chooses a later day or none.',
  ),
  ASSESSMENT_REASON_TOO_SHORT: input(
    'A rejection, a revocation or an exemption comes without a reason that says something.',
    'The reviewer writes at least 5 characters.',
  ),
  ASSESSMENT_TRANSITION_NOT_ALLOWED: rule(
    'The assessment cannot go from its state to the one asked for.',
    'The reviewer reads the assessment again; a new claim may be needed.',
  ),
  ASSESSMENT_NOT_OPEN: rule(
    'Evidence is added only while a claim waits for review.',
    'The claimant makes a new claim with the evidence.',
  ),
  FILE_WITHDRAWN_ALREADY: rule('The file of evidence was withdrawn before.', 'The person reads the claim again.'),
  ASSESSMENT_NOT_YET_EXPIRED: rule(
    'The expiry day of the assessment has not come.',
    'The reviewer waits, or revokes it with a reason.',
  ),
  CONFIRMED_LEVEL_ABOVE_PROPOSED: rule(
    'A reviewer confirms the level proposed or a lower one.',
    'The reviewer confirms less, or asks for a new claim with its evidence.',
  ),
  SELF_CLAIM_NOT_CONFIRMABLE: rule(
    'What a person says of themselves starts a conversation and never counts as verified.',
    'The manager records an assessment of their own, or asks for an artefact.',
  ),
  REVIEWER_NOT_INDEPENDENT: denied(
    'Level 3 and above needs a reviewer who is neither the person nor their mentor.',
    'The person asks somebody else to review it.',
  ),
  OWN_CLAIM_NOT_CONFIRMABLE: denied(
    'Nobody confirms a claim that they made or that is about them.',
    'The claimant asks somebody else to review it.',
  ),
  OWN_EXEMPTION_NOT_ALLOWED: denied('Nobody exempts themselves.', 'The person asks their manager.'),
  NOT_THE_REVIEWER: denied(
    'A claim is reviewed by the manager of the person; a claim of that manager by their own manager.',
    'The person asks that manager to review it.',
  ),
  NO_EMPLOYEE_RECORD: denied(
    'The member has no employee record, so there is no profile to write to.',
    'An administrator links the member to a person.',
  ),
  OWN_ASSESSMENT_BY_OTHERS_ONLY: denied(
    'An assessment of oneself goes the way of a proposal.',
    'The person uses proposeAssessment.',
  ),
});
