/** Why this file exists: the rules of the clarity review are data that an organisation can read and change, not code. */
import type { CategoryKey, Level, LevelStep, SkillKey, Track } from '../../frameworks/index.js';
import type { Key } from '../../../platform/ids/index.js';
import type { JobRoleKey } from './job-role.js';
import type { OverlayKey } from './requirement.js';

export type ClarityRuleKey = Key<'ClarityRule'>;

export const PLAN_FIELDS = ['MENTOR', 'DEPLOYMENT_DATE', 'PROTECTED_TIME'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Found when, on one of `tracks`, at least `minCount` of `skills` are asked at `minLevel` or above. */
export interface CountAtLevelTest {
  readonly type: 'COUNT_AT_LEVEL';
  readonly tracks: readonly Track[];
  readonly skills: readonly SkillKey[];
  readonly minLevel: Level;
  readonly minCount: number;
}

/** Found when, on one of `tracks` from `minRung` up, none of `skills` is a must-have. */
export interface NoMustAmongTest {
  readonly type: 'NO_MUST_AMONG';
  readonly tracks: readonly Track[];
  readonly skills: readonly SkillKey[];
  readonly minRung: number;
}

/** Found when, under one of `overlays` from `minRung` up, no skill of `category` is asked at `minLevel` or above. */
export interface CategoryMissingTest {
  readonly type: 'CATEGORY_MISSING';
  readonly category: CategoryKey;
  readonly minLevel: Level;
  readonly minRung: number;
  readonly overlays: readonly OverlayKey[];
}

/**
 * Found with more than `maxMust` must-haves, or when `count` skills or more are asked at `level` or above in the categories of
 * `left` taken together, and also in those of `right`.
 */
export interface UnicornTest {
  readonly type: 'UNICORN';
  readonly maxMust: number;
  readonly level: Level;
  readonly count: number;
  readonly left: readonly CategoryKey[];
  readonly right: readonly CategoryKey[];
}

/** Found when the next rung has a must-have more than `maxJump` levels higher, or a step up to `upToLevel` without activity. */
export interface LadderGapTest {
  readonly type: 'LADDER_GAP';
  readonly maxJump: number;
  readonly upToLevel: Level;
}

/**
 * Found when the plan of a person in one of `jobRoles` (any job role of `tracks` when that list is empty) lacks one of `fields`,
 * or protects a smaller share of the working time than `minProtectedTime` (0..1).
 */
export interface PlanFieldsTest {
  readonly type: 'PLAN_FIELDS';
  readonly tracks: readonly Track[];
  readonly jobRoles: readonly JobRoleKey[];
  readonly fields: readonly PlanField[];
  readonly minProtectedTime: number;
}

export type ClarityTest =
  | CountAtLevelTest
  | NoMustAmongTest
  | CategoryMissingTest
  | UnicornTest
  | LadderGapTest
  | PlanFieldsTest;

export interface ClarityRule {
  readonly key: ClarityRuleKey;
  /** The test in words. */
  readonly when: string;
  readonly message: string;
  readonly suggestion: string;
  readonly test: ClarityTest;
}

/** What a test found, told in the terms of its rule. */
export type ClarityFacts =
  | { readonly type: 'COUNT_AT_LEVEL'; readonly minLevel: Level; readonly minCount: number; readonly count: number }
  | { readonly type: 'NO_MUST_AMONG'; readonly rung: number; readonly minRung: number }
  | {
      readonly type: 'CATEGORY_MISSING';
      readonly category: CategoryKey;
      readonly minLevel: Level;
      /** Highest level asked in the category; null when nothing of it is asked. */
      readonly highestLevel: Level | null;
      /** Overlays of the job role that make the rule apply, sorted. */
      readonly overlays: readonly OverlayKey[];
    }
  | {
      readonly type: 'UNICORN';
      readonly mustHaves: number;
      readonly maxMust: number;
      /** Skills asked at `level` or above on each side. */
      readonly left: number;
      readonly right: number;
      readonly level: Level;
      readonly count: number;
    }
  | {
      readonly type: 'LADDER_GAP';
      readonly maxJump: number;
      /** Must-haves of the next rung that lie too far above; `from` is null when this rung does not ask for the skill. */
      readonly jumps: readonly { readonly skill: SkillKey; readonly from: Level | null; readonly to: Level }[];
      /** Steps towards the next rung that no activity covers, by skill, then start. */
      readonly uncoveredSteps: readonly LevelStep[];
    }
  | {
      readonly type: 'PLAN_FIELDS';
      /** In the order of `PLAN_FIELDS`; PROTECTED_TIME also when it is too small. */
      readonly missing: readonly PlanField[];
      readonly protectedTimeShare: number | null;
      readonly minProtectedTime: number;
    };
