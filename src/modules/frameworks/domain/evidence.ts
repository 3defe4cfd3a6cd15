/** Why this file exists: evidence decides what a claim can carry, and how old evidence is stands beside it, not inside it. */
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import type { EvidenceClass, EvidenceType, Level } from './framework.js';

/** A piece of accepted evidence; what nobody has accepted yet does not belong here. */
export interface DatedEvidence {
  readonly type: Pick<EvidenceType, 'name' | 'strength' | 'maxLevel' | 'freshMonths'>;
  /** Day on which it showed what it shows, `YYYY-MM-DD`. */
  readonly validOn: string;
}

/** NOT_YET: its day lies after the day asked about. */
export type Freshness = 'FRESH' | 'STALE' | 'NOT_YET';

/** The evidence cannot carry the claimed level. */
export interface EvidenceCannotCarry extends Problem {
  readonly code: 'EVIDENCE_CANNOT_CARRY';
  readonly field: 'level';
  readonly claimedLevel: Level;
  /** Null when there is no evidence at all. */
  readonly carriedLevel: Level | null;
}

export interface EvidenceSummary {
  /** Highest level that all the evidence can carry, fresh or stale; null without evidence. */
  readonly carriedLevel: Level | null;
  /** Strongest class, fresh or stale; null without evidence. */
  readonly evidenceClass: EvidenceClass | null;
  /** Highest level that the fresh evidence carries by itself; null when none is fresh. */
  readonly freshLevel: Level | null;
  /** Last day on which some of it is fresh, `YYYY-MM-DD`; null without evidence. */
  readonly freshUntil: string | null;
  readonly freshCount: number;
  readonly staleCount: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

function partsOf(date: string): readonly [number, number, number] {
  const [, year, month, day] = (DATE.exec(date) ?? []).map(Number);
  const isReal =
    year !== undefined && month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1;
  if (!isReal || day > daysIn(year, month)) throw new RangeError(`not a day in the form YYYY-MM-DD: ${date}`);
  return [year, month, day];
}

/**
 * The same day some months later; the last day of the month when that month is shorter (31 January + 1 month = 28 or 29 February).
 * @param months whole, 0 or more
 * @throws RangeError when the text is not a day of the calendar: dates are checked where they enter
 */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const toDay = Math.min(day, daysIn(toYear, toMonth));
  return [String(toYear).padStart(4, '0'), ...[toMonth, toDay].map((n) => String(n).padStart(2, '0'))].join('-');
}

/** Last day on which a piece of evidence counts as fresh, that day included. */
export const freshUntil = (evidence: DatedEvidence): string => addMonths(evidence.validOn, evidence.type.freshMonths);

/** How a piece of evidence stands on a day (`YYYY-MM-DD`); fresh from its own day to its last fresh day, both included. */
export function freshnessOn(evidence: DatedEvidence, on: string): Freshness {
  if (on < evidence.validOn) return 'NOT_YET';
  return on <= freshUntil(evidence) ? 'FRESH' : 'STALE';
}

const highest = <T extends number | string>(values: readonly T[]): T | null =>
  values.reduce<T | null>((best, value) => (best === null || value > best ? value : best), null);

/**
 * Highest level that a set of accepted evidence can carry: the highest `maxLevel` among its types. Several weak pieces do not add
 * up, and age does not lower it; freshness is told apart. Null without evidence.
 * @source product rule "evidence decides what a claim can carry", docs/methods/arithmetic.md
 */
export const carriedLevel = (evidence: readonly DatedEvidence[]): Level | null =>
  highest(evidence.map((one) => one.type.maxLevel));

/** Strength of the strongest piece, fresh or stale; null without evidence. */
export const evidenceClass = (evidence: readonly DatedEvidence[]): EvidenceClass | null =>
  highest(evidence.map((one) => one.type.strength));

/** What the evidence carries and, apart from it, how fresh it is on a day (`YYYY-MM-DD`). Pieces dated later count in no figure. */
export function summariseEvidence(evidence: readonly DatedEvidence[], on: string): EvidenceSummary {
  const known = evidence.filter((one) => freshnessOn(one, on) !== 'NOT_YET');
  const fresh = known.filter((one) => freshnessOn(one, on) === 'FRESH');
  return {
    carriedLevel: carriedLevel(known),
    evidenceClass: evidenceClass(known),
    freshLevel: carriedLevel(fresh),
    freshUntil: highest(known.map(freshUntil)),
    freshCount: fresh.length,
    staleCount: known.length - fresh.length,
  };
}

/** Accepts a claimed level that the evidence can carry, and refuses one that it cannot: a certificate alone carries level 2 at most. */
export function checkClaim(claimed: Level, evidence: readonly DatedEvidence[]): Outcome<Level, EvidenceCannotCarry> {
  const carried = carriedLevel(evidence);
  if (carried !== null && claimed <= carried) return ok(claimed);
  const names = [...new Set(evidence.map((one) => one.type.name))].join(', ');
  const message =
    carried === null
      ? `Level ${claimed} is claimed without evidence. Add a piece of evidence that can carry it.`
      : `${names} can carry level ${carried} at most, and level ${claimed} is claimed. Add stronger evidence or claim level ${carried}.`;
  return refuse({
    code: 'EVIDENCE_CANNOT_CARRY',
    field: 'level',
    message,
    claimedLevel: claimed,
    carriedLevel: carried,
  });
}
