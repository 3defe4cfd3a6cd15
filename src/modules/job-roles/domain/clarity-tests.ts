/** Why this file exists: each kind of clarity test as one pure function from a job role to what was found, or nothing. */
import {
  byText,
  stepId,
  stepsBetween,
  type CategoryKey,
  type Level,
  type LevelStep,
  type SkillKey,
} from '../../frameworks/index.js';
import { assertNever } from '../../../platform/outcome/index.js';
import type {
  CategoryMissingTest,
  ClarityFacts,
  ClarityTest,
  CountAtLevelTest,
  LadderGapTest,
  NoMustAmongTest,
  PlanField,
  PlanFieldsTest,
  UnicornTest,
} from './clarity-rule.js';
import { PLAN_FIELDS } from './clarity-rule.js';
import type { JobRoleKey } from './job-role.js';
import type { OverlayKey, Requirement, RolePosition } from './requirement.js';

/** What a bridge plan says about its support; a field that nobody filled in is null or blank. */
export interface PlanSupport {
  readonly mentor: string | null;
  /** Day of the deployment the person takes part in. */
  readonly deploymentDate: string | null;
  /** Share of the working time that is protected for growth, 0..1. */
  readonly protectedTimeShare: number | null;
}

/** A rung of a ladder as the review needs it. */
export interface Rung {
  readonly jobRole: JobRoleKey;
  readonly title: string;
  readonly rung: number;
  readonly requirements: readonly Requirement[];
}

/** The job role under review. */
export interface ClaritySubject extends RolePosition {
  /** Null for a job role that has no key yet, such as a pasted advert. */
  readonly jobRole: JobRoleKey | null;
  readonly title: string;
  /** Effective requirements, one per skill. */
  readonly requirements: readonly Requirement[];
  readonly overlays: readonly OverlayKey[];
  readonly categoryOf: ReadonlyMap<SkillKey, CategoryKey>;
  /** The rung above with its effective requirements; null at the top of a ladder and where there is no ladder. */
  readonly nextRung: Rung | null;
  /** Steps that activities of the framework raise; null when they are not known, and then steps are not reviewed. */
  readonly coveredSteps: readonly LevelStep[] | null;
  /** Rungs of the production ladder, for the proposal of a split; may be empty. */
  readonly productionRungs: readonly Rung[];
  /** Null for a definition without a plan: the plan rule then finds nothing. */
  readonly plan: PlanSupport | null;
}

/** Skills involved, in any order, and the facts. */
export interface TestResult {
  readonly skills: readonly SkillKey[];
  readonly facts: ClarityFacts;
}

type Result = TestResult | null;

function countAtLevel(test: CountAtLevelTest, subject: ClaritySubject): Result {
  if (!test.tracks.includes(subject.track)) return null;
  const found = subject.requirements.filter((one) => test.skills.includes(one.skill) && one.level >= test.minLevel);
  const { type, minLevel, minCount } = test;
  if (found.length < minCount) return null;
  return { skills: found.map((one) => one.skill), facts: { type, minLevel, minCount, count: found.length } };
}

function noMustAmong(test: NoMustAmongTest, subject: ClaritySubject): Result {
  if (!test.tracks.includes(subject.track) || subject.rung < test.minRung) return null;
  if (subject.requirements.some((one) => one.isMustHave && test.skills.includes(one.skill))) return null;
  return { skills: test.skills, facts: { type: test.type, rung: subject.rung, minRung: test.minRung } };
}

function categoryMissing(test: CategoryMissingTest, subject: ClaritySubject): Result {
  const overlays = subject.overlays.filter((one) => test.overlays.includes(one)).sort();
  if (overlays.length === 0 || subject.rung < test.minRung) return null;
  const asked = subject.requirements.filter((one) => subject.categoryOf.get(one.skill) === test.category);
  if (asked.some((one) => one.level >= test.minLevel)) return null;
  const highestLevel = asked.reduce<Level | null>((best, one) => (one.level > (best ?? 0) ? one.level : best), null);
  const { type, category, minLevel } = test;
  return { skills: asked.map((one) => one.skill), facts: { type, category, minLevel, highestLevel, overlays } };
}

