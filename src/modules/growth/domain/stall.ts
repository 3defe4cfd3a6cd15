/** Why this file exists: a quarter without accepted evidence is a reason to talk, and the talk needs a next activity to point at. */
import type { ActivityKey } from '../../frameworks/index.js';
import { daysBetween } from './calendar.js';
import type { PlanState } from './states.js';

/** Days without accepted evidence after which a plan counts as stalled: a quarter, the longest one. */
export const STALL_DAYS = 92;

export interface StallActivity {
  readonly key: ActivityKey;
  /** ISO date on which the plan has it start. */
  readonly startsOn: string;
  readonly isDone: boolean;
  /** Whether something it needs is still missing. */
  readonly isBlocked: boolean;
}

export interface StallFacts {
  readonly planState: PlanState;
  /** ISO date; `null` while the plan is a draft. */
  readonly startedOn: string | null;
  /** ISO dates on which evidence was accepted for the person, any order; dates after `today` are passed over. */
  readonly acceptedOn: readonly string[];
  readonly activities: readonly StallActivity[];
}

export interface StallSignal {
  /** ISO date of the last accepted evidence, or of the start of the plan when that is later. */
  readonly since: string;
  /** Days from `since` to today, at least `STALL_DAYS`. */
  readonly days: number;
  /** The earliest activity of the plan that is neither done nor blocked; `null` when there is none. */
  readonly nextActivity: ActivityKey | null;
}

/** The earliest by plan date, then by key, of what is neither done nor blocked. */
export function nextUseful(activities: readonly StallActivity[]): ActivityKey | null {
  const open = activities.filter(({ isDone, isBlocked }) => !isDone && !isBlocked);
  const byStart = (a: StallActivity, b: StallActivity): number =>
    a.startsOn === b.startsOn ? (a.key < b.key ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1;
  return open.toSorted(byStart)[0]?.key ?? null;
}

/**
 * Whether an active plan has stalled. It says nothing about the person: time may not have been protected, or a reviewer is late.
 * @param today ISO date
 * @returns     `null` when it has not, and for every plan that is not active
 */
export function stallSignal(facts: StallFacts, today: string): StallSignal | null {
  if (facts.planState !== 'ACTIVE' || facts.startedOn === null) return null;
  const past = facts.acceptedOn.filter((date) => date <= today);
  const since = past.reduce((latest, date) => (date > latest ? date : latest), facts.startedOn);
  const days = daysBetween(since, today);
  return days >= STALL_DAYS ? { since, days, nextActivity: nextUseful(facts.activities) } : null;
}
