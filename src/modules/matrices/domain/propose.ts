/** Why this file exists: the two ways an assessment begins, as a proposal with evidence or as an exemption with a reason. */
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import { openAssessment } from './assessment.js';
import type { Assessment, AssessmentId, AssessmentSource, EvidenceItem } from './assessment.js';
import { weighEvidence } from './evidence.js';
import type { EvidenceTypes } from './evidence.js';
import type { ExemptProblem, ExpiryNotAfterValidOn, ProposeProblem } from './problems.js';
import { refuseShortReason } from './reason.js';

interface NewAssessment {
  readonly id: AssessmentId;
  readonly personId: Id<'Person'>;
  readonly skill: SkillKey;
  /** ISO date. */
  readonly validOn: string;
  /** ISO instant. */
  readonly recordedAt: string;
  /** First ISO date on which it no longer counts; `null` for never. */
  readonly expiresOn: string | null;
  readonly claimantId: Id<'Person'>;
  readonly supersedes: AssessmentId | null;
}

export interface ProposalInput extends NewAssessment {
  readonly level: Level;
  readonly source: AssessmentSource;
  readonly evidence: readonly EvidenceItem[];
}

export interface ExemptionInput extends NewAssessment {
  readonly reason: string;
}

function refuseEarlyExpiry(input: NewAssessment): ExpiryNotAfterValidOn | null {
  if (input.expiresOn === null || input.expiresOn > input.validOn) return null;
  return {
    code: 'ASSESSMENT_EXPIRY_NOT_AFTER_VALID_ON',
    message: `The expiry ${input.expiresOn} must be later than ${input.validOn}, the day the claim speaks of. Choose a later day or none.`,
    field: 'expiresOn',
  };
}

/**
 * The class of the evidence behind a claim. What people say of themselves may name any level without evidence that carries it: it starts
 * a conversation, is class 1, and can never be confirmed.
 */
function evidenceClassOf(input: ProposalInput, types: EvidenceTypes): Outcome<EvidenceClass, ProposeProblem> {
  const weighed = weighEvidence(input.level, input.evidence, types);
  if (weighed.ok || input.source !== 'SELF' || weighed.problem.code === 'EVIDENCE_TYPE_UNKNOWN') return weighed;
  return ok(1);
}

/**
 * A new claim in state PROPOSED; unless it is a self-claim, its evidence must be able to carry its level.
 * @param types the evidence types of the framework version in force
 */
export function propose(input: ProposalInput, types: EvidenceTypes): Outcome<Assessment, ProposeProblem> {
  const early = refuseEarlyExpiry(input);
  if (early !== null) return refuse(early);
  const weighed = evidenceClassOf(input, types);
  if (!weighed.ok) return weighed;
  const { level, ...rest } = input;
  return ok(
    openAssessment({
      ...rest,
      proposedLevel: level,
      evidenceClass: weighed.value,
      initialState: 'PROPOSED',
      exemptionReason: null,
    }),
  );
}

/** A new exemption: the person is not asked for the skill. It carries no level and no evidence, and nobody grants it to themselves. */
export function exempt(input: ExemptionInput): Outcome<Assessment, ExemptProblem> {
  if (input.claimantId === input.personId) {
    const message = 'Nobody can exempt themselves. Ask your manager or an administrator.';
    return refuse({ code: 'OWN_EXEMPTION_NOT_ALLOWED', message });
  }
  const problem = refuseShortReason(input.reason) ?? refuseEarlyExpiry(input);
  if (problem !== null) return refuse(problem);
  const { reason, ...rest } = input;
  return ok(
    openAssessment({
      ...rest,
      proposedLevel: null,
      source: 'SIGNED',
      evidenceClass: null,
      evidence: [],
      initialState: 'EXEMPT',
      exemptionReason: reason.trim(),
    }),
  );
}
