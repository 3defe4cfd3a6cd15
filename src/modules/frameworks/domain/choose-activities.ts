/** Why this file exists: a way from here to there needs few, dense activities; this picks them the same way every time. */
import type { Activity, Lever, LevelStep, ActivityKind } from './framework.js';
import { ACTIVITY_KINDS, LEVERS } from './framework.js';
import { LAST_CATALOGUE_START, stepId } from './level-steps.js';
import { byText } from './stable-order.js';

/** Kinds in which the learner does the work itself; their share of the hours is the share of practice. */
export const PRACTICE_KINDS: readonly ActivityKind[] = ['PAIRING', 'PROJECT', 'ON_CALL'];

export interface ChosenActivity {
  readonly activity: Activity;
  /** Needed steps that no earlier activity covers, at least one, in the order of the activity's `raises`. */
  readonly covers: readonly LevelStep[];
}

/**
 * CASE_BY_CASE: a step from 4 to 5, which no catalogue covers. ONLY_BY_CHOICE: raised only where the learner picks among steps,
 * so a person has to pick it. NO_ACTIVITY: nothing in the framework raises it.
 */
export type UncoveredReason = 'CASE_BY_CASE' | 'ONLY_BY_CHOICE' | 'NO_ACTIVITY';

export interface UncoveredStep {
  readonly step: LevelStep;
  readonly reason: UncoveredReason;
  /** One sentence: why, and what to do about it. */
  readonly message: string;
}

export interface ActivityCover {
  /** In the order of choice: most needed steps per hour first. */
  readonly chosen: readonly ChosenActivity[];
  /** By skill key, then start. */
  readonly uncovered: readonly UncoveredStep[];
  /** Hours of the learner; 0 when nothing is chosen. */
  readonly totalHours: number;
  /** Only levers with hours, in the order of `LEVERS`; they sum to `totalHours`. */
  readonly hoursByLever: ReadonlyMap<Lever, number>;
  /** Hours of practice / all hours, 0..1; null when nothing is chosen. */
  readonly practiceShare: number | null;
}

const UNCOVERED_MESSAGE: Readonly<Record<UncoveredReason, string>> = {
  CASE_BY_CASE: 'The step from level 4 to 5 is agreed case by case and judged by its effect outside.',
  ONLY_BY_CHOICE: 'Only an activity in which the learner picks among steps raises this; add it by hand.',
  NO_ACTIVITY: 'No activity of this framework raises this; add one, or agree a task of your own.',
};

const stepsRaised = (activity: Activity): readonly LevelStep[] =>
  activity.raises.filter((step) => step.from <= LAST_CATALOGUE_START);

function stepsGained(activity: Activity, open: ReadonlySet<string>): readonly LevelStep[] {
  const gained = stepsRaised(activity).filter((step) => open.has(stepId(step)));
  return [...new Map(gained.map((step) => [stepId(step), step])).values()];
}

/** The densest activity for the steps still open; the first of equals. Compared as fractions, so that equals are exactly equal. */
function densest(candidates: readonly Activity[], open: ReadonlySet<string>): ChosenActivity | null {
  let best: ChosenActivity | null = null;
  for (const activity of candidates) {
    const covers = stepsGained(activity, open);
    const isDenser =
      best === null ? covers.length > 0 : covers.length * best.activity.hours > best.covers.length * activity.hours;
    if (isDenser) best = { activity, covers };
  }
  return best;
}

function reasonFor(step: LevelStep, activities: readonly Activity[]): UncoveredReason {
  if (step.from > LAST_CATALOGUE_START) return 'CASE_BY_CASE';
  const isRaised = activities.some((one) => one.raises.some((raised) => stepId(raised) === stepId(step)));
  return isRaised ? 'ONLY_BY_CHOICE' : 'NO_ACTIVITY';
}

function hoursByLever(chosen: readonly ChosenActivity[]): ReadonlyMap<Lever, number> {
  const hours = (lever: Lever): number =>
    chosen.reduce((sum, one) => sum + (one.activity.lever === lever ? one.activity.hours : 0), 0);
  return new Map(LEVERS.map((lever) => [lever, hours(lever)] as const).filter(([, sum]) => sum > 0));
}

function summed(chosen: readonly ChosenActivity[], uncovered: readonly UncoveredStep[]): ActivityCover {
  const practice = chosen.filter((one) => PRACTICE_KINDS.includes(one.activity.kind));
  const hours = (list: readonly ChosenActivity[]): number => list.reduce((sum, one) => sum + one.activity.hours, 0);
  const totalHours = hours(chosen);
  const practiceShare = totalHours === 0 ? null : hours(practice) / totalHours;
  return { chosen, uncovered, totalHours, hoursByLever: hoursByLever(chosen), practiceShare };
}

/**
 * Greedy cover: again and again the activity with the most steps still needed per hour, until nothing more can be covered.
 * Ties go to the kind that stands earlier in `ACTIVITY_KINDS` (guided and practical work before courses), then to the activity
 * that stands earlier in the list; the built-in library is in that order already. Activities with `choose` are left to the
 * learner. A good cover, not proven to be the shortest.
 * @param activities of the framework, each with hours above 0
 * @param needed     any order, repeats count once
 * @source docs/methods/arithmetic.md, the bridge
 */
export function chooseActivities(activities: readonly Activity[], needed: readonly LevelStep[]): ActivityCover {
  const candidates = activities
    .filter((activity) => activity.choose === null)
    .sort((a, b) => ACTIVITY_KINDS.indexOf(a.kind) - ACTIVITY_KINDS.indexOf(b.kind));
  const open = new Map(needed.map((step) => [stepId(step), step]));
  const chosen: ChosenActivity[] = [];
  const openIds = new Set(open.keys());
  for (let next = densest(candidates, openIds); next !== null; next = densest(candidates, openIds)) {
    chosen.push(next);
    next.covers.forEach((step) => openIds.delete(stepId(step)));
  }
  const uncovered = [...open.values()]
    .filter((step) => openIds.has(stepId(step)))
    .sort((a, b) => byText(a.skill, b.skill) || a.from - b.from)
    .map((step) => {
      const reason = reasonFor(step, activities);
      return { step, reason, message: UNCOVERED_MESSAGE[reason] };
    });
  return summed(chosen, uncovered);
}
