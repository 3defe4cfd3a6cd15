/** Why this file exists: requirements on their way into the database, in the order of their author. */
import type { Requirement } from '../domain/requirement.js';
import type { JobRoleRequirementRecord, JobRoleVersionId } from './job-role.tables.js';

export const requirementRecords = (
  jobRoleVersionId: JobRoleVersionId,
  requirements: readonly Requirement[],
): readonly JobRoleRequirementRecord[] =>
  requirements.map(({ skill, ...one }, index) => ({ jobRoleVersionId, skillKey: skill, ...one, position: index + 1 }));
