/** Why this file exists: levels that were reviewed before the product knew of them come in with their reviewer, under the same rules. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { currentFramework, type FrameworkVersion } from '../../frameworks/data.js';
import type { AssessmentId } from '../domain/assessment.js';
import { propose } from '../domain/propose.js';
import { confirm } from '../domain/review.js';
import { mentorSource } from '../extension-points.js';
import { insertAssessments, type NewAssessment } from '../store/assessment.store.js';
import {
  evidenceItem,
  evidenceTypesOf,
  todayOf,
  unknownSkill,
  type Claimant,
  type ClaimInput,
} from './record-claim.js';

/** A claim and its confirmation. */
export interface ConfirmedClaim extends Claimant, Omit<ClaimInput, 'supersedesId'> {
  readonly reviewerId: PersonId;
  /** ISO instant at which both were recorded, not later than now; now when absent. */
  readonly recordedAt?: string;
}

function confirmed(
  unit: Unit,
  version: FrameworkVersion,
  mentorIds: readonly PersonId[],
  claim: ConfirmedClaim,
): Outcome<NewAssessment, Problem> {
  if (!version.framework.skills.some(({ key }) => key === claim.skillKey)) return refuse(unknownSkill(claim.skillKey));
  const recordedAt = claim.recordedAt ?? unit.now.toISOString();
  const proposed = propose(
    {
      id: newId<'Assessment'>(),
      personId: claim.personId,
      skill: claim.skillKey,
      level: claim.level,
      source: claim.source,
      evidence: claim.evidence.map(evidenceItem),
      validOn: claim.validOn ?? todayOf(unit),
      recordedAt,
      expiresOn: claim.expiresOn ?? null,
      claimantId: claim.claimantPersonId,
      supersedes: null,
    },
    evidenceTypesOf(version.framework),
  );
  if (!proposed.ok) return proposed;
  const done = confirm(proposed.value, { reviewerId: claim.reviewerId, mentorIds, level: claim.level, recordedAt });
  if (!done.ok) return done;
  const facts = {
    frameworkVersionId: version.record.id,
    claimantMemberId: unit.actor?.memberId ?? null,
    claimantPersonId: claim.claimantPersonId,
    provenance: null,
  };
  return ok({ assessment: done.value.assessment, changes: [done.value.event], facts });
}

/**
 * Writes confirmed levels in bulk, for an import. Each stands every rule of a claim and of its review: evidence that can carry it, no
 * self-claim, an independent reviewer from level 3. One refusal refuses all.
 */
export async function importConfirmed(
  unit: Unit,
  claims: readonly ConfirmedClaim[],
): Promise<Outcome<{ ids: readonly AssessmentId[] }, Problem>> {
  const version = await currentFramework(unit);
  const mentors = await mentorSource().mentorsOf(unit, [...new Set(claims.map(({ personId }) => personId))]);
  const all: NewAssessment[] = [];
  for (const claim of claims) {
    const made = confirmed(unit, version, mentors.get(claim.personId) ?? [], claim);
    if (!made.ok) return made;
    all.push(made.value);
  }
  await insertAssessments(unit, all);
  for (const { assessment: a } of all) {
    const data = { personId: a.personId, skill: a.skill, level: a.level, source: a.source, reviewerId: a.reviewerId };
    unit.record({ type: 'AssessmentImported', entity: 'Assessment', entityId: a.id, data });
  }
  return ok({ ids: all.map(({ assessment }) => assessment.id) });
}
