/** Why this file exists: a migration is a list of statements read by a person, forward and back. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export type Migration = new () => MigrationInterface;

/**
 * @param name    what the migration is for, in CamelCase
 * @param number  its place in the order, 1 and up
 */
export function sqlMigration(
  name: string,
  number: number,
  sql: { readonly up: readonly string[]; readonly down: readonly string[] },
): Migration {
  return class implements MigrationInterface {
    readonly name = `${name}${1_000_000_000_000 + number}`;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of sql.up) await runner.query(statement);
    }
    async down(runner: QueryRunner): Promise<void> {
      for (const statement of sql.down) await runner.query(statement);
    }
  };
}

const CURRENT = `(SELECT NULLIF(current_setting('app.organisation', true), '')::uuid)`;

/** Row-level security of a tenant table, forced on its owner too, and the rights of the application on it. */
export const fence = (table: string, rights: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_organisation ON ${table} USING (organisation_id = ${CURRENT}) WITH CHECK (organisation_id = ${CURRENT})`,
  ...share(table, rights),
];

/** The rights of the application on a table that belongs to no organisation. */
export const share = (table: string, rights: string): string[] => [`GRANT ${rights} ON ${table} TO twinladder_app`];
