/** Why this file exists: forking, editing, publishing and retiring framework versions. Published versions never change. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import type { Category, FrameworkVersionId, Skill, SkillKey, SkillReferences } from '../domain/framework.js';
import { validateFramework } from '../domain/validate-framework.js';
import { frameworkVersion, insertFramework, insertSkills } from '../store/framework.store.js';
import {
  frameworkCategoryTable,
  frameworkSkillTable,
  frameworkVersionTable,
  type FrameworkVersionRecord,
} from '../store/framework.tables.js';
import { nextNumber } from './adopt-library.js';

type Edited = Outcome<{ id: FrameworkVersionId }, Problem>;

/** Makes a draft with everything that the given version has. */
export async function forkFramework(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; title: string },
): Promise<Edited> {
  const source = await frameworkVersion(unit, input.frameworkVersionId);
  if (source === null) return refuse(notFound('framework version', 'input.frameworkVersionId'));
  const id = newId<'FrameworkVersion'>();
  await unit.insert(frameworkVersionTable, [
    {
      id,
      number: await nextNumber(unit),
      title: input.title,
      state: 'DRAFT',
      libraryReleaseId: null,
      basedOnId: source.record.id,
      scale: source.framework.scale,
      createdAt: unit.now.toISOString(),
      publishedAt: null,
      version: 1,
    },
  ]);
  await insertFramework(unit, id, source.framework);
  unit.record({
    type: 'FrameworkForked',
    entity: 'FrameworkVersion',
    entityId: id,
    data: { from: source.record.id, title: input.title },
  });
  return ok({ id });
}

/** Takes the draft for one edit: it must be a draft and still have the version that the caller saw. */
async function takeDraft(
  unit: Unit,
  id: FrameworkVersionId,
  version: number,
): Promise<Outcome<FrameworkVersionRecord, Problem>> {
  const record = await unit.findOne(frameworkVersionTable, { id });
  if (record === null) return refuse(notFound('framework version', 'input.frameworkVersionId'));
  if (record.state !== 'DRAFT')
    return refuse({
      code: 'FRAMEWORK_NOT_A_DRAFT',
      message: 'Published versions never change. Fork this version and edit the fork.',
      field: 'input.frameworkVersionId',
    });
  const taken = await unit.change(frameworkVersionTable, { id, version }, { state: 'DRAFT' });
  return taken ? ok(record) : refuse(staleVersion('framework', record.version));
}

/** Adds a category to a draft, or changes its name and place. */
export async function putCategory(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; version: number; category: Category },
): Promise<Edited> {
  const draft = await takeDraft(unit, input.frameworkVersionId, input.version);
  if (!draft.ok) return draft;
  const { category } = input;
  const changed = await unit.update(
    frameworkCategoryTable,
    { frameworkVersionId: input.frameworkVersionId, key: category.key },
    { name: category.name, position: category.order },
  );
  if (changed === 0)
    await unit.insert(frameworkCategoryTable, [
      {
        frameworkVersionId: input.frameworkVersionId,
        key: category.key,
        name: category.name,
        position: category.order,
      },
    ]);
  unit.record({
    type: 'CategoryPut',
    entity: 'FrameworkVersion',
    entityId: input.frameworkVersionId,
    data: { category },
  });
  return ok({ id: input.frameworkVersionId });
}

/** A whole skill; without references it keeps those that it has. */
export type EditedSkill = Omit<Skill, 'references'> & Partial<Pick<Skill, 'references'>>;

const NO_REFERENCES: SkillReferences = { sfia: [], esco: [], mlTestScore: [], gmlp: [], regulations: [] };

