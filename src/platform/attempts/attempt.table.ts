/** Why this file exists: when somebody tried what may be tried a few times only, so that several processes agree on it. */
import { column, defineTable } from '../database/index.js';

export interface CountedAttemptRecord {
  /** What was tried, and a mark of whom or what it aimed at, which only this installation can make. */
  readonly subject: string;
  /** Those that count, in their order; never more than the limit. */
  readonly tries: readonly string[];
  /** When the last of them counts no more. */
  readonly endsAt: string;
}

/** Belongs to no organisation: it is counted before anybody knows whether there is one. */
export const countedAttemptTable = defineTable<CountedAttemptRecord>(
  'counted_attempt',
  {
    columns: { subject: column('text'), tries: column('timestamptz[]'), endsAt: column('timestamptz') },
    primaryKey: ['subject'],
    indexes: { counted_attempt_end_ix: { columns: ['endsAt'] } },
  },
  { tenant: false, technical: true, access: ['INSERT', 'UPDATE', 'DELETE'] },
);
