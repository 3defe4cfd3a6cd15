/** Why this file exists: files that follow from the code are written by one command and compared by another. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import '../app.module.js';
import { migrations } from '../../migrations/index.js';
import { errorsPage, permissionsPage } from '../generated-pages.js';
import { parseConfig } from '../platform/config/index.js';
import { allTables, asOwner, draftMigration } from '../platform/database/index.js';
import { snapshot } from '../platform/database/snapshot.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.js';
import { GateCheck } from '../platform/graphql/index.js';
import { assemble, prepare, projectFolder } from '../runtime.js';
import { StartError } from '../start-error.js';

/** The generated files: path below the project and content. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'twinladder-'));
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
  try {
    const url = server.url('postgres', 'postgres');
    await prepare(url);
    const config = parseConfig({ TWINLADDER_DATA: dataDir, NODE_ENV: 'test' });
    const running = await assemble(config, { url }, () => undefined);
    await running.app.init();
    const schema = printSchema(running.app.get(GraphQLSchemaHost).schema);
    const roots = running.app.get(GateCheck).rootFields();
    const sql = await asOwner(url, migrations, (source) => snapshot((text) => source.query(text)));
    await running.stop();
    return new Map([
      ['schema.graphql', `${schema}\n`],
      ['migrations/schema.sql', sql],
      ['docs/errors.md', errorsPage()],
      ['docs/permissions.md', permissionsPage(roots)],
    ]);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export async function generate(options: { check?: boolean; migration?: string; tables?: string }): Promise<void> {
  if (options.migration !== undefined) {
    const names = (options.tables ?? '').split(',');
    const tables = names.flatMap((n) => allTables().filter((t) => t.name === n));
    if (tables.length !== names.length) throw new StartError('Some of the tables are not described.');
    process.stdout.write(draftMigration(options.migration, migrations.length + 1, tables));
    return;
  }
  const stale: string[] = [];
  for (const [path, content] of await generatedFiles()) {
    const file = join(projectFolder(), path);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    stale.push(path);
    if (options.check !== true) writeFileSync(file, content);
  }
  if (options.check === true && stale.length > 0)
    throw new StartError(`Not current: ${stale.join(', ')}. Run npm run generate.`);
  process.stdout.write(stale.length === 0 ? 'All generated files are current.\n' : `Written: ${stale.join(', ')}.\n`);
}
