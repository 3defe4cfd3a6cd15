/** Why this file exists: the operator's commands besides `start`. */
import { randomBytes } from 'node:crypto';
import { verifyTrail, appendFacts } from '../modules/audit/index.js';
import { readLibrary, summariseLibrary } from '../modules/frameworks/data.js';
import { foundOrganisation } from '../modules/demonstration/index.js';
import { ensureDemonstration, removeDemonstration } from '../modules/demonstration/index.js';
import { allOrganisations } from '../modules/tenancy/index.js';
import { systemClock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import { Database } from '../platform/database/index.js';
import { libraryFolder, loadLibrary, openDatabase, prepare, type DatabaseAddress } from '../runtime.js';
import { StartError } from '../start-error.js';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function withAddress(config: Config, work: (address: DatabaseAddress) => Promise<void>): Promise<void> {
  const address = await openDatabase(config);
  try {
    await work(address);
  } finally {
    await address.stop();
  }
}

async function withDatabase(
  config: Config,
  work: (database: Database, address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  await withAddress(config, async (address) => {
    await prepare(address.ownerUrl);
    const database = new Database({ url: address.url, poolSize: 4, statementTimeoutMs: 600_000, clock: systemClock });
    database.setAuditSink(appendFacts);
    await database.open();
    try {
      await work(database, address);
    } finally {
      await database.close();
    }
  });
}

export const migrateCommand = (config: Config): Promise<void> =>
  withAddress(config, async (address) => {
    const done = await prepare(address.ownerUrl);
    print(done.length === 0 ? 'The database is current.' : `Done: ${done.join(', ')}.`);
  });

export async function libraryCheck(folder: string = libraryFolder()): Promise<void> {
  const { library, findings, contentHash } = await readLibrary(folder);
  if (library !== null) print(JSON.stringify(summariseLibrary(library), null, 2));
  for (const f of findings) print(`${f.severity.toLowerCase()}: ${f.path}: ${f.message}`);
  const errors = findings.filter((f) => f.severity === 'ERROR').length;
  if (errors > 0) throw new StartError(`The library has ${errors} fault(s).`);
  print(`The library is sound. Content ${contentHash.slice(0, 12)}.`);
}

export const libraryLoad = (config: Config): Promise<void> =>
  withAddress(config, async (address) => {
    await prepare(address.ownerUrl);
    await loadLibrary(address.ownerUrl);
    print('The library is loaded.');
  });

export const verifyAudit = (config: Config, slug?: string): Promise<void> =>
  withDatabase(config, async (database) => {
    const organisations = (await allOrganisations(database)).filter((o) => slug === undefined || o.slug === slug);
    if (organisations.length === 0)
      throw new StartError(slug === undefined ? 'There is no organisation yet.' : `There is no organisation ${slug}.`);
    let broken = 0;
    for (const organisation of organisations) {
      const { events, fault } = await verifyTrail(database, organisation.id);
      if (fault !== null) broken++;
      print(
        fault === null
          ? `${organisation.slug}: ${events} events, intact`
          : `${organisation.slug}: broken at event ${fault.seq} (${fault.reason})`,
      );
    }
    if (broken > 0) throw new StartError(`${broken} audit trail(s) are broken.`);
  });

export const demoReset = (config: Config): Promise<void> =>
  withDatabase(config, async (database, address) => {
    if (!config.demo)
      throw new StartError('The demonstration is switched off (TWINLADDER_DEMO, or NODE_ENV=production).');
    await removeDemonstration(address.ownerUrl);
    await ensureDemonstration(database);
    print('The demonstration organisation was built anew.');
  });

export const organisationCreate = (
  config: Config,
  input: { slug: string; name: string; adminEmail: string; adminName: string },
): Promise<void> =>
  withDatabase(config, async (database) => {
    const password = randomBytes(12).toString('base64url');
    const outcome = await foundOrganisation(database, { ...input, password });
    if (!outcome.ok) throw new StartError(outcome.problem.message);
    print(
      `Organisation ${input.slug} is ready. ${input.adminEmail} signs in with the password ${password} (shown this once).`,
    );
  });
