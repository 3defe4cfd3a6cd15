/** Why this file exists: who may claim a level for whom: people for themselves, managers for their reports, and what peers attest. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { refuse, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { isWithin, reachOf } from '../policy/reach.js';
import {
  recordClaim,
  recordExemption,
  type ClaimInput,
  type EvidenceInput,
  type ExemptionInput,
  type Recorded,
} from './record-claim.js';

/** Evidence type of what people say of themselves; alone it never makes a claim that can be confirmed. */
const SELF_STATEMENT = 'self-statement';
/** True when nothing is shown beside what the person says; such a claim is reviewed by nobody. */
export const isOnlyStated = (evidence: readonly EvidenceInput[]): boolean =>
  evidence.every(({ typeKey }) => typeKey === SELF_STATEMENT);

export const noEmployeeRecord = (): Problem => ({
  code: 'NO_EMPLOYEE_RECORD',
  message: 'Your sign-in has no employee record, so there is no profile of yours. Ask an administrator to link it.',
});

/**
 * A claim about oneself. With evidence it waits for a review; with nothing but a self-statement, or when the person asks for no review,
 * it is a self-claim: it starts a conversation and never counts as verified.
 */
export function proposeAssessment(
  unit: Unit,
  input: ClaimInput & { readonly isSelfView?: boolean | null },
): Promise<Recorded> {
  const self = unit.actor?.personId ?? null;
  if (self === null) return Promise.resolve(refuse(noEmployeeRecord()));
  const isSelfView = input.isSelfView ?? isOnlyStated(input.evidence);
  const by = { personId: self, claimantPersonId: self, source: isSelfView ? 'SELF' : 'ARTEFACT' } as const;
  return recordClaim(unit, by, input);
}

const ownAssessment = (field: string): Problem => ({
  code: 'OWN_ASSESSMENT_BY_OTHERS_ONLY',
  message: 'Nobody assesses themselves here. Propose the level with its evidence instead.',
  field,
});

/**
 * A claim about a direct report: the manager's own, or what a named peer attests. Like every claim it waits for a review, and nobody
 * reviews their own: a manager's claim goes to the manager's manager, a peer's to the manager.
 */
export async function assess(
  unit: Unit,
  input: ClaimInput & { readonly personId: PersonId; readonly peerId?: PersonId | null },
): Promise<Recorded> {
  const self = unit.actor?.personId ?? null;
  if (self === null) return refuse(noEmployeeRecord());
  if (input.personId === self) return refuse(ownAssessment('input.personId'));
  if (!isWithin(await reachOf(unit, 'assessment:submit'), input.personId))
    return refuse(notFound('person', 'input.personId'));
  const peerId = input.peerId ?? null;
  if (peerId === input.personId) return refuse(ownAssessment('input.peerId'));
  const claimantPersonId = peerId ?? self;
  const source = claimantPersonId === self ? 'MANAGER' : 'PEER';
  return recordClaim(unit, { personId: input.personId, claimantPersonId, source }, input);
}

/** Records that a direct report is not asked for a skill, with the reason. */
export async function exemptSkill(unit: Unit, input: ExemptionInput): Promise<Recorded> {
  const self = unit.actor?.personId ?? null;
  if (self === null) return refuse(noEmployeeRecord());
  const isReached = input.personId === self || isWithin(await reachOf(unit, 'assessment:submit'), input.personId);
  return isReached ? recordExemption(unit, self, input) : refuse(notFound('person', 'input.personId'));
}
