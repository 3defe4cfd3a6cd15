/** Why this file exists: ladders, job roles, overlays and clarity rules of the library become the organisation's own. */
import type { TableOf, Unit, Where } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { onAdoption, type Adoption, type LibraryJobRole } from '../../frameworks/data.js';
import type { FrameworkVersionId } from '../../frameworks/index.js';
import {
  jobRoleRequirementTable,
  jobRoleTable,
  jobRoleVersionTable,
  ladderTable,
  type JobRoleId,
  type JobRoleVersionRecord,
} from '../store/job-role.tables.js';
import { requirementRecords } from '../store/requirement-records.js';
import { clarityRuleTable, overlayTable } from '../store/rule.tables.js';

/** Adds the rows whose key is new and replaces those that are there. */
async function put<Row extends { readonly key: string }>(
  unit: Unit,
  table: TableOf<Row>,
  rows: readonly Row[],
): Promise<void> {
  const known = new Set((await unit.find<Row>(table, {})).map((row) => row.key));
  await unit.insert<Row>(
    table,
    rows.filter((row) => !known.has(row.key)),
  );
  for (const row of rows.filter((one) => known.has(one.key)))
    await unit.update<Row>(table, { key: row.key } as Where<Row>, row);
}

const draftOf = (
  jobRole: LibraryJobRole,
  place: { jobRoleId: JobRoleId; number: number; frameworkVersionId: FrameworkVersionId; createdAt: string },
): JobRoleVersionRecord => ({
  id: newId<'JobRoleVersion'>(),
  ...place,
  state: 'DRAFT',
  title: jobRole.name,
  mission: jobRole.mission,
  outcomes: jobRole.outcomesIn12Months,
  owns: jobRole.owns,
  doesNotOwn: jobRole.doesNotOwn,
  kitKey: jobRole.kit,
  entryRequirements: jobRole.entryRequirements,
  timeBox: jobRole.timeBox,
  occupations: jobRole.external,
  publishedAt: null,
  version: 1,
});

/** What the organisation has of a job role: its id, its highest number, and whether a draft is open. */
interface Known {
  readonly id: JobRoleId;
  readonly key: string;
  readonly number: number;
  readonly hasDraft: boolean;
}
const knownJobRoles = (unit: Unit): Promise<Known[]> =>
  unit.rows<Known>(
    `select j.id, j.key, coalesce(max(v.number), 0)::int as number, coalesce(bool_or(v.state = 'DRAFT'), false) as "hasDraft"
       from job_role j left join job_role_version v on v.organisation_id = j.organisation_id and v.job_role_id = j.id
      where j.organisation_id = $1 group by j.id, j.key`,
  );

/**
 * New job roles become published version 1. One that the organisation has already becomes a draft of its next version, for a person
 * to compare and publish, unless a draft is open: what was published is not replaced behind anybody's back.
 */
async function adoptJobRoles(unit: Unit, { library, frameworkVersionId }: Adoption): Promise<void> {
  const createdAt = unit.now.toISOString();
  const ladderOf = new Map(library.ladders.flatMap((one) => one.rungs.map((rung) => [rung, one.key] as const)));
  const known = new Map((await knownJobRoles(unit)).map((one) => [one.key, one]));
  const added = library.jobRoles.filter((one) => !known.has(one.key));
  const ids = new Map(added.map((one) => [one.key, newId<'JobRole'>()]));
  const versions = library.jobRoles.flatMap((one) => {
    const jobRoleId = ids.get(one.key) ?? known.get(one.key)?.id;
    const { number, hasDraft } = known.get(one.key) ?? { number: 0, hasDraft: false };
    if (jobRoleId === undefined || hasDraft) return [];
    return [{ one, record: draftOf(one, { jobRoleId, number: number + 1, frameworkVersionId, createdAt }) }];
  });
  await unit.insert(
    jobRoleTable,
    added.flatMap(({ key, track, rung }) => {
      const id = ids.get(key);
      return id === undefined ? [] : [{ id, key, track, rung, ladderKey: ladderOf.get(key) ?? null, version: 1 }];
    }),
  );
  await unit.insert(
    jobRoleVersionTable,
    versions.map((v) => v.record),
  );
  await unit.insert(
    jobRoleRequirementTable,
    versions.flatMap((v) => requirementRecords(v.record.id, v.one.requirements)),
  );
  const first = versions.filter((v) => v.record.number === 1).map((v) => v.record.id);
  if (first.length > 0)
    await unit.update(jobRoleVersionTable, { id: first }, { state: 'PUBLISHED', publishedAt: createdAt });
  const facts = { published: first.length, drafted: versions.length - first.length };
  unit.record({ type: 'JobRolesAdopted', entity: 'FrameworkVersion', entityId: frameworkVersionId, data: facts });
}

onAdoption('10-job-roles', async (unit, adoption) => {
  const { library } = adoption;
  await put(
    unit,
    ladderTable,
    library.ladders.map(({ key, track, name, promise }, i) => ({ key, track, name, promise, position: i + 1 })),
  );
  await put(
    unit,
    overlayTable,
    library.overlays.map(({ when, ...overlay }) => ({ ...overlay, appliesWhen: when })),
  );
  await put(
    unit,
    clarityRuleTable,
    library.clarityRules.map((one, i) => ({ key: one.key, rule: one, position: i + 1 })),
  );
  await adoptJobRoles(unit, adoption);
});
