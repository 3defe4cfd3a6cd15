/** Why this file exists: puts an organisation of 5,000 people and 80 skills into a data folder, in a process of its own, with the product's own code and tables. */
import 'reflect-metadata';
import { transformFile } from '@swc/core';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [, , slug = 'large', people = '5000', skills = '80', teams = '40'] = process.argv;

/** The test support is TypeScript beside `src`; compiled it stands beside the built `src`. */
async function support(name) {
  const swc = JSON.parse(readFileSync(join(top, '.swcrc'), 'utf8'));
  const target = join(top, 'dist', 'test', 'support', `${name}.js`);
  const { code } = await transformFile(join(top, 'test', 'support', `${name}.ts`), { ...swc, swcrc: false });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
  return import(target);
}

const built = (path) => import(join(top, 'dist', 'src', path));
await built('app.module.js'); // every module's tables and extension points
const { giveLargeOrganisation } = await support('large-organisation');
const { openDatabase, prepare } = await built('runtime.js');
const { parseConfig } = await built('platform/config/index.js');
const { Database } = await built('platform/database/index.js');
const { systemClock } = await built('platform/clock/index.js');
const { appendFacts } = await built('modules/audit/index.js');

const address = await openDatabase(parseConfig(process.env));
await prepare(address.ownerUrl);
const database = new Database({ url: address.url, poolSize: 2, statementTimeoutMs: 600_000, clock: systemClock });
database.setAuditSink(appendFacts);
await database.open();
const size = { people: Number(people), skills: Number(skills), teams: Number(teams) };
const { planner } = await giveLargeOrganisation(database, slug, size);
await database.close();
await address.stop();
process.stdout.write(`${JSON.stringify({ organisation: slug, ...planner })}\n`);
process.exit(0);
