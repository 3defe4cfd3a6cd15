/** Why this file exists: the facts behind conflicts of interest are read in one place; the domain decides on them, for lists and single records alike. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { CandidateId } from '../domain/application.js';
import {
  conflictsOfInterest,
  type ApplicantFacts,
  type Conflict,
  type ConflictKind,
  type DeclaredRelation,
} from '../domain/conflict-of-interest.js';

interface FactRow {
  readonly candidate: CandidateId;
  readonly person: PersonId | null;
  readonly manager: PersonId | null;
  readonly referrer: PersonId | null;
  /** Persons who declared a relation to this candidate. A person is one candidate at most. */
  readonly declaredBy: readonly PersonId[];
  /** Candidates' persons to whom the employee behind this candidate declared a relation. */
  readonly declaredTo: readonly PersonId[];
  readonly reports: readonly PersonId[];
}

const FACTS = `
select c.id as candidate, c.person_id as person, p.manager_id as manager, c.referrer_id as referrer,
  array(select r.person_id from declared_relation r where r.organisation_id = c.organisation_id and r.candidate_id = c.id) as "declaredBy",
  array(select o.person_id from declared_relation r join candidate o on o.organisation_id = r.organisation_id and o.id = r.candidate_id
         where r.organisation_id = c.organisation_id and r.person_id = c.person_id and o.person_id is not null) as "declaredTo",
  array(select s.id from person s where s.organisation_id = c.organisation_id and s.manager_id = c.person_id) as reports
 from candidate c left join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
where c.organisation_id = $1`;

/** Ids of the candidates whom a person ($2) could have a conflict about, each kind by an index; the domain decides on them. */
const NEAR = `
select id from candidate where organisation_id = $1 and person_id = $2
union all select id from candidate where organisation_id = $1 and referrer_id = $2
union all select candidate_id from declared_relation where organisation_id = $1 and person_id = $2
union all select c.id from person p join candidate c on c.organisation_id = p.organisation_id and c.person_id = p.id
 where p.organisation_id = $1 and p.manager_id = $2
union all select c.id from person me join candidate c on c.organisation_id = me.organisation_id and c.person_id = me.manager_id
 where me.organisation_id = $1 and me.id = $2
union all select c.id from candidate mine join declared_relation r on r.organisation_id = mine.organisation_id and r.candidate_id = mine.id
  join candidate c on c.organisation_id = r.organisation_id and c.person_id = r.person_id
 where mine.organisation_id = $1 and mine.person_id = $2`;

function factsOf(row: FactRow): ApplicantFacts {
  const { candidate, person, referrer } = row;
  const relations: DeclaredRelation[] = row.declaredBy.map((by) => ({
    person: by,
    to: { kind: 'CANDIDATE', candidate },
  }));
  if (person !== null)
    for (const other of row.declaredTo) relations.push({ person, to: { kind: 'PERSON', person: other } });
  const managerOf = new Map<PersonId, PersonId | null>(row.reports.map((report) => [report, person]));
  if (person !== null) managerOf.set(person, row.manager);
  return { candidate, person, managerOf, relations, referrer };
}

/**
 * Candidates about whom the person has a conflict of interest, with its kinds: their applications do not exist for this person.
 * One statement.
 * @param personId `null` for a member who is no employee: such a member stands in no relation
 */
export async function conflictsAbout(
  unit: Unit,
  personId: PersonId | null,
): Promise<ReadonlyMap<CandidateId, readonly ConflictKind[]>> {
  if (personId === null) return new Map();
  const rows = await unit.rows<FactRow>(`${FACTS} and c.id in (${NEAR})`, [personId]);
  const found = rows.map(
    (row) => [row.candidate, conflictsOfInterest(personId, factsOf(row)).map((conflict) => conflict.kind)] as const,
  );
  return new Map(found.filter(([, kinds]) => kinds.length > 0));
}

/** The facts of some candidates; one that does not exist is absent. One statement. */
export async function applicantFacts(
  unit: Unit,
  ids: readonly CandidateId[],
): Promise<ReadonlyMap<CandidateId, ApplicantFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.rows<FactRow>(`${FACTS} and c.id = any($2::uuid[])`, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.candidate, factsOf(row)]));
}

/** Everybody who has a conflict about the candidate, by person id, with what it is. */
export function everyConflict(
  facts: ApplicantFacts,
): readonly { readonly personId: PersonId; readonly conflicts: readonly Conflict[] }[] {
  const near = new Set<PersonId>([...facts.managerOf.keys(), ...facts.relations.map((relation) => relation.person)]);
  for (const person of [facts.person, facts.referrer, ...facts.managerOf.values()])
    if (person !== null) near.add(person);
  for (const relation of facts.relations) if (relation.to.kind === 'PERSON') near.add(relation.to.person);
  return [...near]
    .sort()
    .map((personId) => ({ personId, conflicts: conflictsOfInterest(personId, facts) }))
    .filter((one) => one.conflicts.length > 0);
}
