/** Why this file exists: the story is told on one day, and everything in it lies so many days before or after that day. */

/** The Monday on which the story was written. */
export const FIRST_STORY_DAY = '2026-11-02';
const QUARTER_DAYS = 91;
const MS_PER_DAY = 86_400_000;

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day `days` after `day` (before it when negative); both YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  new Date(midnight(day) + days * MS_PER_DAY).toISOString().slice(0, 10);

/**
 * The day on which the story is told: `FIRST_STORY_DAY`, moved by whole quarters of 13 weeks so that it never lies in the future and
 * is never more than a quarter old. A demonstration that was built keeps the day it was built with.
 * @param today YYYY-MM-DD
 */
export function storyDay(today: string): string {
  const quarters = Math.floor((midnight(today) - midnight(FIRST_STORY_DAY)) / MS_PER_DAY / QUARTER_DAYS);
  return daysAfter(FIRST_STORY_DAY, quarters * QUARTER_DAYS);
}

/** A day of the content, written for `FIRST_STORY_DAY`, as it is told on another story day. */
export const asTold = (storyDayIs: string, day: string): string =>
  daysAfter(day, Math.round((midnight(storyDayIs) - midnight(FIRST_STORY_DAY)) / MS_PER_DAY));

/** When something happens in the story: days from the story day, 0 or negative for what has happened, and a time of the day in UTC. */
export interface Moment {
  readonly day: number;
  /** HH:MM; 09:00 when absent. */
  readonly time?: string;
}

/** The instant of a moment, ISO 8601 in UTC. */
export const instantOf = (storyDayIs: string, { day, time = '09:00' }: Moment): string =>
  `${daysAfter(storyDayIs, day)}T${time}:00.000Z`;
