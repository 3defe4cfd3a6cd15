/** Why this file exists: a job role that contradicts itself is told so before anybody is hired for it, with a way out. */
import type { SkillKey } from '../../frameworks/index.js';
import type { ClarityFacts, ClarityRule, ClarityRuleKey } from './clarity-rule.js';
import { runClarityTest, type ClaritySubject, type Rung, type TestResult } from './clarity-tests.js';
import type { JobRoleKey } from './job-role.js';

/** How a research job role with production duties comes apart into two; all lists of skills sorted. */
export interface SplitProposal {
  readonly stays: { readonly title: string; readonly skills: readonly SkillKey[] };
  readonly moves: {
    readonly skills: readonly SkillKey[];
    /** The production rung that asks for the moved skills at the closest levels; null when no rung was given. */
    readonly nearest: { readonly jobRole: JobRoleKey; readonly title: string; readonly rung: number } | null;
  };
}

export interface ClarityFinding {
  readonly rule: ClarityRuleKey;
  readonly message: string;
  readonly suggestion: string;
  /** Skills involved, each once, sorted; empty for findings on a plan. */
  readonly skills: readonly SkillKey[];
  readonly facts: ClarityFacts;
  /** Only where a research job role asks for too many production skills. */
  readonly split: SplitProposal | null;
}

const sorted = (skills: readonly SkillKey[]): readonly SkillKey[] => [...new Set(skills)].sort();

/** Σ |level asked there − level asked here| over the moved skills; a skill that the rung does not ask for counts as level 0. */
function distance(rung: Rung, moved: ReadonlyMap<SkillKey, number>): number {
  const there = new Map(rung.requirements.map((one) => [one.skill, one.level]));
  return [...moved].reduce((sum, [skill, level]) => sum + Math.abs((there.get(skill) ?? 0) - level), 0);
}

/** The closest rung, the lower one among equals: nobody is asked for more than was wanted. */
function nearestRung(rungs: readonly Rung[], moved: ReadonlyMap<SkillKey, number>): SplitProposal['moves']['nearest'] {
  const [best] = rungs.toSorted((a, b) => distance(a, moved) - distance(b, moved) || a.rung - b.rung);
  return best === undefined ? null : { jobRole: best.jobRole, title: best.title, rung: best.rung };
}

function splitOf({ facts, skills }: TestResult, subject: ClaritySubject): SplitProposal | null {
  if (facts.type !== 'COUNT_AT_LEVEL' || subject.track !== 'RESEARCH') return null;
  const [moving, staying] = [true, false].map((isMoving) =>
    subject.requirements.filter((one) => skills.includes(one.skill) === isMoving),
  );
  const moved = new Map(moving?.map((one) => [one.skill, one.level]));
  return {
    stays: { title: subject.title, skills: sorted(staying?.map((one) => one.skill) ?? []) },
    moves: { skills: sorted([...moved.keys()]), nearest: nearestRung(subject.productionRungs, moved) },
  };
}

/**
 * Findings of the clarity review, in the order of the rules; empty when the job role is clear. Findings advise: they keep nobody
 * from publishing. A test that lacks what it needs (no next rung, no known activities, no plan) finds nothing.
 */
export function reviewClarity(rules: readonly ClarityRule[], subject: ClaritySubject): readonly ClarityFinding[] {
  return rules.flatMap((rule) => {
    const result = runClarityTest(rule.test, subject);
    if (result === null) return [];
    const { key, message, suggestion } = rule;
    const { facts } = result;
    return [{ rule: key, message, suggestion, skills: sorted(result.skills), facts, split: splitOf(result, subject) }];
  });
}
