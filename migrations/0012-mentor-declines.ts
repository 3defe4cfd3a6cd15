/** Why this file exists: a mentor who is asked may decline; the plan tells who did and why, until somebody else is named. */
import { sqlMigration } from '../src/platform/database/migration.js';

const SUPPORT = (mentor: string): string =>
  `ALTER TABLE growth_plan ADD CONSTRAINT growth_plan_support_ck CHECK (NOT is_bridge OR state = 'DRAFT' OR state = 'CLOSED' OR (${mentor} AND deployment_on IS NOT NULL))`;

export const MentorDeclines = sqlMigration('MentorDeclines', 12, {
  up: [
    `ALTER TABLE growth_plan
      ADD COLUMN mentor_declined_by_id uuid,
      ADD COLUMN mentor_declined_at timestamptz,
      ADD COLUMN mentor_decline_reason text,
      ADD CONSTRAINT growth_plan_declined_fk FOREIGN KEY (organisation_id, mentor_declined_by_id) REFERENCES person (organisation_id, id),
      ADD CONSTRAINT growth_plan_declined_ck CHECK ((mentor_declined_by_id IS NULL) = (mentor_declined_at IS NULL) AND (mentor_declined_by_id IS NULL OR mentor_id IS NULL) AND (mentor_declined_by_id IS NOT NULL OR mentor_decline_reason IS NULL))`,
    'ALTER TABLE growth_plan DROP CONSTRAINT growth_plan_support_ck',
    SUPPORT('(mentor_id IS NOT NULL OR mentor_declined_by_id IS NOT NULL)'),
  ],
  down: [
    'ALTER TABLE growth_plan DROP CONSTRAINT growth_plan_support_ck',
    `UPDATE growth_plan SET mentor_id = mentor_declined_by_id WHERE mentor_id IS NULL AND is_bridge AND state NOT IN ('DRAFT', 'CLOSED')`,
    `ALTER TABLE growth_plan
      DROP CONSTRAINT growth_plan_declined_ck,
      DROP CONSTRAINT growth_plan_declined_fk,
      DROP COLUMN mentor_declined_by_id,
      DROP COLUMN mentor_declined_at,
      DROP COLUMN mentor_decline_reason`,
    SUPPORT('mentor_id IS NOT NULL'),
  ],
});
