/** Why this file exists: whole growth plans in and out of the database, in one statement each way. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Table, Unit } from '../../../platform/database/index.js';
import type { GrowthGoal, GrowthGoalId } from '../domain/goal.js';
import type { GrowthPlan, GrowthPlanId } from '../domain/plan.js';
import { checkInTable, type CheckInRecord } from './check-in.tables.js';
import {
  growthActivityTable,
  growthGoalTable,
  growthPlanTable,
  type GrowthActivityRecord,
  type GrowthGoalRecord,
  type GrowthPlanRecord,
} from './growth.tables.js';

/** A plan with its goals in order, its activities by date, and its check-ins, newest first. */
export interface StoredPlan extends GrowthPlanRecord {
  readonly goals: readonly GrowthGoalRecord[];
  readonly activities: readonly GrowthActivityRecord[];
  readonly checkIns: readonly CheckInRecord[];
}

const own = (table: Table) => table.columns.filter(({ property }) => property !== 'organisationId');
const jsonOf = (table: Table, alias: string): string =>
  `json_build_object(${own(table)
    .map(({ property, sql }) => `'${property}', ${alias}.${sql}`)
    .join(', ')})`;
const listOf = (table: Table, alias: string, order: string): string =>
  `coalesce((select json_agg(${jsonOf(table, alias)} order by ${order}) from ${table.name} ${alias}
     where ${alias}.organisation_id = p.organisation_id and ${alias}.plan_id = p.id), '[]'::json)`;

/** The columns of a whole plan, from `growth_plan p`. */
export const PLAN_COLUMNS = `
  ${own(growthPlanTable)
    .map(({ property, sql }) => `p.${sql} as "${property}"`)
    .join(', ')},
  ${listOf(growthGoalTable, 'g', 'g.position')} as goals,
  ${listOf(growthActivityTable, 'c', 'c.position')} as activities,
  ${listOf(checkInTable, 'k', 'k.opened_on desc, k.id desc')} as "checkIns"`;

/** Plans by id, in no order. */
export const plansById = (unit: Unit, ids: readonly string[]): Promise<StoredPlan[]> =>
  unit.rows<StoredPlan>(
    `select ${PLAN_COLUMNS} from growth_plan p where p.organisation_id = $1 and p.id = any($2::uuid[])`,
    [ids],
  );

/** One plan, its row locked until the end of the unit, so that its goals and activities change one command at a time; or `null`. */
export async function takePlan(unit: Unit, id: GrowthPlanId): Promise<StoredPlan | null> {
  const locked = await unit.findOne(growthPlanTable, { id }, { lock: 'UPDATE' });
  return locked === null ? null : ((await plansById(unit, [id]))[0] ?? null);
}

/** Open plans of a person with a goal of the skill that is not settled. */
export async function plansWorkingOn(unit: Unit, personId: PersonId, skill: string): Promise<StoredPlan[]> {
  const rows = await unit.rows<{ id: GrowthPlanId }>(
    `select p.id from growth_plan p join growth_goal g on g.organisation_id = p.organisation_id and g.plan_id = p.id
      where p.organisation_id = $1 and p.person_id = $2 and p.state in ('ACTIVE', 'PAUSED') and g.skill_key = $3
        and g.state in ('PLANNED', 'ACTIVE', 'IN_REVIEW') order by p.id for update of p`,
    [personId, skill],
  );
  return rows.length === 0
    ? []
    : plansById(
        unit,
        rows.map(({ id }) => id),
      );
}

/** The part of a plan that its states speak of. */
export const planOf = ({
  id,
  personId,
  state,
  startedOn,
  endedOn,
  closeReason,
  version,
}: GrowthPlanRecord): GrowthPlan => ({
  id,
  personId,
  state,
  startedOn,
  endedOn,
  closeReason,
  version,
});

export const goalOf = (r: GrowthGoalRecord): GrowthGoal => ({
  id: r.id,
  skill: r.skillKey,
  from: r.fromLevel,
  to: r.toLevel,
  state: r.state,
  verifiedBy: r.verifiedById,
  dropReason: r.dropReason,
  version: r.version,
});

/** Writes what a transition made of a goal, and with it what else changes. @returns false when somebody else was first */
export const saveGoal = (
  unit: Unit,
  before: Pick<GrowthGoalRecord, 'id' | 'version'>,
  goal: GrowthGoal,
  more: Partial<GrowthGoalRecord> = {},
): Promise<boolean> =>
  unit.change(
    growthGoalTable,
    { id: before.id, version: before.version },
    { ...more, state: goal.state, verifiedById: goal.verifiedBy, dropReason: goal.dropReason },
  );

/** Id of the plan that a goal belongs to; `null` when there is no such goal. */
export const planOfGoal = async (unit: Unit, id: GrowthGoalId): Promise<GrowthPlanId | null> =>
  (await unit.findOne(growthGoalTable, { id }))?.planId ?? null;

/** Id of the plan that an activity belongs to; `null` when there is no such activity. */
export const planOfActivity = async (unit: Unit, id: GrowthActivityRecord['id']): Promise<GrowthPlanId | null> =>
  (await unit.findOne(growthActivityTable, { id }))?.planId ?? null;
