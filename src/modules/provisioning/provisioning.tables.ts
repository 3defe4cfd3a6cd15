/** Why this file exists: what an identity provider said of members, and what each of its tokens asked for last. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import { apiTokenTable, type ApiTokenId } from '../grants/index.js';
import { memberTable } from '../identity/index.js';
import type { UserEmail } from './user-state.js';

export interface ProvisionedUser {
  readonly memberId: MemberId;
  readonly userName: string;
  /** The user name in lower case: capitals make no other user. */
  readonly userNameKey: string;
  readonly externalId: string | null;
  /** As sent; the name that is shown stands with the member. */
  readonly displayName: string | null;
  readonly formattedName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly emails: readonly UserEmail[];
}

/** A member without a row here was never written by provisioning. */
export const provisionedUserTable = defineTable<ProvisionedUser>(
  'provisioned_user',
  {
    columns: {
      memberId: column('uuid'),
      userName: column('text'),
      userNameKey: column('text'),
      externalId: nullable('text'),
      displayName: nullable('text'),
      formattedName: nullable('text'),
      givenName: nullable('text'),
      familyName: nullable('text'),
      emails: column('jsonb'),
    },
    primaryKey: ['memberId'],
    unique: {
      provisioned_user_name_uq: {
        columns: ['userNameKey'],
        problem: { code: 'ALREADY_EXISTS', message: 'Another user has this userName.', field: 'userName' },
      },
      provisioned_user_external_uq: {
        columns: ['externalId'],
        problem: { code: 'ALREADY_EXISTS', message: 'Another user has this externalId.', field: 'externalId' },
      },
    },
    foreignKeys: { provisioned_user_member_fk: { columns: ['memberId'], references: memberTable } },
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

export interface ProvisioningUse {
  readonly tokenId: ApiTokenId;
  readonly requestedAt: string;
  /** Method and resource type, such as `PATCH Users`; no id and no filter. */
  readonly request: string;
  readonly status: number;
  readonly refusedAt: string | null;
  readonly refusedRequest: string | null;
  readonly refusedStatus: number | null;
  /** Why, in our words, without anything of the request. */
  readonly refusal: string | null;
}

/** The last request of each token, and its last refused one; written apart from the request. */
export const provisioningUseTable = defineTable<ProvisioningUse>(
  'provisioning_use',
  {
    columns: {
      tokenId: column('uuid'),
      requestedAt: column('timestamptz'),
      request: column('text'),
      status: column('smallint'),
      refusedAt: nullable('timestamptz'),
      refusedRequest: nullable('text'),
      refusedStatus: nullable('smallint'),
      refusal: nullable('text'),
    },
    primaryKey: ['tokenId'],
    foreignKeys: { provisioning_use_token_fk: { columns: ['tokenId'], references: apiTokenTable } },
  },
  { technical: true, access: ['INSERT', 'UPDATE'] },
);
