/** Why this file exists: what a draft of a job role says and asks for is changed here, and only while it is a draft. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { frameworkVersion } from '../../frameworks/data.js';
import type { FrameworkVersionId, SkillKey } from '../../frameworks/index.js';
import type { Requirement } from '../domain/requirement.js';
import { skillListProblem } from '../domain/requirement-checks.js';
import {
  jobRoleRequirementTable,
  jobRoleVersionTable,
  type JobRoleVersionId,
  type JobRoleVersionRecord,
} from '../store/job-role.tables.js';
import { jobRoleVersion } from '../store/job-role.store.js';
import { requirementRecords } from '../store/requirement-records.js';

export type Edited = Outcome<{ id: JobRoleVersionId }, Problem>;

/** Names the version to change, and the state of it that the editor saw. */
export interface SeenVersion {
  readonly jobRoleVersionId: JobRoleVersionId;
  readonly version: number;
}

/** The draft for one edit: it must be a draft and still have the version that the editor saw. The changes are stored with it. */
export async function changeDraft(
  unit: Unit,
  seen: SeenVersion,
  changes: Partial<JobRoleVersionRecord>,
): Promise<Outcome<JobRoleVersionRecord, Problem>> {
  const record = await unit.findOne(jobRoleVersionTable, { id: seen.jobRoleVersionId });
  if (record === null) return refuse(notFound('job role version', 'input.jobRoleVersionId'));
  if (record.state !== 'DRAFT') {
    const message = 'Published versions never change. Draft a new version of this job role and edit that.';
    return refuse({ code: 'JOB_ROLE_NOT_A_DRAFT', message, field: 'input.jobRoleVersionId' });
  }
  const changed = await unit.change(jobRoleVersionTable, { id: record.id, version: seen.version }, changes);
  return changed ? ok(record) : refuse(staleVersion('job role', record.version));
}

export type DraftTexts = Partial<
  Pick<
    JobRoleVersionRecord,
    | 'title'
    | 'mission'
    | 'outcomes'
    | 'owns'
    | 'doesNotOwn'
    | 'kitKey'
    | 'timeBox'
    | 'entryRequirements'
    | 'occupations'
    | 'frameworkVersionId'
  >
>;

/** Skills of a framework version; empty for one that does not exist. */
async function skillsOf(unit: Unit, id: FrameworkVersionId): Promise<ReadonlySet<SkillKey>> {
  return new Set((await frameworkVersion(unit, id))?.skillIds.keys() ?? []);
}

/** Changes the texts that are given; what is left out stays as it is. */
export async function updateJobRoleDraft(unit: Unit, input: SeenVersion & { texts: DraftTexts }): Promise<Edited> {
  const { texts } = input;
  const draft = await changeDraft(unit, input, texts);
  if (!draft.ok) return draft;
  const known = await skillsOf(unit, texts.frameworkVersionId ?? draft.value.frameworkVersionId);
  const problem = skillListProblem(texts.entryRequirements ?? [], known, 'input.entryRequirements');
  if (problem !== null) return refuse(problem);
  const before = Object.fromEntries(Object.entries(draft.value).filter(([name]) => name in texts));
  const { id } = draft.value;
  unit.record({
    type: 'JobRoleDraftUpdated',
    entity: 'JobRoleVersion',
    entityId: id,
    data: { before, after: texts },
  });
  return ok({ id });
}

/** Replaces the whole list of requirements, in the given order. */
export async function setRequirements(
  unit: Unit,
  input: SeenVersion & { requirements: readonly Requirement[] },
): Promise<Edited> {
  const draft = await changeDraft(unit, input, {});
  if (!draft.ok) return draft;
  const { id, frameworkVersionId } = draft.value;
  const known = await skillsOf(unit, frameworkVersionId);
  const problem = skillListProblem(input.requirements, known, 'input.requirements');
  if (problem !== null) return refuse(problem);
  const before = (await jobRoleVersion(unit, id))?.requirements ?? [];
  await unit.remove(jobRoleRequirementTable, { jobRoleVersionId: id });
  await unit.insert(jobRoleRequirementTable, requirementRecords(id, input.requirements));
  const data = { before, after: input.requirements };
  unit.record({ type: 'JobRoleRequirementsSet', entity: 'JobRoleVersion', entityId: id, data });
  return ok({ id });
}
