/** Why this file exists: a list of activities becomes dates that respect prerequisites and the protected hours of every week. */
import type { ActivityKey, LevelStep, SkillKey } from '../../frameworks/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome, Problem } from '../../../platform/outcome/index.js';
import { activityOrder, breakCycles, stepId } from './activity-order.js';
import type { ActivityOrder, BrokenCycle, PlannedActivity, StepDependency } from './activity-order.js';
import { addDays } from './calendar.js';

export const DEFAULT_PARALLEL = 2;
/** Longest that one activity may take; beyond it the protected hours are no plan. */
export const LONGEST_ACTIVITY_WEEKS = 260;

export interface ScheduleInput {
  /** The steps of the plan. */
  readonly steps: readonly LevelStep[];
  /** Between steps; that a lower level of a skill comes before a higher one need not be said. */
  readonly dependencies: readonly StepDependency[];
  /** Each key once. */
  readonly activities: readonly PlannedActivity[];
  /** Hours of each week kept free for the plan, above 0. */
  readonly protectedHoursPerWeek: number;
  /** ISO date of the first day of the first week. */
  readonly startsOn: string;
  /** Most activities at the same time, a whole number from 1; default `DEFAULT_PARALLEL`. */
  readonly maxParallel?: number;
}

export interface ScheduledActivity {
  readonly key: ActivityKey;
  /** Weeks from the start of the plan, 0 for the first. */
  readonly startWeek: number;
  /** Whole calendar weeks, at least 1. */
  readonly weeks: number;
  /** Effort in each of its weeks; the hours are spread evenly. */
  readonly hoursPerWeek: number;
  /** ISO dates, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface GoalDates {
  readonly skill: SkillKey;
  /** First day of the first and last day of the last activity that raises a step of the skill; `null` when none does. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Steps of the skill that no activity raises, so that the dates do not speak of them; lowest first. */
  readonly uncovered: readonly LevelStep[];
}

export interface Schedule {
  /** By start, then by key. */
  readonly activities: readonly ScheduledActivity[];
  /** One per skill of the steps, sorted by skill key. */
  readonly goals: readonly GoalDates[];
  /** Last day of the last activity; `null` without activities. */
  readonly endsOn: string | null;
  /** Cycles that had to be broken, in the order in which they were; empty as a rule. */
  readonly broken: readonly BrokenCycle[];
}

export interface ProtectedHoursNotPositive extends Problem {
  readonly code: 'PROTECTED_HOURS_NOT_POSITIVE';
}
export interface ParallelNotPositive extends Problem {
  readonly code: 'PARALLEL_ACTIVITIES_NOT_POSITIVE';
}
export interface ActivityPlannedTwice extends Problem {
  readonly code: 'ACTIVITY_PLANNED_TWICE';
  readonly activity: ActivityKey;
}
export interface ActivityTooLong extends Problem {
  readonly code: 'ACTIVITY_TAKES_TOO_LONG';
  readonly activity: ActivityKey;
  readonly weeks: number;
}
export type ScheduleProblem = ProtectedHoursNotPositive | ParallelNotPositive | ActivityPlannedTwice | ActivityTooLong;

const TOLERANCE = 1e-9;

/** Whole weeks: its usual length, or as long as its hours need at an equal share of the protected hours for each parallel activity. */
export const durationWeeks = (activity: PlannedActivity, protectedHoursPerWeek: number, maxParallel: number): number =>
  Math.max(1, Math.ceil(Math.max(activity.weeks, activity.hours / (protectedHoursPerWeek / maxParallel)) - TOLERANCE));

function refuseInput(input: ScheduleInput, maxParallel: number): ScheduleProblem | null {
  if (!(input.protectedHoursPerWeek > 0)) {
    const message = 'A plan needs protected hours in each week. Agree on a number above 0.';
    return { code: 'PROTECTED_HOURS_NOT_POSITIVE', message, field: 'protectedHoursPerWeek' };
  }
  if (!Number.isInteger(maxParallel) || maxParallel < 1) {
    const message = 'The number of activities at the same time must be a whole number from 1.';
    return { code: 'PARALLEL_ACTIVITIES_NOT_POSITIVE', message, field: 'maxParallel' };
  }
  const seen = new Set<ActivityKey>();
  for (const activity of input.activities) {
    const { key } = activity;
    if (seen.has(key)) {
      const message = `The activity ${key} is in the plan twice. Keep one of them, with the steps of both.`;
      return { code: 'ACTIVITY_PLANNED_TWICE', message, field: 'activities', activity: key };
    }
    seen.add(key);
    const weeks = durationWeeks(activity, input.protectedHoursPerWeek, maxParallel);
    if (weeks <= LONGEST_ACTIVITY_WEEKS) continue;
    const message = `With ${input.protectedHoursPerWeek} protected hours a week, ${key} would take ${weeks} weeks. Protect more hours or leave it out.`;
    return { code: 'ACTIVITY_TAKES_TOO_LONG', message, field: 'protectedHoursPerWeek', activity: key, weeks };
  }
  return null;
}

