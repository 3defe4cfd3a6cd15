/** Why this file exists: what the bridge from research to production asks of a person, counted from the library's own activities. */
import { chooseActivities, type ActivityCover } from '../domain/choose-activities.js';
import { stepId, stepsBetween } from '../domain/level-steps.js';
import type { LibraryJobRole } from './library-job-role.js';
import type { Library } from './library.js';

export interface BridgeEffort extends ActivityCover {
  /** Steps of one level between the entry requirements and the requirements, without what their prerequisites add. */
  readonly steps: number;
}

/** Job roles with entry requirements: these are bridges. */
export const bridges = (library: Library): readonly LibraryJobRole[] =>
  library.jobRoles.filter((jobRole) => jobRole.entryRequirements.length > 0);

/**
 * What it takes to get from the entry requirements of a bridge to its requirements, for somebody who holds just the former.
 * @param jobRole  one of `bridges(library)`
 */
export function bridgeEffort(library: Library, jobRole: LibraryJobRole): BridgeEffort {
  const entry = new Map(jobRole.entryRequirements.map((row) => [row.skill, row.level]));
  const needed = jobRole.requirements.flatMap((row) =>
    stepsBetween(row.skill, entry.get(row.skill) ?? null, row.level),
  );
  return { ...chooseActivities(library.framework.activities, needed), steps: new Set(needed.map(stepId)).size };
}
