/** Why this file exists: whole framework versions in and out of the database. */
import type { Unit } from '../../../platform/database/index.js';
import { newId, type Id } from '../../../platform/ids/index.js';
import type {
  Activity,
  Category,
  EvidenceType,
  Framework,
  FrameworkVersionId,
  Skill,
  SkillKey,
} from '../domain/framework.js';
import type { Library } from '../library/library.js';
import * as t from './framework.tables.js';

/** The newest loaded library release, or `null` before the first load. */
export function releaseIn(unit: Unit): Promise<t.LibraryReleaseRecord | null> {
  return unit.one<t.LibraryReleaseRecord>(
    `select id, content_hash as "contentHash", content, loaded_at as "loadedAt" from library_release
      where $1::uuid is not null order by loaded_at desc, id desc limit 1`,
  );
}

/** The newest release without the framework itself: what it cites, and whether the organisation has adopted it. */
export interface NewestRelease
  extends Pick<Library, 'asOf' | 'references' | 'sfiaCodes' | 'gmlpPrinciples' | 'mlTestScore'> {
  readonly id: string;
  readonly loadedAt: string;
  readonly isAdopted: boolean;
}
export const newestRelease = (unit: Unit): Promise<NewestRelease | null> =>
  unit.one<NewestRelease>(
    `select id, loaded_at as "loadedAt", content->>'asOf' as "asOf", content->'references' as "references", content->'sfiaCodes' as "sfiaCodes",
            content->'gmlpPrinciples' as "gmlpPrinciples", content->'mlTestScore' as "mlTestScore",
            exists (select 1 from framework_version v where v.organisation_id = $1 and v.library_release_id = r.id) as "isAdopted"
       from library_release r order by loaded_at desc, id desc limit 1`,
  );

export interface SkillRow extends Omit<Skill, 'key' | 'affinity' | 'references' | 'category'> {
  readonly skillKey: SkillKey;
}

/** Writes everything a version consists of. The version itself must be there, as a draft. */
export async function insertFramework(unit: Unit, id: FrameworkVersionId, framework: Framework): Promise<void> {
  await unit.insert(
    t.frameworkCategoryTable,
    framework.categories.map(({ key, name, order }) => ({ frameworkVersionId: id, key, name, position: order })),
  );
  await insertSkills(unit, id, framework.skills);
  await unit.insert(
    t.frameworkEvidenceTypeTable,
    framework.evidenceTypes.map((e) => ({ frameworkVersionId: id, ...e })),
  );
  await unit.insert(
    t.frameworkActivityTable,
    framework.activities.map((a) => ({ frameworkVersionId: id, key: a.key, detail: a })),
  );
}

/** Adds skills to a draft; their keys become keys of the organisation. */
export async function insertSkills(unit: Unit, id: FrameworkVersionId, skills: readonly Skill[]): Promise<void> {
  await unit.rows(`insert into skill (organisation_id, key) select $1, unnest($2::text[]) on conflict do nothing`, [
    skills.map((s) => s.key),
  ]);
  await unit.insert(
    t.frameworkSkillTable,
    skills.map((s) => skillRecord(id, s)),
  );
}

export const skillRecord = (frameworkVersionId: FrameworkVersionId, s: Skill): t.FrameworkSkillRecord => ({
  id: newId<'FrameworkSkill'>(),
  frameworkVersionId,
  skillKey: s.key,
  categoryKey: s.category,
  name: s.name,
  definition: s.definition,
  affinityResearch: s.affinity.research,
  affinityProduction: s.affinity.production,
  indicators: s.indicators,
  prerequisites: s.prerequisites,
  outside: s.references,
});

/** A framework with its version record and the ids of its skills. */
export interface FrameworkVersion {
  readonly record: t.FrameworkVersionRecord;
  readonly framework: Framework;
  readonly skillIds: ReadonlyMap<SkillKey, Id<'FrameworkSkill'>>;
}

interface Loaded {
  readonly categories: Category[] | null;
  readonly skills: t.FrameworkSkillRecord[] | null;
  readonly evidenceTypes: EvidenceType[] | null;
  readonly activities: Activity[] | null;
}

