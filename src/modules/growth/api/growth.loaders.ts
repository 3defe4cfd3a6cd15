/** Why this file exists: plans, and what is verified and accepted of their people, many at a time. */
import type { PersonId } from '../../../platform/access/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { acceptedDays, verifiedNow } from '../../matrices/data.js';
import { readable } from '../policy/plan.policy.js';
import { plansById } from '../store/growth.store.js';
import { levelsOf } from '../commands/draft.js';
import type { GrowthPlanObject } from './growth-plan.types.js';
import { planObject } from './growth.objects.js';

/** Plans by id; those that the actor may not read are absent. */
export const planLoader = defineLoader<GrowthPlanObject>('growthPlan', async (unit, ids) => {
  const visible = await readable(unit, await plansById(unit, ids));
  return new Map(visible.map((plan) => [plan.id, planObject(plan)]));
});

/** Verified levels by person. Only for people whose plan the actor was shown. */
export const heldLoader = defineLoader<ReadonlyMap<SkillKey, Level>>('growthHeld', async (unit, ids) => {
  const held = await verifiedNow(unit, { personIds: ids as PersonId[] });
  return new Map(ids.map((id) => [id, levelsOf(held.get(id as PersonId) ?? new Map())]));
});

/** Days of accepted evidence by person. Only for people whose plan the actor was shown. */
export const acceptedLoader = defineLoader<readonly string[]>('growthAccepted', async (unit, ids) => {
  const days = await acceptedDays(unit, ids as PersonId[]);
  return new Map(ids.map((id) => [id, days.get(id as PersonId) ?? []]));
});
