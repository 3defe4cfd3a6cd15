/** Why this file exists: clarity rules as data, so that the review of a job role and the library's own checks read the same rules. */
import type { CategoryKey, Level, SkillKey, Track } from '../domain/framework.js';
import type { Key } from '../../../platform/ids/index.js';
import type { LibraryJobRoleKey, LibraryOverlayKey } from './library-job-role.js';

export const PLAN_FIELDS = ['MENTOR', 'DEPLOYMENT_DATE', 'PROTECTED_TIME'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Breaks when, on one of `tracks`, at least `minCount` of `skills` are asked at `minLevel` or above. */
export interface CountAtLevelTest {
  readonly type: 'COUNT_AT_LEVEL';
  readonly tracks: readonly Track[];
  readonly skills: readonly SkillKey[];
  readonly minLevel: Level;
  readonly minCount: number;
}

/** Breaks when, on one of `tracks` from `minRung` up, none of `skills` is a must-have. */
export interface NoMustAmongTest {
  readonly type: 'NO_MUST_AMONG';
  readonly tracks: readonly Track[];
  readonly skills: readonly SkillKey[];
  readonly minRung: number;
}

/** Breaks when, under one of `overlays` from `minRung` up, no skill of `category` is asked at `minLevel` or above. */
export interface CategoryMissingTest {
  readonly type: 'CATEGORY_MISSING';
  readonly category: CategoryKey;
  readonly minLevel: Level;
  readonly minRung: number;
  readonly overlays: readonly LibraryOverlayKey[];
}

/** Breaks above `maxMust` must-haves, or when `count` skills at `level` or above lie in `left` and as many in `right`. */
export interface UnicornTest {
  readonly type: 'UNICORN';
  readonly maxMust: number;
  readonly level: Level;
  readonly count: number;
  readonly left: readonly CategoryKey[];
  readonly right: readonly CategoryKey[];
}

/** Breaks when the next rung has a must-have more than `maxJump` levels higher, or a step up to `upToLevel` without activity. */
export interface LadderGapTest {
  readonly type: 'LADDER_GAP';
  readonly maxJump: number;
  readonly upToLevel: Level;
}

/** Breaks when the plan of a person in one of `jobRoles` lacks one of `fields`, or protects less than `minProtectedTime` (0..1). */
export interface PlanFieldsTest {
  readonly type: 'PLAN_FIELDS';
  readonly tracks: readonly Track[];
  readonly jobRoles: readonly LibraryJobRoleKey[];
  readonly fields: readonly PlanField[];
  readonly minProtectedTime: number;
}

export type LibraryClarityTest =
  | CountAtLevelTest
  | NoMustAmongTest
  | CategoryMissingTest
  | UnicornTest
  | LadderGapTest
  | PlanFieldsTest;

export interface LibraryClarityRule {
  readonly key: Key<'ClarityRule'>;
  /** The test in words. */
  readonly when: string;
  readonly message: string;
  readonly suggestion: string;
  readonly test: LibraryClarityTest;
}
