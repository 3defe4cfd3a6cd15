/** Why this file exists: activities of a plan start and end; starting one sets its goals in motion. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { frameworkVersion } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';
import { todayOf, verifiedNow, type VerifiedLevel } from '../../matrices/data.js';
import { startGoal } from '../domain/goal.js';
import { activityReadiness, finishActivity as finish, startActivity as start } from '../domain/planned-activity.js';
import { prerequisitesOf } from '../domain/plan-steps.js';
import { takeChangeable } from '../policy/plan.policy.js';
import { growthActivityTable, type GrowthActivityRecord, type PlanActivityId } from '../store/growth.tables.js';
import { goalOf, planOfActivity, saveGoal, type StoredPlan } from '../store/growth.store.js';
import { levelsOf } from './draft.js';
import type { Changed } from './plan-states.js';

/** Names an activity of a plan and the state of it that the caller saw. */
export interface SeenActivity {
  readonly activityId: PlanActivityId;
  readonly version: number;
}
interface Taken {
  readonly plan: StoredPlan;
  readonly activity: GrowthActivityRecord;
}

async function take(unit: Unit, { activityId, version }: SeenActivity): Promise<Outcome<Taken, Problem>> {
  const field = 'input.activityId';
  const taken = await takeChangeable(unit, await planOfActivity(unit, activityId), field);
  if (!taken.ok) return taken;
  const plan = taken.value;
  const activity = plan.activities.find(({ id }) => id === activityId);
  if (activity === undefined) return refuse(notFound('activity', field));
  return activity.version === version ? ok({ plan, activity }) : refuse(staleVersion('activity', activity.version));
}

/** Starts an activity of a running plan when something in it can be learned now; its goals become active. */
export async function startActivity(unit: Unit, input: SeenActivity): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const { plan, activity } = taken.value;
  const version = await frameworkVersion(unit, plan.frameworkVersionId);
  if (version === null) throw new Error(`the framework of plan ${plan.id} is gone`);
  const held =
    (await verifiedNow(unit, { personIds: [plan.personId] })).get(plan.personId) ?? new Map<SkillKey, VerifiedLevel>();
  const readiness = activityReadiness(activity.steps, levelsOf(held), prerequisitesOf(version.framework));
  const started = start({ key: activity.activityKey, state: activity.state }, plan.state, readiness);
  if (!started.ok) return started;
  const { id } = activity;
  await unit.change(
    growthActivityTable,
    { id, version: activity.version },
    { state: started.value, startedOn: todayOf(unit) },
  );
  const skills = new Set(activity.steps.map(({ skill }) => skill));
  for (const record of plan.goals.filter(({ skillKey, state }) => state === 'PLANNED' && skills.has(skillKey))) {
    const goal = startGoal(goalOf(record), plan.state);
    if (goal.ok) await saveGoal(unit, record, goal.value);
  }
  const data = { activity: activity.activityKey };
  unit.record({ type: 'GrowthActivityStarted', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}

/** Ends an activity. Nothing is verified by it: hand in the evidence for that. */
export async function finishActivity(unit: Unit, input: SeenActivity): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const { plan, activity } = taken.value;
  const finished = finish(activity.state, plan.state);
  if (!finished.ok) return finished;
  const { id, version } = activity;
  await unit.change(growthActivityTable, { id, version }, { state: finished.value, finishedOn: todayOf(unit) });
  const data = { activity: activity.activityKey, hours: activity.hours };
  unit.record({ type: 'GrowthActivityFinished', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: plan.id });
}
