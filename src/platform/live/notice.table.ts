/** Why this file exists: what a change in one process tells the windows of another: whom it concerns, and of what kind it is. */
import { column, defineTable } from '../database/index.js';

export interface NoticeRecord {
  readonly id: string;
  /** Whom it concerns: `member:`, `person:` or `organisation:` and an id. */
  readonly subject: string;
  readonly kind: string;
  /** The transaction that wrote it: a reader takes what its last snapshot did not show. */
  readonly transaction: number;
  readonly at: string;
}

/** Belongs to no organisation, because a process reads for all its windows at once; it holds ids and kinds and nothing else. */
export const noticeTable = defineTable<NoticeRecord>(
  'notice',
  {
    columns: {
      id: column('uuid'),
      subject: column('text'),
      kind: column('text'),
      transaction: column('bigint'),
      at: column('timestamptz'),
    },
    primaryKey: ['id'],
    indexes: { notice_transaction_ix: { columns: ['transaction'] } },
  },
  { tenant: false, technical: true, access: ['INSERT', 'DELETE'] },
);
