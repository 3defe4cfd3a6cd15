/** Why this file exists: a plan is dated anew when its start, its protected hours or its deployment change. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { staleVersion } from '../../../platform/problems/index.js';
import { frameworkVersion } from '../../frameworks/data.js';
import type { Framework, SkillKey } from '../../frameworks/index.js';
import { inInput, todayOf, verifiedNow, type VerifiedLevel } from '../../matrices/data.js';
import type { PlannedActivity } from '../domain/activity-order.js';
import { redate } from '../domain/draft-plan.js';
import type { Schedule } from '../domain/schedule.js';
import { PLAN_TRANSITIONS } from '../domain/states.js';
import { takeSeen, type SeenPlan } from '../policy/plan.policy.js';
import {
  growthActivityTable,
  growthGoalTable,
  growthPlanTable,
  type GrowthActivityRecord,
} from '../store/growth.tables.js';
import type { StoredPlan } from '../store/growth.store.js';
import { levelsOf, refuseHours } from './draft.js';
import { refuseLostSupport, type Changed } from './plan-states.js';
import { supportOf } from './support-of.js';

/** What is absent stays as it is; `null` takes a deployment back. */
export interface PlanChanges extends SeenPlan {
  /** Day from which everything that is not done is dated anew; of a running plan today when absent. */
  readonly startOn?: string | null;
  readonly protectedHoursPerWeek?: number | null;
  readonly weeklyHours?: number | null;
  readonly deploymentOn?: string | null;
  readonly deploymentName?: string | null;
}

/** The refusal of a change to a plan that has ended. */
export function refuseEnded(plan: StoredPlan): Problem | null {
  if (PLAN_TRANSITIONS[plan.state].length > 0) return null;
  const message = `A plan that is ${plan.state} stays as it is. Make a new plan.`;
  return { code: 'PLAN_TRANSITION_NOT_ALLOWED', message };
}

const isOpen = ({ state }: GrowthActivityRecord): boolean => state === 'PLANNED' || state === 'ACTIVE';

/** Activities that are not done, with the usual length that the framework gives them. */
const openActivities = (plan: StoredPlan, { activities }: Framework): readonly PlannedActivity[] =>
  plan.activities.filter(isOpen).map(({ activityKey: key, hours, weeks, steps }) => {
    const usual = activities.find((one) => one.key === key);
    return { key, hours, weeks: usual?.weeks ?? weeks, steps, needs: usual?.needs ?? [] };
  });

/** Writes the new dates of open activities, and of the goals that any activity leads to. */
async function writeDates(unit: Unit, plan: StoredPlan, schedule: Schedule): Promise<void> {
  const dates = new Map(schedule.activities.map((one) => [one.key, one]));
  const dated = plan.activities.map((activity) => {
    const found = isOpen(activity) ? dates.get(activity.activityKey) : undefined;
    return found === undefined
      ? activity
      : { ...activity, startOn: found.startsOn, endOn: found.endsOn, weeks: found.weeks };
  });
  for (const [i, { id, startOn, endOn, weeks, version }] of dated.entries()) {
    if (dated[i] === plan.activities[i]) continue;
    await unit.change(growthActivityTable, { id, version }, { startOn, endOn, weeks });
  }
  for (const { id, skillKey, version } of plan.goals) {
    const raising = dated.filter(
      ({ state, steps }) => state !== 'DROPPED' && steps.some(({ skill }) => skill === skillKey),
    );
    const startOn = raising.map((one) => one.startOn).toSorted()[0] ?? null;
    const endOn =
      raising
        .map((one) => one.endOn)
        .toSorted()
        .at(-1) ?? null;
    await unit.change(growthGoalTable, { id, version }, { startOn, endOn });
  }
}

/** The schedule of what is not done, from a day on. */
async function scheduleFrom(
  unit: Unit,
  plan: StoredPlan,
  startsOn: string,
  protectedHoursPerWeek: number,
): Promise<Outcome<Schedule, Problem>> {
  const version = await frameworkVersion(unit, plan.frameworkVersionId);
  if (version === null) throw new Error(`the framework of plan ${plan.id} is gone`);
  const held =
    (await verifiedNow(unit, { personIds: [plan.personId] })).get(plan.personId) ?? new Map<SkillKey, VerifiedLevel>();
  const activities = openActivities(plan, version.framework);
  const dated = redate(version.framework, levelsOf(held), activities, { startsOn, protectedHoursPerWeek });
  return dated.ok ? dated : refuse(inInput(dated.problem, { activities: null }));
}

/**
 * Changes dates, hours and the deployment of a plan. Everything that is not done is dated anew; what is done keeps its dates.
 * A bridge that has started cannot lose its deployment or its protected time this way.
 */
export async function updateGrowthPlan(unit: Unit, input: PlanChanges): Promise<Changed> {
  const taken = await takeSeen(unit, input);
  if (!taken.ok) return taken;
  const plan = taken.value;
  const isDraft = plan.state === 'DRAFT';
  const changes = {
    startOn: input.startOn ?? (isDraft ? plan.startOn : todayOf(unit)),
    protectedHoursPerWeek: input.protectedHoursPerWeek ?? plan.protectedHoursPerWeek,
    weeklyHours: input.weeklyHours ?? plan.weeklyHours,
    deploymentOn: input.deploymentOn === undefined ? plan.deploymentOn : input.deploymentOn,
    deploymentName: input.deploymentName === undefined ? plan.deploymentName : input.deploymentName,
  };
  const lost = isDraft ? null : refuseLostSupport(lostBy(plan, { ...plan, ...changes }));
  const problem = refuseEnded(plan) ?? refuseHours(changes.protectedHoursPerWeek, changes.weeklyHours) ?? lost;
  if (problem !== null) return refuse(problem);
  const isDatedAnew = (input.startOn ?? null) !== null || changes.protectedHoursPerWeek !== plan.protectedHoursPerWeek;
  if (isDatedAnew) {
    const schedule = await scheduleFrom(unit, plan, changes.startOn, changes.protectedHoursPerWeek);
    if (!schedule.ok) return schedule;
    await writeDates(unit, plan, schedule.value);
  }
  const kept = isDatedAnew ? changes : { ...changes, startOn: plan.startOn };
  if (!(await unit.change(growthPlanTable, { id: plan.id, version: plan.version }, kept)))
    return refuse(staleVersion('growth plan', null));
  unit.record({ type: 'GrowthPlanUpdated', entity: 'GrowthPlan', entityId: plan.id, data: { ...kept, isDatedAnew } });
  return ok({ id: plan.id });
}

/** Findings that a change would add; what was missing before is not held against it. */
function lostBy(before: StoredPlan, after: StoredPlan): ReturnType<typeof supportOf> {
  const known = new Set(supportOf(before).map(({ code }) => code));
  return supportOf(after).filter(({ code }) => !known.has(code));
}
