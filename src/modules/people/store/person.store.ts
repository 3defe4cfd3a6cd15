/** Why this file exists: people and their reporting lines, for commands and for modules that stand further right. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { ReportingLines } from '../domain/reporting-lines.js';
import { personTable, type PersonRecord } from './person.tables.js';

/** Today in UTC, YYYY-MM-DD, by the clock of the unit. */
export const todayOf = (unit: Unit): string => unit.now.toISOString().slice(0, 10);

/** A person, leavers included, or `null`. */
export const personById = (unit: Unit, id: PersonId): Promise<PersonRecord | null> => unit.findOne(personTable, { id });

/** People by id, leavers included; an id that does not exist is absent. */
export async function personsByIds(unit: Unit, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonRecord>> {
  if (ids.length === 0) return new Map();
  const found = await unit.find(personTable, { id: [...new Set(ids)] });
  return new Map(found.map((person) => [person.id, person]));
}

/** The manager on record, who may have left; `null` for somebody without one, and for an unknown person. */
export async function managerOf(unit: Unit, id: PersonId): Promise<PersonId | null> {
  return (await personById(unit, id))?.managerId ?? null;
}

/** Condition for people who have not left; `$2` is today. */
export const EMPLOYED = '(left_on is null or left_on > $2::date)';

/** Ids of those who report to the person and have not left, by name. Indirect reports are not among them. */
export async function directReports(unit: Unit, id: PersonId): Promise<readonly PersonId[]> {
  const rows = await unit.rows<{ id: PersonId }>(
    `select id from person where organisation_id = $1 and manager_id = $3 and ${EMPLOYED} order by display_name, id`,
    [todayOf(unit), id],
  );
  return rows.map((row) => row.id);
}

/** Person to manager, for all who have a manager, leavers included. */
export async function reportingLines(unit: Unit): Promise<ReportingLines> {
  const rows = await unit.rows<{ id: PersonId; managerId: PersonId }>(
    `select id, manager_id as "managerId" from person where organisation_id = $1 and manager_id is not null`,
  );
  return new Map(rows.map((row) => [row.id, row.managerId]));
}

/** The employee behind a sign-in; `null` for a member without one, and for somebody who has left. */
export async function personIdOfMember(unit: Unit, memberId: MemberId): Promise<PersonId | null> {
  const row = await unit.one<{ id: PersonId }>(
    `select id from person where organisation_id = $1 and member_id = $3 and ${EMPLOYED}`,
    [todayOf(unit), memberId],
  );
  return row?.id ?? null;
}
