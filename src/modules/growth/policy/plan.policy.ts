/** Why this file exists: which growth plans a member may read, and which they may change. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { isWithin, reachOf } from '../../matrices/data.js';
import type { GrowthPlanId } from '../domain/plan.js';
import type { GrowthPlanRecord } from '../store/growth.tables.js';
import { takePlan, type StoredPlan } from '../store/growth.store.js';

/** Own plans, those of direct reports, those of people whom the actor mentors, or all; in their order. */
export async function readable<P extends Pick<GrowthPlanRecord, 'personId'>>(
  unit: Unit,
  plans: readonly P[],
): Promise<readonly P[]> {
  const reach = await reachOf(unit, 'growth-plan:read');
  return plans.filter(({ personId }) => isWithin(reach, personId));
}

/** Names a plan and the state of it that the caller saw. */
export interface SeenPlan {
  readonly planId: GrowthPlanId;
  readonly version: number;
}

/** A plan that the actor may change, locked; refused as absent when they may not. */
export async function takeChangeable(
  unit: Unit,
  planId: GrowthPlanId | null,
  field: string,
): Promise<Outcome<StoredPlan, Problem>> {
  const plan = planId === null ? null : await takePlan(unit, planId);
  const isMine = plan !== null && isWithin(await reachOf(unit, 'growth-plan:update'), plan.personId);
  return isMine ? ok(plan) : refuse(notFound('growth plan', field));
}

/** The same, at the version that the caller saw. */
export async function takeSeen(unit: Unit, seen: SeenPlan): Promise<Outcome<StoredPlan, Problem>> {
  const taken = await takeChangeable(unit, seen.planId, 'input.planId');
  if (!taken.ok || taken.value.version === seen.version) return taken;
  return refuse(staleVersion('growth plan', taken.value.version));
}
