/** Why this file exists: a command works on the database of the settings, for as long as it takes, and leaves nothing running behind. */
import { appendFacts } from '../modules/audit/index.js';
import { systemClock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import { Database } from '../platform/database/index.js';
import { openDatabase, prepare, type DatabaseAddress } from '../runtime.js';

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The database, started if it is the embedded one; whatever shape it has. */
export async function withAddress(config: Config, work: (address: DatabaseAddress) => Promise<void>): Promise<void> {
  const address = await openDatabase(config);
  try {
    await work(address);
  } finally {
    await address.stop();
  }
}

/** The same, brought to the current shape and opened as the application opens it. */
export async function withDatabase(
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
