/** Why this file exists: that something may have changed which waits for somebody, told to all processes for a minute. */
import { share, sqlMigration } from '../src/platform/database/migration.js';

export const Notices = sqlMigration('Notices', 21, {
  up: [
    // Unlogged: after a crash of the database every window is told to ask anew.
    `CREATE UNLOGGED TABLE notice (
      id uuid NOT NULL,
      subject text NOT NULL,
      kind text NOT NULL,
      transaction bigint NOT NULL,
      at timestamptz NOT NULL,
      CONSTRAINT notice_pk PRIMARY KEY (id)
    )`,
    `CREATE INDEX notice_transaction_ix ON notice (transaction)`,
    ...share('notice', 'SELECT, INSERT, DELETE'),
  ],
  down: ['DROP TABLE notice'],
});
