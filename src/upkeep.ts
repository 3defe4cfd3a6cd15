/** Why this file exists: technical rows that have served are removed once an hour, organisation by organisation. */
import { allOrganisations } from './modules/tenancy/index.js';
import { forgetOldSessions } from './modules/identity/index.js';
import type { Database } from './platform/database/index.js';
import { forgetOldKeys } from './platform/graphql/index.js';

const HOUR_MS = 3_600_000;

/** Removes idempotency keys after 24 hours and sessions 30 days after their end. */
export async function tidy(database: Database): Promise<void> {
  for (const { id } of await allOrganisations(database))
    await database.upkeep({ organisationId: id, actor: null, requestId: 'upkeep' }, async (unit) => {
      await forgetOldKeys(unit);
      await forgetOldSessions(unit);
    });
}

/** Tidies every hour until the returned function is called; a failure waits for the next hour. */
export function keepTidy(database: Database, report: (error: unknown) => void): () => void {
  const timer = setInterval(() => void tidy(database).catch(report), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
