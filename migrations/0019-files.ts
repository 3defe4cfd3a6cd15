/** Why this file exists: files that people send in, where their bytes lie, and which piece of evidence they belong to. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const Files = sqlMigration('Files', 19, {
  up: [
    // Bytes that belong to no file: being sent in, or given up. Whoever writes bytes says so here first; upkeep removes what stays.
    `CREATE TABLE loose_file (
      organisation_id uuid NOT NULL,
      storage_key text NOT NULL,
      member_id uuid,
      since timestamptz NOT NULL,
      CONSTRAINT loose_file_pk PRIMARY KEY (organisation_id, storage_key),
      CONSTRAINT loose_file_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id)
    )`,
    ...fence('loose_file', 'SELECT, INSERT, DELETE'),
    `CREATE TABLE stored_file (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      storage_key text NOT NULL,
      name text NOT NULL,
      content_type text NOT NULL,
      bytes integer NOT NULL,
      sha256 text NOT NULL,
      uploaded_by uuid NOT NULL,
      uploaded_at timestamptz NOT NULL,
      state text NOT NULL,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawal_reason text,
      CONSTRAINT stored_file_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT stored_file_key_uq UNIQUE (organisation_id, storage_key),
      CONSTRAINT stored_file_uploaded_by_fk FOREIGN KEY (organisation_id, uploaded_by) REFERENCES member (organisation_id, id),
      CONSTRAINT stored_file_withdrawn_by_fk FOREIGN KEY (organisation_id, withdrawn_by) REFERENCES member (organisation_id, id),
      CONSTRAINT stored_file_state_ck CHECK (state IN ('WAITING', 'HELD', 'WITHDRAWN')),
      CONSTRAINT stored_file_withdrawn_ck CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL) AND num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3)),
      CONSTRAINT stored_file_bytes_ck CHECK (bytes > 0),
      CONSTRAINT stored_file_sha256_ck CHECK (sha256 ~ '^[0-9a-f]{64}$')
    )`,
    `CREATE INDEX stored_file_member_ix ON stored_file (organisation_id, uploaded_by)`,
    `CREATE INDEX stored_file_waiting_ix ON stored_file (organisation_id, uploaded_at) WHERE state = 'WAITING'`,
    ...fence('stored_file', 'SELECT, INSERT, UPDATE (state, withdrawn_at, withdrawn_by, withdrawal_reason), DELETE'),
    `CREATE TABLE evidence_file (
      organisation_id uuid NOT NULL,
      file_id uuid NOT NULL,
      evidence_id uuid NOT NULL,
      attached_at timestamptz NOT NULL,
      CONSTRAINT evidence_file_pk PRIMARY KEY (organisation_id, file_id),
      CONSTRAINT evidence_file_file_fk FOREIGN KEY (organisation_id, file_id) REFERENCES stored_file (organisation_id, id),
      CONSTRAINT evidence_file_evidence_fk FOREIGN KEY (organisation_id, evidence_id) REFERENCES assessment_evidence (organisation_id, id)
    )`,
    `CREATE INDEX evidence_file_evidence_ix ON evidence_file (organisation_id, evidence_id)`,
    ...fence('evidence_file', 'SELECT, INSERT, DELETE'),
  ],
  down: ['DROP TABLE evidence_file', 'DROP TABLE stored_file', 'DROP TABLE loose_file'],
});
