/** Why this file exists: attempts are counted by the clock of the database, which tests cannot move: they make what was counted older. */
import { asSuperuser } from './database.js';

/** Lets a minute pass for every counted attempt, as if the tests had waited. */
export const passAttemptWindow = (databaseName: string, seconds = 61): Promise<unknown> =>
  asSuperuser(databaseName, (db) =>
    db.query(
      `update counted_attempt set tries = array(select t - make_interval(secs => $1) from unnest(tries) t), ends_at = ends_at - make_interval(secs => $1)`,
      [seconds],
    ),
  );
