/** Why this file exists: applications and candidates as the actor may see them, whether in a list or through a link. */
import type { GraphQLResolveInfo } from 'graphql';
import { may, reaches } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, page, type Page, type PageArgs } from '../../../platform/graphql/index.js';
import type {
  ApplicationObject,
  CandidateContactObject,
  CandidateObject,
  ConflictObject,
  OwnApplicationObject,
  StageChangeObject,
} from '../api/application.types.js';
import type { ApplicationId, ApplicationStage } from '../domain/application.js';
import type { RequisitionId } from '../domain/requisition.js';
import { applicationSeen } from '../store/application.store.js';
import { openedByActor } from './break-glass-rows.js';
import { applicantFacts, everyConflict } from './conflicts.js';
import { applicationsWithin, candidatesWithin, reachOf } from './reach.js';
import { containing, shownStage } from './requisition-rows.js';

/** Columns of an application; parameters: all, own hiring manager, applications with an own scorecard due. */
const columns = (
  all: string,
  own: string,
  due: string,
): string => `a.id, ${shownStage(due)} as stage, a.applied_at as "appliedAt",
  a.withdrawn_by as "withdrawnBy", a.version, a.requisition_id as "requisitionId", a.candidate_id as "candidateId",
  (${all}::boolean or q.hiring_manager_id is not distinct from ${own}::uuid) as "isOwn", a.id = any(${due}::uuid[]) as "isDue",
  case when ${all}::boolean or q.hiring_manager_id is not distinct from ${own}::uuid then a.withdraw_reason end as "withdrawReason"`;
const FROM = 'application a join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id';

export interface ApplicationFilter {
  readonly requisitionId: RequisitionId | null;
  readonly stage: ApplicationStage | null;
}

