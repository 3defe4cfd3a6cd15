/** Why this file exists: backup and restore as an operator meets them, with the audit chains verified by the module that owns them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import '../app.module.js';
import { migrations } from '../../migrations/index.js';
import { GENESIS, walkTrail, type TrailQuery } from '../modules/audit/index.js';
import { BackupError, dump, inspect, refuseOtherLevel, restore, type ChainEnd } from '../platform/backup/index.js';
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
    });
    const { header, manifest } = done;
    print(
      `${file}: ${manifest.organisations.length} organisation(s), ${totalRows(manifest.tables)} rows in ${header.tables.length} tables, ${done.bytes} bytes, as of ${header.madeAt}.`,
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
      `${file} is whole: made at ${header.madeAt} by version ${header.product}, level ${header.level}, ${totalRows(manifest.tables)} rows.`,
    );
    print(`Seal: ${seal}`);
    return;
  }
  await withAddress(config, async ({ ownerUrl: url }) => {
    const replace = options.replace === true;
    const done = await restore({ url, file, replace, migrations, tables: tables(), verifyChains, say: print });
    await loadLibrary(url);
    const { tables: contents, organisations } = done.manifest;
    print(
      `Restored: ${organisations.length} organisation(s), ${totalRows(contents)} rows, as of ${done.header.madeAt}. Every table and every audit chain was verified.`,
    );
    print('Nobody is signed in. Start the server: twinladder start');
  });
}
