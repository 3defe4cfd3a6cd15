/** Why this file exists: a plan says which step can start today, and for every other one what is missing, in words. */
import type { Level, LevelStep, Prerequisite, SkillKey } from '../../frameworks/index.js';

export interface MissingLevel {
  readonly skill: SkillKey;
  readonly level: Level;
  /** `null` = not assessed. */
  readonly held: Level | null;
  /** For example "needs data-sourcing at level 2, held: not assessed". */
  readonly message: string;
}

export interface BlockedStep {
  readonly step: LevelStep;
  /** Never empty; one entry per skill, the highest level needed, sorted by skill key. */
  readonly missing: readonly MissingLevel[];
}

/** Every step given, in exactly one of the lists, in the order given. */
export interface StepReadiness {
  readonly canStart: readonly LevelStep[];
  readonly blocked: readonly BlockedStep[];
  /** Steps whose level is held already. */
  readonly reached: readonly LevelStep[];
}

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** What must be held before the step: its own level below, and the prerequisites of every level up to the one it leads to. */
function needsOf(step: LevelStep, prerequisites: readonly Prerequisite[]): ReadonlyMap<SkillKey, Level> {
  const needs = new Map<SkillKey, Level>();
  const below = LEVELS.find((level) => level === step.from);
  if (below !== undefined) needs.set(step.skill, below);
  for (const { skill, minLevel, fromLevel } of prerequisites) {
    if (fromLevel > step.from + 1) continue;
    const already = needs.get(skill);
    if (already === undefined || already < minLevel) needs.set(skill, minLevel);
  }
  return needs;
}

function missingFor(
  step: LevelStep,
  held: ReadonlyMap<SkillKey, Level>,
  prerequisites: readonly Prerequisite[],
): readonly MissingLevel[] {
  return [...needsOf(step, prerequisites)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([skill, level]) => {
      const own = held.get(skill);
      if (own !== undefined && own >= level) return [];
      const words = own === undefined ? 'not assessed' : `level ${own}`;
      return [{ skill, level, held: own ?? null, message: `needs ${skill} at level ${level}, held: ${words}` }];
    });
}

/**
 * Which steps can start with the levels held now.
 * @param held          verified levels; a missing skill is not assessed and satisfies nothing
 * @param prerequisites per skill, as the framework lists them; a missing skill has none
 */
export function stepReadiness(
  steps: readonly LevelStep[],
  held: ReadonlyMap<SkillKey, Level>,
  prerequisites: ReadonlyMap<SkillKey, readonly Prerequisite[]>,
): StepReadiness {
  const canStart: LevelStep[] = [];
  const blocked: BlockedStep[] = [];
  const reached: LevelStep[] = [];
  for (const step of steps) {
    const own = held.get(step.skill);
    if (own !== undefined && own > step.from) {
      reached.push(step);
      continue;
    }
    const missing = missingFor(step, held, prerequisites.get(step.skill) ?? []);
    if (missing.length === 0) canStart.push(step);
    else blocked.push({ step, missing });
  }
  return { canStart, blocked, reached };
}
