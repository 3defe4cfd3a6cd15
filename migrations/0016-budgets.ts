/** Why this file exists: what members, tokens, organisations and visitors spent in the current minute. */
import { share, sqlMigration } from '../src/platform/database/migration.js';

export const BudgetsOfAMinute = sqlMigration('BudgetsOfAMinute', 16, {
  up: [
    // Unlogged: after a crash of the database everybody starts the minute anew.
    `CREATE UNLOGGED TABLE budget (
      subject text NOT NULL,
      window_start timestamptz NOT NULL,
      taken bigint NOT NULL,
      CONSTRAINT budget_pk PRIMARY KEY (subject)
    )`,
    ...share('budget', 'SELECT, INSERT, UPDATE, DELETE'),
  ],
  down: ['DROP TABLE budget'],
});
