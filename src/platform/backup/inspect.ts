/** Why this file exists: a backup file is read to its end and found whole before a database is touched. */
import { asDamage, BackupError, DamagedFile } from './failure.js';
import { BackupFile } from './file.js';
import { FilesTally, measure } from './files.js';
import { seal, type FilesContent, type Header, type Manifest } from './lines.js';
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
    const files = await filesOf(backup, header, file);
    const manifest = await backup.manifest(header);
    const { count, bytes, sha256 } = manifest.files ?? files;
    if (count !== files.count || bytes !== files.bytes || sha256 !== files.sha256)
      throw new DamagedFile(
        `The file ${file} was altered: its files are not those that were backed up. Take another copy of this backup, or an earlier one.`,
      );
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

/** Reads all files of the backup and finds each as its own line says. */
async function filesOf(
  backup: BackupFile,
  header: Header,
  name: string,
): Promise<Pick<FilesContent, 'count' | 'bytes' | 'sha256'>> {
  const tally = new FilesTally();
  for await (const { file, content } of backup.files(header)) {
    if ((await measure(content)).sha256 !== file.sha256)
      throw new DamagedFile(
        `The file ${name} was altered: the file ${file.key} in it is not what was backed up. Take another copy of this backup, or an earlier one.`,
      );
    tally.add(file);
  }
  return tally.end();
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
