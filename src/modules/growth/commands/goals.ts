/** Why this file exists: a goal ends in evidence that somebody else accepted, or is dropped with a reason. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import {
  inInput,
  isOnlyStated,
  onReview,
  proposeAssessment,
  type EvidenceInput,
  type Review,
} from '../../matrices/data.js';
import {
  dropGoal as drop,
  returnGoal,
  startGoal,
  submitGoal,
  verifyGoal,
  type GrowthGoal,
  type GrowthGoalId,
} from '../domain/goal.js';
import { takeChangeable } from '../policy/plan.policy.js';
import { growthActivityTable, type GrowthGoalRecord } from '../store/growth.tables.js';
import { goalOf, planOfGoal, plansWorkingOn, saveGoal, type StoredPlan } from '../store/growth.store.js';
import type { Changed } from './plan-states.js';

/** Names a goal and the state of it that the caller saw. */
export interface SeenGoal {
  readonly goalId: GrowthGoalId;
  readonly version: number;
}
interface Taken {
  readonly plan: StoredPlan;
  readonly record: GrowthGoalRecord;
}

async function take(unit: Unit, { goalId, version }: SeenGoal): Promise<Outcome<Taken, Problem>> {
  const field = 'input.goalId';
  const taken = await takeChangeable(unit, await planOfGoal(unit, goalId), field);
  if (!taken.ok) return taken;
  const plan = taken.value;
  const record = plan.goals.find(({ id }) => id === goalId);
  if (record === undefined) return refuse(notFound('goal', field));
  return record.version === version ? ok({ plan, record }) : refuse(staleVersion('goal', record.version));
}

/** A goal on which work has begun; one that was planned begins now, if the plan is active. */
const inWork = (goal: GrowthGoal, plan: StoredPlan): Outcome<GrowthGoal, Problem> =>
  goal.state === 'PLANNED' ? startGoal(goal, plan.state) : ok(goal);

/** Hands in the evidence of a goal: it proposes its level as an assessment, which a reviewer confirms or sends back. */
export async function submitGoalEvidence(
  unit: Unit,
  input: SeenGoal & { readonly evidence: readonly EvidenceInput[] },
): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const { plan, record } = taken.value;
  if (plan.personId !== unit.actor?.personId) return refuse(notFound('goal of yours', 'input.goalId'));
  if (isOnlyStated(input.evidence)) {
    const message = 'What you say of yourself is reviewed by nobody. Add a piece of evidence that shows the level.';
    return refuse({ code: 'EVIDENCE_MISSING', message, field: 'input.evidence' });
  }
  const begun = inWork(goalOf(record), plan);
  const submitted = begun.ok ? submitGoal(begun.value) : begun;
  if (!submitted.ok) return refuse(submitted.problem);
  const proposed = await proposeAssessment(unit, {
    skillKey: record.skillKey,
    level: record.toLevel,
    evidence: input.evidence,
  });
  if (!proposed.ok) return proposed;
  const assessmentId = proposed.value.id;
  await saveGoal(unit, record, submitted.value, { submittedAssessmentId: assessmentId });
  const data = { goalId: record.id, skill: record.skillKey, level: record.toLevel, assessmentId };
  unit.record({ type: 'GoalEvidenceSubmitted', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

/** Drops a goal with a reason; planned activities that served dropped goals alone are dropped with it. */
export async function dropGoal(unit: Unit, input: SeenGoal & { readonly reason: string }): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const { plan, record } = taken.value;
  const dropped = drop(goalOf(record), input.reason);
  if (!dropped.ok) return refuse(inInput(dropped.problem));
  await saveGoal(unit, record, dropped.value);
  const gone = new Set(
    plan.goals.filter(({ id, state }) => state === 'DROPPED' || id === record.id).map(({ skillKey }) => skillKey),
  );
  const idle = plan.activities.filter(
    ({ state, steps }) => state === 'PLANNED' && steps.every(({ skill }) => gone.has(skill)),
  );
  for (const { id, version } of idle) await unit.change(growthActivityTable, { id, version }, { state: 'DROPPED' });
  const data = {
    goalId: record.id,
    skill: record.skillKey,
    reason: dropped.value.dropReason,
    activities: idle.map(({ activityKey }) => activityKey),
  };
  unit.record({ type: 'GoalDropped', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

/** Where a review takes a goal; `null` when it does not concern it. */
function reviewed(plan: StoredPlan, record: GrowthGoalRecord, review: Review): GrowthGoal | null {
  const goal = goalOf(record);
  const isItsOwn = record.submittedAssessmentId === review.assessmentId && goal.state === 'IN_REVIEW';
  const proof = { assessmentId: review.assessmentId, skill: review.skill, level: review.level };
  if (review.became === 'CONFIRMED' && review.level !== null && review.level >= goal.to) {
    const begun = inWork(goal, plan);
    const submitted = begun.ok && begun.value.state === 'ACTIVE' ? submitGoal(begun.value) : begun;
    const verified = submitted.ok ? verifyGoal(submitted.value, proof) : submitted;
    return verified.ok ? verified.value : null;
  }
  const returned = isItsOwn ? returnGoal(goal) : null;
  return returned?.ok === true ? returned.value : null;
}

/** Carries a review on to the goals that it concerns: reached ones are verified, one whose evidence was not enough goes on. */
async function followReview(unit: Unit, review: Review): Promise<void> {
  for (const plan of await plansWorkingOn(unit, review.personId, review.skill)) {
    for (const record of plan.goals.filter(({ skillKey }) => skillKey === review.skill)) {
      const goal = reviewed(plan, record, review);
      if (goal === null) continue;
      await saveGoal(unit, record, goal);
      const type = goal.state === 'VERIFIED' ? 'GoalVerified' : 'GoalReturned';
      const data = {
        goalId: record.id,
        skill: record.skillKey,
        level: review.level,
        assessmentId: review.assessmentId,
      };
      unit.record({ type, entity: 'GrowthPlan', entityId: plan.id, data });
    }
  }
}
onReview('growth', followReview);
