/** Why this file exists: the record of one claim that a person holds a level, its states as data, and how it stood at any moment. */
import type { EvidenceClass, EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { momentMs } from './calendar.js';

export type AssessmentId = Id<'Assessment'>;

export const ASSESSMENT_SOURCES = ['SELF', 'PEER', 'MANAGER', 'INTERVIEW', 'ARTEFACT', 'SIGNED'] as const;
export type AssessmentSource = (typeof ASSESSMENT_SOURCES)[number];

export const ASSESSMENT_STATES = ['PROPOSED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'EXEMPT', 'EXPIRED'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** Where each state may go; a state with an empty list is final. PROPOSED and EXEMPT are the only beginnings. */
export const ASSESSMENT_TRANSITIONS: Readonly<Record<AssessmentState, readonly AssessmentState[]>> = {
  PROPOSED: ['CONFIRMED', 'REJECTED'],
  CONFIRMED: ['REVOKED', 'EXPIRED'],
  EXEMPT: ['REVOKED'],
  REJECTED: [],
  REVOKED: [],
  EXPIRED: [],
};

export interface EvidenceItem {
  readonly type: EvidenceTypeKey;
  readonly title: string;
  /** Where it can be looked at; `null` when it is described by its title only. */
  readonly link: string | null;
  /** ISO date on which the work was done, not on which it was handed in. */
  readonly occurredOn: string;
}

/** What was claimed, once and for ever: no field of it changes after it was recorded. */
export interface Claim {
  readonly id: AssessmentId;
  readonly personId: Id<'Person'>;
  readonly skill: SkillKey;
  /** `null` exactly when the claim is an exemption. */
  readonly proposedLevel: Level | null;
  readonly source: AssessmentSource;
  /** Strength of the best evidence behind the claim when it was made; `null` exactly when the claim is an exemption. */
  readonly evidenceClass: EvidenceClass | null;
  readonly evidence: readonly EvidenceItem[];
  /** ISO date that the claim speaks of. */
  readonly validOn: string;
  /** ISO instant at which the product learned of it. */
  readonly recordedAt: string;
  /** First ISO date on which it no longer counts, later than `validOn`; `null` when it never lapses. */
  readonly expiresOn: string | null;
  readonly claimantId: Id<'Person'>;
  /** The assessment that this one replaces once it is confirmed; `null` for none. */
  readonly supersedes: AssessmentId | null;
  readonly initialState: 'PROPOSED' | 'EXEMPT';
  /** Why the person is exempt; `null` for a proposal. */
  readonly exemptionReason: string | null;
}

/** One change of state after the claim. */
export interface StateEvent {
  /** 2 for the first change, then counting up; the claim itself is version 1. */
  readonly version: number;
  readonly to: Exclude<AssessmentState, 'PROPOSED' | 'EXEMPT'>;
  /** The level confirmed by this event; `null` for every event but a confirmation. */
  readonly level: Level | null;
  /** `null` when time did it (expiry). */
  readonly byId: Id<'Person'> | null;
  /** Always there for a rejection and a revocation. */
  readonly reason: string | null;
  readonly recordedAt: string;
}

/** A claim with its state at one moment. */
export interface Assessment extends Claim {
  readonly state: AssessmentState;
  /** The confirmed level once there was a confirmation, the proposed one before; it counts only while the state says so. */
  readonly level: Level | null;
  /** Who confirmed or rejected it; `null` before that, and for an exemption. */
  readonly reviewerId: Id<'Person'> | null;
  readonly version: number;
}

/** A claim and everything that happened to it, in any order. */
export interface AssessmentHistory {
  readonly claim: Claim;
  readonly events: readonly StateEvent[];
}

/** The assessment as it stands when only the claim is known. */
export const openAssessment = (claim: Claim): Assessment => ({
  ...claim,
  state: claim.initialState,
  level: claim.proposedLevel,
  reviewerId: null,
  version: 1,
});

/** The assessment after one more event; the caller has checked that the event is allowed. */
export const applyEvent = (assessment: Assessment, event: StateEvent): Assessment => ({
  ...assessment,
  state: event.to,
  level: event.level ?? assessment.level,
  reviewerId: event.to === 'CONFIRMED' || event.to === 'REJECTED' ? event.byId : assessment.reviewerId,
  version: event.version,
});

/**
 * The assessment as the product knew it at a moment.
 * @param knownAt ISO instant, or ISO date for the end of that day in UTC; what was recorded exactly then is known
 * @returns       `null` when the claim itself was recorded later
 * @source        docs/methods/arithmetic.md; two time axes, section 4 rule 7 of the product description
 */
export function assessmentAt(history: AssessmentHistory, knownAt: string): Assessment | null {
  const limit = momentMs(knownAt);
  if (!(momentMs(history.claim.recordedAt) <= limit)) return null;
  return history.events
    .filter((event) => momentMs(event.recordedAt) <= limit)
    .toSorted((a, b) => a.version - b.version)
    .reduce(applyEvent, openAssessment(history.claim));
}
