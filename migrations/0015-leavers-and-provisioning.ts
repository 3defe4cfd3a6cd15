/** Why this file exists: members who leave; users and groups of an identity provider, and the grants that groups give. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

const NAMES = `'ORGANISATION_ADMIN', 'HIRING_MANAGER', 'INTERVIEWER', 'EMPLOYEE', 'PEOPLE_MANAGER', 'MENTOR', 'WORKFORCE_PLANNER', 'AUDITOR'`;

/** A change to the rows of all organisations, which row-level security hides from the owner too. */
const asOwnerOf = (table: string, change: string): string[] => [
  `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
  change,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
];

export const LeaversAndProvisioning = sqlMigration('LeaversAndProvisioning', 15, {
  up: [
    'ALTER TABLE member ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()',
    'ALTER TABLE member ALTER COLUMN updated_at DROP DEFAULT',
    'ALTER TABLE member DROP CONSTRAINT member_state_ck',
    `ALTER TABLE member ADD CONSTRAINT member_state_ck CHECK (state IN ('ACTIVE', 'DEACTIVATED', 'REMOVED'))`,
    `CREATE TABLE member_group (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      display_name text NOT NULL,
      external_id text,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL,
      removed_at timestamptz,
      version integer NOT NULL,
      CONSTRAINT member_group_pk PRIMARY KEY (organisation_id, id)
    )`,
    'CREATE UNIQUE INDEX member_group_external_uq ON member_group (organisation_id, external_id) WHERE removed_at IS NULL',
    ...fence('member_group', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE member_group_seat (
      organisation_id uuid NOT NULL,
      group_id uuid NOT NULL,
      member_id uuid NOT NULL,
      added_at timestamptz NOT NULL,
      CONSTRAINT member_group_seat_pk PRIMARY KEY (organisation_id, group_id, member_id),
      CONSTRAINT member_group_seat_group_fk FOREIGN KEY (organisation_id, group_id) REFERENCES member_group (organisation_id, id),
      CONSTRAINT member_group_seat_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
    )`,
    'CREATE INDEX member_group_seat_member_ix ON member_group_seat (organisation_id, member_id)',
    ...fence('member_group_seat', 'SELECT, INSERT, DELETE'),
    `CREATE TABLE member_group_grant (
      organisation_id uuid NOT NULL,
      group_id uuid NOT NULL,
      grant_name text NOT NULL,
      mapped_at timestamptz NOT NULL,
      mapped_by uuid NOT NULL,
      CONSTRAINT member_group_grant_pk PRIMARY KEY (organisation_id, group_id, grant_name),
      CONSTRAINT member_group_grant_group_fk FOREIGN KEY (organisation_id, group_id) REFERENCES member_group (organisation_id, id),
      CONSTRAINT member_group_grant_by_fk FOREIGN KEY (organisation_id, mapped_by) REFERENCES member (organisation_id, id),
      CONSTRAINT member_group_grant_name_ck CHECK (grant_name IN (${NAMES}))
    )`,
    ...fence('member_group_grant', 'SELECT, INSERT, DELETE'),
    'ALTER TABLE member_grant ADD COLUMN group_id uuid',
    'ALTER TABLE member_grant ADD CONSTRAINT member_grant_group_fk FOREIGN KEY (organisation_id, group_id) REFERENCES member_group (organisation_id, id)',
    'DROP INDEX member_grant_open_uq',
    'CREATE UNIQUE INDEX member_grant_open_uq ON member_grant (organisation_id, member_id, grant_name) WHERE ended_at IS NULL AND group_id IS NULL',
    'CREATE UNIQUE INDEX member_grant_group_uq ON member_grant (organisation_id, group_id, member_id, grant_name) WHERE ended_at IS NULL AND group_id IS NOT NULL',
    `CREATE TABLE provisioned_user (
      organisation_id uuid NOT NULL,
      member_id uuid NOT NULL,
      user_name text NOT NULL,
      user_name_key text NOT NULL,
      external_id text,
      display_name text,
      formatted_name text,
      given_name text,
      family_name text,
      emails jsonb NOT NULL,
      CONSTRAINT provisioned_user_pk PRIMARY KEY (organisation_id, member_id),
      CONSTRAINT provisioned_user_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT provisioned_user_name_uq UNIQUE (organisation_id, user_name_key),
      CONSTRAINT provisioned_user_external_uq UNIQUE (organisation_id, external_id)
    )`,
    ...fence('provisioned_user', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE provisioning_use (
      organisation_id uuid NOT NULL,
      token_id uuid NOT NULL,
      requested_at timestamptz NOT NULL,
      request text NOT NULL,
      status smallint NOT NULL,
      refused_at timestamptz,
      refused_request text,
      refused_status smallint,
      refusal text,
      CONSTRAINT provisioning_use_pk PRIMARY KEY (organisation_id, token_id),
      CONSTRAINT provisioning_use_token_fk FOREIGN KEY (organisation_id, token_id) REFERENCES api_token (organisation_id, id)
    )`,
    ...fence('provisioning_use', 'SELECT, INSERT, UPDATE'),
  ],
  down: [
    'DROP TABLE provisioning_use',
    'DROP TABLE provisioned_user',
    'DROP INDEX member_grant_group_uq',
    'DROP INDEX member_grant_open_uq',
    ...asOwnerOf(
      'member_grant',
      'UPDATE member_grant SET ended_at = now() WHERE group_id IS NOT NULL AND ended_at IS NULL',
    ),
    'ALTER TABLE member_grant DROP COLUMN group_id',
    'CREATE UNIQUE INDEX member_grant_open_uq ON member_grant (organisation_id, member_id, grant_name) WHERE ended_at IS NULL',
    'DROP TABLE member_group_grant',
    'DROP TABLE member_group_seat',
    'DROP TABLE member_group',
    'ALTER TABLE member DROP CONSTRAINT member_state_ck',
    ...asOwnerOf('member', `UPDATE member SET state = 'DEACTIVATED' WHERE state = 'REMOVED'`),
    `ALTER TABLE member ADD CONSTRAINT member_state_ck CHECK (state IN ('ACTIVE', 'DEACTIVATED'))`,
    'ALTER TABLE member DROP COLUMN updated_at',
  ],
});
