/** Why this file exists: an exemption, a rejection and a revocation each need a reason that says something. */
import type { ReasonTooShort } from './problems.js';

/** Fewest characters of a reason, blanks not counted. */
export const REASON_MIN_CHARACTERS = 5;

/** The refusal when a reason says too little, else `null`. */
export function refuseShortReason(reason: string): ReasonTooShort | null {
  if (reason.replace(/\s/gu, '').length >= REASON_MIN_CHARACTERS) return null;
  return {
    code: 'ASSESSMENT_REASON_TOO_SHORT',
    message: `Give a reason of at least ${REASON_MIN_CHARACTERS} characters, so that the person can understand it.`,
    field: 'reason',
  };
}
