/** Why this file exists: the face of the job-roles module for what works with stored records. */
import './problems.js';
import './commands/adopt-job-roles.js';
import './store/impact.js';

export {
  jobRoleTable,
  jobRoleVersionTable,
  type JobRoleId,
  type JobRoleRecord,
  type JobRoleState,
  type JobRoleVersionId,
  type JobRoleVersionRecord,
} from './store/job-role.tables.js';
export { overlayTable } from './store/rule.tables.js';
export {
  clarityRules,
  currentJobRoleVersionByKey,
  effectiveRequirementsOf,
  entryLevels,
  jobRoleVersion,
  jobRoleVersions,
  overlaysByKey,
  type JobRoleVersion,
} from './store/job-role.store.js';
