/** Why this file exists: the way from what a person holds to what a job role asks for, as goals, ordered steps and activities. */
import {
  chooseActivities,
  closePrerequisites,
  orderWithNeedsFirst,
  stepId,
  stepsBetween,
  type ActivityCover,
  type ActivityKey,
  type Framework,
  type Level,
  type LevelStep,
  type Skill,
  type SkillKey,
} from '../../frameworks/index.js';
import type { Requirement } from './requirement.js';

export interface BridgeGoal {
  readonly skill: SkillKey;
  /** Level held today; 0 when none is known. */
  readonly from: LevelStep['from'];
  readonly to: Level;
  /** False when only a prerequisite of another goal asks for it, or asks for more than the job role does. */
  readonly isAskedByJobRole: boolean;
}

/** What must be reached before a step can be taken. */
export interface StepBlocker {
  readonly skill: SkillKey;
  readonly level: Level;
  /** LOWER_LEVEL: the level below of the same skill. PREREQUISITE: a level of another skill. */
  readonly because: 'LOWER_LEVEL' | 'PREREQUISITE';
  readonly message: string;
}

export interface BridgeStep extends LevelStep {
  /** What is not held yet today, the level below first; empty for a step that can start now. */
  readonly blockedBy: readonly StepBlocker[];
  /** The chosen activity that covers it; null when none does, and then it is among the uncovered steps. */
  readonly coveredBy: ActivityKey | null;
}

/** `chosen`, hours, lever hours, practice share and uncovered steps are those of the activity cover. */
export interface Bridge extends ActivityCover {
  /** In the order of the framework's skills. */
  readonly goals: readonly BridgeGoal[];
  /** One level each, every step after all that block it; lower levels first where nothing else decides. */
  readonly steps: readonly BridgeStep[];
}

type Held = ReadonlyMap<SkillKey, Level>;
type BridgeFramework = Pick<Framework, 'skills' | 'activities'>;

function targetsOf(requirements: readonly Pick<Requirement, 'skill' | 'level'>[]): Held {
  const targets = new Map<SkillKey, Level>();
  for (const { skill, level } of requirements) {
    if (level > (targets.get(skill) ?? 0)) targets.set(skill, level);
  }
  return targets;
}

function blockersOf(step: LevelStep, skills: ReadonlyMap<SkillKey, Skill>, held: Held): readonly StepBlocker[] {
  const blocker = (skill: SkillKey, level: Level, because: StepBlocker['because']): readonly StepBlocker[] => {
    const now = held.get(skill);
    if ((now ?? 0) >= level) return [];
    const today = now === undefined ? 'no level is known today' : `level ${now} today`;
    const message = `Reach level ${level} of ${skills.get(skill)?.name ?? skill} first; ${today}.`;
    return [{ skill, level, because, message }];
  };
  const prerequisites = (skills.get(step.skill)?.prerequisites ?? []).filter((one) => one.fromLevel <= step.from + 1);
  return [
    ...(step.from === 0 ? [] : blocker(step.skill, step.from, 'LOWER_LEVEL')),
    ...prerequisites.flatMap((one) => blocker(one.skill, one.minLevel, 'PREREQUISITE')),
  ];
}

interface OpenStep {
  readonly step: LevelStep;
  readonly blockedBy: readonly StepBlocker[];
}

/** Steps with what blocks them first. On a cyclic graph, which is never published, the steps behind the cycle come last. */
function inOrder(open: readonly OpenStep[]): readonly OpenStep[] {
  const byId = new Map(open.toSorted((a, b) => a.step.from - b.step.from).map((one) => [stepId(one.step), one]));
  const needsOf = (id: string): readonly string[] =>
    (byId.get(id)?.blockedBy ?? []).map((one) => `${one.skill}@${one.level - 1}`);
  const { ordered, stuck } = orderWithNeedsFirst([...byId.keys()], needsOf);
  return [...ordered, ...stuck].flatMap((id) => byId.get(id) ?? []);
}

/**
 * The bridge from held levels to the requirements of a job role, closed over prerequisites.
 * @param framework    a published version: acyclic, activities with hours above 0
 * @param held         a missing entry is not known and starts at 0
 * @param requirements effective ones when overlays apply; what is held already opens no goal
 * @returns            empty lists, 0 hours and no practice share when nothing is missing
 * @source docs/methods/arithmetic.md, the bridge
 */
export function bridgeBetween(
  framework: BridgeFramework,
  held: Held,
  requirements: readonly Pick<Requirement, 'skill' | 'level'>[],
): Bridge {
  const targets = targetsOf(requirements);
  const closed = closePrerequisites(framework.skills, held, targets);
  const stepsOf = [...closed].map(([skill, to]) => ({
    skill,
    to,
    steps: stepsBetween(skill, held.get(skill) ?? null, to),
  }));
  const goals = stepsOf.flatMap(({ skill, to, steps: [first] }): readonly BridgeGoal[] =>
    first === undefined ? [] : [{ skill, from: first.from, to, isAskedByJobRole: targets.get(skill) === to }],
  );
  const needed = stepsOf.flatMap((one) => one.steps);
  const cover = chooseActivities(framework.activities, needed);
  const coveredBy = new Map(
    cover.chosen.flatMap((one) => one.covers.map((step) => [stepId(step), one.activity.key] as const)),
  );
  const skills = new Map(framework.skills.map((skill) => [skill.key, skill]));
  const open = needed.map((step) => ({ step, blockedBy: blockersOf(step, skills, held) }));
  const steps = inOrder(open).map(({ step, blockedBy }) => ({
    ...step,
    blockedBy,
    coveredBy: coveredBy.get(stepId(step)) ?? null,
  }));
  return { goals, steps, ...cover };
}
