/** Why this file exists: what was spent in the current minute, so that several processes agree on it. */
import { column, defineTable } from '../database/index.js';

export interface BudgetRecord {
  /** Whom it belongs to: a kind and an id, or a digest where the id would tell about a person. */
  readonly subject: string;
  readonly windowStart: string;
  /** Units that processes took for spending in the window. */
  readonly taken: number;
}

/** Belongs to no organisation, because visitors have budgets too; it holds ids and counts and nothing else. */
export const budgetTable = defineTable<BudgetRecord>(
  'budget',
  {
    columns: { subject: column('text'), windowStart: column('timestamptz'), taken: column('bigint') },
    primaryKey: ['subject'],
  },
  { tenant: false, technical: true, access: ['INSERT', 'UPDATE', 'DELETE'] },
);
