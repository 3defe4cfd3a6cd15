/** Why this file exists: the levels of a group side by side, in a form that stays small for thousands of people. */
import { reaches, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { jobRoleVersions, overlaysByKey, type JobRoleVersionId } from '../../job-roles/data.js';
import { effectiveRequirements, type OverlayKey } from '../../job-roles/index.js';
import type { TeamId } from '../../people/index.js';
import {
  matrixRows,
  singlePointsOfFailure,
  skillCoverage,
  type MatrixCell,
  type MatrixPerson,
  type SinglePoint,
  type SkillCoverage,
} from '../domain/matrix.js';
import { reachOf } from '../policy/reach.js';
import { verifiedNow } from '../store/verified.store.js';

interface GroupMember {
  readonly id: PersonId;
  readonly displayName: string;
  readonly jobRoleVersionId: JobRoleVersionId | null;
}

/** A matrix as parallel arrays: one entry per person, one character per skill; `.` where a level is unknown or nothing is asked. */
export interface MatrixBlock {
  readonly teamId: TeamId | null;
  readonly skillKeys: readonly SkillKey[];
  readonly skillNames: readonly string[];
  /** Number of people whom the figures speak of. */
  readonly peopleCount: number;
  /** Rows within reach; empty for those who see figures only. */
  readonly personIds: readonly PersonId[];
  readonly personNames: readonly string[];
  /** Empty for a person without a job role. */
  readonly jobRoleTitles: readonly string[];
  readonly levels: readonly string[];
  readonly required: readonly string[];
  readonly gaps: readonly string[];
  readonly coverage: readonly SkillCoverage[];
  /** Only of people whose row is within reach. */
  readonly singlePoints: readonly SinglePoint[];
}

export interface MatrixQuestion {
  /** `null` for everybody within reach. */
  readonly teamId: TeamId | null;
  readonly overlayKeys: readonly OverlayKey[];
  /** `null` for all skills of the current framework. */
  readonly skillKeys: readonly SkillKey[] | null;
}

const GROUP = `
select id, display_name as "displayName", job_role_version_id as "jobRoleVersionId" from person
 where organisation_id = $1 and (left_on is null or left_on > $2::date) and ($3::uuid is null or team_id = $3)
   and ($4::uuid[] is null or id = any($4)) order by display_name, id`;

async function groupOf(
  unit: Unit,
  teamId: TeamId | null,
  within: readonly PersonId[] | null,
): Promise<readonly GroupMember[]> {
  return unit.rows<GroupMember>(GROUP, [unit.now.toISOString().slice(0, 10), teamId, within]);
}

/** Which rows the actor sees, and whom the figures speak of: with AGGREGATE the whole group, without it only those in sight. */
async function visibleGroup(
  unit: Unit,
  teamId: TeamId | null,
): Promise<{ group: readonly GroupMember[]; rows: readonly GroupMember[] }> {
  const { actor } = unit;
  const reach = await reachOf(unit, 'skills-matrix:read');
  const seesFigures = reach.all || (actor !== null && reaches(actor, 'skills-matrix:read', 'AGGREGATE'));
  const group = await groupOf(unit, teamId, seesFigures ? null : reach.personIds);
  const inSight = new Set(reach.personIds);
  return { group, rows: reach.all ? group : group.filter(({ id }) => inSight.has(id)) };
}

async function peopleOf(
  unit: Unit,
  group: readonly GroupMember[],
  question: MatrixQuestion,
): Promise<ReadonlyMap<PersonId, MatrixPerson & { readonly title: string }>> {
  const ids = group.map(({ id }) => id);
  const held = await verifiedNow(
    unit,
    question.skillKeys === null ? { personIds: ids } : { personIds: ids, skills: question.skillKeys },
  );
  const overlays = [...(await overlaysByKey(unit, question.overlayKeys)).values()];
  const versions = await jobRoleVersions(unit, [
    ...new Set(group.flatMap(({ jobRoleVersionId: id }) => (id === null ? [] : [id]))),
  ]);
  const asked = new Map(
    [...versions].map(([id, { requirements, jobRole, record }]) => {
      const effective = effectiveRequirements(requirements, jobRole, overlays);
      return [
        id,
        { title: record.title, required: new Map(effective.map(({ skill, level }) => [skill, level])) },
      ] as const;
    }),
  );
  return new Map(
    group.map(({ id, jobRoleVersionId }) => {
      const levels = new Map(
        [...(held.get(id) ?? new Map<SkillKey, { level: Level }>())].map(([skill, { level }]) => [skill, level]),
      );
      const job = jobRoleVersionId === null ? undefined : asked.get(jobRoleVersionId);
      return [
        id,
        { personId: id, levels, required: job?.required ?? new Map<SkillKey, Level>(), title: job?.title ?? '' },
      ] as const;
    }),
  );
}

const packed = (cells: readonly MatrixCell[], of: (cell: MatrixCell) => number | null): string =>
  cells.map((cell) => of(cell) ?? '.').join('');

/** The matrix of a team or of everybody within reach; a group without anybody in it is `null`, like one that does not exist. */
export async function skillsMatrix(unit: Unit, question: MatrixQuestion): Promise<MatrixBlock | null> {
  const { group, rows } = await visibleGroup(unit, question.teamId);
  if (group.length === 0) return null;
  const { framework } = await currentFramework(unit);
  const wanted = question.skillKeys === null ? null : new Set(question.skillKeys);
  const skills = framework.skills.filter(({ key }) => wanted?.has(key) ?? true);
  const skillKeys = skills.map(({ key }) => key);
  const people = await peopleOf(unit, group, question);
  const all = [...people.values()];
  const shown = rows.flatMap(({ id }) => people.get(id) ?? []);
  const cells = matrixRows(shown, skillKeys).map((row) => row.cells);
  const inSight = new Set(shown.map(({ personId }) => personId));
  return {
    teamId: question.teamId,
    skillKeys,
    skillNames: skills.map(({ name }) => name),
    peopleCount: group.length,
    personIds: shown.map(({ personId }) => personId),
    personNames: rows.map(({ displayName }) => displayName),
    jobRoleTitles: shown.map(({ title }) => title),
    levels: cells.map((row) => packed(row, ({ level }) => level)),
    required: cells.map((row) => packed(row, ({ required }) => required)),
    gaps: cells.map((row) => packed(row, ({ gap }) => gap)),
    coverage: skillCoverage(all, skillKeys),
    singlePoints: singlePointsOfFailure(all, skillKeys).filter(({ personId }) => inSight.has(personId)),
  };
}
