/** Why this file exists: administrators see whether their identity provider still speaks to the product, and what it was refused last. */
import type { Actor } from '../../platform/access/index.js';
import type { Database } from '../../platform/database/index.js';
import { defineLoader } from '../../platform/graphql/index.js';
import { provisioningUseTable, type ProvisioningUse } from './provisioning.tables.js';

export interface Noted {
  readonly request: string;
  readonly status: number;
  readonly refusal: string | null;
}

/** Notes a request apart from it, so that a read stays a read. */
export async function noteUse(database: Database, actor: Actor, { request, status, refusal }: Noted): Promise<void> {
  const scope = { organisationId: actor.organisationId, actor, requestId: 'provisioning-use' };
  await database.upkeep(scope, (unit) =>
    unit.rows(
      `insert into provisioning_use as u (organisation_id, token_id, requested_at, request, status, refused_at, refused_request, refused_status, refusal)
       values ($1, $2, $3, $4, $5, case when $6::text is not null then $3::timestamptz end, case when $6 is not null then $4 end,
         case when $6 is not null then $5::smallint end, $6)
       on conflict (organisation_id, token_id) do update set requested_at = excluded.requested_at, request = excluded.request,
         status = excluded.status, refused_at = coalesce(excluded.refused_at, u.refused_at),
         refused_request = coalesce(excluded.refused_request, u.refused_request),
         refused_status = coalesce(excluded.refused_status, u.refused_status), refusal = coalesce(excluded.refusal, u.refusal)`,
      [actor.tokenId, unit.now.toISOString(), request, status, refusal?.slice(0, 300) ?? null],
    ),
  );
}

/** The last requests of tokens. */
export const provisioningUseLoader = defineLoader<ProvisioningUse>('provisioningUse', async (unit, ids) => {
  const uses = await unit.find(provisioningUseTable, { tokenId: ids as ProvisioningUse['tokenId'][] });
  return new Map(uses.map((use) => [use.tokenId, use]));
});
