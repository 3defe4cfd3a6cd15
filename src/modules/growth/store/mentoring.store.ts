/** Why this file exists: who mentors whom now: open plans whose mentor agreed. Everything that asks for it asks here. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';

const OPEN = `state in ('DRAFT', 'ACTIVE', 'PAUSED')`;

/** Mentors who agreed, by person; a person without one is missing. */
export async function mentorsOf(
  unit: Unit,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly PersonId[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await unit.rows<{ personId: PersonId; mentors: readonly PersonId[] }>(
    `select person_id as "personId", json_agg(distinct mentor_id) as mentors from growth_plan
      where organisation_id = $1 and person_id = any($2::uuid[]) and ${OPEN} and mentor_agreed_at is not null group by person_id`,
    [personIds],
  );
  return new Map(rows.map(({ personId, mentors }) => [personId, mentors]));
}

/** People whom this person mentors with both sides' consent. */
export async function menteesOf(unit: Unit, mentorId: PersonId): Promise<readonly PersonId[]> {
  const rows = await unit.rows<{ id: PersonId }>(
    `select distinct person_id as id from growth_plan
      where organisation_id = $1 and mentor_id = $2 and ${OPEN} and mentor_agreed_at is not null`,
    [mentorId],
  );
  return rows.map(({ id }) => id);
}

/**
 * How many people each mentor is named for in open plans, agreed or not, so that nobody is asked twice over.
 * @param besides  a person who is not counted; `null` to count everybody
 */
export async function menteeCounts(
  unit: Unit,
  mentorIds: readonly PersonId[],
  besides: PersonId | null,
): Promise<ReadonlyMap<PersonId, number>> {
  if (mentorIds.length === 0) return new Map();
  const rows = await unit.rows<{ id: PersonId; n: number }>(
    `select mentor_id as id, count(distinct person_id)::int as n from growth_plan
      where organisation_id = $1 and mentor_id = any($2::uuid[]) and ${OPEN} and person_id is distinct from $3::uuid group by mentor_id`,
    [mentorIds, besides],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}