/** Adds a skill to a draft, or replaces it. A prerequisite that would close a circle is refused, its members named. */
export async function putSkill(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; version: number; skill: EditedSkill },
): Promise<Edited> {
  const draft = await takeDraft(unit, input.frameworkVersionId, input.version);
  if (!draft.ok) return draft;
  const before = await frameworkVersion(unit, input.frameworkVersionId);
  if (before === null) return refuse(notFound('framework version', 'input.frameworkVersionId'));
  const old = before.framework.skills.find((s) => s.key === input.skill.key) ?? null;
  const skill: Skill = { ...input.skill, references: input.skill.references ?? old?.references ?? NO_REFERENCES };
  const skills = [...before.framework.skills.filter((s) => s !== old), skill];
  const own = `skills.${skills.length - 1}`;
  const problem = validateFramework({ ...before.framework, skills }).find(
    (p) => p.field.startsWith(`${own}.`) || p.field === own || p.code === 'PREREQUISITE_CYCLE',
  );
  if (problem !== undefined)
    return refuse({ ...problem, field: problem.field.replace(`${own}.`, 'input.skill.').replace(own, 'input.skill') });
  await unit.remove(frameworkSkillTable, { frameworkVersionId: input.frameworkVersionId, skillKey: input.skill.key });
  await insertSkills(unit, input.frameworkVersionId, [skill]);
  unit.record({
    type: 'SkillPut',
    entity: 'FrameworkVersion',
    entityId: input.frameworkVersionId,
    data: { before: old, after: skill },
  });
  return ok({ id: input.frameworkVersionId });
}

/** Takes a skill out of a draft; what others still need as a prerequisite cannot go. */
export async function removeSkill(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; version: number; skill: SkillKey },
): Promise<Edited> {
  const draft = await takeDraft(unit, input.frameworkVersionId, input.version);
  if (!draft.ok) return draft;
  const current = await frameworkVersion(unit, input.frameworkVersionId);
  const needing = (current?.framework.skills ?? [])
    .filter((s) => s.prerequisites.some((p) => p.skill === input.skill))
    .map((s) => s.key);
  if (needing.length > 0)
    return refuse({
      code: 'SKILL_IS_PREREQUISITE',
      message: `Other skills need it first: ${needing.join(', ')}. Change their prerequisites.`,
      field: 'input.skillKey',
    });
  const removed = await unit.remove(frameworkSkillTable, {
    frameworkVersionId: input.frameworkVersionId,
    skillKey: input.skill,
  });
  if (removed === 0) return refuse(notFound('skill in this version', 'input.skillKey'));
  unit.record({
    type: 'SkillRemoved',
    entity: 'FrameworkVersion',
    entityId: input.frameworkVersionId,
    data: { skill: input.skill },
  });
  return ok({ id: input.frameworkVersionId });
}

/** Publishes a draft that stands every check; from then on it never changes. */
export async function publishFramework(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; version: number },
): Promise<Edited> {
  const draft = await takeDraft(unit, input.frameworkVersionId, input.version);
  if (!draft.ok) return draft;
  const found = await frameworkVersion(unit, input.frameworkVersionId);
  if (found === null) return refuse(notFound('framework version'));
  const problem = validateFramework(found.framework).at(0);
  if (problem !== undefined) return refuse(problem);
  await unit.update(
    frameworkVersionTable,
    { id: input.frameworkVersionId },
    { state: 'PUBLISHED', publishedAt: unit.now.toISOString() },
  );
  unit.record({
    type: 'FrameworkPublished',
    entity: 'FrameworkVersion',
    entityId: input.frameworkVersionId,
    data: { number: draft.value.number },
  });
  return ok({ id: input.frameworkVersionId });
}

/** Retires a published version: nothing new is built on it, what stands on it stays readable. The last published one stays. */
export async function retireFramework(
  unit: Unit,
  input: { frameworkVersionId: FrameworkVersionId; version: number },
): Promise<Edited> {
  const published = await unit.find(frameworkVersionTable, { state: 'PUBLISHED' }, { lock: 'UPDATE' });
  const record = published.find((p) => p.id === input.frameworkVersionId);
  if (record === undefined) return refuse(notFound('published framework version', 'input.frameworkVersionId'));
  if (published.length === 1)
    return refuse({
      code: 'LAST_FRAMEWORK',
      message: 'This is the only published version. Publish another one first.',
      field: 'input.frameworkVersionId',
    });
  if (!(await unit.change(frameworkVersionTable, { id: record.id, version: input.version }, { state: 'RETIRED' })))
    return refuse(staleVersion('framework', record.version));
  unit.record({
    type: 'FrameworkRetired',
    entity: 'FrameworkVersion',
    entityId: record.id,
    data: { number: record.number },
  });
  return ok({ id: record.id });
}
