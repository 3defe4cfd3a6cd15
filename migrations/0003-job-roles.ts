/** Why this file exists: ladders, job roles and their versions, and the overlays and clarity rules that are applied to them; what is published never changes. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const JobRoles = sqlMigration('JobRoles', 3, {
  up: [
    `CREATE TABLE ladder (
      organisation_id uuid NOT NULL,
      key text NOT NULL,
      track text NOT NULL,
      name text NOT NULL,
      promise text NOT NULL,
      position integer NOT NULL,
      CONSTRAINT ladder_pk PRIMARY KEY (organisation_id, key),
      CONSTRAINT ladder_track_ck CHECK (track IN ('RESEARCH', 'PRODUCTION', 'HYBRID'))
    )`,
    ...fence('ladder', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE job_role (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      key text NOT NULL,
      track text NOT NULL,
      rung smallint NOT NULL,
      ladder_key text,
      version integer NOT NULL,
      CONSTRAINT job_role_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT job_role_key_uq UNIQUE (organisation_id, key),
      CONSTRAINT job_role_ladder_fk FOREIGN KEY (organisation_id, ladder_key) REFERENCES ladder (organisation_id, key),
      CONSTRAINT job_role_track_ck CHECK (track IN ('RESEARCH', 'PRODUCTION', 'HYBRID')),
      CONSTRAINT job_role_rung_ck CHECK (rung BETWEEN 1 AND 5)
    )`,
    `CREATE INDEX job_role_ladder_ix ON job_role (organisation_id, ladder_key)`,
    ...fence('job_role', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE job_role_version (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      job_role_id uuid NOT NULL,
      number integer NOT NULL,
      state text NOT NULL,
      framework_version_id uuid NOT NULL,
      title text NOT NULL,
      mission text NOT NULL,
      outcomes text[] NOT NULL,
      owns text[] NOT NULL,
      does_not_own text[] NOT NULL,
      kit_key text,
      entry_requirements jsonb NOT NULL,
      time_box text,
      occupations jsonb NOT NULL,
      published_at timestamptz,
      created_at timestamptz NOT NULL,
      version integer NOT NULL,
      CONSTRAINT job_role_version_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT job_role_version_number_uq UNIQUE (organisation_id, job_role_id, number),
      CONSTRAINT job_role_version_job_role_fk FOREIGN KEY (organisation_id, job_role_id) REFERENCES job_role (organisation_id, id),
      CONSTRAINT job_role_version_framework_fk FOREIGN KEY (organisation_id, framework_version_id) REFERENCES framework_version (organisation_id, id),
      CONSTRAINT job_role_version_state_ck CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
      CONSTRAINT job_role_version_published_ck CHECK ((state = 'DRAFT') = (published_at IS NULL)),
      CONSTRAINT job_role_version_number_ck CHECK (number >= 1)
    )`,
    `CREATE UNIQUE INDEX job_role_version_one_draft_ux ON job_role_version (organisation_id, job_role_id) WHERE state = 'DRAFT'`,
    ...fence('job_role_version', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE job_role_requirement (
      organisation_id uuid NOT NULL,
      job_role_version_id uuid NOT NULL,
      skill_key text NOT NULL,
      level smallint NOT NULL,
      weight smallint NOT NULL,
      is_must_have boolean NOT NULL,
      min_evidence_class smallint NOT NULL,
      stages text[] NOT NULL,
      position integer NOT NULL,
      CONSTRAINT job_role_requirement_pk PRIMARY KEY (organisation_id, job_role_version_id, skill_key),
      CONSTRAINT job_role_requirement_version_fk FOREIGN KEY (organisation_id, job_role_version_id) REFERENCES job_role_version (organisation_id, id) ON DELETE CASCADE,
      CONSTRAINT job_role_requirement_skill_fk FOREIGN KEY (organisation_id, skill_key) REFERENCES skill (organisation_id, key),
      CONSTRAINT job_role_requirement_level_ck CHECK (level BETWEEN 1 AND 5),
      CONSTRAINT job_role_requirement_weight_ck CHECK (weight BETWEEN 1 AND 5),
      CONSTRAINT job_role_requirement_evidence_ck CHECK (min_evidence_class BETWEEN 1 AND 5)
    )`,
    `CREATE INDEX job_role_requirement_skill_ix ON job_role_requirement (organisation_id, skill_key)`,
    ...fence('job_role_requirement', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE overlay (
      organisation_id uuid NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      applies_when text NOT NULL,
      regulatory_context text[] NOT NULL,
      raises jsonb NOT NULL,
      CONSTRAINT overlay_pk PRIMARY KEY (organisation_id, key)
    )`,
    ...fence('overlay', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE clarity_rule (
      organisation_id uuid NOT NULL,
      key text NOT NULL,
      rule jsonb NOT NULL,
      position integer NOT NULL,
      CONSTRAINT clarity_rule_pk PRIMARY KEY (organisation_id, key)
    )`,
    ...fence('clarity_rule', 'SELECT, INSERT, UPDATE'),
    `CREATE FUNCTION refuse_change_of_published_job_role() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE part record; parent_state text;
      BEGIN
        IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
        SELECT state INTO parent_state FROM job_role_version v WHERE v.organisation_id = part.organisation_id AND v.id = part.job_role_version_id;
        IF parent_state <> 'DRAFT' THEN RAISE EXCEPTION 'a published job role never changes' USING ERRCODE = '55000'; END IF;
        RETURN part;
      END $$`,
    `CREATE TRIGGER job_role_requirement_draft_only BEFORE INSERT OR UPDATE OR DELETE ON job_role_requirement FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_job_role()`,
    `CREATE FUNCTION refuse_rewording_of_published_job_role() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'DRAFT' OR to_jsonb(OLD) - 'state' - 'version' <> to_jsonb(NEW) - 'state' - 'version' THEN
          RAISE EXCEPTION 'a published job role never changes' USING ERRCODE = '55000';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER job_role_version_published_stays BEFORE UPDATE ON job_role_version FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION refuse_rewording_of_published_job_role()`,
  ],
  down: [
    'DROP TABLE clarity_rule',
    'DROP TABLE overlay',
    'DROP TABLE job_role_requirement',
    'DROP TABLE job_role_version',
    'DROP TABLE job_role',
    'DROP TABLE ladder',
    'DROP FUNCTION refuse_rewording_of_published_job_role',
    'DROP FUNCTION refuse_change_of_published_job_role',
  ],
});
