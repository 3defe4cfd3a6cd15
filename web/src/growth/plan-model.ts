/** Why this file exists: what a reader may do with a plan, and what a goal's next step is. */
import type { GrowthPlanPageQuery, PlanActivityFragment, PlanFitFragment, PlanGoalFragment } from '../gql/graphql.js';

export type Plan = NonNullable<GrowthPlanPageQuery['growthPlan']>;
export type Goal = PlanGoalFragment;
export type Activity = PlanActivityFragment;
export type FitLine = PlanFitFragment['lines'][number];

/** What the reader is to this plan. */
export interface PlanRole {
  readonly isOwn: boolean;
  readonly isManager: boolean;
  /** The mentor who agreed. */
  readonly isMentor: boolean;
  readonly isOpen: boolean;
  /** Own plans and those of direct reports change, while they have not ended. */
  readonly mayChange: boolean;
}

export function roleIn(plan: Plan, me: string | null): PlanRole {
  const isOwn = me !== null && plan.person?.id === me;
  const isManager = me !== null && plan.person?.manager?.id === me;
  const isMentor = me !== null && plan.mentor?.id === me && plan.mentorAgreedAt != null;
  const isOpen = plan.state !== 'COMPLETED' && plan.state !== 'CLOSED';
  return { isOwn, isManager, isMentor, isOpen, mayChange: isOpen && (isOwn || isManager) };
}

export const nameOf = (goal: Goal): string => goal.skill?.name ?? goal.skillKey;

const gap = ({ held, required }: FitLine): number => Math.max(0, required - (held ?? 0));

/** The widest gap by weight first; what is met comes last, heaviest first. */
export const byWeightedGap = (lines: readonly FitLine[]): readonly FitLine[] =>
  lines.toSorted(
    (a, b) =>
      Number(a.status === 'MET') - Number(b.status === 'MET') ||
      gap(b) * b.weight - gap(a) * a.weight ||
      b.weight - a.weight ||
      a.skillName.localeCompare(b.skillName),
  );

export const activitiesOf = (goal: Goal, activities: readonly Activity[]): readonly Activity[] =>
  activities.filter((a) => a.state !== 'DROPPED' && a.steps.some((s) => s.skillKey === goal.skillKey));

/** Where a goal goes from here when somebody moves it, or why it does not. */
export type Move =
  | { readonly kind: 'start'; readonly activity: Activity }
  | { readonly kind: 'evidence' }
  | {
      readonly kind: 'refused';
      readonly why: 'not-running' | 'no-activity' | 'blocked' | 'reviewer' | 'back' | 'not-own' | 'settled';
      readonly activity?: Activity;
    };

export function moveOf(
  goal: Goal,
  direction: 1 | -1,
  {
    plan,
    role,
    activities,
  }: { readonly plan: Plan; readonly role: PlanRole; readonly activities: readonly Activity[] },
): Move {
  const refused = (why: Extract<Move, { kind: 'refused' }>['why'], activity?: Activity): Move =>
    activity === undefined ? { kind: 'refused', why } : { kind: 'refused', why, activity };
  if (goal.state === 'VERIFIED' || goal.state === 'DROPPED') return refused('settled');
  if (direction === -1) return refused('back');
  if (goal.state === 'IN_REVIEW') return refused('reviewer');
  if (plan.state !== 'ACTIVE') return refused('not-running');
  if (goal.state === 'ACTIVE') return role.isOwn ? { kind: 'evidence' } : refused('not-own');
  const planned = activitiesOf(goal, activities).filter(({ state }) => state === 'PLANNED');
  const [first] = planned;
  if (first === undefined) return refused('no-activity');
  const startable = planned.find(({ canStart }) => canStart);
  return startable === undefined ? refused('blocked', first) : { kind: 'start', activity: startable };
}

const DAY = 86_400_000;
export const dayMs = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

export interface Span {
  readonly from: number;
  readonly to: number;
  /** First days of the months inside. */
  readonly months: readonly number[];
  /** Place of a day, 0 to 100. */
  readonly at: (day: string) => number;
}

/** The months that a timeline covers. */
export function spanOf(days: readonly string[]): Span {
  const all = days.map(dayMs);
  const first = new Date(Math.min(...all));
  const last = new Date(Math.max(...all) + DAY);
  const from = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1);
  const to = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1);
  const months: number[] = [];
  for (let i = 0, month = from; month < to; i += 1) {
    months.push(month);
    month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + i + 1, 1);
  }
  return { from, to, months, at: (day) => ((dayMs(day) - from) / (to - from)) * 100 };
}
