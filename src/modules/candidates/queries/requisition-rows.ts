/** Why this file exists: requisitions as the actor may see them, whether in a list or through a link. */
import { reaches } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, page, type Page, type PageArgs } from '../../../platform/graphql/index.js';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequisitionObject, StageCountObject } from '../api/requisition.types.js';
import { APPLICATION_STAGES, type ApplicationStage } from '../domain/application.js';
import type { RequisitionId, RequisitionState } from '../domain/requisition.js';
import { notBarred, reachOf, requisitionsWithin } from './reach.js';

const COLUMNS = `q.id, q.title, q.state, q.openings, q.filled, q.overlay_keys as "overlayKeys", q.initiative_name as "initiativeName",
  q.location, q.employment_type as "employmentType", q.is_posted as "isPosted", q.opened_at as "openedAt", q.closed_at as "closedAt",
  q.close_reason as "closeReason", q.created_at as "createdAt", q.version, q.job_role_version_id as "jobRoleVersionId",
  q.hiring_manager_id as "hiringManagerId"`;

type Row = Omit<RequisitionObject, 'warnings'>;

function warningsOf(row: Row): string[] {
  if (row.initiativeName !== null || row.state === 'CLOSED') return [];
  return ['No AI programme is named. Say which initiative the hire serves, so that supply and demand can be planned.'];
}

/** What the actor may read of the row: the hiring team all of it, others the public part. */
const shown = (row: Row): RequisitionObject => ({
  ...row,
  filled: row.isOwn ? row.filled : null,
  initiativeName: row.isStaff ? row.initiativeName : null,
  closeReason: row.isStaff ? row.closeReason : null,
  warnings: row.isStaff ? warningsOf(row) : [],
});

export interface RequisitionFilter {
  readonly state: RequisitionState | null;
  readonly isMine: boolean;
  /** Part of the title; upper and lower case are the same. */
  readonly text: string | null;
}

/** A text as a pattern of LIKE that finds it anywhere. */
export const containing = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** A page of requisitions, oldest first. */
export async function requisitionPage(
  unit: Unit,
  filter: RequisitionFilter,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<RequisitionObject>> {
  const { where, isStaff, isOwn, values } = await requisitionsWithin(unit, 'requisition:read', 5);
  const mine = filter.isMine ? (unit.actor?.personId ?? null) : null;
  const sql = `select ${COLUMNS}, ${isStaff} as "isStaff", ${isOwn} as "isOwn" from requisition q
    where q.organisation_id = $1 and ($2::text is null or q.state = $2) and ($3::text is null or q.title ilike $3)
      and (not $4::boolean or q.hiring_manager_id = $10::uuid) and ${where}`;
  const query = {
    list: 'requisitions',
    sql,
    values: [filter.state, containing(filter.text), filter.isMine, ...values, mine],
    orderBy: ['id'],
    filter,
  };
  const found = await page<Row>(unit, query, args, info);
  return { ...found, nodes: found.nodes.map(shown) };
}

export const requisitionLoader = defineLoader<RequisitionObject>('requisition', async (unit, ids) => {
  const { where, isStaff, isOwn, values } = await requisitionsWithin(unit, 'requisition:read', 3);
  const rows = await unit.rows<Row>(
    `select ${COLUMNS}, ${isStaff} as "isStaff", ${isOwn} as "isOwn" from requisition q
      where q.organisation_id = $1 and q.id = any($2::uuid[]) and ${where}`,
    [ids, ...values],
  );
  return new Map(rows.map((row) => [row.id, shown(row)]));
});

/** Smallest group that is shown to those who see groups only. */
const SMALLEST_GROUP = 5;

/** The stage as the actor may see it (alias `a`; parameter: applications with an own scorecard due): a hire tells what others thought. */
export const shownStage = (parameter: string): string =>
  `(case when a.stage = 'HIRED' and a.id = any(${parameter}::uuid[]) then 'DECIDED' else a.stage end)`;

/** Applications by stage for each requisition, all stages in order, without those about which the actor has a conflict. */
export const pipelineLoader = defineLoader<readonly StageCountObject[]>('requisitionPipeline', async (unit, ids) => {
  const { conflicted, managed, due, personId } = await reachOf(unit);
  const rows = await unit.rows<{ id: RequisitionId; stage: ApplicationStage; count: number }>(
    `select a.requisition_id as id, ${shownStage('$4')} as stage, count(*)::int as count
       from application a join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
      where a.organisation_id = $1 and a.requisition_id = any($2::uuid[]) and ${notBarred('$3', '$5', '$6')} group by 1, 2`,
    [ids, conflicted, due, managed, personId],
  );
  const countOf = (id: string, stage: ApplicationStage): number =>
    rows.find((row) => row.id === id && row.stage === stage)?.count ?? 0;
  return new Map(ids.map((id) => [id, APPLICATION_STAGES.map((stage) => ({ stage, count: countOf(id, stage) }))]));
});

/** How much of a requisition's pipeline the actor may see. */
export function pipelineSight(unit: Unit, requisition: RequisitionObject): 'EXACT' | 'GROUPS' | 'NONE' {
  const { actor } = unit;
  if (actor === null) return 'NONE';
  const has = (scope: 'ALL' | 'COUNTS' | 'REQUISITION' | 'AGGREGATE'): boolean =>
    reaches(actor, 'application:read', scope);
  const isManager = actor.personId !== null && actor.personId === requisition.hiringManagerId;
  if (has('ALL') || has('COUNTS') || (has('REQUISITION') && isManager)) return 'EXACT';
  return has('AGGREGATE') ? 'GROUPS' : 'NONE';
}

/** Groups of fewer than five without their number. */
export const inGroups = (counts: readonly StageCountObject[]): readonly StageCountObject[] =>
  counts.map(({ stage, count }) => ({ stage, count: count !== null && count >= SMALLEST_GROUP ? count : null }));
