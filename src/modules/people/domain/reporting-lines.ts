/** Why this file exists: reporting lines are a forest; a manager who would report to the own report is found before it is stored. */
import type { Problem } from '../../../platform/outcome/index.js';
import type { PersonId } from './person.js';

/** Person to manager; somebody without a manager is absent. */
export type ReportingLines = ReadonlyMap<PersonId, PersonId>;

/**
 * The circle that a new manager would close: the person, the manager, the manager's manager and so on up to whoever reports to the
 * person; `null` when there is none. Ends too on lines that hold a circle already.
 */
export function circleClosedBy(lines: ReportingLines, person: PersonId, manager: PersonId): readonly PersonId[] | null {
  const members: PersonId[] = [person];
  const seen = new Set<PersonId>();
  for (let next: PersonId | undefined = manager; next !== undefined; next = lines.get(next)) {
    if (next === person) return members;
    if (seen.has(next)) return null;
    seen.add(next);
    members.push(next);
  }
  return null;
}

export interface ReportingCircle extends Problem {
  readonly code: 'REPORTING_CIRCLE';
  /** Names, each reporting to the next, the last to the first. */
  readonly members: readonly string[];
}

export const reportingCircle = (names: readonly string[]): ReportingCircle => ({
  code: 'REPORTING_CIRCLE',
  message:
    names.length === 1
      ? `${names.join('')} cannot be their own manager. Name somebody else.`
      : `These people would report to one another in a circle: ${[...names, ...names.slice(0, 1)].join(' to ')}. Change one of these lines first.`,
  field: 'input.managerId',
  members: names,
});
