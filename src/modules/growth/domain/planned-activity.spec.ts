/** Why this file exists: an activity waits for what others must show first, and never for what it teaches itself. */
import type { ActivityKey, Level, LevelStep, Prerequisite, SkillKey } from '../../frameworks/index.js';
import {
  ACTIVITY_STATES,
  ACTIVITY_TRANSITIONS,
  activityReadiness,
  finishActivity,
  startActivity,
} from './planned-activity.js';
import { PLAN_STATES } from './states.js';

const skill = (text: string) => text as SkillKey;
const step = (name: string, from: LevelStep['from']): LevelStep => ({ skill: skill(name), from });
const levels = (given: Record<string, Level>) =>
  new Map(Object.entries(given).map(([name, level]) => [skill(name), level]));
const needs = (...list: readonly [of: string, name: string, minLevel: Level, fromLevel: Level][]) => {
  const map = new Map<SkillKey, Prerequisite[]>();
  for (const [of, name, minLevel, fromLevel] of list)
    map.set(skill(of), [...(map.get(skill(of)) ?? []), { skill: skill(name), minLevel, fromLevel }]);
  return map;
};
const key = 'pair-on-pipeline' as ActivityKey;

describe('the readiness of an activity', () => {
  test('is given when one of its steps can start, and what the others need is still told', () => {
    const readiness = activityReadiness([step('a', 0), step('b', 2)], levels({ b: 2 }), needs(['b', 'c', 2, 3]));
    expect(readiness).toMatchObject({ canStart: true, missing: [{ skill: 'c', level: 2, held: null }] });
  });

  test('is not given while every step waits for something from elsewhere, named once at its highest level', () => {
    const steps = [step('a', 0), step('b', 0)];
    const readiness = activityReadiness(steps, levels({ c: 1 }), needs(['a', 'c', 2, 1], ['b', 'c', 3, 1]));
    expect(readiness).toEqual({
      canStart: false,
      missing: [{ skill: 'c', level: 3, held: 1, message: 'needs c at level 3, held: level 1' }],
    });
  });

  test('does not miss what it raises itself, step upon step', () => {
    const readiness = activityReadiness(
      [step('a', 0), step('a', 1), step('b', 0)],
      levels({}),
      needs(['b', 'a', 2, 1]),
    );
    expect(readiness).toEqual({ canStart: true, missing: [] });
  });

  test('misses the level below its first step when nobody showed it', () => {
    const readiness = activityReadiness([step('a', 2)], levels({ a: 1 }), needs());
    expect(readiness).toMatchObject({ canStart: false, missing: [{ skill: 'a', level: 2, held: 1 }] });
  });

  test('is given when all of its steps are reached, and when it has none', () => {
    expect(activityReadiness([step('a', 0)], levels({ a: 3 }), needs())).toEqual({ canStart: true, missing: [] });
    expect(activityReadiness([], levels({}), needs())).toEqual({ canStart: true, missing: [] });
  });
});

describe('an activity', () => {
  const ready = { canStart: true, missing: [] };

  test('goes from planned to active to done, and nowhere else', () => {
    for (const state of ACTIVITY_STATES) {
      expect(startActivity({ key, state }, 'ACTIVE', ready).ok).toBe(ACTIVITY_TRANSITIONS[state].includes('ACTIVE'));
      expect(finishActivity(state, 'ACTIVE').ok).toBe(ACTIVITY_TRANSITIONS[state].includes('DONE'));
    }
    expect(finishActivity('PLANNED', 'ACTIVE')).toMatchObject({
      problem: {
        code: 'ACTIVITY_TRANSITION_NOT_ALLOWED',
        message: 'An activity that is PLANNED cannot become DONE. It can become ACTIVE or DROPPED.',
      },
    });
    expect(finishActivity('DONE', 'ACTIVE')).toMatchObject({
      problem: { message: expect.stringContaining('Nothing can follow.') },
    });
  });

  test('neither starts nor ends unless the plan is active', () => {
    for (const planState of PLAN_STATES) {
      expect(startActivity({ key, state: 'PLANNED' }, planState, ready).ok).toBe(planState === 'ACTIVE');
      expect(finishActivity('ACTIVE', planState).ok).toBe(planState === 'ACTIVE');
    }
    expect(finishActivity('ACTIVE', 'PAUSED')).toMatchObject({
      problem: { code: 'ACTIVITY_PLAN_NOT_ACTIVE', planState: 'PAUSED' },
    });
  });

  test('does not start while blocked, and the refusal says what is missing', () => {
    const blocked = activityReadiness([step('a', 0)], levels({}), needs(['a', 'c', 2, 1]));
    expect(startActivity({ key, state: 'PLANNED' }, 'ACTIVE', blocked)).toEqual({
      ok: false,
      problem: {
        code: 'ACTIVITY_BLOCKED',
        message:
          'Nothing in this activity can be learned yet: it needs c at level 2, held: not assessed. Reach that first.',
        activity: key,
        missing: ['needs c at level 2, held: not assessed'],
      },
    });
  });
});
