/** Why this file exists: growth plans are made from what is verified, get their mentors, and start. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { agreeToMentor, createGrowthPlan, growthPlanTable, nameMentor, startGrowthPlan } from '../growth/data.js';
import type { GrowthPlanId } from '../growth/index.js';
import { currentJobRoleVersionByKey } from '../job-roles/data.js';
import type { JobRoleKey, OverlayKey } from '../job-roles/index.js';
import { daysAfter } from './calendar.js';
import { personIn, type Staff } from './company.js';
import { PLANS, type DemoPlan } from './content/plans.data.js';
import type { Story } from './story.js';

const planAct = (key: string): string => `plan/${key}`;
/** Id of a plan of the story. */
export const planOf = (story: Story, key: string): GrowthPlanId => story.idOf(planAct(key), 'GrowthPlan');

async function create(
  unit: Unit,
  one: DemoPlan,
  personId: PersonId,
  storyDay: string,
): Promise<Outcome<unknown, Problem>> {
  const target = await currentJobRoleVersionByKey(unit, one.target as JobRoleKey);
  if (target === null) return refuse(notFound(`job role ${one.target}`));
  return createGrowthPlan(unit, {
    personId,
    targetJobRoleVersionId: target.record.id,
    overlayKeys: one.overlays as OverlayKey[],
    startOn: daysAfter(storyDay, one.startOnDay),
    protectedHoursPerWeek: one.protectedHoursPerWeek,
    deploymentOn: one.deployment === undefined ? null : daysAfter(storyDay, one.deployment.day),
    deploymentName: one.deployment?.name ?? null,
  });
}

/** The plan as a command wants it named: with the version that it has now. */
export const seenPlan = async (unit: Unit, planId: GrowthPlanId) => ({
  planId,
  version: (await unit.findOne(growthPlanTable, { id: planId }))?.version ?? 0,
});

function demoPlan(key: string): DemoPlan {
  const one = PLANS.find((plan) => plan.key === key);
  if (one === undefined) throw new Error(`there is no plan ${key}`);
  return one;
}

/** A plan is made, and a mentor named who may have agreed. @param staff with the hire, for the plan of the hire */
export async function tellPlan(story: Story, staff: Staff, key: string): Promise<void> {
  const one = demoPlan(key);
  const name = planAct(key);
  const { mentor } = one;
  await story.act(name, one.by, { day: one.createdDay, time: '13:10' }, (unit) =>
    create(unit, one, personIn(staff, one.person), story.theatre.storyDay),
  );
  if (mentor === undefined) return;
  const planId = planOf(story, key);
  await story.act(`${name}/mentor`, one.by, { day: mentor.namedDay, time: '13:30' }, async (unit) =>
    nameMentor(unit, { ...(await seenPlan(unit, planId)), mentorId: personIn(staff, mentor.key) }),
  );
  if (mentor.agreedDay === null) return;
  await story.act(`${name}/agreed`, mentor.key, { day: mentor.agreedDay, time: '08:45' }, async (unit) =>
    agreeToMentor(unit, await seenPlan(unit, planId)),
  );
}

/** A plan starts, unless it is still a draft. */
export async function tellStart(story: Story, key: string): Promise<void> {
  const { by, startedDay } = demoPlan(key);
  if (startedDay === null) return;
  const planId = planOf(story, key);
  await story.act(`${planAct(key)}/start`, by, { day: startedDay, time: '09:00' }, async (unit) =>
    startGrowthPlan(unit, await seenPlan(unit, planId)),
  );
}
