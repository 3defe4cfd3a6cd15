/** Why this file exists: the life of a job role's versions: drafted from the newest, published once, retired. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { frameworkVersion, frameworkVersionTable } from '../../frameworks/data.js';
import type { FrameworkVersionId } from '../../frameworks/index.js';
import { publicationProblem } from '../domain/requirement-checks.js';
import { jobRoleVersion, type JobRoleVersion } from '../store/job-role.store.js';
import {
  jobRoleRequirementTable,
  jobRoleTable,
  jobRoleVersionTable,
  type JobRoleId,
  type JobRoleVersionId,
} from '../store/job-role.tables.js';
import { requirementRecords } from '../store/requirement-records.js';
import { changeDraft, type Edited, type SeenVersion } from './edit-job-role-draft.js';

/** The newest version of a job role, whatever its state; the job role is locked until the unit ends. */
async function lockNewest(unit: Unit, jobRoleId: JobRoleId): Promise<JobRoleVersion | null> {
  const jobRole = await unit.findOne(jobRoleTable, { id: jobRoleId }, { lock: 'UPDATE' });
  if (jobRole === null) return null;
  const newest = await unit.one<{ id: JobRoleVersionId }>(
    'select id from job_role_version where organisation_id = $1 and job_role_id = $2 order by number desc limit 1',
    [jobRoleId],
  );
  return newest === null ? null : jobRoleVersion(unit, newest.id);
}

/**
 * Makes a draft with everything that the newest version says. One draft at a time.
 * @param input `frameworkVersionId` moves the draft to another framework version; absent, it stands where the newest one stands
 */
export async function draftJobRoleVersion(
  unit: Unit,
  input: { jobRoleId: JobRoleId; frameworkVersionId?: FrameworkVersionId | null },
): Promise<Edited> {
  const newest = await lockNewest(unit, input.jobRoleId);
  if (newest === null) return refuse(notFound('job role', 'input.jobRoleId'));
  if (newest.record.state === 'DRAFT') {
    const message = 'This job role has a draft already. Edit that one.';
    return refuse({ code: 'JOB_ROLE_DRAFT_EXISTS', message, field: 'input.jobRoleId' });
  }
  const frameworkVersionId = input.frameworkVersionId ?? newest.record.frameworkVersionId;
  const id = newId<'JobRoleVersion'>();
  const number = newest.record.number + 1;
  const createdAt = unit.now.toISOString();
  await unit.insert(jobRoleVersionTable, [
    { ...newest.record, id, number, frameworkVersionId, createdAt, state: 'DRAFT', publishedAt: null, version: 1 },
  ]);
  await unit.insert(jobRoleRequirementTable, requirementRecords(id, newest.requirements));
  const data = { from: newest.record.id, number, frameworkVersionId };
  unit.record({ type: 'JobRoleVersionDrafted', entity: 'JobRoleVersion', entityId: id, data });
  return ok({ id });
}

async function whyNotPublished(unit: Unit, id: JobRoleVersionId): Promise<Problem | null> {
  const draft = await jobRoleVersion(unit, id);
  if (draft === null) return notFound('job role version', 'input.jobRoleVersionId');
  const { title, mission, entryRequirements, frameworkVersionId } = draft.record;
  const state = (await unit.findOne(frameworkVersionTable, { id: frameworkVersionId }))?.state ?? 'DRAFT';
  const skills = new Set((await frameworkVersion(unit, frameworkVersionId))?.skillIds.keys() ?? []);
  const subject = { title, mission, entryRequirements, requirements: draft.requirements };
  return publicationProblem(subject, { state, skills });
}

/** Publishes a draft; from then on it never changes. Older published versions stay published until they are retired. */
export async function publishJobRoleVersion(unit: Unit, input: SeenVersion): Promise<Edited> {
  const draft = await changeDraft(unit, input, {});
  if (!draft.ok) return draft;
  const { id, jobRoleId, number } = draft.value;
  const problem = await whyNotPublished(unit, id);
  if (problem !== null) return refuse(problem);
  await unit.update(jobRoleVersionTable, { id }, { state: 'PUBLISHED', publishedAt: unit.now.toISOString() });
  unit.record({ type: 'JobRoleVersionPublished', entity: 'JobRoleVersion', entityId: id, data: { jobRoleId, number } });
  return ok({ id });
}

/** Retires a published version: nothing new asks for it, what stands on it stays readable. */
export async function retireJobRoleVersion(unit: Unit, input: SeenVersion): Promise<Edited> {
  const record = await unit.findOne(jobRoleVersionTable, { id: input.jobRoleVersionId });
  if (record === null) return refuse(notFound('job role version', 'input.jobRoleVersionId'));
  const { id, jobRoleId, number, version } = record;
  if (record.state !== 'PUBLISHED') {
    const message = 'Only a published version can be retired; this one is not published now.';
    return refuse({ code: 'JOB_ROLE_NOT_PUBLISHED', message, field: 'input.jobRoleVersionId' });
  }
  const changed = await unit.change(jobRoleVersionTable, { id, version: input.version }, { state: 'RETIRED' });
  if (!changed) return refuse(staleVersion('job role', version));
  unit.record({ type: 'JobRoleVersionRetired', entity: 'JobRoleVersion', entityId: id, data: { jobRoleId, number } });
  return ok({ id });
}
