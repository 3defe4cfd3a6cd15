/** Why this file exists: from what a person holds and what a job role asks for to goals, ordered steps and dated activities. */
import { topologicalOrder } from '../../frameworks/index.js';
import type {
  Activity,
  ActivityKey,
  Framework,
  Level,
  LevelStep,
  SkillKey,
  UncoveredStep,
} from '../../frameworks/index.js';
import { bridgeBetween } from '../../job-roles/index.js';
import type { BridgeGoal, BridgeStep, Requirement } from '../../job-roles/index.js';
import { ok } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import type { BrokenCycle, PlannedActivity, StepDependency } from './activity-order.js';
import { schedulePlan } from './schedule.js';
import type { Schedule, ScheduleProblem } from './schedule.js';

export interface DraftGoal {
  readonly skill: SkillKey;
  /** Level held; 0 = none known. */
  readonly from: LevelStep['from'];
  readonly to: Level;
  /** False when only a prerequisite of another goal asks for this level. */
  readonly isAsked: boolean;
  /** ISO dates of its first and last activity; `null` when no activity leads to it. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface DraftActivity {
  readonly activity: Activity;
  /** The steps of the plan that it is chosen to raise. */
  readonly steps: readonly LevelStep[];
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whole calendar weeks, at least 1. */
  readonly weeks: number;
  readonly hoursPerWeek: number;
}

export interface DraftPlan {
  /** Prerequisites first, then the order of the framework. */
  readonly goals: readonly DraftGoal[];
  /** One level each, every step after all that block it. */
  readonly steps: readonly BridgeStep[];
  /** By start, then by key. */
  readonly activities: readonly DraftActivity[];
  readonly uncovered: readonly UncoveredStep[];
  /** Activities that wait for one another and of which one starts first. */
  readonly broken: readonly BrokenCycle[];
  /** Last day of the last activity; `null` without activities. */
  readonly endsOn: string | null;
}

export interface PlanFrame {
  /** ISO date of the first day. */
  readonly startsOn: string;
  /** Hours of each week kept free, above 0. */
  readonly protectedHoursPerWeek: number;
}
type PlanFramework = Pick<Framework, 'skills' | 'activities'>;

/** What must come before each step: the prerequisites that are not held yet; lower levels of the same skill need not be said. */
const dependenciesOf = (steps: readonly BridgeStep[]): readonly StepDependency[] =>
  steps.flatMap(({ skill, from, blockedBy }) =>
    blockedBy.flatMap((blocker): readonly StepDependency[] => {
      const before = LEVELS_BELOW[blocker.level];
      return blocker.because === 'PREREQUISITE'
        ? [{ before: { skill: blocker.skill, from: before }, after: { skill, from } }]
        : [];
    }),
  );
const LEVELS_BELOW: Readonly<Record<Level, LevelStep['from']>> = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 };

/** Goals with their prerequisites first; on a cyclic graph, which is never published, the order of the framework stays. */
function inOrder(goals: readonly BridgeGoal[], { skills }: PlanFramework): readonly BridgeGoal[] {
  const order = topologicalOrder(skills);
  const place = new Map((order.ok ? order.value : []).map((key, index) => [key, index]));
  const at = (key: SkillKey): number => place.get(key) ?? place.size;
  return goals.toSorted((a, b) => at(a.skill) - at(b.skill));
}

/** The goals of a bridge with the days between which their activities lie; `null` for a goal that no activity works on. */
function datedGoals(goals: readonly BridgeGoal[], dated: Schedule['goals']): DraftPlan['goals'] {
  const dates = new Map(dated.map((goal) => [goal.skill, goal]));
  return goals.map(({ skill, from, to, isAskedByJobRole }) => ({
    skill,
    from,
    to,
    isAsked: isAskedByJobRole,
    startsOn: dates.get(skill)?.startsOn ?? null,
    endsOn: dates.get(skill)?.endsOn ?? null,
  }));
}

/**
 * A plan from held levels to requirements.
 * @param held          verified levels; a missing entry is not assessed and starts at 0
 * @param requirements  effective ones when overlays apply
 * @returns             a plan without goals when nothing is missing
 * @source docs/methods/arithmetic.md, the bridge
 */
export function draftPlan(
  framework: PlanFramework,
  held: ReadonlyMap<SkillKey, Level>,
  requirements: readonly Pick<Requirement, 'skill' | 'level'>[],
  frame: PlanFrame,
): Outcome<DraftPlan, ScheduleProblem> {
  const bridge = bridgeBetween(framework, held, requirements);
  const scheduled = schedulePlan({
    ...frame,
    steps: bridge.steps,
    dependencies: dependenciesOf(bridge.steps),
    activities: bridge.chosen.map(({ activity: { key, hours, weeks, needs }, covers }) => ({
      key,
      hours,
      weeks,
      needs,
      steps: covers,
    })),
  });
  if (!scheduled.ok) return scheduled;
  const chosen = new Map<ActivityKey, (typeof bridge.chosen)[number]>(
    bridge.chosen.map((one) => [one.activity.key, one]),
  );
  const { broken, endsOn } = scheduled.value;
  const goals = datedGoals(inOrder(bridge.goals, framework), scheduled.value.goals);
  const activities = scheduled.value.activities.flatMap(({ key, startsOn, endsOn: end, weeks, hoursPerWeek }) => {
    const one = chosen.get(key);
    return one === undefined
      ? []
      : [{ activity: one.activity, steps: one.covers, startsOn, endsOn: end, weeks, hoursPerWeek }];
  });
  return ok({ goals, steps: bridge.steps, activities, uncovered: bridge.uncovered, broken, endsOn });
}

/**
 * New dates for the activities of a plan that are not done yet, in the order that today's levels ask for.
 * @param held  verified levels today; what is held already holds nothing back
 */
export function redate(
  framework: Pick<Framework, 'skills'>,
  held: ReadonlyMap<SkillKey, Level>,
  activities: readonly PlannedActivity[],
  frame: PlanFrame,
): Outcome<Schedule, ScheduleProblem> {
  const steps = activities.flatMap((activity) => activity.steps);
  const levels: readonly Level[] = [1, 2, 3, 4, 5];
  const targets = steps.flatMap(({ skill, from }) =>
    levels.filter((level) => level === from + 1).map((level) => ({ skill, level })),
  );
  const way = bridgeBetween({ skills: framework.skills, activities: [] }, held, targets);
  return schedulePlan({ ...frame, steps, dependencies: dependenciesOf(way.steps), activities });
}
