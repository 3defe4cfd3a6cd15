/** Why this file exists: the tables of frameworks: library releases, versions, and what a version consists of. */
import { column, defineTable, nullable } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type {
  Activity,
  FrameworkVersionId,
  Prerequisite,
  ScaleLevel,
  SkillKey,
  SkillReferences,
} from '../domain/framework.js';
import type { Library } from '../library/library.js';

/** A checked state of the built-in library, the same for all organisations. */
export interface LibraryReleaseRecord {
  readonly id: Id<'LibraryRelease'>;
  /** SHA-256 of the content; one release per content. */
  readonly contentHash: string;
  readonly content: Library;
  readonly loadedAt: string;
}
export const libraryReleaseTable = defineTable<LibraryReleaseRecord>(
  'library_release',
  {
    columns: {
      id: column('uuid'),
      contentHash: column('text'),
      content: column('jsonb'),
      loadedAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    unique: {
      library_release_content_uq: {
        columns: ['contentHash'],
        problem: { code: 'ALREADY_EXISTS', message: 'This release is loaded already.' },
      },
    },
  },
  { tenant: false, access: [] },
);

export const FRAMEWORK_STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type FrameworkState = (typeof FRAMEWORK_STATES)[number];

export interface FrameworkVersionRecord {
  readonly id: FrameworkVersionId;
  /** 1, 2, 3 ... within the organisation, in the order of creation. */
  readonly number: number;
  readonly title: string;
  readonly state: FrameworkState;
  /** The library release it was adopted from; `null` for a fork. */
  readonly libraryReleaseId: Id<'LibraryRelease'> | null;
  /** The version it was forked from; `null` for an adopted one. */
  readonly basedOnId: FrameworkVersionId | null;
  readonly scale: readonly ScaleLevel[];
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly version: number;
}
export const frameworkVersionTable = defineTable<FrameworkVersionRecord>('framework_version', {
  columns: {
    id: column('uuid'),
    number: column('integer'),
    title: column('text'),
    state: column('text'),
    libraryReleaseId: nullable('uuid'),
    basedOnId: nullable('uuid'),
    scale: column('jsonb'),
    createdAt: column('timestamptz'),
    publishedAt: nullable('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    framework_version_number_uq: {
      columns: ['number'],
      problem: { code: 'FRAMEWORK_RACE', message: 'Somebody else made a version at the same moment. Try again.' },
    },
  },
  foreignKeys: { framework_version_release_fk: { columns: ['libraryReleaseId'], references: libraryReleaseTable } },
  checks: {
    framework_version_state_ck: `state IN ('DRAFT', 'PUBLISHED', 'RETIRED')`,
    framework_version_published_ck: `(state = 'DRAFT') = (published_at IS NULL)`,
  },
});

/** Every skill key the organisation ever used; keys are never reused for something else and never removed. */
export const skillTable = defineTable<{ readonly key: SkillKey }>(
  'skill',
  { columns: { key: column('text') }, primaryKey: ['key'] },
  { access: ['INSERT'] },
);

const ofVersion = { columns: ['frameworkVersionId'], references: frameworkVersionTable, onDelete: 'CASCADE' } as const;
const draftOnly = { access: ['INSERT', 'UPDATE', 'DELETE'] } as const;

export interface FrameworkCategoryRecord {
  readonly frameworkVersionId: FrameworkVersionId;
  readonly key: string;
  readonly name: string;
  readonly position: number;
}
export const frameworkCategoryTable = defineTable<FrameworkCategoryRecord>(
  'framework_category',
  {
    columns: {
      frameworkVersionId: column('uuid'),
      key: column('text'),
      name: column('text'),
      position: column('integer'),
    },
    primaryKey: ['frameworkVersionId', 'key'],
    foreignKeys: { framework_category_version_fk: ofVersion },
  },
  draftOnly,
);

export interface FrameworkSkillRecord {
  readonly id: Id<'FrameworkSkill'>;
  readonly frameworkVersionId: FrameworkVersionId;
  readonly skillKey: SkillKey;
  readonly categoryKey: string;
  readonly name: string;
  readonly definition: string;
  readonly affinityResearch: number;
  readonly affinityProduction: number;
  readonly indicators: readonly (readonly string[])[];
  readonly prerequisites: readonly Prerequisite[];
  readonly outside: SkillReferences;
}
export const frameworkSkillTable = defineTable<FrameworkSkillRecord>(
  'framework_skill',
  {
    columns: {
      id: column('uuid'),
      frameworkVersionId: column('uuid'),
      skillKey: column('text'),
      categoryKey: column('text'),
      name: column('text'),
      definition: column('text'),
      affinityResearch: column('numeric'),
      affinityProduction: column('numeric'),
      indicators: column('jsonb'),
      prerequisites: column('jsonb'),
      outside: column('jsonb'),
    },
    primaryKey: ['frameworkVersionId', 'skillKey'],
    unique: {
      framework_skill_id_uq: {
        columns: ['id'],
        problem: { code: 'ALREADY_EXISTS', message: 'This skill exists already.' },
      },
    },
    foreignKeys: {
      framework_skill_version_fk: ofVersion,
      framework_skill_skill_fk: { columns: ['skillKey'], references: skillTable },
      framework_skill_category_fk: {
        columns: ['frameworkVersionId', 'categoryKey'],
        references: frameworkCategoryTable,
        problem: {
          code: 'UNKNOWN_CATEGORY',
          message: 'This version has no such category. Add it first, or name another one.',
          field: 'input.category',
        },
      },
    },
    checks: {
      framework_skill_affinity_ck: 'affinity_research BETWEEN 0 AND 1 AND affinity_production BETWEEN 0 AND 1',
    },
  },
  draftOnly,
);

export interface FrameworkEvidenceTypeRecord {
  readonly frameworkVersionId: FrameworkVersionId;
  readonly key: string;
  readonly name: string;
  readonly strength: number;
  readonly maxLevel: number;
  readonly freshMonths: number;
  readonly verifiedBy: string;
  readonly note: string;
}
export const frameworkEvidenceTypeTable = defineTable<FrameworkEvidenceTypeRecord>(
  'framework_evidence_type',
  {
    columns: {
      frameworkVersionId: column('uuid'),
      key: column('text'),
      name: column('text'),
      strength: column('smallint'),
      maxLevel: column('smallint'),
      freshMonths: column('integer'),
      verifiedBy: column('text'),
      note: column('text'),
    },
    primaryKey: ['frameworkVersionId', 'key'],
    foreignKeys: { framework_evidence_type_version_fk: ofVersion },
    checks: {
      framework_evidence_type_ck: 'strength BETWEEN 1 AND 5 AND max_level BETWEEN 1 AND 5 AND fresh_months > 0',
    },
  },
  draftOnly,
);

export interface FrameworkActivityRecord {
  readonly frameworkVersionId: FrameworkVersionId;
  readonly key: string;
  readonly detail: Activity;
}
export const frameworkActivityTable = defineTable<FrameworkActivityRecord>(
  'framework_activity',
  {
    columns: { frameworkVersionId: column('uuid'), key: column('text'), detail: column('jsonb') },
    primaryKey: ['frameworkVersionId', 'key'],
    foreignKeys: { framework_activity_version_fk: ofVersion },
  },
  draftOnly,
);
