/** Why this file exists: one call proves that the entries of a library fit together. */
import { ACTIVITY_CHECKS } from './check-activities.js';
import { CLARITY_CHECKS } from './check-clarity.js';
import { GROWTH_PATH_CHECKS } from './check-growth-paths.js';
import { INITIATIVE_CHECKS } from './check-initiatives.js';
import { JOB_ROLE_CHECKS } from './check-job-roles.js';
import { KIT_CHECKS } from './check-kits.js';
import { LADDER_CHECKS } from './check-ladders.js';
import { OVERLAY_CHECKS } from './check-overlays.js';
import { REFERENCE_CHECKS } from './check-references.js';
import { SKILL_CHECKS } from './check-skills.js';
import type { Check, Finding } from './finding.js';
import type { Library } from './library.js';

/** Every check, in the order of the files. */
export const LIBRARY_CHECKS: readonly Check[] = [
  ...REFERENCE_CHECKS,
  ...SKILL_CHECKS,
  ...KIT_CHECKS,
  ...JOB_ROLE_CHECKS,
  ...CLARITY_CHECKS,
  ...LADDER_CHECKS,
  ...OVERLAY_CHECKS,
  ...ACTIVITY_CHECKS,
  ...GROWTH_PATH_CHECKS,
  ...INITIATIVE_CHECKS,
];

/** All findings, in the order of the files, errors and warnings mixed; a library may be loaded when none is an ERROR. */
export const checkLibrary = (library: Library): readonly Finding[] => LIBRARY_CHECKS.flatMap((check) => check(library));

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'ERROR');
