/** Why this file exists: where a person can stand: under a manager who is here, in a published job role, and in no circle. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { Problem } from '../../../platform/outcome/index.js';
import { jobRoleVersionTable, type JobRoleVersionId } from '../../job-roles/data.js';
import { circleClosedBy, reportingCircle } from '../domain/reporting-lines.js';
import { personById, personsByIds, reportingLines, todayOf } from '../store/person.store.js';

async function jobRoleProblem(unit: Unit, id: JobRoleVersionId): Promise<Problem | null> {
  const version = await unit.findOne(jobRoleVersionTable, { id });
  if (version === null || version.state === 'PUBLISHED') return null;
  const now = version.state === 'DRAFT' ? 'a draft' : 'retired';
  const message = `This version of the job role is ${now}. Name a published one.`;
  return { code: 'PERSON_JOB_ROLE_NOT_PUBLISHED', message, field: 'input.jobRoleVersionId' };
}

async function leaverProblem(unit: Unit, id: PersonId): Promise<Problem | null> {
  const manager = await personById(unit, id);
  if (manager === null || manager.leftOn === null || manager.leftOn > todayOf(unit)) return null;
  const message = `${manager.displayName} has left and cannot manage anybody. Name somebody else.`;
  return { code: 'MANAGER_HAS_LEFT', message, field: 'input.managerId' };
}

/** What is wrong with a new manager or job role, or `null`. Records that do not exist are left to the keys of the table. */
export async function placeProblem(
  unit: Unit,
  place: { readonly managerId?: PersonId | null; readonly jobRoleVersionId?: JobRoleVersionId | null },
): Promise<Problem | null> {
  const { managerId = null, jobRoleVersionId = null } = place;
  const problem = jobRoleVersionId === null ? null : await jobRoleProblem(unit, jobRoleVersionId);
  return problem ?? (managerId === null ? null : leaverProblem(unit, managerId));
}

/**
 * The circle that a new manager would close, its members named, or `null`. Changes of reporting lines of one organisation follow
 * each other, so that two of them cannot close a circle together.
 */
export async function circleProblem(unit: Unit, person: PersonId, manager: PersonId): Promise<Problem | null> {
  await unit.rows(`select pg_advisory_xact_lock(hashtextextended('reporting-lines/' || $1::uuid::text, 0))`);
  const circle = circleClosedBy(await reportingLines(unit), person, manager);
  if (circle === null) return null;
  const people = await personsByIds(unit, circle);
  return reportingCircle(circle.map((id) => people.get(id)?.displayName ?? id));
}
