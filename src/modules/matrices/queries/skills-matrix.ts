/** Why this file exists: the levels of a group side by side, in a form that stays small for thousands of people. */
import { reaches, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { Framework, Level, Skill, SkillKey } from '../../frameworks/index.js';
import { jobRoleVersions, overlaysByKey, type JobRoleVersionId } from '../../job-roles/data.js';
import { effectiveRequirements, type OverlayKey } from '../../job-roles/index.js';
import type { TeamId } from '../../people/index.js';
import { lifeCycleCover, type AreaCover } from '../domain/life-cycle.js';
import {
  matrixRows,
  singlePointsOfFailure,
  skillCoverage,
  SMALLEST_GROUP,
  type MatrixCell,
  type MatrixPerson,
  type SinglePoint,
  type SkillCoverage,
} from '../domain/matrix.js';
import { reachOf } from '../policy/reach.js';
import { packedLevels } from '../store/verified.store.js';

interface GroupMember {
  readonly id: PersonId;
  readonly displayName: string;
  readonly jobRoleVersionId: JobRoleVersionId | null;
  readonly teamId: TeamId | null;
  readonly teamName: string | null;
}

/** A matrix as parallel arrays: one entry per person, one character per skill; `.` where a level is unknown or nothing is asked. */
export interface MatrixBlock {
  readonly teamId: TeamId | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly skillKeys: readonly SkillKey[];
  readonly skillNames: readonly string[];
  /** Of the levels 1 to 5. */
  readonly levelNames: readonly string[];
  /** Bands of neighbouring skills. */
  readonly categories: readonly { readonly key: string; readonly name: string; readonly skillCount: number }[];
  /** Teams of the group, by name. */
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[];
  /** Number of people whom the figures speak of. */
  readonly peopleCount: number;
  /** Rows within reach; empty for those who see figures only. */
  readonly personIds: readonly PersonId[];
  readonly personNames: readonly string[];
  /** Place in `teams`; `null` for a person without a team. */
  readonly personTeams: readonly (number | null)[];
  /** Empty for a person without a job role. */
  readonly jobRoleTitles: readonly string[];
  readonly jobRoleKeys: readonly string[];
  readonly levels: readonly string[];
  readonly required: readonly string[];
  readonly gaps: readonly string[];
  readonly coverage: readonly SkillCoverage[];
  readonly lifeCycle: readonly AreaCover[];
  /** Whether holders may be counted: a group large enough, or one whose every row is within reach. */
  readonly tellsHolders: boolean;
  /** Only of people whose row is within reach. */
  readonly singlePoints: readonly SinglePoint[];
}

export interface MatrixQuestion {
  /** `null` for everybody within reach. */
  readonly teamId: TeamId | null;
  readonly overlayKeys: readonly OverlayKey[];
  /** `null` for all skills of the current framework. */
  readonly skillKeys: readonly SkillKey[] | null;
  /** YYYY-MM-DD: the day of the levels, and who worked here; job roles are those of today. */
  readonly asOf: string;
}

const GROUP = `
select p.id, p.display_name as "displayName", p.job_role_version_id as "jobRoleVersionId", p.team_id as "teamId", t.name as "teamName"
  from person p left join team t on t.organisation_id = p.organisation_id and t.id = p.team_id
 where p.organisation_id = $1 and p.started_on <= $2::date and (p.left_on is null or p.left_on > $2::date)
   and ($3::uuid is null or p.team_id = $3) and ($4::uuid[] is null or p.id = any($4)) order by p.display_name, p.id`;

/** Which rows the actor sees, and whom the figures speak of: with AGGREGATE the whole group, without it only those in sight. */
async function visibleGroup(
  unit: Unit,
  { asOf, teamId }: MatrixQuestion,
): Promise<{ group: readonly GroupMember[]; inSight: (id: PersonId) => boolean }> {
  const { actor } = unit;
  const reach = await reachOf(unit, 'skills-matrix:read');
  const seesFigures = reach.all || (actor !== null && reaches(actor, 'skills-matrix:read', 'AGGREGATE'));
  const group = await unit.rows<GroupMember>(GROUP, [asOf, teamId, seesFigures ? null : reach.personIds]);
  const seen = new Set(reach.personIds);
  return { group, inSight: (id) => reach.all || seen.has(id) };
}

interface JobRoleAsks {
  readonly title: string;
  readonly key: string;
  readonly required: ReadonlyMap<SkillKey, Level>;
}
const NO_JOB_ROLE: JobRoleAsks = { title: '', key: '', required: new Map() };

/** What the job roles of the group ask for, overlays applied; one statement for the job roles, one for the overlays. */
async function asksOf(
  unit: Unit,
  group: readonly GroupMember[],
  overlayKeys: readonly OverlayKey[],
): Promise<(member: GroupMember) => JobRoleAsks> {
  const overlays = [...(await overlaysByKey(unit, overlayKeys)).values()];
  const versions = await jobRoleVersions(unit, [
    ...new Set(group.flatMap(({ jobRoleVersionId: id }) => (id === null ? [] : [id]))),
  ]);
  const asks = new Map(
    [...versions].map(([id, { requirements, jobRole, record }]): [JobRoleVersionId, JobRoleAsks] => {
      const effective = effectiveRequirements(requirements, jobRole, overlays);
      const required = new Map(effective.map(({ skill, level }) => [skill, level]));
      return [id, { title: record.title, key: jobRole.key, required }];
    }),
  );
  return ({ jobRoleVersionId: id }) => (id === null ? undefined : asks.get(id)) ?? NO_JOB_ROLE;
}

/** Levels by skill, from one digit for each of the skills. */
function unpacked(digits: string | undefined, skills: readonly SkillKey[]): ReadonlyMap<SkillKey, Level> {
  const levels = new Map<SkillKey, Level>();
  if (digits === undefined) return levels;
  for (const [i, skill] of skills.entries()) if (digits[i] !== '.') levels.set(skill, Number(digits[i]) as Level);
  return levels;
}

const packed = (cells: readonly MatrixCell[], of: (cell: MatrixCell) => number | null): string =>
  cells.map((cell) => of(cell) ?? '.').join('');

/** Skills stand by category, so that each category is one band. */
function bandsOf({ categories }: Framework, skills: readonly Skill[]): MatrixBlock['categories'] {
  const inOrder = categories.toSorted((a, b) => a.order - b.order);
  return inOrder.flatMap(({ key, name }) => {
    const skillCount = skills.filter(({ category }) => category === key).length;
    return skillCount === 0 ? [] : [{ key, name, skillCount }];
  });
}

function teamsOf(group: readonly GroupMember[]): MatrixBlock['teams'] {
  const teams = new Map<TeamId, string>();
  for (const { teamId, teamName } of group) if (teamId !== null && teamName !== null) teams.set(teamId, teamName);
  return [...teams].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

type Row = GroupMember & MatrixPerson & { readonly asks: JobRoleAsks };

/** The parts of the block that hold one entry per row. */
function rowParts(rows: readonly Row[], skills: readonly SkillKey[], teams: MatrixBlock['teams']) {
  const cells = matrixRows(rows, skills).map((row) => row.cells);
  const places = new Map(teams.map(({ id }, i) => [id, i]));
  return {
    personIds: rows.map(({ id }) => id),
    personNames: rows.map(({ displayName }) => displayName),
    personTeams: rows.map(({ teamId }) => (teamId === null ? null : (places.get(teamId) ?? null))),
    jobRoleTitles: rows.map(({ asks }) => asks.title),
    jobRoleKeys: rows.map(({ asks }) => asks.key),
    levels: cells.map((row) => packed(row, ({ level }) => level)),
    required: cells.map((row) => packed(row, ({ required }) => required)),
    gaps: cells.map((row) => packed(row, ({ gap }) => gap)),
  };
}

/** Who is asked what and holds what, on the day asked for. */
async function peopleOf(
  unit: Unit,
  group: readonly GroupMember[],
  skills: readonly SkillKey[],
  { asOf, overlayKeys }: MatrixQuestion,
): Promise<readonly Row[]> {
  const ids = group.map(({ id }) => id);
  const held = await packedLevels(unit, ids, skills, asOf);
  const asksFor = await asksOf(unit, group, overlayKeys);
  return group.map((member) => {
    const asks = asksFor(member);
    const levels = unpacked(held.get(member.id), skills);
    return { ...member, personId: member.id, levels, required: asks.required, asks };
  });
}

/** The matrix of a team or of everybody within reach; a group without anybody in it is `null`, like one that does not exist. */
export async function skillsMatrix(unit: Unit, question: MatrixQuestion): Promise<MatrixBlock | null> {
  const { group, inSight } = await visibleGroup(unit, question);
  if (group.length === 0) return null;
  const { framework } = await currentFramework(unit);
  const wanted = question.skillKeys === null ? null : new Set(question.skillKeys);
  const skills = framework.skills.filter(({ key }) => wanted?.has(key) ?? true);
  const skillKeys = skills.map(({ key }) => key);
  const people = await peopleOf(unit, group, skillKeys, question);
  const rows = people.filter(({ id }) => inSight(id));
  const teams = teamsOf(group);
  return {
    teamId: question.teamId,
    asOf: question.asOf,
    skillKeys,
    skillNames: skills.map(({ name }) => name),
    levelNames: framework.scale.toSorted((a, b) => a.level - b.level).map(({ name }) => name),
    categories: bandsOf(framework, skills),
    teams,
    peopleCount: group.length,
    ...rowParts(rows, skillKeys, teams),
    coverage: skillCoverage(people, skillKeys),
    lifeCycle: lifeCycleCover(people, skillKeys),
    tellsHolders: group.length >= SMALLEST_GROUP || rows.length === group.length,
    singlePoints: singlePointsOfFailure(people, skillKeys).filter(({ personId }) => inSight(personId)),
  };
}
