/** Why this file exists: a reviewer confirms, rejects or revokes an assessment; what happened is added, nothing is overwritten. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { Level } from '../../frameworks/index.js';
import { applyEvent, openAssessment, type Assessment, type AssessmentId } from '../domain/assessment.js';
import { weighEvidence } from '../domain/evidence.js';
import { confirm, reject, revoke, type AssessmentChange } from '../domain/review.js';
import { mentorSource, runReview, type Review } from '../extension-points.js';
import { isReviewer, readable } from '../policy/review.policy.js';
import {
  appendChange,
  appendEvidence,
  historyOf,
  takeAssessment,
  type StoredAssessment,
} from '../store/assessment.store.js';
import { attachFiles } from '../store/evidence-file.store.js';
import { noEmployeeRecord } from './claim.js';
import { inInput } from './input-field.js';
import { evidenceItem, evidenceTypesOf, refuseFuture, type EvidenceInput, type Recorded } from './record-claim.js';

/** Names an assessment and the state of it that the caller saw. */
export interface Seen {
  readonly assessmentId: AssessmentId;
  readonly version: number;
}

/** The assessment as it stands, with everything that happened to it. */
const standing = (stored: StoredAssessment): Assessment => {
  const { claim, events } = historyOf(stored);
  return events.reduce(applyEvent, openAssessment(claim));
};

async function take(unit: Unit, seen: Seen): Promise<Outcome<StoredAssessment, Problem>> {
  const stored = await takeAssessment(unit, seen.assessmentId);
  const [visible] = stored === null ? [] : await readable(unit, [stored]);
  if (visible === undefined) return refuse(notFound('assessment', 'input.assessmentId'));
  return visible.version === seen.version ? ok(visible) : refuse(staleVersion('assessment', visible.version));
}

const notTheReviewer = (): Problem => ({
  code: 'NOT_THE_REVIEWER',
  message:
    'Claims are reviewed by the manager of the person, and a claim of that manager by the manager above. Ask them to review it.',
});

const EVENT = {
  CONFIRMED: 'AssessmentConfirmed',
  REJECTED: 'AssessmentRejected',
  REVOKED: 'AssessmentRevoked',
} as const;
type Decide = (assessment: Assessment, byId: PersonId) => Promise<Outcome<AssessmentChange, Problem>>;

/** The domain speaks first, so that a conflict is named as such; then the row policy, on what the actor can read anyway. */
async function review(unit: Unit, seen: Seen, became: Review['became'], decide: Decide): Promise<Recorded> {
  const byId = unit.actor?.personId ?? null;
  if (byId === null) return refuse(noEmployeeRecord());
  const taken = await take(unit, seen);
  if (!taken.ok) return taken;
  const decided = await decide(standing(taken.value), byId);
  if (!decided.ok) return refuse(inInput(decided.problem, { reviewerId: null }));
  if (!(await isReviewer(unit, taken.value))) return refuse(notTheReviewer());
  if (!(await appendChange(unit, taken.value, decided.value))) return refuse(staleVersion('assessment', null));
  const { level, reason } = decided.value.event;
  const { personId, skillKey, proposedLevel, source } = taken.value;
  const data = { personId, skill: skillKey, source, proposedLevel, level, reason };
  const { id } = taken.value;
  unit.record({ type: EVENT[became], entity: 'Assessment', entityId: id, data });
  await runReview(unit, { assessmentId: id, personId, skill: skillKey, became, level });
  return ok({ id });
}

/** Confirms a claim at the level proposed or a lower one. */
export const confirmAssessment = (unit: Unit, input: Seen & { readonly level: Level }): Promise<Recorded> =>
  review(unit, input, 'CONFIRMED', async (assessment, reviewerId) => {
    const mentors = await mentorSource().mentorsOf(unit, [assessment.personId]);
    const mentorIds = mentors.get(assessment.personId) ?? [];
    const recordedAt = unit.now.toISOString();
    return confirm(assessment, { reviewerId, mentorIds, level: input.level, recordedAt });
  });

/** Sends a claim back with a reason. */
export const rejectAssessment = (unit: Unit, input: Seen & { readonly reason: string }): Promise<Recorded> =>
  review(unit, input, 'REJECTED', (assessment, byId) =>
    Promise.resolve(reject(assessment, { byId, reason: input.reason, recordedAt: unit.now.toISOString() })),
  );

/** Takes a confirmed level or an exemption back, with a reason: once this is known it counts on no day. */
export const revokeAssessment = (unit: Unit, input: Seen & { readonly reason: string }): Promise<Recorded> =>
  review(unit, input, 'REVOKED', (assessment, byId) =>
    Promise.resolve(revoke(assessment, { byId, reason: input.reason, recordedAt: unit.now.toISOString() })),
  );

function refuseAddition(unit: Unit, stored: StoredAssessment, evidence: readonly EvidenceInput[]): Problem | null {
  const self = unit.actor?.personId ?? null;
  if (self === null || (stored.claimantPersonId !== self && stored.claimantMemberId !== unit.actor?.memberId))
    return notFound('claim of yours', 'input.assessmentId');
  if (stored.state !== 'PROPOSED') {
    const message = `Evidence is added while a claim waits for review; this one is ${stored.state}. Make a new claim with it.`;
    return { code: 'ASSESSMENT_NOT_OPEN', message, field: 'input.assessmentId' };
  }
  return refuseFuture(
    unit,
    evidence.map((e, i) => [`input.evidence.${i}.occurredOn`, e.occurredOn] as const),
  );
}

/** Adds evidence to a claim of one's own while it waits for review. */
export async function addEvidence(
  unit: Unit,
  input: Seen & { readonly evidence: readonly EvidenceInput[] },
): Promise<Recorded> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const stored = taken.value;
  const problem = refuseAddition(unit, stored, input.evidence);
  if (problem !== null) return refuse(problem);
  const added = input.evidence.map(evidenceItem);
  const { framework } = await currentFramework(unit);
  const all = [...added, ...historyOf(stored).claim.evidence];
  const carried = stored.source === 'SELF' ? 1 : (stored.proposedLevel ?? 1); // a self-claim may rest on too little
  const weighed = weighEvidence(carried, all, evidenceTypesOf(framework));
  if (!weighed.ok) return refuse(inInput(weighed.problem));
  if (!(await appendEvidence(unit, stored, added, weighed.value))) return refuse(staleVersion('assessment', null));
  const missing = await attachFiles(unit, stored.id, stored.evidence.length + 1, input.evidence);
  if (missing !== null) return refuse(missing);
  const types = input.evidence.map(({ typeKey }) => typeKey);
  const data = { personId: stored.personId, skill: stored.skillKey, types, evidenceClass: weighed.value };
  unit.record({ type: 'EvidenceAdded', entity: 'Assessment', entityId: stored.id, data });
  return ok({ id: stored.id });
}
