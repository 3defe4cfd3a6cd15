/** Why this file exists: what the API names in capitals and numbers, in the words of the screen. */
import type { JobRoleState, LifeCycleArea, Track } from '../gql/graphql.js';
import type { tell } from './job-roles.texts.js';

type Key = Parameters<typeof tell>[0];

export const TRACKS: readonly Track[] = ['RESEARCH', 'HYBRID', 'PRODUCTION'];
export const trackWord: Readonly<Record<Track, Key>> = {
  RESEARCH: 'research',
  HYBRID: 'hybrid',
  PRODUCTION: 'production',
};

export const STATES: readonly JobRoleState[] = ['DRAFT', 'PUBLISHED', 'RETIRED'];
export const stateWord: Readonly<Record<JobRoleState, Key>> = {
  DRAFT: 'draft',
  PUBLISHED: 'published',
  RETIRED: 'retired',
};
export const statePill: Readonly<Record<JobRoleState, string>> = {
  DRAFT: 'pill warn',
  PUBLISHED: 'pill ok',
  RETIRED: 'pill',
};

export const areaWord: Readonly<Record<LifeCycleArea, Key>> = {
  INGESTION: 'ingestion',
  DEPLOYMENT: 'deployment',
  MONITORING: 'monitoring',
  RETRAINING: 'retraining',
  COMPLIANCE: 'compliance',
};

export const LEVELS = [1, 2, 3, 4, 5] as const;

const WEIGHTS: readonly Key[] = ['weight1', 'weight2', 'weight3', 'weight4', 'weight5'];
const CLASSES: readonly Key[] = ['evidence1', 'evidence2', 'evidence3', 'evidence4', 'evidence5'];
/** @param weight 1 to 5 */
export const weightWord = (weight: number): Key => WEIGHTS[weight - 1] ?? 'weight3';
/** @param strength evidence class, 1 to 5 */
export const evidenceWord = (strength: number): Key => CLASSES[strength - 1] ?? 'evidence1';
