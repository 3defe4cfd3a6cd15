/** Why this file exists: which schema reads which file of the library, in one table. */
import type { z } from 'zod';
import { activitiesFile } from './activities.schema.js';
import type { LibraryFile } from './finding.js';
import { initiativesFile } from './initiatives.schema.js';
import { jobRolesFile } from './job-roles.schema.js';
import { kitsFile } from './kits.schema.js';
import { referencesFile } from './references.schema.js';
import { evidenceFile, skillsFile } from './skills.schema.js';

/** Schema per file; each checks the raw YAML strictly and gives records in the words of the code. */
export const FILE_SCHEMAS = {
  'references.yaml': referencesFile,
  'evidence.yaml': evidenceFile,
  'skills.yaml': skillsFile,
  'roles.yaml': jobRolesFile,
  'interview_kits.yaml': kitsFile,
  'activities.yaml': activitiesFile,
  'initiatives.yaml': initiativesFile,
} as const satisfies Record<LibraryFile, z.ZodType>;

/** What a file holds once it is read. */
export type FileContent<F extends LibraryFile> = z.output<(typeof FILE_SCHEMAS)[F]>;
