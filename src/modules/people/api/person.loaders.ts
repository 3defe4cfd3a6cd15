/** Why this file exists: teams and people, many at a time. */
import type { PersonId } from '../../../platform/access/index.js';
import { defineLoader } from '../../../platform/graphql/index.js';
import type { TeamId } from '../domain/person.js';
import { EMPLOYED, personsByIds, todayOf } from '../store/person.store.js';
import { teamTable, type PersonRecord } from '../store/person.tables.js';
import type { PersonObject, TeamObject } from './person.types.js';

/** Columns of a person as the API reads them. */
export const PERSON = `id, display_name as "displayName", member_id as "memberId", team_id as "teamId", manager_id as "managerId",
  job_role_version_id as "jobRoleVersionId", availability, mentor_capacity as "mentorCapacity", started_on as "startedOn",
  left_on as "leftOn", version`;

/** People by id, leavers included. */
export const personLoader = defineLoader<PersonObject>('person', (unit, ids) => personsByIds(unit, ids as PersonId[]));

/** Those who report to a person and have not left, by name; keyed by the manager. */
export const reportsLoader = defineLoader<readonly PersonRecord[]>('directReports', async (unit, ids) => {
  const rows = await unit.rows<PersonRecord>(
    `select ${PERSON} from person where organisation_id = $1 and manager_id = any($3::uuid[]) and ${EMPLOYED} order by display_name, id`,
    [todayOf(unit), ids],
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.managerId === id)]));
});

export const teamLoader = defineLoader<TeamObject>('team', async (unit, ids) => {
  const rows = await unit.find(teamTable, { id: ids as TeamId[] });
  return new Map(rows.map((row) => [row.id, row]));
});
