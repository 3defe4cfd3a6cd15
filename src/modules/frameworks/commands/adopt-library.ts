/** Why this file exists: an organisation takes the built-in library as its own first published framework. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import type { FrameworkVersionId } from '../domain/framework.js';
import { runAdoption } from '../extension-points.js';
import { insertFramework, releaseIn } from '../store/framework.store.js';
import { frameworkVersionTable } from '../store/framework.tables.js';

/** The next version number of the organisation. */
export async function nextNumber(unit: Unit): Promise<number> {
  const row = await unit.one<{ n: number }>(
    'select coalesce(max(number), 0) + 1 as n from framework_version where organisation_id = $1',
  );
  return row?.n ?? 1;
}

/**
 * Copies the newest library release into the organisation: framework, ladders and job roles, overlays, interview kits.
 * Refused when a version of this release was adopted before.
 */
export async function adoptLibrary(unit: Unit): Promise<Outcome<{ id: FrameworkVersionId }, Problem>> {
  const release = await releaseIn(unit);
  if (release === null)
    return refuse({
      code: 'LIBRARY_NOT_LOADED',
      message: 'The built-in library is not loaded. Ask the operator to run `twinladder library load`.',
    });
  if ((await unit.findOne(frameworkVersionTable, { libraryReleaseId: release.id })) !== null)
    return refuse({
      code: 'LIBRARY_ADOPTED_ALREADY',
      message: 'Your organisation has adopted this release. Fork that version to change it.',
    });
  const id = newId<'FrameworkVersion'>();
  const at = unit.now.toISOString();
  const { framework } = release.content;
  await unit.insert(frameworkVersionTable, [
    {
      id,
      number: await nextNumber(unit),
      title: 'Twinladder library',
      state: 'DRAFT',
      libraryReleaseId: release.id,
      basedOnId: null,
      scale: framework.scale,
      createdAt: at,
      publishedAt: null,
      version: 1,
    },
  ]);
  await insertFramework(unit, id, framework);
  await unit.update(frameworkVersionTable, { id }, { state: 'PUBLISHED', publishedAt: at });
  await runAdoption(unit, { library: release.content, frameworkVersionId: id });
  unit.record({
    type: 'LibraryAdopted',
    entity: 'FrameworkVersion',
    entityId: id,
    data: { contentHash: release.contentHash, skills: framework.skills.length },
  });
  return ok({ id });
}
