/** Why this file exists: an interview plan says who asks what and which skills that rates. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { ItemKey, Kit, StageKey } from './kit.js';

export type InterviewId = Id<'Interview'>;

/** A RATER's scorecard counts. A SHADOW learns: writes a scorecard under the same rules, which never enters a figure. */
export type SeatKind = 'RATER' | 'SHADOW';

export interface Seat {
  readonly person: Id<'Person'>;
  readonly kind: SeatKind;
}

export interface PlannedItem {
  readonly itemKey: ItemKey;
  /** The skills to be rated on this item here, a part of the item's own skills. */
  readonly skills: readonly SkillKey[];
}

/** One sitting. Each of its raters rates every planned item for every skill named. */
export interface PlannedInterview {
  readonly id: InterviewId;
  readonly stage: StageKey;
  readonly seats: readonly Seat[];
  readonly items: readonly PlannedItem[];
}

export interface InterviewPlan {
  /** In the order they are held. */
  readonly interviews: readonly PlannedInterview[];
}

/** What a plan is held against. */
export interface PlanContext {
  readonly kit: Kit;
  /** Rung of the job role, 1..5. */
  readonly rung: number;
  /** Persons with a conflict of interest about the application; empty for a plan that is not yet tied to one. */
  readonly conflicted: ReadonlySet<Id<'Person'>>;
}

/** One rating that a rater owes: a skill on an item. */
export interface RatingSlot {
  readonly itemKey: ItemKey;
  readonly skill: SkillKey;
}

/** What each rater of the interview owes, in plan order, each pair once. */
export function ratingSlots(interview: Pick<PlannedInterview, 'items'>): readonly RatingSlot[] {
  const slots = new Map<string, RatingSlot>();
  for (const { itemKey, skills } of interview.items) {
    for (const skill of skills) slots.set(`${itemKey}/${skill}`, { itemKey, skill });
  }
  return [...slots.values()];
}

/** Persons who rate in this interview: raters without a conflict, each once. */
export const effectiveRaters = (
  interview: PlannedInterview,
  conflicted: ReadonlySet<Id<'Person'>>,
): readonly Id<'Person'>[] => [
  ...new Set(
    interview.seats.filter((seat) => seat.kind === 'RATER' && !conflicted.has(seat.person)).map((seat) => seat.person),
  ),
];
