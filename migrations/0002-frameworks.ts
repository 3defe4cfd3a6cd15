/** Why this file exists: library releases, framework versions and their parts; what is published can never change. */
import { fence, share, sqlMigration } from '../src/platform/database/migration.js';

export const Frameworks = sqlMigration('Frameworks', 2, {
  up: [
    `CREATE TABLE library_release (
      id uuid NOT NULL,
      content_hash text NOT NULL,
      content jsonb NOT NULL,
      loaded_at timestamptz NOT NULL,
      CONSTRAINT library_release_pk PRIMARY KEY (id),
      CONSTRAINT library_release_content_uq UNIQUE (content_hash)
    )`,
    ...share('library_release', 'SELECT'),
    `CREATE TABLE framework_version (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      number integer NOT NULL,
      title text NOT NULL,
      state text NOT NULL,
      library_release_id uuid,
      based_on_id uuid,
      scale jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      published_at timestamptz,
      version integer NOT NULL,
      CONSTRAINT framework_version_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT framework_version_number_uq UNIQUE (organisation_id, number),
      CONSTRAINT framework_version_release_fk FOREIGN KEY (library_release_id) REFERENCES library_release (id),
      CONSTRAINT framework_version_state_ck CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
      CONSTRAINT framework_version_published_ck CHECK ((state = 'DRAFT') = (published_at IS NULL))
    )`,
    ...fence('framework_version', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE skill (
      organisation_id uuid NOT NULL,
      key text NOT NULL,
      CONSTRAINT skill_pk PRIMARY KEY (organisation_id, key)
    )`,
    ...fence('skill', 'SELECT, INSERT'),
    `CREATE TABLE framework_category (
      organisation_id uuid NOT NULL,
      framework_version_id uuid NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      position integer NOT NULL,
      CONSTRAINT framework_category_pk PRIMARY KEY (organisation_id, framework_version_id, key),
      CONSTRAINT framework_category_version_fk FOREIGN KEY (organisation_id, framework_version_id) REFERENCES framework_version (organisation_id, id) ON DELETE CASCADE
    )`,
    ...fence('framework_category', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE framework_skill (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      framework_version_id uuid NOT NULL,
      skill_key text NOT NULL,
      category_key text NOT NULL,
      name text NOT NULL,
      definition text NOT NULL,
      affinity_research numeric NOT NULL,
      affinity_production numeric NOT NULL,
      indicators jsonb NOT NULL,
      prerequisites jsonb NOT NULL,
      outside jsonb NOT NULL,
      CONSTRAINT framework_skill_pk PRIMARY KEY (organisation_id, framework_version_id, skill_key),
      CONSTRAINT framework_skill_id_uq UNIQUE (organisation_id, id),
      CONSTRAINT framework_skill_version_fk FOREIGN KEY (organisation_id, framework_version_id) REFERENCES framework_version (organisation_id, id) ON DELETE CASCADE,
      CONSTRAINT framework_skill_skill_fk FOREIGN KEY (organisation_id, skill_key) REFERENCES skill (organisation_id, key),
      CONSTRAINT framework_skill_category_fk FOREIGN KEY (organisation_id, framework_version_id, category_key) REFERENCES framework_category (organisation_id, framework_version_id, key),
      CONSTRAINT framework_skill_affinity_ck CHECK (affinity_research BETWEEN 0 AND 1 AND affinity_production BETWEEN 0 AND 1)
    )`,
    ...fence('framework_skill', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE framework_evidence_type (
      organisation_id uuid NOT NULL,
      framework_version_id uuid NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      strength smallint NOT NULL,
      max_level smallint NOT NULL,
      fresh_months integer NOT NULL,
      verified_by text NOT NULL,
      note text NOT NULL,
      CONSTRAINT framework_evidence_type_pk PRIMARY KEY (organisation_id, framework_version_id, key),
      CONSTRAINT framework_evidence_type_version_fk FOREIGN KEY (organisation_id, framework_version_id) REFERENCES framework_version (organisation_id, id) ON DELETE CASCADE,
      CONSTRAINT framework_evidence_type_ck CHECK (strength BETWEEN 1 AND 5 AND max_level BETWEEN 1 AND 5 AND fresh_months > 0)
    )`,
    ...fence('framework_evidence_type', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE framework_activity (
      organisation_id uuid NOT NULL,
      framework_version_id uuid NOT NULL,
      key text NOT NULL,
      detail jsonb NOT NULL,
      CONSTRAINT framework_activity_pk PRIMARY KEY (organisation_id, framework_version_id, key),
      CONSTRAINT framework_activity_version_fk FOREIGN KEY (organisation_id, framework_version_id) REFERENCES framework_version (organisation_id, id) ON DELETE CASCADE
    )`,
    ...fence('framework_activity', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE FUNCTION refuse_change_of_published_framework() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE part record; parent_state text;
      BEGIN
        IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
        SELECT state INTO parent_state FROM framework_version v WHERE v.organisation_id = part.organisation_id AND v.id = part.framework_version_id;
        IF parent_state <> 'DRAFT' THEN RAISE EXCEPTION 'a published framework never changes' USING ERRCODE = '55000'; END IF;
        RETURN part;
      END $$`,
    `CREATE TRIGGER framework_category_draft_only BEFORE INSERT OR UPDATE OR DELETE ON framework_category FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_framework()`,
    `CREATE TRIGGER framework_skill_draft_only BEFORE INSERT OR UPDATE OR DELETE ON framework_skill FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_framework()`,
    `CREATE TRIGGER framework_evidence_type_draft_only BEFORE INSERT OR UPDATE OR DELETE ON framework_evidence_type FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_framework()`,
    `CREATE TRIGGER framework_activity_draft_only BEFORE INSERT OR UPDATE OR DELETE ON framework_activity FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_framework()`,
  ],
  down: [
    'DROP TABLE framework_activity',
    'DROP TABLE framework_evidence_type',
    'DROP TABLE framework_skill',
    'DROP TABLE framework_category',
    'DROP TABLE skill',
    'DROP TABLE framework_version',
    'DROP TABLE library_release',
    'DROP FUNCTION refuse_change_of_published_framework',
  ],
});
