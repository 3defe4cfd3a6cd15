/** Why this file exists: the closed lists of the API about requisitions and candidates, in words, in one place. */
import { defineTexts } from '../app/texts.js';
import type {
  ApplicationStage,
  CandidateSource,
  ConflictKind,
  EmploymentType,
  RequisitionState,
} from '../gql/graphql.js';

const { tell } = defineTexts('candidate-words', {
  stage_APPLIED: 'Applied',
  stage_SCREEN: 'Screen',
  stage_INTERVIEWING: 'Interviews',
  stage_DEBRIEF: 'Debrief',
  stage_DECIDED: 'Decided',
  stage_HIRED: 'Hired',
  stage_WITHDRAWN: 'Withdrawn',
  state_DRAFT: 'Draft',
  state_OPEN: 'Open',
  state_ON_HOLD: 'On hold',
  state_FILLED: 'Filled',
  state_CLOSED: 'Closed',
  source_AGENCY: 'Agency',
  source_DIRECT: 'Applied directly',
  source_INTERNAL: 'Employee',
  source_OTHER: 'Another way',
  source_REFERRAL: 'Referred by an employee',
  source_SOURCED: 'Found by the hiring team',
  employment_CONTRACTOR: 'Contractor',
  employment_FULL_TIME: 'Full time',
  employment_INTERN: 'Internship',
  employment_PART_TIME: 'Part time',
  employment_TEMPORARY: 'Limited time',
  conflict_DECLARED_RELATION: 'declared a close relation',
  conflict_DIRECT_REPORT_OF_APPLICANT: 'reports to the applicant',
  conflict_MANAGER_OF_APPLICANT: 'manages the applicant',
  conflict_REFERRER: 'referred the applicant',
  conflict_SELF: 'is the applicant',
});

export const stageWord = (stage: ApplicationStage): string => tell(`stage_${stage}`);
export const stateWord = (state: RequisitionState): string => tell(`state_${state}`);
export const sourceWord = (source: CandidateSource): string => tell(`source_${source}`);
export const employmentWord = (type: EmploymentType): string => tell(`employment_${type}`);
export const conflictWord = (kind: ConflictKind): string => tell(`conflict_${kind}`);

/** Columns of the pipeline, in order; WITHDRAWN stands apart. */
export const PIPELINE = [
  'APPLIED',
  'SCREEN',
  'INTERVIEWING',
  'DEBRIEF',
  'DECIDED',
  'HIRED',
] as const satisfies readonly ApplicationStage[];
export const EMPLOYMENTS = [
  'FULL_TIME',
  'PART_TIME',
  'TEMPORARY',
  'CONTRACTOR',
  'INTERN',
] as const satisfies readonly EmploymentType[];
/** How somebody from outside comes in; employees apply themselves. */
export const SOURCES = [
  'DIRECT',
  'SOURCED',
  'REFERRAL',
  'AGENCY',
  'OTHER',
] as const satisfies readonly CandidateSource[];

/** Class of the pill that shows a state. */
export const statePill = (state: RequisitionState): string =>
  ({ DRAFT: 'pill sky', OPEN: 'pill ok', ON_HOLD: 'pill warn', FILLED: 'pill', CLOSED: 'pill' })[state];

const DAY = 86_400_000;
/** Whole days from one instant to another, by default to now. */
export const daysSince = (from: string, to?: string | null): number =>
  Math.max(0, Math.floor(((to == null ? Date.now() : Date.parse(to)) - Date.parse(from)) / DAY));
