/** Why this file exists: kits are taken from the library, forked, edited as drafts and published; published ones never change. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { currentFramework, onAdoption } from '../../frameworks/data.js';
import { kitProblems } from '../domain/kit-check.js';
import type { KitVersionId } from '../domain/kit.js';
import { kitById, kitOf, nextKitNumber } from '../store/kit.store.js';
import { kitTable, type KitContent, type KitRecord } from '../store/kit.tables.js';

type Changed = Outcome<{ id: KitVersionId }, Problem>;

/** Copies the kits of the library as published versions. */
onAdoption('20-kits', async (unit, { library }) => {
  const records: KitRecord[] = [];
  for (const { key, name, track, stages, items } of library.kits) {
    records.push({
      id: newId<'KitVersion'>(),
      key,
      name,
      track,
      number: await nextKitNumber(unit, key),
      state: 'PUBLISHED',
      basedOnId: null,
      content: { stages, items },
      ratingScale: library.ratingScale,
      publishedAt: unit.now.toISOString(),
      version: 1,
    });
  }
  await unit.insert(kitTable, records);
});

/** Makes a draft with everything that the given version has, under the same key and the next number. */
export async function forkKit(
  unit: Unit,
  input: { readonly kitId: KitVersionId; readonly name?: string | null },
): Promise<Changed> {
  const source = await kitById(unit, input.kitId);
  if (source === null) return refuse(notFound('interview kit', 'input.kitId'));
  const id: KitVersionId = newId<'KitVersion'>();
  const number = await nextKitNumber(unit, source.key);
  const name = input.name?.trim() ?? '';
  await unit.insert(kitTable, [
    {
      ...source,
      id,
      name: name === '' ? source.name : name,
      number,
      state: 'DRAFT',
      basedOnId: source.id,
      publishedAt: null,
      version: 1,
    },
  ]);
  unit.record({
    type: 'KitForked',
    entity: 'InterviewKit',
    entityId: id,
    data: { from: source.id, key: source.key, number },
  });
  return ok({ id });
}

/** The draft of the given version, or why it cannot be edited. */
async function draftOf(unit: Unit, id: KitVersionId, version: number): Promise<Outcome<KitRecord, Problem>> {
  const record = await unit.findOne(kitTable, { id }, { lock: 'UPDATE' });
  if (record === null) return refuse(notFound('interview kit', 'input.kitId'));
  if (record.state !== 'DRAFT') {
    return refuse({
      code: 'KIT_NOT_A_DRAFT',
      message: 'Published kits never change. Fork this version and edit the fork.',
      field: 'input.kitId',
    });
  }
  return record.version === version ? ok(record) : refuse(staleVersion('interview kit', record.version));
}

export interface KitChanges extends KitContent {
  readonly kitId: KitVersionId;
  readonly version: number;
  readonly name: string;
}

/** Replaces a draft. It may be unfinished; it is checked when it is published. */
export async function updateKitDraft(unit: Unit, input: KitChanges): Promise<Changed> {
  const { kitId, version, name, stages, items } = input;
  const draft = await draftOf(unit, kitId, version);
  if (!draft.ok) return draft;
  const content: KitContent = { stages, items };
  if (!(await unit.change(kitTable, { id: kitId, version }, { name: name.trim(), content })))
    return refuse(staleVersion('interview kit', null));
  unit.record({
    type: 'KitDraftUpdated',
    entity: 'InterviewKit',
    entityId: kitId,
    data: { name, before: draft.value.content, after: content },
  });
  return ok({ id: kitId });
}

/** Publishes a draft that stands every check; from then on it never changes. */
export async function publishKit(
  unit: Unit,
  input: { readonly kitId: KitVersionId; readonly version: number },
): Promise<Changed> {
  const { kitId, version } = input;
  const draft = await draftOf(unit, kitId, version);
  if (!draft.ok) return draft;
  const { framework } = await currentFramework(unit);
  const [problem] = kitProblems(kitOf(draft.value), new Set(framework.skills.map((skill) => skill.key)));
  if (problem !== undefined) return refuse({ ...problem, field: `kit.${problem.field}` });
  const changes = { state: 'PUBLISHED', publishedAt: unit.now.toISOString() } as const;
  if (!(await unit.change(kitTable, { id: kitId, version }, changes)))
    return refuse(staleVersion('interview kit', null));
  unit.record({
    type: 'KitPublished',
    entity: 'InterviewKit',
    entityId: kitId,
    data: { key: draft.value.key, number: draft.value.number },
  });
  return ok({ id: kitId });
}
