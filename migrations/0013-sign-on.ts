/** Why this file exists: single sign-on: the provider of an organisation, its mail domains, whose accounts are whose, and which ways in are open. */
import { fence, share, sqlMigration } from '../src/platform/database/migration.js';

const METHODS = (methods: string): string =>
  `ALTER TABLE session ADD CONSTRAINT session_method_ck CHECK (method IN (${methods}))`;

export const SignOn = sqlMigration('SignOn', 13, {
  up: [
    `CREATE TABLE sign_in_policy (
      organisation_id uuid NOT NULL,
      passwords boolean NOT NULL,
      version integer NOT NULL,
      CONSTRAINT sign_in_policy_pk PRIMARY KEY (organisation_id)
    )`,
    ...fence('sign_in_policy', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE sign_on_provider (
      organisation_id uuid NOT NULL,
      issuer text NOT NULL,
      client_id text NOT NULL,
      sealed_secret text NOT NULL,
      display_name text NOT NULL,
      version integer NOT NULL,
      CONSTRAINT sign_on_provider_pk PRIMARY KEY (organisation_id)
    )`,
    ...fence('sign_on_provider', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE sign_on_identity (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      member_id uuid NOT NULL,
      issuer text NOT NULL,
      subject text NOT NULL,
      linked_at timestamptz NOT NULL,
      CONSTRAINT sign_on_identity_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT sign_on_identity_account_uq UNIQUE (organisation_id, issuer, subject),
      CONSTRAINT sign_on_identity_member_uq UNIQUE (organisation_id, member_id, issuer),
      CONSTRAINT sign_on_identity_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
    )`,
    ...fence('sign_on_identity', 'SELECT, INSERT, DELETE'),
    `CREATE TABLE sign_on_request (
      organisation_id uuid NOT NULL,
      member_id uuid NOT NULL,
      issuer text NOT NULL,
      subject text NOT NULL,
      asked_at timestamptz NOT NULL,
      CONSTRAINT sign_on_request_pk PRIMARY KEY (organisation_id, member_id),
      CONSTRAINT sign_on_request_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
    )`,
    ...fence('sign_on_request', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE sign_on_domain (
      organisation_id uuid NOT NULL,
      domain text NOT NULL,
      proof text NOT NULL,
      started_at timestamptz NOT NULL,
      proved_at timestamptz,
      CONSTRAINT sign_on_domain_pk PRIMARY KEY (organisation_id, domain)
    )`,
    ...fence('sign_on_domain', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE claimed_domain (
      domain text NOT NULL,
      organisation_id uuid NOT NULL,
      CONSTRAINT claimed_domain_pk PRIMARY KEY (domain),
      CONSTRAINT claimed_domain_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    )`,
    ...share('claimed_domain', 'SELECT, INSERT, DELETE'),
    `CREATE TABLE sign_on_attempt (
      organisation_id uuid NOT NULL,
      token_hash text NOT NULL,
      purpose text NOT NULL,
      subject_id uuid,
      return_path text NOT NULL,
      provider_version integer NOT NULL,
      expires_at timestamptz NOT NULL,
      CONSTRAINT sign_on_attempt_pk PRIMARY KEY (organisation_id, token_hash),
      CONSTRAINT sign_on_attempt_purpose_ck CHECK (purpose IN ('SIGN_IN', 'LINK', 'INVITATION'))
    )`,
    'CREATE INDEX sign_on_attempt_expiry_ix ON sign_on_attempt (organisation_id, expires_at)',
    ...fence('sign_on_attempt', 'SELECT, INSERT, DELETE'),
    'ALTER TABLE session DROP CONSTRAINT session_method_ck',
    METHODS(`'PASSWORD', 'DEMONSTRATION', 'SINGLE_SIGN_ON', 'INVITATION'`),
  ],
  down: [
    `DELETE FROM session WHERE method IN ('SINGLE_SIGN_ON', 'INVITATION')`,
    'ALTER TABLE session DROP CONSTRAINT session_method_ck',
    METHODS(`'PASSWORD', 'DEMONSTRATION'`),
    'DROP TABLE sign_on_attempt',
    'DROP TABLE claimed_domain',
    'DROP TABLE sign_on_domain',
    'DROP TABLE sign_on_request',
    'DROP TABLE sign_on_identity',
    'DROP TABLE sign_on_provider',
    'DROP TABLE sign_in_policy',
  ],
});
