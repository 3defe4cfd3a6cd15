/** Why this file exists: the records of a framework version, plain and immutable; everything that asks for a level speaks of these. */
import type { Id, Key } from '../../../platform/ids/index.js';

export type SkillKey = Key<'Skill'>;
export type CategoryKey = Key<'Category'>;
export type EvidenceTypeKey = Key<'EvidenceType'>;
export type ActivityKey = Key<'Activity'>;
export type FrameworkVersionId = Id<'FrameworkVersion'>;

/** 1 Aware, 2 Practising, 3 Independent, 4 Leading, 5 Authority. Absence of a level is never 0: it is `null` or a missing entry. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];
export const isLevel = (n: number): n is Level => Number.isInteger(n) && n >= 1 && n <= 5;

/**
 * How strong the best evidence behind a claim is, 1..5, the `strength` of its evidence type:
 * 1 stated, 2 certified, 3 observed, 4 demonstrated, 5 accepted by an outside authority.
 */
export type EvidenceClass = 1 | 2 | 3 | 4 | 5;

export type Track = 'RESEARCH' | 'PRODUCTION' | 'HYBRID';

/** How much a skill belongs to each of the two axes, 0..1 each, independent of one another. */
export interface Affinity {
  readonly research: number;
  readonly production: number;
}

/** To hold `fromLevel` or more of the skill that lists it, hold `minLevel` of `skill`. */
export interface Prerequisite {
  readonly skill: SkillKey;
  readonly minLevel: Level;
  readonly fromLevel: Level;
}

export interface Category {
  readonly key: CategoryKey;
  readonly name: string;
  readonly order: number;
}

export interface Skill {
  readonly key: SkillKey;
  readonly name: string;
  readonly category: CategoryKey;
  readonly definition: string;
  readonly affinity: Affinity;
  readonly prerequisites: readonly Prerequisite[];
  /** Observable indicators, index 0 for level 1 to index 4 for level 5; one or two sentences each. */
  readonly indicators: readonly (readonly string[])[];
  readonly references: SkillReferences;
}

/** Links to outside frameworks; all lists may be empty. */
export interface SkillReferences {
  readonly sfia: readonly string[];
  readonly esco: readonly string[];
  readonly mlTestScore: readonly string[];
  readonly gmlp: readonly number[];
  readonly regulations: readonly string[];
}

export interface EvidenceType {
  readonly key: EvidenceTypeKey;
  readonly name: string;
  readonly strength: EvidenceClass;
  /** The highest level that this type can support alone. */
  readonly maxLevel: Level;
  /** Months after its date until which it counts as fresh. */
  readonly freshMonths: number;
  readonly verifiedBy: string;
  readonly note: string;
}

export const ACTIVITY_KINDS = [
  'MENTORSHIP',
  'SHADOWING',
  'PAIRING',
  'PROJECT',
  'REVIEW',
  'ON_CALL',
  'COURSE',
  'CERTIFICATION',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export const LEVERS = [
  'MENTORSHIP',
  'DEPLOYMENT_EXPOSURE',
  'ENGINEERING_COLLABORATION',
  'DOMAIN_EXPOSURE',
  'COMPLIANCE_EXPOSURE',
  'FORMAL_LEARNING',
  'LEADERSHIP_PRACTICE',
] as const;
export type Lever = (typeof LEVERS)[number];

/** One level of one skill: from `from` (0 = nothing held) to `from + 1`. */
export interface LevelStep {
  readonly skill: SkillKey;
  readonly from: 0 | 1 | 2 | 3 | 4;
}

export interface Activity {
  readonly key: ActivityKey;
  readonly name: string;
  readonly kind: ActivityKind;
  readonly lever: Lever;
  readonly summary: string;
  /** Who guides it, in words. */
  readonly host: string;
  /** Effort of the learner, hours, above 0. */
  readonly hours: number;
  /** Usual length in calendar weeks, above 0. */
  readonly weeks: number;
  /** How many of `raises` the learner picks; `null` when all of them count. */
  readonly choose: number | null;
  /** Levels a person should hold before starting. */
  readonly needs: readonly { readonly skill: SkillKey; readonly level: Level }[];
  readonly raises: readonly LevelStep[];
  readonly evidence: readonly { readonly type: EvidenceTypeKey; readonly show: string }[];
}

export interface ScaleLevel {
  readonly level: Level;
  readonly name: string;
  readonly meaning: string;
}

/** Everything of one framework version. Lists are sorted: categories by order, skills by category order then name, the rest by key. */
export interface Framework {
  readonly scale: readonly ScaleLevel[];
  readonly categories: readonly Category[];
  readonly skills: readonly Skill[];
  readonly evidenceTypes: readonly EvidenceType[];
  readonly activities: readonly Activity[];
}
