/** Why this file exists: job roles and what hangs on them, many at a time; drafts only for those who may edit them. */
import { may, type Actor } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { badInput, defineLoader, type Operation } from '../../../platform/graphql/index.js';
import { frameworkVersion, type FrameworkVersion } from '../../frameworks/data.js';
import type { FrameworkVersionId } from '../../frameworks/index.js';
import { currentOrganisation, type OrganisationRecord } from '../../tenancy/index.js';
import type { ClarityRule } from '../domain/clarity-rule.js';
import type { LadderKey } from '../domain/ladder.js';
import type { Overlay, OverlayKey } from '../domain/requirement.js';
import {
  clarityRules,
  currentVersionIds,
  jobRoleVersions,
  overlaysByKey,
  type JobRoleVersion,
} from '../store/job-role.store.js';
import {
  jobRoleVersionTable,
  ladderTable,
  type JobRoleId,
  type JobRoleVersionId,
  type JobRoleVersionRecord,
} from '../store/job-role.tables.js';
import type { JobRoleObject, JobRoleVersionObject, LadderObject } from './job-role.types.js';

/** Drafts are seen by those who may change or create job roles, and by nobody else. */
export const seesDrafts = (actor: Actor | null): boolean =>
  may(actor, 'job-role:update') || may(actor, 'job-role:create');

export function jobRoleVersionObject(record: JobRoleVersionRecord): JobRoleVersionObject {
  const { outcomes, entryRequirements, ...rest } = record;
  const entry = entryRequirements.map(({ skill, level }) => ({ skillKey: skill, level }));
  return { ...rest, outcomesIn12Months: outcomes, entryRequirements: entry };
}

const isVisible = (unit: Unit, { state }: JobRoleVersionRecord): boolean => state !== 'DRAFT' || seesDrafts(unit.actor);

const VISIBLE = `($2::boolean or exists (select 1 from job_role_version v
  where v.organisation_id = j.organisation_id and v.job_role_id = j.id and v.state <> 'DRAFT'))`;
const JOB_ROLE =
  'select j.id, j.key, j.track, j.rung, j.ladder_key as "ladderKey" from job_role j where j.organisation_id = $1';

/** Job roles by id; one that has nothing but a draft is seen by editors only. */
export const jobRoleLoader = defineLoader<JobRoleObject>('jobRole', async (unit, ids) => {
  const sql = `${JOB_ROLE} and j.id = any($3::uuid[]) and ${VISIBLE}`;
  const rows = await unit.rows<JobRoleObject>(sql, [seesDrafts(unit.actor), ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Visible job roles by the key of their ladder, lowest rung first. */
export const rungsLoader = defineLoader<readonly JobRoleObject[]>('rungs', async (unit, keys) => {
  const sql = `${JOB_ROLE} and j.ladder_key = any($3::text[]) and ${VISIBLE} order by j.rung, j.key collate "C"`;
  const rows = await unit.rows<JobRoleObject>(sql, [seesDrafts(unit.actor), keys]);
  return new Map(keys.map((key) => [key, rows.filter((row) => row.ladderKey === key)]));
});

export const ladderLoader = defineLoader<LadderObject>('ladder', async (unit, keys) => {
  const rows = await unit.find(ladderTable, { key: keys as LadderKey[] });
  return new Map(rows.map((row) => [row.key, row]));
});

/** Visible versions by id, with the state they have now. */
export const jobRoleVersionLoader = defineLoader<JobRoleVersionObject>('jobRoleVersion', async (unit, ids) => {
  const rows = await unit.find(jobRoleVersionTable, { id: ids as JobRoleVersionId[] });
  return new Map(rows.filter((row) => isVisible(unit, row)).map((row) => [row.id, jobRoleVersionObject(row)]));
});

/** Visible versions by the id of their job role, newest first. */
export const versionsLoader = defineLoader<readonly JobRoleVersionObject[]>('versionsOfJobRole', async (unit, ids) => {
  const wanted = { jobRoleId: ids as JobRoleId[] };
  const rows = await unit.find(jobRoleVersionTable, wanted, { orderBy: 'job_role_id, number desc' });
  const visible = rows.filter((row) => isVisible(unit, row)).map(jobRoleVersionObject);
  return new Map(ids.map((id) => [id, visible.filter((row) => row.jobRoleId === id)]));
});

/** Whole visible versions, with their requirements. */
export const wholeLoader = defineLoader<JobRoleVersion>('wholeJobRoleVersion', async (unit, ids) => {
  const found = await jobRoleVersions(unit, ids as JobRoleVersionId[]);
  return new Map([...found].filter(([, whole]) => isVisible(unit, whole.record)));
});

/** The current published version of every job role; asked for with the key `all`. */
export const currentLoader = defineLoader<readonly JobRoleVersion[]>('currentJobRoles', async (unit) => {
  const found = await jobRoleVersions(unit, await currentVersionIds(unit));
  return new Map([['all', [...found.values()]]]);
});

/** All clarity rules; asked for with the key `all`. */
export const rulesLoader = defineLoader<readonly ClarityRule[]>(
  'clarityRules',
  async (unit) => new Map([['all', await clarityRules(unit)]]),
);

export const frameworkLoader = defineLoader<FrameworkVersion>('wholeFrameworkVersion', async (unit, ids) => {
  const found = new Map<string, FrameworkVersion>();
  for (const id of ids) {
    const version = await frameworkVersion(unit, id as FrameworkVersionId);
    if (version !== null) found.set(id, version);
  }
  return found;
});

/** The organisation of the operation; asked for with the key `own`. */
export const organisationLoader = defineLoader<OrganisationRecord>('ownOrganisation', async (unit) => {
  const organisation = await currentOrganisation(unit);
  return new Map(organisation === null ? [] : [['own', organisation]]);
});

const overlayLoader = defineLoader<Overlay>('overlay', (unit, keys) => overlaysByKey(unit, keys as OverlayKey[]));

/** Overlays named in an argument, each once; throws BAD_INPUT for one that the organisation does not have. */
export async function overlaysNamed(operation: Operation, keys: readonly string[] | null): Promise<readonly Overlay[]> {
  const named = [...new Set(keys ?? [])];
  const found = await operation.loadMany(overlayLoader, named);
  const faults = found.flatMap((one, i) =>
    one === null
      ? [{ field: `overlays.${i}`, message: 'is not an overlay of your organisation. Query `overlays` lists them.' }]
      : [],
  );
  if (faults.length > 0) throw badInput(faults);
  return found.filter((one) => one !== null);
}
