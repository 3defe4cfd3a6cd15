/** Why this file exists: a plan is read against what is verified today: what is reached, what can start, and what waits for what. */
import { stepsBetween } from '../../frameworks/index.js';
import type { Framework, Level, LevelStep, Prerequisite, SkillKey } from '../../frameworks/index.js';
import { bridgeBetween } from '../../job-roles/index.js';
import { stepId } from './activity-order.js';
import { stepReadiness } from './blocked-steps.js';
import type { MissingLevel } from './blocked-steps.js';

export interface PlanStep extends LevelStep {
  readonly state: 'REACHED' | 'CAN_START' | 'BLOCKED';
  /** Empty unless blocked. */
  readonly missing: readonly MissingLevel[];
}

export const prerequisitesOf = ({
  skills,
}: Pick<Framework, 'skills'>): ReadonlyMap<SkillKey, readonly Prerequisite[]> =>
  new Map(skills.map(({ key, prerequisites }) => [key, prerequisites]));

/**
 * The steps of some goals in an order in which they can be taken, each with how it stands today.
 * @param goals from the level held when the goal was set to the level to reach
 * @param held  verified levels today; a missing entry is not assessed
 */
export function planSteps(
  framework: Pick<Framework, 'skills'>,
  goals: readonly { readonly skill: SkillKey; readonly from: LevelStep['from']; readonly to: Level }[],
  held: ReadonlyMap<SkillKey, Level>,
): readonly PlanStep[] {
  const levels: readonly Level[] = [1, 2, 3, 4];
  const atStart = new Map(held);
  for (const { skill, from } of goals) {
    const level = levels.find((one) => one === from);
    if (level === undefined) atStart.delete(skill);
    else atStart.set(skill, level);
  }
  const own = new Set(
    goals
      .flatMap(({ skill, from, to }) => stepsBetween(skill, levels.find((one) => one === from) ?? null, to))
      .map(stepId),
  );
  const way = bridgeBetween(
    { skills: framework.skills, activities: [] },
    atStart,
    goals.map(({ skill, to }) => ({ skill, level: to })),
  );
  const steps = way.steps.map(({ skill, from }) => ({ skill, from })).filter((step) => own.has(stepId(step)));
  const { canStart, blocked, reached } = stepReadiness(steps, held, prerequisitesOf(framework));
  const known = new Map<string, Pick<PlanStep, 'state' | 'missing'>>([
    ...canStart.map((step) => [stepId(step), { state: 'CAN_START', missing: [] }] as const),
    ...blocked.map(({ step, missing }) => [stepId(step), { state: 'BLOCKED', missing }] as const),
    ...reached.map((step) => [stepId(step), { state: 'REACHED', missing: [] }] as const),
  ]);
  return steps.map((step) => ({ ...step, state: 'BLOCKED', missing: [], ...known.get(stepId(step)) }));
}
