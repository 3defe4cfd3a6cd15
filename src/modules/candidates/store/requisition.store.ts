/** Why this file exists: requisitions between the database and the domain. */
import type { Unit } from '../../../platform/database/index.js';
import { requisitionsWithin } from '../queries/reach.js';
import type { Requisition, RequisitionAct, RequisitionId } from '../domain/requisition.js';
import { requisitionTable, type RequisitionRecord } from './requisition.tables.js';

/** The record as the domain sees it. Its history is in the audit trail and starts empty here; only new entries are looked at. */
export const requisitionOf = (record: RequisitionRecord): Requisition => ({
  id: record.id,
  title: record.title,
  state: record.state,
  openings: record.openings,
  filled: record.filled,
  jobRoleVersion: record.jobRoleVersionId,
  hiringManager: record.hiringManagerId,
  initiative: null,
  history: [],
});

/** The act of the unit's actor now. A member who is no employee acts in the name of the hiring manager; the trail names the member. */
export const actOf = (unit: Unit, record: Pick<RequisitionRecord, 'hiringManagerId'>): RequisitionAct => ({
  by: unit.actor?.personId ?? record.hiringManagerId,
  at: unit.now.toISOString(),
});

/** A requisition that the actor may change, or `null`. @param lock holds it until the unit ends */
export async function changeableRequisition(
  unit: Unit,
  id: RequisitionId,
  options: { lock?: 'UPDATE' } = {},
): Promise<RequisitionRecord | null> {
  const { isOwn, values } = await requisitionsWithin(unit, 'requisition:update', 3);
  const row = await unit.one<{ id: RequisitionId }>(
    `select q.id from requisition q where q.organisation_id = $1 and q.id = $2 and ${isOwn}`,
    [id, ...values.slice(0, 2)],
  );
  return row === null ? null : unit.findOne(requisitionTable, { id }, options);
}

/** A requisition whoever asks: for commands that have decided on rows already. */
export const requisitionById = (
  unit: Unit,
  id: RequisitionId,
  options: { lock?: 'UPDATE' } = {},
): Promise<RequisitionRecord | null> => unit.findOne(requisitionTable, { id }, options);
