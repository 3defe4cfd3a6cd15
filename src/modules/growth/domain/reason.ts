/** Why this file exists: dropping a goal and closing a plan each need a reason that says something. */
import type { Problem } from '../../../platform/outcome/index.js';

/** Fewest characters of a reason, blanks not counted. */
export const REASON_MIN_CHARACTERS = 5;

export interface GrowthReasonTooShort extends Problem {
  readonly code: 'GROWTH_REASON_TOO_SHORT';
}

/** The refusal when a reason says too little, else `null`. */
export function refuseShortReason(reason: string): GrowthReasonTooShort | null {
  if (reason.replace(/\s/gu, '').length >= REASON_MIN_CHARACTERS) return null;
  const message = `Give a reason of at least ${REASON_MIN_CHARACTERS} characters, so that others can understand it later.`;
  return { code: 'GROWTH_REASON_TOO_SHORT', message, field: 'reason' };
}
