/** Why this file exists: a table is described once, as data; the drift check, the writes and the row-level security all read this description. */
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { EntitySchemaForeignKeyOptions } from 'typeorm/entity-schema/EntitySchemaForeignKeyOptions.js';
import type { Problem } from '../outcome/index.js';

export type ColumnType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'smallint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb'
  | 'numeric'
  | 'bytea'
  | 'timestamptz[]'
  | 'text[]'
  | 'uuid[]'
  | 'smallint[]';

export interface Column {
  readonly type: ColumnType;
  readonly nullable: boolean;
}
export const column = (type: ColumnType): Column => ({ type, nullable: false });
export const nullable = (type: ColumnType): Column => ({ type, nullable: true });

interface UniqueKey {
  readonly columns: readonly string[];
  /** What a client is told when a second row with this key is written. */
  readonly problem: Problem;
}
interface ForeignKey {
  readonly columns: readonly string[];
  readonly references: Table;
  /** Columns of the other table; default: its primary key without the organisation. */
  readonly to?: readonly string[];
  /** Names the input field and what is missing when the row does not exist; default: a general sentence. */
  readonly problem?: Problem;
  readonly onDelete?: 'CASCADE';
}
interface Index {
  readonly columns: readonly string[];
  readonly unique?: boolean;
  readonly where?: string;
  readonly problem?: Problem;
}

export interface TableDescription<Row> {
  readonly columns: { readonly [C in keyof Row & string]-?: Column };
  readonly primaryKey: readonly (keyof Row & string)[];
  readonly unique?: Readonly<Record<string, UniqueKey>>;
  readonly foreignKeys?: Readonly<Record<string, ForeignKey>>;
  readonly checks?: Readonly<Record<string, string>>;
  readonly indexes?: Readonly<Record<string, Index>>;
}

export interface Table {
  readonly name: string;
  /** True when each row belongs to one organisation; such a table has organisation_id first in every key, and row-level security. */
  readonly isTenant: boolean;
  /** Technical rows (sessions, idempotency keys) may be written without an audit event. */
  readonly isTechnical: boolean;
  /** What the application may do beyond reading. */
  readonly access: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  readonly columns: readonly (Column & { readonly property: string; readonly sql: string })[];
  readonly primaryKey: readonly string[];
  readonly constraintProblems: ReadonlyMap<string, Problem>;
  readonly schema: EntitySchema;
}
/** A table whose rows are `Row` records. */
export interface TableOf<Row> extends Table {
  readonly rowType?: Row;
}

interface Options {
  readonly tenant?: boolean;
  readonly technical?: boolean;
  readonly access?: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
}

export const snake = (property: string): string => property.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const tables = new Map<string, Table>();
/** Every table described so far, in the order of definition. */
export const allTables = (): readonly Table[] => [...tables.values()];

/**
 * Describes a table. For tenant tables `organisationId` is added as the first column and put first in every key.
 * @param name     singular snake_case
 * @param options  `access` defaults to INSERT and UPDATE; rows that may be removed say so
 */
export function defineTable<Row>(
  name: string,
  description: TableDescription<Row>,
  options: Options = {},
): TableOf<Row> {
  if (tables.has(name)) throw new Error(`table ${name} is described twice`);
  const isTenant = options.tenant ?? true;
  const own = Object.entries<Column>(description.columns).map(([property, c]) => ({
    ...c,
    property,
    sql: snake(property),
  }));
  const organisation = { type: 'uuid' as const, nullable: false, property: 'organisationId', sql: 'organisation_id' };
  const columns = isTenant ? [organisation, ...own] : own;
  const withTenant = (keys: readonly string[]): string[] => (isTenant ? ['organisationId', ...keys] : [...keys]);
  const table: TableOf<Row> = {
    name,
    isTenant,
    isTechnical: options.technical ?? false,
    access: options.access ?? ['INSERT', 'UPDATE'],
    columns,
    primaryKey: withTenant(description.primaryKey),
    constraintProblems: constraintProblems(description),
    schema: entitySchema(name, columns, withTenant, description),
  };
  tables.set(name, table);
  return table;
}

function constraintProblems<Row>(description: TableDescription<Row>): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  for (const [name, key] of Object.entries(description.unique ?? {})) problems.set(name, key.problem);
  for (const [name, key] of Object.entries(description.indexes ?? {}))
    if (key.problem !== undefined) problems.set(name, key.problem);
  for (const [name, key] of Object.entries(description.foreignKeys ?? {}))
    if (key.problem !== undefined) problems.set(name, key.problem);
  return problems;
}

type WithTenant = (keys: readonly string[]) => string[];

function columnOptions(
  name: string,
  columns: Table['columns'],
  primary: readonly string[],
): Record<string, EntitySchemaColumnOptions> {
  const option = (c: Table['columns'][number]): EntitySchemaColumnOptions => {
    const isArray = c.type.endsWith('[]');
    return {
      name: c.sql,
      type: (isArray ? c.type.slice(0, -2) : c.type) as 'text',
      array: isArray,
      nullable: c.nullable,
      ...(primary.includes(c.property) ? { primary: true, primaryKeyConstraintName: `${name}_pk` } : {}),
    };
  };
  return Object.fromEntries(columns.map((c) => [c.property, option(c)]));
}

const foreignKeyOption = (name: string, key: ForeignKey, withTenant: WithTenant): EntitySchemaForeignKeyOptions => ({
  name,
  target: key.references.name,
  columnNames: key.references.isTenant ? withTenant(key.columns) : [...key.columns],
  referencedColumnNames: key.to === undefined ? [...key.references.primaryKey] : ['organisationId', ...key.to],
  ...(key.onDelete === undefined ? {} : { onDelete: key.onDelete }),
});

function entitySchema<Row>(
  name: string,
  columns: Table['columns'],
  withTenant: WithTenant,
  description: TableDescription<Row>,
): EntitySchema {
  const { unique = {}, indexes = {}, checks = {}, foreignKeys = {} } = description;
  return new EntitySchema<Record<string, unknown>>({
    name,
    tableName: name,
    columns: columnOptions(name, columns, withTenant(description.primaryKey)),
    uniques: Object.entries(unique).map(([key, u]) => ({ name: key, columns: withTenant(u.columns) })),
    indices: Object.entries(indexes).map(([key, i]) => ({
      name: key,
      columns: withTenant(i.columns),
      unique: i.unique ?? false,
      ...(i.where === undefined ? {} : { where: i.where }),
    })),
    checks: Object.entries(checks).map(([key, expression]) => ({ name: key, expression })),
    foreignKeys: Object.entries(foreignKeys).map(([key, f]) => foreignKeyOption(key, f, withTenant)),
  }) as EntitySchema;
}
