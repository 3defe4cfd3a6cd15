/** Why this file exists: a plan starts, rests, goes on and ends; a bridge without support does not start. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { staleVersion } from '../../../platform/problems/index.js';
import { inInput, todayOf } from '../../matrices/data.js';
import {
  closePlan,
  completePlan,
  pausePlan,
  resumePlan,
  startPlan,
  type GrowthPlan,
  type GrowthPlanId,
  type PlanWithoutSupport,
} from '../domain/plan.js';
import type { SupportFinding } from '../domain/support.js';
import { takeSeen, type SeenPlan } from '../policy/plan.policy.js';
import { growthPlanTable } from '../store/growth.tables.js';
import { goalOf, planOf, type StoredPlan } from '../store/growth.store.js';
import { supportOf } from './support-of.js';

export type Changed = Outcome<{ id: GrowthPlanId }, Problem>;

/** The refusal of a plan that would run without the support of a bridge; its findings as plain codes, for the caller's facts. */
export const withoutSupport = (
  { message, code }: Pick<PlanWithoutSupport, 'message' | 'code'>,
  findings: readonly SupportFinding[],
): Problem & { readonly findings: readonly string[] } => ({
  code,
  message,
  findings: findings.map((finding) => finding.code),
});

/** The same refusal for a plan that has started: it would lose what made it a transition. */
export function refuseLostSupport(findings: readonly SupportFinding[]): Problem | null {
  if (findings.length === 0) return null;
  const message = `Without it this bridge plan is a title change. ${findings.map((finding) => finding.message).join(' ')}`;
  return withoutSupport({ code: 'PLAN_WITHOUT_SUPPORT', message }, findings);
}

async function move(
  unit: Unit,
  seen: SeenPlan,
  type: string,
  step: (plan: StoredPlan) => Outcome<GrowthPlan, Problem>,
): Promise<Changed> {
  const taken = await takeSeen(unit, seen);
  if (!taken.ok) return taken;
  const stepped = step(taken.value);
  if (!stepped.ok) return refuse(inInput(stepped.problem, { goals: null }));
  const { id, version, state } = taken.value;
  const { state: to, startedOn, endedOn, closeReason } = stepped.value;
  if (!(await unit.change(growthPlanTable, { id, version }, { state: to, startedOn, endedOn, closeReason })))
    return refuse(staleVersion('growth plan', null));
  unit.record({ type, entity: 'GrowthPlan', entityId: id, data: { from: state, to, reason: closeReason } });
  return ok({ id });
}

/** @param input `on` is the day of the start; today when absent */
export const startGrowthPlan = (unit: Unit, input: SeenPlan & { readonly on?: string }): Promise<Changed> =>
  move(unit, input, 'GrowthPlanStarted', (plan) => {
    const findings = supportOf(plan);
    const started = startPlan(planOf(plan), plan.goals.map(goalOf), findings, input.on ?? todayOf(unit));
    if (started.ok || started.problem.code !== 'PLAN_WITHOUT_SUPPORT') return started;
    return refuse(withoutSupport(started.problem, findings));
  });

export const pauseGrowthPlan = (unit: Unit, input: SeenPlan): Promise<Changed> =>
  move(unit, input, 'GrowthPlanPaused', (plan) => pausePlan(planOf(plan)));

/** A bridge goes on only with its support, as it starts only with it. */
export const resumeGrowthPlan = (unit: Unit, input: SeenPlan): Promise<Changed> =>
  move(unit, input, 'GrowthPlanResumed', (plan) => {
    const resumed = resumePlan(planOf(plan));
    const lost = resumed.ok ? refuseLostSupport(supportOf(plan)) : null;
    return lost === null ? resumed : refuse(lost);
  });

export const completeGrowthPlan = (unit: Unit, input: SeenPlan): Promise<Changed> =>
  move(unit, input, 'GrowthPlanCompleted', (plan) => completePlan(planOf(plan), plan.goals.map(goalOf), todayOf(unit)));

export const closeGrowthPlan = (unit: Unit, input: SeenPlan & { readonly reason: string }): Promise<Changed> =>
  move(unit, input, 'GrowthPlanClosed', (plan) => closePlan(planOf(plan), input.reason, todayOf(unit)));
