/** Why this file exists: API tokens and the events made through them; how a session began, and how long sessions of an organisation last. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const TokensAndSessions = sqlMigration('TokensAndSessions', 10, {
  up: [
    `CREATE TABLE api_token (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      member_id uuid NOT NULL,
      name text NOT NULL,
      scopes text[] NOT NULL,
      secret_hash text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_on date NOT NULL,
      revoked_at timestamptz,
      revoked_by uuid,
      CONSTRAINT api_token_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT api_token_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT api_token_revoked_by_fk FOREIGN KEY (organisation_id, revoked_by) REFERENCES member (organisation_id, id),
      CONSTRAINT api_token_scopes_ck CHECK (cardinality(scopes) > 0),
      CONSTRAINT api_token_expiry_ck CHECK (expires_on > (created_at AT TIME ZONE 'UTC')::date AND expires_on <= (created_at AT TIME ZONE 'UTC')::date + 365)
    )`,
    `CREATE INDEX api_token_member_ix ON api_token (organisation_id, member_id)`,
    ...fence('api_token', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE api_token_use (
      organisation_id uuid NOT NULL,
      token_id uuid NOT NULL,
      last_used_at timestamptz NOT NULL,
      CONSTRAINT api_token_use_pk PRIMARY KEY (organisation_id, token_id),
      CONSTRAINT api_token_use_token_fk FOREIGN KEY (organisation_id, token_id) REFERENCES api_token (organisation_id, id)
    )`,
    ...fence('api_token_use', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE session_limit (
      organisation_id uuid NOT NULL,
      idle_minutes smallint NOT NULL,
      hours smallint NOT NULL,
      version integer NOT NULL,
      CONSTRAINT session_limit_pk PRIMARY KEY (organisation_id),
      CONSTRAINT session_limit_idle_ck CHECK (idle_minutes BETWEEN 1 AND 30),
      CONSTRAINT session_limit_hours_ck CHECK (hours BETWEEN 1 AND 12)
    )`,
    ...fence('session_limit', 'SELECT, INSERT, UPDATE'),
    `ALTER TABLE session ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD'`,
    `ALTER TABLE session ALTER COLUMN method DROP DEFAULT`,
    `ALTER TABLE session ADD CONSTRAINT session_method_ck CHECK (method IN ('PASSWORD', 'DEMONSTRATION'))`,
    `ALTER TABLE idempotency_key RENAME COLUMN member_id TO holder_id`,
    `ALTER TABLE audit_event ADD COLUMN actor_token_id uuid`,
  ],
  down: [
    'ALTER TABLE audit_event DROP COLUMN actor_token_id',
    'ALTER TABLE idempotency_key RENAME COLUMN holder_id TO member_id',
    'ALTER TABLE session DROP COLUMN method',
    'DROP TABLE session_limit',
    'DROP TABLE api_token_use',
    'DROP TABLE api_token',
  ],
});
