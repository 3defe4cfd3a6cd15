/** Why this file exists: the verified levels of many people as they are now, in one statement; the same rule as `profileAt`, which the tests compare. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import type { AssessmentId } from '../domain/assessment.js';

/** A level that counts now, and the assessment that gives it. */
export interface VerifiedLevel {
  readonly level: Level;
  readonly evidenceClass: EvidenceClass;
  readonly assessmentId: AssessmentId;
}
/** Per person, per skill; a missing entry is not assessed. */
export type VerifiedLevels = ReadonlyMap<PersonId, ReadonlyMap<SkillKey, VerifiedLevel>>;

/** `held`: the level that counts on the day $2, one row per person ($3) and skill ($4) that has one. */
const HELD = `
with claim as (
  select a.person_id, a.skill_key, a.id, a.level, a.evidence_class,
    coalesce(a.expires_on <= $2::date, false) as lapsed,
    row_number() over newest as place,
    min(a.level) filter (where a.expires_on <= $2::date) over (newest rows between unbounded preceding and current row) as ceiling
  from assessment a
  where a.organisation_id = $1 and a.state in ('CONFIRMED', 'EXPIRED') and a.source <> 'SELF' and a.valid_on <= $2::date
    and ($3::uuid[] is null or a.person_id = any($3)) and ($4::text[] is null or a.skill_key = any($4))
    and not exists (select 1 from assessment s where s.organisation_id = a.organisation_id and s.supersedes_id = a.id
      and s.state in ('CONFIRMED', 'EXPIRED', 'EXEMPT') and s.valid_on <= $2::date)
  window newest as (partition by a.person_id, a.skill_key order by a.valid_on desc, a.recorded_at desc, a.id desc)
), held as (
  select distinct on (person_id, skill_key) person_id, skill_key, id, level, evidence_class
  from claim where not lapsed and level <= coalesce(ceiling, 5) order by person_id, skill_key, place
)`;
const VERIFIED = `${HELD}
select person_id as "personId", json_object_agg(skill_key, json_build_array(level, evidence_class, id)) as held
from held group by person_id`;

interface Row {
  readonly personId: PersonId;
  readonly held: Readonly<Record<string, readonly [Level, EvidenceClass, AssessmentId]>>;
}

/**
 * The levels that count today: not revoked, not superseded, not expired, never from a self-claim.
 * @param filter absent parts do not restrict; people without any verified level are missing from the result
 */
export async function verifiedNow(
  unit: Unit,
  filter: { readonly personIds?: readonly PersonId[]; readonly skills?: readonly SkillKey[] } = {},
): Promise<VerifiedLevels> {
  const today = unit.now.toISOString().slice(0, 10);
  const rows = await unit.rows<Row>(VERIFIED, [today, filter.personIds ?? null, filter.skills ?? null]);
  return new Map(rows.map(({ personId, held }) => [personId, new Map(Object.entries(held).map(verified))]));
}

const PACKED = `${HELD}
select h.person_id as "personId", string_agg(s.position || ':' || h.level, ' ') as levels
from held h join unnest($4::text[]) with ordinality s(key, position) on s.key = h.skill_key group by h.person_id`;

/**
 * The levels that count on a day, as known now, in a form that stays small for hundreds of thousands of them: per person one digit for
 * each of the skills, in their order; `.` for not assessed. People without any verified level are missing.
 * @param on YYYY-MM-DD
 */
export async function packedLevels(
  unit: Unit,
  personIds: readonly PersonId[],
  skills: readonly SkillKey[],
  on: string,
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await unit.rows<{ personId: PersonId; levels: string }>(PACKED, [on, personIds, skills]);
  return new Map(rows.map(({ personId, levels }) => [personId, spread(levels, skills.length)]));
}

/** `2:4 3:1` over four skills is `.41.`. */
function spread(pairs: string, width: number): string {
  const digits = new Array<string>(width).fill('.');
  for (const pair of pairs.split(' ')) {
    const colon = pair.indexOf(':');
    digits[Number(pair.slice(0, colon)) - 1] = pair.slice(colon + 1);
  }
  return digits.join('');
}

const verified = ([skill, [level, evidenceClass, assessmentId]]: [string, Row['held'][string]]): [
  SkillKey,
  VerifiedLevel,
] => [skill as SkillKey, { level, evidenceClass, assessmentId }];

/** Days (UTC) on which a claim of a person was confirmed that still stands, in no order; a person without any is missing. */
export async function acceptedDays(
  unit: Unit,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await unit.rows<{ personId: PersonId; days: readonly string[] }>(
    `select a.person_id as "personId", array_agg(distinct to_char(e.at at time zone 'UTC', 'YYYY-MM-DD')) as days
       from assessment a join assessment_event e on e.organisation_id = a.organisation_id and e.assessment_id = a.id and e.state = 'CONFIRMED'
      where a.organisation_id = $1 and a.person_id = any($2::uuid[]) and a.state in ('CONFIRMED', 'EXPIRED') group by a.person_id`,
    [personIds],
  );
  return new Map(rows.map(({ personId, days }) => [personId, days]));
}
