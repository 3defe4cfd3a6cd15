/** Why this file exists: what must be true before a goal moves from one state to the next; only accepted evidence ends it as reached. */
import type { Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { refuseShortReason } from './reason.js';
import type { GrowthReasonTooShort } from './reason.js';
import { GOAL_TRANSITIONS } from './states.js';
import type { GoalState, PlanState } from './states.js';

export type GrowthGoalId = Id<'GrowthGoal'>;

export interface GrowthGoal {
  readonly id: GrowthGoalId;
  readonly skill: SkillKey;
  /** Level held when the goal was set; 0 = none. */
  readonly from: LevelStep['from'];
  /** Level to reach, above `from`. */
  readonly to: Level;
  readonly state: GoalState;
  /** The confirmed assessment that verified it; `null` before. */
  readonly verifiedBy: Id<'Assessment'> | null;
  /** Why it was dropped; `null` otherwise. */
  readonly dropReason: string | null;
  readonly version: number;
}

/** The confirmed, not self-claimed, assessment that is offered as proof. */
export interface GoalProof {
  readonly assessmentId: Id<'Assessment'>;
  readonly skill: SkillKey;
  /** Verified level; `null` when it is unknown. */
  readonly level: Level | null;
}

export interface GoalTransitionNotAllowed extends Problem {
  readonly code: 'GOAL_TRANSITION_NOT_ALLOWED';
  readonly from: GoalState;
  readonly to: GoalState;
}
export interface GoalPlanNotActive extends Problem {
  readonly code: 'GOAL_PLAN_NOT_ACTIVE';
  readonly planState: PlanState;
}
export interface GoalNotReached extends Problem {
  readonly code: 'GOAL_NOT_REACHED';
  readonly needed: Level;
  readonly held: Level | null;
}
export type GoalProblem = GoalTransitionNotAllowed | GoalPlanNotActive | GoalNotReached | GrowthReasonTooShort;

/** Neither open work nor open review is left on it. */
export const isSettled = (goal: GrowthGoal): boolean => GOAL_TRANSITIONS[goal.state].length === 0;

const move = (goal: GrowthGoal, state: GoalState): GrowthGoal => ({ ...goal, state, version: goal.version + 1 });

function refuseMove(goal: GrowthGoal, to: GoalState, onlyFrom?: GoalState): GoalTransitionNotAllowed | null {
  const from = goal.state;
  const allowed = GOAL_TRANSITIONS[from];
  if (allowed.includes(to) && (onlyFrom === undefined || onlyFrom === from)) return null;
  const way = onlyFrom === undefined ? '' : ` this way; only a goal that is ${onlyFrom} can`;
  const next = allowed.length === 0 ? 'Nothing can follow; set a new goal.' : `It can become ${allowed.join(' or ')}.`;
  const message = `A goal that is ${from} cannot become ${to}${way}. ${next}`;
  return { code: 'GOAL_TRANSITION_NOT_ALLOWED', message, from, to };
}

/** PLANNED → ACTIVE, while the plan is active. */
export function startGoal(
  goal: GrowthGoal,
  planState: PlanState,
): Outcome<GrowthGoal, GoalTransitionNotAllowed | GoalPlanNotActive> {
  const blocked = refuseMove(goal, 'ACTIVE', 'PLANNED');
  if (blocked !== null) return refuse(blocked);
  if (planState === 'ACTIVE') return ok(move(goal, 'ACTIVE'));
  const message = `The plan is ${planState}, so no goal of it can start. Start or resume the plan first.`;
  return refuse({ code: 'GOAL_PLAN_NOT_ACTIVE', message, planState });
}

/** ACTIVE → IN_REVIEW: the evidence was handed in. */
export function submitGoal(goal: GrowthGoal): Outcome<GrowthGoal, GoalTransitionNotAllowed> {
  const blocked = refuseMove(goal, 'IN_REVIEW');
  return blocked === null ? ok(move(goal, 'IN_REVIEW')) : refuse(blocked);
}

/** IN_REVIEW → ACTIVE: the evidence does not show the level yet. */
export function returnGoal(goal: GrowthGoal): Outcome<GrowthGoal, GoalTransitionNotAllowed> {
  const blocked = refuseMove(goal, 'ACTIVE', 'IN_REVIEW');
  return blocked === null ? ok(move(goal, 'ACTIVE')) : refuse(blocked);
}

/** IN_REVIEW → VERIFIED, by a verified level of the same skill that reaches the goal. */
export function verifyGoal(
  goal: GrowthGoal,
  proof: GoalProof,
): Outcome<GrowthGoal, GoalTransitionNotAllowed | GoalNotReached> {
  const blocked = refuseMove(goal, 'VERIFIED');
  if (blocked !== null) return refuse(blocked);
  const held = proof.skill === goal.skill ? proof.level : null;
  if (held !== null && held >= goal.to) return ok({ ...move(goal, 'VERIFIED'), verifiedBy: proof.assessmentId });
  const shows = held === null ? 'shows no verified level of it' : `shows level ${held}`;
  const message = `The goal is ${goal.skill} at level ${goal.to}, and this assessment ${shows}. Confirm an assessment at level ${goal.to} first, or send the goal back.`;
  return refuse({ code: 'GOAL_NOT_REACHED', message, needed: goal.to, held });
}

/** PLANNED, ACTIVE or IN_REVIEW → DROPPED, with a reason. */
export function dropGoal(
  goal: GrowthGoal,
  reason: string,
): Outcome<GrowthGoal, GoalTransitionNotAllowed | GrowthReasonTooShort> {
  const problem = refuseMove(goal, 'DROPPED') ?? refuseShortReason(reason);
  return problem === null ? ok({ ...move(goal, 'DROPPED'), dropReason: reason.trim() }) : refuse(problem);
}
