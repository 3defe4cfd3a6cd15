/** Why this file exists: the life of a file: sent in, used by a record, given up or withdrawn; its bytes follow its rows and never lead them. */
import type { Actor, MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { filesProblems, type FileKey } from '../../platform/files/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { looseFileTable, storedFileTable, type FileId, type StoredFileRecord } from './file.tables.js';

/** How many files there may be. */
export interface FileLimits {
  readonly perMember: number;
  readonly perOrganisation: number;
}

const COUNT = `
  select (select count(*) from stored_file where organisation_id = $1) +
         (select count(*) from loose_file where organisation_id = $1 and member_id is not null) as organisation,
         (select count(*) from stored_file where organisation_id = $1 and uploaded_by = $2) +
         (select count(*) from loose_file where organisation_id = $1 and member_id = $2) as member`;

/** Announces bytes before they are stored, if there may be one more file. One after the other, so that two cannot both be the last. */
export async function announce(
  unit: Unit,
  by: MemberId,
  key: FileKey,
  limits: FileLimits,
): Promise<Outcome<FileKey, Problem>> {
  await unit.rows(`select pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`);
  const found = await unit.one<{ organisation: number; member: number }>(COUNT, [by]);
  const isFull = (found?.member ?? 0) >= limits.perMember || (found?.organisation ?? 0) >= limits.perOrganisation;
  if (isFull) {
    const code: keyof typeof filesProblems = 'FILE_LIMIT_REACHED';
    const message = 'There are as many files as there may be. Withdraw files that no claim needs, then send this one.';
    return refuse({ code, message });
  }
  await unit.insert(looseFileTable, [{ storageKey: key, memberId: by, since: unit.now.toISOString() }]);
  return ok(key);
}

/** Makes stored bytes a file; from now on they are not loose. @throws when upkeep has given them up meanwhile */
export async function addFile(unit: Unit, file: StoredFileRecord): Promise<Outcome<StoredFileRecord, Problem>> {
  await unit.insert(storedFileTable, [file]);
  if ((await unit.remove(looseFileTable, { storageKey: file.storageKey })) !== 1)
    throw new Error('the bytes of a file were given up while it was sent in');
  const { contentType, bytes, sha256 } = file;
  unit.record({ type: 'FileSentIn', entity: 'StoredFile', entityId: file.id, data: { contentType, bytes, sha256 } });
  return ok(file);
}

export const fileById = (unit: Unit, id: string): Promise<StoredFileRecord | null> =>
  unit.findOne(storedFileTable, { id: id as FileId });

/**
 * Takes files of the actor that wait into use, within the unit that writes the record they belong to.
 * @param field  where they were named
 */
export async function holdFiles(unit: Unit, ids: readonly FileId[], field: string): Promise<Problem | null> {
  const mine: Actor['memberId'] | null = unit.actor?.memberId ?? null;
  if (ids.length === 0) return null;
  if (mine === null) return notFound('file of yours that waits', field);
  const held = await unit.update(storedFileTable, { id: ids, state: 'WAITING', uploadedBy: mine }, { state: 'HELD' });
  return held === ids.length ? null : notFound('file of yours that waits', field);
}

/** Removes rows of files; their bytes are loose from now on. Nothing may refer to the rows any more. */
async function giveUp(unit: Unit, files: readonly StoredFileRecord[]): Promise<void> {
  const since = unit.now.toISOString();
  await unit.remove(storedFileTable, { id: files.map(({ id }) => id) });
  await unit.insert(
    looseFileTable,
    files.map(({ storageKey }) => ({ storageKey, memberId: null, since })),
  );
}

/** Removes a file on which nothing rests. @param reason what was said of it, if anything */
export async function removeFile(unit: Unit, file: StoredFileRecord, reason: string | null): Promise<void> {
  await giveUp(unit, [file]);
  unit.record({ type: 'FileRemoved', entity: 'StoredFile', entityId: file.id, data: { sha256: file.sha256, reason } });
}

/** Closes a file to all but auditors; its bytes stay, since something rests on them. */
export async function withdrawFile(unit: Unit, file: StoredFileRecord, reason: string): Promise<void> {
  const withdrawn = { withdrawnAt: unit.now.toISOString(), withdrawnBy: unit.actor?.memberId ?? null };
  await unit.update(
    storedFileTable,
    { id: file.id, state: 'HELD' },
    { state: 'WITHDRAWN', withdrawalReason: reason, ...withdrawn },
  );
  unit.record({ type: 'FileWithdrawn', entity: 'StoredFile', entityId: file.id, data: { reason } });
}

/** Gives up files that waited since before a moment; @returns how many */
export async function giveUpWaiting(unit: Unit, before: Date): Promise<number> {
  const old = await unit.rows<StoredFileRecord>(
    `select id, storage_key as "storageKey", sha256 from stored_file
      where organisation_id = $1 and state = 'WAITING' and uploaded_at < $2 order by id limit 500 for update skip locked`,
    [before.toISOString()],
  );
  if (old.length > 0) await giveUp(unit, old);
  for (const { id, sha256 } of old)
    unit.record({ type: 'FileForgotten', entity: 'StoredFile', entityId: id, data: { sha256 } });
  return old.length;
}
