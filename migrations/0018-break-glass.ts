/** Why this file exists: auditors who opened the contact data of one candidate, why, and until when. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const BreakGlass = sqlMigration('BreakGlass', 18, {
  up: [
    `CREATE TABLE break_glass (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      member_id uuid NOT NULL,
      candidate_id uuid NOT NULL,
      reason text NOT NULL,
      opened_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      ended_by uuid,
      CONSTRAINT break_glass_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT break_glass_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT break_glass_candidate_fk FOREIGN KEY (organisation_id, candidate_id) REFERENCES candidate (organisation_id, id),
      CONSTRAINT break_glass_ended_by_fk FOREIGN KEY (organisation_id, ended_by) REFERENCES member (organisation_id, id),
      CONSTRAINT break_glass_reason_ck CHECK (length(btrim(reason)) >= 5),
      CONSTRAINT break_glass_span_ck CHECK (expires_at > opened_at AND expires_at <= opened_at + interval '4 hours'),
      CONSTRAINT break_glass_ended_ck CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    )`,
    `CREATE INDEX break_glass_member_ix ON break_glass (organisation_id, member_id, candidate_id)`,
    `CREATE INDEX break_glass_candidate_ix ON break_glass (organisation_id, candidate_id)`,
    ...fence('break_glass', 'SELECT, INSERT, UPDATE'),
  ],
  down: ['DROP TABLE break_glass'],
});
