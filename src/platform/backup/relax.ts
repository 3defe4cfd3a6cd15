/** Why this file exists: while rows are loaded nobody else can see the tables; what guards single changes rests meanwhile, and stands again before the commit. */
import type { ClientBase } from 'pg';
import type { CatalogueTable } from './tables.js';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const FOREIGN_KEYS = `
select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`;

/**
 * Lets the owner fill the tables: foreign keys are taken away, the product's own triggers rest, row-level security does not hold for the owner.
 * All of it is part of the caller's transaction and locks the tables against everybody else; the application's role keeps every fence.
 * @returns puts foreign keys and triggers back, which checks every row; row-level security is put back by `force`
 */
export async function relax(client: ClientBase, tables: readonly CatalogueTable[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<Constraint>(FOREIGN_KEYS);
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const { name } of tables) await client.query(`alter table "${name}" disable trigger user`);
  await unforce(client, tables);
  return async () => {
    for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
    for (const { name } of tables) await client.query(`alter table "${name}" enable trigger user`);
  };
}

/** The owner sees all rows, until `force`. */
export async function unforce(client: ClientBase, tables: readonly CatalogueTable[]): Promise<void> {
  for (const { name, isForced } of tables)
    if (isForced) await client.query(`alter table "${name}" no force row level security`);
}

/** Row-level security holds for the owner again wherever it did. */
export async function force(client: ClientBase, tables: readonly CatalogueTable[]): Promise<void> {
  for (const { name, isForced } of tables)
    if (isForced) await client.query(`alter table "${name}" force row level security`);
}
