/** Why this file exists: interview kits in and out of the database. */
import type { Unit } from '../../../platform/database/index.js';
import type { Kit, KitKey, KitVersionId } from '../domain/kit.js';
import { kitTable, type KitRecord } from './kit.tables.js';

/** The kit as the domain sees it. */
export const kitOf = (record: KitRecord): Kit => ({
  key: record.key,
  name: record.name,
  track: record.track,
  ...record.content,
});

/**
 * Kits by id; an id that does not exist is absent. What a published one holds is kept in the process, since it never changes; its
 * state may lag there, so ask the table where the state matters.
 */
export async function kitsByIds(
  unit: Unit,
  ids: readonly KitVersionId[],
): Promise<ReadonlyMap<KitVersionId, KitRecord>> {
  const found = new Map<KitVersionId, KitRecord>();
  const batches: Promise<readonly KitRecord[]>[] = [];
  for (const id of new Set(ids)) {
    const load = async (): Promise<KitRecord | null> => {
      if (batches.length === 0) batches.push(unit.find(kitTable, { id: [...new Set(ids)] }));
      return (await batches[0])?.find((record) => record.id === id) ?? null;
    };
    const kept = await unit.immutable<KitRecord>(`kit/${id}`, async () => {
      const record = await load();
      return record === null || record.state === 'DRAFT' ? null : record;
    });
    const record = kept ?? (await load());
    if (record !== null) found.set(id, record);
  }
  return found;
}

/** One kit, or `null`. */
export const kitById = async (unit: Unit, id: KitVersionId): Promise<KitRecord | null> =>
  (await kitsByIds(unit, [id])).get(id) ?? null;

/** The published version of a kit with the highest number, or `null`. */
export async function currentKitByKey(unit: Unit, key: KitKey): Promise<KitRecord | null> {
  const row = await unit.one<{ id: KitVersionId }>(
    `select id from interview_kit where organisation_id = $1 and key = $2 and state = 'PUBLISHED' order by number desc limit 1`,
    [key],
  );
  return row === null ? null : kitById(unit, row.id);
}

/** The next version number of a kit. */
export async function nextKitNumber(unit: Unit, key: KitKey): Promise<number> {
  const row = await unit.one<{ n: number }>(
    'select coalesce(max(number), 0) + 1 as n from interview_kit where organisation_id = $1 and key = $2',
    [key],
  );
  return row?.n ?? 1;
}
