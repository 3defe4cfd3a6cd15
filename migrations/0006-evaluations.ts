/** Why this file exists: kits, plans, interviews, scorecards, debriefs and decisions; what is published, submitted or decided can never change. */
import { fence, sqlMigration } from '../src/platform/database/migration.js';

export const Evaluations = sqlMigration('Evaluations', 6, {
  up: [
    `CREATE TABLE interview_kit (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      key text NOT NULL,
      name text NOT NULL,
      track text NOT NULL,
      number integer NOT NULL,
      state text NOT NULL,
      based_on_id uuid,
      content jsonb NOT NULL,
      rating_scale jsonb NOT NULL,
      published_at timestamptz,
      version integer NOT NULL,
      CONSTRAINT interview_kit_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT interview_kit_number_uq UNIQUE (organisation_id, key, number),
      CONSTRAINT interview_kit_state_ck CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
      CONSTRAINT interview_kit_published_ck CHECK ((state = 'DRAFT') = (published_at IS NULL)),
      CONSTRAINT interview_kit_track_ck CHECK (track IN ('RESEARCH', 'PRODUCTION', 'HYBRID'))
    )`,
    ...fence('interview_kit', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE requisition_plan (
      organisation_id uuid NOT NULL,
      requisition_id uuid NOT NULL,
      kit_id uuid NOT NULL,
      version integer NOT NULL,
      CONSTRAINT requisition_plan_pk PRIMARY KEY (organisation_id, requisition_id),
      CONSTRAINT requisition_plan_requisition_fk FOREIGN KEY (organisation_id, requisition_id) REFERENCES requisition (organisation_id, id),
      CONSTRAINT requisition_plan_kit_fk FOREIGN KEY (organisation_id, kit_id) REFERENCES interview_kit (organisation_id, id)
    )`,
    ...fence('requisition_plan', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE plan_interview (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      requisition_id uuid NOT NULL,
      stage_key text NOT NULL,
      title text NOT NULL,
      minutes integer NOT NULL,
      position integer NOT NULL,
      CONSTRAINT plan_interview_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT plan_interview_plan_fk FOREIGN KEY (organisation_id, requisition_id) REFERENCES requisition_plan (organisation_id, requisition_id),
      CONSTRAINT plan_interview_minutes_ck CHECK (minutes > 0)
    )`,
    `CREATE INDEX plan_interview_requisition_ix ON plan_interview (organisation_id, requisition_id)`,
    ...fence('plan_interview', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE plan_item (
      organisation_id uuid NOT NULL,
      plan_interview_id uuid NOT NULL,
      item_key text NOT NULL,
      position integer NOT NULL,
      skills text[] NOT NULL,
      CONSTRAINT plan_item_pk PRIMARY KEY (organisation_id, plan_interview_id, item_key),
      CONSTRAINT plan_item_interview_fk FOREIGN KEY (organisation_id, plan_interview_id) REFERENCES plan_interview (organisation_id, id) ON DELETE CASCADE
    )`,
    ...fence('plan_item', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE plan_seat (
      organisation_id uuid NOT NULL,
      plan_interview_id uuid NOT NULL,
      person_id uuid NOT NULL,
      is_observer boolean NOT NULL,
      CONSTRAINT plan_seat_pk PRIMARY KEY (organisation_id, plan_interview_id, person_id),
      CONSTRAINT plan_seat_interview_fk FOREIGN KEY (organisation_id, plan_interview_id) REFERENCES plan_interview (organisation_id, id) ON DELETE CASCADE,
      CONSTRAINT plan_seat_person_fk FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
    )`,
    ...fence('plan_seat', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE interview (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      application_id uuid NOT NULL,
      plan_interview_id uuid NOT NULL,
      scheduled_at timestamptz,
      state text NOT NULL,
      version integer NOT NULL,
      CONSTRAINT interview_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT interview_application_uq UNIQUE (organisation_id, application_id, id),
      CONSTRAINT interview_application_fk FOREIGN KEY (organisation_id, application_id) REFERENCES application (organisation_id, id),
      CONSTRAINT interview_plan_interview_fk FOREIGN KEY (organisation_id, plan_interview_id) REFERENCES plan_interview (organisation_id, id),
      CONSTRAINT interview_state_ck CHECK (state IN ('PLANNED', 'DONE', 'CANCELLED'))
    )`,
    `CREATE UNIQUE INDEX interview_once_uq ON interview (organisation_id, application_id, plan_interview_id) WHERE state <> 'CANCELLED'`,
    `CREATE INDEX interview_plan_interview_ix ON interview (organisation_id, plan_interview_id)`,
    ...fence('interview', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE panel_seat (
      organisation_id uuid NOT NULL,
      interview_id uuid NOT NULL,
      person_id uuid NOT NULL,
      is_observer boolean NOT NULL,
      added_at timestamptz NOT NULL,
      removed_at timestamptz,
      removed_by_id uuid,
      removal_reason text,
      is_counted_after_removal boolean,
      CONSTRAINT panel_seat_pk PRIMARY KEY (organisation_id, interview_id, person_id),
      CONSTRAINT panel_seat_interview_fk FOREIGN KEY (organisation_id, interview_id) REFERENCES interview (organisation_id, id),
      CONSTRAINT panel_seat_person_fk FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
      CONSTRAINT panel_seat_removed_by_fk FOREIGN KEY (organisation_id, removed_by_id) REFERENCES person (organisation_id, id),
      CONSTRAINT panel_seat_removal_ck CHECK ((removed_at IS NULL) = (removal_reason IS NULL) AND (removed_at IS NULL) = (is_counted_after_removal IS NULL))
    )`,
    `CREATE INDEX panel_seat_person_ix ON panel_seat (organisation_id, person_id) WHERE removed_at IS NULL`,
    ...fence('panel_seat', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE scorecard (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      interview_id uuid NOT NULL,
      application_id uuid NOT NULL,
      author_id uuid NOT NULL,
      state text NOT NULL,
      verdict text,
      summary text NOT NULL,
      is_after_seeing_others boolean NOT NULL,
      submitted_at timestamptz,
      saved_at timestamptz,
      version integer NOT NULL,
      CONSTRAINT scorecard_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT scorecard_author_uq UNIQUE (organisation_id, interview_id, author_id),
      CONSTRAINT scorecard_seat_fk FOREIGN KEY (organisation_id, interview_id, author_id) REFERENCES panel_seat (organisation_id, interview_id, person_id),
      CONSTRAINT scorecard_interview_fk FOREIGN KEY (organisation_id, application_id, interview_id) REFERENCES interview (organisation_id, application_id, id),
      CONSTRAINT scorecard_state_ck CHECK (state IN ('DRAFT', 'SUBMITTED')),
      CONSTRAINT scorecard_verdict_ck CHECK (verdict IN ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
      CONSTRAINT scorecard_submitted_ck CHECK ((state = 'SUBMITTED') = (submitted_at IS NOT NULL) AND (state = 'DRAFT' OR (verdict IS NOT NULL AND saved_at IS NOT NULL)))
    )`,
    `CREATE INDEX scorecard_application_ix ON scorecard (organisation_id, application_id)`,
    `CREATE INDEX scorecard_author_ix ON scorecard (organisation_id, author_id)`,
    ...fence('scorecard', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE rating (
      organisation_id uuid NOT NULL,
      scorecard_id uuid NOT NULL,
      item_key text NOT NULL,
      skill_key text NOT NULL,
      position integer NOT NULL,
      level smallint,
      is_not_assessed boolean NOT NULL,
      evidence text NOT NULL,
      CONSTRAINT rating_pk PRIMARY KEY (organisation_id, scorecard_id, item_key, skill_key),
      CONSTRAINT rating_scorecard_fk FOREIGN KEY (organisation_id, scorecard_id) REFERENCES scorecard (organisation_id, id),
      CONSTRAINT rating_skill_fk FOREIGN KEY (organisation_id, skill_key) REFERENCES skill (organisation_id, key),
      CONSTRAINT rating_level_ck CHECK (level BETWEEN 1 AND 5 AND NOT (level IS NOT NULL AND is_not_assessed))
    )`,
    ...fence('rating', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE scorecard_amendment (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      scorecard_id uuid NOT NULL,
      number integer NOT NULL,
      at timestamptz NOT NULL,
      reason text NOT NULL,
      is_after_seeing_others boolean NOT NULL,
      before jsonb NOT NULL,
      after jsonb NOT NULL,
      CONSTRAINT scorecard_amendment_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT scorecard_amendment_number_uq UNIQUE (organisation_id, scorecard_id, number),
      CONSTRAINT scorecard_amendment_scorecard_fk FOREIGN KEY (organisation_id, scorecard_id) REFERENCES scorecard (organisation_id, id),
      CONSTRAINT scorecard_amendment_ck CHECK (length(btrim(reason)) >= 5 AND number >= 1)
    )`,
    ...fence('scorecard_amendment', 'SELECT, INSERT'),
    `CREATE TABLE debrief (
      organisation_id uuid NOT NULL,
      application_id uuid NOT NULL,
      held_at timestamptz NOT NULL,
      notes text NOT NULL,
      version integer NOT NULL,
      CONSTRAINT debrief_pk PRIMARY KEY (organisation_id, application_id),
      CONSTRAINT debrief_application_fk FOREIGN KEY (organisation_id, application_id) REFERENCES application (organisation_id, id)
    )`,
    ...fence('debrief', 'SELECT, INSERT, UPDATE'),
    `CREATE TABLE debrief_attendee (
      organisation_id uuid NOT NULL,
      application_id uuid NOT NULL,
      person_id uuid NOT NULL,
      CONSTRAINT debrief_attendee_pk PRIMARY KEY (organisation_id, application_id, person_id),
      CONSTRAINT debrief_attendee_debrief_fk FOREIGN KEY (organisation_id, application_id) REFERENCES debrief (organisation_id, application_id),
      CONSTRAINT debrief_attendee_person_fk FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
    )`,
    ...fence('debrief_attendee', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE debrief_waiver (
      organisation_id uuid NOT NULL,
      application_id uuid NOT NULL,
      scorecard_id uuid NOT NULL,
      reason text NOT NULL,
      CONSTRAINT debrief_waiver_pk PRIMARY KEY (organisation_id, application_id, scorecard_id),
      CONSTRAINT debrief_waiver_debrief_fk FOREIGN KEY (organisation_id, application_id) REFERENCES debrief (organisation_id, application_id),
      CONSTRAINT debrief_waiver_scorecard_fk FOREIGN KEY (organisation_id, scorecard_id) REFERENCES scorecard (organisation_id, id)
    )`,
    ...fence('debrief_waiver', 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE TABLE decision (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      application_id uuid NOT NULL,
      outcome text NOT NULL,
      reason_codes text[] NOT NULL,
      reason text NOT NULL,
      conditions text,
      decided_by_id uuid NOT NULL,
      decided_at timestamptz NOT NULL,
      CONSTRAINT decision_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT decision_application_uq UNIQUE (organisation_id, application_id),
      CONSTRAINT decision_debrief_fk FOREIGN KEY (organisation_id, application_id) REFERENCES debrief (organisation_id, application_id),
      CONSTRAINT decision_decided_by_fk FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person (organisation_id, id),
      CONSTRAINT decision_outcome_ck CHECK (outcome IN ('ACCEPT', 'DECLINE')),
      CONSTRAINT decision_reason_ck CHECK (cardinality(reason_codes) >= 1 AND length(btrim(reason)) >= 20)
    )`,
    ...fence('decision', 'SELECT, INSERT'),
    `CREATE TABLE dissent (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      decision_id uuid NOT NULL,
      person_id uuid NOT NULL,
      text text NOT NULL,
      at timestamptz NOT NULL,
      CONSTRAINT dissent_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT dissent_decision_fk FOREIGN KEY (organisation_id, decision_id) REFERENCES decision (organisation_id, id),
      CONSTRAINT dissent_person_fk FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
    )`,
    `CREATE INDEX dissent_decision_ix ON dissent (organisation_id, decision_id)`,
    ...fence('dissent', 'SELECT, INSERT'),
    `CREATE FUNCTION refuse_change_of_published_kit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'DRAFT' OR to_jsonb(OLD) - 'state' - 'version' <> to_jsonb(NEW) - 'state' - 'version' THEN
          RAISE EXCEPTION 'a published kit never changes' USING ERRCODE = '55000';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER interview_kit_published_stays BEFORE UPDATE ON interview_kit FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION refuse_change_of_published_kit()`,
    `CREATE FUNCTION refuse_change_of_removed_seat() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'a seat that was taken away stays so' USING ERRCODE = '55000'; END $$`,
    `CREATE TRIGGER panel_seat_removed_stays BEFORE UPDATE ON panel_seat FOR EACH ROW WHEN (OLD.removed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_removed_seat()`,
    `CREATE FUNCTION refuse_change_of_submitted_scorecard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_jsonb(OLD) - 'version' <> to_jsonb(NEW) - 'version' THEN
          RAISE EXCEPTION 'a submitted scorecard never changes; amendments are added beside it' USING ERRCODE = '55000';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER scorecard_submitted_stays BEFORE UPDATE ON scorecard FOR EACH ROW WHEN (OLD.state = 'SUBMITTED') EXECUTE FUNCTION refuse_change_of_submitted_scorecard()`,
    `CREATE FUNCTION refuse_change_of_submitted_rating() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE part record; parent_state text;
      BEGIN
        IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
        SELECT state INTO parent_state FROM scorecard s WHERE s.organisation_id = part.organisation_id AND s.id = part.scorecard_id FOR SHARE;
        IF parent_state <> 'DRAFT' THEN RAISE EXCEPTION 'a submitted rating never changes' USING ERRCODE = '55000'; END IF;
        RETURN part;
      END $$`,
    `CREATE TRIGGER rating_draft_only BEFORE INSERT OR UPDATE OR DELETE ON rating FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_rating()`,
  ],
  down: [
    'DROP TABLE dissent',
    'DROP TABLE decision',
    'DROP TABLE debrief_waiver',
    'DROP TABLE debrief_attendee',
    'DROP TABLE debrief',
    'DROP TABLE scorecard_amendment',
    'DROP TABLE rating',
    'DROP TABLE scorecard',
    'DROP TABLE panel_seat',
    'DROP TABLE interview',
    'DROP TABLE plan_seat',
    'DROP TABLE plan_item',
    'DROP TABLE plan_interview',
    'DROP TABLE requisition_plan',
    'DROP TABLE interview_kit',
    'DROP FUNCTION refuse_change_of_submitted_rating',
    'DROP FUNCTION refuse_change_of_submitted_scorecard',
    'DROP FUNCTION refuse_change_of_removed_seat',
    'DROP FUNCTION refuse_change_of_published_kit',
  ],
});
