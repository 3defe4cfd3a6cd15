/** Why this file exists: job role versions with all they ask for, and the rules that are applied to them, out of the database. */
import type { Unit } from '../../../platform/database/index.js';
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { ClarityRule } from '../domain/clarity-rule.js';
import { effectiveRequirements } from '../domain/effective-requirements.js';
import type { JobRoleKey } from '../domain/job-role.js';
import type { EffectiveRequirement, Overlay, OverlayKey, Requirement } from '../domain/requirement.js';
import {
  jobRoleRequirementTable,
  jobRoleTable,
  jobRoleVersionTable,
  type JobRoleRecord,
  type JobRoleRequirementRecord,
  type JobRoleVersionId,
  type JobRoleVersionRecord,
} from './job-role.tables.js';
import { clarityRuleTable, overlayTable, type OverlayRecord } from './rule.tables.js';

/** A job role version with everything it says. */
export interface JobRoleVersion {
  /** State and version may lag for a version that was published once: ask the table where they matter. */
  readonly record: JobRoleVersionRecord;
  readonly jobRole: Omit<JobRoleRecord, 'version'>;
  /** In the order of the author; one per skill. */
  readonly requirements: readonly Requirement[];
}

const requirementOf = (r: JobRoleRequirementRecord): Requirement => ({
  skill: r.skillKey,
  level: r.level,
  weight: r.weight,
  isMustHave: r.isMustHave,
  minEvidenceClass: r.minEvidenceClass,
  stages: r.stages,
});

type Loaded = ReadonlyMap<JobRoleVersionId, JobRoleVersion>;

async function load(unit: Unit, ids: readonly JobRoleVersionId[]): Promise<Loaded> {
  const records = await unit.find(jobRoleVersionTable, { id: ids });
  if (records.length === 0) return new Map();
  const jobRoles = await unit.find(jobRoleTable, { id: [...new Set(records.map((r) => r.jobRoleId))] });
  const requirements = await unit.find(
    jobRoleRequirementTable,
    { jobRoleVersionId: records.map((r) => r.id) },
    { orderBy: 'job_role_version_id, position, skill_key' },
  );
  const asked = new Map<JobRoleVersionId, Requirement[]>(records.map((r) => [r.id, []]));
  for (const one of requirements) asked.get(one.jobRoleVersionId)?.push(requirementOf(one));
  const byId = new Map(jobRoles.map(({ version: _, ...jobRole }) => [jobRole.id, jobRole]));
  return new Map(
    records.flatMap((record) => {
      const jobRole = byId.get(record.jobRoleId);
      const list = asked.get(record.id) ?? [];
      return jobRole === undefined ? [] : [[record.id, { record, jobRole, requirements: list }] as const];
    }),
  );
}

/**
 * Whole job role versions by id, drafts included; an id that does not exist is absent. Published and retired ones are kept in the
 * process, since what they say never changes. Three statements at most, however many.
 */
export async function jobRoleVersions(unit: Unit, ids: readonly JobRoleVersionId[]): Promise<Loaded> {
  const batches: Promise<Loaded>[] = [];
  const loadAll = async (): Promise<Loaded> => {
    if (batches.length === 0) batches.push(load(unit, [...new Set(ids)]));
    return (await batches[0]) ?? new Map();
  };
  const found = new Map<JobRoleVersionId, JobRoleVersion>();
  for (const id of new Set(ids)) {
    const kept = await unit.immutable<JobRoleVersion>(`job-role-version/${id}`, async () => {
      const loaded = (await loadAll()).get(id) ?? null;
      return loaded?.record.state === 'DRAFT' ? null : loaded;
    });
    const version = kept ?? (await loadAll()).get(id);
    if (version !== undefined) found.set(id, version);
  }
  return found;
}

/** One whole job role version, a draft too, or `null`. */
export const jobRoleVersion = async (unit: Unit, id: JobRoleVersionId): Promise<JobRoleVersion | null> =>
  (await jobRoleVersions(unit, [id])).get(id) ?? null;

export const overlayOf = ({ appliesWhen, ...record }: OverlayRecord): Overlay => ({ ...record, when: appliesWhen });

/** Overlays by key; a key that the organisation does not have is absent. */
export async function overlaysByKey(
  unit: Unit,
  keys: readonly OverlayKey[],
): Promise<ReadonlyMap<OverlayKey, Overlay>> {
  if (keys.length === 0) return new Map();
  const records = await unit.find(overlayTable, { key: [...new Set(keys)] });
  return new Map(records.map((r) => [r.key, overlayOf(r)]));
}

/** All overlays, by key. */
export const allOverlays = async (unit: Unit): Promise<readonly Overlay[]> =>
  (await unit.find(overlayTable, {}, { orderBy: 'key collate "C"' })).map(overlayOf);

/** All clarity rules, in the order in which findings are told. */
export const clarityRules = async (unit: Unit): Promise<readonly ClarityRule[]> =>
  (await unit.find(clarityRuleTable, {}, { orderBy: 'position, key' })).map((r) => r.rule);

/**
 * What a job role version asks for under overlays, or `null` when there is no such version.
 * @param overlayKeys  checked with `overlaysByKey` before; an unknown one is a defect and throws
 */
export async function effectiveRequirementsOf(
  unit: Unit,
  id: JobRoleVersionId,
  overlayKeys: readonly OverlayKey[],
): Promise<readonly EffectiveRequirement[] | null> {
  const version = await jobRoleVersion(unit, id);
  if (version === null) return null;
  const overlays = await overlaysByKey(unit, overlayKeys);
  const missing = overlayKeys.filter((key) => !overlays.has(key));
  if (missing.length > 0) throw new Error(`unknown overlays: ${missing.join(', ')}`);
  return effectiveRequirements(version.requirements, version.jobRole, [...overlays.values()]);
}

/** Ids of the published version with the highest number of each job role; those without one are left out. */
export async function currentVersionIds(unit: Unit): Promise<readonly JobRoleVersionId[]> {
  const rows = await unit.rows<{ id: JobRoleVersionId }>(
    `select distinct on (job_role_id) id from job_role_version where organisation_id = $1 and state = 'PUBLISHED'
      order by job_role_id, number desc`,
  );
  return rows.map((r) => r.id);
}

/** The published version with the highest number of the job role with this key, or `null`. */
export async function currentJobRoleVersionByKey(unit: Unit, key: JobRoleKey): Promise<JobRoleVersion | null> {
  const row = await unit.one<{ id: JobRoleVersionId }>(
    `select v.id from job_role_version v join job_role j on j.organisation_id = v.organisation_id and j.id = v.job_role_id
      where v.organisation_id = $1 and j.key = $2 and v.state = 'PUBLISHED' order by v.number desc limit 1`,
    [key],
  );
  return row === null ? null : jobRoleVersion(unit, row.id);
}

/** Levels that a version states a person holds at the start of a bridge. */
export const entryLevels = (version: JobRoleVersion): ReadonlyMap<SkillKey, Level> =>
  new Map(version.record.entryRequirements.map((one) => [one.skill, one.level]));
