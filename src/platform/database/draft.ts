/** Why this file exists: writes the SQL of new tables from their descriptions, to be read, corrected and kept as a migration by hand. */
import { snake, type Table } from './table.js';

const list = (properties: readonly string[]): string => properties.map(snake).join(', ');

/** CREATE TABLE with its keys, then indexes, row-level security and rights, one statement per entry. */
export function draftTable(table: Table): string[] {
  const o = table.schema.options;
  const columns = table.columns.map((c) => `${c.sql} ${c.type}${c.nullable ? '' : ' NOT NULL'}`);
  const keys = [`CONSTRAINT ${table.name}_pk PRIMARY KEY (${list(table.primaryKey)})`];
  for (const u of o.uniques ?? []) keys.push(`CONSTRAINT ${u.name ?? ''} UNIQUE (${list(u.columns as string[])})`);
  for (const f of o.foreignKeys ?? []) {
    const target = f.target as string;
    const end = f.onDelete === undefined ? '' : ` ON DELETE ${f.onDelete}`;
    keys.push(
      `CONSTRAINT ${f.name ?? ''} FOREIGN KEY (${list(f.columnNames)}) REFERENCES ${target} (${list(f.referencedColumnNames)})${end}`,
    );
  }
  for (const c of o.checks ?? []) keys.push(`CONSTRAINT ${c.name ?? ''} CHECK (${c.expression})`);
  const statements = [`CREATE TABLE ${table.name} (\n  ${[...columns, ...keys].join(',\n  ')}\n)`];
  for (const i of o.indices ?? []) {
    const where = i.where === undefined ? '' : ` WHERE ${i.where}`;
    statements.push(
      `CREATE ${i.unique === true ? 'UNIQUE ' : ''}INDEX ${i.name ?? ''} ON ${table.name} (${list(i.columns as string[])})${where}`,
    );
  }
  return statements;
}

/** The text of a migration file for these tables, in this order. */
export function draftMigration(className: string, number: number, tables: readonly Table[]): string {
  const up = tables.flatMap((t) => [
    ...draftTable(t).map((s) => `    \`${s.replaceAll('\n', '\n    ')}\`,`),
    `    ...${t.isTenant ? 'fence' : 'share'}('${t.name}', '${['SELECT', ...t.access].join(', ')}'),`,
  ]);
  const down = [...tables].reverse().map((t) => `    'DROP TABLE ${t.name}',`);
  return `/** Why this file exists:  */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const ${className} = sqlMigration('${className}', ${number}, {
  up: [
${up.join('\n')}
  ],
  down: [
${down.join('\n')}
  ],
});
`;
}
