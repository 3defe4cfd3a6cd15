/** Why this file exists: a database is made what a backup says, in one transaction that is committed only when every row has been found again. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import {
  applyWithin,
  asOwner,
  ensureRole,
  migrationName,
  MIGRATION_LOCK,
  undoWithin,
  type Migration,
} from '../database/index.js';
import { asRefusal, BackupError } from './failure.js';
import { BackupFile } from './file.js';
import { FileReturn, type BackedFile, type FileSource } from './files.js';
import { inspect, refuseOtherLevel, type Inspected } from './inspect.js';
import type { ChainEnd } from './lines.js';
import { force, relax, unforce } from './relax.js';
import { appliedMigrations, catalogue, copyIn, copyOut, isOwn, PLAIN_SETTINGS, type CatalogueTable } from './tables.js';
import { firstDifference, Tally, type Content } from './tally.js';

export interface RestoreOptions {
  /** The database, as its owner. */
  readonly url: string;
  readonly file: string;
  /** True to remove what the database holds. */
  readonly replace: boolean;
  readonly migrations: readonly Migration[];
  /** Tables that this program describes. */
  readonly tables: readonly string[];
  /** Walks all audit chains within the transaction. @throws BackupError naming the first bad event */
  readonly verifyChains: (client: ClientBase, ends: readonly ChainEnd[]) => Promise<void>;
  readonly files: FileSource;
  readonly say: (text: string) => void;
}

/** Tables whose rows come with the program itself: a database that holds no others is empty. */
const COMES_ALONG = ['library_release'];

interface Work extends RestoreOptions, Inspected {
  readonly runner: QueryRunner;
  readonly client: ClientBase;
  readonly back: FileReturn;
}

/** Checks the file, then fills the database. Whatever goes wrong, and whenever, the database is what it was. */
export async function restore(options: RestoreOptions): Promise<Inspected> {
  const inspected = await inspect(options.file);
  refuseOtherLevel(inspected.header, options.migrations.map(migrationName));
  const back = new FileReturn(options.files.storage);
  await asOwner(options.url, [], async (source) => {
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    client.on('error', () => undefined); // met by the statement that runs
    try {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await ensureRole(runner);
      await refuseServers(client);
      await runner.startTransaction();
      const before = await filesBefore(options, client);
      await fill({ ...options, ...inspected, runner, client, back });
      await runner.commitTransaction();
      await back
        .removeOthers(before, inspected.manifest.files)
        .catch(() =>
          options.say(`Files of the former database could not be removed from ${options.files.storage.place}.`),
        );
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await client.query('analyze').catch(() => undefined); // PostgreSQL does so by itself a little later
    } catch (error) {
      if (runner.isTransactionActive) await back.undo().catch(() => undefined);
      await runner.rollbackTransaction().catch(() => undefined);
      throw asRefusal(error);
    } finally {
      await runner.release();
    }
  });
  return inspected;
}

/** The files of which the database speaks before it is filled. */
const filesBefore = async ({ files, replace }: RestoreOptions, client: ClientBase): Promise<readonly BackedFile[]> =>
  replace ? files.list(client) : [];