function unicorn(test: UnicornTest, subject: ClaritySubject): Result {
  const { type, maxMust, level, count } = test;
  const among = (categories: readonly CategoryKey[]): readonly SkillKey[] =>
    subject.requirements
      .filter((one) => one.level >= level)
      .filter((one) => categories.some((category) => category === subject.categoryOf.get(one.skill)))
      .map((one) => one.skill);
  const [left, right] = [among(test.left), among(test.right)];
  const musts = subject.requirements.filter((one) => one.isMustHave).map((one) => one.skill);
  const isTooMany = musts.length > maxMust;
  const isTooWide = left.length >= count && right.length >= count;
  if (!isTooMany && !isTooWide) return null;
  const counts = { mustHaves: musts.length, maxMust, left: left.length, right: right.length, level, count };
  return {
    skills: [...(isTooMany ? musts : []), ...(isTooWide ? [...left, ...right] : [])],
    facts: { type, ...counts },
  };
}

function ladderGap(test: LadderGapTest, subject: ClaritySubject): Result {
  if (subject.nextRung === null) return null;
  const here = new Map(subject.requirements.map((one) => [one.skill, one.level]));
  const covered = subject.coveredSteps === null ? null : new Set(subject.coveredSteps.map(stepId));
  const next = subject.nextRung.requirements.toSorted((a, b) => byText(a.skill, b.skill));
  const jumps = next
    .map((one) => ({ skill: one.skill, from: here.get(one.skill) ?? null, to: one.level, isMustHave: one.isMustHave }))
    .filter(({ from, to, isMustHave }) => isMustHave && to - (from ?? 0) > test.maxJump)
    .map(({ skill, from, to }) => ({ skill, from, to }));
  const uncoveredSteps = next
    .flatMap((one) => stepsBetween(one.skill, here.get(one.skill) ?? null, one.level))
    .filter((step) => step.from < test.upToLevel && covered?.has(stepId(step)) === false);
  if (jumps.length + uncoveredSteps.length === 0) return null;
  return {
    skills: [...jumps, ...uncoveredSteps].map((one) => one.skill),
    facts: { type: test.type, maxJump: test.maxJump, jumps, uncoveredSteps },
  };
}

function planFields(test: PlanFieldsTest, subject: ClaritySubject): Result {
  const { jobRole, plan, track } = subject;
  const isMeant = test.jobRoles.length === 0 || (jobRole !== null && test.jobRoles.includes(jobRole));
  if (plan === null || !isMeant || !test.tracks.includes(track)) return null;
  const { type, minProtectedTime } = test;
  const isThere: Readonly<Record<PlanField, boolean>> = {
    MENTOR: (plan.mentor ?? '').trim() !== '',
    DEPLOYMENT_DATE: (plan.deploymentDate ?? '').trim() !== '',
    PROTECTED_TIME: plan.protectedTimeShare !== null && plan.protectedTimeShare >= minProtectedTime,
  };
  const missing = PLAN_FIELDS.filter((field) => test.fields.includes(field) && !isThere[field]);
  const { protectedTimeShare } = plan;
  return missing.length === 0 ? null : { skills: [], facts: { type, missing, protectedTimeShare, minProtectedTime } };
}

/** Runs one test; null when it finds nothing or does not apply. */
export function runClarityTest(test: ClarityTest, subject: ClaritySubject): TestResult | null {
  switch (test.type) {
    case 'COUNT_AT_LEVEL':
      return countAtLevel(test, subject);
    case 'NO_MUST_AMONG':
      return noMustAmong(test, subject);
    case 'CATEGORY_MISSING':
      return categoryMissing(test, subject);
    case 'UNICORN':
      return unicorn(test, subject);
    case 'LADDER_GAP':
      return ladderGap(test, subject);
    case 'PLAN_FIELDS':
      return planFields(test, subject);
  }
  return assertNever(test);
}
