/** Why this file exists: a growth plan is kept as a draft, its starting levels with the assessments behind them. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { isWithin, noEmployeeRecord, reachOf } from '../../matrices/data.js';
import type { GrowthPlanId } from '../domain/plan.js';
import {
  growthActivityTable,
  growthGoalTable,
  growthPlanTable,
  type GrowthActivityRecord,
  type GrowthGoalRecord,
  type GrowthPlanRecord,
} from '../store/growth.tables.js';
import { makePlan, type MadePlan, type PlanWish } from './draft.js';

export interface NewPlan extends Omit<PlanWish, 'personId'> {
  /** The actor when absent. */
  readonly personId?: PersonId | null;
  readonly deploymentOn?: string | null;
  readonly deploymentName?: string | null;
}

const planRecord = (unit: Unit, made: MadePlan, input: NewPlan): GrowthPlanRecord => ({
  id: newId<'GrowthPlan'>(),
  personId: made.person.id,
  targetJobRoleVersionId: made.target.record.id,
  overlayKeys: made.overlayKeys,
  frameworkVersionId: made.version.record.id,
  state: 'DRAFT',
  isBridge: made.isBridge,
  startOn: made.startOn,
  protectedHoursPerWeek: made.protectedHoursPerWeek,
  weeklyHours: made.weeklyHours,
  mentorId: null,
  mentorAgreedAt: null,
  mentorDeclinedById: null,
  mentorDeclinedAt: null,
  mentorDeclineReason: null,
  deploymentOn: input.deploymentOn ?? null,
  deploymentName: input.deploymentName ?? null,
  startedOn: null,
  endedOn: null,
  closeReason: null,
  createdAt: unit.now.toISOString(),
  version: 1,
});

const goalRecords = (planId: GrowthPlanId, { draft, held }: MadePlan): GrowthGoalRecord[] =>
  draft.goals.map((goal, i) => ({
    id: newId<'GrowthGoal'>(),
    planId,
    skillKey: goal.skill,
    fromLevel: goal.from,
    toLevel: goal.to,
    isAsked: goal.isAsked,
    state: 'PLANNED',
    startOn: goal.startsOn,
    endOn: goal.endsOn,
    position: i + 1,
    startingAssessmentId: held.get(goal.skill)?.assessmentId ?? null,
    submittedAssessmentId: null,
    verifiedById: null,
    dropReason: null,
    version: 1,
  }));

const activityRecords = (planId: GrowthPlanId, { draft }: MadePlan): GrowthActivityRecord[] =>
  draft.activities.map(({ activity, steps, startsOn, endsOn, weeks }, i) => ({
    id: newId<'GrowthPlanActivity'>(),
    planId,
    activityKey: activity.key,
    kind: activity.kind,
    lever: activity.lever,
    hours: activity.hours,
    weeks,
    startOn: startsOn,
    endOn: endsOn,
    steps,
    state: 'PLANNED',
    startedOn: null,
    finishedOn: null,
    position: i + 1,
    version: 1,
  }));

/** Keeps a plan from the levels verified today to a job role, for oneself or for a direct report. */
export async function createGrowthPlan(unit: Unit, input: NewPlan): Promise<Outcome<{ id: GrowthPlanId }, Problem>> {
  const personId = input.personId ?? unit.actor?.personId ?? null;
  if (personId === null) return refuse(noEmployeeRecord());
  if (!isWithin(await reachOf(unit, 'growth-plan:create'), personId))
    return refuse(notFound('person', 'input.personId'));
  const made = await makePlan(unit, { ...input, personId });
  if (!made.ok) return made;
  const { draft, target, overlayKeys, isBridge } = made.value;
  if (draft.goals.length === 0) {
    const message = 'Every level that this job role asks for is verified already. Choose another target.';
    return refuse({ code: 'PLAN_HAS_NOTHING_TO_RAISE', message, field: 'input.targetJobRoleVersionId' });
  }
  const plan = planRecord(unit, made.value, input);
  await unit.insert(growthPlanTable, [plan]);
  await unit.insert(growthGoalTable, goalRecords(plan.id, made.value));
  await unit.insert(growthActivityTable, activityRecords(plan.id, made.value));
  const data = {
    personId,
    target: target.jobRole.key,
    targetJobRoleVersionId: target.record.id,
    overlayKeys,
    isBridge,
    startOn: plan.startOn,
    protectedHoursPerWeek: plan.protectedHoursPerWeek,
    goals: draft.goals.map(({ skill, from, to }) => ({ skill, from, to })),
  };
  unit.record({ type: 'GrowthPlanCreated', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}
