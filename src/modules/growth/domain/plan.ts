/** Why this file exists: what must be true before a growth plan moves from one state to the next. */
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { isSettled } from './goal.js';
import type { GrowthGoal, GrowthGoalId } from './goal.js';
import { refuseShortReason } from './reason.js';
import type { GrowthReasonTooShort } from './reason.js';
import { PLAN_TRANSITIONS } from './states.js';
import type { PlanState } from './states.js';
import type { SupportFinding } from './support.js';

export type GrowthPlanId = Id<'GrowthPlan'>;

/** The part of a growth plan that its states speak of. */
export interface GrowthPlan {
  readonly id: GrowthPlanId;
  readonly personId: Id<'Person'>;
  readonly state: PlanState;
  /** ISO date of the first start; `null` while it is a draft. */
  readonly startedOn: string | null;
  /** ISO date of completion or closing; `null` before. */
  readonly endedOn: string | null;
  /** Why it was closed without being completed; `null` otherwise. */
  readonly closeReason: string | null;
  readonly version: number;
}

export interface PlanTransitionNotAllowed extends Problem {
  readonly code: 'PLAN_TRANSITION_NOT_ALLOWED';
  readonly from: PlanState;
  readonly to: PlanState;
}
export interface PlanWithoutGoals extends Problem {
  readonly code: 'PLAN_WITHOUT_GOALS';
}
export interface PlanWithoutSupport extends Problem {
  readonly code: 'PLAN_WITHOUT_SUPPORT';
  readonly findings: readonly SupportFinding[];
}
export interface PlanGoalsOpen extends Problem {
  readonly code: 'PLAN_GOALS_OPEN';
  /** Goals neither verified nor dropped; empty when every goal was dropped. */
  readonly openGoals: readonly GrowthGoalId[];
}
export type PlanProblem =
  | PlanTransitionNotAllowed
  | PlanWithoutGoals
  | PlanWithoutSupport
  | PlanGoalsOpen
  | GrowthReasonTooShort;

function refuseMove(plan: GrowthPlan, to: PlanState, onlyFrom?: PlanState): PlanTransitionNotAllowed | null {
  const from = plan.state;
  const allowed = PLAN_TRANSITIONS[from];
  if (allowed.includes(to) && (onlyFrom === undefined || onlyFrom === from)) return null;
  const way = onlyFrom === undefined ? '' : ` this way; only a plan that is ${onlyFrom} can`;
  const next = allowed.length === 0 ? 'Nothing can follow; make a new plan.' : `It can become ${allowed.join(' or ')}.`;
  const message = `A plan that is ${from} cannot become ${to}${way}. ${next}`;
  return { code: 'PLAN_TRANSITION_NOT_ALLOWED', message, from, to };
}

const move = (plan: GrowthPlan, state: PlanState): GrowthPlan => ({ ...plan, state, version: plan.version + 1 });

/**
 * DRAFT → ACTIVE. A plan needs a goal, and a bridge plan the support that makes it more than a new title.
 * @param on       ISO date
 * @param findings what `supportFindings` says of this plan; any finding stops the start
 */
export function startPlan(
  plan: GrowthPlan,
  goals: readonly GrowthGoal[],
  findings: readonly SupportFinding[],
  on: string,
): Outcome<GrowthPlan, PlanTransitionNotAllowed | PlanWithoutGoals | PlanWithoutSupport> {
  const blocked = refuseMove(plan, 'ACTIVE', 'DRAFT');
  if (blocked !== null) return refuse(blocked);
  if (!goals.some(({ state }) => state !== 'DROPPED')) {
    const message = 'A plan without a goal cannot start. Add at least one goal.';
    return refuse({ code: 'PLAN_WITHOUT_GOALS', message, field: 'goals' });
  }
  if (findings.length > 0) {
    const isAllButConsent = findings.every(({ code }) => code === 'MENTOR_NOT_AGREED');
    const lead = isAllButConsent ? '' : 'This bridge plan is a title change, not a transition. ';
    const message = `${lead}${findings.map((finding) => finding.message).join(' ')}`;
    return refuse({ code: 'PLAN_WITHOUT_SUPPORT', message, findings });
  }
  return ok({ ...move(plan, 'ACTIVE'), startedOn: on });
}

/** ACTIVE → PAUSED: no dates are due and no stall is signalled until it is resumed. */
export function pausePlan(plan: GrowthPlan): Outcome<GrowthPlan, PlanTransitionNotAllowed> {
  const blocked = refuseMove(plan, 'PAUSED');
  return blocked === null ? ok(move(plan, 'PAUSED')) : refuse(blocked);
}

/** PAUSED → ACTIVE; the day of the first start stays. */
export function resumePlan(plan: GrowthPlan): Outcome<GrowthPlan, PlanTransitionNotAllowed> {
  const blocked = refuseMove(plan, 'ACTIVE', 'PAUSED');
  return blocked === null ? ok(move(plan, 'ACTIVE')) : refuse(blocked);
}

/** ACTIVE → COMPLETED, once every goal is verified or dropped and at least one is verified. */
export function completePlan(
  plan: GrowthPlan,
  goals: readonly GrowthGoal[],
  on: string,
): Outcome<GrowthPlan, PlanTransitionNotAllowed | PlanGoalsOpen> {
  const blocked = refuseMove(plan, 'COMPLETED');
  if (blocked !== null) return refuse(blocked);
  const openGoals = goals.filter((goal) => !isSettled(goal)).map(({ id }) => id);
  if (openGoals.length > 0) {
    const message = `${openGoals.length} of ${goals.length} goals are neither verified nor dropped. Settle them first, or close the plan with a reason.`;
    return refuse({ code: 'PLAN_GOALS_OPEN', message, openGoals });
  }
  if (!goals.some(({ state }) => state === 'VERIFIED')) {
    const message = 'No goal of this plan was verified, so it is not completed. Close it with a reason instead.';
    return refuse({ code: 'PLAN_GOALS_OPEN', message, openGoals });
  }
  return ok({ ...move(plan, 'COMPLETED'), endedOn: on });
}

/** DRAFT, ACTIVE or PAUSED → CLOSED, with a reason; the goals stay as they are. */
export function closePlan(
  plan: GrowthPlan,
  reason: string,
  on: string,
): Outcome<GrowthPlan, PlanTransitionNotAllowed | GrowthReasonTooShort> {
  const problem = refuseMove(plan, 'CLOSED') ?? refuseShortReason(reason);
  return problem === null ? ok({ ...move(plan, 'CLOSED'), endedOn: on, closeReason: reason.trim() }) : refuse(problem);
}
