/** Why this file exists: the two time axes compare days and moments, and freshness counts months; nothing here reads a clock. */

const MS_PER_DAY = 86_400_000;

/**
 * The day `months` whole months after `date`; the last day of a shorter month stands in for a day it lacks.
 * @param date ISO date `YYYY-MM-DD`; anything else throws a RangeError
 */
export function addMonths(date: string, months: number): string {
  const from = new Date(`${date}T00:00:00Z`);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return target.toISOString().slice(0, 10);
}

/**
 * Milliseconds since 1970 of an instant; of a bare date its last millisecond in UTC, so that "known on 30 June" includes that day.
 * @param moment ISO instant with a zone, or ISO date; anything else gives NaN, which no comparison accepts
 */
export const momentMs = (moment: string): number =>
  moment.length === 10 ? Date.parse(`${moment}T00:00:00Z`) + MS_PER_DAY - 1 : Date.parse(moment);
