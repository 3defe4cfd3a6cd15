/** Why this file exists: growth comes from practice, so a plan shows where its hours go and says when too few go there. */
import type { ActivityKind, Lever } from '../../frameworks/index.js';

/** Least share of the hours of a plan that goes to practice. */
export const PRACTICE_TARGET = 0.5;
/** Kinds of activity in which the person does the work itself. */
export const PRACTICE_KINDS: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['PAIRING', 'PROJECT', 'ON_CALL']);

export interface LeverHours {
  readonly lever: Lever;
  readonly hours: number;
}

export interface LeverReport {
  /** Levers with hours, most hours first, then by name. */
  readonly levers: readonly LeverHours[];
  readonly totalHours: number;
  readonly practiceHours: number;
  /** 0..1; `null` for a plan without hours. */
  readonly practiceShare: number | null;
  /** Never true for a plan without hours. */
  readonly isBelowTarget: boolean;
}

const TOLERANCE = 1e-9;

/**
 * Hours by lever and the share of practice.
 * @param activities hours above 0, one entry per chosen activity
 * @param target     least share of practice, 0..1; a share equal to it is enough
 * @source           rules of the activity library: at least half of the hours go to pairing, projects or on-call
 */
export function leverReport(
  activities: readonly { readonly kind: ActivityKind; readonly lever: Lever; readonly hours: number }[],
  target: number = PRACTICE_TARGET,
): LeverReport {
  const byLever = new Map<Lever, number>();
  let totalHours = 0;
  let practiceHours = 0;
  for (const { kind, lever, hours } of activities) {
    byLever.set(lever, (byLever.get(lever) ?? 0) + hours);
    totalHours += hours;
    if (PRACTICE_KINDS.has(kind)) practiceHours += hours;
  }
  const levers = [...byLever]
    .map(([lever, hours]) => ({ lever, hours }))
    .toSorted((a, b) => b.hours - a.hours || (a.lever < b.lever ? -1 : 1));
  const practiceShare = totalHours > 0 ? practiceHours / totalHours : null;
  const isBelowTarget = practiceShare !== null && practiceShare < target - TOLERANCE;
  return { levers, totalHours, practiceHours, practiceShare, isBelowTarget };
}
