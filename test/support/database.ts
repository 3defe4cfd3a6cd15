/** Why this file exists: each spec file works on a clone of the migrated template, and drops it when it is done. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const address = (database: string): string => {
  const pattern = process.env['TEST_POSTGRES'];
  if (pattern === undefined) throw new Error('run the tests with npm test: it starts PostgreSQL');
  return pattern.replace('%DATABASE%', database).replace('%25DATABASE%25', database);
};

/** Runs statements as the owner of all databases. */
export async function asSuperuser<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly name: string;
  /** As the owner; the application takes its own role when it connects. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own: cloned from the migrated template, or empty. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const template = options.empty === true ? 'template0' : 'template_twinladder';
  // copied as files: writing every page to the log, as PostgreSQL does by default, takes ten times as long
  await asSuperuser('postgres', (c) => c.query(`create database ${name} template ${template} strategy file_copy`));
  return {
    name,
    url: address(name),
    drop: async () => {
      await asSuperuser('postgres', (c) => c.query(`drop database if exists ${name} with (force)`));
    },
  };
}
