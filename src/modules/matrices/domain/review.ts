/** Why this file exists: what can happen to an assessment after it began, and who may do it. */
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import { applyEvent, ASSESSMENT_TRANSITIONS } from './assessment.js';
import type { Assessment, StateEvent } from './assessment.js';
import type {
  ConfirmProblem,
  ExpireProblem,
  OwnClaimNotConfirmable,
  ReviewerNotIndependent,
  TransitionNotAllowed,
  WithReasonProblem,
} from './problems.js';
import { refuseShortReason } from './reason.js';

/** From this level on, the reviewer is neither the person nor their mentor. */
export const INDEPENDENT_REVIEW_FROM: Level = 3;

/** The assessment after the change, and the event to append; the claim itself stays as it was. */
export interface AssessmentChange {
  readonly assessment: Assessment;
  readonly event: StateEvent;
}

export interface Confirmation {
  readonly reviewerId: Id<'Person'>;
  /** Everybody who mentors the person now; empty for none. */
  readonly mentorIds: readonly Id<'Person'>[];
  /** What the reviewer confirms: the proposed level or a lower one. */
  readonly level: Level;
  readonly recordedAt: string;
}

export interface ReasonedChange {
  readonly byId: Id<'Person'>;
  readonly reason: string;
  readonly recordedAt: string;
}

function refuseTransition(assessment: Assessment, to: StateEvent['to']): TransitionNotAllowed | null {
  const from = assessment.state;
  const allowed = ASSESSMENT_TRANSITIONS[from];
  if (allowed.includes(to)) return null;
  const next =
    allowed.length === 0 ? 'Nothing can follow; record a new assessment.' : `It can become ${allowed.join(' or ')}.`;
  const message = `An assessment that is ${from} cannot become ${to}. ${next}`;
  return { code: 'ASSESSMENT_TRANSITION_NOT_ALLOWED', message, from, to };
}

const change = (assessment: Assessment, event: Omit<StateEvent, 'version'>): AssessmentChange => {
  const numbered = { ...event, version: assessment.version + 1 };
  return { assessment: applyEvent(assessment, numbered), event: numbered };
};

function refuseReviewer(
  assessment: Assessment,
  { reviewerId, mentorIds, level }: Confirmation,
): ReviewerNotIndependent | OwnClaimNotConfirmable | null {
  if (level >= INDEPENDENT_REVIEW_FROM) {
    const because = reviewerId === assessment.personId ? 'PERSON' : mentorIds.includes(reviewerId) ? 'MENTOR' : null;
    if (because !== null) {
      const who = because === 'PERSON' ? 'the person assessed' : 'a mentor of the person';
      const message = `Level ${level} needs a reviewer who is neither the person nor their mentor, and this reviewer is ${who}. Ask somebody else.`;
      return { code: 'REVIEWER_NOT_INDEPENDENT', message, field: 'reviewerId', because };
    }
  }
  if (reviewerId !== assessment.claimantId && reviewerId !== assessment.personId) return null;
  const message = 'Nobody confirms a claim that they made or that is about them. Ask somebody else to review it.';
  return { code: 'OWN_CLAIM_NOT_CONFIRMABLE', message, field: 'reviewerId' };
}

/**
 * PROPOSED → CONFIRMED at the proposed level or a lower one; both levels stay on record. The independence rule looks at the level
 * confirmed, since that is what will count. A claim with source SELF is never confirmed: it starts a conversation.
 */
export function confirm(assessment: Assessment, input: Confirmation): Outcome<AssessmentChange, ConfirmProblem> {
  const blocked = refuseTransition(assessment, 'CONFIRMED');
  if (blocked !== null) return refuse(blocked);
  if (assessment.source === 'SELF') {
    const message =
      'A self-claim starts a conversation and is never confirmed. Record what you saw as an assessment of your own, or ask for an artefact.';
    return refuse({ code: 'SELF_CLAIM_NOT_CONFIRMABLE', message });
  }
  const proposed = assessment.proposedLevel;
  if (proposed !== null && input.level > proposed) {
    const message = `Level ${proposed} was proposed, so level ${input.level} cannot be confirmed. Confirm ${proposed} or less, or ask for a new claim with its evidence.`;
    return refuse({ code: 'CONFIRMED_LEVEL_ABOVE_PROPOSED', message, field: 'level', proposed });
  }
  const reviewer = refuseReviewer(assessment, input);
  if (reviewer !== null) return refuse(reviewer);
  const { level, reviewerId: byId, recordedAt } = input;
  return ok(change(assessment, { to: 'CONFIRMED', level, byId, reason: null, recordedAt }));
}

function withReason(
  assessment: Assessment,
  to: 'REJECTED' | 'REVOKED',
  input: ReasonedChange,
): Outcome<AssessmentChange, WithReasonProblem> {
  const problem = refuseTransition(assessment, to) ?? refuseShortReason(input.reason);
  if (problem !== null) return refuse(problem);
  const { byId, recordedAt } = input;
  return ok(change(assessment, { to, level: null, byId, reason: input.reason.trim(), recordedAt }));
}

/** PROPOSED → REJECTED, with a reason. */
export const reject = (assessment: Assessment, input: ReasonedChange): Outcome<AssessmentChange, WithReasonProblem> =>
  withReason(assessment, 'REJECTED', input);

/** CONFIRMED or EXEMPT → REVOKED, with a reason: it should not have counted, on any day. */
export const revoke = (assessment: Assessment, input: ReasonedChange): Outcome<AssessmentChange, WithReasonProblem> =>
  withReason(assessment, 'REVOKED', input);

/**
 * CONFIRMED → EXPIRED, done by time. Before its expiry day it still counts, also when looked back upon later.
 * @param today ISO date; the change is allowed from `expiresOn` on
 */
export function expire(
  assessment: Assessment,
  today: string,
  recordedAt: string,
): Outcome<AssessmentChange, ExpireProblem> {
  const blocked = refuseTransition(assessment, 'EXPIRED');
  if (blocked !== null) return refuse(blocked);
  const { expiresOn } = assessment;
  if (expiresOn === null || today < expiresOn) {
    const when = expiresOn === null ? 'It never lapses' : `It counts until the day before ${expiresOn}`;
    const message = `This assessment has not expired. ${when}; revoke it with a reason if it should not count.`;
    return refuse({ code: 'ASSESSMENT_NOT_YET_EXPIRED', message, expiresOn });
  }
  return ok(change(assessment, { to: 'EXPIRED', level: null, byId: null, reason: null, recordedAt }));
}
