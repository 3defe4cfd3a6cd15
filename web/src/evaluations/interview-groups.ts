/** Why this file exists: puts interviews where the interviewer looks for them: today, this week, to write down, later, done. */

export interface Groupable {
  readonly state: 'PLANNED' | 'DONE' | 'CANCELLED';
  readonly scheduledAt?: string | null;
  readonly minutes: number;
  readonly isMyScorecardDue?: boolean | null;
}
export const GROUPS = ['today', 'week', 'due', 'later', 'done'] as const;
export type Group = (typeof GROUPS)[number];

const DAY = 86_400_000;

/** When the interview ends, in milliseconds; `null` while no time is set. */
const endOf = (one: Groupable): number | null =>
  one.scheduledAt == null ? null : new Date(one.scheduledAt).getTime() + one.minutes * 60_000;

/** Whole days since the interview, from the second day on; 0 while the scorecard is not late. */
export function daysLate(one: Groupable, now: Date): number {
  const end = endOf(one);
  return one.isMyScorecardDue !== true || end === null ? 0 : Math.max(0, Math.floor((now.getTime() - end) / DAY));
}

/** Midnight after the coming Sunday, in the reader's time zone. */
function endOfWeek(now: Date): number {
  const day = now.getDay();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + (day === 0 ? 1 : 8 - day)).getTime();
}

export function groupOf(one: Groupable, now: Date): Group {
  if (one.isMyScorecardDue !== true) return 'done';
  const end = endOf(one);
  if (one.state === 'DONE' || (end !== null && end <= now.getTime())) return 'due';
  if (one.scheduledAt == null) return 'later';
  const start = new Date(one.scheduledAt);
  if (start.toDateString() === now.toDateString()) return 'today';
  return start.getTime() < endOfWeek(now) ? 'week' : 'later';
}

/** By group; the earliest first (so the latest scorecard comes first), interviews without a time last; held ones the newest first. */
export function grouped<One extends Groupable>(
  list: readonly One[],
  now: Date,
): Readonly<Record<Group, readonly One[]>> {
  const groups: Record<Group, One[]> = { today: [], week: [], due: [], later: [], done: [] };
  for (const one of list) groups[groupOf(one, now)].push(one);
  const time = (one: One): number => endOf(one) ?? Number.MAX_SAFE_INTEGER;
  for (const group of GROUPS) groups[group].sort((a, b) => (time(a) - time(b)) * (group === 'done' ? -1 : 1));
  return groups;
}