/** A server keeps published records in its memory; it must not go on over other data. */
async function refuseServers(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'twinladder'`,
  );
  if (rows.length > 0)
    throw new BackupError('A Twinladder server uses this database: stop it first, then restore and start it again.');
}

async function fill(work: Work): Promise<void> {
  const { client, header, manifest, migrations, runner } = work;
  await client.query(PLAIN_SETTINGS);
  await clear(work);
  await applyWithin(runner, migrations.slice(0, header.level));
  const tables = (await catalogue(client)).filter((t) => expected(work).includes(t.name));
  refuseOtherTables(work, tables);
  const stand = await relax(client, tables);
  await load(work);
  await stand();
  await compare(work, tables);
  await work.verifyChains(client, manifest.organisations);
  await force(client, tables);
  await applyWithin(runner, migrations.slice(header.level));
}

const expected = ({ header }: Work): readonly string[] => [...header.tables.map((t) => t.name), ...header.leftOut];

function refuseOtherTables({ header }: Work, tables: readonly CatalogueTable[]): void {
  for (const { name, columns } of header.tables) {
    const own = tables.find((t) => t.name === name);
    if (own === undefined || own.columns.join() !== columns.join())
      throw new BackupError(
        `The backup has a table ${name} that this program does not make so: restore it with version ${header.product}.`,
      );
  }
}

/** Takes away what the product keeps in the database: nothing, or with `--replace` everything. */
async function clear({ client, runner, migrations, tables: described, replace, say }: Work): Promise<void> {
  const applied = await appliedMigrations(client);
  const tables = (await catalogue(client)).filter((table) => isOwn(table, described));
  if (applied === null) {
    if (tables.length > 0) throw new BackupError(`${foreign(tables)} Name an empty database.`);
    return;
  }
  if (applied.some((name, place) => migrations[place] === undefined || migrationName(migrations[place]) !== name))
    throw new BackupError(
      'The database was migrated by another version of Twinladder: restore with that version, or name an empty database.',
    );
  await unforce(client, tables);
  const rows = await countRows(client, tables);
  if (rows.size > 0 && !replace)
    throw new BackupError(
      `The database is not empty: it holds ${await inhabitants(client)}. Name an empty database, or say --replace to remove all of that.`,
    );
  if (rows.size > 0) {
    const total = [...rows.values()].reduce((sum, n) => sum + n, 0);
    say(`Removing what the database holds: ${await inhabitants(client)}, ${total} rows in ${rows.size} tables.`);
  }
  for (const { name } of tables) await client.query(`alter table "${name}" disable trigger user`);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  await undoWithin(runner, migrations.slice(0, applied.length));
}

const foreign = (tables: readonly CatalogueTable[]): string =>
  `The database holds tables that are not Twinladder's (${tables
    .slice(0, 3)
    .map((t) => t.name)
    .join(', ')}).`;

/** Rows of the tables that have any, without those that come with the program. */
async function countRows(client: ClientBase, tables: readonly CatalogueTable[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    if (COMES_ALONG.includes(name)) continue;
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
    if (rows[0]?.n !== '0') counts.set(name, Number(rows[0]?.n));
  }
  return counts;
}

async function inhabitants(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ slug: string }>('select slug from organisation order by slug');
  const names = rows.slice(0, 5).map((row) => row.slug);
  const more = rows.length > names.length ? ' and others' : '';
  return `${rows.length} organisation${rows.length === 1 ? '' : 's'} (${names.join(', ')}${more})`;
}

async function load({ client, file, header, back }: Work): Promise<void> {
  const backup = new BackupFile(file);
  try {
    const again = await backup.header();
    if (JSON.stringify(again) !== JSON.stringify(header))
      throw new BackupError(`The file ${file} was exchanged while it was read: run this again.`);
    for await (const { table, rows } of backup.sections(header))
      await pipeline(Readable.from(rows, { objectMode: true }), client.query(copyFrom(copyIn(table))));
    for await (const { file: one, content } of backup.files(header)) await back.take(one, content);
  } finally {
    await backup.close();
  }
}

/** Reads every table back and compares it with the list of contents. */
async function compare({ client, manifest }: Work, tables: readonly CatalogueTable[]): Promise<void> {
  const found: Record<string, Content> = {};
  for (const table of tables) {
    if (manifest.tables[table.name] === undefined) continue;
    const tally = new Tally();
    for await (const chunk of client.query(copyTo(copyOut(table, null))) as AsyncIterable<Buffer>) tally.add(chunk);
    found[table.name] = tally.end();
  }
  const different = firstDifference(manifest.tables, found);
  if (different !== null)
    throw new BackupError(
      `The table ${different} is not in the database as the backup has it: nothing was changed. Restore into PostgreSQL 15 or later with the encoding UTF8.`,
    );
}
