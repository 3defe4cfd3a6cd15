/** Why this file exists: growth is counted in steps of one level; plans, activities and reviews name a step the same way. */
import type { Activity, Level, LevelStep, SkillKey } from './framework.js';

/** Levels a step can start from; 0 is nothing held. */
export const STEP_STARTS: readonly LevelStep['from'][] = [0, 1, 2, 3, 4];

/** Last start that a catalogue of activities may cover: the step from 4 to 5 is agreed case by case. */
export const LAST_CATALOGUE_START = 3;

/** Names a step so that it can be looked up in a set: skill and start. */
export const stepId = (step: LevelStep): string => `${step.skill}@${step.from}`;

/** Steps of one skill from the held level (null when nothing is held) up to `to`, lowest first; empty when `to` is held. */
export const stepsBetween = (skill: SkillKey, held: Level | null, to: Level): readonly LevelStep[] =>
  STEP_STARTS.filter((from) => from >= (held ?? 0) && from < to).map((from) => ({ skill, from }));

/** Every step that at least one activity raises, also those where the learner chooses; each once, in order of first mention. */
export function stepsCoveredBy(activities: readonly Pick<Activity, 'raises'>[]): readonly LevelStep[] {
  const steps = activities.flatMap((activity) => activity.raises);
  return [...new Map(steps.map((step) => [stepId(step), step])).values()];
}
