/** Why this file exists: API tokens with what they may do, and when each was used last. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';
import type { TokenScope } from './token-permissions.js';

export type ApiTokenId = Id<'ApiToken'>;

export interface ApiTokenRecord {
  readonly id: ApiTokenId;
  /** Whose rights it has a part of. */
  readonly memberId: MemberId;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** SHA-256 of the secret; the secret itself is not kept. */
  readonly secretHash: string;
  readonly createdAt: string;
  /** The first day (UTC) on which it no longer works, at most 365 days after it was made. */
  readonly expiresOn: string;
  readonly revokedAt: string | null;
  readonly revokedBy: MemberId | null;
}

export const apiTokenTable = defineTable<ApiTokenRecord>('api_token', {
  columns: {
    id: column('uuid'),
    memberId: column('uuid'),
    name: column('text'),
    scopes: column('text[]'),
    secretHash: column('text'),
    createdAt: column('timestamptz'),
    expiresOn: column('date'),
    revokedAt: nullable('timestamptz'),
    revokedBy: nullable('uuid'),
  },
  primaryKey: ['id'],
  foreignKeys: {
    api_token_member_fk: { columns: ['memberId'], references: memberTable },
    api_token_revoked_by_fk: { columns: ['revokedBy'], references: memberTable },
  },
  checks: {
    api_token_scopes_ck: 'cardinality(scopes) > 0',
    api_token_expiry_ck: `expires_on > (created_at AT TIME ZONE 'UTC')::date AND expires_on <= (created_at AT TIME ZONE 'UTC')::date + 365`,
  },
  indexes: { api_token_member_ix: { columns: ['memberId'] } },
});

interface ApiTokenUse {
  readonly tokenId: ApiTokenId;
  readonly lastUsedAt: string;
}
/** Apart from the token, because it is written beside reading requests and leaves no audit event. */
export const apiTokenUseTable = defineTable<ApiTokenUse>(
  'api_token_use',
  {
    columns: { tokenId: column('uuid'), lastUsedAt: column('timestamptz') },
    primaryKey: ['tokenId'],
    foreignKeys: { api_token_use_token_fk: { columns: ['tokenId'], references: apiTokenTable } },
  },
  { technical: true, access: ['INSERT', 'UPDATE'] },
);
