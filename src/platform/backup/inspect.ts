/** Why this file exists: a backup file is read to its end and found whole before a database is touched. */
import { asDamage, BackupError, DamagedFile } from './failure.js';
import { BackupFile, seal, type Header, type Manifest } from './file.js';
import { firstDifference, Tally, type Content } from './tally.js';

export interface Inspected {
  readonly header: Header;
  readonly manifest: Manifest;
  readonly seal: string;
}

/**
 * Reads the whole file and compares each table with the list of contents.
 * @throws BackupError that says what is wrong with the file, naming the first table that differs
 */
export async function inspect(file: string): Promise<Inspected> {
  const backup = new BackupFile(file);
  try {
    const header = await backup.header();
    const found: Record<string, Content> = {};
    for await (const { table, rows } of backup.sections(header)) {
      const tally = new Tally();
      for await (const chunk of rows) tally.add(chunk);
      found[table.name] = tally.end();
    }
    const manifest = await backup.manifest(header);
    const different = firstDifference(manifest.tables, found);
    if (different !== null)
      throw new DamagedFile(
        `The file ${file} was altered: the table ${different} is not what was backed up. Take another copy of this backup, or an earlier one.`,
      );
    return { header, manifest, seal: seal(header, manifest) };
  } catch (error) {
    throw asDamage(error, file);
  } finally {
    await backup.close();
  }
}

/** @throws BackupError unless the program knows every migration of the backup, in the same order */
export function refuseOtherLevel(header: Header, migrations: readonly string[]): void {
  if (header.level > migrations.length)
    throw new BackupError(
      `The backup is of a newer Twinladder (${header.product}, level ${header.level}) than this program knows (level ${migrations.length}): restore it with that version or a later one.`,
    );
  if (header.migrations.some((name, place) => migrations[place] !== name))
    throw new BackupError(
      `The backup is of another Twinladder (${header.product}) whose database has another shape: restore it with the version that made it.`,
    );
}