/** Weeks from the start of each activity to the end of the longest chain that waits for it, its own weeks included. */
function tails(weeks: ReadonlyMap<ActivityKey, number>, order: ActivityOrder): ReadonlyMap<ActivityKey, number> {
  const known = new Map<ActivityKey, number>();
  const tailOf = (key: ActivityKey): number => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    let after = 0;
    for (const [other, waits] of order) if (waits.has(key)) after = Math.max(after, tailOf(other));
    const tail = (weeks.get(key) ?? 0) + after;
    known.set(key, tail);
    return tail;
  };
  for (const key of weeks.keys()) tailOf(key);
  return known;
}

/** The first week from `earliest` on from which `length` weeks in a row have a place left. */
function firstFit(running: readonly number[], earliest: number, length: number, maxParallel: number): number {
  let start = earliest;
  for (let week = start; week < start + length; week += 1) if ((running[week] ?? 0) >= maxParallel) start = week + 1;
  return start;
}

/** Serial schedule generation: of the activities that wait for nothing unplaced, the one with the longest tail takes the first fit. */
function place(
  weeks: ReadonlyMap<ActivityKey, number>,
  order: ActivityOrder,
  maxParallel: number,
): ReadonlyMap<ActivityKey, number> {
  const tail = tails(weeks, order);
  const byTail = (a: ActivityKey, b: ActivityKey): number =>
    (tail.get(b) ?? 0) - (tail.get(a) ?? 0) || (a < b ? -1 : 1);
  const starts = new Map<ActivityKey, number>();
  const running: number[] = [];
  const waiting = new Set(weeks.keys());
  while (waiting.size > 0) {
    const ready = [...waiting].filter((key) => [...(order.get(key) ?? [])].every((before) => starts.has(before)));
    const next = ready.toSorted(byTail)[0];
    if (next === undefined) break;
    const ends = [...(order.get(next) ?? [])].map((before) => (starts.get(before) ?? 0) + (weeks.get(before) ?? 0));
    const length = weeks.get(next) ?? 1;
    const start = firstFit(running, Math.max(0, ...ends), length, maxParallel);
    for (let week = start; week < start + length; week += 1) running[week] = (running[week] ?? 0) + 1;
    starts.set(next, start);
    waiting.delete(next);
  }
  return starts;
}

function goalDates(input: ScheduleInput, scheduled: ReadonlyMap<ActivityKey, ScheduledActivity>): readonly GoalDates[] {
  const skills = [...new Set(input.steps.map(({ skill }) => skill))].toSorted();
  return skills.map((skill) => {
    const steps = new Map(input.steps.filter((step) => step.skill === skill).map((step) => [stepId(step), step]));
    const raising = input.activities.filter((activity) => activity.steps.some((step) => steps.has(stepId(step))));
    for (const activity of raising) for (const step of activity.steps) steps.delete(stepId(step));
    const dates = raising.flatMap(({ key }) => scheduled.get(key) ?? []);
    const startsOn = dates.map((date) => date.startsOn).toSorted()[0] ?? null;
    const endsOn =
      dates
        .map((date) => date.endsOn)
        .toSorted()
        .at(-1) ?? null;
    return { skill, startsOn, endsOn, uncovered: [...steps.values()].toSorted((a, b) => a.from - b.from) };
  });
}

/**
 * Dates for the activities of a plan.
 *
 * Each activity gets an equal share of the protected hours (protected hours / parallel activities) and lasts
 * max(its usual weeks, hours / share), in whole weeks; so the hours of no week can exceed the protected ones. It starts after all
 * activities that lead to the levels it needs and to the steps before its own have ended. Order of placing: longest tail first,
 * then by key. Holidays and working days are not modelled. The order of the lists given does not matter.
 * @source docs/methods/arithmetic.md; measurement notes, section 5 (serial schedule generation by longest tail)
 */
export function schedulePlan(input: ScheduleInput): Outcome<Schedule, ScheduleProblem> {
  const maxParallel = input.maxParallel ?? DEFAULT_PARALLEL;
  const problem = refuseInput(input, maxParallel);
  if (problem !== null) return refuse(problem);
  const { order, broken } = breakCycles(activityOrder(input.activities, input.dependencies));
  const weeks = new Map(
    input.activities.map((activity) => [
      activity.key,
      durationWeeks(activity, input.protectedHoursPerWeek, maxParallel),
    ]),
  );
  const starts = place(weeks, order, maxParallel);
  const activities = input.activities
    .map(({ key, hours }): ScheduledActivity => {
      const startWeek = starts.get(key) ?? 0;
      const length = weeks.get(key) ?? 1;
      const startsOn = addDays(input.startsOn, 7 * startWeek);
      const endsOn = addDays(startsOn, 7 * length - 1);
      return { key, startWeek, weeks: length, hoursPerWeek: hours / length, startsOn, endsOn };
    })
    .toSorted((a, b) => a.startWeek - b.startWeek || (a.key < b.key ? -1 : 1));
  const goals = goalDates(input, new Map(activities.map((activity) => [activity.key, activity])));
  const endsOn =
    activities
      .map((activity) => activity.endsOn)
      .toSorted()
      .at(-1) ?? null;
  return ok({ activities, goals, endsOn, broken });
}
