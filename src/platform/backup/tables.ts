/** Why this file exists: what a database holds is read from its own catalogues, so that a backup of any level names all its tables. */
import type { ClientBase } from 'pg';

export interface StoredTable {
  readonly name: string;
  /** Columns in the order of the table. */
  readonly columns: readonly string[];
}

/** What the database itself knows beside that. */
export interface CatalogueTable extends StoredTable {
  /** True when each row belongs to one organisation. */
  readonly isTenant: boolean;
  /** True when row-level security holds for the owner too. */
  readonly isForced: boolean;
  /** Its primary key as a sort order that is the same on every computer. */
  readonly order: string;
}

/** Rows of this table are never kept: a restored session would be a signed-in stranger. */
export const LEFT_OUT: readonly string[] = ['session'];
/** The table of the migrator, which every level writes for itself. */
export const MIGRATIONS_TABLE = 'schema_migration';

const CATALOGUE = `
select c.relname as name, c.relforcerowsecurity as "isForced", cols.names as columns, 'organisation_id' = any(cols.names) as "isTenant",
       coalesce(keys.list, '1') as "order"
  from pg_class c
 cross join lateral (select array_agg(a.attname::text order by a.attnum) as names from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') cols
  left join lateral (select string_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place) as list
                       from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, place)
                       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                      where i.indrelid = c.oid and i.indisprimary) keys on true
 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
 order by c.relname collate "C"`;

/** All tables of the database but the migrator's own, by name. */
export async function catalogue(client: ClientBase): Promise<readonly CatalogueTable[]> {
  const { rows } = await client.query<CatalogueTable>(CATALOGUE);
  return rows.filter((table) => table.name !== MIGRATIONS_TABLE);
}

/**
 * Whether a table is the product's: this program describes it, or it is fenced as only the product fences, as a table of another release is.
 * Others that lie beside are nobody's business here.
 */
export const isOwn = (table: CatalogueTable, described: readonly string[]): boolean =>
  described.includes(table.name) || (table.isTenant && table.isForced);

/** Names of the migrations that the database has been through; `null` when it was never migrated. */
export async function appliedMigrations(client: ClientBase): Promise<readonly string[] | null> {
  const found = await client.query(`select 1 from pg_class where oid = to_regclass('public.${MIGRATIONS_TABLE}')`);
  if (found.rowCount === 0) return null;
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`);
  return rows.map((row) => row.name);
}

/** Equal values are written as equal text, whatever the server and the role are set to; nothing ends the connection while it works. */
export const PLAIN_SETTINGS = `
set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1;
set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnList = (table: StoredTable): string => table.columns.map((c) => quoted(c)).join(', ');

/** Rows of a table in the order of its key; of one organisation when it is named. */
export function copyOut(table: CatalogueTable, organisationId: string | null): string {
  const only = organisationId === null ? '' : ` where organisation_id = '${organisationId}'`;
  return `copy (select ${columnList(table)} from ${quoted(table.name)}${only} order by ${table.order}) to stdout`;
}
export const copyIn = (table: StoredTable): string => `copy ${quoted(table.name)} (${columnList(table)}) from stdin`;
