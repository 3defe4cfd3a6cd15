/** Why this file exists: the tables of ladders, job roles, their versions and what a version asks for. */
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { frameworkVersionTable, skillTable } from '../../frameworks/data.js';
import type { EvidenceClass, FrameworkVersionId, Level, SkillKey, Track } from '../../frameworks/index.js';
import type { JobRoleKey } from '../domain/job-role.js';
import type { LadderKey } from '../domain/ladder.js';

export type JobRoleId = Id<'JobRole'>;
export type JobRoleVersionId = Id<'JobRoleVersion'>;

export interface LadderRecord {
  readonly key: LadderKey;
  readonly track: Track;
  readonly name: string;
  /** What people on this ladder do, in one sentence. */
  readonly promise: string;
  /** Place among the ladders, from 1. */
  readonly position: number;
}
export const ladderTable = defineTable<LadderRecord>('ladder', {
  columns: {
    key: column('text'),
    track: column('text'),
    name: column('text'),
    promise: column('text'),
    position: column('integer'),
  },
  primaryKey: ['key'],
  checks: { ladder_track_ck: `track IN ('RESEARCH', 'PRODUCTION', 'HYBRID')` },
});

export interface JobRoleRecord {
  readonly id: JobRoleId;
  readonly key: JobRoleKey;
  readonly track: Track;
  /** 1..5. */
  readonly rung: number;
  /** `null` for a job role that stands on no ladder. */
  readonly ladderKey: LadderKey | null;
  /** Counts the changes of the record itself; what it asks for is counted by its versions. */
  readonly version: number;
}
export const jobRoleTable = defineTable<JobRoleRecord>('job_role', {
  columns: {
    id: column('uuid'),
    key: column('text'),
    track: column('text'),
    rung: column('smallint'),
    ladderKey: nullable('text'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    job_role_key_uq: {
      columns: ['key'],
      problem: {
        code: 'JOB_ROLE_KEY_TAKEN',
        message: 'Another job role has this key. Draft a new version of that one, or choose another key.',
        field: 'input.key',
      },
    },
  },
  foreignKeys: {
    job_role_ladder_fk: {
      columns: ['ladderKey'],
      references: ladderTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such ladder.', field: 'input.ladderKey' },
    },
  },
  checks: {
    job_role_track_ck: `track IN ('RESEARCH', 'PRODUCTION', 'HYBRID')`,
    job_role_rung_ck: 'rung BETWEEN 1 AND 5',
  },
  indexes: { job_role_ladder_ix: { columns: ['ladderKey'] } },
});

export const JOB_ROLE_STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type JobRoleState = (typeof JOB_ROLE_STATES)[number];

/** Codes of occupations outside the product that a job role lines up with; any list may be empty. */
export interface Occupations {
  readonly onet: readonly string[];
  readonly esco: readonly string[];
  readonly sfia: readonly string[];
}

export interface JobRoleVersionRecord {
  readonly id: JobRoleVersionId;
  readonly jobRoleId: JobRoleId;
  /** 1, 2, 3 ... within the job role. */
  readonly number: number;
  readonly state: JobRoleState;
  readonly frameworkVersionId: FrameworkVersionId;
  readonly title: string;
  readonly mission: string;
  /** In 12 months, in the order of the author. */
  readonly outcomes: readonly string[];
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
  /** Interview kit made for it; `null` when there is none. */
  readonly kitKey: string | null;
  /** What a person holds when a bridge starts; empty for a job role that is not a bridge. */
  readonly entryRequirements: readonly { readonly skill: SkillKey; readonly level: Level }[];
  /** How long somebody stays in it, in words; `null` for no limit. */
  readonly timeBox: string | null;
  readonly occupations: Occupations;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly version: number;
}
export const jobRoleVersionTable = defineTable<JobRoleVersionRecord>('job_role_version', {
  columns: {
    id: column('uuid'),
    jobRoleId: column('uuid'),
    number: column('integer'),
    state: column('text'),
    frameworkVersionId: column('uuid'),
    title: column('text'),
    mission: column('text'),
    outcomes: column('text[]'),
    owns: column('text[]'),
    doesNotOwn: column('text[]'),
    kitKey: nullable('text'),
    entryRequirements: column('jsonb'),
    timeBox: nullable('text'),
    occupations: column('jsonb'),
    publishedAt: nullable('timestamptz'),
    createdAt: column('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    job_role_version_number_uq: {
      columns: ['jobRoleId', 'number'],
      problem: { code: 'JOB_ROLE_RACE', message: 'Somebody else made a version at the same moment. Try again.' },
    },
  },
  foreignKeys: {
    job_role_version_job_role_fk: { columns: ['jobRoleId'], references: jobRoleTable },
    job_role_version_framework_fk: {
      columns: ['frameworkVersionId'],
      references: frameworkVersionTable,
      problem: {
        code: 'REFERENCE_NOT_FOUND',
        message: 'There is no such framework version.',
        field: 'input.frameworkVersionId',
      },
    },
  },
  checks: {
    job_role_version_state_ck: `state IN ('DRAFT', 'PUBLISHED', 'RETIRED')`,
    job_role_version_published_ck: `(state = 'DRAFT') = (published_at IS NULL)`,
    job_role_version_number_ck: 'number >= 1',
  },
  indexes: {
    job_role_version_one_draft_ux: {
      columns: ['jobRoleId'],
      unique: true,
      where: `state = 'DRAFT'`,
      problem: { code: 'JOB_ROLE_DRAFT_EXISTS', message: 'This job role has a draft already. Edit that one.' },
    },
  },
});

export interface JobRoleRequirementRecord {
  readonly jobRoleVersionId: JobRoleVersionId;
  readonly skillKey: SkillKey;
  readonly level: Level;
  readonly weight: number;
  readonly isMustHave: boolean;
  readonly minEvidenceClass: EvidenceClass;
  readonly stages: readonly string[];
  /** Place in the list of its author, from 1. */
  readonly position: number;
}
export const jobRoleRequirementTable = defineTable<JobRoleRequirementRecord>(
  'job_role_requirement',
  {
    columns: {
      jobRoleVersionId: column('uuid'),
      skillKey: column('text'),
      level: column('smallint'),
      weight: column('smallint'),
      isMustHave: column('boolean'),
      minEvidenceClass: column('smallint'),
      stages: column('text[]'),
      position: column('integer'),
    },
    primaryKey: ['jobRoleVersionId', 'skillKey'],
    foreignKeys: {
      job_role_requirement_version_fk: {
        columns: ['jobRoleVersionId'],
        references: jobRoleVersionTable,
        onDelete: 'CASCADE',
      },
      job_role_requirement_skill_fk: {
        columns: ['skillKey'],
        references: skillTable,
        problem: {
          code: 'UNKNOWN_SKILL',
          message: 'A requirement names a skill that your organisation does not have. Correct its key.',
          field: 'input.requirements',
        },
      },
    },
    checks: {
      job_role_requirement_level_ck: 'level BETWEEN 1 AND 5',
      job_role_requirement_weight_ck: 'weight BETWEEN 1 AND 5',
      job_role_requirement_evidence_ck: 'min_evidence_class BETWEEN 1 AND 5',
    },
    indexes: { job_role_requirement_skill_ix: { columns: ['skillKey'] } },
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);
