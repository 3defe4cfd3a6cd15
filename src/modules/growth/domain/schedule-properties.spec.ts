/** Why this file exists: what a schedule promises for any plan, foremost that no week exceeds its protected hours. */
import fc from 'fast-check';
import type { ActivityKey, Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import { activityOrder, breakCycles } from './activity-order.js';
import type { PlannedActivity } from './activity-order.js';
import { schedulePlan } from './schedule.js';
import type { Schedule, ScheduleInput } from './schedule.js';

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

describe('for any plan', () => {
  const anyStep = fc.record({
    skill: fc.constantFrom('p', 'q', 'r', 's').map((skill) => skill as SkillKey),
    from: fc.constantFrom<LevelStep['from']>(0, 1, 2, 3),
  });
  const anyActivity = fc.record({
    hours: fc.double({ min: 0.5, max: 120, noNaN: true }),
    weeks: fc.integer({ min: 1, max: 16 }),
    steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
    needs: fc.array(
      fc.record({ skill: anyStep.map(({ skill }) => skill), level: fc.constantFrom<Level>(1, 2, 3, 4) }),
      { maxLength: 2 },
    ),
  });
  const anyPlan = fc
    .record({
      activities: fc.array(anyActivity, { maxLength: 9 }),
      dependencies: fc.array(fc.record({ before: anyStep, after: anyStep }), { maxLength: 6 }),
      protectedHoursPerWeek: fc.double({ min: 2, max: 40, noNaN: true }),
      maxParallel: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ activities, ...rest }) =>
      plan(
        activities.map((one, index) => ({ ...one, key: `a${index}` as ActivityKey })),
        rest,
      ),
    );

  test('the hours of no week exceed the protected ones, and no week has more activities than allowed', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const { activities } = schedule(input);
        const last = Math.max(0, ...activities.map(({ startWeek, weeks }) => startWeek + weeks));
        for (let week = 0; week < last; week += 1) {
          const running = activities.filter((one) => one.startWeek <= week && week < one.startWeek + one.weeks);
          const hours = running.reduce((sum, one) => sum + one.hoursPerWeek, 0);
          expect(hours).toBeLessThanOrEqual(input.protectedHoursPerWeek + 1e-6);
          expect(running.length).toBeLessThanOrEqual(input.maxParallel ?? 2);
        }
      }),
    );
  });

  test('every activity is placed once with all of its hours and no less than its usual weeks', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const placed = new Map(schedule(input).activities.map((one) => [one.key, one] as const));
        expect(placed.size).toBe(input.activities.length);
        for (const { key, hours, weeks } of input.activities) {
          const found = placed.get(key);
          expect((found?.hoursPerWeek ?? 0) * (found?.weeks ?? 0)).toBeCloseTo(hours, 6);
          expect(found?.weeks).toBeGreaterThanOrEqual(weeks);
        }
      }),
    );
  });

  test('an activity starts after everything it waits for, except where a cycle was broken and reported', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const { activities, broken } = schedule(input);
        const placed = new Map(activities.map((one) => [one.key, one] as const));
        const excused = new Set(
          broken.flatMap((one) => one.noLongerWaitsFor.map((other) => `${one.activity} ${other}`)),
        );
        for (const [key, waits] of activityOrder(input.activities, input.dependencies)) {
          for (const other of waits) {
            if (excused.has(`${key} ${other}`)) continue;
            const before = placed.get(other);
            expect(placed.get(key)?.startWeek).toBeGreaterThanOrEqual((before?.startWeek ?? 0) + (before?.weeks ?? 0));
          }
        }
      }),
    );
  });

  test('a dependency is given up only inside a cycle', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const order = activityOrder(input.activities, input.dependencies);
        const reaches = (from: ActivityKey, to: ActivityKey, seen = new Set<ActivityKey>()): boolean =>
          [...(order.get(from) ?? [])].some(
            (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
          );
        for (const { activity: key, noLongerWaitsFor } of breakCycles(order).broken) {
          expect(noLongerWaitsFor.length).toBeGreaterThan(0);
          for (const other of noLongerWaitsFor) expect(reaches(other, key)).toBe(true);
        }
      }),
    );
  });

  test('the order of the lists given does not matter', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const turned = {
          ...input,
          activities: input.activities.toReversed(),
          dependencies: input.dependencies.toReversed(),
          steps: input.steps.toReversed(),
        };
        expect(schedule(turned)).toEqual(schedule(input));
      }),
    );
  });
});
