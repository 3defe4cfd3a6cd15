/** Why this file exists: requisitions, and what each of them asked for on the day it was opened. */
import type { PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import { skillTable } from '../../frameworks/data.js';
import type { OverlayKey, RaiseReason } from '../../job-roles/index.js';
import { jobRoleVersionTable } from '../../job-roles/data.js';
import { personTable } from '../../people/data.js';
import type { RequisitionId, RequisitionState } from '../domain/requisition.js';

export const EMPLOYMENT_TYPES = ['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN'] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export interface RequisitionRecord {
  readonly id: RequisitionId;
  readonly title: string;
  readonly jobRoleVersionId: Id<'JobRoleVersion'>;
  readonly overlayKeys: readonly OverlayKey[];
  readonly openings: number;
  readonly filled: number;
  /** Name of the AI programme that the hire serves; `null` when none is named, which is flagged. */
  readonly initiativeName: string | null;
  readonly location: string | null;
  readonly employmentType: EmploymentType | null;
  /** True while every employee may read it and apply. */
  readonly isPosted: boolean;
  /** When it was posted last, whether it still is or not. */
  readonly postedAt: string | null;
  readonly state: RequisitionState;
  readonly hiringManagerId: PersonId;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  readonly createdAt: string;
  readonly version: number;
}

export const requisitionTable = defineTable<RequisitionRecord>('requisition', {
  columns: {
    id: column('uuid'),
    title: column('text'),
    jobRoleVersionId: column('uuid'),
    overlayKeys: column('text[]'),
    openings: column('integer'),
    filled: column('integer'),
    initiativeName: nullable('text'),
    location: nullable('text'),
    employmentType: nullable('text'),
    isPosted: column('boolean'),
    postedAt: nullable('timestamptz'),
    state: column('text'),
    hiringManagerId: column('uuid'),
    openedAt: nullable('timestamptz'),
    closedAt: nullable('timestamptz'),
    closeReason: nullable('text'),
    createdAt: column('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    requisition_job_role_version_fk: {
      columns: ['jobRoleVersionId'],
      references: jobRoleVersionTable,
      problem: {
        code: 'REFERENCE_NOT_FOUND',
        message: 'There is no such job role version. Choose a published one.',
        field: 'input.jobRoleVersionId',
      },
    },
    requisition_hiring_manager_fk: {
      columns: ['hiringManagerId'],
      references: personTable,
      problem: {
        code: 'REFERENCE_NOT_FOUND',
        message: 'There is no such person. Name an employee as hiring manager.',
        field: 'input.hiringManagerId',
      },
    },
  },
  checks: {
    requisition_openings_ck: 'openings >= 1 AND filled BETWEEN 0 AND openings',
    requisition_state_ck: `state IN ('DRAFT', 'OPEN', 'ON_HOLD', 'FILLED', 'CLOSED')`,
    requisition_employment_ck: `employment_type IN ('FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN')`,
    requisition_opened_ck: `state IN ('DRAFT', 'CLOSED') OR opened_at IS NOT NULL`,
    requisition_closed_ck: `(state = 'CLOSED') = (closed_at IS NOT NULL)`,
    requisition_filled_ck: `state <> 'FILLED' OR filled = openings`,
    requisition_posted_ck: `NOT is_posted OR state IN ('OPEN', 'ON_HOLD')`,
  },
  indexes: { requisition_hiring_manager_ix: { columns: ['hiringManagerId'] } },
});

/** One effective requirement as it stood when the requisition was opened; never changed afterwards. */
export interface RequisitionRequirementRecord {
  readonly requisitionId: RequisitionId;
  readonly skillKey: SkillKey;
  /** Place in the list, from 0: the job role's own order first, then what only overlays ask for. */
  readonly position: number;
  readonly level: Level;
  readonly weight: number;
  readonly isMustHave: boolean;
  readonly minEvidenceClass: EvidenceClass;
  readonly stages: readonly string[];
  /** Level of the job role itself; `null` when only an overlay asks for the skill. */
  readonly baseLevel: Level | null;
  readonly reasons: readonly RaiseReason[];
}

export const requisitionRequirementTable = defineTable<RequisitionRequirementRecord>(
  'requisition_requirement',
  {
    columns: {
      requisitionId: column('uuid'),
      skillKey: column('text'),
      position: column('integer'),
      level: column('smallint'),
      weight: column('numeric'),
      isMustHave: column('boolean'),
      minEvidenceClass: column('smallint'),
      stages: column('text[]'),
      baseLevel: nullable('smallint'),
      reasons: column('jsonb'),
    },
    primaryKey: ['requisitionId', 'skillKey'],
    foreignKeys: {
      requisition_requirement_requisition_fk: { columns: ['requisitionId'], references: requisitionTable },
      requisition_requirement_skill_fk: { columns: ['skillKey'], references: skillTable },
    },
    checks: {
      requisition_requirement_level_ck:
        'level BETWEEN 1 AND 5 AND min_evidence_class BETWEEN 1 AND 5 AND base_level BETWEEN 1 AND 5',
      requisition_requirement_weight_ck: 'weight > 0',
    },
    indexes: { requisition_requirement_skill_ix: { columns: ['skillKey'] } },
  },
  { access: ['INSERT'] },
);
