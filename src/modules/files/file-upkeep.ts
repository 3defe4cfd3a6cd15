/** Why this file exists: files that nobody used are given up after a day, and bytes that belong to no file leave the storage. */
import type { Database } from '../../platform/database/index.js';
import type { FileKey, FileStorage } from '../../platform/files/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok } from '../../platform/outcome/index.js';
import { looseFileTable } from './file.tables.js';
import { giveUpWaiting } from './files.js';

const WAITS_MS = 86_400_000;
/** Longer than any request: what is loose for this long is used by nobody, and a backup that began before it was given up has read it. */
const LOOSE_MS = 3_600_000;

const LOOSE = `select storage_key as key from loose_file where organisation_id = $1 and since < $2 order by since limit 500`;
const WAITING = `select 1 from stored_file where organisation_id = $1 and state = 'WAITING' and uploaded_at < $2 limit 1`;

/** First the bytes, then their row: a process that ends between the two does it again. */
async function removeLoose(database: Database, storage: FileStorage, id: OrganisationId): Promise<void> {
  const scope = { organisationId: id, actor: null, requestId: 'upkeep' };
  const before = new Date(database.now().getTime() - LOOSE_MS).toISOString();
  const loose = await database.read(scope, (unit) => unit.rows<{ key: FileKey }>(LOOSE, [before]));
  for (const { key } of loose) await storage.remove(key);
  if (loose.length === 0) return;
  await database.upkeep(scope, (unit) => unit.remove(looseFileTable, { storageKey: loose.map(({ key }) => key) }));
}

/** What the server does with the files of an organisation by itself. */
export async function tidyFiles(database: Database, storage: FileStorage, id: OrganisationId): Promise<void> {
  const scope = { organisationId: id, actor: null, requestId: 'upkeep' };
  const before = new Date(database.now().getTime() - WAITS_MS);
  const isAny = await database.read(scope, (unit) => unit.one(WAITING, [before.toISOString()]));
  if (isAny !== null) await database.write(scope, async (unit) => ok(await giveUpWaiting(unit, before)));
  await removeLoose(database, storage, id);
}
