/** Why this file exists: how people stand to job roles and to whole ladders, floors first. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework } from '../../frameworks/data.js';
import { trackPosition, type Framework, type TrackPosition } from '../../frameworks/index.js';
import { jobRoleVersions, overlaysByKey, type JobRoleVersion, type JobRoleVersionId } from '../../job-roles/data.js';
import {
  effectiveRequirements,
  fitOf,
  subtotalsByAxis,
  type AxisSubtotals,
  type Fit,
  type Overlay,
  type OverlayKey,
} from '../../job-roles/index.js';
import { verifiedNow } from '../store/verified.store.js';
import { heldLevels, type HeldLevels, type When } from './held-levels.js';

/** The fit of a person to one job role version, with its subtotals by axis. */
export interface JobRoleFit {
  readonly personId: PersonId;
  readonly jobRole: JobRoleVersion;
  readonly overlayKeys: readonly OverlayKey[];
  readonly fit: Fit;
  readonly subtotals: AxisSubtotals;
  /** Where somebody stands who holds exactly what is asked. */
  readonly asked: TrackPosition;
}

/** The first key that the organisation does not have, or `null`. */
export async function unknownOverlay(unit: Unit, keys: readonly OverlayKey[]): Promise<OverlayKey | null> {
  const known = await overlaysByKey(unit, keys);
  return keys.find((key) => !known.has(key)) ?? null;
}

function compare(
  personId: PersonId,
  jobRole: JobRoleVersion,
  held: HeldLevels,
  overlays: readonly Overlay[],
  { skills }: Framework,
): JobRoleFit {
  const requirements = effectiveRequirements(jobRole.requirements, jobRole.jobRole, overlays);
  const fit = fitOf(requirements, held, new Map(skills.map(({ key, name }) => [key, name])));
  const subtotals = subtotalsByAxis(fit.lines, new Map(skills.map(({ key, affinity }) => [key, affinity])));
  const asked = trackPosition(skills, new Map(requirements.map(({ skill, level }) => [skill, level])));
  return { personId, jobRole, overlayKeys: overlays.map(({ key }) => key), fit, subtotals, asked };
}

/** The fit of a person to a job role version under overlays; `null` when there is no such version. */
export async function fitTo(
  unit: Unit,
  input: {
    readonly personId: PersonId;
    readonly jobRoleVersionId: JobRoleVersionId;
    readonly overlayKeys: readonly OverlayKey[];
  },
  when: When = {},
): Promise<JobRoleFit | null> {
  const jobRole = (await jobRoleVersions(unit, [input.jobRoleVersionId])).get(input.jobRoleVersionId);
  if (jobRole === undefined) return null;
  const overlays = [...(await overlaysByKey(unit, input.overlayKeys)).values()];
  const { framework } = await currentFramework(unit);
  return compare(input.personId, jobRole, await heldLevels(unit, input.personId, when), overlays, framework);
}

/** How people stand to their own job roles, from four statements however many; somebody without a job role is missing. */
export async function fitsToOwn(
  unit: Unit,
  people: readonly { readonly id: PersonId; readonly jobRoleVersionId: JobRoleVersionId | null }[],
): Promise<ReadonlyMap<PersonId, JobRoleFit>> {
  const placed = people.flatMap(({ id, jobRoleVersionId: job }) => (job === null ? [] : [{ id, job }]));
  const jobRoles = await jobRoleVersions(unit, [...new Set(placed.map(({ job }) => job))]);
  const held = await verifiedNow(unit, { personIds: placed.map(({ id }) => id) });
  const { framework } = await currentFramework(unit);
  return new Map(
    placed.flatMap(({ id, job }): [PersonId, JobRoleFit][] => {
      const jobRole = jobRoles.get(job);
      return jobRole === undefined ? [] : [[id, compare(id, jobRole, held.get(id) ?? new Map(), [], framework)]];
    }),
  );
}

/** Where a person stands: the fit on every rung of every ladder, and the position on both axes. */
export interface Standing {
  readonly personId: PersonId;
  readonly position: TrackPosition;
  /** Skills of the framework with a verified level, and all of them. */
  readonly known: number;
  readonly all: number;
  /** By ladder, then rung. */
  readonly fits: readonly JobRoleFit[];
}

const RUNGS = `
select distinct on (j.ladder_key, j.rung, j.key) v.id
  from job_role j
  join job_role_version v on v.organisation_id = j.organisation_id and v.job_role_id = j.id and v.state = 'PUBLISHED'
  join ladder l on l.organisation_id = j.organisation_id and l.key = j.ladder_key
 where j.organisation_id = $1
 order by j.ladder_key, j.rung, j.key, v.number desc`;

const byRung = (a: JobRoleVersion, b: JobRoleVersion): number => {
  const tracks = ['RESEARCH', 'PRODUCTION', 'HYBRID'];
  return tracks.indexOf(a.jobRole.track) - tracks.indexOf(b.jobRole.track) || a.jobRole.rung - b.jobRole.rung;
};

/** Fit on the current version of every rung, from one reading of what the person holds. */
export async function standingOf(
  unit: Unit,
  personId: PersonId,
  overlayKeys: readonly OverlayKey[],
): Promise<Standing> {
  const { framework } = await currentFramework(unit);
  const held = await heldLevels(unit, personId);
  const overlays = [...(await overlaysByKey(unit, overlayKeys)).values()];
  const ids = (await unit.rows<{ id: JobRoleVersionId }>(RUNGS)).map(({ id }) => id);
  const rungs = [...(await jobRoleVersions(unit, ids)).values()].toSorted(byRung);
  const levels = new Map([...held].map(([skill, { level }]) => [skill, level]));
  return {
    personId,
    position: trackPosition(framework.skills, levels),
    known: framework.skills.filter(({ key }) => levels.has(key)).length,
    all: framework.skills.length,
    fits: rungs.map((rung) => compare(personId, rung, held, overlays, framework)),
  };
}
