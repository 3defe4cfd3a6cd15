/** Why this file exists: plans count in whole days and weeks from a given day; nothing here reads a clock. */

const MS_PER_DAY = 86_400_000;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The ISO date `days` after `date` (before it when negative); throws a RangeError for anything that is not an ISO date. */
export const addDays = (date: string, days: number): string =>
  new Date(midnight(date) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** Whole days from one ISO date to another, negative when `to` is earlier; NaN for anything that is not an ISO date. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((midnight(to) - midnight(from)) / MS_PER_DAY);
