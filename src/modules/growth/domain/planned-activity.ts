/** Why this file exists: an activity of a plan starts when something in it can be learned now, and ends in evidence, not by itself. */
import type { ActivityKey, Level, LevelStep, Prerequisite, SkillKey } from '../../frameworks/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { stepReadiness } from './blocked-steps.js';
import type { MissingLevel } from './blocked-steps.js';
import type { PlanState } from './states.js';

export const ACTIVITY_STATES = ['PLANNED', 'ACTIVE', 'DONE', 'DROPPED'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** Where each state may go; a state with an empty list is final. */
export const ACTIVITY_TRANSITIONS: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  PLANNED: ['ACTIVE', 'DROPPED'],
  ACTIVE: ['DONE', 'DROPPED'],
  DONE: [],
  DROPPED: [],
};

export interface ActivityReadiness {
  /** True when at least one of its steps can start now, or all are reached; then the rest follows within it. */
  readonly canStart: boolean;
  /** What its steps still need from elsewhere, one entry per skill at the highest level needed, sorted by skill key. */
  readonly missing: readonly MissingLevel[];
}

/**
 * Whether an activity can start with the levels held now. What it raises itself is not counted as missing.
 * @param steps         steps of the plan that it raises
 * @param held          verified levels; a missing skill is not assessed
 * @param prerequisites per skill; a missing skill has none
 */
export function activityReadiness(
  steps: readonly LevelStep[],
  held: ReadonlyMap<SkillKey, Level>,
  prerequisites: ReadonlyMap<SkillKey, readonly Prerequisite[]>,
): ActivityReadiness {
  const { canStart, blocked } = stepReadiness(steps, held, prerequisites);
  const raises = (skill: SkillKey, level: Level): boolean =>
    steps.some((step) => step.skill === skill && step.from === level - 1);
  const bySkill = new Map<SkillKey, MissingLevel>();
  for (const one of blocked.flatMap(({ missing }) => missing)) {
    if (raises(one.skill, one.level)) continue;
    const known = bySkill.get(one.skill);
    if (known === undefined || known.level < one.level) bySkill.set(one.skill, one);
  }
  const missing = [...bySkill.values()].toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  return { canStart: canStart.length > 0 || blocked.length === 0, missing };
}

export interface ActivityTransitionNotAllowed extends Problem {
  readonly code: 'ACTIVITY_TRANSITION_NOT_ALLOWED';
  readonly from: ActivityState;
  readonly to: ActivityState;
}
export interface ActivityPlanNotActive extends Problem {
  readonly code: 'ACTIVITY_PLAN_NOT_ACTIVE';
  readonly planState: PlanState;
}
export interface ActivityBlocked extends Problem {
  readonly code: 'ACTIVITY_BLOCKED';
  readonly activity: ActivityKey;
  /** For example "needs data-sourcing at level 2, held: not assessed". */
  readonly missing: readonly string[];
}
export type ActivityProblem = ActivityTransitionNotAllowed | ActivityPlanNotActive | ActivityBlocked;

function refuseMove(from: ActivityState, to: ActivityState, planState: PlanState): ActivityProblem | null {
  const allowed = ACTIVITY_TRANSITIONS[from];
  if (!allowed.includes(to)) {
    const next = allowed.length === 0 ? 'Nothing can follow.' : `It can become ${allowed.join(' or ')}.`;
    const message = `An activity that is ${from} cannot become ${to}. ${next}`;
    return { code: 'ACTIVITY_TRANSITION_NOT_ALLOWED', message, from, to };
  }
  if (planState === 'ACTIVE') return null;
  const message = `The plan is ${planState}, so nothing of it starts or ends. Start or resume the plan first.`;
  return { code: 'ACTIVITY_PLAN_NOT_ACTIVE', message, planState };
}

/** PLANNED → ACTIVE, while the plan is active and something in it can be learned now. */
export function startActivity(
  activity: { readonly key: ActivityKey; readonly state: ActivityState },
  planState: PlanState,
  readiness: ActivityReadiness,
): Outcome<'ACTIVE', ActivityProblem> {
  const blocked = refuseMove(activity.state, 'ACTIVE', planState);
  if (blocked !== null) return refuse(blocked);
  if (readiness.canStart) return ok('ACTIVE');
  const missing = readiness.missing.map(({ message }) => message);
  const message = `Nothing in this activity can be learned yet: it ${missing.join('; it ')}. Reach that first.`;
  return refuse({ code: 'ACTIVITY_BLOCKED', message, activity: activity.key, missing });
}

/** ACTIVE → DONE, while the plan is active. It verifies nothing: evidence does. */
export function finishActivity(state: ActivityState, planState: PlanState): Outcome<'DONE', ActivityProblem> {
  const blocked = refuseMove(state, 'DONE', planState);
  return blocked === null ? ok('DONE') : refuse(blocked);
}
