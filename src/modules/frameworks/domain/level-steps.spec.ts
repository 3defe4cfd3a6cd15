/** Why this file exists: a plan that miscounts its steps by one misses its target or repeats what is held. */
import type { SkillKey } from './framework.js';
import { stepId, stepsBetween, stepsCoveredBy } from './level-steps.js';

const skill = 'drift' as SkillKey;

describe('steps of one level', () => {
  it('run from the held level up to the target', () => {
    expect(stepsBetween(skill, 1, 3).map(stepId)).toEqual(['drift@1', 'drift@2']);
  });

  it('start at 0 when no level is held', () => {
    expect(stepsBetween(skill, null, 2).map(stepId)).toEqual(['drift@0', 'drift@1']);
  });

  it('are none when the target is held or exceeded', () => {
    expect(stepsBetween(skill, 3, 3)).toEqual([]);
    expect(stepsBetween(skill, 5, 3)).toEqual([]);
  });

  it('end with the step from 4 to 5', () => {
    expect(stepsBetween(skill, 4, 5).map(stepId)).toEqual(['drift@4']);
  });

  it('are covered once however many activities raise them', () => {
    const other = 'serving' as SkillKey;
    const activities = [
      { raises: [{ skill, from: 0 }] },
      {
        raises: [
          { skill: other, from: 2 },
          { skill, from: 0 },
        ],
      },
    ] as const;
    expect(stepsCoveredBy(activities).map(stepId)).toEqual(['drift@0', 'serving@2']);
  });
});