const LOAD = `
select
 (select json_agg(json_build_object('key', key, 'name', name, 'order', position) order by position, key)
    from framework_category where organisation_id = $1 and framework_version_id = $2) as categories,
 (select json_agg(json_build_object('id', s.id, 'skillKey', skill_key, 'categoryKey', category_key, 'name', s.name, 'definition', definition,
    'affinityResearch', affinity_research, 'affinityProduction', affinity_production, 'indicators', indicators,
    'prerequisites', prerequisites, 'outside', outside) order by c.position, s.name, s.skill_key)
    from framework_skill s join framework_category c on c.organisation_id = s.organisation_id and c.framework_version_id = s.framework_version_id and c.key = s.category_key
   where s.organisation_id = $1 and s.framework_version_id = $2) as skills,
 (select json_agg(json_build_object('key', key, 'name', name, 'strength', strength, 'maxLevel', max_level, 'freshMonths', fresh_months,
    'verifiedBy', verified_by, 'note', note) order by key collate "C")
    from framework_evidence_type where organisation_id = $1 and framework_version_id = $2) as "evidenceTypes",
 (select json_agg(detail order by key collate "C") from framework_activity where organisation_id = $1 and framework_version_id = $2) as activities`;

async function load(unit: Unit, id: FrameworkVersionId): Promise<FrameworkVersion | null> {
  const record = await unit.findOne(t.frameworkVersionTable, { id });
  if (record === null) return null;
  const parts = await unit.one<Loaded>(LOAD, [id]);
  const skills = parts?.skills ?? [];
  return {
    record,
    framework: {
      scale: record.scale,
      categories: parts?.categories ?? [],
      skills: skills.map(skillOf),
      evidenceTypes: parts?.evidenceTypes ?? [],
      activities: parts?.activities ?? [],
    },
    skillIds: new Map(skills.map((s) => [s.skillKey, s.id])),
  };
}

const skillOf = (s: t.FrameworkSkillRecord): Skill => ({
  key: s.skillKey,
  name: s.name,
  category: s.categoryKey as Category['key'],
  definition: s.definition,
  affinity: { research: s.affinityResearch, production: s.affinityProduction },
  prerequisites: s.prerequisites,
  indicators: s.indicators,
  references: s.outside,
});

/**
 * A whole framework version, or `null`. Versions that are published are kept in the process: they never change
 * (only their state may, so ask the table where the state matters).
 */
export async function frameworkVersion(unit: Unit, id: FrameworkVersionId): Promise<FrameworkVersion | null> {
  let loaded: FrameworkVersion | null = null;
  const kept = await unit.immutable(`framework/${id}`, async () => {
    loaded = await load(unit, id);
    return loaded !== null && loaded.record.state !== 'DRAFT' ? loaded : null;
  });
  return kept ?? loaded;
}

/** Id of the published version with the highest number, or `null` when the organisation has none yet. */
export async function currentFrameworkId(unit: Unit): Promise<FrameworkVersionId | null> {
  const row = await unit.one<{ id: FrameworkVersionId }>(
    `select id from framework_version where organisation_id = $1 and state = 'PUBLISHED' order by number desc limit 1`,
  );
  return row?.id ?? null;
}

/** The current framework; throws when the organisation has adopted none, since nothing can work without one. */
export async function currentFramework(unit: Unit): Promise<FrameworkVersion> {
  const id = await currentFrameworkId(unit);
  const found = id === null ? null : await frameworkVersion(unit, id);
  if (found === null) throw new Error('the organisation has no published framework');
  return found;
}

/** True when a release with this content is loaded. */
export const releaseIsStored = async (
  query: (sql: string, values: unknown[]) => Promise<unknown>,
  contentHash: string,
): Promise<boolean> =>
  ((await query('select 1 from library_release where content_hash = $1', [contentHash])) as unknown[]).length > 0;

/** Loads a checked library as a new release unless its content is there already. Runs as the owner of the tables. */
export async function storeRelease(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
  release: { contentHash: string; content: Library },
): Promise<void> {
  await query(
    `insert into library_release (id, content_hash, content, loaded_at) values ($1, $2, $3, now()) on conflict (content_hash) do nothing`,
    [newId<'LibraryRelease'>(), release.contentHash, JSON.stringify(release.content)],
  );
}