/** A page of applications in the order in which they were received. */
export async function applicationPage(
  unit: Unit,
  filter: ApplicationFilter,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<ApplicationObject>> {
  const { due } = await reachOf(unit);
  const { sql, values } = await applicationsWithin(unit, 'application:read', 5);
  const query = {
    list: 'applications',
    sql: `select ${columns('$5', '$6', '$4')} from ${FROM} where a.organisation_id = $1 and ($2::uuid is null or a.requisition_id = $2)
      and ($3::text is null or ${shownStage('$4')} = $3) and ${sql}`,
    values: [filter.requisitionId, filter.stage, due, ...values],
    orderBy: ['appliedAt', 'id'],
    filter,
  };
  return page<ApplicationObject>(unit, query, args, info);
}

export const applicationLoader = defineLoader<ApplicationObject>('application', async (unit, ids) => {
  const { due } = await reachOf(unit);
  const { sql, values } = await applicationsWithin(unit, 'application:read', 4);
  const rows = await unit.rows<ApplicationObject>(
    `select ${columns('$4', '$5', '$3')} from ${FROM} where a.organisation_id = $1 and a.id = any($2::uuid[]) and ${sql}`,
    [ids, due, ...values],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** The way an application took, oldest first. No row policy: the application itself was seen. */
export const historyLoader = defineLoader<readonly StageChangeObject[]>('applicationHistory', async (unit, ids) => {
  const rows = await unit.rows<StageChangeObject & { applicationId: string }>(
    `select application_id as "applicationId", from_stage as "fromStage", to_stage as "toStage", at, note from application_stage_change
      where organisation_id = $1 and application_id = any($2::uuid[]) order by at, id`,
    [ids],
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.applicationId === id)]));
});

/** The steps as the actor may see them. */
export const historyShown = (
  application: ApplicationObject,
  steps: readonly StageChangeObject[],
): readonly StageChangeObject[] =>
  steps
    .filter((step) => !(application.isDue && step.toStage === 'HIRED'))
    .map((step) => ({ ...step, note: application.isOwn ? step.note : null }));

/** Columns of a candidate; what goes beyond the name is for those who see it in detail. */
const candidateColumns = (
  isDetailed: string,
  isOwn: string,
): string => `c.id, c.display_name as "displayName", ${isOwn} as "isOwn",
  case when ${isDetailed} then c.headline end as headline, case when ${isDetailed} then c.source end as source,
  case when ${isDetailed} then c.person_id is not null end as "isInternal", case when ${isDetailed} then c.created_at end as "createdAt",
  case when ${isDetailed} then c.consented_on end as "consentedOn", case when ${isDetailed} then c.keep_until end as "keepUntil"`;

/** A page of candidates, in the order in which they were entered. */
export async function candidatePage(
  unit: Unit,
  text: string | null,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<CandidateObject>> {
  const { where, isDetailed, isOwn, values } = await candidatesWithin(unit, 3);
  const query = {
    list: 'candidates',
    sql: `select ${candidateColumns(isDetailed, isOwn)} from candidate c where c.organisation_id = $1 and ($2::text is null or c.display_name ilike $2) and ${where}`,
    values: [containing(text), ...values],
    orderBy: ['id'],
    filter: { text },
  };
  return page<CandidateObject>(unit, query, args, info);
}

export const candidateLoader = defineLoader<CandidateObject>('candidate', async (unit, ids) => {
  const { where, isDetailed, isOwn, values } = await candidatesWithin(unit, 3);
  const rows = await unit.rows<CandidateObject>(
    `select ${candidateColumns(isDetailed, isOwn)} from candidate c where c.organisation_id = $1 and c.id = any($2::uuid[]) and ${where}`,
    [ids, ...values],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Contact data of candidates on own requisitions, and of those whose data the actor opened by breaking glass, which is recorded; all others are absent. */
export const contactLoader = defineLoader<CandidateContactObject>('candidateContact', async (unit, ids) => {
  const { actor } = unit;
  if (actor === null || !may(actor, 'candidate-contact:read')) return new Map();
  const opened = await openedByActor(unit, ids);
  const runs = reaches(actor, 'candidate-contact:read', 'REQUISITION');
  const { where, isOwn, values } = await candidatesWithin(unit, 5);
  const rows = await unit.rows<CandidateContactObject & { id: string; isOwn: boolean }>(
    `select c.id, c.email, c.phone, ($4::boolean and ${isOwn}) as "isOwn" from candidate c
      where c.organisation_id = $1 and c.id = any($2::uuid[]) and ${where} and (($4::boolean and ${isOwn}) or c.id = any($3::uuid[]))`,
    [ids, opened, runs, ...values],
  );
  unit.noteReading(
    'ContactRead',
    rows.filter((row) => !row.isOwn).map((row) => row.id),
  );
  return new Map(rows.map(({ id, email, phone }) => [id, { email, phone }]));
});

const OWN = `select a.id, a.requisition_id as "requisitionId", q.title, a.stage, a.applied_at as "appliedAt", a.version
  from application a join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id
  join candidate c on c.organisation_id = a.organisation_id and c.id = a.candidate_id
 where a.organisation_id = $1 and c.person_id = $2`;

/** A page of the actor's own applications, oldest first. */
export function ownApplicationPage(
  unit: Unit,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<OwnApplicationObject>> {
  const query = {
    list: 'myApplications',
    sql: OWN,
    values: [unit.actor?.personId ?? null],
    orderBy: ['appliedAt', 'id'],
  };
  return page<OwnApplicationObject>(unit, query, args, info);
}

export const ownApplicationLoader = defineLoader<OwnApplicationObject>('ownApplication', async (unit, ids) => {
  const rows = await unit.rows<OwnApplicationObject>(`${OWN} and a.id = any($3::uuid[])`, [
    unit.actor?.personId ?? null,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Everybody who is barred from an application; `null` unless the actor is its hiring manager or reads all, without a conflict. */
export async function conflictsOf(unit: Unit, id: ApplicationId): Promise<readonly ConflictObject[] | null> {
  const application = await applicationSeen(unit, 'application:read', id);
  const shown = application === null ? null : ((await applicationLoader.batch(unit, [id])).get(id) ?? null);
  if (application === null || shown?.isOwn !== true) return null;
  const facts = (await applicantFacts(unit, [application.candidateId])).get(application.candidateId);
  if (facts === undefined) return null;
  return everyConflict(facts).map(({ personId, conflicts }) => ({
    personId,
    kinds: conflicts.map((conflict) => conflict.kind),
    words: conflicts.map((conflict) => conflict.words).join(' '),
  }));
}
