/** Why this file exists: migrations forward and back inside a transaction that somebody else commits. */
import type { QueryRunner } from 'typeorm';
import type { Migration } from './migration.js';

const TABLE = 'schema_migration';

/** The name under which a migration is remembered. */
export const migrationName = (migration: Migration): string => new migration().name ?? migration.name;

/** As the migrator makes it, the name of its key included. */
const MEMORY = `
create table if not exists ${TABLE} (id serial not null, "timestamp" bigint not null, name character varying not null,
  constraint "PK_0edff5015b71cc0389ae0f4b9a1" primary key (id))`;

/** Runs migrations in the caller's transaction and remembers them as the migrator does. */
export async function applyWithin(runner: QueryRunner, migrations: readonly Migration[]): Promise<void> {
  await runner.query(MEMORY);
  for (const migration of migrations) {
    const name = migrationName(migration);
    await new migration().up(runner);
    await runner.query(`insert into ${TABLE} ("timestamp", name) values ($1, $2)`, [Number(name.slice(-13)), name]);
  }
}

/** Undoes migrations, newest first, in the caller's transaction. */
export async function undoWithin(runner: QueryRunner, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations.toReversed()) await new migration().down(runner);
  await runner.query(`truncate ${TABLE} restart identity`);
}
