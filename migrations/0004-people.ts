/** Why this file exists: teams and people, with whom each reports to and what each does. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const People = sqlMigration('People', 4, {
  up: [
    `CREATE TABLE team (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      name text NOT NULL,
      version integer NOT NULL,
      CONSTRAINT team_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT team_name_uq UNIQUE (organisation_id, name)
    )`,
    ...fence('team', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE person (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      display_name text NOT NULL,
      member_id uuid,
      team_id uuid,
      manager_id uuid,
      job_role_version_id uuid,
      availability numeric NOT NULL,
      mentor_capacity integer NOT NULL,
      started_on date NOT NULL,
      left_on date,
      version integer NOT NULL,
      CONSTRAINT person_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT person_member_uq UNIQUE (organisation_id, member_id),
      CONSTRAINT person_member_fk FOREIGN KEY (organisation_id, member_id) REFERENCES member (organisation_id, id),
      CONSTRAINT person_team_fk FOREIGN KEY (organisation_id, team_id) REFERENCES team (organisation_id, id),
      CONSTRAINT person_manager_fk FOREIGN KEY (organisation_id, manager_id) REFERENCES person (organisation_id, id),
      CONSTRAINT person_job_role_version_fk FOREIGN KEY (organisation_id, job_role_version_id) REFERENCES job_role_version (organisation_id, id),
      CONSTRAINT person_availability_ck CHECK (availability BETWEEN 0 AND 1),
      CONSTRAINT person_mentor_capacity_ck CHECK (mentor_capacity >= 0),
      CONSTRAINT person_own_manager_ck CHECK (manager_id <> id),
      CONSTRAINT person_left_ck CHECK (left_on >= started_on)
    )`,
    `CREATE INDEX person_team_ix ON person (organisation_id, team_id)`,
    `CREATE INDEX person_manager_ix ON person (organisation_id, manager_id)`,
    ...fence('person', 'SELECT, INSERT, UPDATE'),
  ],
  down: ['DROP TABLE person', 'DROP TABLE team'],
});
