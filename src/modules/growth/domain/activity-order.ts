/** Why this file exists: which activity must wait for which, and a fair way out when two wait for one another. */
import type { ActivityKey, Level, LevelStep, SkillKey } from '../../frameworks/index.js';

/** An activity chosen for a plan. */
export interface PlannedActivity {
  readonly key: ActivityKey;
  /** Effort of the learner, above 0. */
  readonly hours: number;
  /** Usual length in calendar weeks, above 0. */
  readonly weeks: number;
  /** The steps that it is chosen to raise. */
  readonly steps: readonly LevelStep[];
  /** Levels to hold before it starts; those that no activity of the plan leads to are taken as held. */
  readonly needs: readonly { readonly skill: SkillKey; readonly level: Level }[];
}

/** `before` must be reached before `after` can begin. */
export interface StepDependency {
  readonly before: LevelStep;
  readonly after: LevelStep;
}

/** An activity that starts without waiting for others, because they wait for it. */
export interface BrokenCycle {
  readonly activity: ActivityKey;
  /** What it would have waited for, sorted. */
  readonly noLongerWaitsFor: readonly ActivityKey[];
  readonly message: string;
}

/** For each activity, the activities that must have ended before it starts. */
export type ActivityOrder = ReadonlyMap<ActivityKey, ReadonlySet<ActivityKey>>;

export const stepId = (step: LevelStep): string => `${step.skill}@${step.from}`;

/** Every step that must come before each step: those named by the dependencies, and all lower levels of the same skill. */
function ancestry(edges: readonly StepDependency[]): (step: LevelStep) => ReadonlyMap<string, LevelStep> {
  const direct = new Map<string, LevelStep[]>();
  for (const { before, after } of edges) {
    const list = direct.get(stepId(after));
    if (list === undefined) direct.set(stepId(after), [before]);
    else list.push(before);
  }
  const lower = ({ skill, from }: LevelStep): LevelStep[] =>
    ([0, 1, 2, 3] as const).filter((level) => level < from).map((level) => ({ skill, from: level }));
  return (step) => {
    const found = new Map<string, LevelStep>();
    const open = [step];
    for (let current = open.pop(); current !== undefined; current = open.pop()) {
      for (const before of [...(direct.get(stepId(current)) ?? []), ...lower(current)]) {
        if (found.has(stepId(before))) continue;
        found.set(stepId(before), before);
        open.push(before);
      }
    }
    return found;
  };
}

/**
 * Which activities each activity waits for: those that raise a step which comes before one of its own, however far, and those that
 * raise a step up to a level it needs. It never waits for itself, nor for others to raise a step that it raises too.
 */
export function activityOrder(activities: readonly PlannedActivity[], edges: readonly StepDependency[]): ActivityOrder {
  const raisedBy = new Map<string, ActivityKey[]>();
  for (const { key, steps } of activities)
    for (const step of steps) raisedBy.set(stepId(step), [...(raisedBy.get(stepId(step)) ?? []), key]);
  const before = ancestry(edges);
  const order = new Map<ActivityKey, ReadonlySet<ActivityKey>>();
  for (const { key, steps, needs } of activities) {
    const own = new Set(steps.map(stepId));
    const earlier = steps.flatMap((step) => [...before(step).keys()]);
    const needed = needs.flatMap(({ skill, level }) => LOWER[level].map((from) => stepId({ skill, from })));
    const waits = [...earlier, ...needed].filter((id) => !own.has(id)).flatMap((id) => raisedBy.get(id) ?? []);
    order.set(key, new Set(waits.filter((other) => other !== key)));
  }
  return order;
}

/** Steps that lead up to a level. */
const LOWER: Readonly<Record<Level, readonly LevelStep['from'][]>> = {
  1: [0],
  2: [0, 1],
  3: [0, 1, 2],
  4: [0, 1, 2, 3],
  5: [0, 1, 2, 3, 4],
};

/** Everything that an activity waits for among the remaining ones, directly or through others. */
function reach(
  start: ActivityKey,
  waits: ReadonlyMap<ActivityKey, ReadonlySet<ActivityKey>>,
): ReadonlySet<ActivityKey> {
  const found = new Set<ActivityKey>();
  const open = [start];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const next of waits.get(current) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

/**
 * Who goes first when everybody waits: of the activities that wait only for activities that wait for them in turn, the one that waits
 * for the fewest, then the first by key.
 */
function firstOfCycle(waits: ReadonlyMap<ActivityKey, ReadonlySet<ActivityKey>>): ActivityKey | null {
  const reached = new Map([...waits.keys()].map((key) => [key, reach(key, waits)] as const));
  const inFront = [...reached].filter(([key, all]) => [...all].every((other) => reached.get(other)?.has(key) === true));
  const size = (key: ActivityKey): number => waits.get(key)?.size ?? 0;
  return inFront.map(([key]) => key).toSorted((a, b) => size(a) - size(b) || (a < b ? -1 : 1))[0] ?? null;
}

/**
 * The order without cycles. While activities wait for one another, one of them is let go first and what it waited for is reported;
 * the same input in any order gives the same result.
 */
export function breakCycles(order: ActivityOrder): {
  readonly order: ActivityOrder;
  readonly broken: readonly BrokenCycle[];
} {
  const remaining = new Map([...order].map(([key, waits]) => [key, new Set(waits)] as const));
  const result = new Map([...order].map(([key, waits]) => [key, new Set(waits)] as const));
  const broken: BrokenCycle[] = [];
  while (remaining.size > 0) {
    const free = [...remaining].filter(([, waits]) => waits.size === 0).map(([key]) => key);
    for (const key of free) remaining.delete(key);
    for (const waits of remaining.values()) for (const key of free) waits.delete(key);
    if (free.length > 0) continue;
    const first = firstOfCycle(remaining);
    if (first === null) break;
    const waited = [...(remaining.get(first) ?? [])].toSorted();
    remaining.get(first)?.clear();
    for (const other of waited) result.get(first)?.delete(other);
    const message = `${first} and ${waited.join(', ')} wait for one another; ${first} starts first, so plan extra support for what it needs.`;
    broken.push({ activity: first, noLongerWaitsFor: waited, message });
  }
  return { order: result, broken };
}
