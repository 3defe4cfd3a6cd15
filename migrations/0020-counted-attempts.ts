/** Why this file exists: sign-ins, links and tokens that were tried in the last minute, counted for all processes together. */
import { share, sqlMigration } from '../src/platform/database/migration.js';

/** One holder of the same subjects at a time, in one order, so that two neither pass each other nor wait for each other. */
const LOCKED = `PERFORM pg_advisory_xact_lock(hashtextextended('attempt/' || s.subject, 0))
    FROM (SELECT DISTINCT unnest(subjects) AS subject ORDER BY 1) s;`;

export const CountedAttempts = sqlMigration('CountedAttempts', 20, {
  up: [
    // Unlogged: after a crash of the database everybody may try anew.
    `CREATE UNLOGGED TABLE counted_attempt (
      subject text NOT NULL,
      tries timestamptz[] NOT NULL,
      ends_at timestamptz NOT NULL,
      CONSTRAINT counted_attempt_pk PRIMARY KEY (subject)
    )`,
    `CREATE INDEX counted_attempt_end_ix ON counted_attempt (ends_at)`,
    ...share('counted_attempt', 'SELECT, INSERT, UPDATE, DELETE'),
    // Counts one attempt against all subjects, or against none and tells the seconds until all of them have room.
    `CREATE FUNCTION begin_attempt(subjects text[], mosts integer[], span interval)
     RETURNS TABLE (refused_by text, seconds double precision, taken_at timestamptz) LANGUAGE plpgsql AS $$
     DECLARE
       moment timestamptz;
       full_subject text;
       wait double precision;
     BEGIN
       ${LOCKED}
       moment := clock_timestamp();
       SELECT w.subject, extract(epoch FROM live.times[cardinality(live.times) - w.most + 1] + span - moment) INTO full_subject, wait
         FROM unnest(subjects, mosts) AS w(subject, most)
         JOIN counted_attempt a ON a.subject = w.subject
         CROSS JOIN LATERAL (SELECT ARRAY(SELECT t FROM unnest(a.tries) t WHERE t > moment - span ORDER BY t) AS times) live
        WHERE cardinality(live.times) >= w.most ORDER BY 2 DESC LIMIT 1;
       IF wait IS NOT NULL THEN
         RETURN QUERY SELECT full_subject, wait, moment;
         RETURN;
       END IF;
       INSERT INTO counted_attempt AS a (subject, tries, ends_at)
         SELECT DISTINCT s, ARRAY[moment], moment + span FROM unnest(subjects) s
         ON CONFLICT (subject) DO UPDATE SET
           tries = ARRAY(SELECT t FROM unnest(a.tries) t WHERE t > moment - span ORDER BY t) || excluded.tries,
           ends_at = excluded.ends_at;
       DELETE FROM counted_attempt WHERE subject IN (
         SELECT old.subject FROM counted_attempt old WHERE old.ends_at < moment ORDER BY old.ends_at LIMIT 4 FOR UPDATE SKIP LOCKED);
       RETURN QUERY SELECT NULL, NULL::double precision, moment;
     END $$`,
    `CREATE FUNCTION give_attempt_back(subjects text[], given timestamptz) RETURNS void LANGUAGE plpgsql AS $$
     BEGIN
       ${LOCKED}
       UPDATE counted_attempt a SET tries = array_remove(a.tries, given) WHERE a.subject = ANY (subjects);
     END $$`,
  ],
  down: [
    'DROP FUNCTION give_attempt_back(text[], timestamptz)',
    'DROP FUNCTION begin_attempt(text[], integer[], interval)',
    'DROP TABLE counted_attempt',
  ],
});
