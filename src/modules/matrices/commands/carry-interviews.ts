/** Why this file exists: at hire, what the interviewers saw becomes the first entries of the profile, with where it was seen. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { onHire, type Hire, type HireRating } from '../../evaluations/data.js';
import { currentFramework } from '../../frameworks/data.js';
import type { EvidenceTypeKey, Framework, FrameworkVersionId, Level, SkillKey } from '../../frameworks/index.js';
import type { Assessment } from '../domain/assessment.js';
import { interviewEvidence, type CarriedLevel, type InterviewEvidenceTypes } from '../domain/interview-evidence.js';
import { propose } from '../domain/propose.js';
import { confirm } from '../domain/review.js';
import { mentorSource } from '../extension-points.js';
import { insertAssessments, type NewAssessment } from '../store/assessment.store.js';
import type { InterviewProvenance } from '../store/assessment.tables.js';
import { verifiedNow } from '../store/verified.store.js';
import { evidenceTypesOf, todayOf } from './record-claim.js';

/** The two evidence types that interviews produce; `null` for a framework without them, which then carries nothing. */
function interviewTypes(framework: Framework): InterviewEvidenceTypes | null {
  const types = evidenceTypesOf(framework);
  const rating = types.get('interview-rating' as EvidenceTypeKey);
  const workSample = types.get('work-sample-score' as EvidenceTypeKey);
  return rating === undefined || workSample === undefined ? null : { rating, workSample };
}

function provenanceOf(
  hire: Hire,
  one: CarriedLevel,
  counted: readonly HireRating[],
  required: Level,
): InterviewProvenance {
  return {
    applicationId: hire.applicationId,
    requiredLevel: required,
    interviewIds: [...new Set(counted.map(({ interviewId }) => interviewId))].toSorted(),
    scorecardIds: [...new Set(counted.map(({ scorecardId }) => scorecardId))].toSorted(),
    raterIds: one.raters,
    ratings: one.ratings.map(({ item, itemKind, interviewerId, rating }) => ({
      item,
      itemKind,
      interviewerId,
      rating,
    })),
  };
}

interface Context {
  readonly unit: Unit;
  readonly hire: Hire;
  readonly framework: Framework;
  readonly frameworkVersionId: FrameworkVersionId;
  readonly mentorIds: readonly PersonId[];
}

/** One level as an assessment: confirmed by whoever hires, or left to a review when that person may not confirm it. */
function assessmentOf(context: Context, one: CarriedLevel, required: Level): NewAssessment {
  const { unit, hire, framework } = context;
  const { personId } = hire;
  const counted = hire.ratings.filter(({ skill, rating }) => skill === one.skill && rating !== null);
  const seenOn =
    counted
      .map(({ ratedOn }) => ratedOn)
      .toSorted()
      .at(-1) ?? todayOf(unit);
  const recordedAt = unit.now.toISOString();
  const title = `Interviews before the hire, ${one.raters.length} ${one.raters.length === 1 ? 'interviewer' : 'interviewers'}`;
  const proposed = propose(
    {
      id: newId<'Assessment'>(),
      personId,
      skill: one.skill,
      level: one.level,
      source: 'INTERVIEW',
      evidence: [{ type: one.evidenceType, title, link: null, occurredOn: seenOn }],
      validOn: seenOn,
      recordedAt,
      expiresOn: null,
      claimantId: personId,
      supersedes: null,
    },
    evidenceTypesOf(framework),
  );
  if (!proposed.ok) throw new Error(`an interview carried more than its evidence can: ${proposed.problem.message}`);
  const facts = {
    frameworkVersionId: context.frameworkVersionId,
    claimantMemberId: unit.actor?.memberId ?? null,
    claimantPersonId: null,
    provenance: provenanceOf(hire, one, counted, required),
  };
  return { ...confirmed(context, proposed.value, one.level), facts };
}

/** The assessment confirmed by whoever hires, or as it was proposed when that person may not confirm it. */
function confirmed(
  context: Context,
  proposed: Assessment,
  level: Level,
): Pick<NewAssessment, 'assessment' | 'changes'> {
  const { unit, mentorIds } = context;
  const reviewerId = unit.actor?.personId ?? null;
  const recordedAt = unit.now.toISOString();
  const done = reviewerId === null ? null : confirm(proposed, { reviewerId, mentorIds, level, recordedAt });
  if (done === null || !done.ok) return { assessment: proposed, changes: [] };
  return { assessment: done.value.assessment, changes: [done.value.event] };
}

/**
 * Records what an interview carries into the profile of a hire. A level that the person holds already, or holds higher, stays as it is:
 * an interview shows what was asked for, not what somebody has lost.
 */
export async function carryInterviews(unit: Unit, hire: Hire): Promise<void> {
  const { record, framework } = await currentFramework(unit);
  const types = interviewTypes(framework);
  if (types === null) return;
  const { personId } = hire;
  const required = new Map<SkillKey, Level>(hire.requirements.map(({ skill, level }) => [skill, level]));
  const { carried, nothing } = interviewEvidence(hire.ratings, required, types);
  const held = (await verifiedNow(unit, { personIds: [personId] })).get(personId);
  const news = carried.filter(({ skill, level }) => level > (held?.get(skill)?.level ?? 0));
  const mentorIds = (await mentorSource().mentorsOf(unit, [personId])).get(personId) ?? [];
  const context = { unit, hire, framework, frameworkVersionId: record.id, mentorIds };
  await insertAssessments(
    unit,
    news.map((one) => assessmentOf(context, one, required.get(one.skill) ?? one.level)),
  );
  const data = {
    applicationId: hire.applicationId,
    carried: news.map(({ skill, level, evidenceType, raters }) => ({
      skill,
      level,
      evidenceType,
      raters: raters.length,
    })),
    nothing: nothing.map(({ skill, reason }) => ({ skill, reason })),
  };
  unit.record({ type: 'InterviewLevelsCarried', entity: 'Person', entityId: personId, data });
}

onHire('matrices', carryInterviews);
