/** Why this file exists: one embedded PostgreSQL per run, with a migrated template that each spec file clones. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';

/** In a process of its own: under NODE_ENV=test the copies of graphql that the tools of the web build load refuse each other. */
function buildWeb() {
  const { NODE_ENV: _, ...env } = process.env;
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'build-web.mjs');
  execFileSync(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

export default async function setup() {
  process.env.NODE_ENV = 'test';
  await build({ quiet: true });
  buildWeb();
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/embedded-postgres/index.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'twinladder-test-'));
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', max_connections: '200' } });
  globalThis.__server = server;
  globalThis.__dataDir = dataDir;
  const pg = (await import('pg')).default;
  const client = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
  await client.connect();
  await client.query('create database template_twinladder');
  await client.end();
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'prepare-template.mjs'), server.url('template_twinladder', 'postgres')],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  process.env.TEST_POSTGRES = server.url('%DATABASE%', 'postgres');
  process.env.TEST_DATA = dataDir;
}
