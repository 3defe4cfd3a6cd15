/** Why this file exists: turns a bridge into its API object. */
import { activityObject } from '../../frameworks/graphql.js';
import type { Framework, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { Bridge } from '../domain/bridge.js';
import type { BridgeObject } from './bridge.types.js';

const stepObject = ({ skill, from }: LevelStep) => ({ skillKey: skill, from, to: from + 1 });

export function bridgeObject(bridge: Bridge, framework: Framework): BridgeObject {
  const names = new Map(framework.skills.map((skill) => [skill.key, skill.name]));
  const named = (skill: SkillKey) => ({ skillKey: skill, skillName: names.get(skill) ?? skill });
  return {
    goals: bridge.goals.map(({ skill, ...goal }) => ({ ...named(skill), ...goal })),
    steps: bridge.steps.map((step) => ({
      ...named(step.skill),
      ...stepObject(step),
      blockedBy: step.blockedBy.map(({ skill, ...one }) => ({ skillKey: skill, ...one })),
      activityKey: step.coveredBy,
    })),
    activities: bridge.chosen.map(({ activity, covers }) => ({
      activity: activityObject(activity),
      covers: covers.map(stepObject),
    })),
    uncovered: bridge.uncovered.map(({ step, ...one }) => ({ step: stepObject(step), ...one })),
    totalHours: bridge.totalHours,
    hoursByLever: [...bridge.hoursByLever].map(([lever, hours]) => ({ lever, hours })),
    practiceShare: bridge.practiceShare,
  };
}
