/** Why this file exists: dates people plan their year by, so small plans are worked by hand and the promises hold for any plan. */
import type { ActivityKey, Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { PlannedActivity, StepDependency } from './activity-order.js';
import { schedulePlan } from './schedule.js';
import type { Schedule, ScheduleInput } from './schedule.js';

const step = (skill: string, from: number): LevelStep => ({
  skill: skill as SkillKey,
  from: from as LevelStep['from'],
});
const needs = (skill: string, level: Level) => ({ skill: skill as SkillKey, level });
const activity = (
  key: string,
  weeks: number,
  steps: readonly LevelStep[],
  over: Partial<Omit<PlannedActivity, 'key'>> = {},
): PlannedActivity => ({ key: key as ActivityKey, hours: 1, weeks, steps, needs: [], ...over });
const plan = (activities: readonly PlannedActivity[], over: Partial<ScheduleInput> = {}): ScheduleInput => ({
  steps: activities.flatMap(({ steps }) => steps),
  dependencies: [],
  activities,
  protectedHoursPerWeek: 10,
  startsOn: '2026-01-05',
  ...over,
});
function schedule(input: ScheduleInput): Schedule {
  const result = schedulePlan(input);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
const weeksOf = (input: ScheduleInput) =>
  schedule(input).activities.map(({ key, startWeek, weeks }) => [key, startWeek, startWeek + weeks]);

describe('the length of an activity', () => {
  test('is its usual weeks when its share of the protected hours is enough', () => {
    // share 10 / 2 = 5 hours; 12 hours need 2.4 weeks, the usual length is 4
    const [only] = schedule(plan([activity('a', 4, [step('x', 0)], { hours: 12 })])).activities;
    expect(only).toEqual({
      key: 'a',
      startWeek: 0,
      weeks: 4,
      hoursPerWeek: 3,
      startsOn: '2026-01-05',
      endsOn: '2026-02-01',
    });
  });

  test('is stretched to whole weeks when its hours need longer', () => {
    // 31 hours at 5 a week are 6.2 weeks, so 7; with one activity at a time 31 / 10 = 3.1, so 4
    const one = [activity('a', 2, [step('x', 0)], { hours: 31 })];
    expect(schedule(plan(one)).activities[0]?.weeks).toBe(7);
    expect(schedule(plan(one, { maxParallel: 1 })).activities[0]?.weeks).toBe(4);
  });

  test('does not gain a week by rounding', () => {
    // 2.1 / (0.7 / 1) is 3.0000000000000004 in floating point
    const one = [activity('a', 1, [step('x', 0)], { hours: 2.1 })];
    expect(schedule(plan(one, { protectedHoursPerWeek: 0.7, maxParallel: 1 })).activities[0]?.weeks).toBe(3);
  });
});

describe('prerequisites', () => {
  test('of steps put the activity that raises the earlier step first', () => {
    const dependencies: StepDependency[] = [{ before: step('x', 0), after: step('y', 1) }];
    const all = [activity('a', 2, [step('y', 1)]), activity('b', 3, [step('x', 0)])];
    expect(weeksOf(plan(all, { dependencies }))).toEqual([
      ['b', 0, 3],
      ['a', 3, 5],
    ]);
  });

  test('hold through a step that no activity raises', () => {
    const dependencies = [
      { before: step('x', 0), after: step('y', 0) },
      { before: step('y', 0), after: step('z', 0) },
    ];
    const all = [activity('a', 2, [step('z', 0)]), activity('b', 3, [step('x', 0)])];
    expect(weeksOf(plan(all, { dependencies }))).toEqual([
      ['b', 0, 3],
      ['a', 3, 5],
    ]);
  });

  test('of an activity put every activity that leads to the level it needs first', () => {
    const all = [
      activity('a', 1, [step('y', 0)], { needs: [needs('x', 2)] }),
      activity('b', 1, [step('x', 0)]),
      activity('c', 1, [step('x', 1)]),
      activity('d', 1, [step('x', 2)]),
    ];
    // b 0-1, then c (x 1 after x 0) 1-2, then a and d side by side 2-3
    expect(weeksOf(plan(all))).toEqual([
      ['b', 0, 1],
      ['c', 1, 2],
      ['a', 2, 3],
      ['d', 2, 3],
    ]);
  });

  test('that no activity leads to are taken as held', () => {
    expect(weeksOf(plan([activity('a', 1, [step('y', 0)], { needs: [needs('x', 3)] })]))).toEqual([['a', 0, 1]]);
  });

  test('within one activity do not make it wait', () => {
    const dependencies = [{ before: step('x', 0), after: step('x', 1) }];
    const both = activity('a', 1, [step('x', 0), step('x', 1)], { needs: [needs('x', 1)] });
    expect(schedule(plan([both], { dependencies }))).toMatchObject({ activities: [{ startWeek: 0 }], broken: [] });
  });
});

describe('parallel activities', () => {
  test('are two at most by default, the longest chain first, and a later one fills the first gap', () => {
    // chain c -> d is 2 + 4 = 6 weeks, a is 5, b is 1: c and a start, b takes the place beside a and d only when c or a leaves one.
    const all = [
      activity('a', 5, [step('a', 0)]),
      activity('b', 1, [step('b', 0)]),
      activity('c', 2, [step('c', 0)]),
      activity('d', 4, [step('c', 1)]),
    ];
    expect(weeksOf(plan(all))).toEqual([
      ['a', 0, 5],
      ['c', 0, 2],
      ['d', 2, 6],
      ['b', 5, 6],
    ]);
  });

  test('are placed by the longest tail, so a short one before a long one goes ahead of a middling one', () => {
    // one at a time; tails: m 1 + 5 = 6, n 5, a 3
    const all = [activity('a', 3, [step('a', 0)]), activity('m', 1, [step('m', 0)]), activity('n', 5, [step('m', 1)])];
    expect(weeksOf(plan(all, { maxParallel: 1 }))).toEqual([
      ['m', 0, 1],
      ['n', 1, 6],
      ['a', 6, 9],
    ]);
  });

  test('placed later take an earlier gap that they fit exactly, and not one that is a week too short', () => {
    // x 0-4, then y and z side by side 4-9; beside x one place is free for exactly four weeks.
    const front = [activity('x', 4, [step('x', 0)])];
    const behind = ['y', 'z'].map((key) => activity(key, 5, [step(key, 0)], { needs: [needs('x', 1)] }));
    const last = (weeks: number) =>
      weeksOf(plan([...front, ...behind, activity('a', weeks, [step('a', 0)])])).find(([key]) => key === 'a');
    expect(last(4)).toEqual(['a', 0, 4]);
    expect(weeksOf(plan([...front, ...behind, activity('zz', 5, [step('a', 0)])])).at(-1)).toEqual(['zz', 9, 14]);
  });

  test('are as many as allowed', () => {
    const all = ['a', 'b', 'c'].map((key) => activity(key, 2, [step(key, 0)]));
    expect(weeksOf(plan(all, { maxParallel: 3 })).map(([, start]) => start)).toEqual([0, 0, 0]);
    expect(weeksOf(plan(all, { maxParallel: 1 })).map(([, start]) => start)).toEqual([0, 2, 4]);
  });
});

describe('activities that wait for one another', () => {
  // a raises x and needs y; b raises y and needs x.
  const a = activity('a', 1, [step('x', 0)], { needs: [needs('y', 1)] });
  const b = activity('b', 1, [step('y', 0)], { needs: [needs('x', 1)] });

  test('are let go in order of their keys, and it is reported', () => {
    const result = schedule(plan([b, a]));
    expect(result.activities.map(({ key, startWeek }) => [key, startWeek])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(result.broken).toEqual([
      {
        activity: 'a',
        noLongerWaitsFor: ['b'],
        message: 'a and b wait for one another; a starts first, so plan extra support for what it needs.',
      },
    ]);
  });

  test('still wait for what stands before the cycle, and what waits for the cycle is not touched', () => {
    const front = activity('z', 1, [step('z', 0)]);
    const waiting = { ...a, needs: [...a.needs, needs('z', 1)] };
    const behind = activity('0', 1, [step('w', 0)], { needs: [needs('y', 1)] });
    const { activities, broken } = schedule(plan([behind, waiting, b, front]));
    expect(activities.map(({ key, startWeek }) => [key, startWeek])).toEqual([
      ['z', 0],
      ['a', 1],
      ['b', 2],
      ['0', 3],
    ]);
    expect(broken.map((one) => [one.activity, one.noLongerWaitsFor])).toEqual([['a', ['b']]]);
  });

  test('let the one go first that waits for the fewest', () => {
    // a waits for b and c, b and c wait for a: b is let go, since it waits for one only.
    const c = activity('c', 1, [step('z', 0)], { needs: [needs('x', 1)] });
    const both = { ...a, needs: [needs('y', 1), needs('z', 1)] };
    expect(schedule(plan([both, b, c])).broken.map((one) => [one.activity, one.noLongerWaitsFor])).toEqual([
      ['b', ['a']],
      ['a', ['c']],
    ]);
  });
});

describe('the dates of a goal', () => {
  test('run from its first to its last activity, and steps without an activity are named', () => {
    const all = [activity('a', 2, [step('x', 0)]), activity('b', 3, [step('x', 1), step('y', 0)])];
    const steps = [step('y', 0), step('x', 3), step('x', 2), step('x', 0), step('x', 1), step('z', 0)];
    // a weeks 0-2, b weeks 2-5: 2026-01-05 + 14 days and + 35 - 1 days
    expect(schedule(plan(all, { steps })).goals).toEqual([
      { skill: 'x', startsOn: '2026-01-05', endsOn: '2026-02-08', uncovered: [step('x', 2), step('x', 3)] },
      { skill: 'y', startsOn: '2026-01-19', endsOn: '2026-02-08', uncovered: [] },
      { skill: 'z', startsOn: null, endsOn: null, uncovered: [step('z', 0)] },
    ]);
  });

  test('are absent for a plan without activities, which ends on no day', () => {
    expect(schedule(plan([]))).toEqual({ activities: [], goals: [], endsOn: null, broken: [] });
  });

  test('end with the plan at its last activity', () => {
    const all = [activity('a', 6, [step('x', 0)]), activity('b', 1, [step('y', 0)])];
    expect(schedule(plan(all)).endsOn).toBe('2026-02-15');
  });
});

describe('a plan is refused', () => {
  const one = [activity('a', 1, [step('x', 0)], { hours: 100 })];
  test.each([0, -1, Number.NaN])('with %p protected hours', (protectedHoursPerWeek) => {
    expect(schedulePlan(plan(one, { protectedHoursPerWeek }))).toMatchObject({
      problem: { code: 'PROTECTED_HOURS_NOT_POSITIVE', field: 'protectedHoursPerWeek' },
    });
  });

  test.each([0, 1.5, -2, Number.NaN])('with %p activities at the same time', (maxParallel) => {
    expect(schedulePlan(plan(one, { maxParallel }))).toMatchObject({
      problem: { code: 'PARALLEL_ACTIVITIES_NOT_POSITIVE' },
    });
  });

  test('with an activity twice', () => {
    expect(schedulePlan(plan([...one, ...one]))).toMatchObject({
      problem: { code: 'ACTIVITY_PLANNED_TWICE', activity: 'a' },
    });
  });

  test('when an activity would take longer than five years', () => {
    // 100 hours at 0.76 / 2 = 0.38 a week are 263.2 weeks, so 264
    expect(schedulePlan(plan(one, { protectedHoursPerWeek: 0.76 }))).toMatchObject({
      problem: { code: 'ACTIVITY_TAKES_TOO_LONG', activity: 'a', weeks: 264 },
    });
    // 100 hours at 100 / 260 a week are 260 weeks, the longest allowed
    expect(schedulePlan(plan(one, { protectedHoursPerWeek: 100 / 260, maxParallel: 1 })).ok).toBe(true);
  });
});
