/** Why this file exists: the coverage matrix shows, before the first interview, who assesses each must-have and which nobody does. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Requirement } from '../../job-roles/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { effectiveRaters } from './interview-plan.js';
import type { InterviewId, InterviewPlan, PlanContext } from './interview-plan.js';
import { itemOf } from './kit.js';
import type { ItemKey } from './kit.js';
import { planWarnings } from './plan-warnings.js';
import type { PlanWarning } from './plan-warnings.js';

export interface CoverageCell {
  readonly interview: InterviewId;
  /** Items that rate the skill in this interview, in plan order; empty when none does. */
  readonly items: readonly ItemKey[];
  /** Raters without a conflict who will rate it; empty when `items` is. */
  readonly raters: readonly Id<'Person'>[];
}

export interface CoverageRow {
  readonly skill: SkillKey;
  readonly requiredLevel: Level;
  /** One cell per interview, in plan order. */
  readonly cells: readonly CoverageCell[];
  /** Different persons over all interviews; 0 means that nobody assesses it. */
  readonly raterCount: number;
}

export interface CoverageMatrix {
  readonly interviews: readonly InterviewId[];
  /** One row per must-have, in the order of the requirements. */
  readonly rows: readonly CoverageRow[];
  /** Must-haves with at least one rater. */
  readonly assessed: number;
  readonly warnings: readonly PlanWarning[];
}

/**
 * Must-have × interview: who assesses what. Shadows, raters with a conflict, items that the kit does not have and skills that an item
 * does not rate count for nothing.
 * @param requirements effective ones, after overlays
 */
export function coverageMatrix(
  requirements: readonly Pick<Requirement, 'skill' | 'level' | 'isMustHave'>[],
  plan: InterviewPlan,
  context: PlanContext,
): CoverageMatrix {
  const rows = requirements
    .filter((one) => one.isMustHave)
    .map((one) => coverageRow(one.skill, one.level, plan, context));
  return {
    interviews: plan.interviews.map((interview) => interview.id),
    rows,
    assessed: rows.filter((row) => row.raterCount > 0).length,
    warnings: planWarnings(rows, plan, context),
  };
}

function coverageRow(skill: SkillKey, requiredLevel: Level, plan: InterviewPlan, context: PlanContext): CoverageRow {
  const cells = plan.interviews.map((interview): CoverageCell => {
    const items = interview.items
      .filter(
        (planned) => planned.skills.includes(skill) && itemOf(context.kit, planned.itemKey)?.skills.includes(skill),
      )
      .map((planned) => planned.itemKey);
    return {
      interview: interview.id,
      items,
      raters: items.length === 0 ? [] : effectiveRaters(interview, context.conflicted),
    };
  });
  return { skill, requiredLevel, cells, raterCount: new Set(cells.flatMap((cell) => cell.raters)).size };
}
