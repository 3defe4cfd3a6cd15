/** Why this file exists: plans of requisitions with their coverage, as the hiring team may see them. */
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import { requirementsOf, requisitionsWithin, requisitionTable } from '../../candidates/data.js';
import type { RequisitionId } from '../../candidates/index.js';
import { jobRoleVersion } from '../../job-roles/data.js';
import type {
  InterviewPlanObject,
  PlannedInterviewObject,
  PlannedItemObject,
  SuggestedPlanObject,
} from '../api/plan.types.js';
import type { RatedSkillObject } from '../api/kit.types.js';
import { coverageMatrix, type CoverageMatrix } from '../domain/coverage.js';
import { itemOf, type Kit, type KitKey, type KitVersionId } from '../domain/kit.js';
import type { PlannedItem } from '../domain/interview-plan.js';
import { suggestPlan } from '../domain/plan-suggestion.js';
import { currentKitByKey, kitById, kitOf } from '../store/kit.store.js';
import { domainPlan, planOf, plansOf, type StoredPlan, type StoredPlanInterview } from '../store/plan.store.js';
import { skillsByKey } from './skill-names.js';

type SkillOf = (key: string) => RatedSkillObject;

const plannedItem =
  (kit: Kit, skillOf: SkillOf) =>
  (item: PlannedItem): PlannedItemObject => ({
    itemKey: item.itemKey,
    title: itemOf(kit, item.itemKey)?.title ?? item.itemKey,
    skills: item.skills.map(skillOf),
  });

const interviewObject = (one: StoredPlanInterview, kit: Kit, skillOf: SkillOf): PlannedInterviewObject => ({
  id: one.id,
  stageKey: one.stageKey,
  title: one.title,
  minutes: one.minutes,
  items: one.items.map(plannedItem(kit, skillOf)),
  seats: one.seats,
  isScheduled: one.isScheduled,
});

const coverageRows = (matrix: CoverageMatrix, skillOf: SkillOf): InterviewPlanObject['coverage'] =>
  matrix.rows.map((row) => ({
    skill: skillOf(row.skill),
    requiredLevel: row.requiredLevel,
    cells: row.cells.map((cell) => ({
      plannedInterviewId: cell.interview,
      itemKeys: cell.items,
      raterIds: cell.raters,
    })),
    raterCount: row.raterCount,
  }));

/** True when the actor belongs to the hiring team of the requisition, or sees all. */
async function isOfTheTeam(unit: Unit, id: RequisitionId): Promise<boolean> {
  const { isStaff, values } = await requisitionsWithin(unit, 'requisition:read', 3);
  const [all, own, assigned, conflicted] = values;
  const sql = `select 1 from requisition q where q.organisation_id = $1 and q.id = $2 and ${isStaff}`;
  return (await unit.one(sql, [id, all, own, assigned, conflicted])) !== null;
}

/** What a plan is held against: rung and requirements of the requisition. */
async function contextOf(unit: Unit, id: RequisitionId): Promise<{ rung: number; kitKey: string | null } | null> {
  const record = await unit.findOne(requisitionTable, { id });
  const version = record === null ? null : await jobRoleVersion(unit, record.jobRoleVersionId);
  return version === null ? null : { rung: version.jobRole.rung, kitKey: version.record.kitKey };
}

/** The plan of a requisition with its coverage; `null` when there is none or the actor is not of the team. */
export async function interviewPlan(unit: Unit, id: RequisitionId): Promise<InterviewPlanObject | null> {
  if (!(await isOfTheTeam(unit, id))) return null;
  const plan = await planOf(unit, id);
  const record = plan === null ? null : await kitById(unit, plan.kitId);
  const context = await contextOf(unit, id);
  if (plan === null || record === null || context === null) return null;
  const requirements = (await requirementsOf(unit, [id])).get(id) ?? [];
  const kit = kitOf(record);
  const skillOf = await skillsByKey(unit);
  const matrix = coverageMatrix(requirements, domainPlan(plan), { kit, rung: context.rung, conflicted: new Set() });
  return {
    requisitionId: id,
    kitId: plan.kitId,
    version: plan.version,
    interviews: plan.interviews.map((one) => interviewObject(one, kit, skillOf)),
    coverage: coverageRows(matrix, skillOf),
    assessedMustHaves: matrix.assessed,
    warnings: matrix.warnings.map((warning) => ({
      code: warning.code,
      severity: warning.severity,
      message: warning.message,
      plannedInterviewId: 'interview' in warning ? warning.interview : null,
    })),
  };
}

/** The smallest plan that assesses every must-have; `null` without a kit, or when the actor is not of the team. */
export async function suggestedPlan(
  unit: Unit,
  id: RequisitionId,
  kitId: KitVersionId | null,
): Promise<SuggestedPlanObject | null> {
  if (!(await isOfTheTeam(unit, id))) return null;
  const context = await contextOf(unit, id);
  const key = context?.kitKey ?? null;
  const record =
    kitId === null ? (key === null ? null : await currentKitByKey(unit, key as KitKey)) : await kitById(unit, kitId);
  if (context === null || record === null) return null;
  const requirements = (await requirementsOf(unit, [id])).get(id) ?? [];
  const kit = kitOf(record);
  const skillOf = await skillsByKey(unit);
  const { stages, minutes, uncovered, isSmallest } = suggestPlan(kit, context.rung, requirements);
  return {
    kitId: record.id,
    stages: stages.map((one) => ({
      stageKey: one.stage,
      minutes: one.minutes,
      items: one.items.map(plannedItem(kit, skillOf)),
    })),
    minutes,
    uncovered: uncovered.map(skillOf),
    isSmallest,
  };
}

/** Stored plans by requisition, for the items of interviews that were seen. */
export const planLoader = defineLoader<StoredPlan>('interviewPlan', (unit, ids) =>
  plansOf(unit, ids as RequisitionId[]),
);
