/** Why this file exists: changes to grants that wait for a second administrator. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

const NAMES = `'ORGANISATION_ADMIN', 'HIRING_MANAGER', 'INTERVIEWER', 'EMPLOYEE', 'PEOPLE_MANAGER', 'MENTOR', 'WORKFORCE_PLANNER', 'AUDITOR'`;

export const TwoPersons = sqlMigration('TwoPersons', 17, {
  up: [
    `CREATE TABLE grant_request (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      kind text NOT NULL,
      grant_name text NOT NULL,
      member_id uuid,
      group_id uuid,
      expires_at timestamptz,
      requested_at timestamptz NOT NULL,
      requested_by uuid NOT NULL,
      requested_by_person uuid,
      lapses_at timestamptz NOT NULL,
      state text NOT NULL,
      closed_at timestamptz,
      closed_by uuid,
      decline_reason text,
      CONSTRAINT grant_request_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT grant_request_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT grant_request_group_fk FOREIGN KEY (organisation_id, group_id) REFERENCES member_group (organisation_id, id),
      CONSTRAINT grant_request_requested_by_fk FOREIGN KEY (organisation_id, requested_by) REFERENCES member (organisation_id, id),
      CONSTRAINT grant_request_closed_by_fk FOREIGN KEY (organisation_id, closed_by) REFERENCES member (organisation_id, id),
      CONSTRAINT grant_request_kind_ck CHECK (kind IN ('GIVE', 'TAKE')),
      CONSTRAINT grant_request_name_ck CHECK (grant_name IN (${NAMES})),
      CONSTRAINT grant_request_state_ck CHECK (state IN ('WAITING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),
      CONSTRAINT grant_request_target_ck CHECK (num_nonnulls(member_id, group_id) = 1),
      CONSTRAINT grant_request_closed_ck CHECK ((state = 'WAITING') = (closed_at IS NULL)),
      CONSTRAINT grant_request_second_ck CHECK (state <> 'APPROVED' OR closed_by <> requested_by),
      CONSTRAINT grant_request_reason_ck CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL))
    )`,
    `CREATE UNIQUE INDEX grant_request_member_uq ON grant_request (organisation_id, member_id, grant_name, kind) WHERE state = 'WAITING' AND member_id IS NOT NULL`,
    `CREATE UNIQUE INDEX grant_request_group_uq ON grant_request (organisation_id, group_id, grant_name, kind) WHERE state = 'WAITING' AND group_id IS NOT NULL`,
    ...fence('grant_request', 'SELECT, INSERT, UPDATE'),
  ],
  down: ['DROP TABLE grant_request'],
});
