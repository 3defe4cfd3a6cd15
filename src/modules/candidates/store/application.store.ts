/** Why this file exists: applications between the database and the domain. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { Application, ApplicationId, ApplicationStage, StepMaker } from '../domain/application.js';
import type { RequisitionId } from '../domain/requisition.js';
import { applicationsWithin } from '../queries/reach.js';
import { applicationStageChangeTable, applicationTable, type ApplicationRecord } from './application.tables.js';

/** The record as the domain sees it. Its history is kept in rows of its own and starts empty here; only new entries are looked at. */
export const applicationOf = (record: ApplicationRecord): Application => ({
  id: record.id,
  requisition: record.requisitionId,
  candidate: record.candidateId,
  stage: record.stage,
  decidedAs: record.decidedAs,
  history: [],
});

/** The unit's actor as a person of the hiring team; a member who is no employee moves nothing. */
export const hiringTeam = (unit: Unit): StepMaker => {
  const person = unit.actor?.personId ?? null;
  return person === null
    ? { kind: 'AUTOMATION', name: unit.actor?.displayName ?? 'the product' }
    : { kind: 'HIRING_TEAM', person };
};

/** Ids and requisitions of applications that the actor may read or change: never one with a conflict of interest. One statement for all. */
export async function applicationsSeen(
  unit: Unit,
  permission: 'application:read' | 'application:update',
  which: { readonly ids: readonly ApplicationId[] } | { readonly requisitionId: RequisitionId },
): Promise<readonly ApplicationRecord[]> {
  const { sql, values } = await applicationsWithin(unit, permission, 3);
  const picked = 'ids' in which ? 'a.id = any($2::uuid[])' : 'a.requisition_id = $2';
  return unit.rows<ApplicationRecord>(
    `select a.id, a.requisition_id as "requisitionId", a.candidate_id as "candidateId", a.stage, a.decided_as as "decidedAs",
            a.applied_at as "appliedAt", a.withdrawn_by as "withdrawnBy", a.withdraw_reason as "withdrawReason", a.version
       from application a join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
      where a.organisation_id = $1 and ${picked} and ${sql} order by a.applied_at, a.id`,
    ['ids' in which ? [...new Set(which.ids)] : which.requisitionId, ...values],
  );
}

/** One application that the actor may read or change, or `null`. */
export const applicationSeen = async (
  unit: Unit,
  permission: 'application:read' | 'application:update',
  id: ApplicationId,
): Promise<ApplicationRecord | null> => (await applicationsSeen(unit, permission, { ids: [id] }))[0] ?? null;

/** Adds one step to the way that an application took. */
export async function recordStage(
  unit: Unit,
  applicationId: ApplicationId,
  step: { readonly from: ApplicationStage | null; readonly to: ApplicationStage; readonly note: string | null },
): Promise<void> {
  await unit.insert(applicationStageChangeTable, [
    {
      id: newId<'ApplicationStageChange'>(),
      applicationId,
      fromStage: step.from,
      toStage: step.to,
      at: unit.now.toISOString(),
      byMemberId: unit.actor?.memberId ?? null,
      note: step.note,
    },
  ]);
}

/**
 * Writes the next state of an application and the step that led to it.
 * @returns false when somebody else changed it after `seen` was read: nothing was changed
 */
export async function saveStep(
  unit: Unit,
  seen: ApplicationRecord,
  next: Application,
  note: string | null,
  withdrawal: Pick<ApplicationRecord, 'withdrawnBy' | 'withdrawReason'> = { withdrawnBy: null, withdrawReason: null },
): Promise<boolean> {
  const changes = { stage: next.stage, decidedAs: next.decidedAs, ...withdrawal };
  if (!(await unit.change(applicationTable, { id: seen.id, version: seen.version }, changes))) return false;
  await recordStage(unit, seen.id, { from: seen.stage, to: next.stage, note });
  return true;
}
