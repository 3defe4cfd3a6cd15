/** Why this file exists: the first draft of an interview plan is computed: the fewest items that still assess every must-have. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Requirement } from '../../job-roles/index.js';
import { smallestCover } from './cover-search.js';
import type { CoverStage } from './cover-search.js';
import type { PlannedItem } from './interview-plan.js';
import type { Kit, KitItem, StageKey } from './kit.js';

export interface SuggestedStage {
  readonly stage: StageKey;
  /** Minutes of its items together, within the ceiling of the stage. */
  readonly minutes: number;
  /** In kit order. Each rates all of its skills that the job role asks for, must-have or not. */
  readonly items: readonly PlannedItem[];
}

export interface SuggestedPlan {
  /** Stages that are needed, in kit order; a stage without a chosen item is left out. */
  readonly stages: readonly SuggestedStage[];
  readonly minutes: number;
  /** Must-haves that no choice of items at this rung within the minutes could add, in the order of the requirements. */
  readonly uncovered: readonly SkillKey[];
  /** False only for a kit so large and overlapping that a smaller plan may have been missed. */
  readonly isSmallest: boolean;
}

/**
 * The smallest plan from the items meant for the rung: most must-haves covered, then fewest items, then fewest minutes, then kit order.
 * Who interviews is left to people.
 * @param rung         rung of the job role, 1..5
 * @param requirements effective ones, after overlays; empty or without must-haves gives an empty plan
 */
export function suggestPlan(
  kit: Kit,
  rung: number,
  requirements: readonly Pick<Requirement, 'skill' | 'isMustHave'>[],
): SuggestedPlan {
  const mustHaves = requirements.filter((one) => one.isMustHave).map((one) => one.skill);
  const asked = new Set(requirements.map((one) => one.skill));
  const stages = kit.stages.map((stage) => ({
    stage,
    items: kit.items.filter((item) => item.stage === stage.key && item.rungs.includes(rung)),
  }));
  const { chosen, isExact } = smallestCover(
    stages.map(({ stage, items }) => coverStage(stage.minutes, items, mustHaves)),
    mustHaves.length,
  );
  const picked = stages.map(({ stage, items }, at) => ({
    stage,
    items: items.filter((_, option) => chosen.some((one) => one.stage === at && one.option === option)),
  }));
  const covered = new Set(picked.flatMap(({ items }) => items.flatMap((item) => item.skills)));
  const suggested = picked
    .filter(({ items }) => items.length > 0)
    .map(
      ({ stage, items }): SuggestedStage => ({
        stage: stage.key,
        minutes: items.reduce((sum, item) => sum + item.minutes, 0),
        items: items.map((item) => ({ itemKey: item.key, skills: item.skills.filter((skill) => asked.has(skill)) })),
      }),
    );
  return {
    stages: suggested,
    minutes: suggested.reduce((sum, stage) => sum + stage.minutes, 0),
    uncovered: mustHaves.filter((skill) => !covered.has(skill)),
    isSmallest: isExact,
  };
}

const coverStage = (minutes: number, items: readonly KitItem[], mustHaves: readonly SkillKey[]): CoverStage => ({
  minutes,
  options: items.map((item) => ({
    minutes: item.minutes,
    covers: mustHaves.flatMap((skill, index) => (item.skills.includes(skill) ? [index] : [])),
  })),
});
