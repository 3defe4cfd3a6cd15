/** Why this file exists: the face of counted attempts. */
export { beginAttempt, forgetOldCounts, type Attempt, type AttemptTarget } from './attempts.js';
export { countedAttemptTable } from './attempt.table.js';
