/** Why this file exists: what a job role says about its work, beside the skills it asks for; comparison and text read it. */
import type { Key } from '../../../platform/ids/index.js';
import type { RolePosition } from './requirement.js';

export type JobRoleKey = Key<'JobRole'>;

/** The words of a job role definition. Lists keep the order of their author and may be empty. */
export interface JobRoleDuties {
  readonly mission: string;
  readonly outcomesIn12Months: readonly string[];
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
}

/** A job role with its place and its words. */
export interface DescribedJobRole extends JobRoleDuties, RolePosition {
  readonly title: string;
}
