/** Why this file exists: brings a database to the current shape as its owner, and tells whether it has that shape. */
import { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from './database.js';
import type { Migration } from './migration.js';
import { allTables } from './table.js';

/** Any number; the same for every process that migrates. */
export const MIGRATION_LOCK = 7_414_600;

const ownerSource = (url: string, migrations: readonly Migration[]): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: allTables().map((t) => t.schema),
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolErrorHandler: () => undefined,
    extra: { max: 2, connectionTimeoutMillis: 5_000, options: '-c lock_timeout=10000 -c timezone=UTC' },
  });

/** Opens a connection as the owner, for as long as `work` takes. */
export async function asOwner<T>(
  url: string,
  migrations: readonly Migration[],
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await ownerSource(url, migrations).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/**
 * Runs all migrations that are missing; processes that start together wait for each other.
 * @returns the names of those it ran
 */
export function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  return asOwner(url, migrations, async (source) => {
    const runner = source.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await ensureRole(runner);
      const done = await source.runMigrations({ transaction: 'each' });
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      return done.map((m) => m.name);
    } finally {
      await runner.release();
    }
  });
}

/** Undoes all migrations, newest first. For tests of the way back. */
export function unmigrate(url: string, migrations: readonly Migration[]): Promise<void> {
  return asOwner(url, migrations, async (source) => {
    for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
  });
}

/** Statements that would make the database equal to the table descriptions; empty when it is. */
export function drift(url: string, migrations: readonly Migration[]): Promise<string[]> {
  return asOwner(url, migrations, async (source) =>
    (await source.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query),
  );
}

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Makes the role of the application, which a database cluster has once for all its databases. */
export async function ensureRole(runner: Runner): Promise<void> {
  const found = (await runner.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE])) as unknown[];
  if (found.length === 0) {
    await runner.query(
      `do $$ begin create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls; exception when duplicate_object then null; end $$`,
    );
  }
  await runner.query(`grant ${APPLICATION_ROLE} to current_user`).catch(() => undefined); // an owner that is a member already may not be allowed to repeat it
  await runner.query(`grant usage on schema public to ${APPLICATION_ROLE}`);
}

/**
 * What stands in the way of serving: the application role must own nothing, must not pass row-level security by, and every tenant table must
 * force it. @returns sentences for the operator; empty when all holds
 */
export async function fences(query: (sql: string) => Promise<Record<string, unknown>[]>): Promise<string[]> {
  const wrong: string[] = [];
  const [role] = await query(
    `select current_user as name, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypass,
            exists(select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user and c.relkind = 'r') as owns`,
  );
  if (role?.['bypass'] === true) wrong.push(`the role ${String(role['name'])} passes row-level security by`);
  if (role?.['owns'] === true) wrong.push(`the role ${String(role['name'])} owns tables`);
  const forced = new Map(
    (
      await query(
        `select relname, relrowsecurity and relforcerowsecurity as forced from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      )
    ).map((r) => [String(r['relname']), r['forced'] === true]),
  );
  for (const table of allTables()) {
    if (!forced.has(table.name)) wrong.push(`the table ${table.name} is missing`);
    else if (table.isTenant && forced.get(table.name) === false)
      wrong.push(`the table ${table.name} does not force row-level security`);
  }
  return wrong;
}
