/** Why this file exists: an organisation of thousands of people with assessments in the product's own tables, for what must stay quick at that size. */
import { foundOrganisation } from '../../src/modules/demonstration/index.js';
import { currentFramework, forkFramework } from '../../src/modules/frameworks/data.js';
import type { SkillKey } from '../../src/modules/frameworks/index.js';
import { insertSkills } from '../../src/modules/frameworks/store/framework.store.js';
import { publishFramework } from '../../src/modules/frameworks/commands/edit-draft.js';
import { addGrant } from '../../src/modules/grants/index.js';
import { addMember, hashPassword } from '../../src/modules/identity/index.js';
import type { JobRoleVersionId } from '../../src/modules/job-roles/data.js';
import { personTable, teamTable } from '../../src/modules/people/data.js';
import type { TeamId } from '../../src/modules/people/index.js';
import type { PersonId } from '../../src/platform/access/index.js';
import type { Database, Unit } from '../../src/platform/database/index.js';
import { newId, type OrganisationId } from '../../src/platform/ids/index.js';
import { ok, type Outcome, type Problem } from '../../src/platform/outcome/index.js';

export interface LargeOrganisation {
  readonly organisationId: OrganisationId;
  readonly slug: string;
  /** Sees every row. */
  readonly planner: { readonly email: string; readonly password: string };
}
export interface Size {
  readonly people: number;
  /** At least as many as the library has; further ones are variants of those. */
  readonly skills: number;
  readonly teams: number;
  /** How many of the people have assessments; default: all. */
  readonly assessed?: number;
}

const FIRST =
  'Amara Bruno Chiara Dev Elif Felix Hana Ines Jun Kofi Lena Maren Nadia Omar Priya Sami Thea Vera Yuki Zola';
const LAST =
  'Abebe Brandt Castellanos Dahl Endo Farah Grigore Haddad Ibarra Jensen Kowalski Lindqvist Mensah Novak Okafor Petrov';

/** More skills in the framework: variants of those that it has, published as the next version. */
async function widen(unit: Unit, skills: number): Promise<Outcome<null, Problem>> {
  const current = await currentFramework(unit);
  const forked = await forkFramework(unit, { frameworkVersionId: current.record.id, title: 'A wide framework' });
  if (!forked.ok) return forked;
  const frameworkVersionId = forked.value.id;
  const more = current.framework.skills.slice(0, skills - current.framework.skills.length);
  const variants = more.map((skill) => {
    const key = `${skill.key}-b` as SkillKey;
    return { ...skill, key, name: `${skill.name}, advanced`, prerequisites: [] };
  });
  await insertSkills(unit, frameworkVersionId, variants);
  const published = await publishFramework(unit, { frameworkVersionId, version: 1 });
  return published.ok ? ok(null) : published;
}

async function addPeople(unit: Unit, { people, teams }: Size): Promise<readonly PersonId[]> {
  const teamIds = Array.from({ length: teams }, () => newId<'Team'>() as TeamId);
  const named = teamIds.map((id, i) => ({ id, name: `Team ${String(i + 1).padStart(2, '0')}`, version: 1 }));
  await unit.insert(teamTable, named);
  const jobRoles = await unit.rows<{ id: JobRoleVersionId }>(
    `select id from job_role_version where organisation_id = $1 and state = 'PUBLISHED' order by id`,
  );
  const [first, last] = [FIRST.split(' '), LAST.split(' ')];
  const records = Array.from({ length: people }, (_, i) => ({
    id: newId<'Person'>(),
    displayName: `${first[i % first.length]} ${last[Math.floor(i / first.length) % last.length]} ${String(i).padStart(4, '0')}`,
    memberId: null,
    teamId: teamIds[i % teams] ?? null,
    managerId: null,
    jobRoleVersionId: jobRoles[i % jobRoles.length]?.id ?? null,
    availability: 1,
    mentorCapacity: 0,
    startedOn: '2020-01-01',
    leftOn: null,
    version: 1,
  }));
  for (let at = 0; at < records.length; at += 500) await unit.insert(personTable, records.slice(at, at + 500));
  return records.map(({ id }) => id);
}

/** Three quarters of all cells get a confirmed level that follows from person and skill alone, so that every run makes the same. */
const ASSESS = `
insert into assessment (organisation_id, id, person_id, skill_key, framework_version_id, proposed_level, source, evidence_class, valid_on,
  recorded_at, state, level, version)
select $1, gen_random_uuid(), p.id, s.key, $4, drawn.level, 'ARTEFACT', 4, '2026-01-15', '2026-01-20T09:00:00Z', 'CONFIRMED', drawn.level, 2
  from unnest($2::uuid[]) with ordinality p(id, place) cross join unnest($3::text[]) with ordinality s(key, place)
  cross join lateral (select (($5::int + p.place) * 7919 + s.place * 104729) % 100 as chance, (($5::int + p.place) * 31 + (s.place / 8) * 17) % 5 as taste) toss
  cross join lateral (select greatest(1, least(5, 1 + toss.taste + (toss.chance % 3) - 1))::smallint as level) drawn
 where toss.chance >= 25`;
const EVENTS = `
insert into assessment_event (organisation_id, assessment_id, seq, state, level, at)
select a.organisation_id, a.id, e.seq, e.state, case e.seq when 2 then a.level end, a.recorded_at
  from assessment a cross join (values (1, 'PROPOSED'), (2, 'CONFIRMED')) e(seq, state)
 where a.organisation_id = $1 and a.person_id = any($2::uuid[])`;

async function fill(unit: Unit, size: Size): Promise<Outcome<null, Problem>> {
  const widened = await widen(unit, size.skills);
  if (!widened.ok) return widened;
  const people = await addPeople(unit, size);
  const { record, framework } = await currentFramework(unit);
  const skills = framework.skills.map(({ key }) => key);
  const assessed = people.slice(0, size.assessed);
  for (let at = 0; at < assessed.length; at += 100) {
    const some = assessed.slice(at, at + 100);
    await unit.rows(ASSESS, [some, skills, record.id, at]);
    await unit.rows(EVENTS, [some]);
  }
  unit.record({ type: 'LargeOrganisationFilled', entity: 'FrameworkVersion', entityId: record.id, data: { ...size } });
  return ok(null);
}

/** Founds an organisation of the given size with a workforce planner who can sign in. */
export async function giveLargeOrganisation(database: Database, slug: string, size: Size): Promise<LargeOrganisation> {
  const password = 'correct horse battery staple';
  const email = `planner@${slug}.example`;
  const passwordHash = await hashPassword(password);
  const admin = { adminEmail: `admin@${slug}.example`, adminName: 'Ada Admin', password: null };
  const founded = await foundOrganisation(database, { slug, name: 'A large organisation', ...admin });
  if (!founded.ok) throw new Error(founded.problem.message);
  const { organisationId } = founded.value;
  const filled = await database.write({ organisationId, actor: null, requestId: 'large' }, async (unit) => {
    const id = await addMember(unit, { email, displayName: 'Paula Planner', headline: 'Planner', passwordHash });
    await addGrant(unit, id, 'WORKFORCE_PLANNER', null);
    return fill(unit, size);
  });
  if (!filled.ok) throw new Error(`${filled.problem.code}: ${filled.problem.message}`);
  return { organisationId, slug, planner: { email, password } };
}
