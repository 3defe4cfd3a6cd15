/** Why this file exists: what must not be found by trying is tried a few times a minute, however many processes, requests or addresses take part. */
import type { Database } from '../database/index.js';
import { isUnavailable } from '../database/index.js';
import { signed } from '../signing/index.js';

/** Attempts count for a minute of the database's clock. */
const WINDOW = '1 minute';

/** What an attempt aims at, or comes from. */
export interface AttemptTarget {
  /** What is tried, such as `sign-in`. */
  readonly what: string;
  /** Of whom or what; only a mark of it is kept. */
  readonly of: string;
  /** Attempts in any minute. */
  readonly most: number;
}

/** `GIVEN`: it may be tried, and counts until it is given back. `REFUSED`: it was not counted, because of `what`, and may be tried in so many whole seconds. */
export type Attempt =
  | { readonly kind: 'GIVEN'; readonly giveBack: () => Promise<void> }
  | { readonly kind: 'REFUSED'; readonly what: string; readonly seconds: number };

const subjectOf = ({ what, of }: AttemptTarget): string =>
  `${what}:${signed('attempt', `${what}/${of}`, 16).toString('base64url')}`;

/**
 * Counts an attempt against all its targets, or against none of them when one has had as many as it may; one statement. It counts before anybody
 * knows how it ends, so that many at once do not slip through; who was right gives it back.
 * @throws ServiceUnavailable when it cannot be counted: then it is not made
 */
export async function beginAttempt(
  database: Pick<Database, 'changeShared'>,
  targets: readonly AttemptTarget[],
): Promise<Attempt> {
  const subjects = targets.map(subjectOf);
  const [row] = await database.changeShared<{ refusedBy: string | null; seconds: number; at: string }>(
    `select refused_by as "refusedBy", seconds, taken_at::text as at from begin_attempt($1, $2, $3)`,
    [subjects, targets.map(({ most }) => most), WINDOW],
  );
  if (row === undefined) throw new Error('an attempt was neither counted nor refused');
  const { refusedBy, seconds, at } = row;
  if (refusedBy !== null) {
    const what = refusedBy.slice(0, refusedBy.indexOf(':'));
    return { kind: 'REFUSED', what, seconds: Math.max(1, Math.ceil(seconds)) };
  }
  return { kind: 'GIVEN', giveBack: () => giveBack(database, subjects, at) };
}

/** What was done meanwhile is done: an attempt that cannot be given back counts to the end of its minute. */
async function giveBack(database: Pick<Database, 'changeShared'>, subjects: string[], at: string): Promise<void> {
  try {
    await database.changeShared(`select give_attempt_back($1, $2)`, [subjects, at]);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }
}

/** Forgets what counts no more; each counted attempt takes a few such rows away already. */
export const forgetOldCounts = (database: Pick<Database, 'changeShared'>): Promise<unknown[]> =>
  database.changeShared(`delete from counted_attempt where ends_at < now()`);
