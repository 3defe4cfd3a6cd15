/** Why this file exists: the provider of an organisation, its mail domains, whose accounts there belong to which members, and sign-ins that have begun. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id, OrganisationId } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';
import { organisationTable } from '../tenancy/index.js';

export interface ProviderRecord {
  /** Exactly as the provider writes it in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  /** The client secret, encrypted for this organisation; it is read at sign-in and nowhere else. */
  readonly sealedSecret: string;
  /** What people call it, such as the name of the company. */
  readonly displayName: string;
  readonly version: number;
}
export const providerTable = defineTable<ProviderRecord>(
  'sign_on_provider',
  {
    columns: {
      issuer: column('text'),
      clientId: column('text'),
      sealedSecret: column('text'),
      displayName: column('text'),
      version: column('integer'),
    },
    primaryKey: [],
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

export interface IdentityRecord {
  readonly id: Id<'SignOnIdentity'>;
  readonly memberId: MemberId;
  readonly issuer: string;
  /** The `sub` of the account; with the issuer the only thing that an account is known by. */
  readonly subject: string;
  readonly linkedAt: string;
}
export const identityTable = defineTable<IdentityRecord>(
  'sign_on_identity',
  {
    columns: {
      id: column('uuid'),
      memberId: column('uuid'),
      issuer: column('text'),
      subject: column('text'),
      linkedAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    unique: {
      sign_on_identity_account_uq: {
        columns: ['issuer', 'subject'],
        problem: {
          code: 'SIGN_ON_ACCOUNT_LINKED',
          message: 'This account of the provider belongs to another member already.',
        },
      },
      sign_on_identity_member_uq: {
        columns: ['memberId', 'issuer'],
        problem: {
          code: 'SIGN_ON_MEMBER_LINKED',
          message: 'This member is connected with another account of the provider. Disconnect that one first.',
        },
      },
    },
    foreignKeys: { sign_on_identity_member_fk: { columns: ['memberId'], references: memberTable } },
  },
  { access: ['INSERT', 'DELETE'] },
);

/** An account of the provider that carries the proved address of a member and is connected with nobody: an administrator decides. */
export interface LinkRequestRecord {
  readonly memberId: MemberId;
  readonly issuer: string;
  readonly subject: string;
  readonly askedAt: string;
}
export const linkRequestTable = defineTable<LinkRequestRecord>(
  'sign_on_request',
  {
    columns: {
      memberId: column('uuid'),
      issuer: column('text'),
      subject: column('text'),
      askedAt: column('timestamptz'),
    },
    primaryKey: ['memberId'],
    foreignKeys: { sign_on_request_member_fk: { columns: ['memberId'], references: memberTable } },
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

export interface MailDomainRecord {
  /** Lower case, as it stands in the domain name system. */
  readonly domain: string;
  /** What its owner puts into the domain name system; everybody may read it there. */
  readonly proof: string;
  readonly startedAt: string;
  readonly provedAt: string | null;
}
export const mailDomainTable = defineTable<MailDomainRecord>(
  'sign_on_domain',
  {
    columns: {
      domain: column('text'),
      proof: column('text'),
      startedAt: column('timestamptz'),
      provedAt: nullable('timestamptz'),
    },
    primaryKey: ['domain'],
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

interface ClaimedDomain {
  readonly domain: string;
  readonly organisationId: OrganisationId;
}
/** Which organisation proved a domain: the one table across organisations, so that no domain is claimed twice. Proved domains only. */
export const claimedDomainTable = defineTable<ClaimedDomain>(
  'claimed_domain',
  {
    columns: { domain: column('text'), organisationId: column('uuid') },
    primaryKey: ['domain'],
    foreignKeys: { claimed_domain_organisation_fk: { columns: ['organisationId'], references: organisationTable } },
  },
  { tenant: false, access: ['INSERT', 'DELETE'] },
);

/** What a sign-in that has begun is for. */
export type AttemptPurpose = 'SIGN_IN' | 'LINK' | 'INVITATION';
export interface AttemptRecord {
  /** SHA-256 of the secret in the browser's cookie, from which state, nonce and verifier follow. */
  readonly tokenHash: string;
  readonly purpose: AttemptPurpose;
  /** The member who links an account, or the invitation that is accepted. */
  readonly subjectId: string | null;
  readonly returnPath: string;
  /** The version of the provider's settings that it began with. */
  readonly providerVersion: number;
  readonly expiresAt: string;
}
export const attemptTable = defineTable<AttemptRecord>(
  'sign_on_attempt',
  {
    columns: {
      tokenHash: column('text'),
      purpose: column('text'),
      subjectId: nullable('uuid'),
      returnPath: column('text'),
      providerVersion: column('integer'),
      expiresAt: column('timestamptz'),
    },
    primaryKey: ['tokenHash'],
    checks: { sign_on_attempt_purpose_ck: `purpose IN ('SIGN_IN', 'LINK', 'INVITATION')` },
    indexes: { sign_on_attempt_expiry_ix: { columns: ['expiresAt'] } },
  },
  { technical: true, access: ['INSERT', 'DELETE'] },
);
