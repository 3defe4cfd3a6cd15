/** Why this file exists: brings a database to the current shape as its owner, and tells whether it has that shape. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from './database.js';
import type { Migration } from './migration.js';
import { isLockTimeout } from './sqlstate.js';
import { allTables } from './table.js';

/** Any number; the same for every process that migrates. */
export const MIGRATION_LOCK = 7_414_600;

/** Milliseconds for which a statement of the owner waits for a lock. */
const OWNER_LOCK_MS = 10_000;
/** A migration that waits for a lock holds up everybody behind it, so it gives way and tries again. */
const MIGRATION_LOCK_MS = 1_000;
const MIGRATION_TRIES = 60;
const MIGRATION_PAUSE_MS = 500;

const ownerSource = (url: string, migrations: readonly Migration[], lockMs: number): DataSource =>
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
    extra: { max: 2, connectionTimeoutMillis: 5_000, options: `-c lock_timeout=${lockMs} -c timezone=UTC` },
  });

/** Opens a connection as the owner, for as long as `work` takes. */
export async function asOwner<T>(
  url: string,
  migrations: readonly Migration[],
  work: (source: DataSource) => Promise<T>,
  lockMs: number = OWNER_LOCK_MS,
): Promise<T> {
  const source = await ownerSource(url, migrations, lockMs).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/**
 * Runs all migrations that are missing; processes that start together wait for each other, however long it takes. A migration that does not get a
 * lock within a second is rolled back and tried again: the servers of the release before go on working meanwhile.
 * @returns the names of those it ran
 */
export function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const work = async (source: DataSource): Promise<string[]> => {
    const runner = source.createQueryRunner();
    try {
      await runner.query('set lock_timeout = 0');
      await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await ensureRole(runner);
      const done = await givingWay(source);
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      return done;
    } finally {
      await runner.release();
    }
  };
  return asOwner(url, migrations, work, MIGRATION_LOCK_MS);
}

async function givingWay(source: DataSource): Promise<string[]> {
  const names = async (): Promise<string[]> => {
    const asked: Promise<unknown> = source.query('select name from schema_migration order by id');
    const rows = (await asked.catch(() => [])) as { readonly name: string }[];
    return rows.map(({ name }) => name);
  };
  const before = new Set(await names());
  for (let attempt = 1; ; attempt++) {
    try {
      await source.runMigrations({ transaction: 'each' });
      return (await names()).filter((name) => !before.has(name));
    } catch (error) {
      if (!isLockTimeout(error) || attempt === MIGRATION_TRIES) throw error;
      await sleep(MIGRATION_PAUSE_MS);
    }
  }
}

/** Undoes all migrations, newest first. For tests of the way back. */
export function unmigrate(url: string, migrations: readonly Migration[]): Promise<void> {
  return asOwner(url, migrations, async (source) => {
    for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
  });
}

/** Statements that would make the database equal to the table descriptions; empty when it is. */
export function drift(url: string, migrations: readonly Migration[]): Promise<string[]> {
  return asOwner(url, migrations, async (source) => {
    const open = source.createQueryRunner.bind(source);
    source.createQueryRunner = (mode) => oneAfterTheOther(open(mode));
    return (await source.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query);
  });
}

/** The comparison asks for all tables at once on one connection; the driver takes one statement at a time. */
function oneAfterTheOther(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner) as (...statement: unknown[]) => Promise<unknown>;
  let tail: Promise<unknown> = Promise.resolve();
  const queued = (...statement: unknown[]): Promise<unknown> => {
    const answer = tail.then(() => query(...statement));
    tail = answer.catch(() => undefined);
    return answer;
  };
  runner.query = queued as QueryRunner['query'];
  return runner;
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
