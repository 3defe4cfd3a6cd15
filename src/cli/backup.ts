/** Why this file exists: backup and restore as an operator meets them, with the audit chains verified by the module that owns them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import '../app.module.js';
import { migrations } from '../../migrations/index.js';
import { GENESIS, walkTrail, type TrailQuery } from '../modules/audit/index.js';
import {
  BackupError,
  dump,
  inspect,
  refuseOtherLevel,
  restore,
  type BackedFile,
  type ChainEnd,
  type FilesContent,
  type FileSource,
} from '../platform/backup/index.js';
import { openStorage } from '../file-places.js';
import type { Config } from '../platform/config/index.js';
import { allTables, migrationName } from '../platform/database/index.js';
import { loadLibrary, projectFolder } from '../runtime.js';
import { faultInWords } from './audit.js';
import { print, withAddress } from './surroundings.js';

const productVersion = (): string =>
  (JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as { version: string }).version;

const queryOf =
  (client: ClientBase): TrailQuery =>
  async <T>(sql: string, values: readonly unknown[]) =>
    (await client.query<T & Record<string, unknown>>(sql, [...values])).rows;

/** The ends of all chains, read by an owner who has to name each organisation. */
async function chainEnds(client: ClientBase): Promise<readonly ChainEnd[]> {
  const query = queryOf(client);
  const ends: ChainEnd[] = [];
  for (const { id, slug } of await query<{ id: string; slug: string }>(
    'select id, slug from organisation order by id',
    [],
  )) {
    await query(`select set_config('app.organisation', $1, true)`, [id]);
    const [head] = await query<{ seq: number; hash: string }>(
      'select seq::float8 as seq, hash from audit_head where organisation_id = $1',
      [id],
    );
    ends.push({ organisationId: id, slug, seq: head?.seq ?? 0, hash: head?.hash ?? GENESIS });
  }
  return ends;
}

const FILES = `select storage_key as key, bytes, sha256 from stored_file where organisation_id = $1 order by id`;

/** All files of which the database speaks, read by an owner who has to name each organisation. */
async function listFiles(client: ClientBase): Promise<readonly BackedFile[]> {
  const query = queryOf(client);
  const [found] = await query<{ table: string | null }>(`select to_regclass('public.stored_file')::text as table`, []);
  if (found?.table == null) return [];
  const files: BackedFile[] = [];
  for (const { id } of await query<{ id: string }>('select id from organisation order by id', [])) {
    await query(`select set_config('app.organisation', $1, true)`, [id]);
    files.push(...(await query<BackedFile>(FILES, [id])));
  }
  return files;
}

const fileSource = async (config: Config): Promise<FileSource> => ({
  storage: await openStorage(config, projectFolder()),
  list: listFiles,
});

/** The files of a backup in words. */
function filesInWords(files: FilesContent | undefined): string {
  if (files === undefined) return 'no files';
  if (!files.inside) return 'files stay in their bucket and are not in it';
  const lost = files.missing.length;
  const note =
    lost === 0 ? '' : `, ${lost} of them were lost or altered before (${files.missing.slice(0, 3).join(', ')})`;
  return `${files.count} file(s) of ${files.bytes} bytes${note}`;
}

/** Walks every chain and compares its end with the list of contents. */
async function verifyChains(client: ClientBase, ends: readonly ChainEnd[]): Promise<void> {
  const found = new Map((await chainEnds(client)).map((end) => [end.organisationId, end]));
  for (const { organisationId, slug, seq, hash } of ends) {
    const { fault } = await walkTrail(queryOf(client), organisationId);
    if (fault !== null)
      throw new BackupError(
        `The audit trail of ${slug} is ${faultInWords(fault)}: nothing was changed. The trail was tampered with before the backup or in it; take an earlier one.`,
      );
    const end = found.get(organisationId);
    if (end?.seq !== seq || end.hash !== hash)
      throw new BackupError(
        `The audit trail of ${slug} does not end at event ${seq} as the backup says: nothing was changed. Take an earlier one.`,
      );
    found.delete(organisationId);
  }
  for (const { slug } of found.values())
    throw new BackupError(`The backup does not say where the audit trail of ${slug} ends: take an earlier one.`);
}

const totalRows = (tables: Readonly<Record<string, { readonly rows: number }>>): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

const tables = (): string[] => allTables().map((table) => table.name);

export const backupCommand = (config: Config, file: string, options: { force?: boolean }): Promise<void> =>
  withAddress(config, async ({ ownerUrl: url }) => {
    const done = await dump({
      url,
      file,
      overwrite: options.force === true,
      product: productVersion(),
      migrations: migrations.map(migrationName),
      tables: tables(),
      chainEnds,
      files: await fileSource(config),
    });
    const { header, manifest } = done;
    print(
      `${file}: ${manifest.organisations.length} organisation(s), ${totalRows(manifest.tables)} rows in ${header.tables.length} tables, ${filesInWords(manifest.files)}; ${done.bytes} bytes, as of ${header.madeAt}.`,
    );
    print(`Seal: ${done.seal}`);
  });

export async function restoreCommand(
  config: Config,
  file: string,
  options: { replace?: boolean; check?: boolean },
): Promise<void> {
  if (options.check === true) {
    const { header, manifest, seal } = await inspect(file);
    refuseOtherLevel(header, migrations.map(migrationName));
    print(
      `${file} is whole: made at ${header.madeAt} by version ${header.product}, level ${header.level}, ${totalRows(manifest.tables)} rows, ${filesInWords(manifest.files)}.`,
    );
    print(`Seal: ${seal}`);
    return;
  }
  await withAddress(config, async ({ ownerUrl: url }) => {
    const replace = options.replace === true;
    const known = { migrations, tables: tables(), verifyChains, files: await fileSource(config) };
    const done = await restore({ url, file, replace, ...known, say: print });
    await loadLibrary(url);
    const { tables: contents, organisations } = done.manifest;
    print(
      `Restored: ${organisations.length} organisation(s), ${totalRows(contents)} rows, ${filesInWords(done.manifest.files)}; as of ${done.header.madeAt}. Every table and every audit chain was verified.`,
    );
    print('Nobody is signed in. Start the server: twinladder start');
  });
}
