/** Why this file exists: links by which somebody becomes a member. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const Invitations = sqlMigration('Invitations', 14, {
  up: [
    `CREATE TABLE invitation (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      email text NOT NULL,
      display_name text NOT NULL,
      person_id uuid,
      grants text[] NOT NULL,
      secret_hash text NOT NULL,
      created_at timestamptz NOT NULL,
      created_by uuid NOT NULL,
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      accepted_at timestamptz,
      member_id uuid,
      CONSTRAINT invitation_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT invitation_secret_uq UNIQUE (organisation_id, secret_hash),
      CONSTRAINT invitation_person_fk FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
      CONSTRAINT invitation_created_by_fk FOREIGN KEY (organisation_id, created_by) REFERENCES member (organisation_id, id),
      CONSTRAINT invitation_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT invitation_email_ck CHECK (email = lower(email)),
      CONSTRAINT invitation_expiry_ck CHECK (expires_at > created_at AND expires_at <= created_at + interval '14 days'),
      CONSTRAINT invitation_accepted_ck CHECK ((accepted_at IS NULL) = (member_id IS NULL) AND (accepted_at IS NULL OR revoked_at IS NULL))
    )`,
    'CREATE UNIQUE INDEX invitation_open_uq ON invitation (organisation_id, email) WHERE revoked_at IS NULL AND accepted_at IS NULL',
    'CREATE INDEX invitation_person_ix ON invitation (organisation_id, person_id)',
    ...fence('invitation', 'SELECT, INSERT, UPDATE'),
  ],
  down: ['DROP TABLE invitation'],
});
