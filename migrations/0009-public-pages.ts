/** Why this file exists: what stands behind the pages without sign-in: when a requisition was posted, status links, promised answers, consent. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const PublicPages = sqlMigration('PublicPages', 9, {
  up: [
    `ALTER TABLE requisition ADD COLUMN posted_at timestamptz`,
    `ALTER TABLE candidate ADD COLUMN consented_on date, ADD COLUMN keep_until date`,
    `CREATE TABLE status_link (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      application_id uuid NOT NULL,
      token_hash text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      CONSTRAINT status_link_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT status_link_token_uq UNIQUE (organisation_id, token_hash),
      CONSTRAINT status_link_application_fk FOREIGN KEY (organisation_id, application_id) REFERENCES application (organisation_id, id),
      CONSTRAINT status_link_expiry_ck CHECK (expires_at > created_at)
    )`,
    `CREATE UNIQUE INDEX status_link_one_uq ON status_link (organisation_id, application_id) WHERE revoked_at IS NULL`,
    ...fence('status_link', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE answer_promise (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      application_id uuid NOT NULL,
      stage text NOT NULL,
      answer_on date NOT NULL,
      made_at timestamptz NOT NULL,
      CONSTRAINT answer_promise_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT answer_promise_application_fk FOREIGN KEY (organisation_id, application_id) REFERENCES application (organisation_id, id),
      CONSTRAINT answer_promise_stage_ck CHECK (stage IN ('APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF', 'DECIDED'))
    )`,
    `CREATE INDEX answer_promise_application_ix ON answer_promise (organisation_id, application_id)`,
    ...fence('answer_promise', 'SELECT, INSERT'),
  ],
  down: [
    'DROP TABLE answer_promise',
    'DROP TABLE status_link',
    'ALTER TABLE candidate DROP COLUMN consented_on, DROP COLUMN keep_until',
    'ALTER TABLE requisition DROP COLUMN posted_at',
  ],
});
